"""A held row that the DPO found to be another person's passes in the next version of its list."""

from dataclasses import replace as changed
from datetime import date

import pytest

from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.held_row import HeldDecision
from dsr_desktop.domain.reading import Limits
from dsr_desktop.domain.suppression import SuppressionReason, SuppressionScope
from dsr_desktop.readers.batches import Packer
from dsr_desktop.readers.messages import FileDone, SheetBegins, StartsAgain
from dsr_desktop.readers.parts import ReadRow
from dsr_desktop.services.held_rows import decide_held_row, list_held_rows, open_held_rows
from dsr_desktop.services.importing import ImportOptions
from dsr_desktop.services.mapping import mappings_for
from dsr_desktop.services.previewing import preview_paths
from dsr_desktop.services.purging import purge_earlier_versions
from dsr_desktop.services.replacing import compare, replace
from dsr_desktop.services.screening import Screen, load_cleared, load_list
from dsr_desktop.services.searching import search
from dsr_desktop.services.sheets import SheetStore
from dsr_desktop.services.sourcing import list_sources, remove
from dsr_desktop.services.suppressing import TypedKeys, add_to_list, remove_from_list
from dsr_desktop.services.verifying import verify
from dsr_desktop.store.events import events
from dsr_desktop.store.held_rows import read_cleared_rows
from dsr_desktop.store.sources import add_source
from dsr_desktop.store.suppression import blocked_rows

pytestmark = pytest.mark.usefixtures("nothing_left_running")

DAY = date(2026, 11, 16)
SAME, OTHER = HeldDecision
TITLES = ["Nom", "Prénom", "E-mail", "Téléphone", "Note"]
ANNE = ["Roux", "Anne", "famille@roux.example", "03 87 11 22 33", "appeler tôt"]
JEAN = ["Roux", "Jean", "famille@roux.example", "03 87 11 22 33", ""]
ZOE = ["Petit", "Zoé", "zoe@bar.example", "06 55 66 77 88", ""]
LEA = ["Blanc", "Léa", "lea@blanc.example", "", ""]


@pytest.fixture
def erased(register):
    """Jean Roux had his data erased; the mailbox is his family's."""
    return put_on_list(register, SuppressionScope.ALL, emails=(JEAN[2],))


@pytest.fixture
def crm(tmp_path):
    return tmp_path / "crm.csv"


@pytest.fixture
def bring(register, bring_in, crm, write_csv):
    """Return a function that imports rows as crm.csv, in the place of what is there if so wanted."""

    def bring(*rows, path=crm, **options):
        (file,) = bring_in(register, write_csv(path, [TITLES, *rows]), **options).files
        return file

    return bring


@pytest.fixture
def anne_cleared(register, erased, bring):
    """Anne's row was held, and the DPO found that she is not Jean."""
    bring(ZOE, ANNE)
    clear(register)


def put_on_list(register, scope, **typed):
    (one,) = add_to_list(register, TypedKeys(**typed), scope, SuppressionReason.ERASURE, DAY)
    return one.entry.id


def decide(register, held, decision):
    return decide_held_row(register, held.id, decision, "asked her", DAY)


def clear(register):
    """Decide that every row that waits is another person's."""
    for held in open_held_rows(register):
        decide(register, held, OTHER)


def held_at(register):
    return [one.row for one in open_held_rows(register)]


def names(register):
    return sorted(
        hit.place.row.cells[1] for hit in search(register, make_criteria({"name": "Roux"})).hits
    )


def cleared(register):
    ids = [one.id for one in list_sources(register)]
    return read_cleared_rows(register.database, ids)


# --- the same row in a newer version


def test_it_passes_without_a_question(register, anne_cleared, bring):
    file = bring(LEA, ZOE, ANNE, replaces=True)

    assert (file.rows, file.held, file.cleared, file.replaces.replaced) == (3, 0, 1, True)
    assert list_held_rows(register) == ()
    assert names(register) == ["Anne"]
    assert verify(register).sound


