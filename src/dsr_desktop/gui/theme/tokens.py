"""Every colour, size and distance of the window in one place (docs: design guide, section 1)."""

from dataclasses import dataclass
from enum import Enum, IntEnum


class Tone(Enum):
    """What a coloured chip, banner or icon tells."""

    LATE = "late"
    """Past the date, still there, error."""
    SOON = "soon"
    """Needs you, unread, within seven days."""
    OK = "ok"
    """Verified, done, enough time."""
    HOLD = "hold"
    """Paused, kept, neutral."""
    INFO = "info"
    """Declared, strong, chosen."""
    OUTLINE = "outline"
    """A fact without judgement, drawn with a border only."""


class Ink(Enum):
    """A colour for words, icons and lines, named after its token."""

    TEXT = "text"
    MUTED = "muted"
    ACCENT = "accent"
    LATE = "late"
    SOON = "soon"
    OK = "ok"
    HOLD = "hold"
    INFO = "info"
    MARK = "mark_line"


@dataclass(frozen=True)
class ToneColours:
    """Foreground, background and border of one state, as "#rrggbb"."""

    ink: str
    fill: str
    edge: str


@dataclass(frozen=True)
class Tokens:
    """The colours of one scheme, as "#rrggbb"."""

    dark: bool
    bg: str
    sunk: str
    panel: str
    side: str
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_hover: str
    accent_soft: str
    field: str
    edge: str
    line: str
    hover: str
    dis: str
    dis_bg: str
    mark: str
    mark_line: str
    danger_hover: str
    late: ToneColours
    soon: ToneColours
    ok: ToneColours
    hold: ToneColours
    info: ToneColours

    def tone(self, tone: Tone) -> ToneColours:
        """Return the three colours of a state; an outlined chip has the panel behind it."""
        if tone is Tone.OUTLINE:
            return ToneColours(self.muted, self.panel, self.edge)
        colours: ToneColours = getattr(self, tone.value)
        return colours

    def ink(self, ink: Ink) -> str:
        """Return the colour of `ink`; a state gives its foreground."""
        colour: str | ToneColours = getattr(self, ink.value)
        return colour.ink if isinstance(colour, ToneColours) else colour


LIGHT = Tokens(
    dark=False,
    bg="#f5f6f8",
    sunk="#f5f6f8",
    panel="#ffffff",
    side="#eceef2",
    text="#1b2430",
    muted="#566171",
    accent="#2257c5",
    on_accent="#ffffff",
    accent_hover="#1b48a6",
    accent_soft="#e3ebfb",
    field="#7c8591",
    edge="#c2c9d2",
    line="#dfe3e8",
    hover="#e9ecf0",
    dis="#767f8b",
    dis_bg="#e9ecf0",
    mark="#fff3cf",
    mark_line="#9a6a00",
    danger_hover="#951c13",
    late=ToneColours("#b42318", "#fdecea", "#f0b8b2"),
    soon=ToneColours("#8a5300", "#fdf1dc", "#e8cb94"),
    ok=ToneColours("#1a6b3c", "#e4f4ea", "#a9d6ba"),
    hold=ToneColours("#4b5563", "#eceff3", "#ccd3db"),
    info=ToneColours("#2257c5", "#e3ebfb", "#b4c8f2"),
)

DARK = Tokens(
    dark=True,
    bg="#16191e",
    sunk="#191c21",
    panel="#1e2228",
    side="#121519",
    text="#e7eaee",
    muted="#a3adba",
    accent="#7ba4f4",
    on_accent="#0d1522",
    accent_hover="#93b4f7",
    accent_soft="#24324d",
    field="#75808d",
    edge="#485160",
    line="#333a43",
    hover="#2a3038",
    dis="#78828e",
    dis_bg="#282d34",
    mark="#3a321a",
    mark_line="#d9a93f",
    danger_hover="#ffb4ab",
    late=ToneColours("#ff9b8f", "#43211f", "#7a3b36"),
    soon=ToneColours("#f3c169", "#3d2f17", "#6e5526"),
    ok=ToneColours("#83d6a3", "#1b3526", "#2f5c43"),
    hold=ToneColours("#b6bfca", "#2c323a", "#474f5a"),
    info=ToneColours("#9dbcf8", "#24324d", "#3c5486"),
)


class TextStyle(Enum):
    """A line of the type scale: size in pixels and weight."""

    TITLE = (21, 600)
    DATE = (19, 600)
    BIG = (28, 600)
    SECTION = (14, 600)
    BODY = (13, 400)
    STRONG = (13, 600)
    CAPTION = (12, 400)
    CHIP = (12, 500)
    STEP = (12, 600)
    KEY_CAP = (11, 600)

    @property
    def pixels(self) -> int:
        """Height of the type in pixels."""
        return self.value[0]

    @property
    def weight(self) -> int:
        """Weight from 100 to 900."""
        return self.value[1]


class Space(IntEnum):
    """The distances used between things, in pixels."""

    NONE = 0
    HAIR = 4
    TIGHT = 8
    SNUG = 12
    ROOMY = 16
    PAGE = 24


class Radius(IntEnum):
    """Corner radii in pixels; a chip takes half its height."""

    TICK = 4
    FIELD = 7
    BANNER = 8
    CARD = 10


class Height(IntEnum):
    """Fixed heights in pixels: they never squeeze."""

    MAPPING = 24
    CHIP = 22
    KEY_VALUE = 27
    SMALL = 28
    STATUS_BAR = 30
    FIELD = 32
    SECTION_LINK = 36
    LARGE = 38
    PAGE_HEADER = 46


class RowHeight(IntEnum):
    """Heights of table rows in pixels."""

    PREVIEW = 32
    HEADER = 32
    GROUP = 38
    LIST = 40
    TWO_LINES = 50


class IconSize(IntEnum):
    """Edge of an icon in pixels."""

    CHIP = 14
    ROW = 16
    SECTION = 18
    COUNT = 20
    LOGO = 22
    EMPTY = 26


SIDEBAR_WIDTH = 200
DIALOG_WIDTH = 480
