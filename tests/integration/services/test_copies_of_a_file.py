"""The same content at several places: each is remembered, and a working copy may become a list."""

import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from dsr_desktop.domain.errors import CancelledError, InvalidInputError
from dsr_desktop.domain.source import SourceKind
from dsr_desktop.services.import_results import ImportOptions
from dsr_desktop.services.importing import import_parts
from dsr_desktop.services.passing_on import check_passphrase_file
from dsr_desktop.services.purging import purge_due_copies
from dsr_desktop.services.register import open_register
from dsr_desktop.services.sourcing import list_sources, undo_import
from dsr_desktop.services.verifying import verify
from dsr_desktop.store.events import events
from dsr_desktop.wording.errors import word_sentence
from dsr_desktop.wording.language import speak

pytestmark = pytest.mark.usefixtures("nothing_left_running")

PEOPLE = [["Nom", "E-mail"], ["Camille Dupont", "camille@acme.example"]]
LINKS = pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")


@pytest.fixture
def lists(tmp_path):
    (tmp_path / "lists" / "archive").mkdir(parents=True)
    return tmp_path / "lists"


@pytest.fixture
def crm(lists, write_csv):
    return write_csv(lists / "crm.csv", PEOPLE)


@pytest.fixture
def copy(lists, crm):
    path = lists / "archive" / "crm 2025.csv"
    path.write_bytes(crm.read_bytes())
    return path


def copies(register):
    """The other places of each source, by its name."""
    return {one.name: [copy.path for copy in one.copies] for one in list_sources(register)}


def reason(file):
    """What is said of a file, in English."""
    told = [one for one in (file.reason, file.remark) if one]
    return " ".join(word_sentence(speak("en"), one.sentence, one.details) for one in told)


def kinds_of_events(register):
    return [event.kind for event in events(register.database)]


# --- where else it lies


def test_a_second_place_of_a_content_is_remembered_and_said(register, bring_in, crm, copy):
    bring_in(register, crm)
    (imported,) = list_sources(register)
    day = datetime.fromisoformat(imported.imported_at).astimezone().date()

    (file,) = bring_in(register, copy).files

    assert (file.status, file.rows, file.source_id, file.is_new_place) == (
        "duplicate", 0, imported.id, True,
    )  # fmt: skip
    assert reason(file) == (
        f"It has the same content as crm.csv, imported on {speak('en').date(day)}, and was not "
        "stored twice. This place is remembered too, for checklists and re-scans."
    )
    assert copies(register) == {"crm.csv": [str(copy)]}
    (source,) = list_sources(register)
    assert source.paths == (str(crm), str(copy))
    assert replace(source, copies=()) == imported


def test_two_files_alike_in_one_folder_are_a_source_and_its_copy(register, bring_in, crm, copy):
    report = bring_in(register, crm.parent)

    assert [(file.path.name, file.status) for file in report.files] == [
        ("crm 2025.csv", "imported"), ("crm.csv", "duplicate"),
    ]  # fmt: skip
    assert report.new_places == 1
    assert copies(register) == {"crm 2025.csv": [str(crm)]}
    assert verify(register).sound


def test_a_folder_brought_in_twice_adds_no_place(register, bring_in, crm, copy):
    bring_in(register, crm.parent)
    before = copies(register)

    report = bring_in(register, crm.parent)

    assert copies(register) == before
    assert report.new_places == 0
    assert [reason(file).split(",")[0] for file in report.files] == [
        "This very file is in the register already; it was not stored twice.",
        "It has the same content as crm 2025.csv",
    ]
    assert "This place was remembered before." in reason(report.files[1])


def test_files_of_one_name_are_told_apart_by_their_folders(register, bring_in, crm, lists):
    bring_in(register, crm)
    (lists / "archive" / "crm.csv").write_bytes(crm.read_bytes())

    (file,) = bring_in(register, lists / "archive" / "crm.csv").files

    assert "the same content as lists/crm.csv," in reason(file)


@pytest.mark.parametrize("written", ["relative", "with dots"])
def test_the_same_file_written_in_another_way_is_no_copy(
    register, bring_in, crm, written, monkeypatch
):
    bring_in(register, crm)
    monkeypatch.chdir(crm.parent)
    ways = {
        "relative": crm.relative_to(crm.parent),
        "with dots": crm.parent / "archive" / ".." / crm.name,
    }

    (file,) = bring_in(register, ways[written]).files

    assert (file.status, file.is_new_place) == ("duplicate", False)
    assert reason(file).startswith("This very file is in the register already")
    assert copies(register) == {"crm.csv": []}


