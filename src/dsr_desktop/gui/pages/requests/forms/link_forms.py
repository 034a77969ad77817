"""Forms on other requests of the person: a link, and "you forgot X" after an answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from dsr_desktop.domain.links import LinkKind
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.gui.pages.record_form import RecordForm
from dsr_desktop.gui.pages.requests.forms.answer_form import CHANNELS
from dsr_desktop.gui.pages.requests.forms.checked_form import day_in, ticks_in_rows
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.widgets.editors import ChoiceEditor, TextEditor
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.gui.widgets.tick_box import TickBox
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.lifecycle import link_label
from dsr_desktop.wording.requests import channel_label, right_label

_KINDS = tuple(LinkKind)
_TICKS_A_ROW = 2


@dataclass(frozen=True)
class Linked:
    """A link to another request."""

    to: str
    kind: LinkKind


@dataclass(frozen=True)
class WroteAgain:
    """What the person wrote after the answer: when, how, and on which rights."""

    received_on: date
    channel: Channel
    rights: tuple[Right, ...]


class LinkForm(RecordForm):
    """Asks to which request this one is linked, and how; `to` is preset where it was found."""

    def __init__(
        self, theme: Theme, tr: Tr, ref: str, to: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(
            theme, tr, tr("Link with another request"), verb=tr("Record the link"),
            sentence=tr("A link of the two before is replaced."), parent=parent,
        )  # fmt: skip
        labels = tuple(tr("{ref} {kind}", ref=ref, kind=link_label(tr, one)) for one in _KINDS)
        self.kind = ChoiceEditor(theme, labels)
        self.add_field("kind", Field(theme, tr("This request"), self.kind))
        self.to = TextEditor(to)
        self.add_field("to", Field(theme, tr("Reference of the other"), self.to))

    def answer(self) -> Linked:
        """Return the link."""
        return Linked(self.to.text().strip(), _KINDS[self.kind.currentIndex()])

    def mistakes(self) -> dict[str, str]:
        """Ask for the reference."""
        return {} if self.to.text().strip() else {"to": self._tr("Give its reference.")}


class ReopenForm(RecordForm):
    """Asks what the person wrote after the answer: a new request, with a month of its own."""

    def __init__(
        self, theme: Theme, tr: Tr, rights: Sequence[Right], today: date,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(
            theme, tr, tr("The person says that something is missing"),
            verb=tr("Record the new request"),
            sentence=tr("It has a month of its own and is linked to this one. What was given then "
                        "and what is found now are compared."),
            parent=parent,
        )  # fmt: skip
        self.received_on = self.add_day("received_on", tr("Received on"), today)
        self.channel = ChoiceEditor(theme, tuple(channel_label(tr, one) for one in CHANNELS))
        self.add_field("channel", Field(theme, tr("Came in by"), self.channel))
        self.rights = {one: TickBox(theme, right_label(tr, one)) for one in rights}
        for box in self.rights.values():
            box.setChecked(True)
        grid = ticks_in_rows(self.rights.values(), _TICKS_A_ROW)
        self.add_field("rights", Field(theme, tr("Rights asked"), grid))

    def answer(self) -> WroteAgain:
        """Return what was entered."""
        rights = tuple(right for right, box in self.rights.items() if box.isChecked())
        return WroteAgain(day_in(self.received_on), CHANNELS[self.channel.currentIndex()], rights)

    def mistakes(self) -> dict[str, str]:
        """Ask for at least one right."""
        return {} if self.answer().rights else {"rights": self._tr("Tick at least one right.")}
