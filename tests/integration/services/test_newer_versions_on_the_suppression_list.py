"""A newer version of a file and the suppression list: objections survive, held rows change hands."""

from datetime import date

import pytest

from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.errors import NotFoundError
from dsr_desktop.domain.held_row import HeldDecision
from dsr_desktop.domain.suppression import SuppressionReason, SuppressionScope
from dsr_desktop.services.held_rows import decide_held_row, list_held_rows, open_held_rows
from dsr_desktop.services.importing import ImportOptions
from dsr_desktop.services.replacing import replace
from dsr_desktop.services.searching import search
from dsr_desktop.services.sourcing import list_sources, remove
from dsr_desktop.services.suppressing import TypedKeys, add_to_list, remove_from_list
from dsr_desktop.services.verifying import verify
from dsr_desktop.store.held_rows import count_open_held_rows
from dsr_desktop.store.suppression import blocked_rows

pytestmark = pytest.mark.usefixtures("nothing_left_running")

DAY = date(2026, 11, 16)
TITLES = ["Nom", "Prénom", "E-mail", "Téléphone"]
CAMILLE = ["Dupont", "Camille", "camille@acme.example", "06 12 34 56 78"]
PAUL = ["Petit", "Paul", "paul@acme.example", "06 98 76 54 32"]
LEA = ["Blanc", "Léa", "lea@blanc.example", ""]


@pytest.fixture
def crm(tmp_path):
    return tmp_path / "crm.csv"


@pytest.fixture
def first(register, crm, write_csv, bring_in):
    bring_in(register, write_csv(crm, [TITLES, CAMILLE, PAUL]))


@pytest.fixture
def replaced(register, crm, write_csv):
    """Return a function that puts a newer version in the place of the file."""

    def put(*rows):
        write_csv(crm, [TITLES, *rows])
        current = [one for one in list_sources(register) if one.is_current]
        return replace(register, current[-1].id, crm, ImportOptions(), DAY).newer_id

    return put


def put_on_list(register, scope, *, reason=SuppressionReason.OBJECTION, **typed):
    return add_to_list(register, TypedKeys(**typed), scope, reason, DAY)[0]


def object_to_marketing(register, **typed):
    return put_on_list(register, SuppressionScope.MARKETING, **typed).entry.id


def erase(register, **typed):
    return put_on_list(
        register, SuppressionScope.ALL, reason=SuppressionReason.ERASURE, **typed
    ).entry.id


def blocked(register, entry):
    """Who is not to be mailed by an entry, in the version that searches see."""
    rows = set(blocked_rows(register.database, entry))
    hits = [hit for one in (CAMILLE, PAUL, LEA) for hit in search(
        register, make_criteria({"name": f"{one[1]} {one[0]}"})).hits]  # fmt: skip
    return sorted({hit.place.row.cells[1] for hit in hits if hit.place.row.id in rows})


def positions(register):
    return [(one.source_id, one.row) for one in open_held_rows(register)]


# --- objections to marketing


def test_an_objection_stays_with_the_row_that_goes_on(register, first, replaced):
    entry = object_to_marketing(register, emails=(CAMILLE[2],))

    replaced(PAUL, LEA, CAMILLE)

    assert blocked(register, entry) == ["Camille"]


def test_an_objection_survives_though_the_row_no_longer_holds_its_key(register, first, replaced):
    entry = object_to_marketing(register, phones=(CAMILLE[3],))

    replaced([*CAMILLE[:3], "06 00 00 00 01"], PAUL)
    replaced(PAUL, [*CAMILLE[:3], ""])

    assert blocked(register, entry) == ["Camille"]


def test_an_objection_to_a_row_that_is_gone_blocks_nobody_else(register, first, replaced):
    entry = object_to_marketing(register, emails=(CAMILLE[2],))

    replaced(PAUL, ["Dupont", "Camille", "other@foo.example", ""])

    assert blocked(register, entry) == []


def test_a_row_that_the_import_itself_marked_stays_marked(register, first, replaced):
    entry = object_to_marketing(register, emails=(LEA[2],))

    replaced(PAUL, LEA)

    assert blocked(register, entry) == ["Léa"]


