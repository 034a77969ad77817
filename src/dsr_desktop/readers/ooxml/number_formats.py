"""Tells by its number format what a number in a cell is: a date, or digits under a mask.

Format codes: ISO/IEC 29500-1, 18.8.31. Percent, currency and decimals are left to the number.
"""

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

_TOKEN = re.compile(r'"([^"]*)"?|[\\_*](.)|\[([^\]]*)\]?|(General)|(.)', re.IGNORECASE | re.DOTALL)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)")
_COMPARE: dict[str, Callable[[float, float], bool]] = {
    "<=": operator.le, ">=": operator.ge, "<>": operator.ne,
    "<": operator.lt, ">": operator.gt, "=": operator.eq,
}  # fmt: skip
_DIGITS = "0#?"
_NO_MASK = frozenset(".,%/@E$€£¥")
_MEANS_SOMETHING = re.compile(r"[^\W_]|\+")


class Shown(Enum):
    """As what a cell shows its number, unless it is a plain one or a mask.

    EITHER is a moment, but a bare time where the number counts no day: what a built-in format of
    East Asia shows depends on the language of the program.
    """

    DATE = auto()
    TIME = auto()
    MOMENT = auto()
    DURATION = auto()
    EITHER = auto()


@dataclass(frozen=True)
class Mask:
    """Digits and signs between them, as in `00 00 00 00 00`; a digit's place is 0, # or ?."""

    places: tuple[tuple[bool, str], ...]

    def show(self, digits: str) -> str:
        """Return whole number `digits` under the mask; there may be more of them than places."""
        count = sum(is_digit for is_digit, _ in self.places)
        spare = max(len(digits) - count, 0)
        left = list(digits[spare:])
        text, missing, forced = "", count - len(left), False
        extra = digits[:spare]
        for is_digit, sign in self.places:
            if not is_digit:
                text += sign
                continue
            forced = forced or sign == "0"
            if missing > 0:
                text += "0" if forced else " " if sign == "?" else ""
                missing -= 1
            else:
                text += extra + left.pop(0)
                extra = ""
        return text.strip()


@dataclass(frozen=True)
class _Section:
    mask: Mask | None
    holds: Callable[[float], bool] | None


@dataclass(frozen=True)
class Masks:
    """The sections of a number format that shows some numbers under a mask."""

    sections: tuple[_Section, ...]

    def show(self, number: int) -> str | None:
        """Return what one reads; None where the number stands as it is."""
        section = self._section(number)
        if section is None or section.mask is None:
            return None
        own_sign = section is not self.sections[0] and section.holds is None
        return ("-" if number < 0 and not own_sign else "") + section.mask.show(str(abs(number)))

    def _section(self, number: int) -> _Section | None:
        if any(section.holds for section in self.sections):
            fits = (one for one in self.sections if one.holds is None or one.holds(number))
            return next(fits, None)
        which = 1 if number < 0 else 2 if number == 0 else 0
        return self.sections[which] if which < len(self.sections) else self.sections[0]


_EAST_ASIAN = {*range(27, 37), *range(50, 59)}
_BUILT_IN = {
    **dict.fromkeys((14, 15, 16, 17), Shown.DATE),
    **dict.fromkeys((18, 19, 20, 21, 45, 47), Shown.TIME),
    **dict.fromkeys(sorted(_EAST_ASIAN), Shown.EITHER),
    22: Shown.MOMENT,
    46: Shown.DURATION,
}


def built_in(number: int) -> Shown | None:
    """Return what a format without code shows, by its number."""
    return _BUILT_IN.get(number)


def understand(code: str) -> Shown | Masks | None:
    """Return what a format code shows; None for plain numbers."""
    sections = [_tokens(section) for section in _split(code)]
    if shown := _moment(sections[0]):
        return shown
    masks = tuple(_Section(_mask(tokens), _condition(tokens)) for tokens in sections[:3])
    return Masks(masks) if any(section.mask for section in masks) else None


@dataclass(frozen=True)
class _Token:
    """Text between quotes, what stands in brackets, or a sign of the code."""

    literal: str = ""
    bracket: str = ""
    sign: str = ""


def _split(code: str) -> list[str]:
    sections = [""]
    for found in _TOKEN.finditer(code):
        if found[0] == ";":
            sections.append("")
        else:
            sections[-1] += found[0]
    return sections


def _tokens(section: str) -> list[_Token]:
    return [_token(found) for found in _TOKEN.finditer(section)]


def _token(found: re.Match[str]) -> _Token:
    quoted, single, bracket, general, sign = found.groups()
    if single is not None:
        return _Token(literal=single if found[0][0] == "\\" else " " if found[0][0] == "_" else "")
    if bracket is not None:
        return _Token(bracket=bracket)
    return _Token(literal=quoted or "", sign="@" if general else sign or "")


def _moment(tokens: list[_Token]) -> Shown | None:
    signs = {token.sign.lower() for token in tokens}
    if any(set(token.bracket.lower()) in ({"h"}, {"m"}, {"s"}) for token in tokens):
        return Shown.DURATION
    has_time = bool(signs & {"h", "s"})
    has_date = bool(signs & {"y", "d"}) or ("m" in signs and not has_time)
    if has_date:
        return Shown.MOMENT if has_time else Shown.DATE
    return Shown.TIME if has_time else None


def _condition(tokens: list[_Token]) -> Callable[[float], bool] | None:
    for token in tokens:
        if found := _CONDITION.fullmatch(token.bracket.strip()):
            compare, bound = _COMPARE[found[1]], float(found[2])
            return lambda number: compare(number, bound)
    return None


def _mask(tokens: list[_Token]) -> Mask | None:
    if any(token.sign.upper() in _NO_MASK for token in tokens if token.sign):
        return None
    if any(_is_money(token.bracket) for token in tokens):
        return None
    places = tuple(
        (token.sign in _DIGITS, token.sign) if token.sign else (False, token.literal)
        for token in tokens
        if token.sign or token.literal
    )
    return Mask(places) if _changes_digits(places) else None


def _is_money(bracket: str) -> bool:
    return bracket.startswith("$") and not bracket.startswith("$-")


def _changes_digits(places: tuple[tuple[bool, str], ...]) -> bool:
    """Tell whether more is read than the digits and a unit behind them."""
    digits = [index for index, (is_digit, _) in enumerate(places) if is_digit]
    if not digits:
        return False
    first, last = digits[0], digits[-1]
    forced = places[first][1] == "0" and len(digits) > 1
    between = last - first + 1 > len(digits)
    before = "".join(sign for _, sign in places[:first])
    return forced or between or _MEANS_SOMETHING.search(before) is not None
