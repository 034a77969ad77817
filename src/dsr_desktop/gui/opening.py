"""Opens a register, or makes the first one; the services are loaded when they are needed."""

from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from dsr_desktop.domain.errors import WrongPassphraseError
from dsr_desktop.domain.progress import Progress
from dsr_desktop.gui.jobs import Failed, Jobs, Ok, Outcome
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.unlock import UnlockDialog
from dsr_desktop.wording.errors import word_error
from dsr_desktop.wording.language import Tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsr_desktop.domain.document import CutOffDocument
    from dsr_desktop.domain.source import Source
    from dsr_desktop.gui.first_run import FirstRunDialog, NewRegister
    from dsr_desktop.services.register import Register

_WHILE_THE_USER_TYPES = 200


@dataclass(frozen=True)
class _Opened:
    """An open register, and what went before anybody saw it."""

    register: "Register"
    cut_off: "tuple[CutOffDocument, ...]" = ()
    purged: "tuple[Source, ...]" = ()


class Opening(QObject):
    """Shows the dialog that fits; `opened` brings the open register.

    What is due by `today` is purged from a register before anybody sees it; `purged` then names it.
    `cut_off` names the documents of which a crash had left something, which is gone as well.
    `cost` is scrypt's N for a new register, None for the strong one.
    """

    opened = Signal(object)

    def __init__(
        self,
        theme: Theme,
        tr: Tr,
        jobs: Jobs,
        today: "Callable[[], date]",
        *,
        cost: int | None = None,
    ) -> None:
        super().__init__()
        self.dialog: UnlockDialog | FirstRunDialog | None = None
        self.purged: tuple[Source, ...] = ()
        self.cut_off: tuple[CutOffDocument, ...] = ()
        self._theme = theme
        self._tr = tr
        self._jobs = jobs
        self._today = today
        self._cost = cost
        self._loading = QTimer(self, singleShot=True, interval=_WHILE_THE_USER_TYPES)
        self._loading.timeout.connect(self._load_services)

    def start(self, register: Path) -> None:
        """Ask for the passphrase of `register`, or offer to make it if it does not exist."""
        if register.exists():
            self._ask_passphrase(register)
        else:
            self._ask_first_run(register)

    def close(self) -> None:
        """Take the dialog away."""
        self._loading.stop()
        if self.dialog is not None:
            self.dialog.close()
            self.dialog.deleteLater()
        self.dialog = None

    def end_with_fault(self) -> None:
        """Let the user try again after a bug."""
        sentence = self._tr("The app met a fault of its own. No register was opened.")
        if self.dialog is not None:
            self.dialog.show_failure(sentence)

    def _ask_passphrase(self, register: Path) -> None:
        dialog = UnlockDialog(self._theme, self._tr, register)
        dialog.unlock_requested.connect(self._unlock)
        dialog.new_register_requested.connect(lambda: self._ask_first_run(_free_name(register)))
        self._change_to(dialog)

    def _ask_first_run(self, register: Path) -> None:
        from dsr_desktop.gui.first_run import FirstRunDialog  # noqa: PLC0415 - seldom needed

        dialog = FirstRunDialog(self._theme, self._tr, register)
        dialog.making_requested.connect(self._make)
        dialog.existing_chosen.connect(self._ask_passphrase)
        self._change_to(dialog)

    def _change_to(self, dialog: "UnlockDialog | FirstRunDialog") -> None:
        dialog.show()
        self.close()
        self.dialog = dialog
        self._loading.start()

    def _load_services(self) -> None:
        """Load what opening a register needs, so that nobody waits for it later."""

        def work(_progress: Progress) -> None:
            import_module("dsr_desktop.services.register")

        self._jobs.run(self._tr("Loading"), work, lambda _outcome: None, lane="read")

    def _unlock(self, path: Path, passphrase: str) -> None:
        today = self._today()
        self._run(
            self._tr("Opening the register"),
            lambda _progress: _open_register(path, passphrase, today),
        )

    def _make(self, wanted: "NewRegister", passphrase: str) -> None:
        tr, cost = self._tr, self._cost
        self._run(
            tr("Making the register"),
            lambda _progress: _Opened(_make_register(wanted, passphrase, tr, cost)),
        )

    def _run(self, title: str, work: "Callable[[Progress], _Opened]") -> None:
        if self.dialog is not None:
            self.dialog.show_working()
        self._jobs.run(title, work, self._settle)

    def _settle(self, outcome: "Outcome[_Opened]") -> None:
        match outcome:
            case Ok(opened):
                self.purged, self.cut_off = opened.purged, opened.cut_off
                self.opened.emit(opened.register)
                self.close()
            case Failed(error) if self.dialog is not None:
                wrong = isinstance(error, WrongPassphraseError)
                self.dialog.show_failure(word_error(self._tr, error), wrong_passphrase=wrong)
            case _:
                self.close()


def _open_register(path: Path, passphrase: str, today: date) -> _Opened:
    from dsr_desktop.services.purging import purge_at_opening  # noqa: PLC0415 - on demand
    from dsr_desktop.services.register import open_register  # noqa: PLC0415 - on demand
    from dsr_desktop.services.settling import settle_at_opening  # noqa: PLC0415 - on demand

    register = open_register(path, passphrase)
    try:
        return _Opened(register, settle_at_opening(register), purge_at_opening(register, today))
    except BaseException:
        register.close()
        raise


def _make_register(wanted: "NewRegister", passphrase: str, tr: Tr, cost: int | None) -> "Register":
    from dsr_desktop.services.register import (  # noqa: PLC0415 - on demand
        Company,
        make_register,
    )

    company = Company(wanted.company, wanted.country, None, wanted.dpo_name, wanted.dpo_contact)
    weaker = {} if cost is None else {"cost": cost}
    return make_register(wanted.path, passphrase, company, tr=tr, **weaker)


def _free_name(register: Path) -> Path:
    """Return a name beside `register` that no file has yet."""
    number = 2
    while (path := register.with_stem(f"{register.stem}-{number}")).exists():
        number += 1
    return path
