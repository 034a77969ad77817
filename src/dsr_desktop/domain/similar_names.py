"""Compares names that are not the same: misspelt, shortened, with initials, or by half.

All of these are weak by themselves. What may be the name of a twin, a parent or a child is told from
a misspelling: Marie and Maria, Jean and Jan are two first names, not one with a typo.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from dsr_desktop.domain.asked import AskedName
from dsr_desktop.domain.first_names.known import is_first_name
from dsr_desktop.domain.name_values import NameAgreement
from dsr_desktop.domain.particles import without_particles
from dsr_desktop.domain.person import fold, words
from dsr_desktop.domain.short_forms import short_forms_of
from dsr_desktop.domain.spellings import Words
from dsr_desktop.domain.word_likeness import LONGEST_COMPARED, Likeness, edits, likeness

_MOST_WORDS = 8
_MOST_TYPOS = 2
_MOST_EDITS = 3
_SHORTEST_MISSPELT = 6
_SHORTEST_ALONE = 5
_SHORTEST_INSIDE = 5
_TYPOS = {Likeness.ONE_TYPO: 1, Likeness.TWO_TYPOS: 2}
_VOWELS = frozenset("aeio")


class _Pair(NamedTuple):
    asked: str
    there: str
    likeness: Likeness

    @property
    def is_first_names(self) -> bool:
        return is_first_name(self.asked) and is_first_name(self.there)


def is_like_one(word: str, wanted: tuple[str, ...]) -> bool:
    """Tell whether a folded word is one of `wanted`, misspelt or in a usual short form."""
    if not 1 < len(word) <= LONGEST_COMPARED or word.isdigit():
        return False
    return _is_like_one(word, wanted)


@lru_cache(maxsize=65_536)
def _is_like_one(word: str, wanted: tuple[str, ...]) -> bool:
    return word in _forms_of(wanted) or any(_is_misspelt(word, one) for one in wanted)


@lru_cache(maxsize=256)
def _forms_of(wanted: tuple[str, ...]) -> frozenset[str]:
    return frozenset(wanted).union(*map(short_forms_of, wanted))


def _is_misspelt(word: str, wanted: str) -> bool:
    """Count letters that differ first, which costs less: a scanner's slip beside a typo makes three."""
    if abs(len(word) - len(wanted)) > _MOST_EDITS:
        return False
    if edits(word, wanted, _MOST_EDITS) > _MOST_EDITS:
        return False
    return likeness(wanted, word) in _TYPOS


def compare_similar(asked: AskedName, there: Words) -> NameAgreement | None:
    """Compare with the words of a cell that holds a name and nothing else."""
    if not (asked.words and there) or max(len(asked.words), len(there)) > _MOST_WORDS:
        return None
    wanted, bare = without_particles(asked.words), without_particles(there)
    return (
        _compare_whole(wanted, bare)
        or _compare_half(asked, wanted, bare)
        or _compare_spelt(asked.other_spellings, wanted, bare)
        or _compare_part(wanted, bare)
    )


def is_similar_inside(asked: AskedName, text: str) -> bool:
    """Tell whether the words of a name stand side by side in a longer text, with one typo at most.

    A first name may be in a short form or an initial with its dot.
    """
    size = len(asked.words)
    if not 1 < size <= _MOST_WORDS:
        return False
    folded = fold(text)
    there = words(text)
    telling = _telling(asked.words, frozenset(there), folded)
    for at in range(len(there) - size + 1):
        window = there[at : at + size]
        if telling.issuperset(window) and _is_close(_paired(asked.words, window)):
            return True
    return False


def _telling(asked: Words, there: frozenset[str], folded: str) -> frozenset[str]:
    return frozenset(word for word in there if _tells(word, asked, folded))


def _tells(word: str, asked: Words, folded: str) -> bool:
    if len(word) == 1 and word not in asked and f"{word}." not in folded:
        return False
    found = [likeness(one, word) for one in asked]
    if Likeness.ONE_TYPO in found and len(word) < _SHORTEST_INSIDE:
        return Likeness.SAME in found
    return any(found)


def _is_close(pairs: Sequence[_Pair]) -> bool:
    return bool(pairs) and _typos(pairs) <= 1 and any(_is_whole(pair) for pair in pairs)


def _compare_whole(asked: Words, there: Words) -> NameAgreement | None:
    """Compare two names of as many words, or with two first names as two initials: "JB Martin"."""
    if len(asked) == len(there):
        pairs = _paired(asked, there)
        return _judged(pairs) if pairs else None
    shorter, longer = sorted((asked, there), key=len)
    for shortened in _with_two_initials(longer, shorter):
        if sorted(shortened) == sorted(shorter):
            return NameAgreement.INITIALS
    return None


def _compare_spelt(spellings: Sequence[Words], wanted: Words, there: Words) -> NameAgreement | None:
    """Compare with spellings of as many words as are there: Jean-Pierre is Jeanpierre, misspelt."""
    fitting = (one for one in spellings if len(one) == len(there) != len(wanted))
    found = (_compare_whole(one, there) for one in fitting)
    return next((agreement for agreement in found if agreement), None)


