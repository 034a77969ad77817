"""Words of other alphabets in Latin letters, as lists customarily write them.

Cyrillic as in English, French and German lists and in passports (ICAO 9303), Greek as in passports
(ELOT 743) and as spoken; every other script as anyascii has it.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import chain

from dsr_desktop.domain.person import fold, words

Words = tuple[str, ...]

_MOST_LETTERS = 2_000
_LONGEST_WORD = 64
_WORD = re.compile(r"[^\W_]+")
_LATIN_WORD = re.compile(r"[a-z0-9]+")
_ALPHABETS = re.compile("[\u0370-\u03ff\u0400-\u04ffə]")
_NOT_A_TO_Z = re.compile("[^\\W\\d_a-z]")
_OTHER_ALPHABET = re.compile("[\u0370-\u1dff\u2c00-\ud7ff]")
_APOSTROPHES = str.maketrans(dict.fromkeys("ʼʻʹ", "'"))
# Folding takes their accents off, and they are letters of their own.
_KEPT = {"й": "\ue000", "ї": "\ue001", "ё": "\ue002"}

_CYRILLIC = {
    **dict(zip("абвгдезиклмнопрстуф", "abvgdeziklmnoprstuf", strict=True)),
    "ё": "e", "ж": "zh", "й": "y", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "",
    "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "і": "i", "ї": "yi", "є": "ye", "ґ": "g",
    "ў": "u", "ə": "a", "ђ": "dj", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "џ": "dz", "ѓ": "g", "ќ": "k", "ѕ": "dz",
}  # fmt: skip
_FRENCH = _CYRILLIC | {
    "ж": "j", "й": "i", "у": "ou", "ч": "tch", "ш": "ch", "щ": "chtch", "ю": "iou", "я": "ia", "ё": "io",
    "кс": "x", "ге": "gue", "ги": "gui", "ə": "e",
}  # fmt: skip
_FRENCH_SPOKEN = _FRENCH | {"ю": "you", "я": "ya", "ё": "e"}
_ENGLISH = _CYRILLIC | {"кс": "x", "ё": "yo"}
_PASSPORT = _CYRILLIC | {"й": "i", "ю": "iu", "я": "ia", "ъ": "ie"}
_CENTRAL = _CYRILLIC | {
    "ж": "z", "й": "j", "х": "h", "ц": "c", "ч": "c", "ш": "s", "щ": "sc", "ю": "ju", "я": "ja",
}  # fmt: skip
_GERMAN = _CENTRAL | {
    "ж": "sch",
    "х": "ch",
    "ц": "z",
    "ч": "tsch",
    "ш": "sch",
    "щ": "schtsch",
    "в": "w",
}
_ENDINGS = (("", ""), ("ий", "и"), ("ый", "ы"), ("ий", "ы"), ("ин", "ине"), ("ия", "иа"))

_GREEK = {
    **dict(zip("αβγδεζηικλμνοπρσςτυωξφχ", "avgdeziiklmnoprsstyoxfc", strict=True)),
    "ξ": "x", "θ": "th", "χ": "ch", "ψ": "ps", "ου": "ou", "αυ": "av", "ευ": "ev", "μπ": "mp", "ντ": "nt",
    "γγ": "ng", "γκ": "gk", "τζ": "tz",
}  # fmt: skip
_GREEK_SPOKEN = _GREEK | {
    "ει": "i", "οι": "i", "αι": "e", "υ": "i", "γι": "y", "γε": "ye", "χ": "h", "μπ": "b", "ντ": "d",
    "γκ": "g", "αυ": "af", "ευ": "ef",
}  # fmt: skip
_GREEK_OLD = _GREEK | {"φ": "ph", "κ": "c", "ντ": "d", "μπ": "b", "υ": "y"}
_WAYS: tuple[Mapping[str, str], ...] = tuple(
    cyrillic | greek
    for cyrillic, greek in (
        (_CYRILLIC, _GREEK), (_FRENCH, _GREEK_SPOKEN), (_FRENCH_SPOKEN, _GREEK_OLD),
        (_ENGLISH, _GREEK), (_PASSPORT, _GREEK), (_CENTRAL, _GREEK_SPOKEN), (_GERMAN, _GREEK),
    )
)  # fmt: skip


def has_other_letters(folded: str) -> bool:
    """Tell whether a folded text has a letter that is none of a to z."""
    return not folded.isascii() and bool(_NOT_A_TO_Z.search(folded))


def romanised(text: str) -> tuple[Words, ...]:
    """Return the words of `text` in Latin letters, once for each customary way; () if it has no others.

    Of a very long text the beginning is read.
    """
    if text.isascii() or not has_other_letters(fold(text)):
        return ()
    ways = [_ways_of(word) for word in _WORD.findall(_folded(text[:_MOST_LETTERS]))]
    joined = (tuple(chain.from_iterable(way)) for way in zip(*ways, strict=True))
    return tuple(dict.fromkeys(joined))


def is_romanised(text: str) -> bool:
    """Tell whether `text` has letters of another alphabet, which `romanised` writes in Latin ones."""
    return not text.isascii() and bool(_OTHER_ALPHABET.search(text))


def romanised_words(text: str) -> frozenset[str]:
    """Return every word that an index needs beside the folded ones of `text`."""
    if not has_other_letters(fold(text)):
        return frozenset()
    there = frozenset(_WORD.findall(_folded(text)))
    there = frozenset(word for word in there if len(word) <= _LONGEST_WORD)
    return frozenset(
        latin for word in there for way in _ways_of(word) for latin in way
    ) - frozenset(words(text))


@lru_cache(maxsize=65_536)
def _ways_of(word: str) -> tuple[Words, ...]:
    """Write a word in each way, in the same order for every word."""
    if word.isascii():
        return ((word,),) * (len(_WAYS) * len(_ENDINGS))
    if not _ALPHABETS.search(word):
        latin = _to_ascii(word).replace("'", "")
        return (_words(latin),) * (len(_WAYS) * len(_ENDINGS))
    return tuple(_words(_written(word, way, *ending)) for way in _WAYS for ending in _ENDINGS)


def _written(word: str, way: Mapping[str, str], end: str, instead: str) -> str:
    if end and word.endswith(end):
        word = word.removesuffix(end) + instead
    return _to_ascii("".join(_letters(word, way))).replace("'", "")


def _to_ascii(text: str) -> str:
    from anyascii import anyascii  # noqa: PLC0415 - few lists need it, and no start of the window

    return anyascii(text)


def _letters(word: str, way: Mapping[str, str]) -> Iterator[str]:
    at = 0
    while at < len(word):
        size = 2 if word[at : at + 2] in way else 1
        letters = word[at : at + size]
        yield way.get(letters, letters)
        at += size


def _folded(text: str) -> str:
    kept = text.lower().translate(_APOSTROPHES)
    for letter, sign in _KEPT.items():
        kept = kept.replace(letter, sign)
    kept = fold(kept)
    for letter, sign in _KEPT.items():
        kept = kept.replace(sign, letter)
    return kept


def _words(latin: str) -> Words:
    return tuple(_LATIN_WORD.findall(latin.lower()))
