"""Takes plain pieces of an HTML page apart by patterns: faster than the parser of the library.

HTML Living Standard 13.2.5; whatever is not plain (comments, scripts, loose signs) is for the parser.
"""

import html
import re
from collections.abc import Mapping
from typing import Protocol

_PLAIN = (
    "table|thead|tbody|tfoot|tr|td|th|caption|colgroup|col|br|div|p|span|font|center|"
    "strong|small|em|nobr|img|hr|ul|ol|li|h[1-6]|[abiu]"
)
_BLANK = r"[ \t\r\n\f]"
_VALUE = r"""(?:"[^"<>]*+"|'[^'<>]*+'|[^\s"'<>=`/]++)"""
_ATTRIBUTES = rf"((?:{_BLANK}++[A-Za-z_:][\w:.-]*+(?:={_VALUE})?+)*+{_BLANK}*+)"
_TAG = re.compile(
    rf"([^<]*+)<(?:({_PLAIN})(?=[\s/>]){_ATTRIBUTES}(/?+)|/({_PLAIN}){_BLANK}*+)>"
    rf"(?:(?<!/>)(?P<cell>[^<]*+)</t[dh]{_BLANK}*+>)?+",
    re.IGNORECASE | re.ASCII,
)
_ATTRIBUTE = re.compile(
    r"""([A-Za-z_:][\w:.-]*+)(?:=(?:"([^"]*+)"|'([^']*+)'|([^\s"']++)))?+""", re.ASCII
)
_CELLS = frozenset({"td", "th"})
_MOST_WRITINGS = 10_000

Attributes = Mapping[str, str]


class TagListener(Protocol):
    """Is told of tags and texts."""

    def tag_begins(self, tag: str, attributes: Attributes) -> None:
        """Hear a start tag."""

    def cell(self, tag: str, attributes: Attributes, text: str) -> None:
        """Hear a whole cell that holds only text."""

    def handle_endtag(self, tag: str) -> None:
        """Hear an end tag."""

    def handle_data(self, data: str) -> None:
        """Hear text, its character references replaced."""


class PlainTags:
    """Reads plain text and tags; what it has told is remembered by nobody but the listener."""

    def __init__(self, listener: TagListener) -> None:
        self._listener = listener
        self._attributes = _ReadAttributes()

    def read(self, page: str, at: int) -> int:
        """Tell of plain tags from a place on, with the text before each; return where they end."""
        listener, attributes = self._listener, self._attributes
        begins, ends, data = listener.tag_begins, listener.handle_endtag, listener.handle_data
        while found := _TAG.match(page, at):
            text, tag, written, closed, ended, cell = found.groups()
            at = found.end()
            if text:
                data(unescaped(text))
            if ended:
                ends(ended.lower())
            else:
                tag = tag.lower()
                if cell is not None and tag in _CELLS:
                    listener.cell(tag, attributes[written], unescaped(cell))
                    continue
                begins(tag, attributes[written])
                if closed:
                    ends(tag)
            if cell is not None:
                at = found.start("cell")
        return at


def unescaped(text: str) -> str:
    """Return text with its character references replaced."""
    return html.unescape(text) if "&" in text else text


class _ReadAttributes(dict[str, Attributes]):
    """Attributes by name, filled as they are met; of two of the same name the last counts."""

    def __missing__(self, written: str) -> Attributes:
        read = {
            found[1].lower(): html.unescape(found[2] or found[3] or found[4] or "")
            for found in _ATTRIBUTE.finditer(written)
        }
        if len(self) < _MOST_WRITINGS:
            self[written] = read
        return read
