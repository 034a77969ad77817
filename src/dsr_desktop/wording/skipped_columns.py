"""Names the columns that were left out at an import and so are not searched."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from dsr_desktop.domain.checklist import column_letters
from dsr_desktop.domain.columns import Column
from dsr_desktop.domain.preview import ColumnPreview
from dsr_desktop.domain.skipped_columns import SkippedColumns
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.mapping import undeclared_label


def skipped_sentence(tr: Tr, skipped: SkippedColumns) -> str:
    """Say which columns of a sheet are not searched, and since when."""
    place = skipped.source.name
    if skipped.own_sheet:
        place = tr("{file}, sheet {sheet}", file=place, sheet=skipped.own_sheet)
    columns, day = columns_named(tr, skipped.columns), tr.date(imported_on(skipped))
    return tr.count(
        "{place}: {columns} was left out at the import on {day} and is not searched.",
        "{place}: {columns} were left out at the import on {day} and are not searched.",
        len(skipped.columns), place=place, columns=columns, day=day,
    )  # fmt: skip


def skipped_lines(tr: Tr, skipped: Sequence[SkippedColumns], most: int) -> Iterator[str]:
    """Give each sheet a line, `most` of them, and count those that are not named."""
    for one in skipped[:most]:
        yield skipped_sentence(tr, one)
    more = sum(len(one.columns) for one in skipped[most:])
    if more:
        yield tr.count(
            "{n} more column was left out at an import: the Files page names it.",
            "{n} more columns were left out at an import: the Files page names them.",
            more,
        )


def columns_named(tr: Tr, columns: Sequence[Column | ColumnPreview]) -> str:
    """Name columns as part of a sentence: "column C “IBAN” (bank account)"."""
    named = ", ".join(_name(tr, column) for column in columns)
    return tr.count("column {columns}", "columns {columns}", len(columns), columns=named)


def imported_on(skipped: SkippedColumns) -> date:
    """Return the day of the import, as it was here."""
    return datetime.fromisoformat(skipped.source.imported_at).astimezone().date()


def _name(tr: Tr, column: Column | ColumnPreview) -> str:
    """Name a column by letter, title and what it holds beyond the policy, as far as is known."""
    name = column_letters(column.number)
    if header := " ".join(column.header.split()):
        name = tr("{letter} “{title}”", letter=name, title=header)
    if column.undeclared:
        name = tr("{column} ({words})", column=name, words=undeclared_label(tr, column.undeclared))
    return name
