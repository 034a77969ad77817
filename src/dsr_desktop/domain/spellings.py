"""Other spellings of a name: Müller and Mueller, Saint and St, De La Tour and Delatour."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import islice, product

from dsr_desktop.domain.person import words

Words = tuple[str, ...]

_MOST = 24
_MOST_JOINED = 3
_SHORTEST_REST = 3
_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa",
     "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Ø": "Oe", "Å": "Aa"}
)  # fmt: skip
_SPELT_OUT = re.compile("(?<=[aou])e|(?<=a)a")
_SHORT_FORMS = {"saint": "st", "st": "saint", "sainte": "ste", "ste": "sainte"}
_BEGINNINGS = (
    ("de", "la"), ("de",), ("le",), ("van", "der"), ("van", "den"), ("van", "de"), ("van",),
    ("von",), ("mac",), ("mc",), ("jean",), ("marie",), ("anne",),
)  # fmt: skip


def readings(text: str) -> tuple[Words, ...]:
    """Folded words of `text`, and those with ä, ö, ü, ø and å as two letters where it has any."""
    folded = words(text)
    spelt_out = words(unicodedata.normalize("NFC", text).translate(_UMLAUTS))
    return (folded,) if spelt_out == folded else (folded, spelt_out)


def spellings(text: str) -> tuple[Words, ...]:
    """Return the words of a name as they are first, then as other lists may spell them.

    Bounded, and the same for each call. A name compares as well with `readings` of what a list has:
    that Müller is written there is not to be seen from a Mueller asked for.
    """
    plain = readings(text)
    found = [*plain, *(other for one in plain for other in _rewritten(one))]
    return tuple(dict.fromkeys(found))[:_MOST]


def writings_to_look_up(text: str) -> tuple[Words, ...]:
    """Return the groups of words by which an index of folded words has every spelling of a name."""
    return tuple(dict.fromkeys([*spellings(text), *_without_umlaut(words(text))]))[: 2 * _MOST]


def _rewritten(name: Words) -> Iterator[Words]:
    if any(word in _SHORT_FORMS for word in name):
        yield tuple(_SHORT_FORMS.get(word, word) for word in name)
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


def _without_umlaut(name: Words) -> Iterator[Words]:
    """Yield Mueller as muller too, which is what an index folds Müller to, and Aaberg as aberg."""
    choices = [dict.fromkeys((word, _SPELT_OUT.sub("", word))) for word in name]
    return islice(product(*choices), _MOST)
