"""How much it says that two texts share a word: the rarer in the register, the more bits."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import log2

_UNSEEN_ROWS = 1_000
_MOST_BITS = 16.0
_LEAST_BITS = 0.5


@dataclass(frozen=True)
class Rarity:
    """Rows of the register, and in how many of them each word stands (none where it is missing).

    `figures` are counted apart, only those asked for.

    A word is taken as met by chance as often as in the register with some rows more
    (Laplace's rule): a register of five rows does not know which names are rare.
    """

    rows: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)
    figures: Mapping[str, int] = field(default_factory=dict)

    def rows_with(self, word: str) -> int:
        """Return in how many rows a word stands."""
        return self.counts.get(word) or self.figures.get(word, 0)

    def bits(self, word: str) -> float:
        """Return the bits of evidence in an equal word: log2 of 1/u (Fellegi and Sunter 1969)."""
        shared = (self.rows_with(word) + 1) / (self.rows + _UNSEEN_ROWS)
        return min(max(-log2(shared), _LEAST_BITS), _MOST_BITS)


UNKNOWN_RARITY = Rarity()
"""For rows that are judged away from a register: every word counts as a rare one."""
