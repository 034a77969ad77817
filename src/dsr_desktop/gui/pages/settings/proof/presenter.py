"""Reads and checks the event log, and makes the dossier of the company."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.fingerprint import PRINTED, read_fingerprint
from dsr_desktop.domain.progress import Progress
from dsr_desktop.gui.pages.presenter import Presenter
from dsr_desktop.gui.pages.settings.proof.views import LogChecked, LogView
from dsr_desktop.services.history import log_head
from dsr_desktop.services.verifying import Verification, check_log
from dsr_desktop.wording.dossier import broken_log_warning, dossier_sentence
from dsr_desktop.wording.errors import word_sentence
from dsr_desktop.wording.fingerprint import found_sentence
from dsr_desktop.wording.language import Tr

if TYPE_CHECKING:
    from dsr_desktop.services.dossiers import DossierMade


class ProofPresenter(Presenter):
    """`loaded` brings a LogView, `checked` a LogChecked, `refused` the error of what was typed.

    `told` says that a dossier was made, and where it lies.
    """

    loaded = Signal(object)
    checked = Signal(object)
    refused = Signal(object)
    told = Signal(str, str)

    def load(self) -> None:
        """Read how far the log goes; its check is asked for apart."""
        register, tr = self.workspace.register, self.workspace.tr

        def work(_progress: Progress) -> LogView:
            number, fingerprint = log_head(register)
            return LogView(tr.count("{n} event", "{n} events", number), fingerprint)

        self.read(tr("Reading the register"), work, self.loaded.emit)

    def check(self, typed: str) -> None:
        """Check the whole log, against a fingerprint if one was typed."""
        try:
            if typed.strip():
                read_fingerprint(typed)
        except InvalidInputError as error:
            self.refused.emit(error)
            return
        register, tr = self.workspace.register, self.workspace.tr
        self.read(
            tr("Checking the event log"),
            lambda _progress: _worded(tr, check_log(register, typed)),
            self.checked.emit,
        )

    def make_dossier(self, folder: Path) -> None:
        """Make the dossier of the company in the language of the window; it can be cancelled."""
        from dsr_desktop.services.dossiers import write_company_dossier  # noqa: PLC0415 - loads the writers

        register, today, tr = self.workspace.register, self.workspace.today(), self.workspace.tr
        self.change(
            tr("Making the dossier"),
            lambda progress: write_company_dossier(register, folder, today, tr, progress=progress),
            self._tell,
        )

    def _tell(self, made: "DossierMade") -> None:
        tr = self.workspace.tr
        where = tr("{name} in {folder}", name=made.path.name, folder=str(made.path.parent))
        broken = "" if made.broken_at is None else broken_log_warning(tr, made.broken_at)
        said = dossier_sentence(tr, made.fingerprint)
        self.told.emit(said, " · ".join(filter(None, (where, broken))))


def _worded(tr: Tr, found: Verification) -> LogChecked:
    if not found.sound:
        problems = [word_sentence(tr, one.sentence, one.details) for one in found.problems]
        return LogChecked(is_sound=False, title=problems[0], more=" ".join(problems[1:]))
    more = (
        tr("Fingerprint of the last event: {fingerprint}", fingerprint=found.fingerprint[:PRINTED])
        if found.found_at is None
        else found_sentence(tr, found.found_at, found.events)
    )
    title = tr.count(
        "The event log holds: {n} event.", "The event log holds: {n} events.", found.events
    )
    return LogChecked(is_sound=True, title=title, more=more)
