"""Reading every place of a file again: the person is gone only when she is gone from each."""

from datetime import date

import pytest

from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.errors import NotAllowedError
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.services.handling import new_request, view_request
from dsr_desktop.services.rescanning import last_rescan, rescan
from dsr_desktop.services.reviewing import find_person, judge_hits
from dsr_desktop.services.sourcing import list_sources
from dsr_desktop.store.events import events
from dsr_desktop.store.sources import remove_source

pytestmark = pytest.mark.usefixtures("nothing_left_running")

TITLES = ["Nom", "Prénom", "E-mail", "Note", "Date de naissance", "Adresse"]
HERS = ["Dupont", "Camille", "camille@acme.example", "asthme", "12/03/1980", "3 rue Haute, Metz"]
NEXT = ["Martin", "Paul", "paul@acme.example", "", "", "3 rue Haute, Metz"]
ASKED = make_criteria({"email": "camille@acme.example"})


@pytest.fixture
def crm(tmp_path, write_csv):
    return write_csv(tmp_path / "crm.csv", [TITLES, HERS, NEXT])


@pytest.fixture
def copy(lay_copy, crm):
    return lay_copy(crm, "crm (2).csv")


@pytest.fixture
def confirm_all(register, today):
    """Return a function that looks for the person again and confirms what is found."""

    def confirm(ref):
        find_person(register, ref, today)
        ids = [hit.id for hit in view_request(register, ref, today).hits]
        judge_hits(register, ref, confirm=ids, today=today)

    return confirm


@pytest.fixture
def ref(register, bring_in, crm, copy, today, confirm_all):
    """An erasure request with its one hit confirmed, in a list that lies at two places."""
    bring_in(register, crm)
    bring_in(register, copy)
    view = new_request(register, [Right.ERASURE], ASKED, date(2026, 11, 2), Channel.POST, today)
    confirm_all(view.request.ref)
    return view.request.ref


def states(result):
    return {one.path.rsplit("/", 1)[-1]: one.status for one in result.sources}


def test_each_place_has_a_result_and_all_must_be_clean(register, ref, crm, copy, write_csv):
    result = rescan(register, ref)
    assert states(result) == {"crm.csv": "still_there", "crm (2).csv": "still_there"}
    assert [one.path for one in result.sources] == [str(crm), str(copy)]

    write_csv(crm, [TITLES, NEXT])
    result = rescan(register, ref)
    assert states(result) == {"crm.csv": "clean", "crm (2).csv": "still_there"}
    assert not result.clean

    write_csv(copy, [TITLES, NEXT])
    result = rescan(register, ref)
    assert states(result) == {"crm.csv": "clean", "crm (2).csv": "clean"}
    assert result.clean
    assert last_rescan(register, ref) == result


def test_the_hashes_of_each_place_are_its_own(register, ref, copy, write_csv):
    write_csv(copy, [TITLES, NEXT])

    own, other = rescan(register, ref).sources

    assert own.sha256_before == own.sha256_after == other.sha256_before
    assert other.sha256_after not in {other.sha256_before, None}
    assert list(events(register.database, ref))[-1].payload == {
        "clean": False,
        "sha256": {"1": own.sha256_after},
        "copies": {"1": [other.sha256_after]},
    }


def test_a_copy_that_is_gone_from_the_disk_is_missing(register, ref, crm, copy, write_csv):
    write_csv(crm, [TITLES, NEXT])
    copy.unlink()

    result = rescan(register, ref)

    assert states(result) == {"crm.csv": "clean", "crm (2).csv": "missing"}
    assert (result.sources[1].sha256_after, result.clean) == (None, False)


def test_a_copy_that_holds_another_list_by_now_is_read_and_searched(register, ref, copy, write_csv):
    write_csv(copy, [["Ville", "Mail"], ["Metz", "x@acme.example"], ["Metz", HERS[2]]])

    (_own, other) = rescan(register, ref).sources

    assert (other.status, [(one.row, one.what) for one in other.left]) == (
        "still_there", [(3, ("email",))],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "state"),
    [
        ([["", "", "", "asthme", "12/03/1980", ""], NEXT], "still_there"),
        ([NEXT, ["", "", "", *HERS[3:]]], "still_there"),
        ([["", "", "", "", "", "3 rue Haute, Metz"], NEXT], "clean"),
    ],
    ids=["note and birth date", "half of it at the end", "one cell"],
)
def test_cells_left_in_a_copy_of_another_name_are_found_as_in_the_file_itself(
    register, ref, crm, copy, write_csv, rows, state
):
    """A text file names its sheet after itself: the copy's has another name."""
    for path in (crm, copy):
        write_csv(path, [TITLES, *rows])

    result = rescan(register, ref)

    assert set(states(result).values()) == {state}
    left = {one.sheet for source in result.sources for one in source.left}
    assert left == ({"crm", "crm (2)"} if state == "still_there" else set())


