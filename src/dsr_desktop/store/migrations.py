"""Brings the schema of a register up to date, one named step after the other."""

from collections.abc import Callable

from dsr_desktop.domain.errors import RegisterFileError
from dsr_desktop.domain.marking import mark
from dsr_desktop.store.sqlcipher import Connection, Migrations, tables
from dsr_desktop.store.steps import STEPS


def _no_copy(_version: str) -> None:
    """Keep no copy of the earlier version."""


def bring_up_to_date(
    connection: Connection, name: str, keep_copy: Callable[[str], object] = _no_copy
) -> bool:
    """Apply the missing steps, then switch foreign keys on; tells whether any was missing.

    `keep_copy` gets the version of a register that holds something, such as "m003", while nobody
    can write to it and before the first step; if it fails, no step is taken. Raises
    RegisterFileError if the register was made by a newer version of the app: it is then left
    untouched.
    """
    db = tables(connection)
    migrations = _migrations()
    known = {step.__name__ for step in STEPS}
    if any(applied.name not in known for applied in migrations.applied(db)):
        raise RegisterFileError(
            mark("{name} was made by a newer version of the app. Install that version."), name=name
        )
    is_older = bool(migrations.pending(db))
    if is_older:
        connection.execute("PRAGMA foreign_keys = OFF")
        _apply(connection, migrations, keep_copy)
    connection.execute("PRAGMA foreign_keys = ON")
    return is_older


def _apply(
    connection: Connection, migrations: Migrations, keep_copy: Callable[[str], object]
) -> None:
    """Take all missing steps under one write lock: another program may be at it as well."""
    db = tables(connection)
    connection.execute("BEGIN IMMEDIATE")
    try:
        applied = [step.name for step in migrations.applied(db)]
        if applied and migrations.pending(db):
            keep_copy(max(applied)[:4])
        migrations.apply(db)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _migrations() -> Migrations:
    migrations = Migrations("register")
    for step in STEPS:
        migrations()(step)
    return migrations
