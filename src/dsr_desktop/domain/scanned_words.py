"""Words as a scanner writes them that takes letters for figures: 5imon, Mil1epertuis.

A word with a figure in it is no word of the vocabulary, so what a scanner may make of a name is
looked up by itself.
"""

from collections.abc import Iterator
from itertools import combinations

from dsr_desktop.domain.vocabulary import Variants

_FIGURES = {"l": "1", "i": "1", "o": "0", "s": "5"}
_SHORTEST = 3
_SHORTEST_WITH_TWO = 6
_MOST_WRONG = 60


def scanned(word: str, wrong: int) -> tuple[str, ...]:
    """Return a folded word with `wrong` of its letters as the figures they look like, 60 at most.

    None of a word that is too short to be known again: three letters for one, six for two.
    """
    if len(word) < (_SHORTEST if wrong == 1 else _SHORTEST_WITH_TWO):
        return ()
    return tuple(_with_figures(word, wrong))[:_MOST_WRONG]


def with_scanned(variants: Variants) -> Variants:
    """Add to what a word may mean what a scanner may have made of it; each figure is one slip."""
    (word, *_), one, two = variants
    return (word,), (*one, *scanned(word, 1)), (*two, *scanned(word, 2))


def _with_figures(word: str, wrong: int) -> Iterator[str]:
    places = [at for at, letter in enumerate(word) if letter in _FIGURES]
    for chosen in combinations(places, wrong):
        yield "".join(
            _FIGURES[letter] if at in chosen else letter for at, letter in enumerate(word)
        )
