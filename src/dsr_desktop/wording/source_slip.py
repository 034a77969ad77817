"""Words of the slip for the colleague who looks into a system."""

from collections.abc import Iterator

from dsr_desktop.domain.source_slip import SourceSlip
from dsr_desktop.wording.fingerprint import log_line
from dsr_desktop.wording.language import Tr


def slip_title(tr: Tr) -> str:
    """Title on the page."""
    return tr("Please look for a person")


def document_title(tr: Tr, slip: SourceSlip) -> str:
    """Title in the properties of the file: request and task, never a person (R-SEC-8)."""
    return tr("Slip {number} of {ref}", number=str(slip.task.id), ref=slip.task.ref)


def facts(tr: Tr, slip: SourceSlip) -> tuple[tuple[str, str], ...]:
    """Label and value of where to look, who looks, by when, and who waits for it."""
    return (
        (tr("Where"), slip.task.system.name),
        (tr("For"), slip.task.system.owner or "–"),
        (tr("Answer by"), tr.weekday_date(slip.task.due_on)),
        (tr("Answer to"), slip.answer_to or slip.company),
        (tr("Reference"), slip.task.ref),
    )


def whom_heading(tr: Tr) -> str:
    """Heading above whom to look for."""
    return tr("Whom to look for")


def what_heading(tr: Tr) -> str:
    """Heading above what to do."""
    return tr("What to do")


def answer_heading(tr: Tr) -> str:
    """Heading above the boxes to tick."""
    return tr("Your answer")


def instructions(tr: Tr, slip: SourceSlip) -> Iterator[str]:
    """Yield what to do, a sentence each."""
    yield tr(
        "Look for every name, address and number above, also spelt otherwise or in the wrong field, "
        "in notes, attachments, archives and the bin."
    )
    if slip.task.system.how_to_export:
        yield tr.pair(tr("How to look there"), slip.task.system.how_to_export)
    if slip.task.listed_on is not None:
        yield tr(
            "A list of {day} was handed in from here. Look again all the same: what came since is "
            "not in it.",
            day=tr.date(slip.task.listed_on),
        )
    yield tr("If you are not sure that it is this person, report it all the same, and say so.")
    yield tr("Change nothing and delete nothing: what happens with it is decided elsewhere.")


def warnings(tr: Tr, slip: SourceSlip) -> Iterator[str]:
    """Yield what must not be done with the slip and with what is found."""
    yield tr(
        "Confidential. Do not forward this slip, nor what you find, by unprotected e-mail: hand it "
        "over in person, or in a protected file whose password goes another way."
    )
    if slip.task.asked_on is None:
        yield tr("Give this slip back with your answer, and keep no copy of it.")
    else:
        yield tr(
            "Asked on {day} already. Give this slip back with your answer, and keep no copy of it.",
            day=tr.date(slip.task.asked_on),
        )


def boxes(tr: Tr) -> tuple[tuple[str, str], ...]:
    """Each possible answer and what is to be written beside it."""
    return (
        (tr("Found"), tr("where, what kind of data, of which years")),
        (tr("Nothing found"), tr("looked through everything named above")),
        (tr("Not searched"), tr("why")),
    )


def signature(tr: Tr) -> tuple[str, str, str]:
    """Labels of the lines to fill in below."""
    return tr("Name"), tr("Searched on"), tr("Signature")


def footer_line(tr: Tr, slip: SourceSlip) -> str:
    """Say which slip of which day it is, and up to which event of the log it stands."""
    log = log_line(tr, slip.fingerprint)
    made = tr("{company}, {day}", company=slip.company, day=tr.date(slip.made_on))
    return f"{document_title(tr, slip)} · {made} · {log}"
