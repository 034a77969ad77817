"""Asks for the password of files that could not be read again."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.widgets.dialog import FormDialog
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.gui.widgets.secret_editor import SecretEditor
from dsr_desktop.wording.language import Tr

_MOST_NAMED = 3


class PasswordDialog(FormDialog):
    """`password` is what was typed once the dialog is accepted; it is tried on all of the files.

    With `is_refused` it says that the password before this one opened none of them.
    """

    def __init__(
        self, theme: Theme, tr: Tr, names: Sequence[str], *, is_refused: bool,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(
            theme, password_title(tr, names), verb=tr("Read again"), cancel=tr("Cancel"),
            sentence=tr("What you type is used for this reading only and written down nowhere. "
                        "Unread, the files count as not clean."),
            parent=parent,
        )  # fmt: skip
        self._tr = tr
        self.editor = SecretEditor(
            theme, tr("Password"), show=tr("Show the password"), hide=tr("Hide the password")
        )
        self.editor.editor.setPlaceholderText("")
        self.field = Field(theme, tr("Password"), self.editor)
        self.add(self.field)
        if is_refused:
            self.field.set_error(tr("This password opens none of them"))
        self.verb_button.clicked.connect(self._give)

    @property
    def password(self) -> str:
        """What was typed."""
        return self.editor.text()

    def _give(self) -> None:
        if self.password:
            self.accept()
        else:
            self.field.set_error(self._tr("Type the password first"))
            self.editor.setFocus()


def password_title(tr: Tr, names: Sequence[str]) -> str:
    """Name the files that have a password; of many, the first."""
    if len(names) == 1:
        return tr("{name} has a password", name=names[0])
    shown = ", ".join(names[:_MOST_NAMED]) + ", …" * (len(names) > _MOST_NAMED)
    return tr.count(
        "{n} file has a password: {names}", "{n} files have a password: {names}",
        len(names), names=shown,
    )  # fmt: skip
