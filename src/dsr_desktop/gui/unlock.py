"""Asks for the passphrase of a register."""

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit

from dsr_desktop.gui.file_choice import choose_register
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Tone
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.gui.widgets.button import Button, ButtonKind
from dsr_desktop.gui.widgets.dialog import FormDialog
from dsr_desktop.gui.widgets.editors import TextEditor, set_flag
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.gui.widgets.fixed_text import FixedText
from dsr_desktop.gui.widgets.layouts import side_by_side
from dsr_desktop.wording.language import Tr

_SECOND = 1000
_LONGEST_WAIT = 30


def wait_after(failures: int) -> int:
    """Seconds to wait after so many wrong passphrases: 1, 2, 4, … up to 30."""
    return min(1 << max(0, failures - 1), _LONGEST_WAIT)


class UnlockDialog(FormDialog):
    """Emits the register and the passphrase that were given, or that a new one is wanted.

    `second` is the length of a second in milliseconds.
    """

    unlock_requested = Signal(object, str)
    new_register_requested = Signal()

    def __init__(self, theme: Theme, tr: Tr, register: Path, *, second: int = _SECOND) -> None:
        super().__init__(
            theme,
            tr("Open the register"),
            verb=tr("Unlock"),
            cancel=tr("Quit"),
            sentence=tr("It is encrypted. Only your passphrase opens it."),
        )
        self._tr = tr
        self._failures = 0
        self._seconds_left = 0
        self._register = register
        self._timer = QTimer(self)
        self._timer.setInterval(second)
        self._timer.timeout.connect(self._count_down)
        self.banner = Banner(theme, Tone.LATE, "")
        self.banner.hide()
        self.path = FixedText(theme, tr("Register"))
        self.passphrase = TextEditor()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self._lay_out()
        self._show_register(register)
        self.verb_button.clicked.connect(self._ask)
        self.passphrase.setFocus()

    def show_working(self) -> None:
        """Show that the key is being derived."""
        self.banner.hide()
        set_flag(self.passphrase, "readOnly", True)
        self.verb_button.set_busy(self._tr("Opening…"))

    def show_failure(self, sentence: str, *, wrong_passphrase: bool = False) -> None:
        """Say why the register stays shut; a wrong passphrase makes the user wait."""
        set_flag(self.passphrase, "readOnly", False)
        self.verb_button.set_busy("")
        self.banner.set_words(sentence, "")
        self.banner.show()
        if wrong_passphrase:
            self._failures += 1
            self._seconds_left = wait_after(self._failures)
            self._timer.start()
            self._show_wait()
        self.passphrase.selectAll()
        self.passphrase.setFocus()

    @property
    def is_waiting(self) -> bool:
        """Tell whether the next passphrase must wait."""
        return self._seconds_left > 0

    def _ask(self) -> None:
        if self.passphrase.text() and not self.is_waiting:
            self.unlock_requested.emit(self._register, self.passphrase.text())

    def _count_down(self) -> None:
        self._seconds_left -= 1
        if not self.is_waiting:
            self._timer.stop()
        self._show_wait()

    def _show_wait(self) -> None:
        wait = self._tr.count("Wait {n} second", "Wait {n} seconds", self._seconds_left)
        self.verb_button.set_busy(wait if self.is_waiting else "")

    def _lay_out(self) -> None:
        theme, tr = self._theme, self._tr
        self.add(self.banner)
        self.add(self.path)
        self.add(Field(theme, tr("Passphrase"), self.passphrase))
        other = Button(theme, tr("Another register…"), ButtonKind.LINK, icon=Icon.FOLDER_OPEN)
        other.clicked.connect(self._choose)
        new = Button(theme, tr("A new register…"), ButtonKind.LINK, icon=Icon.PLUS)
        new.clicked.connect(self.new_register_requested)
        self.add(side_by_side(other, new))

    def _choose(self) -> None:
        chosen = choose_register(self, self._tr("Open a register"), self._register)
        if chosen is not None:
            self._show_register(chosen)

    def _show_register(self, path: Path) -> None:
        self._register = path
        self.path.show_text(str(path))
