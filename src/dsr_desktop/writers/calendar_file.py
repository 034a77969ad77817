"""Writes days as a calendar file (RFC 5545): all-day entries whose identifiers never change."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from dsr_desktop import __version__
from dsr_desktop.domain.calendar_entries import CalendarEntry, EntryKind
from dsr_desktop.wording.calendar import entry_title
from dsr_desktop.wording.language import Tr

_MOST_OCTETS = 75
_END = "\r\n"
_MORNING, _MORNING_BEFORE = "PT9H", "-PT15H"
_ALARMS = {
    EntryKind.INTERNAL_TARGET: (_MORNING,),
    EntryKind.LEGAL_DATE: (_MORNING_BEFORE, _MORNING),
}
"""At nine, counted from the midnight at which the whole day begins, wherever the calendar is read."""


def to_calendar(entries: Iterable[CalendarEntry], register_id: str, made_on: date, tr: Tr) -> bytes:
    """Return the calendar: `register_id` tells the entries of one register from another's.

    An entry keeps its identifier when its day moves, so that importing the file again moves it.
    """
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0",
        f"PRODID:-//DSR Desktop//DSR Desktop {__version__}//{tr.language.upper()}",
        "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
        *(line for entry in entries for line in _event(entry, register_id, made_on, tr)),
        "END:VCALENDAR",
    ]  # fmt: skip
    return "".join(fold(line) + _END for line in lines).encode()


def escaped(text: str) -> str:
    """Escape a text value (RFC 5545, 3.3.11)."""
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return text.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")


def fold(line: str) -> str:
    """Cut a line after at most 75 octets, never inside a character (RFC 5545, 3.1)."""
    pieces, piece, used = [], "", 0
    for character in line:
        octets = len(character.encode())
        if used + octets > _MOST_OCTETS:
            pieces.append(piece)
            piece, used = "", 1  # the blank that begins a continued line counts
        piece += character
        used += octets
    return f"{_END} ".join([*pieces, piece])


def _event(entry: CalendarEntry, register_id: str, made_on: date, tr: Tr) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.ref}-{entry.kind}-{register_id}@dsr-desktop.invalid"
    yield f"DTSTAMP:{made_on:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{entry.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{escaped(entry_title(tr, entry))}"
    yield f"STATUS:{'TENTATIVE' if entry.is_provisional else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"
    for trigger in _ALARMS[entry.kind]:
        yield "BEGIN:VALARM"
        yield "ACTION:DISPLAY"
        yield f"DESCRIPTION:{escaped(entry_title(tr, entry))}"
        yield f"TRIGGER:{trigger}"
        yield "END:VALARM"
    yield "END:VEVENT"
