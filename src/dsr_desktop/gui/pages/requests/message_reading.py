"""Reads what the box of a message is given, while its form stays open."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from dsr_desktop.domain.incoming import MessageRead
from dsr_desktop.domain.progress import OnWait, Progress
from dsr_desktop.domain.proposals import Proposals
from dsr_desktop.gui.jobs import Cancelled, Failed, Ok, Outcome
from dsr_desktop.gui.pages.requests.draft import Reading
from dsr_desktop.gui.pages.requests.message_box import MessageBox
from dsr_desktop.gui.workspace import Workspace
from dsr_desktop.services import messages

Read = Callable[[OnWait], tuple[MessageRead, ...]]


class MessageReading:
    """What is given later overtakes what is being read, and a form that is left ends it.

    It lives as long as the box does, which holds it by its signals.
    """

    def __init__(
        self, workspace: Workspace, box: MessageBox, take: Callable[[Reading], None]
    ) -> None:
        self._workspace = workspace
        self._box = box
        self._take = take
        self._job: int | None = None
        self._turn = 0
        box.editor.text_given.connect(partial(self.read_text))
        box.editor.files_given.connect(partial(self.read_files))
        box.destroyed.connect(partial(self._overtake))

    def read_files(self, paths: Sequence[Path]) -> None:
        """Read the files of messages; no file is no news."""
        register = self._workspace.register
        if paths:
            self._read(lambda wait: tuple(messages.read_file(register, one, wait) for one in paths))

    def read_text(self, text: str) -> None:
        """Read a text; none takes back what was read before."""
        register = self._workspace.register
        if text.strip():
            self._read(lambda wait: (messages.read_text(register, text, wait),))
        else:
            self._read(lambda _wait: ())

    def _read(self, read: Read) -> None:
        self._overtake()
        turn = self._turn
        register, today = self._workspace.register, self._workspace.today()

        def work(progress: Progress) -> Reading:
            found = read(lambda: progress(0, 0, ""))
            if not found:
                return Reading((), Proposals())
            return Reading(found, messages.propose_from(register, found[0], today))

        self._box.show_waiting()
        self._job = self._workspace.run(
            self._workspace.tr("Reading the message"), work,
            lambda outcome: self._settle(turn, outcome), lane="read",
        )  # fmt: skip

    def _overtake(self, _gone: object = None) -> None:
        self._turn += 1
        if self._job is not None:
            self._workspace.jobs.cancel(self._job)
            self._job = None

    def _settle(self, turn: int, outcome: Outcome[Reading]) -> None:
        if turn != self._turn:
            return
        match outcome:
            case Ok(reading):
                self._take(reading)
            case Failed(error):
                self._box.show_failure(error)
            case Cancelled():
                self._box.show_read(())
