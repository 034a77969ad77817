"""Words that any list is full of and that name nobody: one letter, articles, particles, civilities."""

from dsr_desktop.domain.particles import PARTICLES
from dsr_desktop.domain.person import words

_CIVILITIES = frozenset(words(
    "mm mme mmes mlle mlles monsieur messieurs madame mesdames mademoiselle mesdemoiselles "
    "mr mrs ms miss mx sir madam messrs herr frau señor señora sr sra signor signora"
))  # fmt: skip
_SIDE_BY_SIDE = _CIVILITIES | frozenset(words(
    "de du des d la le les l à au aux en et ou the of and or el der die das und"
))  # fmt: skip
_ALONE = (
    _SIDE_BY_SIDE
    | PARTICLES
    | frozenset(words("chez par pour sur dans avec a an at in on to for by"))
)


def says_too_little(folded: tuple[str, ...]) -> bool:
    """Tell whether folded words are found in any list: "a", "van", "de la", "the", "Mme".

    Le Van and An Do are whole names, of words that say too little only alone. A single sign of Chinese
    or Japanese writing is a word.
    """
    empty = _ALONE if len(folded) == 1 else _SIDE_BY_SIDE
    return all(one in empty or (len(one) == 1 and one.isascii()) for one in folded)
