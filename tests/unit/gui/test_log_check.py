"""The event log is looked at once a register is open (R-LOG-1)."""

import pytest

from dsr_desktop.gui.jobs import AtOnce, Jobs
from dsr_desktop.gui.log_check import check_log_of
from dsr_desktop.gui.workspace import Workspace
from dsr_desktop.wording.language import speak


@pytest.fixture
def workspace(qapp, register, theme, today):
    return Workspace(register, speak("en"), theme, Jobs({"ahead": AtOnce()}), lambda: today)


def told(workspace, qapp):
    said = []
    workspace.notice_given.connect(lambda *one: said.append(one))
    check_log_of(workspace)
    qapp.processEvents()
    return said


def test_a_log_that_holds_is_not_spoken_of(workspace, qapp):
    assert told(workspace, qapp) == []


def test_r_log_1_a_log_that_was_changed_is_told_when_the_window_opens(workspace, qapp):
    connection = workspace.register.database.connection
    connection.execute("DROP TRIGGER event_no_update")
    connection.execute("UPDATE event SET actor = 'x' WHERE seq = 1")

    ((matter, sentence),) = told(workspace, qapp)

    assert matter == "log"
    assert "no longer holds from event 1 on. Do not go on" in sentence
