"""Reading the lists again: erased means erased (checklist step E12)."""

import hashlib
import os
from datetime import date

import pytest

from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.errors import CancelledError, NotAllowedError
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.services.handling import new_request, view_request
from dsr_desktop.services.rescanning import last_rescan, rescan
from dsr_desktop.services.reviewing import find_person, judge_hits
from dsr_desktop.services.sourcing import list_sources
from dsr_desktop.store.events import events
from dsr_desktop.store.sources import remove_source

pytestmark = pytest.mark.usefixtures("nothing_left_running")

TITLES = ["Nom", "Prénom", "E-mail", "Téléphone", "Société", "Inscrit le", "Id"]
CAMILLE = [
    "Dupont",
    "Camille",
    "camille.dupont@acme.example",
    "06 12 34 56 78",
    "ACME",
    "2024-09-01",
    "7",
]
NAMESAKE = ["Dupont", "Camille", "cd@foo.example", "", "Autre SARL", "2024-09-01", "8"]
COLLEAGUE = ["Petit", "Paul", "paul@acme.example", "06 98 76 54 32", "ACME", "2024-09-01", "9"]
NEWSLETTER = [["E-mail"], ["CAMILLE.DUPONT@acme.example"], ["paul@acme.example"]]
ASKED = make_criteria({"name": "Camille Dupont", "email": "camille.dupont@acme.example"})


@pytest.fixture
def crm(tmp_path):
    return tmp_path / "crm.csv"


@pytest.fixture
def newsletter(tmp_path):
    return tmp_path / "newsletter.xlsx"


@pytest.fixture
def ref(register, crm, newsletter, write_csv, write_xlsx, bring_in, today):
    """An erasure request with its strong hits, one in each list, confirmed."""
    write_csv(crm, [TITLES, CAMILLE, NAMESAKE, COLLEAGUE])
    write_xlsx(newsletter, {"Abonnés": NEWSLETTER})
    bring_in(register, crm, newsletter)
    view = new_request(register, [Right.ERASURE], ASKED, date(2026, 11, 2), Channel.POST, today)
    find_person(register, view.request.ref, today)
    judge_hits(register, view.request.ref, confirm_strong=True, today=today)
    return view.request.ref


def states(result):
    return {one.path.rsplit("/", 1)[-1]: one.status for one in result.sources}


def left(result, name="crm.csv"):
    (source,) = [one for one in result.sources if one.path.endswith(name)]
    return {(one.sheet, one.row): one.what for one in source.left}


# --- still there


def test_untouched_lists_still_hold_the_person(register, ref):
    result = rescan(register, ref)

    assert states(result) == {"crm.csv": "still_there", "newsletter.xlsx": "still_there"}
    assert not result.clean
    assert left(result) == {("crm", 2): ("email", "phone", "identifier", "name")}
    assert left(result, "newsletter.xlsx") == {("Abonnés", 2): ("email",)}


def test_hashes_prove_which_copy_was_read(register, ref, crm, write_csv):
    before = hashlib.sha256(crm.read_bytes()).hexdigest()
    write_csv(crm, [TITLES, NAMESAKE, COLLEAGUE])

    source = rescan(register, ref).sources[0]

    assert source.sha256_before == before
    assert source.sha256_after == hashlib.sha256(crm.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("row", "what"),
    [
        (["", "", "camille.dupont@acme.example", "", "", "", ""], ("email", "name")),
        (["", "", "", "+33612345678", "", "", ""], ("phone",)),
        (["DUPONT", "Camille", "", "", "", "", ""], ("name",)),
        (["x", "x", "", "", "ACME", "2024-09-01", "7"], ("identifier",)),
        (["", "", "", "", "", "", "", "ancienne adresse : Camille.Dupont@ACME.example"], ("email", "name")),
    ],
)  # fmt: skip
def test_whatever_is_left_of_the_person_is_found_wherever_it_moved(
    register, ref, crm, write_csv, row, what
):
    write_csv(crm, [TITLES, COLLEAGUE, NAMESAKE, row])

    assert left(rescan(register, ref)) == {("crm", 4): what}


# --- clean