@LINKS
@pytest.mark.parametrize("link_first", [False, True])
def test_a_link_and_what_it_leads_to_are_one_place(register, bring_in, lists, crm, link_first):
    (lists / "link.csv").symlink_to(crm)
    in_order = [lists / "link.csv", crm] if link_first else [crm, lists / "link.csv"]

    for path in in_order:
        bring_in(register, path)

    assert copies(register) == {in_order[0].name: []}


@LINKS
def test_a_folder_reached_over_a_link_is_one_place(register, bring_in, lists, crm, tmp_path):
    (tmp_path / "shared").symlink_to(lists)
    bring_in(register, crm)
    bring_in(register, tmp_path / "shared" / "crm.csv")

    assert copies(register) == {"crm.csv": []}


def test_a_file_that_moved_is_remembered_at_its_new_place(register, bring_in, lists, crm):
    bring_in(register, crm)
    crm.rename(lists / "archive" / "moved.csv")

    bring_in(register, lists / "archive" / "moved.csv")

    assert copies(register) == {"crm.csv": [str(lists / "archive" / "moved.csv")]}


def test_a_name_that_is_no_text_is_no_second_place_of_itself(register, bring_in, lists, crm):
    if os.name != "posix" or sys.platform == "darwin":
        pytest.skip("names are text there")
    odd = lists / os.fsdecode(b"liste\xe9.csv")
    crm.rename(odd)

    for _time in range(2):
        bring_in(register, odd)

    assert copies(register) == {"liste?.csv": []}


def test_a_failed_attempt_is_forgotten_when_the_file_turns_out_to_be_a_copy(
    register, bring_in, crm, copy
):
    copy.write_bytes(b"")
    bring_in(register, crm.parent)
    copy.write_bytes(crm.read_bytes())

    bring_in(register, copy)

    assert copies(register) == {"crm.csv": [str(copy)]}


def test_an_import_logs_how_many_places_are_new_and_no_path(register, bring_in, crm, copy):
    bring_in(register, crm.parent)

    last = list(events(register.database))[-1]
    assert (last.kind, last.payload["new_places"]) == ("imported", 1)
    assert "crm" not in json.dumps(last.payload)


def test_a_passphrase_is_not_written_over_a_copy(register, bring_in, crm, copy):
    bring_in(register, crm, copy)

    with pytest.raises(InvalidInputError, match="an imported list"):
        check_passphrase_file(register, copy)


# --- all or nothing


def test_an_import_that_is_stopped_remembers_no_place(register, bring_in, crm, copy):
    bring_in(register, crm)

    def stop_at_the_end(done, total, _what):
        if done == total:
            assert copies(register) == {"crm.csv": [str(copy)]}, "it was recorded by then"
            raise CancelledError("stopped")

    with pytest.raises(CancelledError):
        bring_in(register, copy, progress=stop_at_the_end)

    assert copies(register) == {"crm.csv": []}


KILLED = """
import os, signal, sys
from datetime import date
from pathlib import Path
from dsr_desktop.services.importing import ImportOptions, import_paths
from dsr_desktop.services.register import open_register
from dsr_desktop.services.sourcing import list_sources

register = open_register(Path(sys.argv[1]), sys.argv[2])

def die_at_the_end(done, total, what):
    if done == total:
        assert list_sources(register)[0].copies and list_sources(register)[0].kind == "list"
        os.kill(os.getpid(), signal.SIGKILL)

import_paths(register, [Path(sys.argv[3])], ImportOptions(), date(2026, 11, 16),
             progress=die_at_the_end)
"""


@LINKS
def test_a_crash_leaves_neither_a_place_nor_another_kind(register, bring_in, crm, copy, passphrase):
    bring_in(register, crm, kind="copy")
    before = list_sources(register)
    path = register.path
    register.close()

    died = subprocess.run([sys.executable, "-c", KILLED, path, passphrase, copy], check=False)

    assert died.returncode == -signal.SIGKILL
    again = open_register(path, passphrase)
    assert list_sources(again) == before
    assert verify(again).sound
    assert bring_in(again, copy).new_places == 1
    again.close()


# --- removed


def test_the_places_go_with_their_source(register, bring_in, crm, copy, decrypted):
    bring_in(register, crm, copy)
    (source,) = list_sources(register)

    undo_import(register, [source.id])

    count = register.database.connection.execute("SELECT count(*) FROM source_copy").fetchone()
    assert count == (0,)
    assert b"crm 2025" not in decrypted(register.path)
    assert verify(register).sound


def test_the_places_of_a_working_copy_are_purged_with_it(register, bring_in, crm, copy, today):
    bring_in(register, crm, copy, kind="copy")
    (source,) = list_sources(register)

    assert purge_due_copies(register, today + timedelta(days=30)) == (source,)

    count = register.database.connection.execute("SELECT count(*) FROM source_copy").fetchone()
    assert count == (0,)


