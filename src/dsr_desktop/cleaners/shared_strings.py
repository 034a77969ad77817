"""The texts that the cells of a workbook share (ISO/IEC 29500-1, 18.4): which are used, and by whom."""

import re
from collections.abc import Container, Iterable, Iterator
from functools import cached_property

from dsr_desktop.cleaners.markup import Element, edited, elements, plain
from dsr_desktop.cleaners.needles import Needles
from dsr_desktop.readers.ooxml.strings import unescaped

_USE = re.compile(
    r"""<(?:[^\s<>:/"'=]+:)?c\s[^<>]*?\bt\s*=\s*["']s["'][^<>]*>\s*<(?:[^\s<>:/"'=]+:)?v(?:\s[^<>]*)?>\s*(\d+)\s*<"""
)
_SIMPLE = re.compile(r"""<(?:\w+:)?t(?:\s[^<>]*)?>([^<]*)</(?:\w+:)?t>""")
_KIND = re.compile(r"""<(?:[^\s<>:/"'=]+:)?c\s[^<>]*?\bt\s*=\s*["']s["'][^<>]*(?<!/)>""")


def used_strings(sheet: str) -> set[int]:
    """Return the numbers of the shared texts that the cells of a sheet use."""
    found = _USE.findall(sheet)
    if len(found) == len(_KIND.findall(sheet)) and "<!--" not in sheet:
        return set(map(int, set(found)))
    return set(_by_elements(sheet))


def _by_elements(sheet: str) -> Iterator[int]:
    for cell in elements(sheet, "c"):
        if cell.attributes.get("t") == "s":
            for value in elements(sheet, "v", cell.inner, cell.inner_end):
                if (number := sheet[value.inner : value.inner_end].strip()).isdecimal():
                    yield int(number)


class Strings:
    """The part with the shared texts; their numbers stay as they are."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._items: list[Element] = list(elements(text, "si"))

    @cached_property
    def _said(self) -> list[str]:
        return [self._read(item) for item in self._items]

    def texts(self, numbers: Iterable[int]) -> list[str]:
        """Return the texts of these numbers."""
        return [self._said[one] for one in numbers if one < len(self._said)]

    def naming(self, needles: Needles, besides: Container[int] = ()) -> set[int]:
        """Return the numbers of the texts in which one of the needles stands, those `besides` left out."""
        if not needles.may_be_in(self._text):
            return set()
        cut = needles.cut
        return {
            n
            for n, said in enumerate(self._said)
            if n not in besides and cut(said, numbers=True) is not None
        }

    def blanked(self, numbers: Iterable[int]) -> str:
        """Return the part with these texts blanked."""
        items = [self._items[one] for one in numbers if one < len(self._items)]
        return edited(self._text, [(one.start, one.end, _blank(one)) for one in items])

    def _read(self, item: Element) -> str:
        simple = _SIMPLE.fullmatch(self._text, item.inner, item.inner_end)
        return unescaped(plain(simple[1]) if simple else self._runs(item))

    def _runs(self, item: Element) -> str:
        """Join the runs of a text, without what tells how it is pronounced."""
        spoken = elements(self._text, "rPh", item.inner, item.inner_end)
        phonetic = [(one.start, one.end) for one in spoken]
        return "".join(
            plain(self._text[one.inner : one.inner_end])
            for one in elements(self._text, "t", item.inner, item.inner_end)
            if not any(first <= one.start < end for first, end in phonetic)
        )


def _blank(item: Element) -> str:
    prefix = item.tag.rpartition(":")[0]
    name = f"{prefix}:t" if prefix else "t"
    return f"<{item.tag}><{name}/></{item.tag}>"
