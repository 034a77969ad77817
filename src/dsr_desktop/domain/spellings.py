"""Other spellings of a name: Müller and Mueller, Saint and St, De La Tour and Delatour, O'Brien."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, islice, pairwise, product

from dsr_desktop.domain.first_names.known import is_first_name
from dsr_desktop.domain.particles import (
    JOINED,
    PARTICLES,
    with_joined_particles,
    without_particles,
)
from dsr_desktop.domain.person import words
from dsr_desktop.domain.romanised import romanised
from dsr_desktop.domain.transliterated import transliterated

Words = tuple[str, ...]

_MOST = 24
_LONGEST_KEPT = 80
_MOST_JOINED = 3
_SHORTEST_REST = 3
_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa",
     "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Ø": "Oe", "Å": "Aa"}
)  # fmt: skip
_READ_OTHERWISE = re.compile("[^\x00-\x7fàáâãçèéêëìíîïñòóôõùúûýÿÀÁÂÃÇÈÉÊËÌÍÎÏÑÒÓÔÕÙÚÛÝŸ]")
_APOSTROPHES = str.maketrans("", "", "'\u2019\u2018\u02bc\u02bb\u00b4`")
_SPELT_OUT = re.compile("(?<=[aou])e|(?<=a)a")
# D'Angelo, L'Hermitte, O'Brien, M'Bala, N'Diaye, written without their apostrophe.
_AT_APOSTROPHE = re.compile("(?=[dl][aeiouyh]|o[^aeiouy]|[mn][^aeiouyh])([dlomn])([a-z]{3,})")
# Abd el-Kader and Abdel Kader, which is one given name: servant of the Mighty.
_SERVANT = re.compile("(abd)([aeo]u?[lr])([a-z]{3,})")
_WITH_PARTICLE = re.compile("(al|el|ben|du|des|les|ter|ten)([a-z]{3,})")
_SHORT_FORMS = {"saint": "st", "st": "saint", "sainte": "ste", "ste": "sainte"}
_BEGINNINGS = (
    ("de", "la"), ("de",), ("le",), ("van", "der"), ("van", "den"), ("van", "de"), ("van",),
    ("von",), ("mac",), ("mc",), ("jean",), ("marie",), ("anne",),
)  # fmt: skip


def readings(text: str) -> tuple[Words, ...]:
    """Folded words of `text` first, then as it may be read otherwise.

    With ä, ö, ü, ø and å as two letters, without its apostrophes, with its particles joined to the
    word they belong to, in Latin letters.
    """
    return _readings_of_short(text) if len(text) <= _LONGEST_KEPT else _readings(text)


@lru_cache(maxsize=16_384)
def _readings_of_short(text: str) -> tuple[Words, ...]:
    return _readings(text)


def _readings(text: str) -> tuple[Words, ...]:
    folded = words(text)
    plain = text.translate(_APOSTROPHES)
    found = [folded] if plain == text else [folded, words(plain)]
    if not plain.isascii():
        composed = unicodedata.normalize("NFC", plain)
        found += [words(composed.translate(_UMLAUTS)), *romanised(text)]
    return tuple(dict.fromkeys((*found, *with_joined_particles(folded))))


def may_be_read_otherwise(text: str, folded: Words) -> bool:
    """Tell quickly whether `text`, of these `folded` words, may have other `readings` than those."""
    if not is_plain(text) or "'" in text or "`" in text:
        return True
    return not JOINED.isdisjoint(folded)


def is_plain(text: str) -> bool:
    """Tell whether `text` has no letters but those of English and with accents that are only left out.

    Then its letters are read in one way. Of ä, ö, ü, ø and å, and of letters taken apart from their
    accents, it is not told.
    """
    return text.isascii() or _READ_OTHERWISE.search(text) is None


def spellings(text: str) -> tuple[Words, ...]:
    """Return the words of a name as they are first, then as other lists may spell them.

    Bounded, and the same for each call. A name compares as well with `readings` of what a list has:
    that Müller is written there is not to be seen from a Mueller asked for.
    """
    plain = readings(text)
    found = [
        *plain,
        *transliterated(plain[0]),
        *(other for one in plain for other in _rewritten(one)),
    ]
    return tuple(dict.fromkeys(found))[:_MOST]


def writings_to_look_up(text: str) -> tuple[Words, ...]:
    """Return the groups of words by which an index of folded words has every spelling of a name.

    Those in which a double name stands by half are among them, not short forms and misspellings.
    """
    plain = words(text)
    others = (*without_umlaut(plain), *_in_two(plain), *_by_initials(plain), *_by_half(text))
    return tuple(dict.fromkeys([*spellings(text), *others]))[: 2 * _MOST]


def without_umlaut(name: Words) -> Iterator[Words]:
    """Yield a name as it is, Mueller as muller too, which is what an index folds Müller to, and Aaberg as aberg."""
    choices = [dict.fromkeys((word, _SPELT_OUT.sub("", word))) for word in name]
    return islice(product(*choices), _MOST)


def _rewritten(name: Words) -> Iterator[Words]:
    if any(word in _SHORT_FORMS for word in name):
        yield tuple(_SHORT_FORMS.get(word, word) for word in name)
    yield without_particles(name)
    for size in range(_MOST_JOINED, 1, -1):
        for at in range(len(name) - size + 1):
            yield (*name[:at], "".join(name[at : at + size]), *name[at + size :])
    # A word alone is not split: half the addresses of a list would have the parts of Delatour.
    for at, word in enumerate(name if len(name) > 1 else ()):
        for parts in _split(word):
            yield (*name[:at], *parts, *name[at + 1 :])


def _split(word: str) -> Iterator[Sequence[str]]:
    for beginning in _BEGINNINGS:
        joined = "".join(beginning)
        if word.startswith(joined) and len(word) - len(joined) >= _SHORTEST_REST:
            yield (*beginning, word[len(joined) :])
    # Latour, not Laurent: what begins with "la" is more often a first name.
    if (
        word.startswith("la")
        and len(word) - len("la") >= _SHORTEST_REST
        and not is_first_name(word)
    ):
        yield "la", word[len("la") :]


def _in_two(name: Words) -> Iterator[Words]:
    """Yield obrien as o and brien, almasri as al and masri: so an index has O'Brien and al-Masri."""
    choices = [((word,), *_parts_of(word)) for word in name]
    for parts in islice(product(*choices), 1, _MOST):
        yield tuple(chain.from_iterable(parts))


