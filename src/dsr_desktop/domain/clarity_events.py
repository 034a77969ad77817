"""The events that Microsoft Clarity records, and which of what they hold a person can read.

Source: github.com/microsoft/clarity, commit 8aa987e4, packages/clarity-js/types/data.d.ts and
src/{data,interaction,diagnostic,layout}/encode.ts.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum

Tokens = Sequence[object]
"""What an event holds behind its time and its type."""


class EventType(IntEnum):
    """Types that a payload may hold; others below 200 are counted, from 200 on they are not Clarity's."""

    METRIC = 0
    DIMENSION = 1
    UPLOAD = 2
    UPGRADE = 3
    BASELINE = 4
    DISCOVER = 5
    MUTATION = 6
    REGION = 7
    DOCUMENT = 8
    CLICK = 9
    SCROLL = 10
    RESIZE = 11
    MOUSE_MOVE = 12
    MOUSE_DOWN = 13
    MOUSE_UP = 14
    MOUSE_WHEEL = 15
    DOUBLE_CLICK = 16
    TOUCH_START = 17
    TOUCH_END = 18
    TOUCH_MOVE = 19
    TOUCH_CANCEL = 20
    SELECTION = 21
    TIMELINE = 22
    PAGE = 23
    CUSTOM = 24
    PING = 25
    UNLOAD = 26
    INPUT = 27
    VISIBILITY = 28
    NAVIGATION = 29
    CONNECTION = 30
    SCRIPT_ERROR = 31
    IMAGE_ERROR = 32
    LOG = 33
    VARIABLE = 34
    LIMIT = 35
    SUMMARY = 36
    BOX = 37
    CLIPBOARD = 38
    SUBMIT = 39
    EXTRACT = 40
    FRAUD = 41
    CHANGE = 42
    SNAPSHOT = 43
    ANIMATION = 44
    STYLE_SHEET_ADOPTION = 45
    STYLE_SHEET_UPDATE = 46
    CONSENT = 47
    CONTEXT_MENU = 48
    FOCUS = 50
    CUSTOM_ELEMENT = 51
    CHAT = 52


class EventGroup(StrEnum):
    """The groups in which the privacy policy speaks of events; OTHER has the rest."""

    INTERACTION = "interaction"
    DIAGNOSTIC = "diagnostic"
    PAGE = "page"
    CUSTOM = "custom"
    PLAYBACK = "playback"
    OTHER = "other"


_GROUPS: Mapping[EventGroup, frozenset[int]] = {
    EventGroup.INTERACTION: frozenset({*range(9, 22), 27, 38, 39, 42, 48, 50}),
    EventGroup.DIAGNOSTIC: frozenset({2, 29, *range(31, 34), 41}),
    EventGroup.PAGE: frozenset({0, 1, 4, 8, 26, 28, 36}),
    EventGroup.CUSTOM: frozenset({24, 34, 40}),
    EventGroup.PLAYBACK: frozenset({5, 6, 37, 43, 44, 45, 46, 51}),
}

DOM_EVENTS = frozenset({EventType.DISCOVER, EventType.MUTATION, EventType.SNAPSHOT})
"""Events that hold the page as the visitor saw it, as a list of nodes (`clarity_dom`)."""

_DIMENSIONS = {
    0: "UserAgent", 1: "Url", 2: "Referrer", 3: "PageTitle", 4: "NetworkHosts", 9: "Language",
    15: "TabId", 22: "Platform", 23: "PlatformVersion", 24: "Brand", 25: "Model",
    26: "DevicePixelRatio", 27: "ConnectionType", 28: "Dob", 29: "CookieVersion",
    33: "AncestorOrigins", 34: "Timezone", 35: "TimezoneOffset", 36: "Consent",
    38: "GlobalPrivacyControl",
}  # fmt: skip
_METRICS = {
    0: "ClientTimestamp", 14: "ScreenWidth", 15: "ScreenHeight", 16: "ColorDepth", 27: "Mobile",
    32: "MaxTouchPoints", 33: "HardwareConcurrency", 34: "DeviceMemory",
}  # fmt: skip
CLIENT_TIMESTAMP = 0
_CLIPBOARD = {0: "cut", 1: "copy", 2: "paste"}


