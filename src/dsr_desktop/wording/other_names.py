"""Sentences about rows that are named after somebody else than the person asked for."""

from collections.abc import Iterable
from pathlib import PurePath
from typing import NamedTuple

from dsr_desktop.domain.source import Place, sheet_apart
from dsr_desktop.wording.language import Tr

MOST_TOLD = 5


class WhereRow(NamedTuple):
    """Where a row stands: file, sheet ("" for a file without any), number. Never whose it is."""

    file: str
    sheet: str
    n: int


def where_row(place: Place) -> WhereRow:
    """Return where a row of the register stands."""
    return WhereRow(place.source.path, place.sheet.name, place.row.n)


def other_name(tr: Tr) -> str:
    """Say in two words what is the matter with a hit."""
    return tr("Names somebody else")


def row_names_another(tr: Tr) -> str:
    """Say what is the matter with the row that is looked at."""
    return tr("This row names another person than the one asked for.")


def before_confirming(tr: Tr) -> str:
    """Say what confirming such a row does."""
    return tr(
        "A mailbox or a phone may be shared. If you confirm the row, its data are taken for those of "
        "the person who asked."
    )


def rows_name_another(tr: Tr, count: int) -> str:
    """Say how many confirmed rows are named after somebody else."""
    return tr.count(
        "{n} confirmed row names another person than the one asked for.",
        "{n} confirmed rows name another person than the one asked for.",
        count,
    )


def rows_to_check(tr: Tr, rows: Iterable[WhereRow]) -> str:
    """Say which rows they are and what to do."""
    told = list(rows)
    where = tr.series(row_where(tr, row) for row in told[:MOST_TOLD])
    more = len(told) - MOST_TOLD
    if more > 0:
        where = tr.count("{where} and {n} more", "{where} and {n} more", more, where=where)
    return tr("Reject what is not about the person who asks: {where}.", where=where)


def confirmed_row_names_another(tr: Tr, row: WhereRow) -> str:
    """Say of one confirmed row, named by its place, that it names somebody else."""
    return tr(
        "{where} is confirmed, but names another person than the one asked for. Reject it if it is "
        "not about the person who asks.",
        where=row_where(tr, row),
    )


def row_where(tr: Tr, row: WhereRow) -> str:
    """Name a row by file, sheet and number."""
    name = PurePath(row.file).name
    n = tr.number(row.n)
    if not (sheet := sheet_apart(name, row.sheet)):
        return tr("{file}, row {n}", file=name, n=n)
    return tr("{file}, sheet {sheet}, row {n}", file=name, sheet=sheet, n=n)
