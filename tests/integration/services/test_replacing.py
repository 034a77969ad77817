"""A newer version of a known file takes its place; nothing that was known is lost, and undone."""

import os
import signal
import subprocess
import sys
from datetime import date, timedelta

import pytest

from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.errors import (
    CancelledError,
    InvalidInputError,
    NotAllowedError,
    NotFoundError,
)
from dsr_desktop.domain.hit import ROW_CHANGED, Verdict
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.services.checklists import make_checklist
from dsr_desktop.services.handling import new_request, view_request
from dsr_desktop.services.history import history
from dsr_desktop.services.importing import ImportOptions
from dsr_desktop.services.purging import purge_due_copies
from dsr_desktop.services.register import open_register
from dsr_desktop.services.replacing import compare, find_known_version, replace
from dsr_desktop.services.rescanning import last_rescan, rescan
from dsr_desktop.services.reviewing import find_person, judge_hits
from dsr_desktop.services.searching import search
from dsr_desktop.services.sourcing import list_sources, remove
from dsr_desktop.services.verifying import verify
from dsr_desktop.store.events import events
from dsr_desktop.store.sources import remove_source
from dsr_desktop.wording.language import speak

pytestmark = pytest.mark.usefixtures("nothing_left_running")

TITLES = ["Nom", "Prénom", "E-mail", "Téléphone", "Société"]
CAMILLE = ["Dupont", "Camille", "camille.dupont@acme.example", "06 12 34 56 78", "ACME"]
PAUL = ["Petit", "Paul", "paul@acme.example", "06 98 76 54 32", "ACME"]
LEA = ["Blanc", "Léa", "lea@blanc.example", "", "Blanc SARL"]
HUGO = ["Brun", "Hugo", "hugo@brun.example", "", "Brun SA"]
NAMESAKE = ["Dupont", "Camille", "cd@foo.example", "", "Autre SARL"]
ASKED = make_criteria({"email": "camille.dupont@acme.example"})
OPTIONS = ImportOptions()


@pytest.fixture
def crm(tmp_path):
    return tmp_path / "crm.csv"


@pytest.fixture
def rewrite(crm, write_csv):
    """Return a function that writes the file anew."""

    def write(*rows, titles=TITLES):
        return write_csv(crm, [titles, *rows])

    return write


@pytest.fixture
def first(register, rewrite, bring_in):
    bring_in(register, rewrite(CAMILLE, PAUL, LEA))
    return list_sources(register)[0]


@pytest.fixture
def replaced(register, first, crm, rewrite, today):
    """Return a function that puts a newer version in the place of the file."""

    def put(*rows, titles=TITLES, on=today):
        rewrite(*rows, titles=titles)
        return replace(register, list_sources(register)[-1].id, crm, OPTIONS, on)

    return put


@pytest.fixture
def ref(register, first, today):
    """An open erasure request whose one hit is confirmed."""
    return asked_for(register, ASKED, today)


def asked_for(register, criteria, today):
    view = new_request(register, [Right.ERASURE], criteria, today, Channel.POST, today)
    ref = view.request.ref
    find_person(register, ref, today)
    judge_hits(register, ref, confirm_strong=True, today=today)
    return ref


def contents(register, *, without=("event",)):
    """Everything in the register, table by table."""
    connection = register.database.connection
    query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    names = [name for (name,) in connection.execute(query) if not name.startswith("token")]
    return {
        name: connection.execute(f"SELECT * FROM {name} ORDER BY 1").fetchall()
        for name in names
        if name not in without
    }


def hits_of(register, ref, today):
    return view_request(register, ref, today).hits


def found(register, **criteria):
    return [hit.place.row.cells[2] for hit in search(register, make_criteria(criteria)).hits]


def test_a_file_at_the_same_path_is_known(register, first, crm, rewrite):
    rewrite(HUGO)

    assert find_known_version(register, crm, "0") == first


def test_a_path_through_a_link_is_the_same_path(register, first, crm, rewrite, tmp_path):
    rewrite(HUGO)
    (tmp_path / "link").symlink_to(tmp_path)

    assert find_known_version(register, tmp_path / "link" / "crm.csv", "0") == first


def test_a_file_of_the_same_name_is_known_by_half_of_its_rows(register, first, tmp_path, write_csv):
    (tmp_path / "new").mkdir()
    half = write_csv(tmp_path / "new" / "crm.csv", [TITLES, CAMILLE, PAUL, HUGO])
    assert find_known_version(register, half, "0") == first

    less = write_csv(tmp_path / "new" / "crm.csv", [TITLES, CAMILLE, NAMESAKE, HUGO])
    assert find_known_version(register, less, "0") is None


