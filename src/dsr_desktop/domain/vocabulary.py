"""The words of a register, in how many rows each stands, and which of them a misspelt word may mean."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from dsr_desktop.domain.short_forms import short_forms_of
from dsr_desktop.domain.similar_words import SimilarWords, is_far_typo
from dsr_desktop.domain.word_likeness import Likeness, likeness

MOST_OF_A_COST = 100
_COSTS = {Likeness.SHORT_FORM: 1, Likeness.ONE_TYPO: 1, Likeness.TWO_TYPOS: 2}
Variants = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
"""The words that a word may mean: itself, those a typo or a short form away, those two typos away."""


@dataclass(frozen=True)
class Vocabulary:
    """Words of letters with the number of rows that hold each, of a register of `rows` rows."""

    rows: int
    counts: Mapping[str, int]
    _known: dict[str, Variants] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def _similar(self) -> SimilarWords:
        return SimilarWords(self.counts)

    def make_ready(self) -> None:
        """Build the index of similar words now, so that the first name asked for need not wait."""
        self._similar  # noqa: B018 - building it is the purpose

    def lacks(self, word: str) -> bool:
        """Tell whether no row has a folded word for certain: of words beyond a to z nothing is known."""
        return word not in self.counts and word.isascii() and word.isalpha()

    def variants(self, word: str) -> Variants:
        """Return `word` (whether a row has it or not) and the words of the register like it.

        Of very many the most frequent of each cost are kept, in the order of the alphabet.
        """
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._find(word)
        return known

    def _find(self, word: str) -> Variants:
        by_cost: dict[int, list[str]] = {1: [], 2: []}
        near = [one for one in self._similar.near(word) if one != word]
        shortened = (one for one in short_forms_of(word) if one in self.counts)
        for one in dict.fromkeys((*near, *shortened)):
            if cost := _cost(word, one):
                by_cost[cost].append(one)
        return (word,), self._most_frequent(by_cost[1]), self._most_frequent(by_cost[2])

    def _most_frequent(self, words: Sequence[str]) -> tuple[str, ...]:
        kept = sorted(words, key=lambda word: (-self.counts[word], word))[:MOST_OF_A_COST]
        return tuple(sorted(kept))


def _cost(word: str, other: str) -> int:
    """Count the slips between two words within two edits of each other; 0 for two different words."""
    how = likeness(word, other)
    if how is None and is_far_typo(word, other):
        return _COSTS[Likeness.TWO_TYPOS]
    return _COSTS.get(how, 0) if how else 0
