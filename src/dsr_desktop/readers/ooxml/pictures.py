"""Counts the pictures of an Office file, large ones apart from logos and the like (ADR 0021)."""

import re
from collections import defaultdict
from collections.abc import Iterator
from xml.etree import ElementTree

from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.messages import UnreadableError
from dsr_desktop.readers.ooxml.package import Package
from dsr_desktop.readers.picture_size import HEAD, is_small

_PICTURE = re.compile(r"(?:xl|word)/media/.+")
_DRAWING = re.compile(r"xl/drawings/[^/]+\.xml")
_OLD_DRAWING = re.compile(r"xl/drawings/[^/]+\.vml")
_OLD_SHAPE = re.compile(
    rb"""<v:shape\s[^>]*?style=["']([^"'>]*)["'][^>]*>\s*<v:imagedata\s[^>]*?relid=["']([^"']*)["']"""
)
_SIDE = re.compile(rb"(?:^|;)\s*(width|height)\s*:\s*([\d.]+)pt")
_BLIPS = frozenset({"blip", "svgBlip"})
_EMU_PER_CM = 360_000
_POINTS_PER_CM = 72 / 2.54
_MOST_OLD_DRAWING = 5_000_000


def count_pictures(package: Package) -> tuple[int, int]:
    """Return how many pictures may show a list of people, and how many are too small for that."""
    names = [name for name in package.names if _PICTURE.fullmatch(name)]
    shown = _shown(package) if names else {}
    small = sum(is_small(shown.get(name), _head(package, name)) for name in names)
    return len(names) - small, small


def _head(package: Package, name: str) -> bytes:
    head = b""
    try:
        for chunk in package.chunks(name):
            head += chunk
            if len(head) >= HEAD:
                break
    except UnreadableError as error:
        if error.problem is not Problem.DAMAGED:
            raise
    return head


def _shown(package: Package) -> dict[str, float | None]:
    """Return the largest area, in cm², on which each picture is shown; None where one is unknown."""
    areas: dict[str, list[float | None]] = defaultdict(list)
    for drawing in package.names:
        if _DRAWING.fullmatch(drawing):
            places = _places(package, drawing)
        elif _OLD_DRAWING.fullmatch(drawing):
            places = _old_places(package, drawing)
        else:
            continue
        try:
            targets = {one.id: one.target.lower() for one in package.relations(drawing)}
            for relation, area in places:
                areas[targets.get(relation, "")].append(area)
        except UnreadableError as error:
            if error.problem is not Problem.DAMAGED:
                raise
    return {name: _largest(each) for name, each in areas.items()}


def _largest(areas: list[float | None]) -> float | None:
    known = [area for area in areas if area is not None]
    return max(known) if len(known) == len(areas) else None


def _places(package: Package, drawing: str) -> Iterator[tuple[str, float | None]]:
    """Yield relations to pictures with the areas of these; in groups, sizes mean something else."""
    tree = package.tree(drawing)
    grouped = {id(picture) for group in tree.iter("grpSp") for picture in group.iter("pic")}
    for picture in tree.iter("pic"):
        area = None if id(picture) in grouped else _area(picture)
        for blip in picture.iter():
            if blip.tag in _BLIPS:
                yield blip.get("embed", ""), area


def _area(picture: ElementTree.Element) -> float | None:
    size = picture.find("spPr/xfrm/ext")
    sides = (size.get("cx", ""), size.get("cy", "")) if size is not None else ("", "")
    if not all(side.isdecimal() and len(side) < 12 for side in sides):
        return None
    return int(sides[0]) / _EMU_PER_CM * int(sides[1]) / _EMU_PER_CM


def _old_places(package: Package, drawing: str) -> Iterator[tuple[str, float | None]]:
    """Yield pictures in headers and footers of pages, whose drawings often are no well-formed XML."""
    content = b""
    for chunk in package.chunks(drawing):
        content += chunk
        if len(content) > _MOST_OLD_DRAWING:
            return
    for style, relation in _OLD_SHAPE.findall(content):
        sides = {name: float(points) / _POINTS_PER_CM for name, points in _SIDE.findall(style)}
        if len(sides) == 2:
            yield relation.decode("ascii", "replace"), sides[b"width"] * sides[b"height"]
