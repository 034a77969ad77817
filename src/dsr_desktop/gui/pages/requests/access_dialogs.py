"""Handing over an access package: how it leaves, where it goes, and the passphrase, shown once."""

from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from dsr_desktop.domain.access_package import PackageForm
from dsr_desktop.domain.communication import AddressState
from dsr_desktop.gui.pages.record_form import RecordForm
from dsr_desktop.gui.pages.requests.forms.addresses import ADDRESSES, unverified_refused
from dsr_desktop.gui.pages.requests.made import AccessShown
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink, TextStyle, Tone
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.gui.widgets.dialog import FormDialog
from dsr_desktop.gui.widgets.editors import ChoiceEditor, TextEditor
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.wording.language import Tr

FORGET_AFTER = 60_000
_FORMS = (PackageForm.ZIP, PackageForm.PDF, PackageForm.PAPER, PackageForm.PLAIN_ZIP)


@dataclass(frozen=True)
class Leaving:
    """How a package leaves; `reason` belongs to one that is not encrypted."""

    form: PackageForm
    address: AddressState
    reason: str = ""


class HandOverForm(RecordForm):
    """Asks how the package leaves; the careful way is preset. The owner then asks for the folder."""

    def __init__(self, theme: Theme, tr: Tr, parent: QWidget | None = None) -> None:
        super().__init__(
            theme, tr, tr("Hand over the access package"), verb=tr("Choose the folder…"),
            sentence=tr("Pass the passphrase on by another way than the file."), parent=parent,
        )  # fmt: skip
        self.form = ChoiceEditor(theme, (
            tr("Encrypted archive (ZIP, AES-256)"),
            tr("Encrypted PDF (AES-256): one file that any PDF reader opens"),
            tr("On paper: one PDF with a dispatch number"),
            tr("Not encrypted: the person asked for it"),
        ))  # fmt: skip
        self.add_field("form", Field(theme, tr("How it leaves"), self.form))
        self.reason = TextEditor()
        label = tr("How and when the person asked for it")
        self.add_field("reason", Field(theme, label, self.reason))
        self.address = ChoiceEditor(theme, (
            tr("To the address on file"),
            tr("To another address, verified"),
            tr("To an address that nobody verified"),
        ))  # fmt: skip
        self.add_field("address", Field(theme, tr("Where it goes"), self.address))
        self.form.currentIndexChanged.connect(self._show_reason)
        self._show_reason()
        self.form.setFocus()

    def answer(self) -> Leaving:
        """Return what was chosen."""
        form, address = _FORMS[self.form.currentIndex()], ADDRESSES[self.address.currentIndex()]
        is_plain = form is PackageForm.PLAIN_ZIP
        return Leaving(form, address, self.reason.text().strip() if is_plain else "")

    def mistakes(self) -> dict[str, str]:
        """Refuse an address that nobody verified, and no encryption without a reason."""
        tr, said = self._tr, self.answer()
        wrong = {}
        if said.form is PackageForm.PLAIN_ZIP and not said.reason:
            wrong["reason"] = tr("Say how and when.")
        if said.address is AddressState.NOT_VERIFIED:
            wrong["address"] = unverified_refused(tr)
        return wrong

    def _show_reason(self) -> None:
        is_plain = _FORMS[self.form.currentIndex()] is PackageForm.PLAIN_ZIP
        self.fields["reason"].setVisible(is_plain)


class AccessPassphraseDialog(FormDialog):
    """Shows the passphrase of an access package; it is stored nowhere, and the clipboard forgets it."""

    def __init__(
        self, theme: Theme, tr: Tr, made: AccessShown, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            theme, tr("The package is built"), verb=tr("Copy the passphrase"), cancel=tr("Close"),
            sentence=tr("The passphrase is shown once and stored nowhere. Pass it on by another "
                        "way than the file: by phone, not in the same e-mail."),
            parent=parent,
        )  # fmt: skip
        self._tr = tr
        for warning in made.warnings:
            self.add(Banner(theme, Tone.SOON, warning))
        self.passphrase = _shown(made.passphrase)
        self.passphrase.selectAll()
        self.add(Field(theme, tr("Passphrase"), self.passphrase))
        self.add(Field(theme, tr("File"), _shown(made.path)))
        self.add(Field(theme, tr("Sheet that says how to open it"), _shown(made.sheet)))
        self.copied = Label(theme, "", TextStyle.CAPTION, Ink.MUTED, wraps=True)
        self.add(self.copied)
        self.verb_button.clicked.connect(self._copy)

    def _copy(self) -> None:
        words = self.passphrase.text()
        QApplication.clipboard().setText(words)
        self.copied.setText(self._tr("Copied; the clipboard forgets it after a minute"))
        QTimer.singleShot(FORGET_AFTER, lambda: forget(words))


def forget(words: str) -> None:
    """Empty the clipboard if it still holds `words`."""
    if QApplication.instance() is not None and QApplication.clipboard().text() == words:
        QApplication.clipboard().clear()


def _shown(text: str) -> TextEditor:
    editor = TextEditor(text)
    editor.setReadOnly(True)
    return editor
