"""Tells whether anything of an erased row is left in a file that was read again (E12).

Clean means: no identifying cell of a confirmed hit and none of its strong keys is left. Rows that
the DPO rejected, and weak hits that nobody confirmed, are somebody else and do not count.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum

from dsr_desktop.domain.asked import Asked
from dsr_desktop.domain.cells import CELL_SEPARATOR, join_cells, split_cells
from dsr_desktop.domain.fields import NAME_FIELDS, Field
from dsr_desktop.domain.key_columns import is_kept_for_somebody_else, is_own_key
from dsr_desktop.domain.notes import CellNote
from dsr_desktop.domain.person import (
    canonical_identifier,
    canonical_phone,
    emails_in,
    phone_tail,
    phones_in,
    words,
)
from dsr_desktop.domain.row import Row
from dsr_desktop.domain.spellings import Words

_SHORT_NUMBER = 5
_DIGIT = re.compile(r"\d")


class RescanStatus(StrEnum):
    """What reading a file again showed; only CLEAN says that the person is gone from it.

    GONE: there is no file any more, and the DPO says that it is gone for good.
    """

    CLEAN = "clean"
    STILL_THERE = "still_there"
    MISSING = "missing"
    GONE = "gone"
    UNREADABLE = "unreadable"


@dataclass(frozen=True)
class ConfirmedRow:
    """A row that was to be erased: where it stood, what it held, under which titles."""

    sheet: str
    row: int
    cells: tuple[str, ...]
    fields: tuple[Field | None, ...]
    headers: tuple[str, ...] = ()
    notes: tuple[CellNote, ...] = ()

    @property
    def seen(self) -> Row:
        """The row as matching sees it."""
        return Row(self.cells, self.fields, self.headers)


@dataclass(frozen=True)
class Mention:
    """A cell of somebody else's row that was to lose what names the person.

    `row` and `column` count from 1; keys and names are the person's own among those in the text.
    """

    sheet: str
    row: int
    column: int
    text: str
    emails: frozenset[str]
    phones: frozenset[tuple[str, str | None]]
    names: tuple[Words, ...]


def mention_of(sheet: str, row: int, column: int, text: str, asked: Asked) -> Mention:
    """Pick out what a cell of somebody else's row says about the person asked for."""
    there = set(words(text))
    return Mention(
        sheet, row, column, text,
        emails=frozenset(emails_in(text)) & frozenset(asked.emails),
        phones=frozenset(each for each in _numbers([text], asked.country) if each[1] in asked.phones),
        names=tuple(name.words for name in asked.names if name.words and there.issuperset(name.words)),
    )  # fmt: skip


def mention_of_part(
    sheet: str, row: int, column: int, text: str, part: str, asked: Asked, *, is_name: bool
) -> Mention:
    """Pick out the data subject's own `part` of a cell that she shares with others (art. 20(4))."""
    return Mention(
        sheet, row, column, text,
        emails=frozenset(emails_in(part)),
        phones=frozenset(_numbers([part], asked.country)),
        names=(tuple(words(part)),) if is_name and words(part) else (),
    )  # fmt: skip


@dataclass(frozen=True)
class Left:
    """A row in which something of the person is still to be read; `row` counts from 1."""

    sheet: str
    row: int
    what: tuple[str, ...]


