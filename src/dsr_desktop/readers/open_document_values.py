"""What a cell of an OpenDocument spreadsheet shows, and the value behind it.

OpenDocument 1.3 part 3: 6.1.2 (white space), 19.385 (kinds of values).
"""

import datetime as dt
import re
from collections.abc import Mapping

from dsr_desktop.readers.display import NO_DAY, show_moment, show_span, show_truth
from dsr_desktop.readers.ooxml.numbers import read_number

SPACE, TAB, LINE_BREAK = "\0", "\1", "\2"
_MEANT = str.maketrans({SPACE: " ", TAB: "\t", LINE_BREAK: "\n"})
_UNEVEN = re.compile(r"[ \t\r\n]{2}|[\t\r\n\0\1\2]|\A | \Z")
_BLANKS = re.compile(r"[ \t\r\n]+")
_NO_DIGIT = re.compile(r"\D")
_GROUPED = re.compile(r"(?<!\d)[1-9]\d{0,2}(?:[\s.,'’]\d{3})+(?!\d)")
_LONGEST_MASK = 40
_SPAN = re.compile(r"(-?)P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?")
_NUMBERS = frozenset({"float", "percentage", "currency"})
_CLOCK = re.compile(r"\d\s?[:hH時时시]\s?\d|\d\s?[AaPp]\.?\s?[Mm]\b|\s\d\d?\.\d\d\b")
_DAY = dt.timedelta(days=1)


def paragraph_text(pieces: list[str]) -> str:
    """Join the pieces of a paragraph; blanks of the XML shrink to one, those that are meant stay.

    Meant spaces, tabs and line breaks come as SPACE, TAB and LINE_BREAK.
    """
    text = "".join(pieces)
    if not _UNEVEN.search(text):
        return text
    return _BLANKS.sub(" ", text).strip(" ").translate(_MEANT)


def shown_and_typed(cell: Mapping[str, str], shown: str) -> tuple[str, object]:
    """Return the text of a cell as the register keeps it, and its typed value or None.

    `cell` holds attributes by prefixed name, `shown` the text that the sheet displays.
    """
    kind = cell.get("value-type")
    if kind is None or kind == "string" or cell.get("calcext:value-type") == "error":
        return shown or cell.get("string-value", ""), None
    if kind in _NUMBERS:
        return _number(cell.get("value", ""), shown)
    if kind == "date":
        return _date(cell.get("date-value", ""), shown)
    if kind == "time":
        return _time(cell.get("time-value", ""), shown)
    if kind == "boolean":
        truth = cell.get("boolean-value") == "true"
        return show_truth(truth), truth
    return shown or cell.get("string-value", ""), None


def _number(stored: str, shown: str) -> tuple[str, object]:
    """Choose between what is displayed and the plain number.

    A mask (leading zeros, a phone number's blanks) is kept, and so is a word such as an error or
    a truth; rounding, exponents and thousands separators are not.
    """
    plain, number = read_number(stored)
    if number is None:
        return shown or plain, None
    digits = _NO_DIGIT.sub("", shown)
    if not digits:
        return (shown if any(map(str.isalpha, shown)) else plain), number
    whole = isinstance(number, int) and len(digits) < _LONGEST_MASK and int(digits) == abs(number)
    return (shown if whole and not _GROUPED.search(shown) else plain), number


def _date(value: str, shown: str) -> tuple[str, object]:
    try:
        if "T" not in value:
            return show_moment(dt.date.fromisoformat(value))
        moment = dt.datetime.fromisoformat(value).replace(tzinfo=None)
    except ValueError:
        return shown or value, None
    text, typed = show_moment(moment)
    return (moment.date().isoformat() if _hides_time(shown) else text), typed


def _hides_time(shown: str) -> bool:
    """Tell whether a cell displays digits of a day alone."""
    return bool(_NO_DIGIT.sub("", shown)) and not _CLOCK.search(shown)


def _time(value: str, shown: str) -> tuple[str, object]:
    read = _SPAN.fullmatch(value)
    if not read:
        return shown or value, None
    try:
        days, hours, minutes = (int(part or 0) for part in read.groups()[1:4])
        seconds = float((read[5] or "0").replace(",", "."))
        span = dt.timedelta(days, round(seconds, 3), 0, 0, minutes, hours)
        if not read[1] and span < _DAY:
            return show_moment((NO_DAY + span).time())
        return show_span(-span if read[1] else span)
    except (OverflowError, ValueError):
        return shown or value, None
