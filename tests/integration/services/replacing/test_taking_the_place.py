"""A newer version takes the place of a list, all of it or nothing, and gives it back."""

import os
import signal
import subprocess
import sys
from datetime import date, timedelta

import pytest

from dsr_desktop.domain.errors import (
    CancelledError,
    InvalidInputError,
    NotAllowedError,
    NotFoundError,
)
from dsr_desktop.services.importing import ImportOptions
from dsr_desktop.services.register import open_register
from dsr_desktop.services.replacing import compare, replace
from dsr_desktop.services.searching import search
from dsr_desktop.services.sourcing import list_sources, remove
from dsr_desktop.services.verifying import verify
from dsr_desktop.store.events import events
from tests.integration.services.replacing.lists import (
    ASKED,
    CAMILLE,
    HUGO,
    LEA,
    OPTIONS,
    PAUL,
    contents,
    found,
)

pytestmark = pytest.mark.usefixtures("nothing_left_running")


def test_a_comparison_tells_counts_and_positions_and_keeps_nothing(
    register, first, crm, rewrite, today
):
    rewrite(HUGO, CAMILLE, [*LEA[:3], "01 40 20 50 50", ""])
    before = contents(register, without=())

    difference = compare(register, first.id, crm, OPTIONS, today)

    assert contents(register, without=()) == before
    (sheet,) = difference.sheets
    assert (difference.unchanged, list(sheet.added), list(sheet.removed)) == (1, [2], [3])
    (changed,) = sheet.changed
    assert (changed.row, changed.earlier_row) == (4, 4)
    assert [tuple(one) for one in changed.cells] == [(4, 4, "filled"), (5, 5, "blanked")]
    assert (difference.blanked, verify(register).sound) == (1, True)


def test_searches_see_the_newer_version_only(register, first, replaced, today):
    done = replaced(CAMILLE, HUGO)

    assert done.difference.earlier == first
    assert (done.difference.added, done.difference.removed) == (1, 2)
    assert found(register, email="paul@acme.example") == []
    assert found(register, email="hugo@brun.example") == ["hugo@brun.example"]
    result = search(register, ASKED)
    assert (result.total, result.files, result.rows) == (1, 1, 2)
    assert verify(register).sound


def test_the_earlier_version_stays_and_says_what_replaced_it(register, first, replaced, today):
    done = replaced(CAMILLE)

    kept, newer = list_sources(register)
    assert (kept.id, kept.superseded_by, kept.superseded_on) == (1, newer.id, today.isoformat())
    assert (kept.is_current, newer.is_current) == (False, True)
    assert done.newer_id == newer.id


def test_a_newer_version_takes_over_what_was_said_of_the_file(
    register, rewrite, crm, bring_in, today
):
    bring_in(register, rewrite(CAMILLE), kind="copy", activity="PA3", channel="salon",
             collected_on=date(2026, 1, 5), policy_version="3", retention="R1")  # fmt: skip
    rewrite(PAUL)

    replace(register, 1, crm, ImportOptions(channel="web"), today + timedelta(days=3))

    newer = list_sources(register)[-1]
    assert (newer.kind, newer.purge_on) == ("copy", (today + timedelta(days=33)).isoformat())
    assert (newer.activity, newer.channel) == ("PA3", "web")
    assert (newer.collected_on, newer.policy_version, newer.retention) == ("2026-01-05", "3", "R1")


def test_undoing_brings_the_earlier_version_back_to_the_byte(register, first, ref, replaced, today):
    before = contents(register)
    newer = replaced([*CAMILLE[:4], "Autre"], HUGO).newer_id
    assert contents(register) != before

    remove(register, newer)

    assert contents(register) == before
    assert found(register, email="paul@acme.example") == ["paul@acme.example"]
    assert verify(register).sound


def test_undoing_is_one_event_that_names_the_hash_only(register, first, replaced):
    newer = replaced(HUGO)

    remove(register, newer.newer_id)

    said = {one.kind: one.payload for one in events(register.database)}
    assert said["version_restored"] == {
        "earlier": 1, "newer": 2, "sha256": newer.file.sha256,
    }  # fmt: skip
    assert set(said["version_replaced"]) == {
        "earlier", "newer", "sha256", "added", "removed", "changed", "blanked", "hits_moved",
        "hits_reopened",
    }  # fmt: skip


def test_a_replacement_that_is_stopped_changes_nothing(register, first, ref, crm, rewrite, today):
    rewrite(HUGO, CAMILLE)
    before = contents(register, without=())
    told = []

    def stop_when_it_is_compared(*what):
        if (1, 1, "") in told:  # the import of the file itself is over
            raise CancelledError("stopped")
        told.append(what)

    with pytest.raises(CancelledError):
        replace(register, 1, crm, OPTIONS, today, progress=stop_when_it_is_compared)

    assert contents(register, without=()) == before


KILLED = """
import os, signal, sys
from datetime import date
from pathlib import Path
from dsr_desktop.services.importing import ImportOptions
from dsr_desktop.services.register import open_register
from dsr_desktop.services.replacing import replace

register = open_register(Path(sys.argv[1]), sys.argv[2])
log = register.log

def die_at_the_end(kind, *more, **payload):
    log(kind, *more, **payload)
    if kind == "version_replaced":
        os.kill(os.getpid(), signal.SIGKILL)

register.log = die_at_the_end
replace(register, 1, Path(sys.argv[3]), ImportOptions(), date(2026, 11, 16))
"""


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX systems")
def test_a_crash_just_before_the_end_leaves_the_earlier_version_in_its_place(
    register, first, ref, crm, rewrite, passphrase, today
):
    rewrite(HUGO, [*CAMILLE[:4], "Autre"])
    before, path = contents(register, without=()), register.path
    register.close()

    died = subprocess.run([sys.executable, "-c", KILLED, path, passphrase, crm], check=False)

    assert died.returncode == -signal.SIGKILL
    again = open_register(path, passphrase)
    assert contents(again, without=()) == before
    assert verify(again).sound
    assert replace(again, 1, crm, OPTIONS, today).newer_id == 2
    again.close()


def test_what_cannot_be_meant_is_refused_and_nothing_is_kept(register, first, crm, tmp_path, today):
    before = contents(register, without=())
    (tmp_path / "empty.csv").write_bytes(b"")
    (tmp_path / "folder").mkdir()
    cases = [
        (9, crm, NotFoundError, "There is no import 9"),
        (1, crm, NotAllowedError, "in the register already"),
        (1, tmp_path / "empty.csv", NotAllowedError, "empty"),
        (1, tmp_path / "folder", InvalidInputError, "folder is no single file"),
    ]
    for act in (compare, replace):
        for source_id, path, error, words in cases:
            with pytest.raises(error, match=words):
                act(register, source_id, path, OPTIONS, today)
    assert contents(register, without=()) == before


def test_an_earlier_version_and_an_unread_file_cannot_be_replaced(
    register, first, crm, rewrite, replaced, tmp_path, bring_in, today
):
    (tmp_path / "empty.csv").write_bytes(b"")
    replaced(HUGO)
    bring_in(register, tmp_path / "empty.csv")
    rewrite(LEA)

    with pytest.raises(NotAllowedError, match="has a newer version already: import 2"):
        compare(register, 1, crm, OPTIONS, today)
    with pytest.raises(NotAllowedError, match=r"empty\.csv was not read"):
        compare(register, 3, crm, OPTIONS, today)
