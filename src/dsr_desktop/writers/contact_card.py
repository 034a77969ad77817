"""Writes the person's contact details as one vCard 4.0, which any address book takes (RFC 6350)."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from dsr_desktop.domain.contact_record import ContactRecord, OtherValue
from dsr_desktop.domain.portability import Scope

_LONGEST_LINE = 75
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_ESCAPES = str.maketrans({"\\": "\\\\", ",": "\\,", ";": "\\;", "\n": "\\n"})


def contact_card(scope: Scope, made_on: date) -> bytes:
    """Return the card of all that the records say, each value once; b"" if there is nothing to say.

    Lists that disagree have all their values on it.
    """
    lines = list(dict.fromkeys(_details(scope)))
    shown = _shown_name(scope)
    if not shown:
        return b""
    card = ["BEGIN:VCARD", "VERSION:4.0", f"FN:{_text(shown)}", *_name_parts(scope.contacts),
            *lines, f"REV:{made_on:%Y%m%d}T000000Z", "END:VCARD"]  # fmt: skip
    return "".join(f"{_folded(line)}\r\n" for line in card).encode()


def _shown_name(scope: Scope) -> str:
    """Return the name to show; without any, what else tells whose card it is."""
    getters: tuple[Callable[[ContactRecord], str], ...] = (
        lambda one: one.name,
        lambda one: f"{one.given_name} {one.family_name}",
        lambda one: one.email,
        lambda one: one.phone_raw,
        lambda one: one.company,
    )
    texts = (get(one).strip() for get in getters for one in scope.contacts)
    return next(filter(None, texts), "")


def _name_parts(contacts: Iterable[ContactRecord]) -> Iterator[str]:
    for one in contacts:
        if one.given_name.strip() or one.family_name.strip():
            yield f"N:{_text(one.family_name)};{_text(one.given_name)};;;"
            return


def _details(scope: Scope) -> Iterator[str]:
    for one in scope.contacts:
        yield from _of_record(one)
    for value in scope.other_values:
        yield from _of_value(value)
    days = {one.birth_date for one in scope.contacts if _ISO_DAY.fullmatch(one.birth_date)}
    if len(days) == 1:
        yield f"BDAY:{days.pop().replace('-', '')}"


def _of_record(one: ContactRecord) -> Iterator[str]:
    if one.email.strip():
        yield f"EMAIL:{_text(one.email)}"
    yield from _phone(one.phone, one.phone_raw)
    if one.company.strip():
        yield f"ORG:{_text(one.company)}"
    place = (one.address, one.city, one.postcode)
    if any(part.strip() for part in place):
        street, city, postcode = map(_text, place)
        yield f"ADR:;;{street};{city};;{postcode};"


def _of_value(value: OtherValue) -> Iterator[str]:
    if value.field == "email" and value.value.strip():
        yield f"EMAIL:{_text(value.value)}"
    elif value.field == "phone":
        yield from _phone(value.value, "")


def _phone(canonical: str, raw: str) -> Iterator[str]:
    if canonical:
        yield f"TEL;VALUE=uri:tel:{canonical}"
    elif raw.strip():
        yield f"TEL;VALUE=text:{_text(raw)}"


def _text(value: str) -> str:
    """Escape a value; signs that a card cannot hold are left out, the JSON has them."""
    lines = value.strip().replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROL.sub("", lines).translate(_ESCAPES)


def _folded(line: str) -> str:
    """Fold a line at 75 bytes, never inside a sign (RFC 6350, 3.2)."""
    parts, size = [""], 0
    for sign in line:
        width = len(sign.encode())
        if size + width > _LONGEST_LINE:
            parts.append(" ")
            size = 1
        parts[-1] += sign
        size += width
    return "\r\n".join(parts)