def test_a_sheet_of_a_copied_workbook_keeps_its_name(
    register, bring_in, tmp_path, write_xlsx, today, confirm_all
):
    book = write_xlsx(tmp_path / "Clients.xlsx", {"Clients": [TITLES, HERS, NEXT], "Autres": [TITLES, NEXT]})  # fmt: skip
    copied = tmp_path / "Autres.xlsx"
    copied.write_bytes(book.read_bytes())
    bring_in(register, book, copied)
    view = new_request(register, [Right.ERASURE], ASKED, today, Channel.POST, today)
    confirm_all(view.request.ref)
    left = [["", "", "", "asthme", "12/03/1980", ""], NEXT]
    for path in (book, copied):
        write_xlsx(path, {"Clients": [TITLES, *left], "Autres": [TITLES, NEXT]})

    result = rescan(register, view.request.ref)

    assert [[(one.sheet, one.row) for one in source.left] for source in result.sources] == [
        [("Clients", 2)], [("Clients", 2)],
    ]  # fmt: skip

    somebody_new = ["Neuf", "Anne", "anne@acme.example", "asthme", "12/03/1980", ""]
    for path in (book, copied):
        write_xlsx(path, {"Clients": [TITLES, NEXT], "Autres": [TITLES, somebody_new]})
    assert rescan(register, view.request.ref).clean, "another sheet, though named as its file"


def test_a_mention_is_looked_for_in_each_place(
    register, bring_in, tmp_path, write_csv, today, confirm_all
):
    rows = [["Nom", "E-mail", "Note"], ["Zoé Roux", "zoe@acme.example", "amie de camille@acme.example"]]  # fmt: skip
    for name in ("a.csv", "b.csv"):
        write_csv(tmp_path / name, rows)
    bring_in(register, tmp_path / "a.csv", tmp_path / "b.csv")
    view = new_request(register, [Right.ERASURE], ASKED, today, Channel.POST, today)
    confirm_all(view.request.ref)
    write_csv(tmp_path / "a.csv", [rows[0], [*rows[1][:2], ""]])

    assert states(rescan(register, view.request.ref)) == {"a.csv": "clean", "b.csv": "still_there"}


def test_one_place_of_two_imports_is_one_result_that_knows_both(
    register, ref, bring_in, copy, write_csv, confirm_all
):
    """The copy's place holds a newer list by now, which was brought in too."""
    newer = ["Dupont", "C.", "camille@acme.example", "diabète", "", "9 quai Bas, Nancy"]
    write_csv(copy, [TITLES, newer, NEXT])
    bring_in(register, copy)
    confirm_all(ref)

    result = rescan(register, ref)
    assert states(result) == {"crm.csv": "still_there", "crm (2).csv": "still_there"}
    assert len(result.sources) == 2

    write_csv(copy, [TITLES, ["", "", "", *newer[3:]], NEXT])
    assert states(rescan(register, ref))["crm (2).csv"] == "still_there"

    write_csv(copy, [TITLES, ["", "", "", *HERS[3:]], NEXT])
    assert states(rescan(register, ref))["crm (2).csv"] == "still_there"

    write_csv(copy, [TITLES, NEXT])
    result = rescan(register, ref)
    assert states(result) == {"crm.csv": "still_there", "crm (2).csv": "clean"}
    assert last_rescan(register, ref) == result


def test_progress_counts_and_names_every_place(register, ref):
    seen = []

    rescan(register, ref, progress=lambda *call: seen.append(call))

    assert list(dict.fromkeys(seen)) == [(0, 2, "crm.csv"), (1, 2, "crm (2).csv")]


def test_a_place_brought_in_while_the_files_are_read_is_not_passed_over(
    register, ref, bring_in, crm, tmp_path
):
    third = tmp_path / "third.csv"
    third.write_bytes(crm.read_bytes())

    def bring_in_meanwhile(_done, _total, _what):
        bring_in(register, third)

    with pytest.raises(NotAllowedError, match=f"copy of a file of {ref} was brought in"):
        rescan(register, ref, progress=bring_in_meanwhile)

    assert last_rescan(register, ref) is None
    assert len(rescan(register, ref).sources) == 3


def test_of_a_removed_import_only_its_own_place_is_named(register, ref, crm):
    with register.database.transaction():
        for source in list_sources(register):
            remove_source(register.database, source.id)

    result = rescan(register, ref)

    assert [(one.path, one.status) for one in result.sources] == [(str(crm), "unreadable")]
