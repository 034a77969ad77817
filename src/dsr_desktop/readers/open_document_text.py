"""Gathers the text of OpenDocument cells: paragraphs, links and comments.

OpenDocument 1.3 part 3: 6 (paragraphs), 14.1 (annotations).
"""

from collections.abc import Callable

from dsr_desktop.domain.reading import Limits
from dsr_desktop.readers.element_parser import ElementParser
from dsr_desktop.readers.open_document_values import LINE_BREAK, SPACE, TAB, paragraph_text
from dsr_desktop.readers.open_row import counted

_MOST_SPACES = 10_000


class CellText:
    """Listens to the text of the cell that is open; text in drawings is only noticed."""

    def __init__(self, parser: ElementParser, limits: Limits) -> None:
        self._parser = parser
        self._most = limits.cell_characters
        self._is_open = False
        self._paragraphs: list[str] = []
        self._around: list[str] | None = None
        self._creator = ""
        self._pieces: list[str] = []
        self._drawn = 0
        self._hearer: Callable[[str], None] | None = None
        self.links: list[str] = []
        self.comments: list[tuple[str, str]] = []
        self.has_drawn_text = False
        parser.on(
            {
                "text:p": self._paragraph_begins,
                "text:s": self._spaces,
                "text:tab": self._tab,
                "text:tab-stop": self._tab,
                "text:line-break": self._line_break,
                "text:a": self._link,
                "office:annotation": self._comment_begins,
                "dc:creator": self._creator_begins,
                "drawing:*": self.drawing_begins,
            },
            {
                "text:p": self._paragraph_ends,
                "office:annotation": self._comment_ends,
                "dc:creator": self._creator_ends,
                "drawing:*": self.drawing_ends,
            },
        )

    def open(self) -> None:
        """Begin with a cell."""
        self._is_open = True

    def close(self) -> str:
        """Return the text of the cell; `links` and `comments` (text, author) are taken besides."""
        self._is_open = False
        paragraphs = self._paragraphs
        if not paragraphs:
            return ""
        text = paragraphs[0] if len(paragraphs) == 1 else "\n".join(paragraphs)
        self._paragraphs = []
        return text

    def is_too_long(self) -> bool:
        """Tell whether the paragraph that is open is longer than a cell may be."""
        return len(self._pieces) > 1 and sum(map(len, self._pieces)) > self._most

    def hear(self, hearer: Callable[[str], None] | None) -> None:
        """Hand paragraphs that are in no cell to a function from now on; to nobody for None."""
        self._hearer = hearer

    def _paragraph_begins(self, _attributes: list[str]) -> None:
        if self._drawn:
            self._parser.listen(self._notice)
        elif self._hearer:
            self._parser.listen(self._hearer)
        elif self._is_open:
            self._pieces = []
            self._parser.listen(self._pieces.append)

    def _paragraph_ends(self) -> None:
        self._parser.listen(None)
        if self._is_open and not self._drawn:
            self._paragraphs.append(paragraph_text(self._pieces))
            self._pieces = []

    def _spaces(self, attributes: list[str]) -> None:
        count = counted(self._parser.named(attributes).get("c", "1"))
        self._pieces.append(SPACE * min(count, _MOST_SPACES))

    def _tab(self, _attributes: list[str]) -> None:
        self._pieces.append(TAB)

    def _line_break(self, _attributes: list[str]) -> None:
        self._pieces.append(LINE_BREAK)

    def _link(self, attributes: list[str]) -> None:
        if self._is_open:
            self.links.append(self._parser.named(attributes).get("href", ""))

    def _comment_begins(self, _attributes: list[str]) -> None:
        if self._is_open:
            self._around, self._paragraphs, self._creator = self._paragraphs, [], ""

    def _comment_ends(self) -> None:
        if self._around is not None:
            text = "\n".join(self._paragraphs)
            self.comments.append((text, self._creator))
            self._paragraphs, self._around = self._around, None

    def _creator_begins(self, attributes: list[str]) -> None:
        if self._around is not None:
            self._paragraph_begins(attributes)

    def _creator_ends(self) -> None:
        if self._around is not None:
            self._paragraph_ends()
            self._creator = self._paragraphs.pop()

    def drawing_begins(self, _attributes: list[str]) -> None:
        """Hear that what follows is drawn, until it ends."""
        self._drawn += 1

    def drawing_ends(self) -> None:
        """Hear that a drawing ends."""
        self._drawn -= 1

    def _notice(self, text: str) -> None:
        self.has_drawn_text = self.has_drawn_text or not text.isspace()
