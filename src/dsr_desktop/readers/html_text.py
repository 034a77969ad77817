"""The text of a piece of an HTML page as a browser shows it: blanks shrink, blocks break lines."""

import re

_BLANKS = re.compile(r"[ \t\r\n\f]+")
_SPACES = re.compile(r" {2,}")
_AROUND_BREAKS = re.compile(r" *([\n\v]) *")
_BLOCK_BREAKS = re.compile(r"\n?\v+")
_LINE_BREAK, _BLOCK_BREAK = "\n", "\v"
_BREAKS = frozenset({_LINE_BREAK, _BLOCK_BREAK})
_NOTHING_BEFORE: tuple[list[str], ...] = ([], [" "], [_LINE_BREAK], [_BLOCK_BREAK])


class ShownText:
    """Gathers text; `length` counts what came so far."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self.length = 0

    def add(self, text: str) -> None:
        """Add text as it stands in the page."""
        text = shrunk(text)
        if text == " " and self._pieces[-1:] in _NOTHING_BEFORE:
            return
        self._pieces.append(text)
        self.length += len(text)

    def break_line(self) -> None:
        """Begin a new line."""
        self._pieces.append(_LINE_BREAK)

    def break_block(self) -> None:
        """Begin a new line where the text is not at the beginning of one."""
        self._pieces.append(_BLOCK_BREAK)

    def may_be_rows(self) -> bool:
        """Tell whether a program may show it in several rows: its lines, or blank ones around it.

        The last line break of a cell makes none, and neither do blocks around the text.
        """
        if len(self._pieces) == 1:
            return False
        text = "".join(self._pieces).replace(" ", "")
        return not _BREAKS.isdisjoint(text.strip(_BLOCK_BREAK).removesuffix(_LINE_BREAK))

    def shown(self) -> str:
        """Return the text, without blanks around it."""
        if len(self._pieces) == 1:
            return self._pieces[0].strip()
        text = _AROUND_BREAKS.sub(r"\1", _SPACES.sub(" ", "".join(self._pieces)))
        return _BLOCK_BREAKS.sub(_LINE_BREAK, text.strip())


def shrunk(text: str) -> str:
    """Return text with one blank for any number of them."""
    return text if text.isalnum() else _BLANKS.sub(" ", text)
