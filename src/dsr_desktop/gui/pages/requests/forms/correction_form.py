"""The form that corrects a recorded step: what is true of it, as one more event."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from dsr_desktop.domain.decisions import decisions_for, needs_reason, reasons_for
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.request import Channel, Decision, Item, Request, Right
from dsr_desktop.domain.timeline import NEVER_UNDONE
from dsr_desktop.gui.pages.record_form import RecordForm
from dsr_desktop.gui.pages.requests.forms.answer_form import CHANNELS
from dsr_desktop.gui.pages.requests.forms.checked_form import day_in
from dsr_desktop.gui.pages.requests.forms.proof_fields import ProofFields
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.widgets.editors import ChoiceEditor, TextEditor
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.gui.widgets.tick_box import TickBox
from dsr_desktop.services.correcting import Correction
from dsr_desktop.services.history import PastEvent
from dsr_desktop.wording.decisions import reason_label
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.requests import channel_label, decision_label


class CorrectionForm(RecordForm):
    """`said` is the step in words; it stays in the history, and so does the correction."""

    def __init__(
        self, theme: Theme, tr: Tr, request: Request, event: PastEvent, said: str,
        parent: QWidget | None = None, *, author: str = "",
    ) -> None:  # fmt: skip
        super().__init__(
            theme, tr, tr("Correct a recorded step"), verb=tr("Record the correction"),
            sentence=tr("“{step}” stays in the history, beside what you say here.", step=said),
            parent=parent,
        )  # fmt: skip
        self._before = _day_of(event)
        self.day = self.add_day("day", tr("It was on"), self._before)
        self.decision: _DecisionFields | None = None
        self.channel: ChoiceEditor | None = None
        if event.kind == EventKind.DECIDED:
            item = request.item(Right(str(event.payload["right"])))
            self.decision = _DecisionFields(self, theme, tr, item, author)
        if event.kind == EventKind.ANSWER_SENT:
            self._ask_channel(theme, Channel(str(event.payload["channel"])))
        self.undo = TickBox(theme, tr("It never happened: recorded by mistake"))
        if event.kind not in NEVER_UNDONE:
            self.add(self.undo)
        self.undo.toggled.connect(self._show_what_is_asked)

    def answer(self) -> Correction:
        """Return what is true of the step; what stays as it was is not said again."""
        if self.undo.isChecked():
            return Correction(undo=True)
        day = day_in(self.day)
        decided = self.decision.decided if self.decision else None
        return Correction(day if day != self._before else None, decided, self._channel())

    def mistakes(self) -> dict[str, str]:
        """Ask for a change, and for the reason that another decision needs."""
        said = self.answer()
        if self.decision and said.decided and (wrong := self.decision.mistakes()):
            return wrong
        return {} if said != Correction() else {"day": self._tr("Nothing here is different yet.")}

    def _ask_channel(self, theme: Theme, channel: Channel) -> None:
        self._sent_by = channel
        editor = ChoiceEditor(theme, tuple(channel_label(self._tr, one) for one in CHANNELS))
        editor.setCurrentIndex(CHANNELS.index(channel))
        self.add_field("channel", Field(theme, self._tr("Sent by"), editor))
        self.channel = editor

    def _channel(self) -> Channel | None:
        if self.channel is None:
            return None
        chosen = CHANNELS[self.channel.currentIndex()]
        return chosen if chosen is not self._sent_by else None

    def _show_what_is_asked(self) -> None:
        for field in self.fields.values():
            field.setVisible(not self.undo.isChecked())
        if self.decision is not None and not self.undo.isChecked():
            self.decision.show_what_is_asked()


class _DecisionFields:
    """The fields of a form for a decision, its reason, its words and its proof."""

    def __init__(
        self, form: RecordForm, theme: Theme, tr: Tr, item: Item, author: str
    ) -> None:  # fmt: skip
        self._item, self._tr = item, tr
        self._decisions = decisions_for(item.right)
        self._codes: tuple[str | None, ...] = (None, *reasons_for(item.right))
        labels = tuple(decision_label(tr, one) for one in self._decisions)
        self.decision = ChoiceEditor(theme, labels)
        if item.decision in self._decisions:
            self.decision.setCurrentIndex(self._decisions.index(item.decision))
        form.add_field("decision", Field(theme, tr("Decision"), self.decision))
        codes = (reason_label(tr, one) if one else tr("No reason chosen") for one in self._codes)
        self.reason = ChoiceEditor(theme, tuple(codes))
        if item.reason_code in self._codes:
            self.reason.setCurrentIndex(self._codes.index(item.reason_code))
        form.add_field("reason", Field(theme, tr("Reason"), self.reason))
        self.text = TextEditor(item.reason_text or "")
        form.add_field("text", Field(theme, tr("In your words, for the file"), self.text))
        self.proof = ProofFields(
            form, theme, tr, duplicate_of=item.duplicate_of, abuse=item.abuse, author=author,
            earlier=(),
        )  # fmt: skip
        self.decision.currentIndexChanged.connect(self.show_what_is_asked)
        self.reason.currentIndexChanged.connect(self.show_what_is_asked)
        self.show_what_is_asked()

    def show_what_is_asked(self) -> None:
        """Show the proof that the decision and its reason need."""
        self.proof.show_for(self._chosen, self._code)

    def mistakes(self) -> dict[str, str]:
        """Ask for the reason and the proof that the decision needs."""
        wrong = self.proof.mistakes(self._chosen, self._code)
        if self._code is None and needs_reason(self._chosen):
            wrong["reason"] = self._tr("This decision needs a reason")
        return wrong

    @property
    def _chosen(self) -> Decision:
        return self._decisions[self.decision.currentIndex()]

    @property
    def _code(self) -> str | None:
        return self._codes[self.reason.currentIndex()]

    @property
    def decided(self) -> Item | None:
        """The decision as it should be, None if nothing of it changes."""
        item = self._item
        right_now = replace(
            item,
            decision=self._chosen,
            reason_code=self._code,
            reason_text=self.text.text().strip() or None,
            duplicate_of=self.proof.repeated(self._chosen),
            abuse=self.proof.abuse(self._code),
        )
        return right_now if right_now != item else None


def _day_of(event: PastEvent) -> date:
    day = event.payload.get("on")
    return date.fromisoformat(day) if isinstance(day, str) else event.at.date()
