"""What happens when the app meets a bug: a dialog with a report that holds no personal data.

The report is allow-listed: types of exceptions, places in our own modules, versions. No message
text, no value, no path outside the app enters it, and nothing is sent anywhere.
"""

import logging
import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QThread, QtMsgType, qInstallMessageHandler, qVersion
from PySide6.QtWidgets import QApplication, QWidget

import dsr_desktop
from dsr_desktop.domain.errors import DsrError
from dsr_desktop.domain.fault import fault_lines
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.widgets.dialog import FormDialog
from dsr_desktop.gui.widgets.editors import NoteEditor
from dsr_desktop.wording.language import Tr

_LINES_SHOWN = 8
_LEVELS = {
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
    QtMsgType.QtWarningMsg: logging.INFO,
}
_log = logging.getLogger(__name__)


def crash_report(error: BaseException) -> str:
    """Describe a bug by exception types, places in our own modules and versions; never a value."""
    return "\n".join((_versions(), *fault_lines(error)))


class CrashDialog(FormDialog):
    """Says that the app failed, and offers the report to be copied."""

    def __init__(self, theme: Theme, tr: Tr, report: str, parent: QWidget | None = None) -> None:
        super().__init__(
            theme,
            tr("The app met a fault of its own"),
            verb=tr("Copy the report"),
            cancel=tr("Close"),
            sentence=tr(
                "The step may or may not have been recorded: look before you repeat it. The report "
                "below names places in the program and holds none of your data. It is sent nowhere: "
                "copy it if you want to pass it on."
            ),
            parent=parent,
        )
        self._tr = tr
        self.report = NoteEditor(report, lines=_LINES_SHOWN)
        self.report.setReadOnly(True)
        self.report.setAccessibleName(tr("Report"))
        self.add(self.report)
        self.verb_button.clicked.connect(self._copy)

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.report.toPlainText())
        self.verb_button.setText(self._tr("Copied"))


class CrashReporter:
    """Shows every bug once at a time, whichever way it comes in.

    `expected` gets the DsrErrors that nobody caught: they are sentences for the user.
    """

    def __init__(self, theme: Theme, tr: Tr, expected: Callable[[DsrError], None]) -> None:
        self.tr = tr
        self.dialog: CrashDialog | None = None
        self._theme = theme
        self._expected = expected

    def install(self) -> None:
        """Take over the exceptions of the GUI thread and the messages of Qt."""
        sys.excepthook = self._handle
        qInstallMessageHandler(self._handle_qt)

    def uninstall(self) -> None:
        """Give both back."""
        sys.excepthook = sys.__excepthook__
        qInstallMessageHandler(None)

    def show(self, error: BaseException) -> None:
        """Log the report and show it, unless one is on the screen already."""
        report = crash_report(error)
        _log.error("%s", report)
        self._show_report(report)

    def _show_report(self, report: str, *, wait: bool = False) -> None:
        if self.dialog is not None or QApplication.instance() is None:
            return
        self.dialog = CrashDialog(self._theme, self.tr, report, QApplication.activeWindow())
        self.dialog.finished.connect(self._forget)
        if wait:
            self.dialog.exec()
        else:
            self.dialog.open()

    def _forget(self, _result: int) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None

    def _handle(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        elif isinstance(error, DsrError):
            self._expected(error)
        else:
            self.show(error.with_traceback(trace))

    def _handle_qt(self, kind: QtMsgType, context: QMessageLogContext, _message: str) -> None:
        if kind not in _LEVELS:
            return
        report = f"Qt: {kind.name}, {context.category or 'default'}"
        _log.log(_LEVELS[kind], "%s", report)
        if kind is QtMsgType.QtFatalMsg and _on_gui_thread():
            self._show_report(f"{_versions()}\n{report}", wait=True)


def _versions() -> str:
    import platform  # noqa: PLC0415 - slow to load, and needed by hardly anybody

    system = f"{platform.system()} {platform.release()}"
    python = platform.python_version()
    return f"DSR Desktop {dsr_desktop.__version__}\nPython {python}, Qt {qVersion()}, {system}"


def _on_gui_thread() -> bool:
    app = QApplication.instance()
    return app is not None and QThread.currentThread() == app.thread()
