"""The frame of forms whose answer is held against the rules of the request as it is typed in."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from dsr_desktop.gui.pages.record_form import RecordForm
from dsr_desktop.gui.theme.tokens import Space
from dsr_desktop.gui.widgets.date_editor import DateEditor
from dsr_desktop.gui.widgets.field import Field


class CheckedForm(RecordForm):
    """A form with a day, under which the rule is shown that the answer breaks."""

    _check: Callable[[], str] | None = None
    day: DateEditor

    def set_check(self, check: Callable[[], str]) -> None:
        """Set what returns the rule that the answer breaks, "" if it breaks none."""
        self._check = check

    def ask_day(self, label: str, day: date) -> None:
        """Add the field of the day on which it happened."""
        self.day = self.add_day("day", label, day)

    @property
    def chosen_day(self) -> date:
        """The day in the field; ValueError if it is none, which no form is submitted with."""
        return day_in(self.day)

    def mistakes(self) -> dict[str, str]:
        """Return the rule under the day."""
        rule = self._check() if self._check else ""
        return {"day": rule} if rule else {}


def day_in(editor: DateEditor) -> date:
    """Return the day that stands in an input; ValueError for a text that means none."""
    if editor.understood is None:
        raise ValueError(editor.text())
    return editor.understood


def add_beside(form: RecordForm, fields: Mapping[str, Field]) -> None:
    """Add fields side by side, all of one width; one that is hidden leaves its room."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(Space.ROOMY)
    for name, field in fields.items():
        row.addWidget(field, 1)
        form.name_field(name, field)
    form.add(holder)


def ticks_in_rows(boxes: Iterable[QWidget], columns: int) -> QWidget:
    """Put tick boxes below each other in rows of `columns`."""
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(Space.HAIR)
    for number, box in enumerate(boxes):
        grid.addWidget(box, number // columns, number % columns, Qt.AlignmentFlag.AlignLeft)
    return holder