class Traces:
    """Everything by which the confirmed rows of one file are recognised.

    `spared` are rows (cells joined) that are somebody else; `namesakes` are rows that were there
    before and nobody confirmed: the name alone says nothing about them; `mentions` are cells of
    rows about somebody else that name the person. A key that a row keeps for somebody else counts
    only if it is one of `asked_keys` (canonical). `country` (ISO 3166) completes phone numbers
    written without an international prefix. `others` are the `row_hash` of every row that the file
    had before and that is not confirmed: one that stands there still says nothing. One object serves
    one reading of the file: it counts rows that a confirmed and a spared person share to the letter.
    """

    def __init__(
        self,
        rows: Iterable[ConfirmedRow],
        spared: Iterable[str],
        namesakes: Iterable[str] = (),
        mentions: Iterable[Mention] = (),
        *,
        country: str,
        asked_keys: Set[str] = frozenset(),
        others: Set[int] = frozenset(),
    ) -> None:
        self._rows = tuple(rows)
        self._country = country
        self._whole = frozenset(join_cells(row.cells) for row in self._rows)
        self._others = others
        self._spared = Counter(spared)
        self._seen: Counter[str] = Counter()
        self._namesakes = frozenset(namesakes)
        self._mentions = tuple(mentions)
        self._notes = {each for row in self._rows for each in _placed(row.notes)}
        self._emails = {form for row in self._rows for form in _own_emails(row, asked_keys)}
        self._emails.update(form for one in self._mentions for form in one.emails)
        self._phones = {
            pair for row in self._rows for pair in _own_numbers(row, asked_keys, country)
        }
        self._phones.update(pair for one in self._mentions for pair in one.phones)
        self._tails = {tail for tail, _number in self._phones}
        self._identifiers = {place for row in self._rows for place in _identifiers(row)}
        self.names = frozenset(name for row in self._rows if (name := name_of(row)))
        self._places = {(row.sheet, row.row): row for row in self._rows}

    def find(self, sheet: str, n: int, joined: str, notes: Sequence[CellNote] = ()) -> Left | None:
        """Look at one row as it is now (cells joined); None if nothing of the person is in it."""
        if joined in self._spared:
            self._seen[joined] += 1
            one_too_many = self._seen[joined] > self._spared[joined]
            if not one_too_many or joined not in self._whole:
                return None
        cells = split_cells(joined)
        hanging = [note.text for note in notes]
        found = [*self._keys_left([*cells, *hanging])]
        if (
            self._has_name(joined, cells)
            or any(_has_name([text], name) for text in hanging for name in self.names)
            or self._is_still_mentioned(sheet, n, (*enumerate(cells, 1), *_placed(notes)))
        ):
            found.append("name")
        if not self._notes.isdisjoint(_placed(notes)):
            found.append("note")
        if not found and (joined in self._whole or self._keeps_cells(sheet, n, joined, cells)):
            found.append("row")
        return Left(sheet, n, tuple(found)) if found else None

    def find_beside(self, sheet: str, n: int, unseen: Sequence[str], joined: str) -> Left | None:
        """Look at cells of a row that the register never had, beside those it had (`joined`).

        They tell of the person by a key, or because they stand in the place of a confirmed row that
        is not another row by now.
        """
        filled = [text for text in unseen if text.strip()]
        what = [*self._keys_left(filled)]
        is_place = (sheet, n) in self._places and row_hash(joined) not in self._others
        if filled and is_place and not what:
            what.append("row")
        return Left(sheet, n, tuple(what)) if what else None

    def _keys_left(self, cells: Sequence[str]) -> Iterator[str]:
        if self._emails & _emails(cells):
            yield "email"
        there = (pair for pair in _phones(cells) if pair[0] in self._tails)
        if any(
            (tail, canonical_phone(text, self._country)) in self._phones for tail, text in there
        ):
            yield "phone"
        places = enumerate(cells, 1) if self._identifiers else ()
        if any(_is_identifier(self._identifiers, place) for place in places):
            yield "identifier"

    def _has_name(self, joined: str, cells: Sequence[str]) -> bool:
        if joined in self._namesakes or not self.names:
            return False
        there = set(words(joined.replace(CELL_SEPARATOR, "\n")))  # nearly all rows end here
        return any(there.issuperset(name) and _has_name(cells, name) for name in self.names)

    def _is_still_mentioned(self, sheet: str, n: int, texts: Sequence[tuple[int, str]]) -> bool:
        return any(_still_names(one, sheet, n, texts) for one in self._mentions)

    def _keeps_cells(self, sheet: str, n: int, joined: str, cells: Sequence[str]) -> bool:
        """Tell whether cells of a confirmed row are left: two in its place, or half of it elsewhere.

        A single cell may be anybody's town. A row that the file had before is somebody else's.
        """
        if row_hash(joined) in self._others:
            return False
        before = self._places.get((sheet, n))
        if before is not None and _kept(before, cells) >= min(2, _half(before)):
            return True
        return any(
            _kept(row, cells) >= max(3, _half(row)) for row in self._rows if row.sheet == sheet
        )


def row_hash(joined: str) -> int:
    """Small stand-in for a row's text (cells joined), to know it again in this process."""
    return hash(joined)


