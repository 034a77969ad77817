"""Reads, keeps and changes messages and call sheets for the window."""

from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

from PySide6.QtCore import Signal

from dsr_desktop.domain.call_sheet import CallSheet
from dsr_desktop.domain.identity import UnaskedCopy
from dsr_desktop.domain.progress import Progress
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

AskFiles = Callable[[MessageBox, str], list[Path]]


class MessagesPresenter(Presenter):
    """`saved` brings the path of a message that was written as a mail."""

    saved = Signal(object)
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

    def tick_copy(self, form: RecordForm, ref: str, copy: UnaskedCopy) -> None:
        """Tick that an unasked copy of an identity document is gone."""
        register, today = self.workspace.register, self.workspace.today()
        self.record(
            form, lambda _progress: identity_log.tick_unasked_copy(register, ref, copy, today)
        )


def now_on(today: date) -> datetime:
    """Return the moment of recording: the time of day now, on the day that counts as today."""
    clock = datetime.now().astimezone()
    return datetime.combine(today, time(clock.hour, clock.minute), clock.tzinfo)