def test_the_very_file_another_name_and_an_unread_file_are_no_newer_version(
    register, first, crm, tmp_path, write_csv
):
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "crm.csv").write_bytes(b"")

    assert find_known_version(register, crm, first.sha256) is None
    assert find_known_version(register, write_csv(tmp_path / "b.csv", [TITLES, PAUL]), "0") is None
    assert find_known_version(register, tmp_path / "new" / "crm.csv", "0") is None


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


def test_a_verdict_on_a_row_that_is_the_same_moves_with_it(register, first, ref, replaced, today):
    (before,) = hits_of(register, ref, today)

    newer = replaced(HUGO, PAUL, CAMILLE)

    (hit,) = hits_of(register, ref, today)
    assert (hit.id, hit.verdict, hit.reasons) == (before.id, Verdict.CONFIRMED, before.reasons)
    assert (hit.source_id, hit.row, hit.sha256) == (newer.newer_id, 4, newer.file.sha256)
    assert hit.row_id != before.row_id


def test_a_verdict_on_a_row_that_changed_is_open_again(register, first, ref, replaced, today):
    replaced(PAUL, [*CAMILLE[:4], "Autre"])

    (hit,) = hits_of(register, ref, today)
    assert (hit.row, hit.verdict, hit.verdict_reason) == (3, None, ROW_CHANGED)
    last = history(register, ref)[-1]
    assert (last.kind, last.payload) == ("hits_reopened", {"hits": 1, "newer": 2})


def test_a_rejected_row_that_changed_is_looked_at_again(register, first, ref, replaced, today):
    (hit,) = hits_of(register, ref, today)
    judge_hits(register, ref, reject=[hit.id], today=today)

    replaced([*CAMILLE[:4], "Autre"])

    assert hits_of(register, ref, today)[0].verdict_reason == ROW_CHANGED


def test_a_changed_row_found_no_more_is_not_forgotten(register, first, ref, replaced, today):
    replaced([*CAMILLE[:2], "other@acme.example", *CAMILLE[3:]])

    find_person(register, ref, today)

    (hit,) = hits_of(register, ref, today)
    assert hit.verdict_reason == ROW_CHANGED


def test_a_hit_in_a_row_that_is_gone_still_tells_where_it_stood(
    register, first, ref, replaced, today
):
    before = hits_of(register, ref, today)

    replaced(PAUL)

    assert hits_of(register, ref, today) == before
    checklist = make_checklist(register, ref, today, speak("en"))
    assert checklist.lines[2].text == "camille.dupont@acme.example"
    assert "version 1 of 2" in checklist.lines[2].file


def test_a_namesake_is_somebody_else(register, first, ref, replaced, today):
    difference = replaced(NAMESAKE, PAUL).difference

    assert (difference.added, difference.changed, difference.removed) == (1, 0, 2)
    (hit,) = hits_of(register, ref, today)
    assert (hit.source_id, hit.verdict) == (first.id, Verdict.CONFIRMED)


def test_a_reason_names_the_column_in_which_its_cell_stands_now(
    register, first, ref, replaced, today
):
    order = [4, 2, 0, 1, 3]
    moved = [[row[at] for at in order] for row in (TITLES, CAMILLE, PAUL, LEA)]

    difference = replaced(*moved[1:], titles=moved[0]).difference

    assert (difference.unchanged, difference.changed) == (3, 0)
    (hit,) = hits_of(register, ref, today)
    assert (hit.verdict, hit.reasons[0].column) == (Verdict.CONFIRMED, 2)


def test_undoing_keeps_what_was_decided_since_on_rows_that_are_the_same(
    register, first, ref, replaced, today
):
    newer = replaced(HUGO, CAMILLE).newer_id
    (hit,) = hits_of(register, ref, today)
    judge_hits(register, ref, reject=[hit.id], reason="not she", today=today)

    remove(register, newer)

    (back,) = hits_of(register, ref, today)
    assert (back.row, back.verdict, back.verdict_reason) == (2, Verdict.REJECTED, "not she")


def test_undoing_gives_a_changed_row_the_verdict_that_it_had(register, first, ref, replaced, today):
    before = hits_of(register, ref, today)
    newer = replaced([*CAMILLE[:4], "Autre"]).newer_id
    judge_hits(register, ref, reject=[before[0].id], today=today)

    remove(register, newer)

    assert hits_of(register, ref, today) == before


def test_undoing_is_refused_while_a_request_cites_a_row_that_only_the_newer_version_has(
    register, first, replaced, today
):
    newer = replaced(CAMILLE, HUGO).newer_id
    ref = asked_for(register, make_criteria({"email": "hugo@brun.example"}), today)

    with pytest.raises(NotAllowedError, match=r"crm\.csv stays: an open request cites rows in it"):
        remove(register, newer)

    assert [one.is_current for one in list_sources(register)] == [False, True]
    (hit,) = hits_of(register, ref, today)
    judge_hits(register, ref, reject=[hit.id], today=today)
    remove(register, newer)
    assert [one.id for one in list_sources(register)] == [first.id]


