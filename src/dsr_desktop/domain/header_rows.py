"""Finds the row that holds the column titles of a sheet, and the lines above and below it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from dsr_desktop.domain.column_contents import field_of_values
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.header_words import (
    field_of_header,
    is_telling,
    known_title,
    names_somebody_else,
)
from dsr_desktop.domain.person import phones_in, words

ROWS_LOOKED_AT = 40
_COLUMNS_LOOKED_AT = 500
_LONGEST_GROUP = 4
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")

NumberedRows = Sequence[tuple[int, Sequence[str]]]


@dataclass(frozen=True)
class Title:
    """Title of one column; `group` stands over it and its neighbours ("Contact" over "Nom")."""

    text: str
    group: str = ""

    @property
    def shown(self) -> str:
        """Both lines as one text."""
        return " – ".join(filter(None, (self.group, self.text)))

    @property
    def key(self) -> str | None:
        """Key by which the tables know this title, None for one that they do not know."""
        if not self.group:
            return known_title(self.text)
        if names_somebody_else(self.group):
            return None
        both = known_title(f"{self.text} {self.group}") or known_title(f"{self.group} {self.text}")
        if both or field_of_header(self.group) is Field.BIRTH_DATE:
            return both
        return known_title(self.text)


@dataclass(frozen=True)
class HeaderRow:
    """Where the titles stand (row `n`, data after row `last`) and whether that is certain."""

    n: int
    last: int
    titles: tuple[Title, ...]
    is_sure: bool


def find_header(rows: NumberedRows) -> HeaderRow | None:
    """Find the titles among the first rows of a sheet; None for a list or card without.

    A row that may be somebody's data is not sure, whatever its words: "Client" and "Newsletter" are
    titles in one list and values in another.
    """
    candidates = _Candidates(rows[:ROWS_LOOKED_AT])
    fewest = 3 if _is_card(rows) else 2
    found = _first_of_many(candidates, rows, fewest)
    if found is None and fewest == 2:
        found = _first_of_one(candidates, rows)
    if found is None:
        return None
    below = _lines_below(found, rows)
    groups = {} if below else _groups_above(found, rows)
    width = max(len(found.cells), *(index + 1 for index in {**below, **groups, 0: None}))
    titles = tuple(_title(index, found, groups, below) for index in range(width))
    return HeaderRow(found.n, found.n + bool(below), titles, found.is_sure(rows))


class _Candidate:
    """A row that may hold titles: what of it is known, and what looks like data."""

    def __init__(self, at: int, n: int, cells: Sequence[str]) -> None:
        self.at = at
        self.n = n
        self.cells = [cell.strip() for cell in cells]
        looked_at = self.cells[:_COLUMNS_LOOKED_AT]
        self.filled = sum(map(bool, looked_at))
        self.known = [index for index, cell in enumerate(looked_at) if known_title(cell)]
        self.telling = sum(is_telling(looked_at[index]) for index in self.known)
        self.people = sum(map(_looks_like_a_person, looked_at))
        self.figures = sum(map(_is_mostly_figures, looked_at))

    def is_list_header(self, rows: NumberedRows, fewest: int) -> bool:
        """Tell whether these can be the titles of a list, if `fewest` or more are known."""
        if len(self.known) < fewest:
            return False
        if self.people:
            return len(self.known) > 2 and self.telling > 1 and self.people * 4 <= self.filled
        if self.telling:
            return True
        return not self.figures and (len(self.known) * 2 > self.filled or self.is_borne_out(rows))

    def is_lone_header(self, rows: NumberedRows) -> bool:
        """Tell whether one known title makes this row the header."""
        if not self.known or self.people or self.figures:
            return False
        return self.filled <= 2 or self.telling > 0 or self.is_borne_out(rows)

    def is_sure(self, rows: NumberedRows) -> bool:
        """Tell whether the row is certainly nobody's data."""
        if self.people:
            return False
        telling = self.telling > (1 if self.figures else 0)
        if telling and (len(self.known) > 1 or self.filled == 1):
            return True
        return not self.figures and self.is_borne_out(rows)

    def is_borne_out(self, rows: NumberedRows) -> bool:
        """Tell whether a known column holds what its title says, as far as that can be seen."""
        return any(_holds_what_it_says(index, self.cells[index], rows[self.at + 1 :])
                   for index in self.known)  # fmt: skip


class _Candidates:
    """The first rows, each looked at only when it is its turn: mostly the first is the header."""

    def __init__(self, rows: NumberedRows) -> None:
        self._rows = rows
        self._made: list[_Candidate] = []

    def __iter__(self) -> Iterator[_Candidate]:
        for at, (n, cells) in enumerate(self._rows):
            if at == len(self._made):
                self._made.append(_Candidate(at, n, cells))
            yield self._made[at]


