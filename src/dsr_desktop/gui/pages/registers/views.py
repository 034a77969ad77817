"""What the Registers page shows: kinds of records, their lines, and what can be done with a line."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from dsr_desktop.gui.pages.registers.inputs import Input
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.tokens import Tone
from dsr_desktop.gui.widgets.cells import CellLook
from dsr_desktop.gui.widgets.key_values import KeyValue
from dsr_desktop.services.register import Register
from dsr_desktop.wording.language import Tr

Answer = Mapping[str, Any]
"""What a form says, by the names of its inputs."""
Work = Callable[[Answer], Any]


@dataclass(frozen=True)
class Told:
    """What is said once something is done: what, what follows, and in which tone."""

    what: str
    consequence: str = ""
    tone: Tone = Tone.OK


@dataclass(frozen=True)
class Asked:
    """A form: its inputs in order, and what it says of an answer while it is typed."""

    title: str
    verb: str
    inputs: tuple[Input, ...]
    sentence: str = ""
    remark: Callable[[Answer], str] = lambda _answer: ""


@dataclass(frozen=True)
class Confirmed:
    """A question before something goes away, with the counts it is about."""

    question: str
    sentence: str
    verb: str


@dataclass(frozen=True)
class Action:
    """What can be done: `work` is done with the answer, off the GUI thread; `told` words its result.

    `refusal` says why it cannot be done now, "" if it can.
    """

    verb: str
    icon: Icon
    asks: Asked | Confirmed
    work: Work
    told: Callable[[Any], Told | None] = lambda _result: None
    refusal: str = ""


@dataclass(frozen=True)
class Line:
    """One record: a look and a value to sort by for each column, and all that is known of it."""

    key: str
    title: str
    cells: tuple[CellLook, ...]
    sort_values: tuple[object, ...]
    facts: tuple[KeyValue, ...]
    actions: tuple[Action, ...] = ()
    hints: tuple[str, ...] = ()


@dataclass(frozen=True)
class Listing:
    """All records of a kind; `state` is the line below the title, `waiting` what needs the DPO."""

    lines: tuple[Line, ...]
    state: str
    waiting: int = 0
    hints: tuple[str, ...] = ()
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True)
class Head:
    """A column: its words, its width in pixels (0 shares what is left), and below which it goes."""

    text: str
    width: int = 0
    needs: int = 0


@dataclass(frozen=True)
class Desk:
    """What a kind reads from and writes to: the register, the words, the day and the moment."""

    register: Register
    tr: Tr
    today: date
    now: Callable[[], datetime]


@dataclass(frozen=True)
class Kind:
    """A kind of records; `name`, `nothing` and `advice` are marked for translation.

    The first action of a listing is the page's primary button. A kind that is kept elsewhere has
    words that lead there, `leads_to`, and no columns.
    """

    key: str
    icon: Icon
    name: str
    nothing: str
    advice: str
    heads: Callable[[Tr], tuple[Head, ...]]
    read: Callable[[Desk], Listing]
    leads_to: str = ""


def facts_of(desk: Desk, texts: Mapping[str, str]) -> tuple[KeyValue, ...]:
    """Return facts, with a word where nothing was written."""
    nothing = desk.tr("not recorded")
    return tuple(KeyValue(key, text or nothing) for key, text in texts.items())
