"""What is hidden in an OpenDocument spreadsheet: tables by their style, rows and columns by groups.

OpenDocument 1.3 part 3: 9.1.10 and 9.1.13 (groups), 20.246 (display).
"""

from dsr_desktop.readers.element_parser import ElementParser


class Hiding:
    """Listens to styles and to the groups that rows and columns stand in."""

    def __init__(self, parser: ElementParser) -> None:
        self._style = ""
        self._hidden_styles: set[str | None] = set()
        self._rows = _Groups()
        self._columns = _Groups()
        self._parser = parser
        parser.on(
            {
                "style:style": self._style_begins,
                "style:table-properties": self._properties,
                "style:properties": self._properties,
                "table:table-row-group": lambda found: self._rows.begin(parser.named(found)),
                "table:table-column-group": lambda found: self._columns.begin(parser.named(found)),
            },
            {
                "table:table-row-group": self._rows.end,
                "table:table-column-group": self._columns.end,
            },
        )

    def hides_table(self, style: str | None) -> bool:
        """Tell whether tables of a style are hidden."""
        return style in self._hidden_styles

    def hides_rows(self) -> bool:
        """Tell whether the rows that come are in a collapsed group."""
        return self._rows.collapsed > 0

    def hides_columns(self) -> bool:
        """Tell whether the columns that come are in a collapsed group."""
        return self._columns.collapsed > 0

    def _style_begins(self, attributes: list[str]) -> None:
        self._style = self._parser.named(attributes).get("name", "")

    def _properties(self, attributes: list[str]) -> None:
        if self._parser.named(attributes).get("display") == "false":
            self._hidden_styles.add(self._style)


class _Groups:
    """Groups of rows or columns inside each other; `collapsed` counts the hidden ones open now."""

    def __init__(self) -> None:
        self.collapsed = 0
        self._open: list[bool] = []

    def begin(self, group: dict[str, str]) -> None:
        is_collapsed = group.get("display") == "false"
        self._open.append(is_collapsed)
        self.collapsed += is_collapsed

    def end(self) -> None:
        if self._open:
            self.collapsed -= self._open.pop()