def test_lists_from_which_the_rows_were_removed_are_clean(register, ref, crm, newsletter, write_csv, write_xlsx):  # fmt: skip
    write_csv(crm, [TITLES, NAMESAKE, COLLEAGUE])
    write_xlsx(newsletter, {"Abonnés": [NEWSLETTER[0], NEWSLETTER[2]]})

    result = rescan(register, ref)

    assert result.clean
    assert [one.left for one in result.sources] == [(), ()]


def test_a_namesake_nobody_judged_does_not_count(register, ref, crm, write_csv):
    write_csv(crm, [TITLES, NAMESAKE])

    assert left(rescan(register, ref)) == {}


def test_a_rejected_namesake_does_not_count(register, ref, crm, write_csv, today):
    hits = {hit.row: hit for hit in view_request(register, ref, today).hits if hit.file == str(crm)}
    judge_hits(register, ref, reject=[hits[3].id], today=today)
    write_csv(crm, [TITLES, COLLEAGUE, NAMESAKE])

    assert left(rescan(register, ref)) == {}


def test_a_confirmed_namesake_does_count(register, ref, crm, write_csv, today):
    hits = {hit.row: hit for hit in view_request(register, ref, today).hits if hit.file == str(crm)}
    judge_hits(register, ref, confirm=[hits[3].id], today=today)
    write_csv(crm, [TITLES, COLLEAGUE, NAMESAKE])

    assert left(rescan(register, ref)) == {("crm", 3): ("email", "identifier", "name")}


def test_colleagues_who_share_company_and_dates_do_not_count(register, ref, crm, write_csv):
    write_csv(crm, [TITLES, COLLEAGUE, [*COLLEAGUE[:2], "", "", "ACME", "2024-09-01", "10"]])

    assert left(rescan(register, ref)) == {}


def test_an_emptied_row_is_clean(register, ref, crm, write_csv):
    write_csv(crm, [TITLES, [""] * 7, NAMESAKE, COLLEAGUE])

    assert states(rescan(register, ref))["crm.csv"] == "clean"


@pytest.mark.parametrize("content", [b"", b"Nom;E-mail\n", b"\n\n"])
def test_an_emptied_list_is_clean(register, ref, crm, content):
    crm.write_bytes(content)

    assert states(rescan(register, ref))["crm.csv"] == "clean"


def test_a_list_saved_in_another_form_under_its_name_is_read_by_its_content(
    register, ref, newsletter, write_csv
):
    write_csv(newsletter, [["E-mail", "Ville"], ["paul@acme.example", "Metz"]], encoding="utf-16")

    assert states(rescan(register, ref))["newsletter.xlsx"] == "clean"


# --- not known


def test_a_list_that_is_gone_is_missing_and_that_is_not_clean(register, ref, crm, newsletter, write_xlsx):  # fmt: skip
    crm.unlink()
    write_xlsx(newsletter, {"Abonnés": [NEWSLETTER[0]]})

    result = rescan(register, ref)

    assert states(result) == {"crm.csv": "missing", "newsletter.xlsx": "clean"}
    assert result.sources[0].sha256_after is None
    assert not result.clean


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"%PDF-1.7", b"x" * 40_000])
def test_a_list_that_cannot_be_read_is_not_clean_and_the_next_one_is_read(
    register, ref, crm, content
):
    crm.write_bytes(content)

    result = rescan(register, ref)

    assert states(result) == {"crm.csv": "unreadable", "newsletter.xlsx": "still_there"}
    assert not result.clean


def test_without_a_confirmed_hit_there_is_nothing_to_look_for(register, ref, today):
    hits = [hit.id for hit in view_request(register, ref, today).hits]
    judge_hits(register, ref, reject=hits, today=today)

    with pytest.raises(NotAllowedError, match=f"{ref} has no confirmed hit"):
        rescan(register, ref)


def test_only_lists_with_a_confirmed_hit_are_read(register, ref, newsletter, today):
    hits = view_request(register, ref, today).hits
    judge_hits(
        register, ref, reject=[hit.id for hit in hits if hit.file == str(newsletter)], today=today
    )

    assert states(rescan(register, ref)) == {"crm.csv": "still_there"}


# --- on record


