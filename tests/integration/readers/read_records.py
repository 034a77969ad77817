"""What the tests of address books and mails ask of a document: its records by title."""

from dsr_desktop.domain.headers import recognise_layout
from tests.integration.readers.read_sheets import messages_of, sheets_of


def records_of(content, name="liste", **limits):
    """Filled cells of each row of the first sheet by title."""
    rows = sheets_of(content, name, **limits)[0].rows
    titles = rows.pop(1)
    return [
        {title: text for title, text in zip(titles, cells, strict=False) if text}
        for cells in rows.values()
    ]


def fields_of(content):
    """What the importer takes the columns of the first sheet for, by title."""
    rows = sheets_of(content)[0].rows
    layout = recognise_layout(list(rows.items()), max(map(len, rows.values())))
    assert layout.header_row == 1
    return {column.header: column.field for column in layout.columns}


__all__ = ["fields_of", "messages_of", "records_of", "sheets_of"]
