"""Holds the markup of a workbook to what its places need: whole tags, each inside its own kind."""

import re
from collections.abc import Iterator

from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.messages import UnreadableError

_HAS_PLACES = re.compile(r"xl/(?:worksheets/[^/]+|sharedstrings\d*|styles\d*|workbook\d*)\.xml")
_ATTRIBUTE = rb"\s+[\w:.-]+\s*=\s*(?:\"[^\"<]*\"|'[^'<]*')"
_TAG = re.compile(rb"<(/?)(?:[\w.-]+:)?([\w.-]+)((?:" + _ATTRIBUTE + rb")*)\s*(/?)>")
_NO_ELEMENT = re.compile(rb"<\?[^<>]*\?>|<!--[^<]*?-->")
_PLACE = re.compile(rb"\sr\s*=")
_IN_TEXT = frozenset({b"si", b"is", b"r", b"rPh"})
_PARENTS: dict[bytes, frozenset[bytes]] = {
    b"row": frozenset({b"sheetData"}),
    b"c": frozenset({b"row"}),
    b"v": frozenset({b"c"}),
    b"is": frozenset({b"c"}),
    b"si": frozenset({b"sst"}),
    b"r": _IN_TEXT,
    b"rPh": _IN_TEXT,
    b"t": _IN_TEXT,
    b"xf": frozenset({b"cellXfs", b"cellStyleXfs"}),
    b"sheet": frozenset({b"sheets"}),
}
_WATCHED = frozenset(_PARENTS).union(*_PARENTS.values())


def has_places(name: str) -> bool:
    """Tell whether a part (its name in lower case) says where something stands, or which text it is."""
    return _HAS_PLACES.fullmatch(name) is not None


class Nesting:
    """Follows the tags of one part that give its texts a place.

    A tag that is broken or ends elsewhere makes a forgiving reader skip a cell, and all behind it
    move: no place is better than a wrong one.
    """

    def __init__(self) -> None:
        self._open: list[bytes] = []

    def follow(self, piece: bytes) -> None:
        """Take a piece that cuts no tag; UnreadableError where tags are broken or do not match."""
        for end, name, attributes, is_empty in _TAG.findall(piece):
            if name in _WATCHED:
                self._step(bool(end), name, attributes, is_empty=bool(is_empty))
        if b"<" in _TAG.sub(b"", _NO_ELEMENT.sub(b"", piece)):
            raise UnreadableError(Problem.DAMAGED)

    def close(self) -> None:
        """Refuse a part in which a tag stays open."""
        if self._open:
            raise UnreadableError(Problem.DAMAGED)

    def _step(self, ends: bool, name: bytes, attributes: bytes, *, is_empty: bool) -> None:
        if any(self._faults(ends, name, attributes)):
            raise UnreadableError(Problem.DAMAGED)
        if ends:
            self._open.pop()
        elif not is_empty:
            self._open.append(name)

    def _faults(self, ends: bool, name: bytes, attributes: bytes) -> Iterator[bool]:
        around = self._open[-1] if self._open else b""
        if ends:
            yield around != name
        else:
            yield around not in _PARENTS.get(name, {around})
            yield len(_PLACE.findall(attributes)) > 1
