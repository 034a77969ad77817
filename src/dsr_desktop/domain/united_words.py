"""Which words lead to rows where much is misspelt or missing: the rarest first, each with its bits."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dsr_desktop.domain.rarity import Rarity
from dsr_desktop.domain.vocabulary import Vocabulary

_LOST = (0.15, 3.0, 5.5)
_LEAST_BITS = 0.5
MOST_ROWS_READ = 4_000
_SHORTEST = 2


@dataclass(frozen=True)
class Clue:
    """Words of which one is enough, in at most `rows` rows, and the bits of a row that has one."""

    bits: float
    words: tuple[str, ...]
    rows: int


def clues_for(words: Iterable[str], vocabulary: Vocabulary, rarity: Rarity) -> list[Clue]:
    """Return what each word asked for leads to, spelt so or misspelt, most telling first."""
    found = [
        clue
        for word in dict.fromkeys(words)
        if len(word) >= _SHORTEST
        for clue in _clues(word, vocabulary, rarity)
    ]
    return sorted(found, key=lambda clue: (-clue.bits, clue.words))


def _clues(word: str, vocabulary: Vocabulary, rarity: Rarity) -> Iterator[Clue]:
    spelt = vocabulary.variants(word) if word.isalpha() else ((word,), (), ())
    for lost, several in zip(_LOST, spelt, strict=True):
        if several:
            rows = [rarity.rows_with(one) for one in several]
            worth = sum(rarity.bits(one) for one in several) / len(several)
            yield Clue(max(min(worth, rarity.bits(word)) - lost, _LEAST_BITS), several, sum(rows))


def split_by_cost(clues: Iterable[Clue]) -> tuple[list[Clue], list[Clue]]:
    """Return the clues whose rows are read, MOST_ROWS_READ in all, and those too frequent for it."""
    read: list[Clue] = []
    frequent: list[Clue] = []
    left = MOST_ROWS_READ
    for clue in clues:
        if clue.rows <= left:
            left -= clue.rows
            read.append(clue)
        else:
            frequent.append(clue)
    return [clue for clue in read if clue.rows], frequent


def best_rows(bits: Mapping[int, float], least: float, most: int) -> list[int]:
    """Return the `most` rows with the most bits, `least` or more; of equal ones the earlier."""
    enough = [(-found, row) for row, found in bits.items() if found >= least]
    return [row for _found, row in sorted(enough)[:most]]
