"""The places of a file in its details: gone for good with a reason, and taken back."""

import pytest
from PySide6.QtWidgets import QLineEdit

from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.gui.widgets.button import Button
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.services.gone_places import gone_places, say_gone
from dsr_desktop.services.searching import search
from dsr_desktop.services.sourcing import list_sources
from dsr_desktop.wording.language import speak

WHY = "shredded with the old laptop"


@pytest.fixture
def copy(lists, crm):
    path = lists / "crm copy.csv"
    path.write_bytes(crm.read_bytes())
    return path


@pytest.fixture
def known(bring_in, register, crm, copy, load):
    """The list at both of its places, each brought in on its own."""
    bring_in(register, crm)
    bring_in(register, copy)
    load()


def button(page, text, path):
    (found,) = (
        one
        for one in page.details.places.findChildren(Button)
        if one.accessibleName() == f"{text}: {path}" and one.isVisible()
    )
    return found


def texts(page):
    labels = page.details.places.findChildren(Label)
    return [one.text() for one in labels if one.isVisible()]


def test_a_file_that_was_deleted_is_said_to_be_gone_with_a_reason(
    known, page, copy, register, settle, seen, today
):
    copy.unlink()

    button(page, "Gone for good…", copy).click()
    assert page.places.dialog.windowTitle() == "Is crm copy.csv gone for good?"
    page.places.dialog.reason.setText(WHY)
    page.places.dialog.verb_button.click()
    settle()

    assert [one.reason for one in gone_places(register).values()] == [WHY]
    day = speak("en").date(today)
    assert f"Gone for good: said by Nora Vidal on {day}. Reason: {WHY}" in texts(page)
    assert list(seen.banners()) == ["crm copy.csv is gone for good"]


def test_without_a_reason_nothing_is_said(known, page, copy, register, settle):
    copy.unlink()

    button(page, "Gone for good…", copy).click()
    page.places.dialog.verb_button.click()
    settle()

    assert page.places.dialog.isVisible()
    assert gone_places(register) == {}
    page.places.dialog.reject()


def test_a_file_that_is_there_still_is_reported(known, page, crm, register, workspace, qtbot):
    button(page, "Gone for good…", crm).click()
    page.places.dialog.reason.setText(WHY)
    with qtbot.waitSignal(workspace.error_met) as signal:
        page.places.dialog.verb_button.click()

    assert "crm.csv is still there." in str(signal.args[0])
    assert gone_places(register) == {}


def test_what_was_said_is_taken_back(known, page, copy, register, load, settle, seen, today):
    copy.unlink()
    say_gone(register, copy, WHY, today)
    load()

    button(page, "It is not gone", copy).click()
    settle()

    assert gone_places(register) == {}
    assert list(seen.banners()) == ["crm copy.csv is no longer taken for gone"]
    assert button(page, "Gone for good…", copy).isVisible()


def test_of_a_file_that_was_not_read_no_place_is_gone(bring_in, register, cut_off, load, page):
    bring_in(register, cut_off)

    load()

    assert page.details.places.findChildren(QLineEdit)
    assert page.details.places.findChildren(Button) == []


# --- undone


def test_a_removed_file_stays_at_its_copy_and_the_window_says_so(
    known, page, copy, register, settle, seen, answer_question
):
    answer_question("Remove the file")

    page.details.remove_button.click()
    settle()

    (source,) = list_sources(register)
    assert source.path == str(copy)
    assert search(register, make_criteria({"email": "camille@acme.example"})).total == 1
    ((told, banner),) = seen.banners().items()
    assert told == "1 file removed, 0 rows"
    assert banner.accessibleDescription() == (
        f"{copy} has the same content and takes its place in the list: its 2 rows stay.\n"
        "The files on the disk stay as they are."
    )
    assert seen.cells()[0][0] == "crm copy.csv 2 rows"


def test_an_import_undone_whole_counts_only_the_rows_that_go(
    bring_in, register, crm, copy, lists, write_csv, load, page, settle, seen, answer_question
):
    other = write_csv(lists / "other.csv", [["Nom", "Mail"], ["Zoé", "zoe@roux.example"]])
    bring_in(register, crm, other)
    bring_in(register, copy)
    load()
    answer_question("Remove 1 row")

    page.details.undo_button.click()
    settle()

    (source,) = list_sources(register)
    assert source.path == str(copy)
    ((told, banner),) = seen.banners().items()
    assert told == "2 files removed, 1 row"
    assert "its 2 rows stay." in banner.accessibleDescription()