def test_a_hit_found_in_the_newer_version_goes_back_to_the_row_that_is_the_same(
    register, first, replaced, today
):
    newer = replaced(HUGO, CAMILLE).newer_id
    ref = asked_for(register, ASKED, today)

    remove(register, newer)

    (hit,) = hits_of(register, ref, today)
    assert (hit.source_id, hit.row, hit.verdict) == (first.id, 2, Verdict.CONFIRMED)
    assert hit.sha256 == first.sha256


def test_the_version_before_the_last_goes_with_the_next_replacement(register, first, replaced):
    replaced(CAMILLE, HUGO)
    third = replaced(HUGO).newer_id

    assert [one.id for one in list_sources(register)] == [2, third]
    remove(register, third)
    (second,) = list_sources(register)
    assert (second.id, second.is_current) == (2, True)


def test_a_version_that_a_request_cites_stays_through_every_replacement(
    register, first, ref, replaced, today
):
    replaced(PAUL)
    replaced(PAUL, HUGO)
    later = today + timedelta(days=90)

    assert [one.id for one in purge_due_copies(register, later)] == [2]

    (hit,) = hits_of(register, ref, today)
    assert (hit.source_id, hit.verdict) == (first.id, Verdict.CONFIRMED)
    assert found(register, email="camille.dupont@acme.example") == []
    judge_hits(register, ref, reject=[hit.id], today=today)
    assert [one.id for one in purge_due_copies(register, later)] == [1]


def test_an_earlier_version_is_purged_after_thirty_days(
    register, first, replaced, today, decrypted
):
    replaced(CAMILLE)

    assert purge_due_copies(register, today + timedelta(days=29)) == ()
    (purged,) = purge_due_copies(register, today + timedelta(days=30))

    assert purged.id == first.id
    assert [one.id for one in list_sources(register)] == [2]
    assert b"paul@acme.example" not in decrypted(register.path)
    assert verify(register).sound


def test_an_earlier_version_goes_with_a_working_copy_that_is_purged(
    register, rewrite, crm, bring_in, today
):
    bring_in(register, rewrite(CAMILLE), kind="copy")
    rewrite(PAUL)
    replace(register, 1, crm, OPTIONS, today)

    purged = purge_due_copies(register, today + timedelta(days=30))

    assert {one.id for one in purged} == {1, 2}
    assert list_sources(register) == ()


def test_an_id_that_a_purged_version_had_is_not_given_again(
    register, first, ref, replaced, bring_in, tmp_path, write_csv, today
):
    second = replaced(PAUL).newer_id
    remove_source(register.database, second)

    bring_in(register, write_csv(tmp_path / "other.csv", [TITLES, HUGO]))

    assert [one.id for one in list_sources(register)] == [1, 3]


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


def test_a_file_put_back_takes_the_place_of_its_newer_version(
    register, first, crm, rewrite, replaced, bring_in
):
    replaced(HUGO)
    rewrite(CAMILLE, PAUL, LEA)

    (result,) = bring_in(register, crm).files

    assert (result.status, result.replaces.difference.earlier.id) == ("imported", 2)


def test_an_import_names_the_file_that_a_newer_version_is_of(register, first, rewrite, bring_in):
    (result,) = bring_in(register, rewrite(CAMILLE, HUGO)).files

    seen = result.replaces
    assert (seen.replaced, seen.reason, seen.difference.earlier) == (False, None, first)
    assert (seen.difference.added, seen.difference.removed) == (1, 2)
    assert [one.is_current for one in list_sources(register)] == [True, True]


def test_an_import_replaces_when_it_is_told_to(register, first, rewrite, bring_in):
    (result,) = bring_in(register, rewrite(CAMILLE, HUGO), replaces=True).files

    assert result.replaces.replaced
    assert [one.is_current for one in list_sources(register)] == [False, True]


def test_a_file_imported_beside_can_take_the_place_later(
    register, first, ref, crm, rewrite, bring_in, today
):
    bring_in(register, rewrite(CAMILLE, HUGO))
    find_person(register, ref, today)
    before = contents(register)

    done = replace(register, first.id, crm, OPTIONS, today)

    assert (done.newer_id, len(list_sources(register))) == (2, 2)
    # The request has a hit in both rows: each keeps its own verdict.
    verdicts = {hit.source_id: hit.verdict for hit in hits_of(register, ref, today)}
    assert verdicts == {1: Verdict.CONFIRMED, 2: None}
    assert before["hit"] == contents(register)["hit"]
    with pytest.raises(NotAllowedError, match="stays"):
        remove(register, 2)


