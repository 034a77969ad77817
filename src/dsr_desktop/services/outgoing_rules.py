"""Tells of each row of a list that is about to leave whether it may go (R-DIS-1, R-CNS-1)."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dsr_desktop.domain.cells import split_cells
from dsr_desktop.domain.column_titles.purposes import purpose_of_title
from dsr_desktop.domain.columns import Column
from dsr_desktop.domain.consent import Consent, consents_of_row
from dsr_desktop.domain.fields import CONSENT_FIELDS, Field
from dsr_desktop.domain.keys import KeyKind
from dsr_desktop.domain.outgoing import Why, first_reason, is_expired, says_no
from dsr_desktop.domain.person import canonical_phone, phone_tail, phones_in
from dsr_desktop.domain.processing import CONSENT_BASES
from dsr_desktop.domain.source import Source
from dsr_desktop.domain.suppression import (
    SuppressionKey,
    SuppressionKind,
    SuppressionReason,
)
from dsr_desktop.domain.suppression_list import KeyedHash
from dsr_desktop.readers.messages import PackedRow, Rows
from dsr_desktop.services.out_of_use import OutOfUse, PersonKey
from dsr_desktop.services.register import Register
from dsr_desktop.services.screening import Screen, load_cleared, load_list
from dsr_desktop.store.lookup import load_places, rows_of_keys, sheets_with_fields
from dsr_desktop.store.records import CONSENTS
from dsr_desktop.store.suppression import known_secret


@dataclass(frozen=True)
class Looked:
    """What a look at some rows found: reasons by index of the row, doubtful rows by number."""

    left: Mapping[int, Why]
    doubtful: tuple[int, ...]


class OutgoingRules:
    """The rules for one list with one purpose on one day; nothing of the rows is kept.

    `needs_consent` is None to let the record of processing say whether the purpose rests on it.
    """

    def __init__(
        self, register: Register, purpose: str, today: date, *, needs_consent: bool | None = None
    ) -> None:
        self._today = today
        self._register = register
        self._listed = load_list(register)
        self._reasons = {one.id: one.reason for one in self._listed.entries}
        self._screen = Screen(self._listed, register.company.country)
        self._out_of_use = OutOfUse(register, today)
        self._is_stored = False
        named = purpose_of_title(purpose)
        self.purpose = str(named or purpose)
        self.needs_consent = (
            rests_on_consent(register, self.purpose) if needs_consent is None else needs_consent
        )
        typed = CONSENTS.read_all(register.database)
        is_asked = named is not None or any(one.purpose == self.purpose for one in typed)
        self._consents = (
            _Consents(register, typed) if is_asked or self.needs_consent else None
        )  # fmt: skip

    @property
    def _asks_by_keys(self) -> bool:
        return self._consents is not None or not self._out_of_use.is_nobody

    def begin_source(self, source: Source) -> None:
        """Turn to the stored rows of an import: what the DPO cleared there may go (R-SUP-4).

        Their time is told by the register's clock, which knows the rule of their activity.
        """
        self._is_stored = True
        cleared = load_cleared(self._register, [source])
        self._screen = Screen(self._listed, self._register.company.country, cleared)

    def look(self, batch: Rows, columns: Sequence[Column]) -> Looked:
        """Look at rows of a sheet with these columns; a row of titles is not to be among them."""
        reasons: defaultdict[int, set[Why]] = defaultdict(set)
        fields = [column.field for column in columns]
        screened = self._screen.look(batch, lambda _kept: fields)
        place = {row[0]: at for at, row in enumerate(batch.rows)}
        for held in screened.held:
            erased = self._reasons[held.entry_id] is SuppressionReason.ERASURE
            reasons[place[held.row]].add(Why.ERASED if erased else Why.OPPOSED)
        for n in screened.blocked:
            reasons[place[n]].add(Why.OPPOSED)
        keys = person_keys(batch) if self._asks_by_keys else {}
        self._add_out_of_use(reasons, keys)
        for at in self._out_of_use.restricted(batch):
            reasons[at].add(Why.RESTRICTED)
        self._add_by_cells(reasons, batch.rows, columns)
        self._add_without_consent(reasons, batch.rows, columns, keys)
        left = {at: why for at, found in reasons.items() if (why := first_reason(found))}
        near = {*screened.alike, *self._screen.persons(batch.rows, fields)}
        return Looked(left, tuple(sorted(n for n in near if place[n] not in left)))

    def why_stored(self, row_id: int) -> Why | None:
        """Return why a stored row is out of use by itself, whoever else has its keys."""
        return self._out_of_use.of_row(row_id)

    def _add_out_of_use(
        self, reasons: Mapping[int, set[Why]], keys: Mapping[int, Sequence[PersonKey]]
    ) -> None:
        known = self._out_of_use.among({key for found in keys.values() for key in found})
        for at, found in keys.items() if known else ():
            for key in found:
                if key in known:
                    reasons[at].add(known[key])

    def _add_by_cells(
        self, reasons: Mapping[int, set[Why]], rows: Sequence[PackedRow], columns: Sequence[Column]
    ) -> None:
        if self._is_stored or all(
            column.field is not Field.PROCESSING_ENDED_ON for column in columns
        ):
            return
        for at, row in enumerate(rows):
            if is_expired(columns, split_cells(row[2]), self._today):
                reasons[at].add(Why.EXPIRED)

    def _add_without_consent(
        self, reasons: Mapping[int, set[Why]], rows: Sequence[PackedRow],
        columns: Sequence[Column], keys: Mapping[int, Sequence[PersonKey]],
    ) -> None:  # fmt: skip
        if self._consents is None:
            return
        known = self._consents.of_rows(rows, keys)
        says_here = any(column.field in CONSENT_FIELDS for column in columns)
        for at, row in enumerate(rows):
            said = [*known.get(at, ())]
            if says_here:
                said += consents_of_row(columns, split_cells(row[2]))
            if says_no(said, self.purpose, needs_consent=self.needs_consent):
                reasons[at].add(Why.NO_CONSENT)


def rests_on_consent(register: Register, purpose: str) -> bool:
    """Tell whether the record of processing has an activity with this purpose that rests on consent."""
    return any(
        one.legal_basis in CONSENT_BASES and str(purpose_of_title(one.name) or one.name) == purpose
        for one in register.activities
    )


def person_keys(batch: Rows) -> dict[int, list[PersonKey]]:
    """Return by which keys the person of each row is known: the e-mails, without one the phones."""
    emails: defaultdict[int, list[PersonKey]] = defaultdict(list)
    phones: defaultdict[int, list[PersonKey]] = defaultdict(list)
    for kind, key, at, _column in batch.keys:
        if kind == KeyKind.EMAIL:
            emails[at].append((KeyKind.EMAIL, key))
        else:
            phones[at].append((KeyKind.PHONE, key))
    return {**phones, **emails}


class _Consents:
    """What people said, as it was typed in and as the lists of the register say."""

    def __init__(self, register: Register, typed: Collection[Consent]) -> None:
        self._database = register.database
        self._country = register.company.country
        self._sheets = sheets_with_fields(register.database, CONSENT_FIELDS)
        secret = known_secret(register.database)
        self._hash = KeyedHash(secret) if secret else None
        self._typed: defaultdict[str, list[Consent]] = defaultdict(list)
        for one in typed:
            for digest in one.digests:
                self._typed[digest].append(one)

    def of_rows(
        self, rows: Sequence[PackedRow], keys: Mapping[int, Sequence[PersonKey]]
    ) -> dict[int, list[Consent]]:
        """Return what is known of the people of rows, by index of the row."""
        found: defaultdict[int, list[Consent]] = defaultdict(list)
        in_lists = self._in_lists({key for these in keys.values() for key in these})
        for at, these in keys.items():
            for key in these:
                found[at] += in_lists.get(key, ())
                found[at] += self._as_typed(rows[at], key)
        return found

    def _in_lists(self, keys: Iterable[PersonKey]) -> dict[PersonKey, list[Consent]]:
        if not self._sheets:
            return {}
        rows = [
            (key, row)
            for key, row, sheet in rows_of_keys(self._database, keys)
            if sheet in self._sheets
        ]
        said = {
            place.row.id: tuple(consents_of_row(place.sheet.columns, place.row.all_cells))
            for place in load_places(self._database, {row for _key, row in rows})
        }
        found: defaultdict[PersonKey, list[Consent]] = defaultdict(list)
        for key, row in rows:
            found[key] += said[row]
        return found

    def _as_typed(self, row: PackedRow, key: PersonKey) -> list[Consent]:
        if self._hash is None or not self._typed:
            return []
        kind, text = key
        if kind is KeyKind.EMAIL:
            meant = [SuppressionKey(SuppressionKind.EMAIL, text)]
        else:
            meant = list(_phones(row, text, self._country))
        return [one for each in meant for one in self._typed.get(self._hash.of_key(each), ())]


def _phones(row: PackedRow, tail: str, country: str) -> Iterable[SuppressionKey]:
    for cell in split_cells(row[2]):
        for written in phones_in(cell):
            form = canonical_phone(written, country) if phone_tail(written) == tail else None
            if form:
                yield SuppressionKey(SuppressionKind.PHONE, form)
