"""Reads the bytes of a stored formula one value after the other."""


class BrokenFormulaError(Exception):
    """A formula ends too early, or holds a token that no version of the format describes."""


class Reading:
    """Bytes and how far they are read; BrokenFormulaError past their end."""

    def __init__(self, content: bytes, at: int = 0) -> None:
        self._content = content
        self._at = at

    @property
    def at(self) -> int:
        """Where the next byte is."""
        return self._at

    def take(self, size: int) -> bytes:
        """Return the next bytes."""
        end = self._at + size
        if end > len(self._content):
            raise BrokenFormulaError
        taken = self._content[self._at : end]
        self._at = end
        return taken

    def number(self, size: int) -> int:
        """Return the next whole number, which takes this many bytes."""
        return int.from_bytes(self.take(size), "little")
