"""The form that records the answer: the day that counts, and how it was sent."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from dsr_desktop.domain.request import Channel
from dsr_desktop.gui.pages.requests.forms.checked_form import CheckedForm
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.widgets.editors import ChoiceEditor
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.gui.widgets.tick_box import TickBox
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.requests import channel_label

CHANNELS = tuple(Channel)


@dataclass(frozen=True)
class Sent:
    """An answer that was sent; `remedies_told`: it named complaint and court (R-COM-3)."""

    sent_on: date
    channel: Channel
    remedies_told: bool = True


class SendForm(CheckedForm):
    """Asks when and how the answer was sent; one that `refuses` anything, what it said of it."""

    def __init__(
        self, theme: Theme, tr: Tr, today: date, *, refuses: bool = False,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(
            theme, tr, tr("Record that the answer was sent"), verb=tr("Record sending"),
            sentence=tr("You send the answer; the app records the day that counts for the deadline."),
            parent=parent,
        )  # fmt: skip
        self.ask_day(tr("Sent on"), today)
        self.channel = ChoiceEditor(theme, tuple(channel_label(tr, one) for one in CHANNELS))
        self.add_field("channel", Field(theme, tr("Sent by"), self.channel))
        self.remedies = TickBox(theme, tr("It names the right to complain and to go to court"))
        self._refuses = refuses
        if refuses:
            self.add(self.remedies)

    def answer(self) -> Sent:
        """Return what was entered."""
        channel = CHANNELS[self.channel.currentIndex()]
        return Sent(self.chosen_day, channel, not self._refuses or self.remedies.isChecked())
