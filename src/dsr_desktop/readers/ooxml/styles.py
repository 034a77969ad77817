"""Reads how the cells of a workbook show their numbers (ISO/IEC 29500-1, 18.8)."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from xml.etree import ElementTree

from dsr_desktop.readers.ooxml.number_formats import Masks, Shown, built_in, understand
from dsr_desktop.readers.ooxml.numbers import read_number
from dsr_desktop.readers.ooxml.serial_days import Calendar

_MOST_DAYS = 50_000
Show = Callable[[str], tuple[str, object]]
"""Returns what a cell shows for a stored number, and its typed value (None for plain text)."""


def read_styles(tree: ElementTree.Element, calendar: Calendar) -> list[Show]:
    """Return for each cell style, by its number, how it shows a number."""
    codes = {one.get("numFmtId", ""): one.get("formatCode", "") for one in tree.iter("numFmt")}
    known: dict[str, Show] = {}
    styles = []
    for number in _format_numbers(tree):
        if number not in known:
            known[number] = _show(_meaning(number, codes), calendar)
        styles.append(known[number])
    return styles


def _format_numbers(tree: ElementTree.Element) -> Iterator[str]:
    formats = tree.find("cellXfs")
    return (one.get("numFmtId", "0") for one in (formats.iter("xf") if formats is not None else ()))


def _meaning(number: str, codes: dict[str, str]) -> Shown | Masks | None:
    if number in codes:
        return understand(codes[number])
    return built_in(int(number)) if number.isdecimal() else None


def _show(meaning: Shown | Masks | None, calendar: Calendar) -> Show:
    if meaning is None:
        return read_number
    if isinstance(meaning, Masks):
        return _under_masks(meaning)
    return lru_cache(_MOST_DAYS)(_as_moment(meaning, calendar))


def _under_masks(masks: Masks) -> Show:
    def show(stored: str) -> tuple[str, object]:
        text, number = read_number(stored)
        masked = masks.show(number) if isinstance(number, int) else None
        return masked or text, number

    return show


def _as_moment(shown: Shown, calendar: Calendar) -> Show:
    def show(stored: str) -> tuple[str, object]:
        text, number = read_number(stored)
        return (None if number is None else calendar.show(number, shown)) or (text, number)

    return show
