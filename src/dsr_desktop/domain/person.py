"""Canonical forms of what identifies a person: e-mail, phone, name, identifier."""

import html
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from dsr_desktop.domain.lone_keys import (
    LONE_DAY,
    LONE_EMAIL,
    LONE_PHONE,
    TAIL_DIGITS,
    USUAL_SEPARATORS,
)

EMAIL_PATTERN = re.compile(
    r"(?<![^\s<>()\[\],;:\"'|/\\@])"
    r"[^\s<>()\[\],;:\"'|/\\@]+(?:'[^\s<>()\[\],;:\"'|/\\@]+)*"
    r"@[^\s<>()\[\],;:\"'|/\\@]+\.[^\s<>()\[\],;:\"'|/\\@.]+"
)
_CLEAN_EMAIL = re.compile(
    r"(?<![^\W_])(?<![^\W_]')[^\W_][\w.+\-]*(?:'[\w.+\-]+)*"
    r"@[^\W_](?:[^\W_]|-)*(?:\.[^\W_](?:[^\W_]|-)*)+"
)
_AT_SIGNS = {
    "%": ("%40",), "&": ("&#64;", "&#x40;", "&commat;"),
    "]": ("at]", "AT]", "at ]"), ")": ("at)", "AT)", "at )"),
}  # fmt: skip
_AT = re.compile(
    r"[ \u00a0]{0,3}(?:@|[\[(] ?at ?[\])]|%40|&#64;|&#x40;|&commat;)[ \u00a0]{0,3}", re.IGNORECASE
)
_DOT = re.compile(r" {0,3}[\[(] ?(?:dot|point) ?[\])] {0,3}", re.IGNORECASE)
_SPELT_OTHERWISE = re.compile(r'[\[(&%]|[ \u00a0]@|@[ \u00a0]|"@')
_QUOTED_LOCAL_PART = re.compile(r"\"([\w.+\-]+)\"@")
_GMAIL = frozenset({"gmail.com", "googlemail.com"})
_LONGEST_KEPT = 80
MOST_DIGITS = 17

_DIGIT_RUN = re.compile(
    r"(?<![\w@])(?<!\d\.)(?:\+|00)?\(?\d(?:[ \u00a0\u202f.\-/()]{0,3}\+?\d){7,}(?![\w@])"
)
_BETWEEN_NUMBERS = re.compile(r"\s*/\s*|\s+-\s+|\s{2,}|\s*(?=\+)")
_FRENCH_PAIRS = re.compile(r"(?<![\d+])0[1-9](?:(?:[ .\-\u00a0\u202f]\d\d){4}|\d{8})(?!\d)")
_LONGEST_LONE_NUMBER = 10
_DATE = re.compile(
    r"(?<!\d)(?<!\d[-/.])"
    r"(?:(?:19|20)\d\d([-/.])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])"
    r"|(?:0?[1-9]|[12]\d|3[01])([-/.])(?:0?[1-9]|[12]\d|3[01])\2(?:19|20)\d\d)"
    r"(?:[T ]\d{1,2}[:h]\d{2}(?::\d{2}(?:[.,]\d+)?)?)?(?!\d)(?![-/.]\d)"
)

_UNUSUAL = re.compile(
    r"[_,\t\n'\x80-\U0010ffff]| {2}-|- {2}|[A-Za-z]\+?\d|\d(?:[A-Za-z]|:\d\d:\d\d:\d)"
)
_EXPORTED = re.compile(r"\s*(?:(\+?\d{8,15})[.,]0|(\d)[.,](\d{7,14})[eE]\+?(\d\d?))\s*")
_ODD_SIGNS = re.compile(
    r"(?<!\d)(?<!\d[,_.:'])(?:0|(?:\+|00)\d\d[,_:']? ?)[1-9]([,_:']) ?\d\d(?:\1 ?\d\d){3}"
    r"(?![,_.:']?\d)"
)
_BROKEN = re.compile(
    r"(?<![\d+])(?<!\d[-./])(?!\d\d\s*\n\s*\d\d\s*\n)(?:0|(?:\+|00)\d\d ?)[1-9]"
    r"(?:(?:[ .]|[ \r]{0,3}[\n\-][ \r]{0,3})\d\d){4}(?!\d|[\w.+\-]*@)"
)
_LONE_NUMBER = (
    r"(?:0[1-9]([ .\-]?)\d\d(?:\{group}\d\d){{3}}|(?:\+|00)[1-9]\d{{8,12}})"
    r"(?!\d|[.,]\d|[\w.+\-]*@)"
)
_GLUED = re.compile(
    rf"(?<=[^\W\d_]){_LONE_NUMBER.format(group=1)}"
    rf"|(?<![\w@+.,]){_LONE_NUMBER.format(group=2)}(?=[^\W\d_])"
)
_UNSEEN = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\U000e0001-\U000e007f"
_INVISIBLE = re.compile(f"[{_UNSEEN}\u0600-\u0605\u06dd\u070f\ufff9-\ufffb]+")
_SEPARATORS = str.maketrans(
    {**dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
     **dict.fromkeys("\u00b7\u2022\u2219\u22c5\u30fb", "."), "\u2019": "'", "\t": " "}
)  # fmt: skip
_NOT_DIGITS = re.compile(r"\D+")
_NEITHER_DIGIT_NOR_PLUS = re.compile(r"[^\d+]+")
_WORD = re.compile(r"[^\W_]+")
_MARKS = re.compile(f"[\u0300-\u036f{_UNSEEN}]+")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_FRENCH_E164 = 12
_OVERSEAS = {
    **dict.fromkeys(("262", "263", "269", "639", "692", "693"), "+262"),
    **dict.fromkeys(("590", "690", "691"), "+590"), **dict.fromkeys(("594", "694"), "+594"),
    **dict.fromkeys(("596", "696", "697"), "+596"), "508": "+508",
}  # fmt: skip
_LETTERS = str.maketrans(
    {
        "œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l",
        "đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th", "ı": "i", "ß": "ss", "ẞ": "ss",
    }
)  # fmt: skip


