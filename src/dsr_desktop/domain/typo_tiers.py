"""In what order the rows of a misspelt name are looked up: fewest slips first."""

from collections.abc import Iterator, Sequence
from itertools import chain, product

from dsr_desktop.domain.vocabulary import Variants

MOST_TIERS = 24
_MOST_COST = 4
_MOST_WORDS = 6
Groups = tuple[tuple[str, ...], ...]
"""A row is meant that has a word of each group."""


def every_spelling(variants: Sequence[Variants]) -> Groups:
    """Return all words that each word of a name may be; nothing for a name of very many words."""
    if len(variants) > _MOST_WORDS:
        return ()
    return tuple(tuple(dict.fromkeys(chain(*several))) for several in variants)


def typo_tiers(variants: Sequence[Variants]) -> Iterator[Groups]:
    """Yield groups of words, one for each word of a name, by the number of slips in all.

    The name as it is spelt is not among them: those rows are found without. At most MOST_TIERS; of
    a name of many words nothing, since its rows are found by the rarest of them.
    """
    if not 0 < len(variants) <= _MOST_WORDS:
        return
    costs = sorted(product(range(3), repeat=len(variants)), key=lambda one: (sum(one), one))
    told = 0
    for cost in costs:
        groups = tuple(several[n] for several, n in zip(variants, cost, strict=True))
        if 0 < sum(cost) <= _MOST_COST and all(groups) and told < MOST_TIERS:
            told += 1
            yield groups
