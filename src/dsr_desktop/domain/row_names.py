"""The name cells of a row: whom they name, and under what titles."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dsr_desktop.domain.asked import Asked, make_ready
from dsr_desktop.domain.contradictions import names_the_person
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.fields import NAME_FIELDS, Field
from dsr_desktop.domain.header_words import field_of_header
from dsr_desktop.domain.job_titles import is_title_word
from dsr_desktop.domain.joined_names import NamePart, people_in
from dsr_desktop.domain.key_columns import is_own_second_name, name_of_relative
from dsr_desktop.domain.name_cells import CIVILITIES
from dsr_desktop.domain.name_stretches import LONGEST_NAME, people_named
from dsr_desktop.domain.person import words
from dsr_desktop.domain.row import Row

_PARTS_OF_NAME = 2
_SHORTEST = 3


@dataclass(frozen=True)
class NameCell:
    """A cell that names people.

    `is_titled` if only the title makes a name column of it, as "Prénom 2" or "Conjoint";
    `names_others` if what is asked tells somebody else apart in it ("Dupont c/o Jean Roux").
    """

    column: int
    field: Field
    parts: tuple[NamePart, ...]
    is_relatives: bool
    is_titled: bool
    is_second: bool
    names_others: bool

    @property
    def words(self) -> frozenset[str]:
        """Folded words of all its names."""
        return frozenset().union(*(part.words for part in self.parts)) - CIVILITIES


Part = tuple[NameCell, NamePart]
"""One person's part of a name cell, with its cell."""


def cells_for(asked: Asked, row: Row) -> tuple[Asked, tuple[NameCell, ...]]:
    """Return the cells that name people, and what is asked, with the name that an e-mail tells."""
    cells = tuple(_name_cells(asked, row))
    named = _asked_by_address(asked, cells)
    return named, cells if named is asked else tuple(_name_cells(named, row))


def _name_cells(asked: Asked, row: Row) -> Iterator[NameCell]:
    known = words_of_nobody(asked, row)
    for column, text, meaning in row.filled():
        if meaning is not None and meaning not in NAME_FIELDS:
            continue
        title = row.header(column)
        of_relative = name_of_relative(title)
        said = of_relative or meaning or (field_of_header(title) if title else None)
        if said in NAME_FIELDS and words(text):
            parts = people_named(asked, said, text, known)
            yield NameCell(
                column, said, parts, is_relatives=of_relative is not None,
                is_titled=meaning is None, is_second=is_own_second_name(title),
                names_others=len(text) > LONGEST_NAME or len(parts) > len(people_in(text)),
            )  # fmt: skip


def words_of_nobody(asked: Asked, row: Row) -> frozenset[str]:
    """Return the words of the row's company and town: beside a name they are nobody's."""
    there = [text for field in (Field.COMPANY, Field.CITY) for _n, text in row.of_field(field)]
    said = (*there, *asked.criteria.company, *asked.criteria.city)
    return frozenset(word for text in said for word in words(text)) - asked.words_of_names


def _asked_by_address(asked: Asked, cells: Sequence[NameCell]) -> Asked:
    """Take the words of an address asked for as a name where none is asked and one agrees."""
    if asked.parts_of_name:
        return asked
    for address in asked.emails:
        by_address = make_ready(Criteria(name=(" ".join(address_words(address)),)), asked.country)
        if any(agrees(by_address, one) for kind in NAME_FIELDS for one in parts_of(cells, kind)):
            return replace(by_address, emails=asked.emails, phones=asked.phones)
    return asked


def parts_of(cells: Iterable[NameCell], kind: Field) -> list[Part]:
    """Return the people of the cells of one kind who are called by some name."""
    return [
        (cell, part) for cell in cells if cell.field is kind for part in cell.parts if part.words
    ]


def agrees(asked: Asked, one: Part) -> bool | None:
    """Tell whether a part can be the person; None where what is asked says nothing of it."""
    cell, part = one
    return names_the_person(asked, cell.field, part.name)


def address_words(address: str) -> tuple[str, ...]:
    """Return the words of letters before the "@" of an address; figures separate them too."""
    local = re.sub(r"\d+", " ", address.partition("@")[0])
    return tuple(word for word in words(local) if len(word) > 1)


def full_name_in(address: str) -> tuple[str, ...]:
    """Return the two words of an address that is a full name ("jean.roux@…"), none of any other."""
    said = address_words(address)
    is_name = len(said) == _PARTS_OF_NAME and all(len(word) >= _SHORTEST for word in said)
    return said if is_name and not any(map(is_title_word, said)) else ()
