"""The suppression list: who goes on it, who comes off, and whether somebody is on it (R-SUP)."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError, NotFoundError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.suppression import (
    SuppressionEntry,
    SuppressionKey,
    SuppressionKind,
    SuppressionReason,
    SuppressionScope,
    check_reason,
    due_for_review,
    email_key,
    person_key,
    phone_key,
    renewed,
    review_day,
)
from dsr_desktop.domain.suppression_list import Entries, KeyedHash, SuppressionList
from dsr_desktop.services.matching_rows import rows_with
from dsr_desktop.services.register import Register
from dsr_desktop.services.screening import load_list
from dsr_desktop.store.lookup import count_current
from dsr_desktop.store.requests import read_request
from dsr_desktop.store.settings import read_settings, write_settings
from dsr_desktop.store.sources import wipe_free_pages
from dsr_desktop.store.suppression import (
    add_entry,
    block_marketing,
    read_entries,
    remove_entry,
    suppression_secret,
)
from dsr_desktop.store.suppression import renew_entry as store_renewal

_LISTS_ERASED = "suppression_lists_erased"
_YES, _NO = "yes", "no"


@dataclass(frozen=True)
class TypedKeys:
    """What the DPO typed of one person, in clear: it is hashed and kept nowhere."""

    emails: tuple[str, ...] = field(default=(), repr=False)
    phones: tuple[str, ...] = field(default=(), repr=False)
    name: str = field(default="", repr=False)
    postcode: str = field(default="", repr=False)


@dataclass(frozen=True)
class Listed:
    """An entry, whether it was made just now, and how many rows of the register hold its key.

    Rows of earlier versions of files are marked like the others, and not counted.
    """

    entry: SuppressionEntry
    is_new: bool
    rows: int


@dataclass(frozen=True)
class Checked:
    """What a value was read as, and the entries that it is on; none if it is not listed."""

    kind: SuppressionKind
    entries: Entries


def list_entries(register: Register) -> Entries:
    """Return the entries of the suppression list, oldest first."""
    return read_entries(register.database)


def entries_to_review(register: Register, today: date) -> Entries:
    """Return the entries whose three years are over: the DPO is asked, nothing goes by itself."""
    return due_for_review(read_entries(register.database), today)


def add_to_list(
    register: Register,
    typed: TypedKeys,
    scope: SuppressionScope,
    reason: SuppressionReason,
    today: date,
    *,
    request_ref: str | None = None,
) -> tuple[Listed, ...]:
    """Put the keys of a person on the list: all of them, or none if one cannot be meant.

    A key that is there with this scope stays as it is. With the scope `marketing` the rows of the
    register that hold a key are marked. Raises InvalidInputError for a key that is none, NotFoundError
    for an unknown request, NotAllowedError when erased people are not to be listed (R-SUP-6).
    """
    keys = tuple(dict.fromkeys(_keys(typed, register.company.country)))
    if not keys:
        raise InvalidInputError(
            mark("Nothing says who goes on the list. Give an e-mail, a phone or a name.")
        )
    with register.database.transaction():
        _check_reason_is_listed(register, reason)
        ref = read_request(register.database, request_ref).ref if request_ref else None
        blank = SuppressionEntry(0, keys[0].kind, "", scope, reason, today, ref, review_day(today))
        known = load_list(register)
        listed = tuple(_list_key(register, key, blank, known) for key in keys)
        new = [one.entry for one in listed if one.is_new]
        if new:
            register.log(
                EventKind.SUPPRESSION_ADDED, ref, entries=[one.id for one in new],
                kinds=[one.kind for one in new], scope=scope, reason=reason,
                rows=sum(one.rows for one in listed),
            )  # fmt: skip
    return listed


def remove_from_list(
    register: Register, entry_id: int, reason: str, today: date, *, new_relation: bool = False
) -> SuppressionEntry | None:
    """Take an entry off the list, with the DPO's reason; returns what stays of it.

    Its digests are wiped from the register's file as far as nobody else is reading it.
    `new_relation`: the person came back herself. Her entry then goes on for marketing alone, until
    she opts in again (R-SUP-5). Raises NotFoundError for an unknown entry, InvalidInputError for
    an empty reason, NotAllowedError for a new relation that lifts no more than that.
    """
    said = check_reason(reason)
    with register.database.transaction():
        entry = _entry(register, entry_id)
        if new_relation and entry.scope is SuppressionScope.MARKETING:
            raise NotAllowedError(
                mark(
                    "Entry {id} is about marketing and stays in a new relation. If the person has "
                    "opted in again, remove it for that reason."
                ),
                id=str(entry_id),
            )
        remove_entry(register.database, entry_id, today, register.actor, said)
        kept = _marketing_alone(register, entry) if new_relation else None
        register.log(
            EventKind.SUPPRESSION_REMOVED, entry.request_ref, entry=entry_id, key=entry.kind,
            scope=entry.scope, new_relation=new_relation, kept=kept.id if kept else None,
        )  # fmt: skip
    wipe_free_pages(register.database)
    return kept


def renew_entry(register: Register, entry_id: int, reason: str, today: date) -> SuppressionEntry:
    """Let an entry that is due for review stay for three more years (R-SUP-3); returns it.

    Raises NotFoundError for an unknown entry, InvalidInputError for an empty reason,
    NotAllowedError for an entry that is not due.
    """
    said = check_reason(reason)
    with register.database.transaction():
        entry = renewed(_entry(register, entry_id), today)
        store_renewal(register.database, entry, today, register.actor, said)
        register.log(
            EventKind.SUPPRESSION_RENEWED, entry.request_ref, entry=entry_id, key=entry.kind,
            scope=entry.scope, review_on=entry.review_on.isoformat(),
        )  # fmt: skip
    return entry


def check_value(register: Register, text: str) -> Checked:
    """Tell whether an e-mail or phone is on the list; InvalidInputError if it is neither."""
    if "@" in text:
        return _check_key(register, email_key(text))
    return _check_key(register, phone_key(text, register.company.country))


def check_person(register: Register, name: str, postcode: str) -> Checked:
    """Tell whether a name with its postcode is on the list; InvalidInputError if a part lacks."""
    return _check_key(register, person_key(name, postcode))


def lists_erased(register: Register) -> bool:
    """Tell whether people whose data was erased go on the list: on unless the DPO said no."""
    return read_settings(register.database).get(_LISTS_ERASED, _YES) == _YES


def choose_to_list_erased(register: Register, reason: str, *, on: bool) -> None:
    """Record the DPO's choice whether erased people go on the list, with the reason (R-SUP-6).

    The law says so for objections to marketing; for erasure it is an extension by analogy.
    """
    said = check_reason(reason)
    with register.database.transaction():
        choice = {_LISTS_ERASED: _YES if on else _NO, f"{_LISTS_ERASED}_because": said}
        write_settings(register.database, choice)
        register.log(EventKind.SUPPRESSION_OF_ERASED_CHOSEN, on=on)


def _check_key(register: Register, key: SuppressionKey) -> Checked:
    found = load_list(register).listed(key.kind, [key.canonical])
    return Checked(key.kind, found.get(key.canonical, ()))


def _keys(typed: TypedKeys, country: str) -> Iterator[SuppressionKey]:
    yield from map(email_key, typed.emails)
    yield from (phone_key(phone, country) for phone in typed.phones)
    if typed.name or typed.postcode:
        yield person_key(typed.name, typed.postcode)


def _check_reason_is_listed(register: Register, reason: SuppressionReason) -> None:
    if reason is SuppressionReason.ERASURE and not lists_erased(register):
        raise NotAllowedError(
            mark(
                "Erased people are not put on the list: that was chosen here. Choose otherwise "
                "first, or give another reason."
            )
        )


def _list_key(
    register: Register, key: SuppressionKey, blank: SuppressionEntry, known: SuppressionList
) -> Listed:
    """Store a key unless it is there with this scope, and mark the rows that hold it."""
    rows = rows_with(register, key)
    entries = known.listed(key.kind, [key.canonical]).get(key.canonical, ())
    entry = next((one for one in entries if one.scope is blank.scope), None)
    added = entry or add_entry(register.database, _hashed(register, key, blank))
    if added.scope is SuppressionScope.MARKETING and key.kind is not SuppressionKind.PERSON:
        block_marketing(register.database, [(row, added.id) for row in sorted(rows)])
    return Listed(added, entry is None, count_current(register.database, rows))


def _hashed(register: Register, key: SuppressionKey, blank: SuppressionEntry) -> SuppressionEntry:
    hashed = KeyedHash(suppression_secret(register.database))
    return replace(
        blank, kind=key.kind, digest=hashed.of_key(key), lookup_digest=hashed.of_lookup(key)
    )


def _entry(register: Register, entry_id: int) -> SuppressionEntry:
    for entry in read_entries(register.database):
        if entry.id == entry_id:
            return entry
    raise NotFoundError(
        mark("The suppression list has no entry {id}. Take one from the list."), id=str(entry_id)
    )


def _marketing_alone(register: Register, entry: SuppressionEntry) -> SuppressionEntry:
    """Return the entry for marketing with the same key; it is made if there is none."""
    wanted = replace(entry, scope=SuppressionScope.MARKETING)
    for one in read_entries(register.database):
        if (one.kind, one.digest, one.scope) == (wanted.kind, wanted.digest, wanted.scope):
            return one
    return add_entry(register.database, wanted)
