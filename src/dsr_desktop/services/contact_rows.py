"""Goes through the contacts of the company's own lists, without those that may not leave."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from dsr_desktop.domain.cells import join_cells
from dsr_desktop.domain.contact_table import (
    Head,
    cells_under,
    heads_of,
    places_under,
    usual_fields,
)
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.keys import keys_of_rows
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.matching import Level
from dsr_desktop.domain.outgoing import ListUse, Why, first_reason
from dsr_desktop.domain.source import Sheet, Source, SourceKind, StoredRow
from dsr_desktop.readers.messages import Rows
from dsr_desktop.services.outgoing_rules import OutgoingRules
from dsr_desktop.services.register import Register
from dsr_desktop.services.searching import search
from dsr_desktop.services.sourcing import check_activity, source_of
from dsr_desktop.store.lookup import rows_of_sheet
from dsr_desktop.store.sources import read_sheets, read_sources
from dsr_desktop.store.suppression import blocked_among

_AT_ONCE = 2_000
OnRows = Callable[[int], None]


@dataclass(frozen=True)
class ContactChoice:
    """Which contacts: of an activity, of some imports, those that a search finds, else all.

    `fields` are the kinds of data; none for the usual ones. `rows` are ids of rows, None for any.
    """

    activity: str | None = None
    sources: tuple[int, ...] = ()
    criteria: Criteria | None = field(default=None, repr=False)
    fields: tuple[Field, ...] = ()
    rows: frozenset[int] | None = field(default=None, repr=False)


@dataclass
class ContactCounts:
    """How many went, how many stayed behind and why, how many were said twice; kept while reading."""

    kept: int = 0
    left: Counter[Why] = field(default_factory=Counter)
    twice: int = 0
    doubtful: int = 0


class ContactRows:
    """The contacts of a choice as rows under `heads`; `counts` grow while they are gone through.

    Raises InvalidInputError where the choice leads to no list, NotFoundError for an unknown import.
    """

    def __init__(
        self, register: Register, choice: ContactChoice, use: ListUse, today: date
    ) -> None:
        self._register = register
        self.sources = _sources(register, choice)
        self.counts = ContactCounts()
        self._sheets = {one.id: read_sheets(register.database, one.id or 0) for one in self.sources}
        columns = [sheet.columns for sheets in self._sheets.values() for sheet in sheets]
        self.heads: tuple[Head, ...] = heads_of(columns, choice.fields or usual_fields())
        if not self.heads:
            raise InvalidInputError(
                mark("These lists have none of the kinds of data asked for. Choose others.")
            )
        self._rules = OutgoingRules(register, use.purpose, today, needs_consent=use.needs_consent)
        self.needs_consent = self._rules.needs_consent
        self._wanted = (
            _rows_found(register, choice.criteria) if choice.rows is None else choice.rows
        )

    @property
    def expected(self) -> int:
        """How many rows there are to go through."""
        return sum(one.row_count for one in self.sources)

    def rows(self, on_rows: OnRows) -> Iterator[tuple[str, ...]]:
        """Yield the contacts that may leave, each once; `on_rows` is told how many rows were read."""
        return (cells for _row_id, cells in self.people(on_rows))

    def people(self, on_rows: OnRows) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Yield the same, each with the id of its row."""
        self.counts = ContactCounts()
        told: set[bytes] = set()
        read = 0
        for source in self.sources:
            self._rules.begin_source(source)
            for sheet in self._sheets[source.id]:
                places = places_under(self.heads, sheet.columns)
                for batch in _batches(rows_of_sheet(self._register.database, sheet.id or 0)):
                    read += len(batch)
                    on_rows(read)
                    for row in self._may_leave(sheet, batch):
                        cells = cells_under(places, row.cells)
                        if self._is_new(cells, told):
                            yield row.id, cells

    def _is_new(self, cells: Sequence[str], told: set[bytes]) -> bool:
        """Count a row; False for one that is empty under all heads, or said before."""
        if not any(cells):
            return False
        digest = hashlib.blake2b("\x1f".join(cells).encode("utf-8", "replace"), digest_size=16)
        if digest.digest() in told:
            self.counts.twice += 1
            return False
        told.add(digest.digest())
        self.counts.kept += 1
        return True

    def _may_leave(self, sheet: Sheet, batch: Sequence[StoredRow]) -> Iterator[StoredRow]:
        rows = [one for one in batch if self._wanted is None or one.id in self._wanted]
        if not rows:
            return
        packed = _packed(rows)
        looked = self._rules.look(packed, sheet.columns)
        blocked = blocked_among(self._register.database, [one.id for one in rows])
        self.counts.doubtful += len(looked.doubtful)
        for at, row in enumerate(rows):
            reasons = {looked.left[at]} if at in looked.left else set()
            if row.id in blocked:
                reasons.add(Why.OPPOSED)
            if apart := self._rules.why_stored(row.id):
                reasons.add(apart)
            why = first_reason(reasons)
            if why is None:
                yield row
            else:
                self.counts.left[why] += 1


def _packed(rows: Sequence[StoredRow]) -> Rows:
    keys = keys_of_rows([row.cells for row in rows])
    return Rows(
        [(row.n, row.hidden, join_cells(row.cells), None, None, None) for row in rows],
        [(int(kind), key, at, column) for kind, key, at, column in keys],
    )


def _batches(rows: Iterator[StoredRow]) -> Iterator[list[StoredRow]]:
    while batch := list(islice(rows, _AT_ONCE)):
        yield batch


def _sources(register: Register, choice: ContactChoice) -> tuple[Source, ...]:
    if choice.activity is not None:
        check_activity(register, choice.activity)
    for source_id in choice.sources:
        source_of(register, source_id)
    found = tuple(
        one
        for one in read_sources(register.database)
        if one.kind is SourceKind.LIST and one.is_current and one.status.is_stored
        and (choice.activity is None or one.activity == choice.activity)
        and (not choice.sources or one.id in choice.sources)
    )  # fmt: skip
    if not found:
        raise InvalidInputError(
            mark(
                "There is no list of contacts to choose from. Working copies are never handed over."
            )
        )
    return found


def _rows_found(register: Register, criteria: Criteria | None) -> frozenset[int] | None:
    if criteria is None:
        return None
    found = search(register, criteria, level=Level.PROBABLE, limit=None)
    return frozenset(one.place.row.id for one in found.hits)
