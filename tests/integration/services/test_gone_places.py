"""A place whose file is gone for good: said with a reason, told by re-scans, taken back."""

import os
from datetime import date

import openpyxl
import pypdfium2
import pytest

from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError, NotFoundError
from dsr_desktop.domain.next_step import done_so_far
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.services.checklists import make_checklist, write_checklist
from dsr_desktop.services.gone_places import gone_places, say_gone, take_back_gone
from dsr_desktop.services.handling import new_request, view_request
from dsr_desktop.services.history import history
from dsr_desktop.services.importing import ImportOptions, import_paths
from dsr_desktop.services.rescanning import last_rescan, rescan
from dsr_desktop.services.reviewing import find_person, judge_hits
from dsr_desktop.services.source_views import view_sources
from dsr_desktop.services.sourcing import remove
from dsr_desktop.services.verifying import verify
from dsr_desktop.store.events import events
from dsr_desktop.wording.language import speak

pytestmark = pytest.mark.usefixtures("nothing_left_running")

TITLES = ["Nom", "E-mail"]
CAMILLE = ["Camille Dupont", "camille@acme.example"]
PAUL = ["Paul Petit", "paul@acme.example"]
ASKED = make_criteria({"email": CAMILLE[1]})
WHY = "Hugo shredded the old laptop"
TODAY = date(2026, 11, 16)


@pytest.fixture
def crm(tmp_path, write_csv):
    return write_csv(tmp_path / "crm.csv", [TITLES, CAMILLE, PAUL])


@pytest.fixture
def copy(tmp_path, crm):
    path = tmp_path / "laptop" / "crm.csv"
    path.parent.mkdir()
    path.write_bytes(crm.read_bytes())
    return path


@pytest.fixture
def ref(register, bring_in, crm, copy, today):
    """A request for erasure with its hit confirmed, in a list that lies at two places."""
    bring_in(register, crm, copy)
    return confirmed(register, today)


def confirmed(register, today):
    ref = new_request(register, [Right.ERASURE], ASKED, today, Channel.POST, today).request.ref
    find_person(register, ref, today)
    ids = [hit.id for hit in view_request(register, ref, today).hits]
    judge_hits(register, ref, confirm=ids, today=today)
    return ref


@pytest.fixture
def gone(ref, crm, copy, register, today, write_csv):
    """The copy is gone and said to be; nothing of the person is left in the list itself."""
    copy.unlink()
    write_csv(crm, [TITLES, PAUL])
    return say_gone(register, copy, WHY, today)


def states(result):
    return {one.path: one.status for one in result.sources}


def kinds(register, ref=None):
    return [one.kind for one in events(register.database, ref)]


def is_done(register, ref):
    return bool(done_so_far(history(register, ref)).clean_sources)


def test_a_missing_file_that_is_gone_for_good_keeps_no_request_from_being_clean(
    register, ref, crm, copy, write_csv, today
):
    write_csv(crm, [TITLES, PAUL])
    copy.unlink()
    assert states(rescan(register, ref)) == {str(crm): "clean", str(copy): "missing"}

    said = say_gone(register, copy, f"  {WHY} ", today)

    assert [(one.path, one.reason, one.said_on, one.said_by) for one in said.places] == [
        (str(copy), WHY, TODAY, "Nora Vidal")
    ]
    assert said.requests == (ref,), "its last reading found the file missing"
    assert not last_rescan(register, ref).clean, "until the sources are read again"
    result = rescan(register, ref)
    assert states(result) == {str(crm): "clean", str(copy): "gone"}
    assert (result.clean, result.sources[1].gone) == (True, said.places[0])
    assert last_rescan(register, ref) == result
    assert is_done(register, ref)
    assert verify(register).sound


def test_the_events_name_things_and_neither_path_nor_reason(register, ref, gone):
    rescan(register, ref)

    told = {one.kind: one.payload for one in events(register.database)}
    assert told["place_gone"] == {"place": 1, "sources": [1]}
    assert told["sources_read_again"]["gone"] == [1]
    assert "laptop" not in str(told)


