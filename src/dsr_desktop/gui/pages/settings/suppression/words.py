"""Puts the suppression list, and what was done with it, into words."""

from collections.abc import Iterator, Sequence
from datetime import date

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.suppression import (
    SuppressionEntry,
    SuppressionScope,
    due_for_review,
    review_day,
)
from dsr_desktop.gui.pages.reason_dialog import ReasonQuestion
from dsr_desktop.gui.pages.settings.suppression.entries import EntryRow
from dsr_desktop.gui.pages.settings.suppression.views import (
    Answer,
    LookUpPart,
    SuppressionView,
)
from dsr_desktop.gui.theme.tokens import Tone
from dsr_desktop.services.suppressing import Checked, Listed
from dsr_desktop.wording.errors import word_error
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.suppression import (
    entries_due_sentence,
    kept_sentence,
    kind_label,
    reason_label,
    rows_holding_text,
    scope_label,
)


def suppression_view(
    tr: Tr, entries: Sequence[SuppressionEntry], today: date, *, lists_erased: bool
) -> SuppressionView:
    """Put the list into words: entries due for review first, then the newest."""
    due = due_for_review(entries, today)
    later = [entry for entry in reversed(entries) if entry.review_on > today]
    return SuppressionView(
        counts=_counts(tr, entries),
        due=_due(tr, len(due)) if due else "",
        entries=tuple(_row(tr, entry, today) for entry in (*due, *later)),
        lists_erased=lists_erased,
    )


def removal_question(tr: Tr, row: EntryRow) -> ReasonQuestion:
    """Ask why an entry goes, and say what follows from it."""
    sentence = (
        tr("Its key is wiped. The rows that it marks may be used for marketing again.")
        if row.scope is SuppressionScope.MARKETING
        else tr("Its key is wiped. Imports store rows with it again.")
    )
    return ReasonQuestion(
        tr("Remove entry {id}?", id=str(row.id)),
        sentence,
        tr("Remove the entry"),
        tr("Why it goes"),
    )


def renewal_question(tr: Tr, row: EntryRow, today: date) -> ReasonQuestion:
    """Ask why an entry that is due stays, and say until when."""
    return ReasonQuestion(
        tr("Keep entry {id}?", id=str(row.id)),
        tr(
            "Imports go on looking for its key. You are asked again on {day}.",
            day=tr.date(review_day(today)),
        ),
        tr("Keep the entry"),
        tr("Why it stays"),
    )


def choice_question(tr: Tr, *, on: bool) -> ReasonQuestion:
    """Ask why erased people go on the list from now on, or no longer."""
    if on:
        return ReasonQuestion(
            tr("Keep the keys of erased people?"),
            tr("Imports then hold back whoever was erased. The reason is kept with your name."),
            tr("Keep the keys"), tr("Why it is chosen"),
        )  # fmt: skip
    return ReasonQuestion(
        tr("Keep no keys of erased people?"),
        tr(
            "An old list can then bring an erased person back unnoticed. Entries that are there "
            "stay."
        ),
        tr("Keep no keys"),
        tr("Why it is chosen"),
    )


def added_words(tr: Tr, listed: Sequence[Listed]) -> tuple[str, str]:
    """Say what was added, and how many rows of the register hold each key."""
    new = sum(one.is_new for one in listed)
    what = (
        tr.count("{n} entry added to the list", "{n} entries added to the list", new)
        if new
        else tr("Nothing was added: it is all on the list")
    )
    return what, "\n".join(_added_lines(tr, listed))


def removed_words(tr: Tr, entry_id: int, kept: SuppressionEntry | None) -> tuple[str, str]:
    """Say that an entry went, and what stays of it."""
    return tr("Entry {id} was removed.", id=str(entry_id)), entry_line(tr, kept) if kept else ""


def renewed_words(tr: Tr, entry: SuppressionEntry) -> tuple[str, str]:
    """Say that an entry stays, and when it is looked at again."""
    return kept_sentence(tr, entry), ""


def chosen_words(tr: Tr, *, on: bool) -> tuple[str, str]:
    """Say what was chosen for erased people."""
    if on:
        return tr("Erased people go on the list."), ""
    return tr("Erased people do not go on the list."), ""


def answer_words(tr: Tr, part: LookUpPart, checked: Checked | InvalidInputError) -> Answer:
    """Say whether a key is on the list, and by which entries; or why it is no key."""
    if isinstance(checked, InvalidInputError):
        return Answer(part, Tone.LATE, word_error(tr, checked))
    kind = kind_label(tr, checked.kind)
    if not checked.entries:
        return Answer(part, Tone.OK, tr.pair(kind, tr("not on the list")))
    lines = "\n".join(entry_line(tr, entry) for entry in checked.entries)
    return Answer(part, Tone.SOON, tr.pair(kind, tr("on the list")), lines)


def entry_line(tr: Tr, entry: SuppressionEntry) -> str:
    """Say an entry in a line: number, scope, reason, day, request."""
    parts = (scope_label(tr, entry.scope), _why(tr, entry), tr.date(entry.created_on))
    return tr.pair(tr("Entry {id}", id=str(entry.id)), " · ".join(parts))


def _added_lines(tr: Tr, listed: Sequence[Listed]) -> Iterator[str]:
    for one in listed:
        rows = rows_holding_text(tr, one.rows)
        before = "" if one.is_new else tr("was there before")
        said = " · ".join(filter(None, (before, rows)))
        yield tr.pair(kind_label(tr, one.entry.kind), said)
    held = any(one.rows and one.entry.scope is SuppressionScope.ALL for one in listed)
    if held:
        yield tr("The list works on imports: rows that are in the register stay there.")


def _counts(tr: Tr, entries: Sequence[SuppressionEntry]) -> str:
    scopes = [entry.scope for entry in entries]
    return " · ".join(
        tr.pair(scope_label(tr, scope), tr.number(scopes.count(scope)))
        for scope in SuppressionScope
    )


def _due(tr: Tr, number: int) -> str:
    return " ".join((entries_due_sentence(tr, number), tr("Nothing goes by itself.")))


def _row(tr: Tr, entry: SuppressionEntry, today: date) -> EntryRow:
    is_due = entry.review_on <= today
    day = tr.date(entry.review_on)
    review = tr("look again since {day}", day=day) if is_due else tr("look again on {day}", day=day)
    return EntryRow(
        id=entry.id,
        title=f"{kind_label(tr, entry.kind)} · {scope_label(tr, entry.scope)}",
        number=tr("Entry {id}", id=str(entry.id)),
        detail=f"{_why(tr, entry)} · {review}",
        scope=entry.scope,
        due=tr("To review") if is_due else "",
    )


def _why(tr: Tr, entry: SuppressionEntry) -> str:
    return " · ".join(filter(None, (reason_label(tr, entry.reason), entry.request_ref)))
