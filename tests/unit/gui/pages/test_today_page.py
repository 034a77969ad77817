"""The Today page: first steps in an empty register, then real figures, deadlines, next steps."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from dsr_desktop.domain.clock import DeadlineStatus, Pause, PauseReason
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.held_row import HeldDecision
from dsr_desktop.domain.identity import IdentityMethod, IdentityResult
from dsr_desktop.domain.request import Channel, Decision, Right
from dsr_desktop.domain.suppression import SuppressionReason, SuppressionScope
from dsr_desktop.domain.workdays import add_months
from dsr_desktop.gui.pages.today.page import TodayPage
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.gui.widgets.button import Button
from dsr_desktop.gui.widgets.cells import LOOK_ROLE
from dsr_desktop.gui.widgets.count_tile import CountTile
from dsr_desktop.gui.widgets.drop_zone import DropZone
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.services.clocking import pause_clock, record_identity
from dsr_desktop.services.closing import close_request
from dsr_desktop.services.handling import decide, mark_sent, new_request, view_request
from dsr_desktop.services.held_rows import decide_held_row, open_held_rows
from dsr_desktop.services.reviewing import find_person, judge_hits
from dsr_desktop.services.suppressing import TypedKeys, add_to_list, renew_entry


@pytest.fixture
def page(workspace, open_page):
    return open_page(TodayPage(workspace))


@pytest.fixture
def ask(register, today):
    """Return a function that records a request received some days ago and gives its reference."""

    def ask(name="Camille Dupont", *, days_ago=3, right=Right.ERASURE):
        received = today - timedelta(days=days_ago)
        criteria = Criteria(name=(name,), email=("camille.dupont@acme.example",))
        channel = Channel.EMAIL_DPO
        return new_request(register, [right], criteria, received, channel, today).request.ref

    return ask


@pytest.fixture
def lists(register, bring_in, write_csv, tmp_path):
    """One list that holds the person."""
    rows = [["Nom", "Mail"], ["Camille Dupont", "camille.dupont@acme.example"]]
    bring_in(register, write_csv(tmp_path / "crm.csv", rows))


def pause(register, ref, today):
    record_identity(
        register, ref, today, doubt="another address", method=IdentityMethod.CODE_TO_KNOWN_CHANNEL,
        result=IdentityResult.PENDING,
    )  # fmt: skip
    pause_clock(register, ref, Pause(PauseReason.IDENTITY, today), today)


def tiles(page):
    return [tile.accessibleName() for tile in page.findChildren(CountTile) if tile.isVisible()]


def steps(page):
    model = page.steps.model()
    return [model.data(model.index(row, 0)) for row in range(model.rowCount())]


def reminders(page):
    model = page.reminders.model()
    return [model.data(model.index(row, 0)) for row in range(model.rowCount())]


def deadlines(page):
    model = page.deadlines.model()
    return [
        [model.data(model.index(row, column)) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def button(page, text):
    return next(b for b in page.findChildren(Button) if b.text() == text and b.isVisible())


def test_an_empty_register_shows_two_steps_and_no_zeros(page):
    assert page.first_steps.isVisible()
    assert tiles(page) == []
    assert "Two steps to start" in said(page)
    assert "0 of 2 done" in said(page)
    assert page.primary.text() == "Import files…"


def test_the_first_step_is_done_once_there_is_a_file(lists, page):
    assert page.first_steps.isVisible()
    assert "1 of 2 done" in said(page)


def test_the_steps_lead_on(page, workspace, qtbot, tmp_path):
    with qtbot.waitSignal(workspace.import_wanted) as signal:
        page.findChild(DropZone).dropped.emit([tmp_path])
    assert signal.args == [[tmp_path]]

    with qtbot.waitSignal(workspace.import_wanted) as signal:
        QTest.keyClick(page.findChild(DropZone), Qt.Key.Key_Return)
    assert signal.args == [[]]

    with qtbot.waitSignal(workspace.new_request_wanted):
        button(page, "New request…").click()


def test_counts_are_those_of_the_register(ask, register, today, page, load):
    ask(days_ago=40)
    ask(days_ago=28)
    waiting = ask(days_ago=2)
    pause(register, waiting, today)

    load()

    assert tiles(page) == [
        "1 Past the deadline",
        "1 Due within 7 days",
        "3 Open requests",
        "1 Waiting",
    ]


def test_closed_requests_do_not_count(ask, register, today, page, load):
    ref = ask()
    decide(register, ref, Right.ERASURE, Decision.WITHDRAWN_BY_PERSON, today)
    close_request(register, ref, today)

    load()

    assert "0 Open requests" in tiles(page)
    assert deadlines(page) == []


def test_deadlines_come_in_order_with_their_chips(ask, page, load):
    ask("Zoé Later", days_ago=1)
    ask("Jean Soon", days_ago=28)

    load()

    rows = deadlines(page)
    assert [row[1] for row in rows] == ["Jean Soon", "Zoé Later"]
    assert rows[0][2:4] == ["Erasure", "New"]
    look = page.deadlines.model().index(0, 4).data(LOOK_ROLE)
    assert look.chip.text == rows[0][4]
    assert "days left" in look.chip.text


@pytest.mark.parametrize("how", ["double click", "enter"])
def test_a_deadline_opens_its_request(ask, page, workspace, qtbot, how, load):
    ref = ask()
    load()
    table = page.deadlines
    table.selectRow(0)

    with qtbot.waitSignal(workspace.request_wanted) as signal:
        if how == "enter":
            QTest.keyClick(table, Qt.Key.Key_Return)
        else:
            spot = table.visualRect(table.model().index(0, 1)).center()
            QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
            QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    assert signal.args == [ref]


def test_a_next_step_opens_its_request(ask, page, workspace, qtbot, load):
    ref = ask()
    load()
    page.steps.setCurrentIndex(page.steps.model().index(0, 0))

    with qtbot.waitSignal(workspace.request_wanted) as signal:
        QTest.keyClick(page.steps, Qt.Key.Key_Return)

    assert signal.args == [ref]


def test_the_first_step_is_chosen_for_whoever_works_by_keys(ask, page, workspace, qtbot, load):
    ref = ask()
    load()
    page.take_focus()
    load()

    with qtbot.waitSignal(workspace.request_wanted) as signal:
        QTest.keyClick(page.steps, Qt.Key.Key_Return)
    assert signal.args == [ref]


def test_what_waits_for_the_person_comes_after_what_is_yours(ask, register, today, page, load):
    waiting = ask("Wanda Waiting", days_ago=20)
    pause(register, waiting, today)
    ask("Yuri Yours", days_ago=2)

    load()

    assert [words.partition(" · ")[2] for words in steps(page)] == ["Yuri Yours", "Wanda Waiting"]
    assert steps(page)[1].startswith("Wait for the person's answer")


def test_an_erasure_that_nobody_verified_comes_before_the_answer(
    lists, ask, register, today, page, load
):
    ref = ask()
    find_person(register, ref, today)
    judge_hits(register, ref, confirm_strong=True, today=today)
    decide(register, ref, Right.ERASURE, Decision.GRANTED, today)

    load()

    assert steps(page)[0].startswith("Write the erasure checklist")


def test_an_answered_request_has_no_next_deadline(ask, register, today, page, load):
    answered, _open = ask("Zoé Answered", days_ago=40), ask("Jean Open", days_ago=2)
    find_person(register, answered, today)
    decide(register, answered, Right.ERASURE, Decision.NO_DATA, today)
    mark_sent(register, answered, today, Channel.EMAIL_DPO, today)

    load()

    assert [row[1] for row in deadlines(page)] == ["Jean Open"]
    assert "2 Open requests" in tiles(page)


def test_a_late_request_says_so(ask, register, today, page, load):
    ref = ask(days_ago=40)
    assert view_request(register, ref, today).status is DeadlineStatus.OVERDUE
    decide(register, ref, Right.ERASURE, Decision.GRANTED, today)

    load()

    assert steps(page)[0].startswith("Send the late answer")


def test_an_unread_file_is_named_with_its_reason(
    register, bring_in, tmp_path, page, workspace, qtbot, load
):
    (tmp_path / "fair.xlsx").write_bytes(b"PK\x03\x04 cut off")
    bring_in(register, tmp_path / "fair.xlsx")

    load()

    banner = page.notices.findChild(Banner)
    assert banner.accessibleName() == "fair.xlsx was not read"
    assert "damaged or cut off" in banner.accessibleDescription()
    with qtbot.waitSignal(workspace.page_wanted) as signal:
        banner.buttons[0].click()
    assert signal.args == ["files"]


def test_a_file_read_in_part_is_named_with_what_was_left_out(
    register, bring_in, tmp_path, page, load, write_partly_readable
):
    bring_in(register, write_partly_readable(tmp_path / "fair.xlsx"))

    load()

    banner = page.notices.findChild(Banner)
    assert banner.accessibleName() == "fair.xlsx was read in part"
    assert "printed pages" in banner.accessibleDescription()
    assert banner.accessibleDescription().endswith(
        "A person in what was not read would be missing from every search."
    )


@pytest.fixture
def held(register, bring_in, write_csv, tmp_path, today):
    """Two rows of one erased person, held back in a new list."""
    typed = TypedKeys(("camille.dupont@acme.example",))
    add_to_list(register, typed, SuppressionScope.ALL, SuppressionReason.ERASURE, today)
    mail = "camille.dupont@acme.example"
    bring_in(
        register, write_csv(tmp_path / "fair.csv", [["Nom", "Mail"], ["A", mail], ["B", mail]])
    )


def test_an_erased_person_found_again_is_a_task_even_without_a_request(held, page, load):
    load()

    assert not page.first_steps.isVisible()
    assert steps(page) == [
        "Erased person found again in fair.csv, row 2: tell its owner, fair.csv · fair · row 2",
        "Erased person found again in fair.csv, row 3: tell its owner, fair.csv · fair · row 3",
    ]


def test_rows_of_two_contents_of_a_file_do_not_read_alike(
    held, register, bring_in, write_csv, tmp_path, page, load
):
    copy = tmp_path / "copy.csv"
    copy.write_bytes((tmp_path / "fair.csv").read_bytes())
    bring_in(register, copy)
    mail = "camille.dupont@acme.example"
    bring_in(
        register,
        write_csv(tmp_path / "fair.csv", [["Nom", "Mail"], ["A", mail], ["C", "c@b.example"]]),
    )
    load()

    assert [text.rsplit(": tell", 1)[1].split(", ", 1)[1] for text in steps(page)] == [
        f"row 2 · earlier content, imported on 16 November 2026, at {copy}",
        f"row 3 · earlier content, imported on 16 November 2026, at {copy}",
        "row 2 · latest content, imported on 16 November 2026",
    ]


def test_the_task_stands_before_the_steps_of_requests_and_leads_to_its_file(
    held, ask, register, page, load, workspace, qtbot
):
    ref = ask()
    load()

    assert [text.split(",")[0] for text in steps(page)] == [
        "Erased person found again in fair.csv", "Erased person found again in fair.csv",
        "Search for the person",
    ]  # fmt: skip
    with qtbot.waitSignal(workspace.file_wanted) as signal:
        page.steps.row_opened.emit(page.steps.model().index(0, 0))
    assert signal.args == [open_held_rows(register)[0].source_id]
    with qtbot.waitSignal(workspace.request_wanted) as signal:
        page.steps.row_opened.emit(page.steps.model().index(2, 0))
    assert signal.args[0] == ref


def test_the_task_is_gone_once_the_row_is_decided_on(held, register, page, load, today):
    for row in open_held_rows(register):
        decide_held_row(register, row.id, HeldDecision.SAME_PERSON, "same mail", today)
    load()

    assert steps(page) == []
    assert page.first_steps.isVisible()


def test_the_state_line_says_date_and_size(lists, page):
    assert "Monday 16 November 2026 · 1 file, 1 row" in said(page)
    assert date(2026, 11, 16).isoweekday() == 1


def said(page):
    return [label.text() for label in page.findChildren(Label) if label.isVisible()]


# --- the suppression list


def test_entries_of_the_suppression_list_that_are_due_are_one_task(
    register, page, load, today, workspace, qtbot
):
    for number, months in enumerate((36, 37, 35)):
        add_to_list(
            register, TypedKeys((f"p{number}@acme.example",)), SuppressionScope.MARKETING,
            SuppressionReason.OBJECTION, add_months(today, -months),
        )  # fmt: skip
    load()

    (task,) = reminders(page)
    assert task == (
        "2 entries of the suppression list are due for review: do they stay?, "
        "Keep or remove each in Settings."
    )
    with qtbot.waitSignal(workspace.suppression_wanted):
        page.reminders.row_opened.emit(page.reminders.model().index(0, 0))


def test_what_is_due_on_the_suppression_list_stands_beside_the_requests(
    register, ask, page, load, today
):
    ask()
    add_to_list(
        register, TypedKeys(("p@acme.example",)), SuppressionScope.ALL, SuppressionReason.ERASURE,
        add_months(today, -36),
    )  # fmt: skip
    load()

    assert [step.split(",")[0] for step in steps(page)] == ["Search for the person"]
    assert [one.split(":")[0] for one in reminders(page)] == [
        "1 entry of the suppression list is due for review"
    ]


def test_an_entry_that_was_renewed_is_no_task(register, page, load, today):
    (listed,) = add_to_list(
        register, TypedKeys(("p@acme.example",)), SuppressionScope.ALL, SuppressionReason.ERASURE,
        add_months(today, -36),
    )  # fmt: skip
    renew_entry(register, listed.entry.id, "still needed", today)
    load()

    assert steps(page) == []
