"""Recognises the encoding of a text without a mark: by what its bytes make of the words.

A list of names is too short for statistics of a language. What tells encodings apart is whether
the letters stand where letters stand: small ones inside words, no signs between letters, letters
that European languages use often before those that they use seldom.
"""

import codecs
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, pairwise

from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.messages import Reading, UnreadableError, Warned

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_END_MARK = b"\x1a"
_RAREST_ZEROS = 0.025
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\f\r\x1b\x1c\x1d\x1e\x1f")) + b"\x7f"
_MOST_CONTROLS = 0.01
_MOST_BROKEN = 0.2
_MOST_WORDS = 5_000
_MOST_ALIKE = 3
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_WORD = re.compile(rb"[A-Za-z\x80-\xff'\-]*[\x80-\xff][A-Za-z\x80-\xff'\-]*")
_SURE_MARGIN = 0.2

# The first of those that fit equally well is taken: Windows before the others, Western before them.
CANDIDATES = (
    "cp1252", "iso8859_15", "mac_roman", "cp850", "cp1250", "iso8859_2", "cp1251", "cp1253",
    "cp1254", "cp1257", "koi8_r", "cp866", "cp437",
)  # fmt: skip
# Letters beyond ASCII of each language: those that are often used, then the rare ones.
_ALPHABETS = (
    ("éèàçêôîûâëï", "ùœüÿæ"),  # French
    ("äöüß", "éàèç"),  # German
    ("áéíóúñ", "üç"),  # Spanish
    ("ãáéçõóíêâú", "ôàü"),  # Portuguese
    ("àèéìòù", "îó"),  # Italian
    ("éëïèöüó", "áíêçâ"),  # Dutch
    ("åäö", "éüáà"),  # Swedish, Finnish
    ("æøå", "éäöüóèô"),  # Danish, Norwegian
    ("áðéíóúýþæö", ""),  # Icelandic
    ("ąćęłńóśźż", "éüö"),  # Polish
    ("áčďéěíňóřšťúůýžäľĺôŕ", "öü"),  # Czech, Slovak
    ("áéíóöőúüű", "ä"),  # Hungarian
    ("čćđšž", "éüöá"),  # Croatian, Slovenian
    ("ăâîșțşţ", "éáöüőóí"),  # Romanian
    ("çğıöşüiİ", "âîûé"),  # Turkish
    ("āčēģīķļņšūžąęėįų", "éöüõä"),  # Latvian, Lithuanian
    ("õäöü", "šžé"),  # Estonian
    ("оеаинтсрвлкмдпу", "яыьгзбчйхжшюцщэфёъіїєґ"),  # Russian, Ukrainian, Bulgarian
    ("αοιετνσρκλπμς", "υδγωηήίάόέθχφβξζψύώ"),  # Greek
)
_WESTERN = 4
_FIRST = 0.1
_QUOTES = "’‘“”«»…–—€°№\xa0"


# What a user may name. A byte order mark goes before it, and so do bytes that are UTF-8 throughout.
_WIDE = ("utf-16-le", "utf-16-be")
CHOICES = ("utf-8", *_WIDE, *CANDIDATES)
_MOST_OTHERS = 4
_LINES_SHOWN = 2
_BYTES_SHOWN = 160


@dataclass(frozen=True)
class TextEncoding:
    """How a text is decoded; `others` fit it as well, `broken` counts stray bytes."""

    name: str
    errors: str = "strict"
    others: tuple[str, ...] = ()
    broken: int = 0


def detect_encoding(document: Document) -> TextEncoding:
    """Name the text encoding: by mark, else UTF-8, else the one whose letters make the best words.

    One that the user named goes before words. A text that is UTF-8 but for a few stray bytes stays
    UTF-8; these are read as Windows-1252. Raises UnreadableError for content that is no text.
    """
    head = document.head()
    for byte_order_mark, encoding in _BYTE_ORDER_MARKS:
        if head.startswith(byte_order_mark):
            return _marked(document, encoding)
    if b"\0" in head:
        return _utf16_without_mark(document, head)
    head = head.removesuffix(_END_MARK)
    if len(head) - len(head.translate(None, _CONTROLS)) > _MOST_CONTROLS * len(head):
        raise UnreadableError(Problem.NOT_TEXT)
    found = _utf8(document)
    if document.encoding in CANDIDATES and (found is None or found.broken):
        return TextEncoding(document.encoding, _LATIN1)
    if document.encoding == "utf-8" and found is None:
        return TextEncoding("utf-8", STRAY_AS_CP1252, broken=_signs_and_strays(document)[1])
    return found or _single_byte(_words(document))


