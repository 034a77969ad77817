"""The dossier for the authority: asks whether what may tell of other people goes in."""

from PySide6.QtWidgets import QWidget

from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.widgets.dialog import FormDialog
from dsr_desktop.gui.widgets.tick_box import RadioButton
from dsr_desktop.wording.language import Tr


class DossierDialog(FormDialog):
    """Everything is preset: the dossier is for the authority, which may see the file."""

    def __init__(self, theme: Theme, tr: Tr, parent: QWidget | None = None) -> None:
        super().__init__(
            theme, tr("Dossier for the authority"), verb=tr("Choose the folder…"),
            cancel=tr("Cancel"),
            sentence=tr("One archive with the dates and why, decisions, answers of the systems, "
                        "messages, the activities concerned and the event log, which its reader "
                        "can check without the app. It is not encrypted."),
            parent=parent,
        )  # fmt: skip
        labels = (
            tr("The whole file"),
            tr("Without what may tell of other people"),
        )
        self.choices = [RadioButton(theme, label) for label in labels]
        for choice in self.choices:
            self.add(choice)
        self.choices[0].setChecked(True)
        self.verb_button.clicked.connect(self.accept)

    @property
    def has_texts(self) -> bool:
        """Tell whether the whole file was chosen."""
        return self.choices[0].isChecked()
