"""Notes of the documents that are being made, written before the first byte of their files."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from dsr_desktop.domain.document import DocumentFile, DocumentKind, UnfinishedDocument
from dsr_desktop.store.database import Database


def note_document(
    database: Database, ref: str, kind: DocumentKind, files: Sequence[DocumentFile], actor: str
) -> int:
    """Note that these files, with absolute paths, are about to be written; returns the note's id.

    It belongs to the caller's transaction, which is to be committed before the first byte.
    """
    at = datetime.now(UTC).isoformat(timespec="seconds")
    with database.transaction() as connection:
        added = connection.execute(
            "INSERT INTO unfinished_document(request_ref, kind, files, at, actor) "
            "VALUES (?, ?, ?, ?, ?) RETURNING id",
            (ref, kind, _to_json(files), at, actor),
        )
        return int(added.fetchone()[0])


def change_note(database: Database, note: int, files: Sequence[DocumentFile]) -> None:
    """Keep other facts about the files of a note: their digests, or only those still to settle."""
    with database.transaction() as connection:
        connection.execute(
            "UPDATE unfinished_document SET files = ? WHERE id = ?", (_to_json(files), note)
        )


def remove_note(database: Database, note: int) -> None:
    """Remove a note: its document is finished, or nothing of it is left."""
    with database.transaction() as connection:
        connection.execute("DELETE FROM unfinished_document WHERE id = ?", (note,))


def has_note(database: Database, note: int) -> bool:
    """Tell whether the document of this note is still unfinished."""
    found = database.connection.execute("SELECT 1 FROM unfinished_document WHERE id = ?", (note,))
    return found.fetchone() is not None


def read_notes(database: Database) -> tuple[UnfinishedDocument, ...]:
    """Return all notes, the oldest first."""
    rows = database.connection.execute(
        "SELECT id, request_ref, kind, files FROM unfinished_document ORDER BY id"
    )
    return tuple(
        UnfinishedDocument(note, ref, kind, _from_json(files))
        for note, ref, kind, files in rows.fetchall()
    )


def _to_json(files: Sequence[DocumentFile]) -> str:
    return json.dumps(
        [[str(one.path), one.part, one.sha256, one.is_ours, one.volume] for one in files]
    )


def _from_json(text: str) -> tuple[DocumentFile, ...]:
    return tuple(DocumentFile(Path(path), *facts) for path, *facts in json.loads(text))
