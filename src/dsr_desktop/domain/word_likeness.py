"""How alike two words of names are: the same, shortened, an initial, or slipped on the keys."""

from collections.abc import Callable, Iterator
from enum import Enum, auto
from functools import cache, lru_cache

from dsr_desktop.domain.short_forms import short_forms_of

_MOST_TYPOS = 2
_SHORTEST_WITH_ONE = 3
_SHORTEST_WITH_TWO = 6
LONGEST_COMPARED = 64
_LONG_INITIALS = frozenset({"ch", "chr", "ph", "th"})
_READ_AS_LETTERS = str.maketrans("015", "ols")
# What a scanner takes for each other; a slip of one letter for one is a typo anyway.
_LOOK_ALIKE = (("rn", "m"), ("cl", "d"), ("vv", "w"))


class Likeness(Enum):
    """How a word that is there agrees with a word asked for, best first."""

    SAME = auto()
    SHORT_FORM = auto()
    INITIAL = auto()
    ONE_TYPO = auto()
    TWO_TYPOS = auto()


_OF_TYPOS = {1: Likeness.ONE_TYPO, 2: Likeness.TWO_TYPOS}


def likeness(asked: str, there: str) -> Likeness | None:
    """Compare two folded words; None when they are two different words. Either order, same answer.

    Typos are counted by optimal string alignment, so that a swap of neighbours is one. Words of one
    or two letters allow none, up to five letters one, longer ones two; the shorter word decides.
    What a scanner mistakes (rn/m, cl/d, vv/w, 0/o, 1/l, 1/i, 5/s) is one typo; other figures never.
    """
    if asked == there:
        return Likeness.SAME
    if max(len(asked), len(there)) > LONGEST_COMPARED:
        return None
    return _likeness(asked, there)


@lru_cache(maxsize=65_536)
def _likeness(asked: str, there: str) -> Likeness | None:
    if _is_initial(asked, there) or _is_initial(there, asked):
        return Likeness.INITIAL
    if there in short_forms_of(asked):
        return Likeness.SHORT_FORM
    return _OF_TYPOS.get(_typos(asked, there))


def edits(one: str, other: str, most: int) -> int:
    """Count letters lost, added, changed or swapped; above `most`, any number above it."""
    return _distance()(one, other, score_cutoff=most)


@cache
def _distance() -> Callable[..., int]:
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - the start of the window does without

    return OSA.distance


def _is_initial(short: str, whole: str) -> bool:
    is_short = len(short) == 1 or short in _LONG_INITIALS
    return is_short and len(whole) > len(short) and whole.startswith(short) and whole.isalpha()


def _typos(one: str, other: str) -> int:
    """Count typos between two different words; 0 where they are no typos of each other."""
    shorter = min(len(one), len(other))
    if shorter < _SHORTEST_WITH_ONE:
        return 0
    allowed = 1 if shorter < _SHORTEST_WITH_TWO else _MOST_TYPOS
    if abs(len(one) - len(other)) > allowed + 1:
        return 0
    count = _edits if one.isalpha() and other.isalpha() else _with_figures
    counted = count(one, other)
    return counted if counted <= allowed else 0


def _edits(one: str, other: str) -> int:
    """Count edits, a slip between look-alike letters as one; above two, any number above two."""
    plain = edits(one, other, _MOST_TYPOS)
    if plain <= 1:
        return plain
    slipped = (
        1 + edits(rewritten, target, 1)
        for rewritten, target in (*_slips(one, other), *_slips(other, one))
    )
    return min((plain, *slipped))


def _slips(one: str, other: str) -> Iterator[tuple[str, str]]:
    """Rewrite each pair of letters in `one` as the letter it looks like, one at a time."""
    for pair, letter in _LOOK_ALIKE:
        at = one.find(pair) if letter in other else -1
        while at >= 0:
            yield f"{one[:at]}{letter}{one[at + len(pair) :]}", other
            at = one.find(pair, at + 1)


def _with_figures(one: str, other: str) -> int:
    """Count figures that look like letters in a word of letters; any other figure is too many."""
    too_many = _MOST_TYPOS + 1
    if len(one) != len(other) or not (one.isalpha() or other.isalpha()):
        return too_many
    mixed, word = (other, one) if one.isalpha() else (one, other)
    wrong = [(a, b) for a, b in zip(mixed, word, strict=True) if a != b]
    if len(wrong) == len(mixed) or not all(_looks_like(a, b) for a, b in wrong):
        return too_many
    return len(wrong)


def _looks_like(figure: str, letter: str) -> bool:
    return figure.translate(_READ_AS_LETTERS) == letter or (figure, letter) == ("1", "i")