def _marked(document: Document, encoding: str) -> TextEncoding:
    if encoding != "utf-8-sig":
        return TextEncoding(encoding)
    _whole, broken = _signs_and_strays(document)
    return TextEncoding(encoding, STRAY_AS_CP1252, broken=broken)


def _utf8(document: Document) -> TextEncoding | None:
    """Return UTF-8 if the text is, but for few bytes; None where other encodings must be weighed."""
    whole, broken = _signs_and_strays(document)
    if broken > _MOST_BROKEN * whole:
        return None
    return TextEncoding("utf-8", STRAY_AS_CP1252, broken=broken)


def _signs_and_strays(document: Document) -> tuple[int, int]:
    """Count signs beyond ASCII, and bytes that are none; 0 and 0 where every line is UTF-8.

    Counting costs many times what decoding does, and most lists are UTF-8 as a whole.
    """
    if all(map(is_utf8, document.lines())):
        return 0, 0
    whole = broken = 0
    for line in document.lines():
        if not line.isascii():
            good, bad = _count_utf8(line)
            whole, broken = whole + good, broken + bad
    return whole, broken


def is_utf8(line: bytes) -> bool:
    """Tell whether bytes are UTF-8, as all of ASCII is."""
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def _count_utf8(line: bytes) -> tuple[int, int]:
    """Count signs beyond ASCII, and bytes that are none, in a line read as UTF-8."""
    text = line.decode("utf-8", "surrogateescape")
    beyond = [sign for sign in text if sign > "\x7f"]
    bad = sum("\udc80" <= sign <= "\udcff" for sign in beyond)
    return len(beyond) - bad, bad


def _words(document: Document) -> Counter[bytes]:
    """Count the words that hold a byte beyond ASCII, up to a number that is plenty."""
    found: Counter[bytes] = Counter()
    for line in document.lines():
        found.update(_WORD.findall(line))
        if len(found) > _MOST_WORDS:
            break
    return found


def _single_byte(words: Counter[bytes]) -> TextEncoding:
    scores = {name: _score(name, words) for name in CANDIDATES}
    best = max(CANDIDATES, key=lambda name: scores[name])
    others: list[str] = []
    for name in CANDIDATES:
        is_close = len(others) < _MOST_OTHERS and scores[name] > scores[best] - _SURE_MARGIN
        if is_close and all(_differ(name, known, words) for known in (best, *others)):
            others.append(name)
    return TextEncoding(best, _LATIN1, tuple(others))


def doubts_about(encoding: TextEncoding) -> Iterator[Warned]:
    """Say how many bytes did not fit the encoding, and that the text fits another one as well."""
    if encoding.broken:
        yield Warned(Problem.STRAY_BYTES, {"count": encoding.broken})
    if encoding.others:
        other = encoding.others[0]
        yield Warned(Problem.ENCODING_UNSURE, {"encoding": encoding.name, "other": other})


def readings(document: Document, encoding: TextEncoding) -> tuple[Reading, ...]:
    """Return how two lines read in each encoding that fits; nothing where only one does."""
    names = (encoding.name, *encoding.others) if encoding.others else ()
    telling = list(islice(_telling_lines(document, names), _LINES_SHOWN))
    return tuple((name, [line.decode(name, _LATIN1).strip() for line in telling]) for name in names)