# --- a working copy, then a list


SAID = {
    "activity": "PA3",
    "channel": "web_form",
    "collected_on": date(2025, 3, 1),
    "policy_version": "2",
    "retention": "R1",
}


@pytest.mark.parametrize("elsewhere", [False, True], ids=["same place", "another place"])
def test_a_working_copy_brought_in_as_a_list_is_one_and_is_never_purged(
    register, bring_in, crm, copy, today, elsewhere
):
    bring_in(register, crm, kind="copy", activity="PA1", supplied_by="Jean")

    (file,) = bring_in(register, copy if elsewhere else crm, supplied_by="Hugo", **SAID).files

    (source,) = list_sources(register)
    assert (source.kind, source.purge_on) == (SourceKind.LIST, None)
    said = {name: getattr(source, name) for name in SAID}
    assert said == SAID | {"collected_on": "2025-03-01"}
    deliveries = register.database.connection.execute("SELECT id, supplied_by FROM delivery")
    assert deliveries.fetchall() == [(source.delivery_id, "Hugo")]
    assert reason(file).endswith(
        "It was a working copy; from now on it is a register list, which is never purged."
    )
    assert purge_due_copies(register, today + timedelta(days=400)) == ()
    assert list_sources(register) == (source,)
    assert verify(register).sound


def test_becoming_a_list_is_an_event_that_names_the_hash_only(register, bring_in, crm):
    bring_in(register, crm, kind="copy", activity="PA1")
    bring_in(register, crm, activity="PA3")

    (source,) = list_sources(register)
    (event,) = (one for one in events(register.database) if one.kind == "working_copy_kept_as_list")
    assert event.payload == {
        "source": source.id, "sha256": source.sha256, "purge_was_on": "2026-12-16",
        "activity_was": "PA1", "activity": "PA3",
    }  # fmt: skip


def test_a_list_brought_in_as_a_working_copy_stays_a_list(register, bring_in, crm, today):
    bring_in(register, crm, **SAID)
    before = list_sources(register)

    (file,) = bring_in(register, crm, kind="copy", activity="PA1").files

    assert list_sources(register) == before
    assert reason(file).endswith("It stays the register list that it is, and is not purged.")
    assert "working_copy_kept_as_list" not in kinds_of_events(register)
    assert purge_due_copies(register, today + timedelta(days=400)) == ()


def test_the_same_kind_again_is_not_remarked_on(register, bring_in, crm, copy):
    bring_in(register, crm, kind="copy")

    report = bring_in(register, crm, copy, kind="copy")

    assert [file.remark for file in report.files] == [None, None]
    assert [source.purge_on for source in list_sources(register)] == ["2026-12-16"]


def test_within_one_import_of_several_parts_the_list_wins(register, crm, copy, today):
    parts = [([crm], ImportOptions(kind=SourceKind.COPY)), ([copy], ImportOptions())]

    import_parts(register, parts, today)

    (source,) = list_sources(register)
    assert (source.kind, source.purge_on) == (SourceKind.LIST, None)
    assert copies(register) == {"crm.csv": [str(copy)]}


@pytest.mark.parametrize("kept", SAID)
def test_what_the_second_import_says_nothing_of_stays_as_it_was(register, bring_in, crm, kept):
    bring_in(register, crm, kind="copy", supplied_by="Jean", **SAID)
    others = {
        "activity": "PA1", "channel": "phone", "collected_on": date(2026, 1, 2),
        "policy_version": "3", "retention": "R2",
    }  # fmt: skip

    bring_in(register, crm, **{name: said for name, said in others.items() if name != kept})

    (source,) = list_sources(register)
    expected = others | {kept: SAID[kept]}
    expected["collected_on"] = expected["collected_on"].isoformat()
    assert {name: getattr(source, name) for name in SAID} == expected
    deliveries = register.database.connection.execute("SELECT id, supplied_by FROM delivery")
    assert deliveries.fetchall() == [(source.delivery_id, "Jean")]


def test_files_after_one_that_became_a_list_have_a_delivery_of_their_own(
    register, bring_in, crm, lists, write_csv
):
    bring_in(register, crm, kind="copy", supplied_by="Jean")
    news = write_csv(lists / "news.csv", [*PEOPLE, ["Paul Petit", "paul@acme.example"]])

    bring_in(register, crm, news)

    listed, new = list_sources(register)
    deliveries = register.database.connection.execute("SELECT id, supplied_by FROM delivery")
    assert deliveries.fetchall() == [(listed.delivery_id, "Jean"), (new.delivery_id, None)]
