"""Rows held back of a file that lies at several places: each is named, any of them is read again."""

from datetime import date

import pytest

from dsr_desktop.domain.errors import NotAllowedError
from dsr_desktop.domain.held_row import HeldContent, HeldDecision
from dsr_desktop.domain.suppression import SuppressionReason, SuppressionScope
from dsr_desktop.services.held_rows import decide_held_row, open_held_rows
from dsr_desktop.services.source_views import view_sources
from dsr_desktop.services.suppressing import TypedKeys, add_to_list

pytestmark = pytest.mark.usefixtures("nothing_left_running")

DAY = date(2026, 11, 16)
HEADER = ["Nom", "Prénom", "E-mail"]
ANNE = ["Roux", "Anne", "famille@roux.example"]
ZOE = ["Petit", "Zoé", "zoe@bar.example"]
PAUL = ["Blanc", "Paul", "paul@bar.example"]


@pytest.fixture(autouse=True)
def _listed(register):
    typed = TypedKeys(emails=("famille@roux.example",))
    add_to_list(register, typed, SuppressionScope.ALL, SuppressionReason.ERASURE, DAY)


@pytest.fixture
def crm(register, bring_in, write_csv, tmp_path):
    path = write_csv(tmp_path / "crm.csv", [HEADER, ZOE, ANNE])
    bring_in(register, path)
    return path


@pytest.fixture
def copy(register, bring_in, crm, tmp_path):
    path = tmp_path / "old list.csv"
    path.write_bytes(crm.read_bytes())
    bring_in(register, path)
    return path


def store(register, held):
    return decide_held_row(register, held.id, HeldDecision.ANOTHER_PERSON, "another Anne", DAY)


def test_a_held_row_names_the_copies_of_its_file(register, crm, copy):
    (held,) = open_held_rows(register)

    assert (held.path, held.copies) == (str(crm), (str(copy),))
    assert held.content is HeldContent.ONLY


@pytest.mark.parametrize("rest", [[ZOE], []], ids=["beside others", "alone in its sheet"])
def test_a_row_is_read_from_a_copy_when_the_file_is_gone(
    register, bring_in, write_csv, tmp_path, rest
):
    places = [write_csv(tmp_path / name, [HEADER, *rest, ANNE]) for name in ("a.csv", "b.csv")]
    for path in places:
        bring_in(register, path)
    places[0].unlink()
    (held,) = open_held_rows(register)

    assert store(register, held).is_cleared
    (view,) = view_sources(register)
    assert [(sheet.name, sheet.row_count) for sheet in view.sheets] == [("a", len(rest) + 1)]


def test_a_row_is_read_from_a_copy_when_the_file_changed(register, crm, copy):
    crm.write_bytes(copy.read_bytes() + b"Blanc,Paul,paul@bar.example\n")
    (held,) = open_held_rows(register)

    assert store(register, held).is_cleared


def test_without_the_content_at_any_place_nothing_is_stored(register, crm, copy):
    crm.unlink()
    copy.write_text("other", encoding="utf-8")
    held = open_held_rows(register)

    with pytest.raises(NotAllowedError, match="is not where it was imported from"):
        store(register, held[0])
    assert open_held_rows(register) == held


def test_the_row_in_a_copy_still_waits_when_the_file_has_a_newer_version(
    register, bring_in, write_csv, crm, copy
):
    bring_in(register, write_csv(crm, [HEADER, ZOE, ANNE, PAUL]))

    held = open_held_rows(register)
    assert [one.copies for one in held] == [(str(copy),), ()]
    assert [one.content for one in held] == [HeldContent.EARLIER, HeldContent.LATEST]


def test_without_a_copy_the_row_of_the_newer_content_waits_alone(
    register, bring_in, write_csv, crm
):
    bring_in(register, write_csv(crm, [HEADER, ZOE, ANNE, PAUL]))

    (held,) = open_held_rows(register)
    assert held.content is HeldContent.LATEST
    assert held.source_id == max(view.source.id for view in view_sources(register))


def test_once_a_newer_version_took_the_place_there_is_one_content_only(
    register, bring_in, write_csv, crm
):
    bring_in(register, write_csv(crm, [HEADER, ZOE, ANNE, PAUL]), replaces=True)

    assert [one.content for one in open_held_rows(register)] == [HeldContent.ONLY]
