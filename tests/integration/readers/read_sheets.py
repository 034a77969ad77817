"""What the tests of spreadsheets ask of a document: its sheets, rows and warnings."""

import json
from dataclasses import dataclass, field

import pytest
from hypothesis import strategies as st

from dsr_desktop.domain.cells import join_cells, split_cells
from dsr_desktop.domain.notes import notes_from_json
from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.messages import Rows, SheetBegins, StartsAgain, UnreadableError, Warned
from dsr_desktop.readers.reading import read_document


@dataclass
class Sheet:
    """A sheet as the register gets it; everything by row number."""

    name: str
    hidden: bool
    rows: dict[int, list[str]] = field(default_factory=dict)
    typed: dict[int, dict[str, object]] = field(default_factory=dict)
    notes: dict[int, list[tuple[int, str, str]]] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)

    def take(self, packed):
        n, hidden, text, typed, notes, _ = packed
        self.rows[n] = list(split_cells(text))
        if typed:
            self.typed[n] = json.loads(typed)
        if notes:
            self.notes[n] = [
                (one.column, one.kind.value, one.text) for one in notes_from_json(notes)
            ]
        if hidden:
            self.hidden_rows.add(n)


def messages_of(content, name="liste", **limits):
    return list(read_document(Document(name, content=content), Limits(**limits)))


def sheets_of(content, name="liste", **limits):
    sheets = []
    for message in messages_of(content, name, **limits):
        if isinstance(message, StartsAgain):
            sheets = []
        elif isinstance(message, SheetBegins):
            columns = set(message.hidden_columns)
            sheets.append(Sheet(message.name, message.hidden, hidden_columns=columns))
        elif isinstance(message, Rows):
            for packed in message.rows:
                sheets[-1].take(packed)
    return sheets


def sheet_of(content, **limits):
    (sheet,) = sheets_of(content, **limits)
    return sheet


def rows_of(content, **limits):
    return sheet_of(content, **limits).rows


def warnings_of(content):
    return {message.problem for message in messages_of(content) if isinstance(message, Warned)}


def refusal_of(content, **limits):
    with pytest.raises(UnreadableError) as caught:
        messages_of(content, **limits)
    return caught.value.problem


def outcome_of(content, **limits):
    """The refusal, or that only the lines of its text were read."""
    try:
        messages = messages_of(content, **limits)
    except UnreadableError as error:
        return error.problem
    told = {one.problem for one in messages if isinstance(one, Warned)}
    assert Problem.ONLY_LINES_READ in told
    return Problem.ONLY_LINES_READ


def read_or_refuse(content):
    """Read it or refuse it for a reason that lies in the file; a fault of ours is a failure."""
    fault = None
    try:
        messages_of(content)
    except UnreadableError as error:
        fault = error.details.get("fault")
    except (OSError, MemoryError):
        pass  # told by the reader process
    assert fault is None


def without_empty_ends(table):
    """Rows by number from 1, without empty cells at their end and without empty rows."""
    cut = {n: list(split_cells(join_cells(cells))) for n, cells in enumerate(table, 1)}
    return {n: cells for n, cells in cut.items() if any(cells)}


awkward = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn"], include_characters="\n\t'\"<>&;,=+-@ é"),
    max_size=12,
)
tables = st.lists(st.lists(awkward, max_size=5), max_size=6).filter(without_empty_ends)
