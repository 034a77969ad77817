"""Keys that a confirmed row holds and that were not asked for: search for them too (R-MAT-4)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dsr_desktop.domain.asked import make_ready
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.key_columns import is_own_key
from dsr_desktop.domain.own_keys import keys_of_others
from dsr_desktop.domain.person import canonical_email, canonical_phone, emails_in, phones_in
from dsr_desktop.domain.row import Row


@dataclass(frozen=True)
class NewKey:
    """An e-mail or phone number as the cell has it; `criterion` is "email" or "phone"."""

    criterion: str
    value: str


def new_keys(criteria: Criteria, rows: Iterable[Row], country: str) -> tuple[NewKey, ...]:
    """Return the strong keys of confirmed `rows` that `criteria` lack, each once.

    Only cells that hold a key and nothing else count, and columns of e-mails and phones: what
    stands inside a note, or in a column kept for other people, may belong to somebody else. So does
    what goes with another name in a row of several people. `country` completes local phone numbers.
    """
    asked = {canonical_email(value) for value in criteria.email}
    asked |= {canonical_phone(value, country) for value in criteria.phone}
    ready = make_ready(criteria, country)
    found: dict[str, NewKey] = {}
    for row in rows:
        others = keys_of_others(ready, row)
        for form, key in _keys_of(row, country):
            if form not in asked and form not in others:
                found.setdefault(form, key)
    return tuple(found.values())


def with_key(criteria: Criteria, key: NewKey) -> Criteria:
    """Return `criteria` with `key` asked as well."""
    if key.criterion == "email":
        return replace(criteria, email=(*criteria.email, key.value))
    return replace(criteria, phone=(*criteria.phone, key.value))


def form_of(key: NewKey, country: str) -> str | None:
    """Return the canonical form of a key, by which two writings are one; None if it has none."""
    if key.criterion == "email":
        return canonical_email(key.value)
    return canonical_phone(key.value, country)


def _keys_of(row: Row, country: str) -> Iterator[tuple[str, NewKey]]:
    for column, text, field in row.filled():
        for address in emails_in(text) if _may_hold(field, Field.EMAIL, text) else ():
            if is_own_key(row, Field.EMAIL, column):
                yield address, NewKey("email", address)
        for written in phones_in(text) if _may_hold(field, Field.PHONE, text) else ():
            number = canonical_phone(written, country)
            if number is not None and is_own_key(row, Field.PHONE, column):
                yield number, NewKey("phone", written)


def _may_hold(field: Field | None, wanted: Field, text: str) -> bool:
    if field is wanted:
        return True
    if field is not None:
        return False
    alone = text.strip()
    return canonical_email(alone) is not None if wanted is Field.EMAIL else _is_phone(alone)


def _is_phone(text: str) -> bool:
    return phones_in(text) == (text,) and text[0] in "+0("
