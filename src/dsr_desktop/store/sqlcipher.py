"""The one door to the database drivers.

sqlite-utils looks for a module named pysqlite3 and catches its exceptions; giving it sqlcipher3
under that name makes both speak of the same classes (and of one SQLite version on every system).
It must happen before the first import of sqlite_utils.
"""

import sys
from typing import TYPE_CHECKING, cast

import sqlcipher3
import sqlcipher3.dbapi2

sys.modules.setdefault("pysqlite3", sqlcipher3)
sys.modules.setdefault("pysqlite3.dbapi2", sqlcipher3.dbapi2)

import sqlite_utils  # noqa: E402

if TYPE_CHECKING:
    from sqlite3 import Connection, DatabaseError, IntegrityError, OperationalError
else:
    Connection = sqlcipher3.dbapi2.Connection
    DatabaseError = sqlcipher3.dbapi2.DatabaseError
    IntegrityError = sqlcipher3.dbapi2.IntegrityError
    OperationalError = sqlcipher3.dbapi2.OperationalError
__all__ = [
    "Connection", "DatabaseError", "IntegrityError", "Migrations", "OperationalError", "Tables",
    "connect", "tables",
]  # fmt: skip
Migrations = sqlite_utils.Migrations
Tables = sqlite_utils.Database


def connect(path: str, key: bytes) -> Connection:
    """Open the SQLCipher file at `path` (made if missing) with the raw 32-byte `key`.

    Raises DatabaseError at the first read if the key does not fit or the file is no database.
    """
    connection = sqlcipher3.dbapi2.connect(path, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return cast("Connection", connection)


def tables(connection: Connection) -> Tables:
    """Wrap `connection` for schema changes and small reads and writes."""
    return Tables(connection, execute_plugins=False)