def _first_of_many(
    candidates: Iterable[_Candidate], rows: NumberedRows, fewest: int
) -> _Candidate | None:
    """Return the first header of a list; of two lines of titles the lower, if it says more."""
    found = next((one for one in candidates if one.is_list_header(rows, fewest)), None)
    if found is None or found.filled == len(found.cells):
        return found
    for lower in islice(candidates, found.at + 1, found.at + 2):
        says_more = lower.n == found.n + 1 and lower.telling > found.telling
        if says_more and lower.is_list_header(rows, fewest):
            return lower
    return found


def _first_of_one(candidates: Iterable[_Candidate], rows: NumberedRows) -> _Candidate | None:
    """Return the first row with one known title, if nobody's data stands above it."""
    for one in candidates:
        if one.is_lone_header(rows):
            return one
        if one.people:
            break
    return None


def _is_card(rows: NumberedRows) -> bool:
    """Tell a card about one thing: known titles below each other, each with its value beside it."""
    pairs = [cells for _n, cells in rows if sum(bool(cell.strip()) for cell in cells) == 2]
    beside = [cells for cells in pairs if known_title(cells[0])]
    known_beside = sum(known_title(cells[1]) is not None for cells in beside)
    return len(beside) >= 2 and known_beside < 2 and len(beside) * 3 >= len(pairs)


def _holds_what_it_says(index: int, title: str, below: NumberedRows) -> bool:
    values = [row[index].strip() for _n, row in below if index < len(row) and row[index].strip()]
    titled = field_of_header(title)
    return titled is not None and field_of_values(values, None, "") is titled


def _looks_like_a_person(cell: str) -> bool:
    return "@" in cell or bool(phones_in(cell))


def _is_mostly_figures(cell: str) -> bool:
    text = _YEAR.sub("", cell)
    digits = sum(character.isdigit() for character in text)
    return digits * 2 > len(text) > 0 and not _looks_like_a_person(cell)


def _title(
    index: int, found: _Candidate, groups: Mapping[int, str], below: Mapping[int, str]
) -> Title:
    text = found.cells[index] if index < len(found.cells) else ""
    if index in below:
        return Title(below[index], _spread(found.cells, index))
    if not text:
        return Title(groups.get(index, ""))
    return Title(text, groups.get(index, ""))


def _spread(cells: Sequence[str], index: int) -> str:
    """Return what stands in a merged cell: the last text at or before `index`."""
    return next((cell for cell in reversed(cells[: index + 1]) if cell), "")


def _groups_above(found: _Candidate, rows: NumberedRows) -> dict[int, str]:
    """Return the group title over each column, from the line right above the titles."""
    cells = _adjacent(found, rows, -1)
    texts = {cell for cell in cells if cell}
    if not texts or not _are_groups(cells, texts):
        return {}
    groups: dict[int, str] = {}
    spreading = ""
    for index in range(max(len(cells), len(found.cells))):
        own = cells[index] if index < len(cells) else ""
        titled = index < len(found.cells) and bool(found.cells[index])
        spreading = own or spreading
        if own or (spreading and titled):
            groups[index] = spreading
        if own and not titled:
            spreading = ""
    return groups


def _are_groups(cells: Sequence[str], texts: set[str]) -> bool:
    """Tell group titles from the title of the sheet, which stands alone and first."""
    short = all(len(words(text)) <= _LONGEST_GROUP for text in texts)
    data = any(_looks_like_a_person(text) or not any(map(str.isalpha, text)) for text in texts)
    return short and not data and (len(texts) > 1 or not cells[0])


def _lines_below(found: _Candidate, rows: NumberedRows) -> dict[int, str]:
    """Return second lines of titles: "fixe" and "mobile" under a "Téléphone" over two columns."""
    cells = _adjacent(found, rows, 1)
    lines = {index: cell for index, cell in enumerate(cells) if cell}
    if not lines or any(map(_looks_like_a_person, cells)) or any(map(_is_mostly_figures, cells)):
        return {}
    under_nothing = {index for index in lines if not _text_at(found.cells, index)}
    starts = {index for index in lines if index + 1 in under_nothing}
    known = any(Title(text, _spread(found.cells, index)).key for index, text in lines.items())
    fits = bool(under_nothing) and lines.keys() == under_nothing | starts
    return lines if fits and known else {}


def _text_at(cells: Sequence[str], index: int) -> str:
    return cells[index] if index < len(cells) else ""


def _adjacent(found: _Candidate, rows: NumberedRows, step: int) -> list[str]:
    at = found.at + step
    if not 0 <= at < len(rows) or rows[at][0] != found.n + step:
        return []
    return [cell.strip() for cell in rows[at][1]]
