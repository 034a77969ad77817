"""Finds the words of a vocabulary within two typos of a word, without a look at each of them.

Each word is cut in three pieces; two edits leave one piece whole
(pigeonhole principle as in Pass-Join, Li, Deng, Wang and Feng, VLDB 2011). A swap of neighbours that
crosses a cut hits two pieces: it is undone first, in each place where it may have happened.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from rapidfuzz.distance import OSA

MOST_EDITS = 2
SHORTEST = 3
_LONGEST = 64
_PIECES = 3
_SHORTEST_FAR = 4
_Key = tuple[int, int, str]
_Cut = tuple[int, int, int]


class SimilarWords:
    """An index of words by their pieces; building takes about 2 µs a word."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_piece: dict[_Key, list[str]] = {}
        usual = (word for word in words if SHORTEST <= len(word) <= _LONGEST)
        for size, alike in groupby(sorted(usual, key=len), key=len):
            self._add(alike, tuple(_cuts(size)), size)

    def _add(self, words: Iterable[str], cuts: tuple[_Cut, ...], size: int) -> None:
        by_piece = self._by_piece
        for word in words:
            for piece, start, end in cuts:
                key = (size, piece, word[start:end])
                known = by_piece.get(key)
                if known is None:
                    by_piece[key] = [word]
                else:
                    known.append(word)

    def near(self, word: str) -> list[str]:
        """Return the words within two edits of `word` (optimal string alignment), in their order."""
        if not SHORTEST <= len(word) <= _LONGEST:
            return []
        found = self._sharing_a_piece(word, MOST_EDITS)
        for swapped in _swaps(word):
            found |= self._sharing_a_piece(swapped, MOST_EDITS - 1)
        distance = OSA.distance
        return sorted(
            one for one in found if distance(word, one, score_cutoff=MOST_EDITS) <= MOST_EDITS
        )

    def _sharing_a_piece(self, word: str, edits: int) -> set[str]:
        found: set[str] = set()
        by_piece = self._by_piece
        for key in _keys(word, edits):
            if key in by_piece:
                found.update(by_piece[key])
        return found


def _cuts(size: int) -> Iterator[_Cut]:
    """Yield (number, start, end) of the pieces of a word of `size` letters."""
    base, longer = divmod(size, _PIECES)
    start = 0
    for piece in range(_PIECES):
        end = start + base + (piece >= _PIECES - longer)
        yield piece, start, end
        start = end


def _keys(word: str, edits: int) -> Iterator[_Key]:
    """Yield the pieces of which a word within `edits` of this one has at least one.

    Pieces before the first edit stand where they stood, those after the last one at the same distance
    from the end; only with two edits can the middle one alone be left, an edit to each side of it.
    """
    for size in range(max(len(word) - edits, SHORTEST), len(word) + edits + 1):
        longer = len(word) - size
        first, middle, last = _cuts(size)
        yield _key(word, size, first, 0)
        yield _key(word, size, last, longer)
        if edits == MOST_EDITS:
            for shift in (-1, 0, 1):
                if abs(longer - shift) <= 1:
                    yield _key(word, size, middle, shift)


def _key(word: str, size: int, cut: _Cut, shift: int) -> _Key:
    piece, start, end = cut
    return size, piece, word[max(start + shift, 0) : end + shift]


def _swaps(word: str) -> Iterator[str]:
    for at in range(len(word) - 1):
        if word[at] != word[at + 1]:
            yield f"{word[:at]}{word[at + 1]}{word[at]}{word[at + 2 :]}"


def is_far_typo(one: str, other: str) -> bool:
    """Tell whether two words of five letters, or four and five, are within two edits: Jones and Jnes.

    Of words so short that is little; of a longer word it is told as two typos.
    """
    lengths = sorted((len(one), len(other)))
    if lengths[0] < _SHORTEST_FAR or sum(lengths) <= 2 * _SHORTEST_FAR:
        return False
    return OSA.distance(one, other, score_cutoff=MOST_EDITS) <= MOST_EDITS