def test_a_file_that_is_there_is_not_gone(register, ref, copy, today):
    with pytest.raises(NotAllowedError, match=r"crm\.csv is still there"):
        say_gone(register, copy, WHY, today)

    assert gone_places(register) == {}


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root opens every folder")
def test_a_folder_that_cannot_be_opened_may_hold_the_file(register, ref, copy, today):
    copy.parent.chmod(0)
    try:
        with pytest.raises(NotAllowedError, match="may still be there"):
            say_gone(register, copy, WHY, today)
    finally:
        copy.parent.chmod(0o700)


def test_a_name_that_no_disk_takes_may_hold_the_file(register, ref, copy, today):
    """The folder cannot be looked into, as one of somebody else's cannot."""
    endless = copy.parent / ("x" * 300) / "crm.csv"
    register.database.connection.execute("UPDATE source_copy SET path = ?", (str(endless),))

    with pytest.raises(NotAllowedError, match="may still be there: its folder cannot be opened"):
        say_gone(register, endless, WHY, today)


@pytest.mark.parametrize("reason", ["", "  \n ", "x" * 10_000])
def test_without_a_reason_nothing_is_said(register, ref, copy, today, reason):
    copy.unlink()

    with pytest.raises(InvalidInputError, match="A reason has between 1 and"):
        say_gone(register, copy, reason, today)

    assert gone_places(register) == {}


def test_a_place_that_no_file_came_from_is_told(register, ref, tmp_path, today):
    with pytest.raises(NotFoundError, match=r"No file of the register came from .*other\.csv"):
        say_gone(register, tmp_path / "other.csv", WHY, today)


def test_what_was_said_is_not_said_twice(register, gone, copy, today):
    with pytest.raises(NotAllowedError, match=r"crm\.csv was already said to be gone"):
        say_gone(register, copy, "once more", today)

    assert [one.reason for one in gone_places(register).values()] == [WHY]


def test_a_place_is_known_however_it_is_written(register, ref, copy, today):
    copy.unlink()

    said = say_gone(register, copy.parent / "." / "x" / ".." / "crm.csv", WHY, today)

    assert [one.path for one in said.places] == [str(copy)]
    assert [one.path for one in take_back_gone(register, copy).places] == [str(copy)]


def test_the_folder_may_be_gone_as_well(register, ref, copy, today):
    copy.unlink()
    copy.parent.rmdir()
    say_gone(register, copy, WHY, today)
    copy.parent.write_text("a file of that name")

    assert states(rescan(register, ref))[str(copy)] == "gone"


# --- taken back


def test_what_was_said_can_be_taken_back(register, ref, gone, crm, copy):
    rescan(register, ref)
    assert is_done(register, ref)

    taken_back = take_back_gone(register, copy)

    assert (taken_back.places, taken_back.requests) == (gone.places, (ref,))
    assert gone_places(register) == {}
    assert kinds(register)[-2:] == ["place_not_gone", "reading_overtaken"]
    assert kinds(register, ref)[-1] == "reading_overtaken"
    assert not is_done(register, ref), "the reading relied on it"
    assert states(last_rescan(register, ref)) == {str(crm): "clean", str(copy): "missing"}
    assert states(rescan(register, ref))[str(copy)] == "missing"
    assert verify(register).sound


def test_who_said_and_took_back_stays_in_the_register(register, gone, copy, today):
    take_back_gone(register, copy)
    say_gone(register, copy, "really gone", today)

    rows = register.database.connection.execute(
        "SELECT reason, said_by, taken_back_by FROM gone_place ORDER BY id"
    ).fetchall()
    assert rows == [(WHY, "Nora Vidal", "Nora Vidal"), ("really gone", "Nora Vidal", None)]


