"""Who is concerned, and who writes for them: names, aliases, addresses, mandate (R-ID-8)."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dsr_desktop.domain.requester import Address, Mandate, Relation
from dsr_desktop.gui.pages.requests.fold_card import FoldCard, Line
from dsr_desktop.gui.pages.requests.guards import Guards
from dsr_desktop.gui.pages.requests.state import RequestState
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.lifecycle import relation_label
from dsr_desktop.wording.requests import right_label


class PeopleCard(FoldCard):
    """Folded while the person writes for themselves and has one name."""

    subject_requested = Signal()
    requester_requested = Signal()

    def __init__(self, theme: Theme, tr: Tr, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("People"), parent)
        self._tr = tr
        self.subject = self.add_button(tr("Change the person…"))
        self.subject.clicked.connect(self.subject_requested)
        self.requester = self.add_button(tr("Change the requester…"))
        self.requester.clicked.connect(self.requester_requested)

    def show_state(self, state: RequestState, guards: Guards) -> None:
        """Show who is concerned and who writes."""
        tr, request = self._tr, state.request
        who, subject = request.requester, request.data_subject
        is_usual = who.relation is Relation.SELF and not subject.aliases
        note = relation_label(tr, who.relation)
        if who.name:
            note = f"{who.name} · {note}"
        self.show_lines(request.ref, _lines(tr, state), note, is_usual=is_usual)
        self.guard((self.subject, guards.facts), (self.requester, guards.facts))


def _lines(tr: Tr, state: RequestState) -> list[Line]:
    request = state.request
    who, subject = request.requester, request.data_subject
    name = subject.name or request.person
    aliases = tr("also {names}", names=", ".join(subject.aliases)) if subject.aliases else ""
    concerned = " · ".join(filter(None, (aliases, _addresses(subject.addresses))))
    lines = [Line(tr("The person: {name}", name=name), concerned)]
    if who.relation is Relation.SELF:
        said = _addresses(who.addresses)
        return [*lines, Line(tr("Writes for themselves"), said)]
    writes = tr(
        "Writes: {name}, {relation}", name=who.name, relation=relation_label(tr, who.relation)
    )
    mandate = _mandate(tr, who.mandate) if who.needs_mandate else ""
    return [*lines, Line(writes, " · ".join(filter(None, (_addresses(who.addresses), mandate))))]


def _addresses(addresses: Iterable[Address]) -> str:
    return " · ".join(one.value for one in addresses)


def _mandate(tr: Tr, mandate: Mandate | None) -> str:
    if mandate is None or mandate.received_on is None:
        return tr("no mandate received")
    if mandate.checked_on is None:
        return tr("mandate received on {day}, not checked", day=tr.date(mandate.received_on))
    rights = ", ".join(right_label(tr, one) for one in sorted(mandate.covers))
    return tr(
        "mandate checked on {day} by {name}, covers: {rights}",
        day=tr.date(mandate.checked_on), name=mandate.checked_by, rights=rights,
    )  # fmt: skip
