"""What is known of the column that is current: why it means that, who its values come from."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dsr_desktop.domain.column_titles.purposes import Purpose
from dsr_desktop.domain.columns import usual_purpose
from dsr_desktop.domain.fields import CONSENT_FIELDS, Origin
from dsr_desktop.domain.preview import ColumnPreview
from dsr_desktop.gui.pages.files.preview.words import column_name, confidence_chip
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Height, Ink, Space, TextStyle, Tone
from dsr_desktop.gui.widgets.chip import Chip, ChipLook
from dsr_desktop.gui.widgets.editors import ChoiceEditor
from dsr_desktop.gui.widgets.flow import Flow
from dsr_desktop.gui.widgets.label import CutLabel, Label
from dsr_desktop.gui.widgets.layouts import side_by_side
from dsr_desktop.wording.columns import origin_label, purpose_label
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.mapping import why_label

_WIDEST_NAME = 240
_ORIGINS: tuple[Origin | None, ...] = (None, *Origin)


class ColumnBar(QWidget):
    """Emits the column's number with the ColumnChoice that another origin or purpose makes."""

    chosen = Signal(int, object)

    def __init__(self, theme: Theme, tr: Tr) -> None:
        super().__init__()
        self._tr = tr
        self._column: ColumnPreview | None = None
        self._purposes: tuple[Purpose | None, ...] = ()
        self._name = CutLabel(theme, "", TextStyle.STRONG)
        self._why = CutLabel(theme, "", TextStyle.CAPTION, Ink.MUTED)
        self._confidence = Chip(theme, ChipLook(""))
        self._hidden = Chip(theme, ChipLook(tr("Hidden column"), Tone.OUTLINE, Icon.EYE_OFF))
        self.origin = ChoiceEditor(
            theme, tuple(origin_label(tr, one) for one in _ORIGINS), height=Height.SMALL
        )
        self.purpose = ChoiceEditor(theme, height=Height.SMALL)
        self.purpose.setSizeAdjustPolicy(ChoiceEditor.SizeAdjustPolicy.AdjustToContents)
        self._origin_label = Label(theme, tr("Origin"), ink=Ink.MUTED)
        self._purpose_label = Label(theme, tr("About"), ink=Ink.MUTED)
        self._origin_label.setBuddy(self.origin)
        self._purpose_label.setBuddy(self.purpose)
        self.origin.activated.connect(self._choose_origin)
        self.purpose.activated.connect(self._choose_purpose)
        self._lay_out()

    def show_column(self, column: ColumnPreview) -> None:
        """Show another column, or the same with another choice."""
        self._column = column
        tr = self._tr
        name = column_name(tr, column)
        self._name.setText(name)
        self._confidence.show_look(confidence_chip(tr, column))
        self._why.setText(why_label(tr, column.told_by))
        self._hidden.setVisible(column.hidden)
        self.origin.setCurrentIndex(_ORIGINS.index(column.origin))
        self.origin.setAccessibleName(tr("Origin of {column}", column=name))
        self._show_purpose(column, name)

    def _show_purpose(self, column: ColumnPreview, name: str) -> None:
        is_consent = column.field in CONSENT_FIELDS
        for widget in (self._purpose_label, self.purpose):
            widget.setVisible(is_consent)
        if not is_consent:
            return
        usual = usual_purpose(column.field, column.header)
        purposes = tuple(Purpose) if usual else (None, *Purpose)
        if purposes != self._purposes:
            self._purposes = purposes
            self.purpose.clear()
            self.purpose.addItems([purpose_label(self._tr, one) for one in purposes])
        self.purpose.setCurrentIndex(purposes.index(column.purpose))
        self.purpose.setAccessibleName(self._tr("Purpose of {column}", column=name))

    def _choose_origin(self, number: int) -> None:
        if self._column is not None:
            choice = replace(self._column.choice, origin=_ORIGINS[number])
            self.chosen.emit(self._column.number, choice)

    def _choose_purpose(self, number: int) -> None:
        if self._column is not None:
            choice = replace(self._column.choice, purpose=self._purposes[number])
            self.chosen.emit(self._column.number, choice)

    def _lay_out(self) -> None:
        self._name.setMaximumWidth(_WIDEST_NAME)
        line = Flow(self, gap=Space.SNUG)
        for parts in (
            (self._name, self._confidence, self._hidden, self._why),
            (self._origin_label, self.origin),
            (self._purpose_label, self.purpose),
        ):
            line.addWidget(side_by_side(*parts))
