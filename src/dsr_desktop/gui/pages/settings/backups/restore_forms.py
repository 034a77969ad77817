"""Asks for the passphrase of a backup that is tested or restored."""

from PySide6.QtWidgets import QWidget

from dsr_desktop.domain.errors import DsrError, WrongPassphraseError
from dsr_desktop.gui.pages.record_form import RecordForm
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Tone
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.gui.widgets.secret_editor import SecretEditor
from dsr_desktop.wording.errors import word_error
from dsr_desktop.wording.language import Tr


class PassphraseForm(RecordForm):
    """Hands in what was typed; `failed` heads the banner when that does not help."""

    def __init__(
        self, theme: Theme, tr: Tr, title: str, *, verb: str, sentence: str, failed: str,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(theme, tr, title, verb=verb, sentence=sentence, parent=parent)
        self._failed = failed
        name = tr("Passphrase of the backup")
        self.passphrase = SecretEditor(
            theme, name, show=tr("Show the passphrase"), hide=tr("Hide the passphrase")
        )
        self.passphrase.editor.setPlaceholderText("")
        self.add_field("passphrase", Field(theme, name, self.passphrase))

    def answer(self) -> str:
        """Return the passphrase."""
        return self.passphrase.text()

    def mistakes(self) -> dict[str, str]:
        """Ask for it."""
        return {} if self.answer() else {"passphrase": self._tr("Type the passphrase first.")}

    def show_failure(self, error: DsrError) -> None:
        """Say at the field that no slot opens, anything else above it."""
        self.wait_again()
        words = word_error(self._tr, error)
        if isinstance(error, WrongPassphraseError):
            self.fields["passphrase"].set_error(words)
            self.passphrase.setFocus()
        else:
            self._failure.addWidget(Banner(self._theme, Tone.LATE, self._failed, words))