def fold(text: str) -> str:
    """Lower case without accents, ligatures and what is never seen, "&ccedil;" read as a letter.

    Also the form in which text is indexed.
    """
    if "&" in text:
        text = _ENTITY.sub(lambda entity: html.unescape(entity[0]), text)
    if text.isascii():
        return text.lower()
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", text))
    return bare.lower() if bare.isascii() else bare.translate(_LETTERS).casefold()


def words(text: str) -> tuple[str, ...]:
    """Folded words of `text` in order; hyphens, apostrophes and dots separate words."""
    return tuple(_WORD.findall(fold(text)))


def words_of_cell(text: str) -> tuple[str, ...]:
    """Return `words`, kept in memory for short cells: the same towns and names come again and again."""
    return _words_of_short(text) if len(text) <= _LONGEST_KEPT else words(text)


@lru_cache(maxsize=16_384)
def _words_of_short(text: str) -> tuple[str, ...]:
    return words(text)


def without_invisible(text: str) -> str:
    """Leave out what is never seen (Unicode category Cf): soft hyphens, zero-width characters."""
    return text if text.isascii() else _INVISIBLE.sub("", text)


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


def mailbox_of(email: str) -> str:
    """Return the mailbox that a canonical e-mail is most likely delivered to.

    Without "+tag"; at Gmail without dots too, and googlemail.com is gmail.com (support.google.com,
    "Dots don't matter in Gmail addresses"). No canonical form: R-SUP-2 keeps tags and dots.
    """
    local, domain = email.rsplit("@", 1)
    local = local.split("+", 1)[0] or local
    if domain in _GMAIL:
        return f"{local.replace('.', '')}@gmail.com"
    return f"{local}@{domain}"


def mailbox_writings(email: str) -> tuple[str, ...]:
    """Return the canonical e-mails that most lists have for the mailbox of one, without tags.

    At Gmail with no dot or with a single one, wherever it stands: all placings would be thousands.
    """
    mailbox = mailbox_of(email)
    local, domain = mailbox.rsplit("@", 1)
    if domain not in _GMAIL:
        return tuple(dict.fromkeys((email, mailbox)))
    dotted = (f"{local[:at]}.{local[at:]}" for at in range(1, len(local)))
    writings = (f"{one}@{gmail}" for one in (local, *dotted) for gmail in sorted(_GMAIL))
    return tuple(dict.fromkeys((email, *writings)))


def tagged_between(email: str) -> tuple[str, str]:
    """Return the bounds, the last one left out, between which a mailbox has its tagged addresses."""
    local = email.rsplit("@", 1)[0].split("+", 1)[0]
    return f"{local}+", f"{local},"


def may_hold_email(text: str) -> bool:
    """Tell whether `text` has an at sign in any of its writings."""
    if "@" in text or "＠" in text:
        return True
    # Single characters are looked for much faster: most columns have none of these.
    return any(
        one in text and any(sign in text for sign in signs) for one, signs in _AT_SIGNS.items()
    )


def spelt_out(text: str) -> str:
    """Write "lea [at] acme.example", "lea%40acme.example", "lea @ acme.example" in the usual way."""
    if not _SPELT_OTHERWISE.search(text):
        return text
    return _QUOTED_LOCAL_PART.sub(r"\1@", _DOT.sub(".", _AT.sub("@", text)))


def emails_in(text: str) -> tuple[str, ...]:
    """Canonical forms of all addresses inside `text`.

    "*lea@acme.example*" is an address by itself; it is given as well as the one between the signs.
    """
    if LONE_EMAIL.fullmatch(text):  # nearly all cells with an address: ten times as fast
        return (text.lower(),)
    return _emails_anywhere(text)


