"""What the schema of the register got to be filled faster: keys stored once, in their order."""

from dsr_desktop.store.sqlcipher import Tables


def m015_keys_in_order(db: Tables) -> None:
    """Keep each key of a row once, in the order in which keys are looked up, instead of thrice.

    A row's keys are found again in its texts; to remove them the whole table is read.
    """
    for statement in _KEYS_IN_ORDER:
        db.execute(statement)


_KEYS_IN_ORDER = (
    "CREATE TABLE ident_in_order (kind INTEGER NOT NULL, key TEXT NOT NULL, row INTEGER NOT NULL, "
    "col INTEGER NOT NULL, PRIMARY KEY (kind, key, row, col)) STRICT, WITHOUT ROWID",
    "INSERT OR IGNORE INTO ident_in_order SELECT kind, key, row, col FROM ident "
    "INDEXED BY ident_by_key ORDER BY kind, key, row",
    "DROP TABLE ident",
    "ALTER TABLE ident_in_order RENAME TO ident",
)