def _kept(before: ConfirmedRow, cells: Sequence[str]) -> int:
    """Count the cells of a row that still stand in their columns."""
    return sum(index < len(cells) and cells[index] == text for index, text in _telling(before))


def _half(row: ConfirmedRow) -> int:
    return max(1, -(-len(_telling(row)) // 2))


def _telling(row: ConfirmedRow) -> list[tuple[int, str]]:
    """Return the filled cells, without keys kept for somebody else: many rows may share those."""
    seen = row.seen
    return [
        (index, text)
        for index, text in enumerate(row.cells)
        if text and not is_kept_for_somebody_else(seen, index + 1)
    ]


def _emails(cells: Sequence[str]) -> set[str]:
    return {form for cell in cells for form in emails_in(cell)}


def _numbers(cells: Sequence[str], country: str) -> Iterator[tuple[str, str | None]]:
    return ((tail, canonical_phone(written, country)) for tail, written in _phones(cells))


def _own_emails(row: ConfirmedRow, asked: Set[str]) -> set[str]:
    """Return the e-mails of a row that are its own person's; those asked for always are."""
    return _emails(_own_cells(row, Field.EMAIL)) | (_emails(row.cells) & asked)


def _own_numbers(row: ConfirmedRow, asked: Set[str], country: str) -> set[tuple[str, str | None]]:
    """Return the numbers of a row that are its own person's; those asked for always are."""
    own = _numbers(_own_cells(row, Field.PHONE), country)
    return {*own, *(pair for pair in _numbers(row.cells, country) if pair[1] in asked)}


def _own_cells(row: ConfirmedRow, field: Field) -> list[str]:
    seen = row.seen
    return [text for n, text in enumerate(row.cells, 1) if is_own_key(seen, field, n)]


def _still_names(mention: Mention, sheet: str, n: int, texts: Iterable[tuple[int, str]]) -> bool:
    """Tell whether a cell still says what it said, or in its old place still has the name."""
    if sheet != mention.sheet:
        return False
    here = [text for column, text in texts if column == mention.column]
    if mention.text in here:
        return True
    there = [set(words(text)) for text in here if n == mention.row]
    return any(each.issuperset(name) for each in there for name in mention.names)


def _placed(notes: Iterable[CellNote]) -> Iterator[tuple[int, str]]:
    return ((note.column, note.text) for note in notes)


def _phones(cells: Sequence[str]) -> Iterator[tuple[str, str]]:
    written = [each for cell in cells if _DIGIT.search(cell) for each in phones_in(cell)]
    return ((tail, each) for each in written if (tail := phone_tail(each)))


def _identifiers(row: ConfirmedRow) -> Iterator[tuple[int | None, str]]:
    """Yield a row's identifiers; one of few figures counts in its own column only."""
    for column, (text, field) in enumerate(zip(row.cells, row.fields, strict=False), 1):
        if field is Field.IDENTIFIER and text.strip():
            anywhere = len(text.strip()) > _SHORT_NUMBER or not text.strip().isdigit()
            yield None if anywhere else column, canonical_identifier(text)


def _is_identifier(known: Set[tuple[int | None, str]], place: tuple[int, str]) -> bool:
    column, text = place
    form = canonical_identifier(text)
    return (None, form) in known or (column, form) in known


def _of(row: ConfirmedRow, fields: Iterable[Field]) -> list[str]:
    wanted = set(fields)
    pairs = zip(row.cells, row.fields, strict=False)
    return [text.strip() for text, field in pairs if field in wanted and text.strip()]


def name_of(row: ConfirmedRow) -> tuple[str, ...]:
    """Folded words of the name in the row's name columns, sorted; empty without one."""
    return tuple(sorted(words(" ".join(_of(row, NAME_FIELDS)))))


def _has_name(cells: Sequence[str], name: tuple[str, ...]) -> bool:
    if len(name) < 2:
        return False
    there = [words(cell) for cell in cells]
    wanted = set(name)
    if not wanted <= {word for cell in there for word in cell}:
        return False
    carrying = [cell for cell in there if wanted & set(cell)]
    return sum(map(len, carrying)) <= len(name) + 2 or any(wanted <= set(cell) for cell in carrying)
