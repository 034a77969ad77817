"""A list that lies at several places, one of which holds a newer version by now."""

from datetime import timedelta

import pytest

from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.request import Channel, Decision, Right
from dsr_desktop.domain.traces import RescanStatus
from dsr_desktop.services.checklists import make_checklist
from dsr_desktop.services.closing import close_request
from dsr_desktop.services.handling import decide, new_request, view_request
from dsr_desktop.services.importing import ImportOptions
from dsr_desktop.services.previewing import preview_paths
from dsr_desktop.services.purging import purge_due_copies
from dsr_desktop.services.replacing import replace
from dsr_desktop.services.rescanning import last_rescan, rescan
from dsr_desktop.services.reviewing import find_person, judge_hits
from dsr_desktop.services.searching import search
from dsr_desktop.services.sourcing import list_sources, remove, undo_import
from dsr_desktop.services.verifying import verify
from dsr_desktop.wording.language import speak
from tests.integration.services.requests_made import confirmed_request

pytestmark = pytest.mark.usefixtures("nothing_left_running")

TITLES = ["Nom", "Prénom", "E-mail", "Téléphone"]
CAMILLE = ["Dupont", "Camille", "camille@acme.example", "06 12 34 56 78"]
PAUL = ["Petit", "Paul", "paul@acme.example", "06 98 76 54 32"]
LEA = ["Blanc", "Léa", "lea@blanc.example", ""]
ASKED = make_criteria({"email": "camille@acme.example"})


@pytest.fixture
def crm(tmp_path, write_csv):
    return write_csv(tmp_path / "crm.csv", [TITLES, PAUL, CAMILLE])


@pytest.fixture
def copy(lay_copy, crm):
    return lay_copy(crm, "contacts.csv")


@pytest.fixture
def known(register, crm, copy, bring_in):
    """The list at both of its places, as one source."""
    bring_in(register, crm, copy)
    (source,) = list_sources(register)
    assert source.paths == (str(crm), str(copy))
    return source


@pytest.fixture
def ref(register, known, today):
    return confirmed_request(register, ASKED, today)


@pytest.fixture
def put(register, crm, write_csv, today):
    """Return a function that writes a newer version and lets it take the place of the list."""

    def put_(*rows):
        write_csv(crm, [TITLES, *rows])
        current = [one for one in list_sources(register) if one.is_current]
        return replace(register, current[0].id, crm, ImportOptions(), today)

    return put_


def places(result):
    return {one.path: (one.status, [left.row for left in one.left]) for one in result.sources}


def lines(register, ref, today):
    made = make_checklist(register, ref, today, speak("en")).lines
    return {(line.file, line.row) for line in made}


def test_an_import_leaves_the_version_in_the_searches_while_a_copy_of_it_is_there(
    register, known, crm, copy, write_csv, bring_in
):
    write_csv(crm, [TITLES, PAUL, LEA])

    (result,) = bring_in(register, crm, replaces=True).files

    assert not result.replaces.replaced
    assert result.replaces.reason.details["path"] == str(copy)
    assert search(register, ASKED).total == 1, "she still stands in the copy"


def test_an_import_replaces_once_the_copy_is_gone(register, known, crm, copy, write_csv, bring_in):
    write_csv(crm, [TITLES, PAUL, LEA])
    copy.unlink()

    (result,) = bring_in(register, crm, replaces=True).files

    assert result.replaces.replaced


def test_who_replaces_it_all_the_same_is_told_where_the_copy_lies(known, copy, put):
    assert put(PAUL, CAMILLE, LEA).still_at == (str(copy),)


def test_a_rescan_still_searches_the_copy_of_the_earlier_version(
    register, ref, crm, copy, put, write_csv
):
    put(CAMILLE, PAUL, LEA)

    result = rescan(register, ref)
    assert places(result) == {
        str(crm): (RescanStatus.STILL_THERE, [2]),
        str(copy): (RescanStatus.STILL_THERE, [3]),
    }

    write_csv(crm, [TITLES, PAUL, LEA])
    assert not rescan(register, ref).clean

    write_csv(copy, [TITLES, PAUL])
    result = rescan(register, ref)
    assert result.clean
    assert last_rescan(register, ref) == result


def test_a_copy_that_is_gone_is_missing_and_nothing_is_called_clean(
    register, ref, crm, copy, put, write_csv
):
    put(CAMILLE, PAUL, LEA)
    write_csv(crm, [TITLES, PAUL])
    copy.unlink()

    result = rescan(register, ref)

    assert places(result)[str(copy)] == (RescanStatus.MISSING, [])
    assert not result.clean


def test_the_checklist_names_the_row_at_each_place_as_it_stands_there(
    register, ref, copy, put, today
):
    assert lines(register, ref, today) == {("crm.csv", 3), ("contacts.csv", 3)}

    put(CAMILLE, PAUL, LEA)

    files = {line[0].split(" (")[0]: line for line in lines(register, ref, today)}
    assert (files["crm.csv"][1], files["contacts.csv"]) == (2, ("contacts.csv", 3))
    made = make_checklist(register, ref, today, speak("en"))
    assert (made.rows_to_erase, made.copies) == (2, 1)


def test_whoever_is_found_after_the_replacement_is_told_at_the_copy_too(
    register, known, put, today
):
    put(CAMILLE, PAUL, LEA)

    ref = confirmed_request(register, ASKED, today)

    assert ("contacts.csv", 3) in lines(register, ref, today)