def test_a_copy_whose_other_file_is_still_there_stands_beside_it(
    register, first, crm, tmp_path, write_csv, bring_in
):
    (tmp_path / "new").mkdir()
    copy = write_csv(tmp_path / "new" / "crm.csv", [TITLES, CAMILLE, PAUL, LEA, HUGO])

    (result,) = bring_in(register, copy, replaces=True).files

    assert not result.replaces.replaced
    assert "is still at {path}" in result.replaces.reason.sentence
    assert [one.is_current for one in list_sources(register)] == [True, True]


def test_a_file_that_moved_is_replaced(register, first, crm, tmp_path, write_csv, bring_in):
    (tmp_path / "new").mkdir()
    copy = write_csv(tmp_path / "new" / "crm.csv", [TITLES, CAMILLE, PAUL, LEA, HUGO])
    crm.unlink()

    (result,) = bring_in(register, copy, replaces=True).files

    assert result.replaces.replaced


def test_two_files_of_one_import_are_no_versions_of_each_other(
    register, tmp_path, write_csv, bring_in
):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        write_csv(tmp_path / name / "crm.csv", [TITLES, CAMILLE, PAUL, [name, "", "", "", ""]])

    report = bring_in(register, tmp_path / "a", tmp_path / "b", replaces=True)

    assert [file.replaces for file in report.files] == [None, None]


def test_a_file_read_in_part_does_not_take_the_place_of_a_whole_one(
    register, tmp_path, write_xlsx, write_partly_readable, bring_in, today
):
    path = tmp_path / "crm.xlsx"
    bring_in(register, write_xlsx(path, {"Sheet": [TITLES, CAMILLE]}))
    write_partly_readable(path)

    with pytest.raises(NotAllowedError, match="read in part only"):
        replace(register, 1, path, OPTIONS, today)
    assert len(list_sources(register)) == 1

    (result,) = bring_in(register, path, replaces=True).files
    assert (result.status, result.replaces.replaced) == ("partly", False)
    assert all(one.is_current for one in list_sources(register))


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


def test_a_rescan_reads_the_path_once_for_the_rows_of_both_versions(
    register, first, crm, rewrite, replaced, today
):
    ref = asked_for(
        register, make_criteria({"email": ["camille.dupont@acme.example", "paul@acme.example"]}), today
    )  # fmt: skip
    replaced(PAUL, HUGO)
    assert {hit.source_id for hit in hits_of(register, ref, today)} == {1, 2}

    (left,) = rescan(register, ref).sources
    assert (left.status, left.source_id) == ("still_there", 2)
    assert [(one.row, "email" in one.what) for one in left.left] == [(2, True)]

    rewrite(CAMILLE, HUGO)
    (left,) = rescan(register, ref).sources
    assert [(one.row, "email" in one.what) for one in left.left] == [(2, True)]

    rewrite(HUGO)
    assert rescan(register, ref).clean
    assert last_rescan(register, ref).clean


def test_a_rescan_before_the_replacement_is_told_no_more_after_it(
    register, first, ref, rewrite, replaced, today
):
    assert not rescan(register, ref).clean
    replaced(HUGO, CAMILLE)
    rewrite(HUGO)

    assert rescan(register, ref).clean

    assert [one.status for one in last_rescan(register, ref).sources] == ["clean"]


def test_a_namesake_rejected_in_the_newer_version_is_not_left_of_the_earlier(
    register, first, replaced, today
):
    criteria = make_criteria({"name": "Camille Dupont", "email": "camille.dupont@acme.example"})
    ref = asked_for(register, criteria, today)
    replaced(NAMESAKE, PAUL)
    assert not rescan(register, ref).clean

    find_person(register, ref, today)
    other = [hit.id for hit in hits_of(register, ref, today) if hit.verdict is None]
    judge_hits(register, ref, reject=other, today=today)

    assert rescan(register, ref).clean


def test_a_row_emptied_in_part_still_counts_as_left(register, first, ref, replaced, rewrite):
    replaced(["", "", "", "06 98 00 00 00", "ACME"], PAUL)
    rewrite(["", "Camille", "camille.dupont@acme.example", "", ""], PAUL)

    assert not rescan(register, ref).clean


def test_a_search_before_the_replacement_is_not_current(register, first, ref, replaced, today):
    assert make_checklist(register, ref, today, speak("en")).search_is_current

    replaced(CAMILLE, PAUL, HUGO)
    assert not make_checklist(register, ref, today, speak("en")).search_is_current

    find_person(register, ref, today)
    assert make_checklist(register, ref, today, speak("en")).search_is_current
