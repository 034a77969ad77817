"""What a form asks, declared as data: a name, a label, how it is typed, and what stands there first."""

from dataclasses import dataclass
from enum import Enum, auto


class Typed(Enum):
    """How an input is typed, and what becomes of it in the answer."""

    LINE = auto()  # text
    NOTE = auto()  # text of several lines
    DAY = auto()  # date, None where it may stay empty
    MOMENT = auto()  # datetime of the clock here
    NUMBER = auto()  # whole number from 0
    CHOICE = auto()  # value of one option
    TICKS = auto()  # tuple of the values ticked
    FILE = auto()  # path, None for none
    FOLDER = auto()  # path, None for none


@dataclass(frozen=True)
class Input:
    """One input of a form; `options` pairs values with words. `narrow` ones stand two in a row."""

    name: str
    label: str
    typed: Typed = Typed.LINE
    value: object = ""
    required: bool = False
    help_text: str = ""
    options: tuple[tuple[object, str], ...] = ()
    narrow: bool = False
    lines: int = 2
