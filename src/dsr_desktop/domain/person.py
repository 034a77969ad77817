"""Canonical forms of what identifies a person: e-mail, phone, name, identifier."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

EMAIL_PATTERN = re.compile(
    r"[^\s<>()\[\],;:\"'|/\\@]+(?:'[^\s<>()\[\],;:\"'|/\\@]+)*"
    r"@[^\s<>()\[\],;:\"'|/\\@]+\.[^\s<>()\[\],;:\"'|/\\@.]+"
)
TAIL_DIGITS = 8
MOST_DIGITS = 17

_DIGIT_RUN = re.compile(
    r"(?<![\w@])(?<!\d\.)(?:\+|00)?\(?\d(?:[ \u00a0\u202f.\-/()]{0,3}\+?\d){7,}(?![\w@])"
)
_BETWEEN_NUMBERS = re.compile(r"\s*/\s*|\s+-\s+|\s{2,}|\s*(?=\+)")
_FRENCH_PAIRS = re.compile(r"(?<![\d+])0[1-9](?:[ .\-\u00a0\u202f]\d\d){4}(?!\d)")
_LONGEST_LONE_NUMBER = 11
_DATE = re.compile(
    r"(?<!\d)(?<!\d[-/.])"
    r"(?:(?:19|20)\d\d([-/.])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])"
    r"|(?:0?[1-9]|[12]\d|3[01])([-/.])(?:0?[1-9]|[12]\d|3[01])\2(?:19|20)\d\d)"
    r"(?:[T ]\d{1,2}[:h]\d{2}(?::\d{2}(?:[.,]\d+)?)?)?(?!\d)(?![-/.]\d)"
)

_NOT_DIGITS = re.compile(r"\D+")
_WORD = re.compile(r"[^\W_]+")
_MARKS = re.compile("[\u0300-\u036f]+")
_LETTERS = str.maketrans(
    {
        "œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l",
        "đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th", "ı": "i", "ß": "ss", "ẞ": "ss",
    }
)  # fmt: skip


def fold(text: str) -> str:
    """Lower case without accents or ligatures; also the form in which text is indexed."""
    if text.isascii():
        return text.lower()
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", text))
    return bare.lower() if bare.isascii() else bare.translate(_LETTERS).casefold()


def words(text: str) -> tuple[str, ...]:
    """Folded words of `text` in order; hyphens, apostrophes and dots separate words."""
    return tuple(_WORD.findall(fold(text)))


def canonical_email(text: str) -> str | None:
    """Canonical e-mail of rule R-SUP-2, or None if `text` is not one address.

    NFKC, trimmed, lower case, domain in IDNA ASCII; "+tag" and dots are kept.
    """
    address = unicodedata.normalize("NFKC", text).strip().lower()
    address = address.removeprefix("mailto:")
    if not EMAIL_PATTERN.fullmatch(address):
        return None
    local, domain = address.rsplit("@", 1)
    ascii_domain = _ascii_domain(domain)
    return f"{local}@{ascii_domain}" if ascii_domain else None


def emails_in(text: str) -> tuple[str, ...]:
    """Canonical forms of all addresses inside `text`."""
    if "@" not in text and "＠" not in text:
        return ()
    whole = text if text.isascii() else unicodedata.normalize("NFKC", text)
    found = [address.strip(".") for address in EMAIL_PATTERN.findall(whole)]
    # In running French text the part before an apostrophe may be a word: "écrire à d'anne@…".
    found += [one.rsplit("'", 1)[1] for one in found if "'" in one and one != whole.strip()]
    forms = (canonical_email(address) for address in found)
    return tuple(dict.fromkeys(form for form in forms if form))


@lru_cache(maxsize=4096)
def canonical_phone(text: str, country: str) -> str | None:
    """E.164 form of one phone number as dialled from `country` (ISO 3166), or None.

    A number stored by a spreadsheet as a number has lost its leading zero or plus sign: the
    country's own number and the international reading are tried as well.
    """
    import phonenumbers  # noqa: PLC0415 - 16 ms that the start of the window does without

    compact = unicodedata.normalize("NFKC", text).strip()
    digits = "".join(character for character in compact if character.isdigit())
    attempts = [compact]
    if compact.isdigit():
        attempts += [f"+{digits}", f"0{digits}"]
    for attempt in attempts:
        try:
            number = phonenumbers.parse(attempt.replace("(0)", ""), country)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_possible_number(number) and len(digits) >= TAIL_DIGITS:
            return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return None


def phone_tail(text: str) -> str | None:
    """Last eight digits: the same for +33 6 12 34 56 78, 06.12.34.56.78 and 612345678.

    Eight, because +32 2 512 34 56 and 02 512 34 56 share no more. None when `text` has too few or
    too many digits to be a phone number.
    """
    digits = _NOT_DIGITS.sub("", text)
    return digits[-TAIL_DIGITS:] if TAIL_DIGITS <= len(digits) <= MOST_DIGITS else None


def phones_in(text: str) -> tuple[str, ...]:
    """Stretches of `text` that can be phone numbers, as written; dates are none.

    Of a long stretch the parts that can be a number of their own are given as well: cells hold
    "06 12 34 56 78 / 01 40 20 50 50" and "57000 06 12 34 56 78".
    """
    if "19" in text or "20" in text:
        text = _DATE.sub("|", text)
    found: dict[str, None] = {}
    for run in _DIGIT_RUN.findall(text):
        if phone_tail(run) is not None:
            found[run] = None
        if len(_NOT_DIGITS.sub("", run)) > _LONGEST_LONE_NUMBER:
            found.update(dict.fromkeys(_numbers_of(run)))
    return tuple(found)


def _numbers_of(run: str) -> Iterator[str]:
    parts = _BETWEEN_NUMBERS.split(run)
    if not run.startswith(("+", "00")):
        parts += run.split()
    yield from (part for part in parts if part != run and phone_tail(part) is not None)
    yield from _FRENCH_PAIRS.findall(run)


def canonical_identifier(text: str) -> str:
    """Compare identifiers without case, spaces and separators."""
    return "".join(words(text))


def _ascii_domain(domain: str) -> str | None:
    if domain.isascii():
        return domain
    try:
        return domain.encode("idna").decode("ascii")
    except UnicodeError:
        return None
