"""What the detail pane says about a hit: its whole row, and the rows beside it for checking."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dsr_desktop.domain.checklist import column_letters
from dsr_desktop.domain.expansion import NewKey
from dsr_desktop.domain.hit import Verdict
from dsr_desktop.domain.matching import CONTRADICTIONS, ON_NOTES, Reason
from dsr_desktop.domain.row_title import title_of
from dsr_desktop.domain.skipped_columns import skipped_in
from dsr_desktop.domain.source import Place, StoredRow
from dsr_desktop.gui.pages.search.rows import HitRow, second_of
from dsr_desktop.gui.pages.search.words import DOT
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.tokens import Ink
from dsr_desktop.gui.widgets.key_values import KeyValue
from dsr_desktop.wording.checklist import note_label
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.matching import brief_reason, criterion_label


@dataclass(frozen=True)
class Neighbour:
    """A row beside the hit: number, what it is called, what tells it apart; `here` is the hit."""

    number: str
    title: str
    second: str
    here: bool


@dataclass(frozen=True)
class Detail:
    """The row of a hit as keys and values; `folded` says how many columns are empty or left out."""

    values: tuple[KeyValue, ...]
    folded: str


def detail_of(tr: Tr, row: HitRow, new_keys: Sequence[NewKey]) -> Detail:
    """Describe a hit; of a row that left the register only the matched cells are known."""
    if row.place is None:
        return Detail(tuple(_lost_values(tr, row)), "")
    values = tuple(_values(tr, row, row.place, new_keys))
    return Detail(values, DOT.join(_folded(tr, row.place)))


def beside(tr: Tr, row: HitRow, around: Sequence[StoredRow]) -> tuple[Neighbour, ...]:
    """Describe the rows of the sheet above and below a hit, itself included; none if it is alone."""
    if row.place is None or len(around) < 2:
        return ()
    return tuple(_neighbour(tr, row.place, stored) for stored in around)


def _values(tr: Tr, row: HitRow, place: Place, new_keys: Sequence[NewKey]) -> Iterator[KeyValue]:
    reasons = _by_column(row.reasons)
    headers = {column.number: column.header for column in place.sheet.columns}
    new = {key.value for key in new_keys} if row.verdict is Verdict.CONFIRMED else set()
    for number, text in enumerate(place.row.all_cells, 1):
        if not text:
            continue
        header = headers.get(number) or tr("Column {letters}", letters=column_letters(number))
        about = [one for one in reasons.get(number, ()) if one.how not in ON_NOTES]
        value = _marked(tr, KeyValue(header, text), about)
        if not value.marked and any(key in text or key in text.lower() for key in new):
            value = replace(value, reason=tr("new key"), reason_icon=Icon.SPARKLES)
        yield value
    for note in place.row.notes:
        header = headers.get(note.column) or tr(
            "Column {letters}", letters=column_letters(note.column)
        )
        about = [one for one in reasons.get(note.column, ()) if one.cell == note.text]
        yield _marked(tr, KeyValue(tr.pair(header, note_label(tr, note.kind)), note.text), about)


def _folded(tr: Tr, place: Place) -> Iterator[str]:
    """Count the columns in which the row has nothing, and those of which nobody here knows."""
    cells = place.row.all_cells
    skipped = len(skipped_in(place.sheet.columns))
    empty = max(len(place.sheet.columns), len(cells)) - sum(map(bool, cells)) - skipped
    if empty:
        yield tr.count("{n} empty column", "{n} empty columns", empty)
    if skipped:
        yield tr.count(
            "{n} column left out at the import", "{n} columns left out at the import", skipped
        )


def _marked(tr: Tr, value: KeyValue, reasons: Sequence[Reason]) -> KeyValue:
    """Mark a cell with the reason in words; what speaks against the person comes first."""
    if not reasons:
        return value
    ordered = sorted(reasons, key=lambda reason: reason.how not in CONTRADICTIONS)
    words = DOT.join(dict.fromkeys(brief_reason(tr, reason) for reason in ordered))
    contradicts = ordered[0].how in CONTRADICTIONS
    return replace(
        value,
        marked=True,
        reason=words,
        reason_icon=Icon.CIRCLE_ALERT if contradicts else Icon.EQUAL,
        reason_ink=Ink.SOON if contradicts else None,
    )


def _lost_values(tr: Tr, row: HitRow) -> Iterator[KeyValue]:
    """Yield the cells kept as evidence when the row itself left the register (R-MAT-3)."""
    for reason in row.reasons:
        label = criterion_label(tr, reason.criterion)
        yield _marked(tr, KeyValue(label, reason.cell), (reason,))


def _by_column(reasons: Sequence[Reason]) -> Mapping[int, list[Reason]]:
    columns: dict[int, list[Reason]] = {}
    for reason in reasons:
        columns.setdefault(reason.column, []).append(reason)
    return columns


def _neighbour(tr: Tr, place: Place, stored: StoredRow) -> Neighbour:
    there = replace(place, row=stored)
    here = stored.id == place.row.id
    return Neighbour(tr.number(stored.n), title_of(there), second_of(there), here)
