"""The forms of a fee: the amount with its proof, then what the person replied (R-ABU-2)."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from dsr_desktop.domain.errors import DsrError
from dsr_desktop.domain.fee import Fee, FeeGround, FeeReply, cents_of, check_fee
from dsr_desktop.domain.repetition import Repetition
from dsr_desktop.domain.request import Request
from dsr_desktop.gui.pages.record_form import RecordForm
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.widgets.editors import ChoiceEditor, NoteEditor, TextEditor
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.wording.errors import word_error
from dsr_desktop.wording.fees import ground_label, repetition_lines, reply_label
from dsr_desktop.wording.language import Tr

_GROUNDS = (
    FeeGround.REPETITIVE, FeeGround.ABUSIVE, FeeGround.UNFOUNDED, FeeGround.MORE_COPIES,
)  # fmt: skip
_REPLIES = tuple(FeeReply)


@dataclass(frozen=True)
class Known:
    """What the form of a fee begins with: the request, and what is known of earlier ones."""

    request: Request
    repetition: Repetition


@dataclass(frozen=True)
class Replied:
    """What became of a fee, and when."""

    reply: FeeReply
    on: date


class FeeDialog(RecordForm):
    """Asks for a `Fee`; the facts are proposed from the earlier requests that are known."""

    def __init__(
        self, theme: Theme, tr: Tr, known: Known, author: str, today: date,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(
            theme, tr, tr("Tell a fee"), verb=tr("Record the fee"),
            sentence=tr("Requests are free of charge, but for what is proven. You tell the person "
                        "the amount, and they may withdraw; the deadline goes on."),
            parent=parent,
        )  # fmt: skip
        self._known, self._author = known, author
        self.amount = TextEditor()
        self.ground = ChoiceEditor(theme, tuple(ground_label(tr, one) for one in _GROUNDS))
        found = " ".join(repetition_lines(tr, known.repetition))
        self.facts = NoteEditor(found, lines=4)
        self.earlier = TextEditor("; ".join(known.repetition.earlier))
        self.add_field("amount", Field(theme, tr("Amount in euros"), self.amount))
        self.add_field("ground", Field(theme, tr("Why"), self.ground))
        self.add_field("facts", Field(theme, tr("Facts that prove it"), self.facts))
        several = tr("Several: put ; between them")
        self.add_field(
            "earlier", Field(theme, tr("Earlier requests"), self.earlier, help_text=several)
        )
        self._told_on = self.add_day("told_on", tr("Told on"), today)

    def answer(self) -> Fee:
        """Return the fee that the form says; raises InvalidInputError for what is no amount."""
        refs = (one.strip().upper() for one in self.earlier.text().split(";"))
        return Fee(
            cents_of(self.amount.text()), _GROUNDS[self.ground.currentIndex()],
            self.facts.toPlainText().strip(), self._author, self._told_on.understood or date.min,
            tuple(ref for ref in refs if ref),
        )  # fmt: skip

    def mistakes(self) -> dict[str, str]:
        """Return the rule that the fee breaks, at the field that mends it."""
        try:
            fee = self.answer()
        except DsrError as error:
            return {"amount": word_error(self._tr, error)}
        try:
            check_fee(fee, self._known.request.rights)
        except DsrError as error:
            field = "earlier" if fee.facts and not fee.earlier else "facts"
            return {field: word_error(self._tr, error)}
        return {}


class FeeReplyDialog(RecordForm):
    """Asks for what became of the fee."""

    def __init__(self, theme: Theme, tr: Tr, today: date, parent: QWidget | None = None) -> None:
        super().__init__(
            theme, tr, tr("What became of the fee"), verb=tr("Record the reply"),
            sentence=tr("Who withdraws takes back the whole request: it can then be closed."),
            parent=parent,
        )  # fmt: skip
        self.reply = ChoiceEditor(theme, tuple(reply_label(tr, one) for one in _REPLIES))
        self.add_field("reply", Field(theme, tr("Reply"), self.reply))
        self._on = self.add_day("on", tr("Replied on"), today)

    def answer(self) -> Replied:
        """Return what the form says."""
        return Replied(_REPLIES[self.reply.currentIndex()], self._on.understood or date.min)