def test_it_passes_though_its_note_changed(register, anne_cleared, bring):
    assert bring([*ANNE[:4], "écrire"], replaces=True).held == 0


def test_it_passes_in_the_version_after_that_too(register, anne_cleared, bring):
    bring(ANNE, ZOE, replaces=True)
    purge_earlier_versions(register, date(2027, 1, 31))
    assert bring(ANNE, LEA, replaces=True).held == 0

    purge_earlier_versions(register, date(2027, 3, 31))
    assert [one.name for one in list_sources(register)] == ["crm.csv"]
    assert bring(ZOE, LEA, ANNE, replaces=True).held == 0


def test_it_passes_when_the_dpo_replaces_the_list_by_a_file_of_another_name(
    register, anne_cleared, write_csv, tmp_path
):
    newer = write_csv(tmp_path / "december.csv", [TITLES, LEA, ANNE])

    assert compare(register, 1, newer, ImportOptions(), DAY).unchanged == 1
    assert replace(register, 1, newer, ImportOptions(), DAY).file.held == 0
    assert names(register) == ["Anne"]


def test_it_passes_in_a_file_of_the_same_name_in_another_folder(
    register, anne_cleared, bring, crm, tmp_path
):
    crm.unlink()
    (tmp_path / "december").mkdir()

    file = bring(LEA, ZOE, ANNE, path=tmp_path / "december" / "crm.csv", replaces=True)

    assert (file.held, file.replaces.replaced) == (0, True)


def test_a_preview_says_the_same(register, anne_cleared, crm, write_csv):
    write_csv(crm, [TITLES, LEA, ANNE, JEAN])

    (file,) = preview_paths(register, [crm], ImportOptions()).files

    assert (file.rows, file.held) == (2, 1)
    assert (file.changes.unchanged, file.changes.added, file.changes.removed) == (1, 1, 1)


def test_the_log_counts_it_and_names_no_value(register, anne_cleared, bring):
    file = bring(LEA, ANNE, replaces=True)

    (event,) = [one for one in events(register.database) if one.kind == "cleared_rows_passed"]
    assert event.payload == {"source": file.source_id, "sha256": file.sha256, "rows": 1}


def test_the_register_keeps_a_keyed_hash_of_it_and_no_value(register, erased, anne_cleared):
    (kept,) = cleared(register)

    assert kept.entry_id == erased
    assert len(kept.digest) == 64
    assert set(kept.digest) <= set("0123456789abcdef")


def test_a_key_of_it_that_is_listed_for_marketing_marks_it_still(register, anne_cleared, bring):
    marketing = put_on_list(register, SuppressionScope.MARKETING, phones=(ANNE[3],))

    newer = bring(ZOE, ANNE, LEA)

    assert newer.marketing_blocked == 1
    assert len(blocked_rows(register.database, marketing)) == 2, "the row of each version"


def test_what_a_first_reader_let_pass_passes_with_the_next_reader(register, anne_cleared):
    begins, rows = SheetBegins("x", hidden=False), list(Packer(Limits()).pack([
        ReadRow(1, TITLES), ReadRow(2, ZOE), ReadRow(3, ANNE)]))  # fmt: skip
    (earlier,) = list_sources(register)
    database, mappings = register.database, mappings_for(register, ())
    with database.transaction():
        newer_id = add_source(database, changed(earlier, id=None))
        screen = Screen(load_list(register), "FR", load_cleared(register, [earlier]))
        store = SheetStore(database, newer_id, mappings, screen, DAY)
        for message in (begins, *rows, StartsAgain(), begins, *rows, FileDone()):
            store.take(message)
        stored = store.finish()

    assert (stored.rows, stored.held, stored.passed) == (2, 0, 1)
    assert len(read_cleared_rows(database, [newer_id])) == 1


# --- every other row is held