def test_what_was_not_said_cannot_be_taken_back(register, ref, copy):
    with pytest.raises(NotFoundError, match="is not said to be gone"):
        take_back_gone(register, copy)


def test_a_file_that_a_rescan_finds_again_is_read_and_not_gone(
    register, ref, gone, copy, write_csv, today
):
    other = confirmed(register, today)
    rescan(register, other)
    write_csv(copy, [TITLES, CAMILLE])

    result = rescan(register, ref)

    assert states(result)[str(copy)] == "still_there"
    assert gone_places(register) == {}
    assert not is_done(register, other), "its reading relied on what turned out wrong"
    copy.unlink()
    assert states(rescan(register, ref))[str(copy)] == "missing"


def test_a_file_that_an_import_finds_again_is_not_gone(register, ref, gone, crm, copy, write_csv):
    rescan(register, ref)
    write_csv(copy, [TITLES, CAMILLE, PAUL])

    (file,) = import_paths(register, [copy], ImportOptions(), TODAY).files

    assert (file.status, file.is_new_place) == ("duplicate", False)
    assert gone_places(register) == {}
    assert kinds(register, ref)[-1] == "reading_overtaken"


def test_an_import_that_does_not_find_it_leaves_what_was_said(register, gone, crm, copy):
    import_paths(register, [crm, copy], ImportOptions(), TODAY)

    assert set(gone_places(register)) == {str(copy)}


def test_closed_requests_are_left_as_they_are(register, ref, gone, copy, today):
    rescan(register, ref)
    register.database.connection.execute("UPDATE request SET status = 'closed'")

    assert take_back_gone(register, copy).requests == ()
    assert "reading_overtaken" not in kinds(register)


# --- told elsewhere


def test_the_files_say_which_of_their_places_are_gone(register, gone):
    (view,) = view_sources(register)

    assert view.gone == gone.places


def test_what_was_said_goes_with_the_last_file_of_the_place(
    register, bring_in, crm, today, decrypted
):
    bring_in(register, crm)
    crm.unlink()
    say_gone(register, crm, WHY, today)

    remove(register, 1)

    assert gone_places(register) == {}
    assert b"shredded" not in decrypted(register.path)


def test_a_checklist_asks_nothing_of_a_file_that_is_gone_and_says_so(register, ref, gone, today):
    checklist = make_checklist(register, ref, today, speak("en"))

    assert {line.file for line in checklist.lines} == {checklist.lines[0].file}
    assert checklist.rows_to_erase == 1
    (told,) = checklist.gone
    assert (told.file, told.rows, told.said) == ("laptop/crm.csv", 1, gone.places[0])


def test_a_checklist_lists_a_file_that_is_there_again(register, ref, gone, copy, write_csv, today):
    write_csv(copy, [TITLES, CAMILLE])

    checklist = make_checklist(register, ref, today, speak("en"))

    assert (checklist.rows_to_erase, checklist.gone) == (2, ())


def test_both_documents_state_it_even_if_nothing_is_left_to_erase(
    register, ref, gone, crm, tmp_path, today
):
    crm.unlink()
    say_gone(register, crm, "moved to the new system", today)

    made = write_checklist(register, ref, tmp_path / "out", today, speak("en"))

    assert (made.checklist.lines, made.checklist.rows_to_erase) == ((), 0)
    printed = pypdfium2.PdfDocument(made.pdf)[0].get_textpage().get_text_range()
    for words in (" ".join(printed.split()), text_of(made.xlsx)):
        assert "2 files are gone for good: nothing is to be erased there." in words
        assert f"Said by Nora Vidal on {speak('en').date(TODAY)}. Reason: {WHY}" in words
        assert "Reason: moved to the new system" in words
    made_event = next(one for one in events(register.database) if one.kind == "checklist_made")
    assert made_event.payload["gone"] == [2, 1]


def text_of(path):
    book = openpyxl.load_workbook(path)
    return " ".join(str(cell) for sheet in book for row in sheet.values for cell in row if cell)
