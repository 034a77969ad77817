"""What few imports have to say: the policy in force, the retention rule, the encoding of texts."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dsr_desktop.gui.pages.files.views import FormRules
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Space
from dsr_desktop.gui.widgets.editors import ChoiceEditor
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.gui.widgets.fold import Fold
from dsr_desktop.gui.widgets.recall_editor import RecallEditor
from dsr_desktop.wording.encodings import encoding_label
from dsr_desktop.wording.language import Tr

_LETTERS_SHOWN = 16


class MoreDetails(Fold):
    """Folded until it is wanted; the line then says what was filled in.

    `encoding_chosen` carries the name of an encoding, None to be asked where it is not sure.
    """

    encoding_chosen = Signal(object)

    def __init__(self, theme: Theme, tr: Tr, rules: FormRules) -> None:
        super().__init__(theme, tr("Policy, retention, encoding"))
        self._theme, self._tr = theme, tr
        self._encodings: tuple[str | None, ...] = (None, *rules.encodings)
        self.policy_version, self.retention = RecallEditor(), RecallEditor()
        for editor in (self.policy_version, self.retention):
            editor.setMaxLength(rules.longest)
            editor.textChanged.connect(self._tell)
        self.encoding = self._make_encoding()
        self._lay_out()

    def begin(self) -> None:
        """Empty and fold everything; no encoding is chosen before there are files to read by it."""
        self.policy_version.clear()
        self.retention.clear()
        self.show_encoding(None)
        self.encoding.setEnabled(False)
        self.set_open(False)

    def show_encoding(self, encoding: str | None) -> None:
        """Show the encoding that texts are read in; None where it is asked."""
        self.encoding.setEnabled(True)
        self.encoding.setCurrentIndex(self._encodings.index(encoding))
        self._tell()

    def _tell(self) -> None:
        chosen = self.encoding.currentIndex() > 0
        said = (
            self.policy_version.text().strip(), self.retention.text().strip(),
            self.encoding.currentText() if chosen else "",
        )  # fmt: skip
        self.set_note(" · ".join(filter(None, said)))

    def _make_encoding(self) -> ChoiceEditor:
        labels = (encoding_label(self._tr, one) for one in self._encodings if one)
        editor = ChoiceEditor(self._theme, (self._tr("Ask where it is not sure"), *labels))
        editor.setSizeAdjustPolicy(
            ChoiceEditor.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        editor.setMinimumContentsLength(_LETTERS_SHOWN)
        editor.activated.connect(lambda at: self.encoding_chosen.emit(self._encodings[at]))
        return editor

    def _lay_out(self) -> None:
        fields = (
            (self._tr("Policy version"), self.policy_version,
             self._tr("Privacy policy in force then")),
            (self._tr("Retention rule"), self.retention,
             self._tr("How long contacts are kept")),
            (self._tr("Encoding of texts"), self.encoding,
             self._tr("Where a file does not tell")),
        )  # fmt: skip
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.SNUG)
        optional = self._tr("optional")
        for label, editor, help_text in fields:
            field = Field(self._theme, label, editor, help_text=help_text, optional=optional)
            row.addWidget(field, 1)
        self.add(holder)
