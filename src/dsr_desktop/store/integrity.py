"""Looks for damage in the register file."""

from collections.abc import Iterator

from dsr_desktop.store.database import Database
from dsr_desktop.store.sqlcipher import DatabaseError


def broken_pages(database: Database) -> Iterator[str]:
    """Give the complaints of SQLCipher's page check and of SQLite's own, a line each, in English."""
    for (complaint,) in database.connection.execute("PRAGMA cipher_integrity_check"):
        yield str(complaint)
    try:
        for (complaint,) in database.connection.execute("PRAGMA integrity_check(20)"):
            if complaint != "ok":
                yield from str(complaint).splitlines()
    except DatabaseError as error:  # damage so deep that the check itself stumbles over it
        yield str(error)


def broken_foreign_keys(database: Database) -> tuple[str, ...]:
    """Names of tables with entries that point nowhere."""
    rows = database.connection.execute("PRAGMA foreign_key_check").fetchall()
    return tuple(sorted({str(row[0]) for row in rows}))


def rows_without_index(database: Database) -> int:
    """How many rows the word index lacks, or has beyond those that exist."""
    counted = database.connection.execute(
        "SELECT (SELECT count(*) FROM row WHERE id NOT IN (SELECT rowid FROM token)) + "
        "(SELECT count(*) FROM token WHERE rowid NOT IN (SELECT id FROM row)) + "
        "(SELECT count(*) FROM ident WHERE row NOT IN (SELECT id FROM row))"
    ).fetchone()
    return int(counted[0])


def wrong_row_counts(database: Database) -> int:
    """How many files have another number of rows than was recorded at their import."""
    counted = database.connection.execute(
        "SELECT count(*) FROM source WHERE row_count <> (SELECT count(*) FROM row "
        "JOIN sheet ON sheet.id = sheet_id WHERE source_id = source.id)"
    ).fetchone()
    return int(counted[0])
