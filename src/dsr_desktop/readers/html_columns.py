"""The columns of an HTML table that are not displayed, from its `col` and `colgroup` elements.

HTML Living Standard 4.9.3 and 4.9.4: the span of a group counts only where no `col` stands in it.
"""

import re
from collections.abc import Mapping

from dsr_desktop.readers.open_row import MOST_COLUMNS

WIDEST_SPAN = 1_000
_MOST_DIGITS = 12
_NOT_DISPLAYED = re.compile(r"display\s*:\s*none|visibility\s*:\s*collapse", re.IGNORECASE)


class Columns:
    """Is told of `col` and `colgroup` elements, in their order, before the first row."""

    def __init__(self) -> None:
        self._count = 0
        self._hidden: set[int] = set()
        self._group: Mapping[str, str] = {}
        self._has_own_span = False

    def open_group(self, attributes: Mapping[str, str]) -> None:
        """Begin a group; the one before ends."""
        self._close_group()
        self._group = attributes
        self._has_own_span = True

    def add(self, attributes: Mapping[str, str]) -> None:
        """Add a `col`, which may stand for several columns."""
        self._has_own_span = False
        self._add(attributes, hidden=is_hidden(attributes) or is_hidden(self._group))

    def hidden(self) -> frozenset[int]:
        """Return the numbers, from 1, of the columns that are not displayed."""
        self._close_group()
        return frozenset(self._hidden)

    def _close_group(self) -> None:
        if self._has_own_span:
            self._add(self._group, hidden=is_hidden(self._group))
        self._has_own_span = False

    def _add(self, attributes: Mapping[str, str], *, hidden: bool) -> None:
        first = self._count + 1
        self._count = min(
            self._count + read_span(attributes.get("span"), WIDEST_SPAN), MOST_COLUMNS
        )
        if hidden:
            self._hidden.update(range(first, self._count + 1))


def is_hidden(attributes: Mapping[str, str]) -> bool:
    """Tell whether an element is not displayed."""
    return "hidden" in attributes or bool(_NOT_DISPLAYED.search(attributes.get("style", "")))


def read_span(written: str | None, most: int, *, zero: int = 1) -> int:
    """Read a span, `zero` for one of 0."""
    digits = written.strip()[:_MOST_DIGITS] if written else ""
    return min(int(digits), most) or zero if digits.isdecimal() else 1
