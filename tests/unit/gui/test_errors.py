"""The crash dialog: a report of types, places and versions, and never a word of anybody's data."""

import logging
import sys

import pytest
from PySide6.QtCore import QTimer, QtMsgType, qVersion, qWarning
from PySide6.QtWidgets import QApplication

import dsr_desktop
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.workdays import add_months
from dsr_desktop.gui.errors import CrashReporter, crash_report
from dsr_desktop.wording.language import speak

SENTINEL = "Zoé Sentinelle-Ostrowska"


def a_bug() -> Exception:
    """An error from one of our modules, with somebody's name in its text and in its values."""
    person = SENTINEL
    try:
        try:
            add_months(person, 1)
        except AttributeError as error:
            raise LookupError(f"no row for {person}") from error
    except LookupError as error:
        return error


@pytest.fixture
def expected():
    return []


@pytest.fixture
def reporter(theme, expected, caplog):
    reporter = CrashReporter(theme, speak("en"), expected.append)
    yield reporter
    reporter.uninstall()
    if reporter.dialog is not None:
        reporter.dialog.reject()
    caplog.get_records("call").clear()


def test_a_report_names_types_places_and_versions():
    report = crash_report(a_bug())

    assert f"DSR Desktop {dsr_desktop.__version__}" in report
    assert f"Qt {qVersion()}" in report
    assert "LookupError" in report
    assert "AttributeError" in report
    assert "dsr_desktop/domain/workdays.py:" in report


def test_a_report_holds_no_text_no_value_and_no_place_outside_the_app():
    report = crash_report(a_bug())

    assert SENTINEL not in report
    assert "no row for" not in report
    assert "test_errors" not in report
    assert str(dsr_desktop.__file__).rpartition("/")[0] not in report


def test_errors_that_refer_to_each_other_end_the_report():
    error = ValueError(SENTINEL)
    error.__context__ = error

    assert crash_report(error).count("ValueError") == 1


def test_the_dialog_shows_the_report_and_copies_it(reporter):
    reporter.show(a_bug())

    reporter.dialog.verb_button.click()

    copied = QApplication.clipboard().text()
    assert copied == reporter.dialog.report.toPlainText()
    assert "LookupError" in copied
    assert SENTINEL not in copied
    assert reporter.dialog.verb_button.text() == "Copied"


def test_the_log_gets_the_report_and_nothing_else(reporter, caplog):
    reporter.show(a_bug())

    assert "LookupError" in caplog.text
    assert SENTINEL not in caplog.text


def test_an_exception_nobody_caught_opens_the_dialog(reporter):
    reporter.install()
    bug = a_bug()

    sys.excepthook(type(bug), bug, bug.__traceback__)

    assert "dsr_desktop/domain/workdays.py:" in reporter.dialog.report.toPlainText()


def test_an_expected_error_nobody_caught_becomes_a_sentence(reporter, expected):
    reporter.install()
    error = InvalidInputError("Give another name.")

    sys.excepthook(type(error), error, None)

    assert expected == [error]
    assert reporter.dialog is None


def test_only_one_dialog_stands_at_a_time(reporter):
    reporter.show(a_bug())
    first = reporter.dialog
    reporter.show(a_bug())
    assert reporter.dialog is first

    first.reject()
    reporter.show(a_bug())

    assert reporter.dialog is not first


def test_the_report_can_be_reached_and_left_by_keyboard(reporter):
    reporter.show(a_bug())

    assert reporter.dialog.report.accessibleName() == "Report"
    assert reporter.dialog.report.tabChangesFocus()


def test_messages_of_qt_are_logged_without_their_text(reporter, caplog):
    reporter.install()
    caplog.set_level(logging.INFO)

    qWarning(f"could not open /home/nora/{SENTINEL}.csv")

    assert "QtWarningMsg" in caplog.text
    assert SENTINEL not in caplog.text


def test_a_fatal_message_of_qt_is_shown_before_the_end(reporter, qtbot):
    reporter.install()
    seen = []

    def read_and_close():
        seen.append(reporter.dialog.report.toPlainText())
        reporter.dialog.reject()

    QTimer.singleShot(0, read_and_close)
    reporter._handle_qt(QtMsgType.QtFatalMsg, Context(), SENTINEL)

    assert "QtFatalMsg" in seen[0]
    assert SENTINEL not in seen[0]


class Context:
    """What Qt tells about the place of a message."""

    category = "default"


def test_uninstalling_gives_everything_back(reporter, caplog):
    reporter.install()

    reporter.uninstall()

    assert sys.excepthook is sys.__excepthook__


def test_ctrl_c_still_ends_the_program(reporter, capsys):
    reporter.install()

    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)

    assert reporter.dialog is None
    assert "KeyboardInterrupt" in capsys.readouterr().err
    assert logging.getLogger("dsr_desktop.gui.errors").isEnabledFor(logging.ERROR)