@pytest.mark.parametrize(
    ("what", "row"),
    [
        ("the erased person himself", JEAN),
        ("another e-mail beside the shared one", [*ANNE[:4], "anne@roux.example"]),
        ("another phone", [*ANNE[:3], "03 87 99 99 99", ANNE[4]]),
        ("no phone any more", [*ANNE[:3], "", ANNE[4]]),
        ("no name any more", ["", "", *ANNE[2:]]),
    ],
)
def test_a_row_of_other_keys_or_of_another_name_is_held(register, anne_cleared, bring, what, row):
    bring(ZOE, row, replaces=True)

    assert held_at(register) == [3], what


def test_a_second_row_of_the_same_keys_and_name_is_held(register, anne_cleared, bring):
    bring(ANNE, ZOE, ANNE, replaces=True)
    assert held_at(register) == [4]

    clear(register)
    bring(ANNE, ANNE, replaces=True)
    assert held_at(register) == []


def test_a_row_that_is_on_the_list_for_another_key_since_is_held(register, anne_cleared, bring):
    put_on_list(register, SuppressionScope.ALL, phones=(ANNE[3],))

    bring(LEA, ANNE, replaces=True)
    assert held_at(register) == [3]

    clear(register)
    bring(ANNE, LEA, replaces=True)
    assert held_at(register) == []


def test_a_row_of_another_list_is_held(register, anne_cleared, bring, tmp_path):
    bring(LEA, ANNE, path=tmp_path / "fair.csv")

    assert held_at(register) == [3]


def test_a_row_found_to_be_the_same_person_is_held_again(register, erased, bring):
    bring(ZOE, JEAN)
    (held,) = open_held_rows(register)
    decide(register, held, SAME)

    bring(JEAN, LEA, replaces=True)

    assert held_at(register) == [2]


# --- rows of one file that nobody can tell apart


def test_two_rows_alike_pass_once_both_are_cleared(register, erased, bring):
    bring(ANNE, ZOE, ANNE)
    first, second = open_held_rows(register)
    decide(register, first, OTHER)
    assert cleared(register) == ()
    decide(register, second, OTHER)

    bring(ANNE, ANNE, ANNE, replaces=True)

    assert held_at(register) == [4]


@pytest.mark.parametrize("decisions", [(SAME, OTHER), (OTHER, SAME)])
def test_two_rows_alike_of_which_one_is_the_erased_person_are_both_held(
    register, erased, bring, decisions
):
    bring(ANNE, ZOE, ANNE)
    for held, decision in zip(open_held_rows(register), decisions, strict=True):
        decide(register, held, decision)

    bring(LEA, ANNE, ANNE, replaces=True)

    assert held_at(register) == [3, 4]


# --- how long it is remembered


def test_an_import_that_is_undone_takes_its_decisions_along(register, anne_cleared, bring):
    remove(register, 1)
    assert cleared(register) == ()

    bring(ZOE, ANNE)

    assert held_at(register) == [3]


def test_undoing_the_newer_version_leaves_the_decision_with_the_earlier(
    register, anne_cleared, bring
):
    newer = bring(ANNE, LEA, replaces=True)
    assert len(cleared(register)) == 2
    remove(register, newer.source_id)

    assert len(cleared(register)) == 1
    assert bring(LEA, ZOE, ANNE, replaces=True).held == 0


def test_an_entry_that_leaves_the_list_takes_its_decisions_along(
    register, erased, anne_cleared, bring
):
    remove_from_list(register, erased, "a mistake", DAY)
    assert cleared(register) == ()

    put_on_list(register, SuppressionScope.ALL, emails=(JEAN[2],))
    bring(LEA, ANNE, replaces=True)

    assert held_at(register) == [3]


def test_comparing_remembers_nothing(register, anne_cleared, write_csv, tmp_path):
    before = cleared(register)

    compare(register, 1, write_csv(tmp_path / "x.csv", [TITLES, ANNE]), ImportOptions(), DAY)

    assert cleared(register) == before


def test_a_decision_that_could_not_be_stored_is_not_remembered(register, erased, bring, crm):
    bring(ZOE, ANNE)
    (held,) = open_held_rows(register)

    def stop(_done, _total, _what):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        decide_held_row(register, held.id, OTHER, "asked her", DAY, progress=stop)

    assert cleared(register) == ()
    assert open_held_rows(register) == (held,)
