"""A newer version of a file whose columns were given a meaning, or left out, by the DPO."""

from datetime import date

import pytest

from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.hit import Verdict
from dsr_desktop.domain.mapping import ColumnChoice
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.services.handling import new_request, view_request
from dsr_desktop.services.importing import ImportOptions
from dsr_desktop.services.previewing import preview_paths
from dsr_desktop.services.replacing import compare, replace
from dsr_desktop.services.rescanning import rescan
from dsr_desktop.services.reviewing import find_person, judge_hits
from dsr_desktop.services.searching import search
from dsr_desktop.services.sourcing import list_sources, remove
from dsr_desktop.services.verifying import verify

pytestmark = pytest.mark.usefixtures("nothing_left_running")

DAY = date(2026, 11, 16)
TITLES = ["Nom", "E-mail", "Infos", "Stand"]
CAMILLE = ["Camille Dupont", "camille@acme.example", "asthme", "K-4711"]
PAUL = ["Paul Petit", "paul@acme.example", "veut être rappelé", "K-4712"]
LEA = ["Léa Blanc", "lea@blanc.example", "", "K-4713"]
ASKED = {"email": CAMILLE[1]}
SKIP = ColumnChoice(skip=True, reason="not needed")


@pytest.fixture
def crm(tmp_path, write_csv):
    return write_csv(tmp_path / "crm.csv", [TITLES, CAMILLE, PAUL])


@pytest.fixture
def chosen(register, tmp_path, write_csv):
    """Return a function that gives import options with choices for columns below these titles."""

    def choose(titles=TITLES, **columns):
        sample = write_csv(tmp_path / "sample.csv", [titles, ["x@sample.example"] * len(titles)])
        (file,) = preview_paths(register, [sample], ImportOptions()).files
        mapping = file.sheets[0].mapping({int(key[1:]): one for key, one in columns.items()})
        return ImportOptions(mappings=(mapping,))

    return choose


@pytest.fixture
def put(register, crm, write_csv):
    """Return a function that writes a newer version and lets it take the place of the list."""

    def put_(*rows, options=None, titles=TITLES):
        write_csv(crm, [titles, *rows])
        current = [one for one in list_sources(register) if one.is_current]
        return replace(register, current[-1].id, crm, options or ImportOptions(), DAY)

    return put_


def confirmed(register):
    request = new_request(
        register, [Right.ACCESS], make_criteria(ASKED), DAY, Channel.POST, DAY
    ).request
    find_person(register, request.ref, DAY)
    judge_hits(register, request.ref, confirm_strong=True, today=DAY)
    return request.ref


def row_of(register, **criteria):
    (hit,) = search(register, make_criteria(criteria or ASKED)).hits
    return hit.place.row


def test_a_remembered_meaning_holds_in_the_newer_version(register, bring_in, chosen, crm, put):
    meaning = chosen(c4=ColumnChoice(Field.IDENTIFIER))
    bring_in(register, crm, mappings=meaning.mappings)

    put(PAUL, CAMILLE, LEA)

    (hit,) = search(register, make_criteria({"identifier": "K-4711"})).hits
    assert (hit.grade.level, hit.place.row.n) == ("probable", 3)


def test_a_column_that_the_newer_import_skips_is_not_kept(register, bring_in, chosen, crm, put):
    bring_in(register, crm)
    ref = confirmed(register)

    difference = put(CAMILLE, PAUL, LEA, options=chosen(c3=SKIP)).difference

    assert (difference.unchanged, difference.changed, difference.blanked) == (2, 0, 0)
    assert row_of(register).kept == ()
    assert search(register, make_criteria({"text": "asthme"})).total == 0
    (hit,) = view_request(register, ref, DAY).hits
    assert hit.verdict is Verdict.CONFIRMED, "the file has her row as it was"


def test_what_was_kept_before_goes_with_a_column_that_is_skipped(
    register, bring_in, chosen, crm, put
):
    bring_in(register, crm)
    put([*CAMILLE[:2], "", CAMILLE[3]], PAUL)
    assert [one.text for one in row_of(register).kept] == ["asthme"]

    put([*CAMILLE[:2], "", CAMILLE[3]], PAUL, LEA, options=chosen(c3=SKIP))

    assert row_of(register).kept == ()


def test_a_remembered_skip_holds_in_the_newer_version_too(register, bring_in, chosen, crm, put):
    bring_in(register, crm, mappings=chosen(c3=SKIP).mappings)

    difference = put(CAMILLE, [*PAUL[:2], "autre chose", PAUL[3]], LEA).difference

    assert (difference.unchanged, difference.added) == (2, 1)
    assert row_of(register).all_cells == (*CAMILLE[:2], "", CAMILLE[3])


def test_a_column_that_was_skipped_before_opens_no_verdict_again(
    register, bring_in, chosen, crm, put
):
    bring_in(register, crm, mappings=chosen(c3=SKIP).mappings)
    ref = confirmed(register)

    put(PAUL, CAMILLE, options=chosen(c3=ColumnChoice(reason="agreed")))

    (hit,) = view_request(register, ref, DAY).hits
    assert (hit.verdict, hit.row) == (Verdict.CONFIRMED, 3)
    assert row_of(register).cells[2] == "asthme"


def test_other_changes_beside_a_skipped_column_count(register, bring_in, chosen, crm, write_csv):
    bring_in(register, crm)
    options = chosen(c3=SKIP)
    write_csv(crm, [TITLES, [*CAMILLE[:3], ""], PAUL])

    difference = compare(register, 1, crm, options, DAY)

    (changed,) = difference.sheets[0].changed
    assert [tuple(one) for one in changed.cells] == [(4, 4, "blanked")]


def test_a_skipped_column_is_known_by_its_title_when_columns_move(
    register, bring_in, chosen, crm, put
):
    bring_in(register, crm)
    moved = [[row[at] for at in (2, 0, 1, 3)] for row in (TITLES, CAMILLE, PAUL)]

    difference = put(*moved[1:], titles=moved[0], options=chosen(moved[0], c1=SKIP)).difference

    assert (difference.unchanged, difference.changed) == (2, 0)


def test_a_rescan_finds_what_stands_in_a_skipped_column_of_the_newer_version(
    register, bring_in, chosen, crm, put, write_csv
):
    bring_in(register, crm)
    put(CAMILLE, PAUL, LEA, options=chosen(c3=SKIP))
    ref = confirmed(register)
    write_csv(crm, [TITLES, ["", "", "asthme", ""], PAUL, LEA])

    assert not rescan(register, ref).clean

    write_csv(crm, [TITLES, PAUL, LEA])
    assert rescan(register, ref).clean


def test_undoing_brings_back_what_the_newer_import_skipped(register, bring_in, chosen, crm, put):
    bring_in(register, crm)
    newer = put(CAMILLE, PAUL, LEA, options=chosen(c3=SKIP)).newer_id

    remove(register, newer)

    assert row_of(register).cells == tuple(CAMILLE)
    assert verify(register).sound
