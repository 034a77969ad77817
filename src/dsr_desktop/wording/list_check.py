"""Words of a list that was checked before it was sent, and of its certificate."""

from collections.abc import Iterator

from dsr_desktop.domain.list_check import ListCertificate
from dsr_desktop.domain.outgoing import OutgoingList
from dsr_desktop.wording.contact_export import why_lines
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.records import warning_sentence
from dsr_desktop.wording.sources import field_label

_MOST_ROWS = 200


def certificate_title(tr: Tr) -> str:
    """Title on the page and in the properties of the file."""
    return tr("List checked before sending")


def facts(tr: Tr, told: ListCertificate) -> tuple[tuple[str, str], ...]:
    """Label and value of what was checked, by whom and for whom."""
    kinds = [field_label(tr, one) for one in told.checked.fields]
    return (
        (tr("List"), told.name),
        (tr("Recipient"), told.recipient),
        (tr("Purpose"), told.purpose),
        (tr("Checked on"), tr.date(told.made_on)),
        (tr("Checked by"), told.made_by or "–"),
        (tr("Company"), told.company or "–"),
        (tr("Data in it"), ", ".join(kinds)),
        (tr("SHA-256 of the list"), told.checked.sha256),
        (tr("SHA-256 of the copy"), told.sha256_after),
    )


def counts(tr: Tr, checked: OutgoingList) -> Iterator[tuple[str, str]]:
    """Yield label and number: the rows of the list, those left out by reason, those that go."""
    yield tr("Rows with people in the list"), tr.number(checked.rows)
    for label, n in why_lines(tr, checked.counts):
        yield tr("Left out: {reason}", reason=label), n
    yield tr("Rows that go"), tr.number(checked.kept)


def doubts(tr: Tr, checked: OutgoingList) -> Iterator[str]:
    """Yield for each sheet which rows go though they look like somebody on the suppression list."""
    for sheet in checked.sheets:
        if sheet.doubtful:
            rows = ", ".join(map(str, sheet.doubtful[:_MOST_ROWS]))
            more = " …" if len(sheet.doubtful) > _MOST_ROWS else ""
            yield tr(
                "{sheet}: rows {rows} look like somebody on the suppression list and were left in. "
                "Look at them before you send the list.",
                sheet=sheet.name,
                rows=rows + more,
            )


def notes(tr: Tr, told: ListCertificate) -> Iterator[str]:
    """Yield what is to be known of the check, a sentence each."""
    if told.warning is not None:
        yield warning_sentence(tr, told.warning)
    if told.checked.consent_needed:
        yield tr("The purpose rests on consent: who did not agree was left out.")
    yield from doubts(tr, told.checked)
    if told.left_rows_emptied and told.checked.left_out.total:
        yield tr("In the copy the rows left out are empty, so that nothing else moves.")
    yield tr(
        "The check holds for this day and this copy. Nothing of the list is kept in the register."
    )
