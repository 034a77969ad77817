"""Reads contacts for the page: their order at once, the contacts themselves as they are looked at."""

from functools import partial

from PySide6.QtCore import Signal

from dsr_desktop.domain.contact_order import ContactOrder
from dsr_desktop.domain.progress import Progress
from dsr_desktop.domain.row_ids import RowIds
from dsr_desktop.gui.jobs import Cancelled, Failed, Ok, Outcome
from dsr_desktop.gui.pages.contacts.views import BLOCK, Block, ContactFacts, ContactsView, Wanted
from dsr_desktop.gui.pages.contacts.words import facts_of, line_of, state_of
from dsr_desktop.gui.pages.presenter import Presenter
from dsr_desktop.gui.workspace import Workspace
from dsr_desktop.services.contact_list import (
    ContactQuery,
    contact_details,
    contacts_seen,
    find_contacts,
    lists_of_contacts,
)
from dsr_desktop.services.register import Register
from dsr_desktop.wording.language import Tr


class ContactsPresenter(Presenter):
    """`listed` brings a ContactsView, `filled` a Block, `looked_into` ContactFacts or None.

    `not_listed` tells that what was asked for last did not come: it failed or was stopped.
    """

    listed = Signal(object)
    filled = Signal(object)
    looked_into = Signal(object)
    not_listed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._asked = 0
        self._to_read: list[tuple[RowIds, int]] = []
        self._is_reading = False

    def list_contacts(self, wanted: Wanted, first: int = 0) -> None:
        """Find contacts, and read those around the place `first`; a later question overtakes it."""
        register, tr = self.workspace.register, self.workspace.tr
        self._asked += 1
        question = self._asked
        is_sorted = wanted.order is not ContactOrder.LIST
        self.workspace.run(
            tr("Sorting the contacts") if is_sorted else tr("Reading the contacts"),
            partial(_list, register, tr, wanted, first),
            lambda outcome: self._settle_list(question, outcome),
            lane="work" if is_sorted else "read",
        )

    def read_block(self, ids: RowIds, first: int) -> None:
        """Read the contacts from a place on; those asked for last are read first."""
        self._to_read.append((ids, first))
        self._read_next()

    def look_into(self, row_id: int) -> None:
        """Read everything about one contact."""
        register, today, tr = self.workspace.register, self.workspace.today(), self.workspace.tr

        def work(_progress: Progress) -> ContactFacts | None:
            details = contact_details(register, row_id, today)
            return facts_of(tr, details) if details else None

        self.read(tr("Reading the contacts"), work, self.looked_into.emit)

    def _settle_list(self, question: int, outcome: Outcome[ContactsView]) -> None:
        if question != self._asked:
            return
        match outcome:
            case Ok(view):
                self._to_read.clear()
                self.listed.emit(view)
            case Failed(error):
                self.not_listed.emit()
                self.workspace.report(error)
            case Cancelled():
                self.not_listed.emit()

    def _read_next(self) -> None:
        if self._is_reading or not self._to_read:
            return
        self._is_reading = True
        ids, first = self._to_read.pop()
        self.workspace.run(
            self.workspace.tr("Reading the contacts"),
            partial(_block, self.workspace.register, self.workspace.tr, ids, first),
            self._settle_block, lane="read",
        )  # fmt: skip

    def _settle_block(self, outcome: Outcome[Block]) -> None:
        self._is_reading = False
        match outcome:
            case Ok(block):
                self.filled.emit(block)
                self._read_next()
            case Failed(error):
                self._to_read.clear()
                self.workspace.report(error)
            case Cancelled():
                self._to_read.clear()


def _list(
    register: Register, tr: Tr, wanted: Wanted, first: int, progress: Progress
) -> ContactsView:
    query = ContactQuery(wanted.text, wanted.source_id, wanted.order, wanted.descending)
    found = find_contacts(register, query, progress)
    start = min(first, max(len(found.ids) - 1, 0))
    block = _block(register, tr, found.ids, start - start % BLOCK, progress)
    return ContactsView(
        wanted, found.ids, found.total, state_of(tr, found), lists_of_contacts(register), block
    )


def _block(register: Register, tr: Tr, ids: RowIds, first: int, _progress: Progress) -> Block:
    seen = contacts_seen(register, ids[first : first + BLOCK])
    return Block(first, tuple(line_of(tr, one) for one in seen))
