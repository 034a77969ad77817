"""Numbers as a spreadsheet shows them: 15 digits of a fraction, no exponent, no needless zero."""

import math
import re
from collections.abc import Sequence
from decimal import Decimal
from typing import cast

_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?", re.ASCII)
_LONGEST = 40
_EXACT = 16
_WHOLE = "(?:0|[1-9][0-9]*+)"
_SHOWN = re.compile(rf"(?=.{{1,{_EXACT}}}\Z)(?:-?{_WHOLE}\.[0-9]*[1-9]|{_WHOLE})")
_LARGEST, _SMALLEST = 1e30, 1e-15


def read_number(stored: str) -> tuple[str, int | float | None]:
    """Return text and value of a stored number; text alone if it is none or too long to be one.

    Whole numbers keep all digits that are stored: some programs store more than the 15 of Excel.
    """
    if stored.isdecimal() and stored.isascii() and len(stored) <= _LONGEST:
        number = int(stored)
        return (stored if stored[0] != "0" else str(number)), number
    if (value := _fraction_as_shown(stored)) is not None:
        return stored, value
    stored = stored.strip()
    if len(stored) > _LONGEST or not _NUMBER.fullmatch(stored):
        return stored, None
    return _read_other(stored)


def read_usual_numbers(
    stored: Sequence[str | None],
) -> tuple[list[str], Sequence[int | float]] | None:
    """Return texts and values of many numbers at once, the same as `read_number` of each.

    None unless all are whole, or all are stored just as they are shown: then one by one.
    """
    if not all(stored):
        return None
    numbers = cast("Sequence[str]", stored)
    joined = "".join(numbers)
    if not joined.isascii() or max(map(len, numbers), default=0) > _LONGEST:
        return None
    if joined.isdecimal():
        whole = list(map(int, numbers))
        return list(map(str, whole)), whole
    return _as_shown(numbers)


def _as_shown(numbers: Sequence[str]) -> tuple[list[str], Sequence[int | float]] | None:
    if not all(map(_SHOWN.fullmatch, numbers)):
        return None
    values = [float(number) if "." in number else int(number) for number in numbers]
    texts = list(map(str, values))
    return (texts, values) if texts == list(numbers) else None


def _fraction_as_shown(stored: str) -> float | None:
    """Return a fraction that is stored just as it is shown, as nearly all are."""
    try:
        value = float(stored)
    except ValueError:
        return None
    is_shown = len(stored) <= _EXACT and repr(value) == stored and "." in stored
    return value if is_shown and "e" not in stored and not value.is_integer() else None


def _read_other(stored: str) -> tuple[str, int | float | None]:
    value = float(stored)
    if not abs(value) < _LARGEST or 0 < abs(value) < _SMALLEST:
        return stored, value if math.isfinite(value) else None
    shown = repr(value)
    if len(shown) <= _EXACT and "e" not in shown and not value.is_integer():
        return shown, value
    exact = Decimal(stored)
    if exact == exact.to_integral_value():
        return str(int(exact)), int(exact)
    return f"{Decimal(f'{value:.15g}'):f}", value
