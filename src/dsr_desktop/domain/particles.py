"""Small words of family names: de La Tour, van den Berg, Ben Ali, al-Masri."""

from itertools import pairwise

from dsr_desktop.domain.person import words

PATRONYMICS = frozenset(words("ben bin ibn bint"))
PARTICLES = PATRONYMICS | frozenset(words(
    "de du des d la le les l van von vom zu der den ter ten da do dos di del della el al"
))  # fmt: skip
_DROPPED = PARTICLES - PATRONYMICS
JOINED = PARTICLES | frozenset(words("abd abdel abdal abdul abdoul abder"))
"""What is joined to the word after it, beside the particles Abd el-Kader for Abdelkader."""


def without_particles(name: tuple[str, ...]) -> tuple[str, ...]:
    """Leave particles out of the folded words of a name, unless fewer than two words are left.

    "Mohamed Ben Ali" keeps its patronymic: without it father and son would have one name.
    """
    if _DROPPED.isdisjoint(name):
        return name
    bare = tuple(word for word in name if word not in _DROPPED)
    return bare if len(bare) > 1 else name


def with_joined_particles(name: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return a name with its particles joined to the next word: "de la tour" is delatour, latour."""
    if JOINED.isdisjoint(name[:-1]):
        return ()
    return _joined(name, len(name)), _joined(name, 1)


def _joined(name: tuple[str, ...], most: int) -> tuple[str, ...]:
    """Join to each other word the last `most` of the particles before it, and drop those before."""
    found: list[str] = []
    before: list[str] = []
    for word in name[:-1]:
        if word in JOINED:
            before.append(word)
        else:
            found.append("".join((*before[-most:], word)))
            before = []
    return (*found, "".join((*before[-most:], name[-1])))


def fathers_of(name: tuple[str, ...]) -> frozenset[str]:
    """Return the words after a patronymic: Mohamed Ben Ali and Ali Ben Mohamed are father and son."""
    if PATRONYMICS.isdisjoint(name):
        return frozenset()
    return frozenset(after for before, after in pairwise(name) if before in PATRONYMICS)