def test_undoing_leaves_the_objection_and_one_made_since(register, first, replaced):
    before = object_to_marketing(register, emails=(CAMILLE[2],))
    newer = replaced([*CAMILLE[:3], "06 00 00 00 01"], PAUL)
    since = object_to_marketing(register, phones=("06 00 00 00 01",))
    other = object_to_marketing(register, emails=(PAUL[2],))

    remove(register, newer)

    assert blocked(register, before) == ["Camille"]
    assert blocked(register, since) == ["Camille"], "she objected, whatever her number was"
    assert blocked(register, other) == ["Paul"]
    assert verify(register).sound


def test_an_objection_taken_back_blocks_no_version(register, first, replaced):
    entry = object_to_marketing(register, emails=(CAMILLE[2],))
    newer = replaced(CAMILLE)

    remove_from_list(register, entry, "opted in again", DAY)
    assert blocked(register, entry) == []
    remove(register, newer)

    assert blocked(register, entry) == []


def test_rows_of_earlier_versions_are_not_counted(register, first, replaced):
    replaced(CAMILLE)

    listed = put_on_list(register, SuppressionScope.MARKETING, emails=(CAMILLE[2], PAUL[2]))

    assert listed.rows == 1


# --- rows that are held back


def test_held_rows_of_the_earlier_version_go_and_those_of_the_newer_come(
    register, bring_in, crm, write_csv, replaced
):
    erase(register, emails=(CAMILLE[2],))
    bring_in(register, write_csv(crm, [TITLES, CAMILLE, PAUL]))
    assert positions(register) == [(1, 2)]

    newer = replaced(LEA, PAUL, CAMILLE)

    assert positions(register) == [(newer, 4)]
    assert search(register, make_criteria({"email": PAUL[2]})).held == 1


def test_a_held_row_that_the_newer_version_lacks_is_no_task_any_more(
    register, bring_in, crm, write_csv, replaced
):
    erase(register, emails=(CAMILLE[2],))
    bring_in(register, write_csv(crm, [TITLES, CAMILLE, PAUL]))
    (held,) = list_held_rows(register)

    newer = replaced(PAUL, LEA)

    assert list_held_rows(register) == ()
    assert count_open_held_rows(register.database) == 0
    with pytest.raises(NotFoundError):
        decide_held_row(register, held.id, HeldDecision.SAME_PERSON, "asked her", DAY)

    remove(register, newer)
    assert list_held_rows(register) == (held,)


def test_a_row_listed_since_is_held_in_the_newer_version_and_back_after_undoing(
    register, first, replaced
):
    erase(register, emails=(CAMILLE[2],))

    newer = replaced(CAMILLE, PAUL, LEA)

    assert positions(register) == [(newer, 2)]
    assert search(register, make_criteria({"email": CAMILLE[2]})).total == 0

    remove(register, newer)
    assert positions(register) == []
    assert search(register, make_criteria({"email": CAMILLE[2]})).total == 1


def test_a_held_row_decided_to_be_stored_leaves_with_the_newer_version(
    register, bring_in, crm, write_csv, replaced
):
    erase(register, emails=(CAMILLE[2],))
    bring_in(register, write_csv(crm, [TITLES, PAUL]))
    newer = replaced(PAUL, CAMILLE)
    (held,) = open_held_rows(register)

    decide_held_row(register, held.id, HeldDecision.ANOTHER_PERSON, "another Camille", DAY)
    assert search(register, make_criteria({"email": CAMILLE[2]})).total == 1
    remove(register, newer)

    assert search(register, make_criteria({"email": CAMILLE[2]})).total == 0
    assert list_held_rows(register) == ()
    assert verify(register).sound


def test_a_key_of_an_erased_person_is_not_kept_when_the_newer_version_lacks_it(
    register, first, replaced
):
    erase(register, phones=(CAMILLE[3],))

    replaced([*CAMILLE[:3], ""], [*PAUL[:3], ""])

    (camille,) = search(register, make_criteria({"email": CAMILLE[2]})).hits
    (paul,) = search(register, make_criteria({"email": PAUL[2]})).hits
    assert camille.place.row.kept == ()
    assert [one.text for one in paul.place.row.kept] == [PAUL[3]]
