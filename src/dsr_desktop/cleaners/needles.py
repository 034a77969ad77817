"""The texts of the person that no cell may hold any more, and how they are cut out of other places."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from dsr_desktop.cleaners.markup import Edit, edited, escaped, plain

_SHORTEST_WORD, _SHORTEST_NUMBER, _SHORTEST_INSIDE = 3, 6, 6
_FIGURES = re.compile(r"\d")
_PIECE = re.compile(
    r"""<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<(?:[^<>"']|"[^"]*"|'[^']*')*>|[^<]+""", re.DOTALL
)
_ATTRIBUTE = re.compile(r"""(\s)([^\s=<>"'/]+)(\s*=\s*)("[^"]*"|'[^']*')""")
_READ = frozenset(
    {
        "v", "val", "displayName", "prompt", "promptTitle", "error", "errorTitle", "tooltip",
        "display", "title", "descr", "alt", "caption", "author", "string-value", "value", "message",
        "Target", "href",
    }
)  # fmt: skip


@dataclass(frozen=True)
class Needles:
    """Texts, in small letters, of cells that were emptied and that no other cell holds.

    What equals one goes as a whole; the longer ones are cut out of what holds them.
    """

    texts: frozenset[str] = field(default_factory=frozenset)

    def without(self, staying: Iterable[str]) -> "Needles":
        """Return the needles but for texts that cells hold which stay."""
        return Needles(self.texts - {folded(text) for text in staying})

    @cached_property
    def telling(self) -> tuple[str, ...]:
        """Those that name somebody by themselves: addresses, numbers, several words; longest first."""
        return tuple(sorted(filter(_is_telling, self.texts), key=len, reverse=True))

    @cached_property
    def _inside(self) -> re.Pattern[str] | None:
        words = "|".join(map(re.escape, self.telling))
        return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) if words else None

    @cached_property
    def _listed(self) -> re.Pattern[str] | None:
        """A word among others in the list of a formula, as in "Camille,Paul"."""
        words = "|".join(map(re.escape, filter(_is_word, self.texts)))
        return re.compile(rf'(?<=[",;])(?:{words})(?=[",;])', re.IGNORECASE) if words else None

    def cut(self, text: str, *, numbers: bool = False) -> str | None:
        """Return a text without what names the person; None if it names nobody.

        With `numbers`, one that is only figures goes as well.
        """
        bare = folded(text)
        if bare in self.texts and (_is_word(bare) or (numbers and _is_number(bare))):
            return ""
        left = self._inside.sub("", text) if self._inside else text
        if '"' in left and self._listed:
            left = self._listed.sub("", left)
        return left if left != text else None

    def may_be_in(self, text: str) -> bool:
        """Tell at little cost whether a part has to be looked at."""
        if "&#" in text:
            return True
        small = text.casefold()
        return any(escaped(one) in small or one in small for one in self.texts)


def needles_of(texts: Iterable[str]) -> Needles:
    """Return the needles among the texts of emptied cells."""
    return Needles(frozenset(one for one in map(folded, texts) if _is_word(one) or _is_number(one)))


def folded(text: str) -> str:
    """Return a text as it is compared."""
    return text.strip().casefold()


def scrubbed(
    text: str, needles: Needles, spans: Iterable[tuple[int, int]] = (), *, numbers: bool = False
) -> str:
    """Return the XML of a part with the needles cut out of its texts and of attributes that are read.

    Nothing is touched between the places `spans`.
    """
    kept, edits = [*sorted(spans), (len(text), len(text))], list[Edit]()
    begins = [0, *(end for _first, end in kept)]
    looked_at = (text[start:first] for start, (first, _end) in zip(begins, kept, strict=False))
    if not any(map(needles.may_be_in, looked_at)):
        return text
    at = 0
    for first, end in kept:
        for piece in _PIECE.finditer(text, at, first):
            instead = _scrubbed(piece[0], needles, numbers=numbers)
            if instead != piece[0]:
                edits.append((piece.start(), piece.end(), instead))
        at = end
    return edited(text, edits)


def _scrubbed(piece: str, needles: Needles, *, numbers: bool) -> str:
    if not piece.startswith("<"):
        left = needles.cut(plain(piece), numbers=numbers)
        return piece if left is None else escaped(left)
    if piece.startswith("<!--"):
        left = needles.cut(piece[4:-3])
        return piece if left is None else f"<!--{left}-->"
    if piece.startswith(("<![", "<?")):
        left = needles.cut(piece)
        return piece if left is None else left
    return _ATTRIBUTE.sub(lambda one: _attribute(one, needles, numbers=numbers), piece)


def _attribute(one: re.Match[str], needles: Needles, *, numbers: bool) -> str:
    space, name, equals, quoted = one.groups()
    if name.rpartition(":")[2] not in _READ:
        return one[0]
    left = needles.cut(plain(quoted[1:-1]), numbers=numbers)
    return one[0] if left is None else f'{space}{name}{equals}"{escaped(left)}"'


def _is_word(text: str) -> bool:
    return len(text) >= _SHORTEST_WORD and any(map(str.isalpha, text))


def _is_number(text: str) -> bool:
    return len(_FIGURES.findall(text)) >= _SHORTEST_NUMBER


def _is_telling(text: str) -> bool:
    if len(text) < _SHORTEST_INSIDE:
        return False
    return "@" in text or _is_number(text) or len(text.split()) > 1