def _emails_anywhere(text: str) -> tuple[str, ...]:
    if not may_hold_email(text):
        return ()
    whole = text if text.isascii() else unicodedata.normalize("NFKC", without_invisible(text))
    found = _addresses(whole)
    spelt = spelt_out(whole)
    if spelt != whole:
        found += _addresses(spelt)
    forms = (canonical_email(address) for address in found)
    return tuple(dict.fromkeys(form for form in forms if form))


def _addresses(whole: str) -> list[str]:
    found = [address.strip(".") for address in EMAIL_PATTERN.findall(whole)]
    # In running French text the part before an apostrophe may be a word: "écrire à d'anne@…".
    found += [one.rsplit("'", 1)[1] for one in found if "'" in one and one != whole.strip()]
    if not all(map(_CLEAN_EMAIL.fullmatch, found)):
        found += [address.rstrip("-") for address in _CLEAN_EMAIL.findall(whole)]
    return found


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
            form = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
            return _overseas(form)
    return None


def calling_code(number: str) -> int | None:
    """Country calling code of a canonical number: 33 of +33612345678."""
    import phonenumbers  # noqa: PLC0415 - 16 ms that the start of the window does without

    return phonenumbers.parse(number, None).country_code


def _overseas(form: str) -> str:
    """Give a number of overseas France its own code: 0692 12 34 56 is +262 692 12 34 56."""
    code = (
        _OVERSEAS.get(form[3:6]) if form.startswith("+33") and len(form) == _FRENCH_E164 else None
    )
    if code is None:
        return form
    return code + (form[6:] if code == "+508" else form[3:])


def phone_tail(text: str) -> str | None:
    """Last eight digits: the same for +33 6 12 34 56 78, 06.12.34.56.78 and 612345678.

    Eight, because +32 2 512 34 56 and 02 512 34 56 share no more. None when `text` has too few or
    too many digits to be a phone number.
    """
    digits = text.translate(USUAL_SEPARATORS)
    if not digits.isdecimal():
        digits = _NOT_DIGITS.sub("", digits)
    if not digits.isascii():
        digits = "".join(str(unicodedata.decimal(digit)) for digit in digits)
    return digits[-TAIL_DIGITS:] if TAIL_DIGITS <= len(digits) <= MOST_DIGITS else None


def phones_in(text: str) -> tuple[str, ...]:
    """Stretches of `text` that can be phone numbers, as written; dates are none.

    Of a long stretch the parts that can be a number of their own are given as well: cells hold
    "06 12 34 56 78 / 01 40 20 50 50" and "57000 06 12 34 56 78". Numbers with unusual signs
    ("06,12,34,56,78", "0612345678perso", "612345678.0") are given without them.
    """
    if LONE_PHONE.fullmatch(text):  # as with addresses; other countries' numbers are found below
        return (text,)
    return () if LONE_DAY.fullmatch(text) else _phones_anywhere(text)


def phone_tails_in(text: str) -> tuple[str, ...]:
    """Return the last eight digits of all phone numbers inside `text`."""
    tails = (phone_tail(written) for written in phones_in(text))
    return tuple(tail for tail in tails if tail)


def _phones_anywhere(text: str) -> tuple[str, ...]:
    exported = _EXPORTED.fullmatch(text)
    if exported:
        text = exported[1] or _written_out(*exported.group(2, 3, 4))
    undated = _without_dates(text)
    if undated != text and len(_NOT_DIGITS.sub("", undated)) < TAIL_DIGITS:
        return ()
    found = dict.fromkeys(_written_in(undated))
    if _UNUSUAL.search(text) and len(_NOT_DIGITS.sub("", text)) >= TAIL_DIGITS:
        known = {_NOT_DIGITS.sub("", _tidy(written)) for written in found}
        others = _written_in(_without_dates(_tidy(text)))
        found |= {one: None for one in others if _NOT_DIGITS.sub("", one) not in known}
    return tuple(found)


def _written_out(first: str, decimals: str, exponent: str) -> str:
    """Write 6.1234567E8 as 612345670; nothing for a fraction."""
    size = int(exponent)
    return first + decimals.ljust(size, "0") if len(decimals) <= size <= MOST_DIGITS else ""


def _without_dates(text: str) -> str:
    return _DATE.sub("|", text) if "19" in text or "20" in text else text


def _written_in(text: str) -> Iterator[str]:
    for run in _DIGIT_RUN.findall(text):
        if phone_tail(run) is not None:
            yield run
        if len(_NOT_DIGITS.sub("", run)) > _LONGEST_LONE_NUMBER + run.startswith("+"):
            yield from _numbers_of(run)


def _tidy(text: str) -> str:
    """Numbers of `text` set off by usual separators and apart from letters."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", without_invisible(text))
    text = text.translate(_SEPARATORS)
    text = _ODD_SIGNS.sub(_set_off, text)
    if "\n" in text or "  " in text:
        text = _BROKEN.sub(_set_off, text)
    return _GLUED.sub(r" \g<0> ", text)


def _set_off(number: re.Match[str]) -> str:
    return f" {_NEITHER_DIGIT_NOR_PLUS.sub(' ', number[0])} "


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
