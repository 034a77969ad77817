"""Checks rows against the suppression list before anything of them is stored (R-SUP-4)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dsr_desktop.domain.cells import CELL_SEPARATOR, split_cells
from dsr_desktop.domain.cleared_row import ClearedRow, ClearedRows, who_is_in
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.held_row import HeldPosition
from dsr_desktop.domain.keys import KeyKind
from dsr_desktop.domain.notes import notes_from_json
from dsr_desktop.domain.source import Source
from dsr_desktop.domain.suppression import (
    SuppressionEntry,
    SuppressionKind,
    SuppressionScope,
    person_forms,
    phone_forms,
    postcode_form,
)
from dsr_desktop.domain.suppression_list import Entries, SuppressionList
from dsr_desktop.readers.messages import PackedRow, RowKey, Rows
from dsr_desktop.services.register import Register
from dsr_desktop.store.held_rows import read_cleared_rows
from dsr_desktop.store.suppression import known_secret, read_entries

_KINDS = tuple(SuppressionKind)
_MOST_POSTCODES = 100_000
FieldsOf = Callable[[Rows], Sequence[Field | None]]


def no_fields(_stored: Rows) -> Sequence[Field | None]:
    """Say that nothing is known of the columns."""
    return ()


@dataclass(frozen=True)
class Screened:
    """A batch without the rows that are held.

    `blocked` are the numbers of stored rows with the ids of the entries that block them, `alike`
    the numbers of rows with a phone that ends like a listed one but is read as another, `passed`
    the decisions by which rows are stored that a list would hold, row by row.
    """

    batch: Rows
    held: tuple[HeldPosition, ...] = ()
    blocked: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    alike: tuple[int, ...] = ()
    passed: tuple[tuple[ClearedRow, ...], ...] = ()


def load_list(register: Register) -> SuppressionList:
    """Return the suppression list of a register, ready for looking up."""
    entries = read_entries(register.database)
    return SuppressionList(known_secret(register.database), entries)


def load_cleared(register: Register, earlier: Iterable[Source]) -> ClearedRows | None:
    """Return the rows cleared in what a file may be a newer version of; None without any."""
    source_ids = [one.id for one in earlier if one.id is not None]
    rows = read_cleared_rows(register.database, source_ids)
    return ClearedRows(known_secret(register.database), rows) if rows else None


class Screen:
    """Looks through batches of rows for keys on the suppression list.

    With `holds` False only marketing is looked at: the DPO has said that the row is another
    person's. `cleared` are the rows of which this was said in the earlier version of the file.
    """

    def __init__(
        self,
        listed: SuppressionList,
        country: str,
        cleared: ClearedRows | None = None,
        *,
        holds: bool = True,
    ) -> None:
        self._list = listed
        self._country = country
        self._cleared = cleared
        self._holds = holds
        self._postcodes: dict[str, bool] = {}

    def start_again(self) -> None:
        """Forget who passed: another reader begins with the file."""
        if self._cleared is not None:
            self._cleared.start_again()

    def look(self, batch: Rows, fields_of: FieldsOf = no_fields) -> Screened:
        """Separate what is held from what is stored; an empty list costs nothing.

        `fields_of` tells the meaning of the columns by the rows that no entry holds: a cleared row
        is known by its name too.
        """
        if self._list.is_empty:
            return Screened(batch)
        found, alike = self._found(batch)
        if not found and not alike:
            return Screened(batch)
        holders = {at: these for at, entries in found.items() if (these := self._holders(entries))}
        passed = self._passed(batch, holders, fields_of)
        held = {at: these[0] for at, these in holders.items() if at not in passed}
        numbers = [row[0] for row in batch.rows]
        return Screened(
            without_rows(batch, held),
            tuple(HeldPosition(numbers[at], held[at].kind, held[at].id) for at in sorted(held)),
            {
                numbers[at]: blockers
                for at, entries in found.items()
                if at not in held and (blockers := _blockers(entries))
            },
            tuple(numbers[at] for at in sorted(alike - held.keys())),
            tuple(passed.values()),
        )

    def cleared_as(self, batch: Rows, fields: Sequence[Field | None]) -> tuple[ClearedRow, ...]:
        """Return how the only row of a batch is kept once it is cleared, by entry that holds it."""
        if self._cleared is None:
            return ()
        found, _alike = self._found(batch)
        holders = self._holders(found.get(0, set()))
        keys = [(kind, key) for kind, key, _at, _column in batch.keys]
        who = who_is_in(split_cells(batch.rows[0][2]), fields, keys)
        return self._cleared.cleared_as(who, [one.id for one in holders])

    def persons(self, rows: Sequence[PackedRow], fields: Sequence[Field | None]) -> Iterator[int]:
        """Yield the numbers of rows with name and postcode of a listed person, for a warning."""
        columns = [at for at, meaning in enumerate(fields) if meaning is Field.POSTCODE]
        if not columns or not self._list.has(SuppressionKind.PERSON):
            return
        begins = [row[2].split(CELL_SEPARATOR, columns[-1] + 1) for row in rows]
        written = {cells[at] for cells in begins for at in columns if at < len(cells)}
        likely = self._likely_postcodes(written)
        near = {
            index
            for at in columns
            for index, cells in enumerate(begins)
            if at < len(cells) and cells[at] in likely
        }
        forms = {
            rows[index][0]: tuple(person_forms(split_cells(rows[index][2]), fields))
            for index in sorted(near)
        }
        several = {form for found in forms.values() for form in found}
        listed = self._list.listed(SuppressionKind.PERSON, several)
        yield from (n for n, found in forms.items() if not listed.keys().isdisjoint(found))

    def _likely_postcodes(self, written: set[str]) -> frozenset[str]:
        """Return those postcodes, as written, that a listed person has; few are met only once."""
        if len(self._postcodes) > _MOST_POSTCODES:
            self._postcodes.clear()
        forms = {text: postcode_form(text) for text in written.difference(self._postcodes)}
        listed = self._list.may_be_listed(SuppressionKind.PERSON, {*forms.values()} - {""})
        self._postcodes |= {text: form in listed for text, form in forms.items()}
        return frozenset(text for text in written if self._postcodes[text])

    def _found(self, batch: Rows) -> tuple[dict[int, set[SuppressionEntry]], set[int]]:
        """Return the entries met by index of row, and the rows with a phone that is only alike."""
        email = int(KeyKind.EMAIL)
        emails = {key for kind, key, _at, _column in batch.keys if kind == email}
        tails = {key for kind, key, _at, _column in batch.keys if kind != email}
        listed = self._list.listed(SuppressionKind.EMAIL, emails)
        listed_tails = self._list.may_be_listed(SuppressionKind.PHONE, tails)
        found: defaultdict[int, set[SuppressionEntry]] = defaultdict(set)
        alike: set[int] = set()
        if not listed and not listed_tails:
            return found, alike
        for kind, key, at, column in batch.keys:
            if kind == KeyKind.EMAIL:
                if key in listed:
                    found[at].update(listed[key])
            elif key in listed_tails:
                if entries := self._phone_entries(batch.rows[at], column, key):
                    found[at].update(entries)
                else:
                    alike.add(at)
        return found, alike

    def _phone_entries(self, row: PackedRow, column: int, tail: str) -> Entries:
        """Return the entries of the numbers in a column of a row that end with `tail`."""
        found = [phone_forms(text, tail, self._country) for text in _texts(row, column)]
        listed = self._list.listed(SuppressionKind.PHONE, frozenset().union(*found))
        return tuple(entry for entries in listed.values() for entry in entries)

    def _holders(self, entries: set[SuppressionEntry]) -> tuple[SuppressionEntry, ...]:
        """Return the entries for which a row is held: an e-mail before a phone, the oldest first."""
        if not self._holds:
            return ()
        holders = (one for one in entries if one.scope is SuppressionScope.ALL)
        return tuple(sorted(holders, key=lambda one: (_KINDS.index(one.kind), one.id)))

    def _passed(
        self,
        batch: Rows,
        holders: Mapping[int, tuple[SuppressionEntry, ...]],
        fields_of: FieldsOf,
    ) -> dict[int, tuple[ClearedRow, ...]]:
        """Return the rows that were cleared in the earlier version, by index, with the decisions."""
        if self._cleared is None or not holders:
            return {}
        fields = fields_of(without_rows(batch, holders))
        keys: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
        for kind, key, at, _column in batch.keys:
            keys[at].append((kind, key))
        passed = {
            at: self._cleared.let_pass(
                who_is_in(split_cells(batch.rows[at][2]), fields, keys[at]),
                [one.id for one in holders[at]],
            )
            for at in sorted(holders)
        }
        return {at: decisions for at, decisions in passed.items() if decisions}


def without_rows(batch: Rows, left_out: Mapping[int, object]) -> Rows:
    """Leave the rows with these indexes out of a batch, and their keys."""
    if not left_out:
        return batch
    kept = [at for at in range(len(batch.rows)) if at not in left_out]
    moved = {old: new for new, old in enumerate(kept)}
    keys: list[RowKey] = [
        (kind, key, moved[at], column) for kind, key, at, column in batch.keys if at in moved
    ]
    return Rows([batch.rows[at] for at in kept], keys)


def _blockers(entries: set[SuppressionEntry]) -> tuple[int, ...]:
    return tuple(sorted(one.id for one in entries if one.scope is SuppressionScope.MARKETING))


def _texts(row: PackedRow, column: int) -> Iterator[str]:
    cells = split_cells(row[2])
    if column <= len(cells):
        yield cells[column - 1]
    yield from (note.text for note in notes_from_json(row[4]) if note.column == column)