def test_what_was_found_is_on_record(register, ref, crm, write_csv):
    assert last_rescan(register, ref) is None
    rescan(register, ref)
    write_csv(crm, [TITLES, NAMESAKE, COLLEAGUE])
    result = rescan(register, ref)

    assert last_rescan(register, ref) == result
    last = list(events(register.database, ref))[-1]
    assert last.kind == "sources_read_again"
    assert last.payload == {
        "clean": False,
        "sha256": {"1": result.sources[0].sha256_after, "2": result.sources[1].sha256_after},
        "copies": {},
    }


def test_progress_names_the_lists_and_a_stop_leaves_no_record(register, ref):
    seen = []

    def stop_at_the_second(done, total, what):
        seen.append((done, total, what))
        if done == 1:
            raise CancelledError("stopped")

    with pytest.raises(CancelledError):
        rescan(register, ref, progress=stop_at_the_second)

    assert list(dict.fromkeys(seen)) == [(0, 2, "crm.csv"), (1, 2, "newsletter.xlsx")]
    assert last_rescan(register, ref) is None


def test_the_lists_themselves_are_never_changed(register, ref, crm, newsletter):
    before = crm.read_bytes(), newsletter.read_bytes()

    rescan(register, ref)

    assert (crm.read_bytes(), newsletter.read_bytes()) == before


def test_a_list_whose_import_was_removed_is_named_and_never_counts_as_clean(
    register, ref, crm, newsletter
):
    """Its rows are gone from the register: nothing is left to compare the file with."""
    with register.database.transaction():
        for source in list_sources(register):
            remove_source(register.database, source.id)

    result = rescan(register, ref)

    assert {one.path: one.status for one in result.sources} == {
        str(crm): "unreadable",
        str(newsletter): "unreadable",
    }
    assert not result.clean


def test_what_was_found_still_names_the_file_once_its_import_is_removed(register, ref):
    result = rescan(register, ref)

    with register.database.transaction():
        for source in list_sources(register):
            remove_source(register.database, source.id)

    assert last_rescan(register, ref) == result


# --- cells that are left


WIDE = ["Nom", "Prénom", "E-mail", "Note", "Date de naissance", "Adresse"]
HERS = ["Dupont", "Camille", "camille@acme.example", "asthme", "12/03/1980", "3 rue Haute, Metz"]
NEXT = ["Martin", "Paul", "paul@acme.example", "", "", "3 rue Haute, Metz"]


@pytest.fixture
def wide(register, bring_in, write_csv, tmp_path, today):
    """A list with a confirmed row; returns its path and the request's reference."""
    path = tmp_path / "wide.csv"
    bring_in(register, write_csv(path, [WIDE, HERS, NEXT]))
    asked = make_criteria({"email": "camille@acme.example"})
    ref = new_request(register, [Right.ERASURE], asked, today, Channel.WEB_FORM, today).request.ref
    find_person(register, ref, today)
    ids = [hit.id for hit in view_request(register, ref, today).hits]
    judge_hits(register, ref, confirm=ids, today=today)
    return path, ref


@pytest.mark.parametrize(
    ("rows", "state"),
    [
        ([["", "", "", "asthme", "12/03/1980", ""], NEXT], "still_there"),
        ([NEXT, ["", "", "", *HERS[3:]]], "still_there"),
        ([NEXT], "clean"),
        ([["", "", "", "", "", "3 rue Haute, Metz"], NEXT], "clean"),
        ([[""] * 6, NEXT], "clean"),
    ],
    ids=["note and birth date", "half of it at the end", "row gone", "one cell", "emptied"],
)
def test_a_row_of_which_cells_are_left_is_not_clean(register, wide, write_csv, rows, state):
    path, ref = wide

    write_csv(path, [WIDE, *rows])

    assert states(rescan(register, ref))["wide.csv"] == state


@pytest.mark.skipif(os.name != "posix", reason="pipes of POSIX systems")
def test_a_pipe_or_a_giant_in_place_of_the_file_is_not_waited_for(register, ref, crm, newsletter):
    crm.unlink()
    os.mkfifo(crm)
    with newsletter.open("wb") as file:
        file.truncate(10**12)

    assert states(rescan(register, ref)) == {
        "crm.csv": "unreadable", "newsletter.xlsx": "unreadable",
    }  # fmt: skip
