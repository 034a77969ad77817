"""Takes the text out of markup whose tags do not match: what is no tag is text.

Nothing is defined, expanded or looked up; of references only those are replaced that name one sign.
"""

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.loose_markup import shown_text
from dsr_desktop.readers.messages import UnreadableError

_TAG = re.compile(r"<(?:(/)|)(?:[\w.-]+:)?([A-Za-z][\w.-]*)([^<>]*)>|<[?!][^<>]*>")
_PLAIN = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_PLAIN_BEGINS, _PLAIN_ENDS = "<![CDATA[", "]]>"
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_COMMENT_ENDS = "-->"
_AROUND_COMMENT = re.compile(r"<!--|-->")
_LINE = "<?>"
_VALUE = re.compile(r"""([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_TARGET = re.compile(r"""["'](?:mailto:([^"'<>]+)|tel:([^"'<>]+)|([^"'<>]*@[^"'<>]*))["']""")
_DEFINITION = re.compile(r"<!(?:ENTITY|ELEMENT|ATTLIST|DOCTYPE[^<>\[]*\[)", re.IGNORECASE)
_LONGEST_TAG = 100_000
_MOST_CELLS = 10_000
_MOST_CHARACTERS = 1_000_000


@dataclass(frozen=True)
class Blocks:
    """Tags, in lower case and without prefix, at which a row ends, a cell does, or a line does.

    A line inside a cell is a piece of that row; elsewhere it is a row of its own.
    """

    rows: frozenset[str]
    cells: frozenset[str]
    lines: frozenset[str]


FLAT_SHEETS = Blocks(
    frozenset({"table", "table-row"}),
    frozenset({"table-cell", "covered-table-cell"}),
    frozenset({"p", "h", "annotation", "creator", "line-break"}),
)
EXCEL_XML = Blocks(
    frozenset({"worksheet", "table", "row", "author", "lastauthor", "company"}),
    frozenset({"cell"}),
    frozenset({"data", "comment"}),
)
PAGE = Blocks(
    frozenset({"table", "tr"}),
    frozenset({"td", "th"}),
    frozenset({
        "p", "div", "br", "li", "ul", "ol", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "pre",
        "title", "caption", "form", "option", "section", "article", "blockquote", "style", "script",
    }),
)  # fmt: skip


class MarkupText:
    """Is fed piece by piece, and gathers the cells of the row that is open.

    Comments are left out; one without an end may have swallowed rows, so that one is text.
    """

    reads_comments = False

    def __init__(self, blocks: Blocks) -> None:
        self._blocks = blocks
        self._waiting = ""
        self._text: list[str] = []
        self._cells: list[str] = []
        self._characters = 0
        self._is_in_cell = False

    def rows(self, piece: str, *, last: bool = False) -> Iterator[list[str]]:
        """Take more of the text in, and yield the rows that end in it.

        Raises UnreadableError for what defines text.
        """
        text = _replaced(_PLAIN, _PLAIN_ENDS, _escaped, self._waiting + piece)
        if not self.reads_comments:
            text = _replaced(_COMMENT, _COMMENT_ENDS, lambda _found: _LINE, text)
        text = _AROUND_COMMENT.sub(_LINE, text)
        if _DEFINITION.search(text):
            raise UnreadableError(Problem.DEFINES_TEXT)
        at, end = 0, len(text) if last else _end_of_known(text)
        self._waiting = text[end:]
        for tag in _TAG.finditer(text, 0, end):
            self._add(text[at : tag.start()])
            at = tag.end()
            if self._ends_row(tag):
                yield from self._ended_row()
        self._add(text[at:end])
        if last:
            yield from self._ended_row()

    def _ends_row(self, tag: re.Match[str]) -> bool:
        """Follow a tag; tell whether the open row ends there."""
        name = (tag[2] or "").lower()
        blocks = self._blocks
        is_row, is_cell = name in blocks.rows, name in blocks.cells
        if is_row or is_cell or name in blocks.lines:
            self._end_cell()
        if is_row or is_cell:
            self._is_in_cell = is_cell and not tag[1]
        for target in _TARGET.findall(tag[3] or ""):
            self._cells.append(shown_text("".join(target)))
        is_line = (not name or name in blocks.lines) and not self._is_in_cell
        return is_row or is_line or self._is_too_long()

    def _is_too_long(self) -> bool:
        return len(self._cells) > _MOST_CELLS or self._characters > _MOST_CHARACTERS

    def _add(self, text: str) -> None:
        self._text.append(text)
        self._characters += len(text)

    def _end_cell(self) -> None:
        text = " ".join(shown_text("".join(self._text)).split())
        self._text.clear()
        if text:
            self._cells.append(text)

    def _ended_row(self) -> Iterator[list[str]]:
        self._end_cell()
        cells, self._cells, self._characters = self._cells, [], 0
        if cells:
            yield cells


class XmlText(MarkupText):
    """The same of XML whose elements nobody knows: what stands in an element with others is a row.

    Each text, each comment and each value of an attribute is a cell.
    """

    reads_comments = True

    def __init__(self) -> None:
        super().__init__(Blocks(frozenset(), frozenset(), frozenset()))
        self._has_ended = False

    def _ends_row(self, tag: re.Match[str]) -> bool:
        self._end_cell()
        attributes = tag[3] or ""
        values = [
            "".join(value) for name, *value in _VALUE.findall(attributes) if "xmlns" not in name
        ]
        self._cells.extend(filter(None, map(shown_text, values)))
        is_empty = attributes.endswith("/")
        ends = bool(tag[1]) and self._has_ended
        self._has_ended = bool(tag[1])
        return ends or not tag[2] or (is_empty and len(values) > 1) or self._is_too_long()


def _end_of_known(text: str) -> int:
    """Return up to where no more can follow that changes what the text says: a tag may be open."""
    end = text.rfind("<")
    if end <= text.rfind(">"):
        end = text.rfind(">") + 1
    plain = text.find(_PLAIN_BEGINS)
    if plain >= 0:
        end = min(end, plain)
    return end if len(text) - end < _LONGEST_TAG else len(text)


def _replaced(
    pattern: re.Pattern[str], ends: str, instead: Callable[[re.Match[str]], str], text: str
) -> str:
    """Replace what the pattern finds up to the last end of one: behind it none can be."""
    last = text.rfind(ends) + len(ends)
    return text if last < len(ends) else pattern.sub(instead, text[:last]) + text[last:]


def _escaped(plain: re.Match[str]) -> str:
    """Write text that needs no escapes with them, so that no tag is seen in it."""
    return html.escape(plain[1], quote=False)
