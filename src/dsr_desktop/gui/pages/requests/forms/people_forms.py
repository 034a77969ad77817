"""Forms about people: who writes and by what mandate, the data subject's names and addresses."""

from datetime import date

from PySide6.QtWidgets import QWidget

from dsr_desktop.domain.request import Right
from dsr_desktop.domain.requester import (
    Address,
    AddressKind,
    DataSubject,
    Mandate,
    Relation,
    Requester,
)
from dsr_desktop.gui.pages.record_form import RecordForm
from dsr_desktop.gui.pages.requests.forms.checked_form import add_beside, day_in, ticks_in_rows
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.widgets.date_editor import DayField
from dsr_desktop.gui.widgets.editors import ChoiceEditor, NoteEditor, TextEditor
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.gui.widgets.tick_box import TickBox
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.lifecycle import address_label, relation_label
from dsr_desktop.wording.requests import right_label

_RELATIONS = tuple(Relation)
_WIDTH = 560
_TICKS_A_ROW = 3


class SubjectForm(RecordForm):
    """Asks how the data subject is called, and can be reached; what is searched for stays."""

    def __init__(
        self, theme: Theme, tr: Tr, subject: DataSubject, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            theme, tr, tr("The person"), verb=tr("Record it"),
            sentence=tr("How the message names them. What is searched for is changed on the search "
                        "page."),
            parent=parent,
        )  # fmt: skip
        self.setFixedWidth(_WIDTH)
        self.names = NoteEditor("\n".join(subject.names), lines=3)
        self.add_field(
            "names", Field(theme, tr("Names"), self.names,
                           help_text=tr("One a line: the name first, then aliases"))
        )  # fmt: skip
        self.addresses = _Addresses(self, theme, tr, subject.addresses)

    def answer(self) -> DataSubject:
        """Return the person as they are called now."""
        return DataSubject(_lines(self.names), self.addresses.given)


class RequesterForm(RecordForm):
    """Asks who writes and, of somebody who acts for another, the mandate: facts, no document."""

    def __init__(
        self, theme: Theme, tr: Tr, requester: Requester, rights: tuple[Right, ...], today: date,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(
            theme, tr, tr("Who writes"), verb=tr("Record the requester"), parent=parent
        )
        self.setFixedWidth(_WIDTH)
        self.relation = ChoiceEditor(theme, tuple(relation_label(tr, one) for one in _RELATIONS))
        self.relation.setCurrentIndex(_RELATIONS.index(requester.relation))
        self.add_field("relation", Field(theme, tr("The requester is"), self.relation))
        self.name = TextEditor(requester.name)
        self.add_field("name", Field(theme, tr("Requester's name"), self.name))
        self.addresses = _Addresses(self, theme, tr, requester.addresses)
        self._ask_mandate(theme, requester.mandate or Mandate(), rights, today)
        self.relation.currentIndexChanged.connect(self._show_what_is_asked)
        for box in (self.received, self.checked):
            box.toggled.connect(self._show_what_is_asked)
        self._show_what_is_asked()
        self.relation.setFocus()

    def answer(self) -> Requester:
        """Return who writes."""
        return Requester(
            _RELATIONS[self.relation.currentIndex()], self.name.text().strip(),
            self.addresses.given, self._mandate if self._needs_mandate else None,
        )  # fmt: skip

    @property
    def _needs_mandate(self) -> bool:
        return Requester(_RELATIONS[self.relation.currentIndex()]).needs_mandate

    @property
    def _mandate(self) -> Mandate:
        has_come = self.received.isChecked()
        is_checked = has_come and self.checked.isChecked()
        return Mandate(
            received_on=day_in(self.received_on) if has_come else None,
            checked_on=day_in(self.checked_on) if is_checked else None,
            checked_by=self.checked_by.text().strip() if is_checked else "",
            covers=frozenset(right for right, box in self.covers.items() if box.isChecked()),
        )

    def mistakes(self) -> dict[str, str]:
        """Ask for who checked the mandate, and for days in their order."""
        if not self._needs_mandate or self.fields["checked_by"].isHidden():
            return {}
        if not self.checked_by.text().strip():
            return {"checked_by": self._tr("Say who checked the mandate.")}
        if day_in(self.checked_on) < day_in(self.received_on):
            return {"checked_on": self._tr("A mandate is received before it is checked.")}
        return {}

    def _ask_mandate(
        self, theme: Theme, mandate: Mandate, rights: tuple[Right, ...], today: date
    ) -> None:
        tr = self._tr
        self.received = TickBox(theme, tr("A mandate was received"))
        self.received.setChecked(mandate.received_on is not None)
        self.add(self.received)
        self.received_on = self.add_day(
            "received_on", tr("Received on"), mandate.received_on or today
        )
        self.checked = TickBox(theme, tr("It was looked at, and the agent may act"))
        self.checked.setChecked(mandate.is_checked)
        self.add(self.checked)
        checked_on = DayField(theme, tr, tr("Checked on"), mandate.checked_on or today)
        self.checked_on = checked_on.day_editor
        self.checked_by = TextEditor(mandate.checked_by)
        by = Field(theme, tr("Checked by"), self.checked_by)
        add_beside(self, {"checked_on": checked_on, "checked_by": by})
        self.covers = {one: TickBox(theme, right_label(tr, one)) for one in rights}
        for right, box in self.covers.items():
            box.setChecked(right in mandate.covers)
        grid = ticks_in_rows(self.covers.values(), _TICKS_A_ROW)
        self.add_field("covers", Field(theme, tr("It covers"), grid))

    def _show_what_is_asked(self) -> None:
        is_self = _RELATIONS[self.relation.currentIndex()] is Relation.SELF
        has_come = self._needs_mandate and self.received.isChecked()
        is_checked = has_come and self.checked.isChecked()
        self.fields["name"].setVisible(not is_self)
        self.received.setVisible(self._needs_mandate)
        self.fields["received_on"].setVisible(has_come)
        self.checked.setVisible(has_come)
        self.fields["checked_on"].setVisible(is_checked)
        self.fields["checked_by"].setVisible(is_checked)
        self.fields["covers"].setVisible(has_come)


class _Addresses:
    """The fields of a form for addresses of each kind, one a line."""

    def __init__(self, form: RecordForm, theme: Theme, tr: Tr, given: tuple[Address, ...]) -> None:
        self._editors: dict[AddressKind, NoteEditor] = {}
        for pair in ((AddressKind.EMAIL, AddressKind.PHONE), (AddressKind.POST, AddressKind.OTHER)):
            fields = {}
            for kind in pair:
                known = (one.value for one in given if one.kind is kind)
                self._editors[kind] = NoteEditor("\n".join(known), lines=2)
                fields[str(kind)] = Field(
                    theme, address_label(tr, kind), self._editors[kind], optional=tr("optional"),
                    help_text=tr("One a line"),
                )  # fmt: skip
            add_beside(form, fields)

    @property
    def given(self) -> tuple[Address, ...]:
        """The addresses as they stand."""
        return tuple(
            Address(kind, value)
            for kind, editor in self._editors.items()
            for value in _lines(editor)
        )


def _lines(editor: NoteEditor) -> tuple[str, ...]:
    lines = (line.strip() for line in editor.toPlainText().splitlines())
    return tuple(dict.fromkeys(line for line in lines if line))
