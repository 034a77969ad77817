"""Other requests of the person: found by their keys, linked, continued after an answer (SC10)."""

from collections import Counter
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dsr_desktop.domain.answer_difference import AnsweredRow, Since
from dsr_desktop.domain.links import Link, SamePerson
from dsr_desktop.gui.pages.requests.fold_card import FoldCard, Line
from dsr_desktop.gui.pages.requests.guards import Guards
from dsr_desktop.gui.pages.requests.state import RequestState
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink
from dsr_desktop.gui.widgets.button import Button, ButtonKind, ButtonSize
from dsr_desktop.gui.widgets.fact_row import FactRow
from dsr_desktop.gui.widgets.layouts import side_by_side
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.lifecycle import link_label, since_label
from dsr_desktop.wording.requests import right_label, stage_label


class RelatedCard(FoldCard):
    """`opened`, `link_requested` and `unlink_requested` carry the reference of the other request."""

    opened = Signal(str)
    link_requested = Signal(str)
    unlink_requested = Signal(str)
    reopen_requested = Signal()

    def __init__(self, theme: Theme, tr: Tr, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("Other requests of the person"), parent)
        self._tr = tr
        self._shown: object = None
        self.link = self.add_button(tr("Link with a request…"))
        self.link.clicked.connect(lambda: self.link_requested.emit(""))
        self.reopen = self.add_button(tr("Something is missing…"))
        self.reopen.clicked.connect(self.reopen_requested)

    def show_state(self, state: RequestState, guards: Guards) -> None:
        """Show what was found and linked, and what is new since the answer that is continued."""
        tr, relatives = self._tr, state.beside.relatives
        self.reopen.setVisible(state.request.answered_on is not None)
        self.guard((self.link, guards.link))
        if (relatives, state.beside.since_answer) == self._shown:
            return
        self._shown = (relatives, state.beside.since_answer)
        found = {one.ref: one for one in relatives.found}
        linked = {_other(state, link): link for link in relatives.links}
        refs = dict.fromkeys((*linked, *found))
        rows = [self._row(state, ref, linked.get(ref), found.get(ref)) for ref in refs]
        since = [Line(tr("Since the last answer"), _since_line(tr, state.beside.since_answer))]
        note = tr.count("{n} request", "{n} requests", len(refs)) if refs else tr("none")
        shown: list[Line | QWidget] = [*rows, *(since if state.beside.since_answer else [])]
        self.show_lines(state.request.ref, shown, note)

    def _row(
        self, state: RequestState, ref: str, link: Link | None, found: SamePerson | None
    ) -> QWidget:
        tr = self._tr
        opens = Button(self._theme, tr("Show it"), ButtonKind.LINK, size=ButtonSize.SMALL)
        opens.setAccessibleName(tr("Open {ref}", ref=ref))
        opens.clicked.connect(partial(self.opened.emit, ref))
        verb = tr("Unlink") if link else tr("Link…")
        change = Button(self._theme, verb, ButtonKind.LINK, size=ButtonSize.SMALL)
        change.setAccessibleName(tr("{verb} {system}", verb=verb, system=ref))
        signal = self.unlink_requested if link else self.link_requested
        change.clicked.connect(partial(signal.emit, ref))
        text = _linked_line(tr, link) if link else _found_line(tr, found)
        icon, ink = (Icon.USER_CHECK, Ink.OK) if link else (Icon.USER, Ink.MUTED)
        return FactRow(self._theme, icon, ink, text, aside=side_by_side(opens, change))


def _other(state: RequestState, link: Link) -> str:
    return link.to if link.ref == state.request.ref else link.ref


def _linked_line(tr: Tr, link: Link) -> str:
    return tr("{ref} {kind} {to}", ref=link.ref, kind=link_label(tr, link.kind), to=link.to)


def _found_line(tr: Tr, found: SamePerson | None) -> str:
    if found is None:
        return ""
    rights = ", ".join(right_label(tr, one) for one in found.rights)
    said = [found.ref, tr.date(found.received_on), rights, stage_label(tr, found.stage)]
    if found.is_unanswered and found.same_rights:
        said.append(tr("not answered yet: a second letter is a reminder"))
    elif found.same_rights and found.never_excessive:
        said.append(tr("a year apart: never excessive"))
    return " · ".join(said)


def _since_line(tr: Tr, rows: tuple[AnsweredRow, ...]) -> str:
    counts = Counter(row.since for row in rows)
    said = (
        tr("{what}: {n}", what=since_label(tr, one), n=tr.number(counts[one]))
        for one in Since
        if counts[one]
    )
    return " · ".join(said)
