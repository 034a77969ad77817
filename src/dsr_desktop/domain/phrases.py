"""Matches phrases in what people write: folded, accents and apostrophes aside, with their words."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_ENDS = re.compile(r"[.!?;\n]+(?=\s|$)|[.!?;:]+\s|\n\s*\n")
_LINE_BREAKS = re.compile(r"(?<![.!?:;\n])\n(?=[^\n\-•*\d])")


@dataclass(frozen=True)
class Sentence:
    """A sentence as it was written, and folded, letter for letter."""

    written: str
    folded: str

    def words(self, start: int, end: int) -> str:
        """Return the words between two places as they were written, whole words."""
        while start > 0 and self.written[start - 1].isalnum():
            start -= 1
        while end < len(self.written) and self.written[end].isalnum():
            end += 1
        return " ".join(self.written[start:end].split())


def sentences(text: str) -> Iterator[Sentence]:
    """Yield the sentences of a text; lines that a mail program broke are put together again."""
    text = _LINE_BREAKS.sub(" ", text)
    start = 0
    for end in _ENDS.finditer(text):
        yield from _sentence(text[start : end.end()])
        start = end.end()
    yield from _sentence(text[start:])


def flat(text: str) -> str:
    """Return a text in lower case without accents, apostrophes as blanks, of the same length."""
    return "".join(map(_flat_sign, text))


def _sentence(text: str) -> Iterator[Sentence]:
    if text.strip():
        yield Sentence(text, flat(text))


def _flat_sign(sign: str) -> str:
    if sign in "'’‘`´-‐‑–—_*\n\t\u00a0\u202f":
        return " "
    if sign.isascii():
        return sign.lower()
    bare = unicodedata.normalize("NFKD", sign)[0].lower()
    return _LIGATURES.get(sign, bare if len(bare) == 1 else sign)


_LIGATURES = {"œ": "e", "Œ": "e", "æ": "a", "Æ": "a"}
