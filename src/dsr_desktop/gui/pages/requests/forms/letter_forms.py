"""The form that records that a letter was sent."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from dsr_desktop.domain.communication import DISCLOSING, AddressState
from dsr_desktop.domain.kept_letter import KeptLetter
from dsr_desktop.domain.letters import LETTERS, LetterKind
from dsr_desktop.domain.request import Channel
from dsr_desktop.gui.pages.record_form import RecordForm
from dsr_desktop.gui.pages.requests.forms.addresses import ADDRESSES, unverified_refused
from dsr_desktop.gui.pages.requests.forms.answer_form import CHANNELS
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.widgets.editors import ChoiceEditor
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.wording.communications import address_label
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.letters import letter_label
from dsr_desktop.wording.requests import channel_label


@dataclass(frozen=True)
class LetterSent:
    """Which letter left, on which day, by which way, and what was known of the address."""

    kind: LetterKind
    on: date
    channel: Channel
    address: AddressState


class LetterSentForm(RecordForm):
    """Asks which of the letters written left, when and where to; what follows is recorded with it."""

    def __init__(
        self, theme: Theme, tr: Tr, letters: tuple[KeptLetter, ...], channel: Channel, today: date,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(
            theme, tr, tr("Record that a letter was sent"), verb=tr("Record sending"),
            sentence=tr("What follows is recorded with it: the acknowledgement, the question that "
                        "stops the clock, the extension, or the answer."),
            parent=parent,
        )  # fmt: skip
        self._letters = letters
        self.letter = ChoiceEditor(theme, tuple(letter_label(tr, one.kind) for one in letters))
        self.add_field("letter", Field(theme, tr("Letter"), self.letter))
        self._on = self.add_day("on", tr("Sent on"), today)
        self.channel = ChoiceEditor(theme, tuple(channel_label(tr, one) for one in CHANNELS))
        self.channel.setCurrentIndex(CHANNELS.index(channel))
        self.add_field("channel", Field(theme, tr("Sent by"), self.channel))
        self.address = ChoiceEditor(theme, tuple(address_label(tr, one) for one in ADDRESSES))
        self.add_field("address", Field(theme, tr("Where it goes"), self.address))

    def answer(self) -> LetterSent:
        """Return what was chosen."""
        return LetterSent(
            self._letters[self.letter.currentIndex()].kind, self._on.understood or date.min,
            CHANNELS[self.channel.currentIndex()], ADDRESSES[self.address.currentIndex()],
        )  # fmt: skip

    def mistakes(self) -> dict[str, str]:
        """Refuse data to an address that nobody verified (R-COM-9)."""
        said = self.answer()
        if LETTERS[said.kind].message in DISCLOSING and said.address is AddressState.NOT_VERIFIED:
            return {"address": unverified_refused(self._tr)}
        return {}
