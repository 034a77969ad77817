"""The whole register without encryption: against lock-in, warned of, logged, for its owner only."""

import hashlib
import sqlite3
import stat
import sys

import pytest

from dsr_desktop.domain.errors import CancelledError, RegisterFileError
from dsr_desktop.services.plain_export import export_plain
from dsr_desktop.services.verifying import verify
from dsr_desktop.store.events import events
from tests.integration.services.erasures_made import CAMILLE, PAUL, bring_list


@pytest.fixture
def filled(register, lists):
    bring_list(register, lists / "crm.csv", PAUL, CAMILLE)
    return register


def rows(path, question):
    connection = sqlite3.connect(path)
    try:
        return connection.execute(question).fetchall()
    finally:
        connection.close()


def test_any_sqlite_reads_everything(filled, tmp_path):
    made = export_plain(filled, tmp_path / "register.sqlite")

    assert rows(made.path, "PRAGMA integrity_check") == [("ok",)]
    for table in ("row", "ident", "sheet", "source", "event"):
        here = filled.database.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        there = rows(made.path, f"SELECT count(*) FROM {table}")[0][0]
        # The event that tells of the copy comes after it.
        assert there == here - (table == "event")
    assert made.tables > 20
    assert made.sha256 == hashlib.sha256(made.path.read_bytes()).hexdigest()
    assert made.size == made.path.stat().st_size


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_the_file_is_for_its_owner_only(filled, tmp_path):
    made = export_plain(filled, tmp_path / "register.sqlite")

    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    assert [one.name for one in tmp_path.iterdir() if "plain" in one.name] == []


def test_it_is_logged_without_a_name_and_the_register_stays_sound(filled, tmp_path):
    made = export_plain(filled, tmp_path / "register.sqlite")
    last = list(events(filled.database))[-1]

    assert last.kind == "plain_copy_written"
    assert last.payload == {"tables": made.tables, "size": made.size, "sha256": made.sha256}
    assert verify(filled).sound


def test_a_file_that_is_there_is_not_overwritten(filled, tmp_path):
    (tmp_path / "register.sqlite").write_text("mine")

    with pytest.raises(RegisterFileError, match="exists already"):
        export_plain(filled, tmp_path / "register.sqlite")

    assert (tmp_path / "register.sqlite").read_text() == "mine"


@pytest.mark.parametrize("stage", [0, 1, 2])
def test_cancelled_at_any_stage_it_leaves_no_file_and_no_event(filled, tmp_path, stage):
    out = tmp_path / "out"
    out.mkdir()
    before = len(list(events(filled.database)))

    def cancel(done, _total, _name):
        if done == stage:
            raise CancelledError("cancelled")

    with pytest.raises(CancelledError):
        export_plain(filled, out / "register.sqlite", progress=cancel)

    assert list(out.iterdir()) == []
    assert len(list(events(filled.database))) == before
    assert verify(filled).sound
