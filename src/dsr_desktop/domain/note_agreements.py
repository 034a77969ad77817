"""Where in the comments, links and formulas of a row what is asked for stands."""

from collections.abc import Iterator

from dsr_desktop.domain.asked import Asked
from dsr_desktop.domain.matching import How, Reason
from dsr_desktop.domain.notes import CellNote, NoteKind
from dsr_desktop.domain.person import canonical_phone, emails_in, phone_tail, phones_in, words
from dsr_desktop.domain.row import Row


def note_reasons(asked: Asked, row: Row) -> Iterator[Reason]:
    """Yield the notes that hold a key, a name or a text asked for, at the column of their cell.

    An e-mail to which a cell links is the row's own address; anything else is only mentioned.
    """
    for note in row.notes:
        how = How.IN_LINK if note.kind is NoteKind.LINK else How.IN_NOTE
        if asked.emails and not frozenset(asked.emails).isdisjoint(emails_in(note.text)):
            yield Reason("email", note.column, note.text, how)
        if asked.phones and _has_phone(asked, note):
            yield Reason("phone", note.column, note.text, How.IN_NOTE)
        if note.kind is not NoteKind.LINK or not emails_in(note.text):
            yield from _worded(asked, note)


def _has_phone(asked: Asked, note: CellNote) -> bool:
    tails = {phone_tail(number) for number in asked.phones}
    return any(
        phone_tail(written) in tails and canonical_phone(written, asked.country) in asked.phones
        for written in phones_in(note.text)
    )


def _worded(asked: Asked, note: CellNote) -> Iterator[Reason]:
    there = frozenset(words(note.text))
    for name in asked.names:
        if any(group and there.issuperset(group) for group in name.looked_up):
            yield Reason(name.criterion, note.column, note.text, How.IN_NOTE)
    for wanted in asked.texts:
        if there.issuperset(wanted):
            yield Reason("text", note.column, note.text, How.IN_NOTE)
