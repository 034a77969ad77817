"""Numbers as a spreadsheet shows them: 15 digits of a fraction, no exponent, no needless zero."""

import math
import re
from collections.abc import Sequence
from decimal import Decimal

_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?", re.ASCII)
_LONGEST = 40
_EXACT = 16
_LARGEST, _SMALLEST = 1e30, 1e-15

Columns = tuple[Sequence[str], Sequence[int | float | None]]
"""The texts of many numbers, and their values."""


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


def read_numbers(stored: Sequence[str]) -> Columns:
    """Return texts and values of many numbers, none of them blank: the same as `read_number` of each."""
    joined = "".join(stored)
    if not joined.isascii() or max(map(len, stored), default=0) > _LONGEST or "n" in joined:
        return _one_by_one(stored)
    if joined.isdecimal():
        whole = list(map(int, stored))
        return list(map(str, whole)), whole
    if "e" in joined:
        return _one_by_one(stored)
    try:
        values = list(map(float, stored))
    except ValueError:
        return _one_by_one(stored)
    return _fractions(stored, values)


def _fractions(stored: Sequence[str], values: Sequence[float]) -> Columns:
    """Take what is stored just as it is shown; the others, whole ones among them, are few."""
    read = [
        (one, value)
        if one == exact and len(one) <= _EXACT and not one.endswith(".0")
        else read_number(one)
        for one, value, exact in zip(stored, values, map(repr, values), strict=True)
    ]
    return [text for text, _ in read], [value for _, value in read]


def _one_by_one(stored: Sequence[str]) -> Columns:
    read = list(map(read_number, stored))
    return [text for text, _ in read], [value for _, value in read]


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
