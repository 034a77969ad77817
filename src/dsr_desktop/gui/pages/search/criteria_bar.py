"""The criteria as chips, with "Add criterion" and "Search again"."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.gui.pages.search.criterion_dialog import Criterion, pairs
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Height, Space
from dsr_desktop.gui.widgets.button import Button, ButtonKind, ButtonSize
from dsr_desktop.gui.widgets.criterion_chip import CriterionChip
from dsr_desktop.gui.widgets.flow import Flow
from dsr_desktop.gui.widgets.layouts import clear
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.matching import criterion_label


class CriteriaBar(QWidget):
    """Chips in the order of the criteria; `opened` and `removed` carry a `Criterion`."""

    add_requested = Signal()
    opened = Signal(object)
    removed = Signal(object)
    again_requested = Signal()

    def __init__(self, theme: Theme, tr: Tr, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tr = tr
        self._shown: tuple[Criterion, ...] = ()
        self.setAccessibleName(tr("Criteria"))
        self.add_button = Button(
            theme, tr("Add criterion"), ButtonKind.LINK, icon=Icon.PLUS, size=ButtonSize.SMALL
        )
        self.add_button.clicked.connect(self.add_requested)
        self.again = Button(theme, tr("Search again"), icon=Icon.REFRESH)
        self.again.clicked.connect(self.again_requested)
        self._chips = QWidget()
        self._flow = Flow(self._chips)
        self._flow.addWidget(self.add_button)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.SNUG)
        chips = QVBoxLayout()
        chips.setContentsMargins(0, (Height.FIELD - Height.SMALL) // 2, 0, 0)
        chips.addWidget(self._chips)
        chips.addStretch(1)
        row.addLayout(chips, 1)
        row.addWidget(self.again, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def chips(self) -> tuple[CriterionChip, ...]:
        """The chips shown."""
        widgets = (self._flow.itemAt(n) for n in range(self._flow.count()))
        found = (item.widget() for item in widgets if item is not None)
        return tuple(widget for widget in found if isinstance(widget, CriterionChip))

    def show_criteria(self, criteria: Criteria, *, changeable: bool) -> None:
        """Show these criteria; those of a closed request cannot be changed."""
        self.add_button.setVisible(changeable)
        self._chips.setEnabled(changeable)
        self.again.setVisible(changeable and not criteria.is_empty())
        wanted = pairs(criteria.given())
        if wanted == self._shown:
            return
        self._shown = wanted
        focused = any(chip.hasFocus() for chip in self.chips)
        self._fill(wanted)
        if focused:
            self.add_button.setFocus()

    def _fill(self, wanted: tuple[Criterion, ...]) -> None:
        self._flow.removeWidget(self.add_button)
        clear(self._flow)
        before: QWidget | None = None
        for criterion in wanted:
            chip = self._chip(criterion)
            self._flow.addWidget(chip)
            if before is not None:
                QWidget.setTabOrder(before, chip)
            before = chip
        self._flow.addWidget(self.add_button)
        if before is not None:
            QWidget.setTabOrder(before, self.add_button)
        QWidget.setTabOrder(self.add_button, self.again)
        self.add_button.show()

    def _chip(self, criterion: Criterion) -> CriterionChip:
        tr = self._tr
        kind = criterion_label(tr, criterion.kind)
        remove = tr("Remove {kind} {value}", kind=kind, value=criterion.value)
        chip = CriterionChip(self._theme, kind, criterion.value, remove)
        chip.chosen.connect(lambda: self.opened.emit(criterion))
        chip.removed.connect(lambda: self.removed.emit(criterion))
        return chip
