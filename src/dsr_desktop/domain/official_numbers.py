"""Numbers with check digits that give themselves away: IBAN, payment card, French social security."""

import re

SHORTEST = 15
"""Signs that each of them has at least."""
_IBAN = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}")
_CARD = re.compile(r"\d{15,16}")
_SOCIAL_SECURITY = re.compile(
    r"[1-478]\d{2}(?:0[1-9]|1[0-2]|[2-9]\d)(?:\d{2}|2[AB])\d{6}(?P<key>\d{2})"
)
_BETWEEN = re.compile(r"[\s.\-]+")
_BEGINS_AS_IBAN = re.compile(r"(?:[\s.\-]*[A-Za-z]){2}[\s.\-]*\d")
_BEGINS_WITH_DIGIT = re.compile(r"[\s.\-]*\d")


def is_iban(text: str) -> bool:
    """Tell whether a cell is an IBAN: its check digits hold (ISO 13616, modulo 97)."""
    if not _BEGINS_AS_IBAN.match(text):  # most cells: they are told much faster
        return False
    number = _BETWEEN.sub("", text).upper()
    if not _IBAN.fullmatch(number):
        return False
    turned = number[4:] + number[:4]
    return int("".join(str(int(sign, 36)) for sign in turned)) % 97 == 1


def is_payment_card(text: str) -> bool:
    """Tell whether a cell is a payment card's number: issuer's digit and Luhn's sum hold."""
    if not _BEGINS_WITH_DIGIT.match(text):
        return False
    number = _BETWEEN.sub("", text)
    if not _CARD.fullmatch(number) or number[0] not in "23456":
        return False
    doubled = (int(digit) * (1 + at % 2) for at, digit in enumerate(reversed(number)))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def is_social_security_number(text: str) -> bool:
    """Tell whether a cell is a French social security number with its key (NIR, modulo 97)."""
    if not _BEGINS_WITH_DIGIT.match(text):
        return False
    found = _SOCIAL_SECURITY.fullmatch(_BETWEEN.sub("", text).upper())
    if not found:
        return False
    body = found[0][:-2].replace("2A", "19").replace("2B", "18")
    return 97 - int(body) % 97 == int(found["key"])
