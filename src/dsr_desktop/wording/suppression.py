"""Words of the suppression list and of the rows that it holds back."""

from collections.abc import Sequence

from dsr_desktop.domain.held_row import HeldContent, HeldDecision, HeldRow
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.notice import Notice
from dsr_desktop.domain.suppression import (
    SuppressionEntry,
    SuppressionKind,
    SuppressionReason,
    SuppressionScope,
)
from dsr_desktop.wording.language import Tr

_KINDS = {
    SuppressionKind.EMAIL: mark("E-mail"),
    SuppressionKind.PHONE: mark("Phone"),
    SuppressionKind.PERSON: mark("Name and postcode"),
}
_SCOPES = {
    SuppressionScope.MARKETING: mark("no marketing"),
    SuppressionScope.ALL: mark("not to be stored"),
}
_REASONS = {
    SuppressionReason.OBJECTION: mark("Objection"),
    SuppressionReason.ERASURE: mark("Erasure"),
    SuppressionReason.WITHDRAWAL: mark("Consent withdrawn"),
}
_DECISIONS = {
    HeldDecision.SAME_PERSON: mark("Same person, not stored: tell the owner of the file"),
    HeldDecision.ANOTHER_PERSON: mark("Another person, stored"),
}
_TASKS = {
    (True, False): mark("Erased person found again in {file}, row {n}: tell its owner"),
    (True, True): mark(
        "Erased person found again in {file}, row {n}, and in its copies: tell their owners"
    ),
    (False, False): mark("Person who objected found again in {file}, row {n}: tell its owner"),
    (False, True): mark(
        "Person who objected found again in {file}, row {n}, and in its copies: tell their owners"
    ),
}
"""What a held row asks for, by whether the person was erased and whether the file has copies."""
_SAME_PERSON_ONE = mark(
    "Row {rows} of {sheet} has the name and postcode of a person on the suppression list. It was "
    "stored; look whether it is the same person."
)
_SAME_PERSON = mark(
    "{count} rows of {sheet} have the name and postcode of a person on the suppression list: "
    "{rows}. They were stored; look whether it is the same person."
)
_SAME_PHONE_ONE = mark(
    "Row {rows} of {sheet} has a phone that ends like one on the suppression list. It was stored; "
    "look whether it is the same number."
)
_SAME_PHONE = mark(
    "{count} rows of {sheet} have a phone that ends like one on the suppression list: {rows}. They "
    "were stored; look whether it is the same number."
)
_MOST_ROWS = 100


def kind_label(tr: Tr, kind: SuppressionKind) -> str:
    """Name of what a key is made of."""
    return tr(_KINDS[kind])


def scope_label(tr: Tr, scope: SuppressionScope) -> str:
    """Say what an import does with rows that hold the key."""
    return tr(_SCOPES[scope])


def reason_label(tr: Tr, reason: SuppressionReason) -> str:
    """Name of why a key is on the list."""
    return tr(_REASONS[reason])


def decision_label(tr: Tr, decision: HeldDecision) -> str:
    """Say what was decided on a held row."""
    return tr(_DECISIONS[decision])


def same_person_notice(sheet: str, rows: Sequence[int]) -> Notice:
    """Say which rows have the name and postcode of somebody on the list; it only warns."""
    return _notice(_SAME_PERSON_ONE, _SAME_PERSON, sheet, rows)


def same_phone_notice(sheet: str, rows: Sequence[int]) -> Notice:
    """Say which rows have a phone that may be one on the list, dialled from another country."""
    return _notice(_SAME_PHONE_ONE, _SAME_PHONE, sheet, rows)


def suppressed_sentences(
    tr: Tr, held: int, marketing_blocked: int, cleared: int = 0
) -> tuple[str, ...]:
    """Say how many rows of a file met the suppression list, and what became of them."""
    passed = tr.count(
        "{n} row is stored as another person's: you said so in the earlier version.",
        "{n} rows are stored as other people's: you said so in the earlier version.",
        cleared,
    )
    blocked = tr.count(
        "{n} row is on the suppression list: stored, no marketing.",
        "{n} rows are on the suppression list: stored, no marketing.",
        marketing_blocked,
    )
    kept = tr.count(
        "{n} row is held back by the suppression list. Decide on it.",
        "{n} rows are held back by the suppression list. Decide on each.",
        held,
    )
    said = ((blocked, marketing_blocked), (passed, cleared), (kept, held))
    return tuple(sentence for sentence, count in said if count)


def held_task(tr: Tr, held: HeldRow) -> str:
    """Say what a held row asks for (R-SUP-4)."""
    sentence = _TASKS[held.why is SuppressionReason.ERASURE, bool(held.copies)]
    return tr(sentence, file=held.file, n=tr.number(held.row))


def held_place(tr: Tr, held: HeldRow) -> str:
    """Say where a held row stands: file, sheet, row."""
    return tr("{file} · {sheet} · row {n}", file=held.file, sheet=held.sheet, n=tr.number(held.row))


def held_content(tr: Tr, held: HeldRow) -> str:
    """Say in which content of its file a held row stands, "" where the register has one only."""
    day = tr.date(held.found_on)
    match held.content:
        case HeldContent.ONLY:
            return ""
        case HeldContent.LATEST:
            return tr("latest content, imported on {day}", day=day)
        case HeldContent.EARLIER if held.copies:
            places = ", ".join(held.copies)
            return tr("earlier content, imported on {day}, at {places}", day=day, places=places)
        case HeldContent.EARLIER:
            return tr("earlier content, imported on {day}", day=day)


def held_rows_sentence(tr: Tr, count: int) -> str:
    """Say that rows were not searched because the suppression list holds them back."""
    return tr.count(
        "{n} row is held back by the suppression list and was not searched. Decide on it first.",
        "{n} rows are held back by the suppression list and were not searched. "
        "Decide on them first.",
        count,
    )


def entries_due_sentence(tr: Tr, number: int) -> str:
    """Ask whether the entries stay whose day of review has come (R-SUP-3)."""
    return tr.count(
        "{n} entry of the suppression list is due for review: does it stay?",
        "{n} entries of the suppression list are due for review: do they stay?",
        number,
    )


def kept_sentence(tr: Tr, entry: SuppressionEntry) -> str:
    """Say that an entry stays, and when it is looked at again."""
    return tr(
        "Entry {id} stays. It is looked at again on {day}.",
        id=str(entry.id), day=tr.date(entry.review_on),
    )  # fmt: skip


def rows_holding_text(tr: Tr, rows: int) -> str:
    """Say how many rows of the register hold a key."""
    return tr.count("{n} row of the register holds it", "{n} rows of the register hold it", rows)


def _notice(one: str, many: str, sheet: str, rows: Sequence[int]) -> Notice:
    named = ", ".join(map(str, rows[:_MOST_ROWS])) + ("…" if len(rows) > _MOST_ROWS else "")
    return Notice(
        one if len(rows) == 1 else many, {"sheet": sheet, "rows": named, "count": len(rows)}
    )
