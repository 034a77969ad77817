"""Keys under which a row is found at once: every e-mail and phone number in any of its cells."""

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from itertools import zip_longest

from dsr_desktop.domain.cells import CELL_SEPARATOR
from dsr_desktop.domain.lone_keys import TAIL_DIGITS, are_days, lone_emails, lone_tails
from dsr_desktop.domain.notes import CellNote
from dsr_desktop.domain.person import emails_in, may_hold_email, phone_tails_in

_DIGITS_TO_ZERO = bytes.maketrans(b"123456789", b"000000000")
_SEPARATORS = b" .-()/+,_:'\t\r\n" + bytes(range(0x80, 0x100))
_ASCII = bytes(range(0x80))
_OTHER_DIGIT = re.compile(r"[^\D0-9]")
_EIGHT_DIGITS = b"0" * TAIL_DIGITS


class KeyKind(IntEnum):
    """What a key is made of; the numbers are stored in the register."""

    EMAIL = 1
    PHONE = 2


Key = tuple[KeyKind, str, int, int]
"""Kind of key, key, index of its row among others, column from 1."""


def keys_with_notes(
    rows: Sequence[Sequence[str]], notes: Sequence[Sequence[CellNote]]
) -> Iterator[Key]:
    """Yield the keys in the cells of `rows`, then those in the notes on each of them."""
    yield from keys_of_rows(rows)
    for index, hanging in enumerate(notes):
        for note in hanging:
            for kind, key, _, _ in keys_of_rows([(note.text,)]):
                yield kind, key, index, note.column


def keys_of_rows(rows: Sequence[Sequence[str]]) -> Iterator[Key]:
    """Yield (kind, key, index into `rows`, column from 1) for all e-mails and phones in `rows`.

    A column in which nothing can be one is passed over as a whole: looking at single cells costs
    ten times as much.
    """
    for column, cells in enumerate(zip_longest(*rows, fillvalue=""), 1):
        joined = CELL_SEPARATOR.join(cells)
        if may_hold_email(joined):
            yield from _emails(cells, column)
        if _may_hold_phones(joined) and not are_days(cells):
            yield from _phones(cells, column)


def _may_hold_phones(joined: str) -> bool:
    encoded = joined.encode("utf-8", "replace")
    if not joined.isascii() and _OTHER_DIGIT.search(encoded.translate(None, _ASCII).decode()):
        return True
    return _EIGHT_DIGITS in encoded.translate(_DIGITS_TO_ZERO, _SEPARATORS)


def _emails(cells: Sequence[str], column: int) -> list[Key]:
    kind = KeyKind.EMAIL
    lone = lone_emails(cells)
    keys = [(kind, form, index, column) for index, form in enumerate(lone) if form]
    if len(keys) + cells.count("") < len(cells):
        for index in _others(lone, cells):
            keys += [(kind, form, index, column) for form in emails_in(cells[index])]
    return keys


def _phones(cells: Sequence[str], column: int) -> list[Key]:
    kind = KeyKind.PHONE
    lone = lone_tails(cells)
    keys = [(kind, tail, index, column) for index, tail in enumerate(lone) if tail]
    if len(keys) + cells.count("") < len(cells):
        for index in _others(lone, cells):
            if len(cells[index]) >= TAIL_DIGITS:
                tails = phone_tails_in(cells[index])
                keys += [(kind, tail, index, column) for tail in tails]
    return keys


def _others(lone: Sequence[str], cells: Sequence[str]) -> list[int]:
    """Return where cells stand that hold something else than a lone key."""
    return [
        index
        for index, (form, cell) in enumerate(zip(lone, cells, strict=True))
        if cell and not form
    ]
