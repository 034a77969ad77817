"""Cleaned copies of the lists of a request: made, proved, and never in the place of a file."""

import stat
from datetime import date

import pytest

from dsr_desktop.domain.cleaning import CleanStatus, Obstacle
from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.erasure_decisions import Choice
from dsr_desktop.domain.errors import NotAllowedError, NotFoundError
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.services.cleaning import ChosenCells, clean
from dsr_desktop.services.erasure_decisions import decide_dataset
from dsr_desktop.services.handling import new_request, view_request
from dsr_desktop.services.rescanning import rescan
from dsr_desktop.services.reviewing import find_person, judge_hits
from dsr_desktop.services.shared_cells import chosen_of, shared_cells
from dsr_desktop.services.sourcing import list_sources
from dsr_desktop.store.events import events

pytestmark = pytest.mark.usefixtures("nothing_left_running")

TITLES = ["Nom", "Prénom", "E-mail", "Téléphone", "Société"]
CAMILLE = ["Dupont", "Camille", "camille.dupont@acme.example", "06 12 34 56 78", "ACME"]
NAMESAKE = ["Dupont", "Camille", "cd@foo.example", "", "Autre SARL"]
PAUL = ["Petit", "Paul", "paul@acme.example", "06 98 76 54 32", "ACME"]
ASKED = make_criteria({"name": "Camille Dupont", "email": "camille.dupont@acme.example"})
CARDS = (
    "BEGIN:VCARD\nVERSION:3.0\nFN:Paul Petit\nEMAIL:paul@acme.example\nEND:VCARD\n"
    "BEGIN:VCARD\nVERSION:3.0\nFN:Camille Dupont\nEMAIL:camille.dupont@acme.example\nEND:VCARD\n"
)


@pytest.fixture
def lists(tmp_path):
    (tmp_path / "lists").mkdir()
    return tmp_path / "lists"


@pytest.fixture
def out(tmp_path):
    return tmp_path / "out"


@pytest.fixture
def confirmed(register, bring_in, today):
    """Bring lists in, and confirm Camille's strong hits in them."""

    def confirm(*paths):
        bring_in(register, *paths)
        view = new_request(register, [Right.ERASURE], ASKED, date(2026, 11, 2), Channel.POST, today)
        find_person(register, view.request.ref, today)
        judge_hits(register, view.request.ref, confirm_strong=True, today=today)
        return view.request.ref

    return confirm


@pytest.fixture
def crm(lists, write_csv):
    path = lists / "crm.csv"
    write_csv(path, [TITLES, CAMILLE, NAMESAKE, PAUL])
    return path


def states(result):
    return {one.path.rsplit("/", 1)[-1]: one.status for one in result.files}


def test_each_list_gets_a_clean_copy_and_stays_as_it_was(
    register, confirmed, lists, crm, out, write_xlsx
):
    write_xlsx(lists / "clients.xlsx", {"Clients": [TITLES, CAMILLE, PAUL]})
    (lists / "carnet.vcf").write_text(CARDS)
    before = {one.name: one.read_bytes() for one in lists.iterdir()}
    ref = confirmed(*sorted(lists.iterdir()))

    done = clean(register, ref, out)

    assert done.done
    assert states(done) == dict.fromkeys(before, CleanStatus.CLEAN)
    assert {one.name: one.read_bytes() for one in lists.iterdir()} == before
    assert {one.name for one in out.iterdir()} == set(before)
    assert all(stat.S_IMODE(one.stat().st_mode) == 0o600 for one in out.iterdir())
    assert (out / "carnet.vcf").read_text() == CARDS[: CARDS.index("BEGIN", 5)]


def test_a_rescan_finds_the_copies_clean(register, confirmed, crm, out):
    ref = confirmed(crm)
    clean(register, ref, out)

    crm.write_bytes((out / "crm.csv").read_bytes())

    assert rescan(register, ref).clean


def test_a_copy_never_takes_the_place_of_a_file(register, confirmed, crm, out):
    ref = confirmed(crm)
    out.mkdir()
    (out / "crm.csv").write_text("mine")

    done = clean(register, ref, out)

    assert done.files[0].copy == "crm-2.csv"
    assert (out / "crm.csv").read_text() == "mine"


def test_a_file_that_changed_since_its_import_is_left_alone(register, confirmed, crm, out):
    ref = confirmed(crm)
    crm.write_bytes(crm.read_bytes() + b"Neuf;Nina;nina@foo.example;;\n")

    assert states(clean(register, ref, out)) == {"crm.csv": CleanStatus.CHANGED}
    assert not out.exists() or not list(out.iterdir())