def _parts_of(word: str) -> Iterator[Words]:
    if servant := _SERVANT.fullmatch(word):
        yield servant.groups()
        yield servant[1] + servant[2], servant[3]
        return
    match = _AT_APOSTROPHE.fullmatch(word) or _WITH_PARTICLE.fullmatch(word)
    if match and not is_first_name(word):
        yield match.groups()


def _by_initials(name: Words) -> Iterator[Words]:
    """Yield a name with two first names as their initials, and with half of the rest: "JF Lambert".

    A particle is no half: "LE" and "de" would find a row in twenty for Louis-Élisabeth de Montvert.
    """
    for at, (one, other) in enumerate(pairwise(name)):
        if is_first_name(one) and is_first_name(other):
            initials, rest = one[0] + other[0], (*name[:at], *name[at + 2 :])
            yield (initials, *rest)
            halves = [word for word in rest if len(word) > 1 and word not in PARTICLES]
            yield from ((initials, word) for word in halves if len(rest) > 1)


def _by_half(text: str) -> Iterator[Words]:
    """Yield a name of three words or more without one of them: Dupont-Martin may stand as Dupont."""
    name = without_particles(words(text))
    if len(name) > 2 and "".join(name).isalpha():
        yield from (name[:at] + name[at + 1 :] for at in range(len(name)))