@dataclass(frozen=True)
class Told:
    """What an event says in words; "" for what it does not say.

    `text` was on the page or typed (perhaps masked), `link` is an address, `about` has the rest that
    one can read: names with their values, one after the other.
    """

    text: str = ""
    link: str = ""
    about: str = ""


def event_name(number: int) -> str:
    """Return the name of a type, such as "ScriptError"; "Event 49" for one without a name."""
    try:
        return EventType(number).name.title().replace("_", "")
    except ValueError:
        return f"Event {number}"


def group_of(number: int) -> EventGroup:
    """Return the group of a type."""
    return next((group for group, types in _GROUPS.items() if number in types), EventGroup.OTHER)


def tell(number: int, tokens: Tokens) -> Told:
    """Return what one event says; tokens that are missing or of another kind say nothing."""
    said = _TELL.get(number)
    return said(tokens) if said else Told()


def pairs_of(number: int, tokens: Tokens) -> Iterator[tuple[str, str]]:
    """Yield names and values of an event that is made of pairs, or of one value (Custom)."""
    if number == EventType.CUSTOM:
        values = [_written(one) for one in tokens]
        yield (values[0], values[1]) if len(values) > 1 else ("", "".join(values))
        return
    names = {EventType.DIMENSION: _DIMENSIONS, EventType.METRIC: _METRICS}.get(EventType(number))
    for name, value in zip(tokens[::2], tokens[1::2], strict=False):
        if names is None:
            yield _written(name), _written(value)
        elif isinstance(name, int):
            yield names.get(name, str(name)), _written(value)


def _click(tokens: Tokens) -> Told:
    places = (("tag", 15), ("class", 16), ("id", 17))
    about = _named((name, _text(tokens, place)) for name, place in places)
    return Told(_text(tokens, 8), _text(tokens, 9), about)


def _input(tokens: Tokens) -> Told:
    return Told(_text(tokens, 1))


def _change(tokens: Tokens) -> Told:
    return Told(_text(tokens, 2), about=_named([("type", _text(tokens, 1))]))


def _unload(tokens: Tokens) -> Told:
    return Told(about=_text(tokens, 0))


def _script_error(tokens: Tokens) -> Told:
    return Told(_text(tokens, 0), _text(tokens, 4))


def _clipboard(tokens: Tokens) -> Told:
    return Told(about=_CLIPBOARD.get(_number(tokens, 1), ""))


def _consent(tokens: Tokens) -> Told:
    names = ("source", "ad_storage", "analytics_storage")
    return Told(about=_named(zip(names, map(_written, tokens), strict=False)))


def _pairs(number: EventType) -> Callable[[Tokens], Told]:
    return lambda tokens: Told(about=_named(pairs_of(number, tokens)))


def _named(pairs: Iterable[tuple[str, str]]) -> str:
    told = [f"{name}={value}" if name else value for name, value in pairs if value]
    return "; ".join(told)


def _written(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(_written(one) for one in value if not isinstance(one, list | dict))
    return value if isinstance(value, str) else str(value) if isinstance(value, int | float) else ""


def _text(tokens: Tokens, place: int) -> str:
    value = tokens[place] if place < len(tokens) else None
    return value if isinstance(value, str) else ""


def _number(tokens: Tokens, place: int) -> int:
    value = tokens[place] if place < len(tokens) else None
    return value if isinstance(value, int) else -1


_TELL: Mapping[int, Callable[[Tokens], Told]] = {
    EventType.CLICK: _click,
    EventType.CONTEXT_MENU: _click,
    EventType.INPUT: _input,
    EventType.CHANGE: _change,
    EventType.UNLOAD: _unload,
    EventType.SCRIPT_ERROR: _script_error,
    EventType.CLIPBOARD: _clipboard,
    EventType.CONSENT: _consent,
    **{
        one: _pairs(one)
        for one in (EventType.CUSTOM, EventType.VARIABLE, EventType.DIMENSION, EventType.METRIC)
    },
}