def test_a_file_that_is_gone_is_told_as_missing(register, confirmed, crm, out):
    ref = confirmed(crm)
    crm.unlink()

    assert states(clean(register, ref, out)) == {"crm.csv": CleanStatus.MISSING}


def test_a_kind_that_cannot_be_cleaned_is_left_to_its_owner(register, confirmed, lists, out):
    page = lists / "liste.html"
    rows = "".join(
        f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in (TITLES, CAMILLE, PAUL)
    )
    page.write_text(f"<html><body><table>{rows}</table></body></html>")

    (file,) = clean(register, confirmed(page), out).files

    assert (file.status, file.obstacle) == (CleanStatus.BY_HAND, Obstacle.FORMAT)
    assert not list(out.iterdir())


def test_chosen_cells_are_emptied_and_the_row_stays(register, confirmed, crm, out, today):
    ref = confirmed(crm)
    (hit,) = [one for one in view_request(register, ref, today).confirmed]
    cells = ChosenCells(hit.id, frozenset({1, 2, 3, 4}))

    (file,) = clean(register, ref, out, chosen=[cells]).files

    assert file.status in {CleanStatus.CLEAN, CleanStatus.EMPTIED}
    assert (out / "crm.csv").read_text().splitlines()[1] == ";;;;ACME"


def test_a_row_about_somebody_else_is_left_to_the_owner_of_the_list(
    register, confirmed, lists, out, write_csv, today
):
    path = lists / "notes.csv"
    write_csv(path, [
        ["Nom", "Prénom", "E-mail", "Note"],
        ["Petit", "Paul", "paul@acme.example", "écrire à camille.dupont@acme.example"],
        ["Dupont", "Camille", "camille.dupont@acme.example", ""],
    ])  # fmt: skip
    ref = confirmed(path)
    judge_hits(
        register, ref, confirm=[one.id for one in view_request(register, ref, today).hits],
        today=today,
    )  # fmt: skip

    (file,) = clean(register, ref, out).files

    assert file.status is CleanStatus.STILL_THERE
    assert [(one.row, one.why) for one in file.by_hand] == [(2, Obstacle.OTHERS_ROW)]
    assert [one.row for one in file.left] == [2]

    (cell,) = shared_cells(register, ref)
    assert (cell.file, cell.address) == ("notes.csv", "D2")
    (file,) = clean(register, ref, out / "again", chosen=chosen_of((cell,))).files
    assert (file.status, file.by_hand) == (CleanStatus.CLEAN, ())
    lines = (out / "again" / "notes.csv").read_text(encoding="utf-8").splitlines()
    assert lines[1:] == ["Petit;Paul;paul@acme.example;"]


def test_in_rows_of_the_person_alone_no_single_cell_is_proposed(register, confirmed, crm):
    assert shared_cells(register, confirmed(crm)) == ()


def test_cells_of_a_hit_that_is_not_the_requests_are_refused(register, confirmed, crm, out):
    ref = confirmed(crm)

    with pytest.raises(NotFoundError):
        clean(register, ref, out, chosen=[ChosenCells(999, frozenset({1}))])


def test_nothing_is_cleaned_before_a_hit_is_confirmed(register, crm, out, bring_in, today):
    bring_in(register, crm)
    view = new_request(register, [Right.ERASURE], ASKED, date(2026, 11, 2), Channel.POST, today)

    with pytest.raises(NotAllowedError):
        clean(register, view.request.ref, out)


def test_the_log_tells_of_each_copy_without_naming_anybody(register, confirmed, crm, out):
    ref = confirmed(crm)
    (file,) = clean(register, ref, out).files

    last = list(events(register.database))[-1]

    assert last.kind == "source_cleaned"
    assert last.payload["sha256_after"] == file.sha256_after
    assert "crm" not in str(last.payload)


def test_a_file_whose_rows_are_kept_by_decision_is_left_as_it_is(
    register, confirmed, lists, crm, out, write_csv, today
):
    invoices = lists / "factures.csv"
    write_csv(invoices, [TITLES, CAMILLE])
    ref = confirmed(crm, invoices)
    kept = next(one.id for one in list_sources(register) if one.path == str(invoices))
    decide_dataset(
        register, ref, kept, Choice.KEEP, today, reason_code="A17_3_b", until=date(2035, 12, 31)
    )

    done = clean(register, ref, out)

    assert states(done) == {"crm.csv": CleanStatus.CLEAN, "factures.csv": CleanStatus.KEPT}
    assert done.done
    assert [one.name for one in out.iterdir()] == ["crm.csv"]