def _telling_lines(document: Document, names: Sequence[str]) -> Iterator[bytes]:
    """Yield pieces of lines that read differently in the encodings."""
    for line in document.lines() if names else ():
        if found := _BEYOND_ASCII.search(line):
            start = max(0, found.start() - _BYTES_SHOWN // 2)
            piece = line[start : start + _BYTES_SHOWN]
            if len({piece.decode(name, _LATIN1) for name in names}) > 1:
                yield piece


def _differ(one: str, other: str, words: Iterable[bytes]) -> bool:
    return any(word.decode(one, _LATIN1) != word.decode(other, _LATIN1) for word in words)


def _score(encoding: str, words: Counter[bytes]) -> float:
    """How well the words read in an encoding, as points per sign beyond ASCII.

    A list is mostly in one language: the alphabet that fits best counts.
    """
    signs = Counter[tuple[str, str, str]]()
    for word, count in words.items():
        for place in _beyond(word, encoding):
            signs[place] += min(count, _MOST_ALIKE)
    total = sum(signs.values())
    if not total:
        return 0.0
    placed = sum(_place(*place) * count for place, count in signs.items())
    spelled = max(_spelling(signs, number) for number in range(len(_ALPHABETS)))
    return (placed + spelled) / total


def _beyond(word: bytes, encoding: str) -> Iterator[tuple[str, str, str]]:
    text = f" {word.decode(encoding, _LATIN1)} "
    for (before, sign), after in zip(pairwise(text), text[2:], strict=False):
        if sign > "\x7f":
            yield before, sign, after


def _spelling(signs: Counter[tuple[str, str, str]], number: int) -> float:
    often, seldom = _ALPHABETS[number]
    points = 0.0
    for (_before, sign, _after), count in signs.items():
        letter = sign if sign in often else sign.lower()
        if letter.isalpha():
            points += count * (2.0 if letter in often else 1.0 if letter in seldom else -1.0)
    return points + (_FIRST * sum(signs.values()) if number < _WESTERN else 0.0)


@lru_cache(maxsize=100_000)
def _place(before: str, sign: str, after: str) -> float:
    """Points for where a sign stands, whatever the language."""
    if not sign.isalpha():
        inside = before.isalpha() and after.isalpha()
        return (0.8 if sign == "’" else -3.0) if inside else _sign_alone(sign)
    out_of_case = (before.islower() and sign.isupper()) or (
        before.isalpha() and sign.isupper() and after.islower()
    )
    if out_of_case:
        return -2.0
    if _script(sign) == "LATIN":
        return _pronounced(before, sign, after)
    near = {_script(other) for other in (before, after) if other.isalpha()}
    return 0.0 if near == {_script(sign)} else -3.0


def _pronounced(before: str, sign: str, after: str) -> float:
    """Take points off a consonant between consonants, and off a vowel between vowels."""
    sounds = {_is_vowel(before), _is_vowel(sign), _is_vowel(after)}
    if not (before.isalpha() and after.isalpha()) or len(sounds) > 1:
        return 0.0
    return -0.5 if _is_vowel(sign) else -1.0


def _is_vowel(letter: str) -> bool:
    return unicodedata.normalize("NFKD", letter)[0].lower() in "aeiouyæœøı"


def _sign_alone(sign: str) -> float:
    if sign in _QUOTES:
        return 0.5
    return -3.0 if unicodedata.category(sign) in {"Cc", "So"} else -1.0


@lru_cache(maxsize=1_000)
def _script(sign: str) -> str:
    return unicodedata.name(sign, "?").partition(" ")[0]


def _utf16_without_mark(document: Document, head: bytes) -> TextEncoding:
    """Name the order of bytes: as zeros tell, else as the user has it. No list of lines has none."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    few = max(1, _RAREST_ZEROS * len(head))
    if odd > few and odd > 4 * even:
        return TextEncoding("utf-16-le")
    if even > few and even > 4 * odd:
        return TextEncoding("utf-16-be")
    if document.encoding in _WIDE:
        return TextEncoding(document.encoding, "replace")
    raise UnreadableError(Problem.NOT_TEXT)


_LATIN1 = "dsr_latin1"
STRAY_AS_CP1252 = "dsr_stray"
"""Handler of decoding errors: a byte that does not fit is read as Windows has it."""


def _as_latin1(error: UnicodeError) -> tuple[str, int]:
    """Windows-1252 leaves five bytes undefined; real files hold them as their Latin-1 control."""
    assert isinstance(error, UnicodeDecodeError)  # noqa: S101 - registered for decoding only
    return error.object[error.start : error.end].decode("latin-1"), error.end


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)  # noqa: S101 - registered for decoding only
    return error.object[error.start : error.end].decode("cp1252", _LATIN1), error.end


codecs.register_error(_LATIN1, _as_latin1)
codecs.register_error(STRAY_AS_CP1252, _as_cp1252)
