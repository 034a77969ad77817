"""What a comparison of two names can come to, and what holds a name in a row."""

from enum import Enum, auto
from typing import NamedTuple

from dsr_desktop.domain.spellings import Words


class NameAgreement(Enum):
    """How the name in a row agrees with the name asked for."""

    SAME = auto()
    OTHER_WRITING = auto()
    SWAPPED = auto()
    OTHER_ALPHABET = auto()
    OTHER_SPELLING = auto()
    SHORT_FORM = auto()
    INITIALS = auto()
    ONE_TYPO = auto()
    TWO_TYPOS = auto()
    PERHAPS_ANOTHER = auto()
    IN_PART = auto()
    SIMILAR = auto()
    INSIDE_TEXT = auto()
    SIMILAR_INSIDE_TEXT = auto()


class NameKind(Enum):
    """What holds a possible name."""

    NAME_COLUMN = auto()
    OTHER_CELL = auto()
    NEIGHBOURS = auto()


class RowName(NamedTuple):
    """A name found in a row: its words, the cells it stands in and what those cells are."""

    words: Words
    written: str
    cells: tuple[tuple[int, str], ...]
    kind: NameKind
