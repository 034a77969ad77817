"""Reads the words of the register from its index, kept in memory until the index changes."""

from collections.abc import Iterable

from dsr_desktop.domain.vocabulary import Vocabulary
from dsr_desktop.store.database import Database
from dsr_desktop.store.lookup import count_rows

_STATE = "SELECT block FROM token_data WHERE id = 10"
"""The structure record of the index: FTS5 writes it anew with every change."""
_WORDS = "SELECT term, doc FROM temp.word WHERE term >= 'a' AND term NOT GLOB '*[0-9]*'"
_MOST_COUNTED = 20_000


def vocabulary_of(database: Database) -> Vocabulary:
    """Return the words of letters of all rows; read once for each state of the index.

    It takes about half a second of a million rows. Rows of earlier versions of files count too.
    """
    (state,) = database.connection.execute(_STATE).fetchone()
    return database.kept_in_memory("vocabulary", bytes(state), lambda: _read(database))


def _read(database: Database) -> Vocabulary:
    connection = database.connection
    connection.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.word USING fts5vocab(main, token, row)"
    )
    counts = {word: rows for word, rows in connection.execute(_WORDS) if word.isalpha()}
    _files, rows = count_rows(database)
    return Vocabulary(rows, counts)


def count_words(database: Database, words: Iterable[str]) -> dict[str, int]:
    """Return in how many rows each word stands, figures too; 20,000 at most are counted."""
    counted = {}
    for word in dict.fromkeys(words):
        rows = database.connection.execute(
            "SELECT count(*) FROM (SELECT 1 FROM token WHERE token MATCH ? LIMIT ?)",
            (f'"{word}"', _MOST_COUNTED),
        )
        (counted[word],) = rows.fetchone()
    return counted
