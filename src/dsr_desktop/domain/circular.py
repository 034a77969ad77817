"""Letters to many people at once: whom they reach, who is left out, when they left (art. 14, R-RT-6)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dsr_desktop.domain.contact_table import Head
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.letters import LETTERS, LetterKind
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.outgoing import Why

CIRCULARS = tuple(kind for kind, card in LETTERS.items() if not card.of_request)
"""The letters that are written to many people at once."""

REACHED_BY = (
    Field.NAME, Field.GIVEN_NAME, Field.FAMILY_NAME, Field.EMAIL, Field.COMPANY, Field.ADDRESS,
    Field.POSTCODE, Field.CITY,
)  # fmt: skip
"""What of a person a letter needs, and no more (A5(1)(c))."""

MOST_PAGES = 2_000
_ONCE = frozenset({LetterKind.ART14, LetterKind.STILL_INTERESTED})


class CircularFormat(StrEnum):
    """What is written: one PDF with a letter for each person, or a list to merge with the letter."""

    PDF = "pdf"
    CSV = "csv"
    XLSX = "xlsx"


@dataclass(frozen=True)
class Circular:
    """A letter to many people as the register keeps it: no name, the people by their rows elsewhere.

    `source_id` is the list of one under art. 14, 0 for others; the digest is that of the letter.
    """

    kind: LetterKind
    language: str
    made_on: date
    made_by: str
    people: int
    left_out: int
    sha256: str
    source_id: int = 0
    id: int = 0


@dataclass(frozen=True)
class Addressed:
    """One person of a circular, by the row of a list; `sent_on` is None until somebody said so."""

    circular_id: int
    row_id: int
    sent_on: date | None = None
    id: int = 0


@dataclass(frozen=True)
class Reach:
    """Who gets a circular and who does not.

    `left` counts by the reason why rows may not be used, `told_before` who had such a letter,
    `unreachable` who has neither an e-mail nor a postal address, `twice` who stands there again.
    """

    people: int = 0
    left: Mapping[Why, int] | None = None
    told_before: int = 0
    unreachable: int = 0
    twice: int = 0

    @property
    def left_out(self) -> int:
        """How many people of the choice get no letter."""
        return sum((self.left or {}).values()) + self.told_before + self.unreachable


def goes_once(kind: LetterKind) -> bool:
    """Tell whether nobody gets a letter of this kind twice: a person is told, or asked, once (R-RT-6)."""
    return kind in _ONCE


def address_lines(heads: Sequence[Head], cells: Sequence[str]) -> tuple[str, ...]:
    """Return name and address of a person as they stand on a letter; () if nothing reaches her.

    The postal address counts where there is a street and a town, else the e-mail address.
    """
    said: dict[Field, str] = {}
    for head, cell in zip(heads, cells, strict=True):
        said.setdefault(head.field, "")
        said[head.field] = said[head.field] or " ".join(cell.split())
    parts = (said.get(Field.GIVEN_NAME, ""), said.get(Field.FAMILY_NAME, ""))
    name = said.get(Field.NAME) or " ".join(filter(None, parts))
    town = " ".join(filter(None, (said.get(Field.POSTCODE, ""), said.get(Field.CITY, ""))))
    where = (said.get(Field.ADDRESS, ""), town)
    if not all(where):
        where = (said.get(Field.EMAIL, ""), "")
    if not any(where):
        return ()
    return tuple(filter(None, (name, said.get(Field.COMPANY, ""), *where)))


def check_sending(circular: Circular, chosen: Sequence[Addressed], on: date, today: date) -> None:
    """Refuse to record a sending that cannot be.

    Raises InvalidInputError for a day before the letter was written or after today, NotAllowedError
    where everybody chosen was marked already, or nobody was chosen.
    """
    if not circular.made_on <= on <= today:
        raise InvalidInputError(
            mark("{day} cannot be: it lies before the letter was written, or after today."),
            day=on.isoformat(),
        )
    if not any(one.sent_on is None for one in chosen):
        raise NotAllowedError(mark("There is nobody left to mark: all of these had the letter."))
