"""What is said of all files of an import: policy, retention, encoding, and what is filled in again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from dsr_desktop.gui.pages.files.preview.questions import EncodingQuestion
from dsr_desktop.gui.pages.files.views import ActivityChoice
from dsr_desktop.services.register import LONGEST_DETAIL
from dsr_desktop.services.sourcing import list_sources
from dsr_desktop.wording.encodings import encoding_label
from dsr_desktop.wording.language import speak

KEY = Qt.Key
POLICY, RETENTION = "4 March 2026", "3 years after the last contact"
HUGO = {
    "supplied_by": "Hugo Perrin", "activity": "PA2", "channel": "trade fair",
    "policy_version": POLICY, "retention": RETENTION,
}  # fmt: skip


@pytest.fixture
def pane(page):
    return page.import_pane


@pytest.fixture
def more(pane):
    return pane.about.more


@pytest.fixture
def earlier(register, bring_in, write_csv, lists, load):
    """A list that Hugo supplied before, with all that was said of it."""
    bring_in(register, write_csv(lists / "old.csv", [["Mail"], ["old@b.example"]]), **HUGO)
    load()


def choose_encoding(more, encoding):
    """Choose it by arrows, as a user without a mouse."""
    more.encoding.setFocus()
    wanted = more.encoding.findText(encoding_label(speak("en"), encoding))
    assert wanted > 0
    while more.encoding.currentIndex() != wanted:
        down = more.encoding.currentIndex() < wanted
        QTest.keyClick(more.encoding, KEY.Key_Down if down else KEY.Key_Up)


def first_name(pane):
    return pane.file.table.rows.data(pane.file.table.rows.index(1, 0))


def asked(pane):
    return [one for one in pane.findChildren(EncodingQuestion) if not one.isHidden()]


# --- policy and retention


def test_policy_and_retention_are_kept_with_each_file(
    page, pane, more, register, crm, settle, seen
):
    page.start_import([crm])
    more.policy_version.setText(f" {POLICY} ")
    more.retention.setText(RETENTION)
    page.primary.click()
    settle()

    (source,) = list_sources(register)
    assert (source.policy_version, source.retention) == (POLICY, RETENTION)
    assert {f"Privacy policy: {POLICY}", f"Retention rule: {RETENTION}"} <= seen.facts()


def test_left_open_they_are_not_said(page, register, crm, settle, seen):
    page.start_import([crm])
    page.primary.click()
    settle()

    (source,) = list_sources(register)
    assert (source.policy_version, source.retention) == (None, None)
    assert not any("policy" in fact or "Retention" in fact for fact in seen.facts())


def test_what_few_imports_need_is_folded_away(page, more, crm):
    page.start_import([crm])

    assert not more.is_open
    assert not more.policy_version.isVisible()


def test_it_unfolds_by_keyboard_and_the_next_stop_is_inside(page, more, crm):
    page.start_import([crm])
    line = more.findChild(QAbstractButton)
    line.setFocus()
    QTest.keyClick(line, KEY.Key_Return)
    QTest.keyClick(line, KEY.Key_Tab)

    assert more.policy_version.hasFocus()
    assert [one.accessibleName() for one in (more.policy_version, more.retention, more.encoding)] == [
        "Policy version", "Retention rule", "Encoding of texts",
    ]  # fmt: skip


def test_a_text_that_is_too_long_is_not_taken(page, pane, more, register, crm, settle):
    page.start_import([crm])
    for editor in (pane.supplied_by, pane.channel, more.policy_version, more.retention):
        editor.setText("x" * (LONGEST_DETAIL + 1))
    page.primary.click()
    settle()

    (source,) = list_sources(register)
    assert source.retention == "x" * LONGEST_DETAIL


def test_a_second_preparation_has_everything_folded_and_empty_again(page, more, crm):
    page.start_import([crm])
    more.set_open(True)
    more.policy_version.setText(POLICY)

    page.start_import([crm])

    assert (more.is_open, more.policy_version.text()) == (False, "")


def test_an_activity_that_was_chosen_stays_chosen_when_others_come_or_go(page, pane, crm):
    page.start_import([crm])
    pane.activity.setCurrentIndex(2)
    words = pane.activity.currentText()
    first, chosen = ActivityChoice("PA0", "PA0 · Recruitment"), ActivityChoice("PA2", words)

    pane.show_activities([first, ActivityChoice("PA1", "PA1 · Sales"), chosen])
    assert (pane.activity.currentText(), pane.answers().activity) == (words, "PA2")

    pane.show_activities([first])
    assert pane.answers().activity == ""


# --- filled in again


@pytest.mark.usefixtures("earlier")
def test_a_known_supplier_fills_in_what_was_said_last_time(
    page, pane, more, register, crm, settle, seen
):
    page.start_import([crm])
    QTest.keyClicks(pane.supplied_by, "hugo perrin")

    assert f"{POLICY} · {RETENTION}" in seen.said(), "it is said though it is folded"
    assert pane.supplied_by.accessibleDescription() == "Filled in as last time"
    assert pane.collected_on.text() == "", "each import has a day of its own"
    page.primary.click()
    settle()

    source = list_sources(register)[-1]
    assert (source.activity, source.channel) == ("PA2", "trade fair")
    assert (source.policy_version, source.retention) == (POLICY, RETENTION)


@pytest.mark.usefixtures("earlier")
def test_ones_own_words_are_never_filled_over(page, pane, more, crm):
    page.start_import([crm])
    pane.channel.setText("web form")
    pane.activity.setCurrentText("PA3 · Service delivery")

    pane.supplied_by.setText("Hugo Perrin")

    assert (pane.channel.text(), pane.activity.currentText()) == (
        "web form", "PA3 · Service delivery",
    )  # fmt: skip
    assert more.retention.text() == RETENTION


@pytest.mark.usefixtures("earlier")
def test_nothing_said_of_one_supplier_stays_for_another(page, pane, more, crm):
    page.start_import([crm])
    pane.supplied_by.setText("Hugo Perrin")

    pane.supplied_by.setText("Lina Roy")

    assert (pane.channel.text(), pane.activity.currentIndex()) == ("", 0)
    assert (more.policy_version.text(), more.retention.text()) == ("", "")
    assert pane.supplied_by.accessibleDescription() == "Who gave you the files"


@pytest.mark.usefixtures("earlier")
def test_what_was_said_before_is_offered(page, pane, more, crm):
    page.start_import([crm])

    assert pane.supplied_by.offered == ["Hugo Perrin"]
    assert pane.channel.offered == ["trade fair"]
    assert (more.policy_version.offered, more.retention.offered) == ([POLICY], [RETENTION])


def test_a_working_copy_says_nothing_for_the_next_list(
    page, pane, register, bring_in, write_csv, lists, load, crm
):
    copy = write_csv(lists / "copy.csv", [["Mail"], ["old@b.example"]])
    bring_in(register, copy, kind="copy", **HUGO)
    load()

    page.start_import([crm])
    pane.supplied_by.setText("Hugo Perrin")

    assert pane.channel.text() == ""


# --- the encoding of all texts


def test_an_encoding_for_all_texts_answers_each_question_and_is_imported(
    page, pane, more, register, doubtful, settle
):
    page.start_import([doubtful])
    assert first_name(pane) == "Bréhat Éloïse"
    more.set_open(True)

    choose_encoding(more, "cp1250")

    assert first_name(pane) == "Bréhat Éloďse"
    assert pane.draft.waiting == ()
    page.primary.click()
    settle()
    assert list_sources(register)[0].encoding == "cp1250"


def test_the_question_of_a_file_shows_the_encoding_that_was_chosen_for_all(
    page, pane, more, doubtful, settle
):
    page.start_import([doubtful])
    choose_encoding(more, "cp1250")
    settle()

    (question,) = asked(pane)
    checked = [one.accessibleName() for one in question.findChildren(QAbstractButton)
               if one.isCheckable() and one.isChecked()]  # fmt: skip
    assert checked == ["Windows, Central Europe (cp1250)"]


def test_the_question_of_a_file_goes_before_the_choice_for_all(page, pane, more, doubtful):
    page.start_import([doubtful])
    pane.file.encoding_chosen.emit(doubtful, "cp1252")

    choose_encoding(more, "cp1250")

    assert first_name(pane) == "Bréhat Éloïse"


def test_going_back_asks_again(page, pane, more, doubtful):
    page.start_import([doubtful])
    choose_encoding(more, "cp1250")
    while more.encoding.currentIndex():
        QTest.keyClick(more.encoding, KEY.Key_Up)

    assert pane.draft.waiting
    assert first_name(pane) == "Bréhat Éloïse"
    assert not pane.draft.has_answers


def test_an_encoding_for_files_that_hold_no_text_reads_nothing_again(
    page, pane, more, workspace, lists, write_xlsx, rows
):
    page.start_import([write_xlsx(lists / "clients.xlsx", {"Clients": rows})])
    begun = []
    workspace.jobs.started.connect(begun.append)

    choose_encoding(more, "cp1250")

    assert begun == []
    assert pane.draft.encoding == "cp1250"


def test_a_text_that_tells_its_encoding_is_left_alone(page, pane, more, lists, write_csv):
    page.start_import([write_csv(lists / "utf8.csv", [["Nom", "Mail"], ["Éloïse", "e@x.example"]])])
    pane.list.look_at(lists / "utf8.csv")

    choose_encoding(more, "cp1250")

    assert first_name(pane) == "Éloïse"
