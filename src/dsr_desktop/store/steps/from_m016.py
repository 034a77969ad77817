"""What the indexes of the register got since: words of other alphabets in Latin letters."""

from collections.abc import Iterator, Sequence

from dsr_desktop.domain.index_text import index_text
from dsr_desktop.domain.notes import notes_from_json
from dsr_desktop.store.sqlcipher import Tables

_ROWS_AT_ONCE = 1_000
_SOME_ROWS = (
    "SELECT id, cells || coalesce("
    "char(31) || (SELECT group_concat(text, char(31)) FROM row_carry WHERE row_id = row.id), ''), "
    "notes FROM row WHERE id > ? ORDER BY id LIMIT ?"
)
_Row = tuple[int, str, str | None]


def m016_words_of_other_alphabets(db: Tables) -> None:
    """Index the rows again of which earlier versions stored other words than searches look for.

    Those with letters beyond the usual ones of western Europe: Papadopoulos did not find
    Παπαδόπουλος.
    """
    for rows in _some_rows(db):
        texts = [(id_, text) for id_, joined, notes in rows if (text := _other(joined, notes))]
        db.conn.executemany("DELETE FROM token WHERE rowid = ?", [(id_,) for id_, _text in texts])
        db.conn.executemany("INSERT INTO token(rowid, text) VALUES (?, ?)", texts)


def _some_rows(db: Tables) -> Iterator[Sequence[_Row]]:
    last = 0
    while rows := db.execute(_SOME_ROWS, (last, _ROWS_AT_ONCE)).fetchall():
        yield rows
        last = rows[-1][0]


def _other(joined: str, notes: str | None) -> str | None:
    if joined.isascii() and (notes or "").isascii():
        return None
    return index_text(joined, notes_from_json(notes))