def test_a_copy_of_the_first_of_three_versions_is_reached_through_the_second(
    register, ref, copy, put, today
):
    put(CAMILLE, PAUL, LEA)
    put(LEA, PAUL, CAMILLE)

    assert [one.id for one in list_sources(register)] == [1, 2, 3]
    assert ("contacts.csv", 3) in lines(register, ref, today)
    assert places(rescan(register, ref))[str(copy)] == (RescanStatus.STILL_THERE, [3])


def test_the_earlier_version_stays_for_its_copy_as_long_as_a_request_cites_the_row(
    register, ref, put, today
):
    put(CAMILLE, PAUL, LEA)
    later = today + timedelta(days=60)

    assert purge_due_copies(register, later) == ()

    decide(register, ref, Right.ERASURE, Decision.WITHDRAWN_BY_PERSON, later)
    close_request(register, ref, later)
    assert [one.id for one in purge_due_copies(register, later)] == [1]


def test_a_copy_imported_again_is_searched_and_told_once(
    register, ref, crm, copy, put, bring_in, today
):
    put(CAMILLE, PAUL, LEA)

    (result,) = bring_in(register, copy).files

    assert (result.status, result.rows) == ("imported", 2)
    find_person(register, ref, today)
    judge_hits(register, ref, confirm_strong=True, today=today)
    made = make_checklist(register, ref, today, speak("en"))
    assert (made.rows_to_erase, made.copies) == (2, 0)
    assert set(places(rescan(register, ref))) == {str(crm), str(copy)}


def test_a_rejected_namesake_is_spared_in_the_copy_as_well(
    register, bring_in, tmp_path, write_csv, today
):
    namesake = ["Dupont", "Camille", "c.dupont@autre.example", ""]
    crm = write_csv(tmp_path / "crm.csv", [TITLES, CAMILLE, namesake])
    copy = write_csv(tmp_path / "copy.csv", [TITLES, CAMILLE, namesake])
    bring_in(register, crm, copy)
    asked = make_criteria({"email": CAMILLE[2], "name": "Camille Dupont"})
    ref = new_request(register, [Right.ERASURE], asked, today, Channel.POST, today).request.ref
    find_person(register, ref, today)
    hits = {hit.row: hit.id for hit in view_request(register, ref, today).hits}
    judge_hits(register, ref, confirm=[hits[2]], reject=[hits[3]], today=today)

    write_csv(crm, [TITLES, PAUL, namesake, CAMILLE])
    replace(register, 1, crm, ImportOptions(), today)
    for path in (crm, copy):
        write_csv(path, [TITLES, namesake])

    assert rescan(register, ref).clean


def test_a_row_rejected_in_the_earlier_version_is_not_told_for_the_newer_ones_sake(
    register, known, crm, bring_in, write_csv, today
):
    """Both versions were found while they stood side by side: each row has its own verdict."""
    bring_in(register, write_csv(crm, [TITLES, CAMILLE, PAUL, LEA]))
    ref = new_request(register, [Right.ERASURE], ASKED, today, Channel.POST, today).request.ref
    find_person(register, ref, today)
    hits = {hit.source_id: hit.id for hit in view_request(register, ref, today).hits}
    judge_hits(register, ref, confirm=[hits[2]], reject=[hits[1]], today=today)

    replace(register, 1, crm, ImportOptions(), today)

    assert {row for _file, row in lines(register, ref, today)} == {2}


def test_the_file_put_back_is_no_duplicate_and_no_search_misses_it(
    register, known, crm, copy, put, write_csv, bring_in
):
    """Only what searches see is there already: the earlier version is not."""
    put(PAUL, LEA)
    assert search(register, ASKED).total == 0
    write_csv(crm, [TITLES, PAUL, CAMILLE])
    (seen,) = preview_paths(register, [crm], ImportOptions()).files
    assert (seen.status, seen.replaces) == ("imported", 2)
    copy.unlink()

    (result,) = bring_in(register, crm, replaces=True).files

    assert (result.status, result.replaces.replaced) == ("imported", True)
    assert search(register, ASKED).total == 1
    assert [one.is_current for one in list_sources(register)] == [False, True]


def test_content_at_a_place_of_a_copy_is_a_newer_version_of_that_list(
    register, known, copy, write_csv
):
    write_csv(copy, [TITLES, LEA])

    (seen,) = preview_paths(register, [copy], ImportOptions()).files
    assert seen.replaces == known.id


def test_the_same_newer_content_at_both_places_is_one_version_with_two_places(
    register, known, crm, copy, put, bring_in, today
):
    newer = put(PAUL, LEA).newer_id
    copy.write_bytes(crm.read_bytes())

    (result,) = bring_in(register, copy).files

    assert (result.status, result.source_id, result.is_new_place) == ("duplicate", newer, True)


@pytest.mark.parametrize("undo", [remove, lambda register, id_: undo_import(register, [id_])])
def test_undoing_brings_the_copies_back(register, ref, known, put, today, undo):
    before = lines(register, ref, today)
    newer = put(CAMILLE, PAUL, LEA).newer_id

    undo(register, newer)

    assert list_sources(register) == (known,)
    assert lines(register, ref, today) == before
    assert verify(register).sound


def test_undoing_an_import_of_two_versions_and_another_file_leaves_none(
    register, known, put, bring_in, tmp_path, write_csv
):
    put(PAUL, LEA)
    bring_in(register, write_csv(tmp_path / "other.csv", [TITLES, LEA]))

    removed = undo_import(register, [1, 2, 3])

    assert [one.source.id for one in removed] == [1, 2, 3]
    assert list_sources(register) == ()