def _compare_part(asked: Words, there: Words) -> NameAgreement | None:
    """Compare with a longer name: another first name, or somebody else, beside one like it."""
    pairs = _paired(asked, there) if len(asked) < len(there) else ()
    if not _is_close(pairs):
        return None
    if len(asked) == 1 and len(asked[0]) < _SHORTEST_ALONE:
        return None
    return NameAgreement.SIMILAR


def _compare_half(asked: AskedName, wanted: Words, there: Words) -> NameAgreement | None:
    """Compare with a shorter name: half of Dupont-Martin, or one first name of two."""
    if not 1 < len(there) < len(wanted) or _is_one_part(asked, there):
        return None
    if not "".join(wanted).isalpha():
        return None
    if _is_half_with_initials(wanted, there):
        return NameAgreement.IN_PART
    pairs = _paired(there, wanted)
    if not _is_close(pairs):
        return None
    if all(pair.likeness is Likeness.SAME for pair in pairs):
        return NameAgreement.IN_PART
    return NameAgreement.SIMILAR


def _is_half_with_initials(wanted: Words, there: Words) -> bool:
    """Tell "JF Lambert" for Jean-François Lambert-Rivat."""
    shortened = _with_two_initials(wanted, there)
    return any(set(there) < set(name) for name in shortened)


def _is_one_part(asked: AskedName, there: Words) -> bool:
    """Tell whether `there` is one hyphenated part of the name: the family name, without the first."""
    parts = asked.text.split()
    return len(parts) > 1 and any(set(there) <= set(words(part)) for part in parts)


def _with_two_initials(longer: Words, shorter: Words) -> Iterator[Words]:
    for at in range(len(longer) - 1):
        initials = longer[at][0] + longer[at + 1][0]
        if initials in shorter:
            yield (*longer[:at], initials, *longer[at + 2 :])


def _paired(asked: Words, there: Words) -> Sequence[_Pair]:
    """Find for each word asked another one that is there; nothing where one has none."""
    left = list(there)
    missing = []
    pairs = []
    for word in asked:
        if word in left:
            left.remove(word)
            pairs.append(_Pair(word, word, Likeness.SAME))
        else:
            missing.append(word)
    for word in missing:
        like = [_Pair(word, one, how) for one in left if (how := likeness(word, one))]
        if not like:
            return ()
        best = min(like, key=lambda pair: pair.likeness.value)
        left.remove(best.there)
        pairs.append(best)
    return pairs


def _judged(pairs: Sequence[_Pair]) -> NameAgreement | None:
    if len(pairs) == 1:
        return _judged_alone(pairs[0])
    typos = _typos(pairs)
    if typos > _MOST_TYPOS or not any(map(_is_whole, pairs)):
        return None
    kinds = {pair.likeness for pair in pairs}
    if kinds & {Likeness.SHORT_FORM, Likeness.INITIAL}:
        return _judged_shortened(kinds, typos)
    if typos == 1:
        is_another = any(map(_may_be_another, pairs))
        return NameAgreement.PERHAPS_ANOTHER if is_another else NameAgreement.ONE_TYPO
    two_first_names = any(pair.asked != pair.there and pair.is_first_names for pair in pairs)
    return NameAgreement.SIMILAR if two_first_names else NameAgreement.TWO_TYPOS


def _judged_alone(pair: _Pair) -> NameAgreement | None:
    if pair.likeness is Likeness.SHORT_FORM:
        return NameAgreement.SHORT_FORM
    if pair.likeness is Likeness.ONE_TYPO and len(pair.there) >= _SHORTEST_ALONE:
        is_another = _may_be_another(pair)
        return NameAgreement.PERHAPS_ANOTHER if is_another else NameAgreement.ONE_TYPO
    return None


def _judged_shortened(kinds: set[Likeness], typos: int) -> NameAgreement | None:
    if typos:
        return NameAgreement.SIMILAR if typos == 1 else None
    return NameAgreement.INITIALS if Likeness.INITIAL in kinds else NameAgreement.SHORT_FORM


def _typos(pairs: Sequence[_Pair]) -> int:
    return sum(_TYPOS.get(pair.likeness, 0) for pair in pairs)


def _is_whole(pair: _Pair) -> bool:
    """Tell whether a pair is more than initials: two letters or more on both sides."""
    return pair.likeness is not Likeness.INITIAL and min(len(pair.asked), len(pair.there)) > 1


def _may_be_another(pair: _Pair) -> bool:
    if pair.likeness is Likeness.SAME:
        return len(pair.asked) == 1
    return may_be_another(pair.asked, pair.there)


def may_be_another(one: str, other: str) -> bool:
    """Tell whether one letter may make the name of another person: Marie and Maria, Petit and Petri.

    So in short words, between two usual first names, and where the vowel at the end says he or she.
    """
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _SHORTEST_MISSPELT or (is_first_name(one) and is_first_name(other)):
        return True
    ends_otherwise = longer[:-1] in {shorter, shorter[:-1]}
    return ends_otherwise and longer[-1] in _VOWELS
