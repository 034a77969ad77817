"""Tells what a workbook holds beside its sheets that may name a person and is not read."""

import re
from collections.abc import Iterator

from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.messages import UnreadableError, Warned
from dsr_desktop.readers.ooxml.package import Package
from dsr_desktop.readers.ooxml.pictures import count_pictures

_PIVOT_ROWS = re.compile(r"xl/pivotcache/pivotcacherecords.*\.(?:xml|bin)")
_PIVOT = re.compile(r"xl/pivotcache/pivotcachedefinition.*\.xml")
_OBJECT = re.compile(r"xl/embeddings/.+")
_DRAWN = re.compile(r".*\.vml")
_DRAWN_TEXT = re.compile(rb"<(?:\w+:)?textbox\b[^>]*>(.*?)</(?:\w+:)?textbox>", re.DOTALL)
_ON_CHARTS = re.compile(r"xl/drawings/[^/]+\.xml")
_CHART_TEXT = re.compile(rb"<(?:\w+:)?userShapes\b.*<(?:\w+:)?t>", re.DOTALL)
_TAG = re.compile(rb"<[^>]*>|&nbsp;|\s")
_MOST_DRAWN = 5_000_000


def left_out(package: Package) -> Iterator[Warned]:
    """Yield a warning for each kind of leftover."""
    names = package.names
    if any(map(_PIVOT_ROWS.fullmatch, names)) or any(
        _pivot_names(package, name) for name in filter(_PIVOT.fullmatch, names)
    ):
        yield Warned(Problem.PIVOT_NOT_READ, {})
    drawn = any(_has_drawn_text(package, name) for name in filter(_DRAWN.fullmatch, names))
    if drawn or any(
        _is_text_on_chart(package, name) for name in filter(_ON_CHARTS.fullmatch, names)
    ):
        yield Warned(Problem.DRAWN_TEXT_NOT_READ, {})
    large, small = count_pictures(package)
    if objects := large + sum(1 for name in names if _OBJECT.fullmatch(name)):
        yield Warned(Problem.OBJECTS_NOT_READ, {"count": objects})
    if small:
        yield Warned(Problem.SMALL_PICTURES, {"count": small})


def _pivot_names(package: Package, name: str) -> bool:
    """Tell whether a pivot table without rows still lists the texts that its columns held."""
    try:
        tree = package.tree(name)
    except UnreadableError:
        return True
    return any(one.find("s") is not None for one in tree.iter("sharedItems"))


def _has_drawn_text(package: Package, name: str) -> bool:
    """Look into drawings of the old form, which often are no well-formed XML."""
    content = _beginning(package, name)
    return len(content) > _MOST_DRAWN or any(
        _TAG.sub(b"", text) for text in _DRAWN_TEXT.findall(content)
    )


def _is_text_on_chart(package: Package, name: str) -> bool:
    content = _beginning(package, name)
    return len(content) > _MOST_DRAWN or _CHART_TEXT.search(content) is not None


def _beginning(package: Package, name: str) -> bytes:
    """Return a part up to a length that is plenty, and then some more."""
    content = b""
    for chunk in package.chunks(name):
        content += chunk
        if len(content) > _MOST_DRAWN:
            break
    return content
