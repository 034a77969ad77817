"""The sheet of a phone call: filled in while one talks, saved as a draft, finished later."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dsr_desktop.domain.call_sheet import CallSheet, CallTexts
from dsr_desktop.gui.pages.record_form import RecordForm
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Space
from dsr_desktop.gui.widgets.button import Button, ButtonKind, ButtonSize
from dsr_desktop.gui.widgets.date_editor import DayField
from dsr_desktop.gui.widgets.editors import ChoiceEditor, NoteEditor, TextEditor
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.gui.widgets.tick_box import TickBox
from dsr_desktop.wording.language import Tr

_NEW_REQUEST, _BEFORE_REQUESTS = 1, 2


@dataclass(frozen=True)
class CallNoted:
    """What a sheet says; `finished` sheets no longer change.

    `ref` is the request that it is put to, "" for none; `begins_request`: a new one is asked for.
    """

    day: date
    at: time | None
    texts: CallTexts
    finished: bool
    ref: str = ""
    begins_request: bool = False


class CallDialog(RecordForm):
    """Asks for a `CallNoted`, empty or beginning with a `sheet`; a finished one is only shown.

    `open_requests` are references and labels of what a call without a request can be put to; None
    where it belongs to one. `discarded` asks to remove the draft.
    """

    discarded = Signal()

    def __init__(
        self, theme: Theme, tr: Tr, today: date, sheet: CallSheet | None = None,
        parent: QWidget | None = None, *, open_requests: Sequence[tuple[str, str]] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(
            theme, tr, tr("Call sheet"), verb=tr("Save the sheet"),
            sentence=tr("Read back what was asked, and note what the caller confirmed. No identity "
                        "number, no code."),
            parent=parent,
        )  # fmt: skip
        said = sheet.texts if sheet else CallTexts()
        self.caller = TextEditor(said.caller)
        self.call_back = TextEditor(said.call_back)
        self.read_back = NoteEditor(said.read_back, lines=2)
        self.notes = NoteEditor(said.notes, lines=4)
        self._pair(
            self.name_field("caller", Field(theme, tr("Who called"), self.caller)),
            self.name_field("call_back", Field(theme, tr("Number to call back"), self.call_back)),
        )
        day = DayField(theme, tr, tr("Day of the call"), sheet.called_on if sheet else today)
        self.day = day.day_editor
        at = sheet.called_at if sheet else None
        self.at = TextEditor(at.isoformat("minutes") if at else "", placeholder="14:05")
        self._pair(
            self.name_field("day", day),
            self.name_field(
                "at", Field(theme, tr("Time of the call"), self.at, optional=tr("optional"))
            ),
        )
        self.add_field("read_back", Field(theme, tr("Read back and confirmed"), self.read_back))
        self.add_field("notes", Field(theme, tr("Notes"), self.notes))
        self._sheet = sheet
        self._refs = [ref for ref, _label in open_requests or ()]
        self.request = ChoiceEditor(
            theme,
            (
                tr("No request yet"),
                tr("A new request…"),
                *(label for _, label in open_requests or ()),
            ),
        )
        if open_requests is not None:
            self.add_field("request", Field(theme, tr("Request it is about"), self.request))
        self.is_complete = TickBox(theme, tr("The sheet is complete and no longer changes"))
        self.add(self.is_complete)
        self.discard = Button(
            theme, tr("Remove this draft…"), ButtonKind.LINK, size=ButtonSize.SMALL
        )
        self.discard.clicked.connect(self.discarded)
        self.discard.setVisible(open_requests is not None and sheet is not None and sheet.is_draft)
        self.add(self.discard)
        self.body.setAlignment(self.discard, Qt.AlignmentFlag.AlignLeft)
        if sheet is not None and not sheet.is_draft:
            self._only_show()

    def answer(self) -> CallNoted:
        """Return what the sheet says."""
        day = self.day.understood
        if day is None:
            raise ValueError(self.day.text())
        texts = CallTexts(
            self.caller.text(), self.call_back.text(), self.read_back.toPlainText(),
            self.notes.toPlainText(),
        )  # fmt: skip
        chosen = self.request.currentIndex()
        return CallNoted(
            day, _time(self.at.text()), texts, self.is_complete.isChecked(),
            self._refs[chosen - _BEFORE_REQUESTS] if chosen >= _BEFORE_REQUESTS else "",
            chosen == _NEW_REQUEST,
        )  # fmt: skip

    def mistakes(self) -> dict[str, str]:
        """Return what is missing or cannot be."""
        wrong: dict[str, str] = {}
        if not any(text.strip() for text in self.answer().texts):
            wrong["caller"] = self._tr("Write who called, or what was said")
        if self.at.text().strip() and _time(self.at.text()) is None:
            wrong["at"] = self._tr("Write the time like 14:05")
        is_finished = self._sheet is not None and not self._sheet.is_draft
        if is_finished and "request" in self.fields and not self.request.currentIndex():
            wrong["request"] = self._tr("Choose the request that the call belongs to")
        return wrong

    def _pair(self, *fields: Field) -> None:
        """Add fields side by side."""
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.ROOMY)
        for field in fields:
            row.addWidget(field)
        self.add(line)

    def _only_show(self) -> None:
        for editor in (self.caller, self.call_back, self.at, self.day):
            editor.setReadOnly(True)
        for note in (self.read_back, self.notes):
            note.setReadOnly(True)
        self.is_complete.setChecked(True)
        self.is_complete.setEnabled(False)
        if "request" not in self.fields:
            self.verb_button.disable(self._tr("This sheet is finished. Note a new call."))


def _time(text: str) -> time | None:
    try:
        return datetime.strptime(text.strip().replace("h", ":"), "%H:%M").time()  # noqa: DTZ007
    except ValueError:
        return None
