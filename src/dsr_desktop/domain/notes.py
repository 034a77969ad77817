"""What hangs on a cell beside its text: comments, links, formulas."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class NoteKind(StrEnum):
    """What a note on a cell is."""

    COMMENT = "comment"
    LINK = "link"
    FORMULA = "formula"


@dataclass(frozen=True)
class CellNote:
    """Something that hangs on the cell in `column` (from 1) and may name a person."""

    column: int
    kind: NoteKind
    text: str


def notes_to_json(notes: Sequence[CellNote]) -> str | None:
    """Form in which the notes of a row are kept; None for none."""
    listed = [[note.column, note.kind, note.text] for note in notes]
    return json.dumps(listed, ensure_ascii=False, separators=(",", ":")) if listed else None


def notes_from_json(text: str | None) -> tuple[CellNote, ...]:
    """Read the notes of a row back."""
    listed = json.loads(text) if text else []
    return tuple(CellNote(column, NoteKind(kind), words) for column, kind, words in listed)
