"""Reads, keeps and changes messages and call sheets for the window."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from PySide6.QtCore import Signal

from dsr_desktop.domain.call_sheet import CallSheet
from dsr_desktop.domain.identity import UnaskedCopy
from dsr_desktop.domain.progress import Progress
from dsr_desktop.domain.proposals import Proposals
from dsr_desktop.gui.file_choice import choose_files
from dsr_desktop.gui.pages.presenter import Presenter
from dsr_desktop.gui.pages.record_form import RecordForm
from dsr_desktop.gui.pages.requests.call_dialog import CallNoted
from dsr_desktop.gui.pages.requests.draft import Reading
from dsr_desktop.gui.pages.requests.made import Written
from dsr_desktop.gui.pages.requests.message_box import MessageBox
from dsr_desktop.gui.pages.requests.message_dialog import MessageAdded
from dsr_desktop.gui.pages.requests.message_reading import MessageReading
from dsr_desktop.services import calls, identity_log, messages
from dsr_desktop.services.messages import Arrival
from dsr_desktop.services.purging_calls import months_of_calls
from dsr_desktop.services.register import Register

AskFiles = Callable[[MessageBox, str], list[Path]]


@dataclass(frozen=True)
class LooseCalls:
    """The calls that belong to no request, and for how many months such a sheet is kept."""

    sheets: tuple[CallSheet, ...]
    months: int


@dataclass(frozen=True)
class CallBegun:
    """The number of a call that a new request begins with, and what it proposes."""

    call: int
    proposals: Proposals


class MessagesPresenter(Presenter):
    """`saved` brings the path of a message that was written as a mail.

    `calls_listed` brings `LooseCalls`; `request_begun` a `CallBegun`, for the form of a request.
    """

    saved = Signal(object)
    calls_listed = Signal(object)
    request_begun = Signal(object)
    ask_files: AskFiles = staticmethod(choose_files)

    def read_into(self, box: MessageBox, take: Callable[[Reading], None]) -> None:
        """Read what a box is given, off the GUI thread, and hand it to `take`."""
        tr, reading = self.workspace.tr, MessageReading(self.workspace, box, take)
        box.browse_requested.connect(
            lambda: reading.read_files(self.ask_files(box, tr("Choose the message")))
        )

    def keep(self, form: RecordForm, ref: str, added: MessageAdded) -> None:
        """Keep messages with a request."""
        register, today = self.workspace.register, self.workspace.today()

        def work(_progress: Progress) -> None:
            with register.database.transaction():
                for one in added.given:
                    arrival = Arrival(one.message, one.decided(), True, added.kind)
                    messages.keep_message(
                        register, ref, arrival, added.channel, added.day, now_on(today)
                    )

        self.record(form, work)

    def cut_out(self, ref: str, message_id: int, document: int) -> None:
        """Cut an identity document out of a kept message."""
        register = self.workspace.register
        self.change(
            self.workspace.tr("Recording"),
            lambda _progress: messages.cut_out(register, ref, message_id, document),
            lambda _kept: self.workspace.tell_traces(),
        )

    def remove(self, ref: str, message_id: int) -> None:
        """Take the text of a message out."""
        register, today = self.workspace.register, self.workspace.today()
        self.change(
            self.workspace.tr("Recording"),
            lambda _progress: messages.remove_message(register, ref, message_id, today),
            lambda _kept: self.workspace.tell_traces(),
        )

    def save(self, ref: str, message_id: int, folder: Path) -> None:
        """Write a message as a mail into a folder."""
        register, tr = self.workspace.register, self.workspace.tr

        def then(path: Path) -> None:
            self.saved.emit(Written(tr("Message written"), str(path)))

        self.change(
            tr("Writing the message"),
            lambda _progress: messages.save_message(register, ref, message_id, folder),
            then,
        )

    def note_call(
        self, form: RecordForm, ref: str, sheet: CallSheet | None, noted: CallNoted
    ) -> None:
        """Note a call of a request, or change its draft."""
        register, today = self.workspace.register, self.workspace.today()

        def work(_progress: Progress) -> CallSheet:
            if sheet is None:
                return calls.note_call(
                    register, noted.day, noted.texts, today, ref=ref, called_at=noted.at,
                    finished=noted.finished,
                )  # fmt: skip
            return calls.change_call(
                register, sheet.id, today, texts=noted.texts, called_on=noted.day,
                called_at=noted.at, finish=noted.finished,
            )  # fmt: skip

        self.record(form, work)

    def load_calls(self) -> None:
        """Read the calls that belong to no request."""
        register = self.workspace.register
        self.read(
            self.workspace.tr("Reading the register"),
            lambda _progress: LooseCalls(calls.list_calls(register), months_of_calls(register)),
            self.calls_listed.emit,
        )

    def note_loose_call(
        self, form: RecordForm, sheet: CallSheet | None, noted: CallNoted
    ) -> None:  # fmt: skip
        """Note a call of no request, or change its draft; put it to a request if one was chosen."""
        register, today = self.workspace.register, self.workspace.today()

        def work(_progress: Progress) -> CallBegun | None:
            with register.database.transaction():
                kept = _kept(register, sheet, noted, today)
                if noted.ref:
                    calls.attach_call(register, kept.id, noted.ref)
            if not noted.begins_request:
                return None
            return CallBegun(kept.id, calls.propose_from_call(register, kept.id, today))

        self.record(form, work, self._begin_request)

    def discard_call(self, sheet: CallSheet) -> None:
        """Remove a draft that belongs to no request."""
        register = self.workspace.register
        self.change(
            self.workspace.tr("Recording"),
            lambda _progress: calls.discard_call(register, sheet.id),
            lambda _nothing: self.workspace.tell_traces(),
        )

    def _begin_request(self, begun: CallBegun | None) -> None:
        if begun is not None:
            self.request_begun.emit(begun)

    def tick_copy(self, form: RecordForm, ref: str, copy: UnaskedCopy) -> None:
        """Tick that an unasked copy of an identity document is gone."""
        register, today = self.workspace.register, self.workspace.today()
        self.record(
            form, lambda _progress: identity_log.tick_unasked_copy(register, ref, copy, today)
        )


def _kept(register: Register, sheet: CallSheet | None, noted: CallNoted, today: date) -> CallSheet:
    if sheet is None:
        return calls.note_call(
            register, noted.day, noted.texts, today, called_at=noted.at, finished=noted.finished
        )
    if not sheet.is_draft:
        return sheet
    return calls.change_call(
        register, sheet.id, today, texts=noted.texts, called_on=noted.day, called_at=noted.at,
        finish=noted.finished,
    )  # fmt: skip


def now_on(today: date) -> datetime:
    """Return the moment of recording: the time of day now, on the day that counts as today."""
    clock = datetime.now().astimezone()
    return datetime.combine(today, time(clock.hour, clock.minute), clock.tzinfo)
