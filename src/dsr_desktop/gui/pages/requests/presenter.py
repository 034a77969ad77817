"""Decides what the request pages show, and does what is asked there."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Signal

from dsr_desktop.domain.clock import Deadline
from dsr_desktop.domain.communication import CommunicationKind
from dsr_desktop.domain.fee import Fee
from dsr_desktop.domain.fields import Origin
from dsr_desktop.domain.progress import Progress
from dsr_desktop.domain.request import Request
from dsr_desktop.domain.request_steps import StepMark
from dsr_desktop.domain.request_view import RequestView
from dsr_desktop.domain.short_path import ShortAnswer
from dsr_desktop.domain.unsettled import UnknownOrigin
from dsr_desktop.gui.jobs import Failed, JobState, Ok, Outcome
from dsr_desktop.gui.pages.presenter import Presenter
from dsr_desktop.gui.pages.record_form import RecordForm
from dsr_desktop.gui.pages.requests import draft as drafts
from dsr_desktop.gui.pages.requests.decision_row import Decided
from dsr_desktop.gui.pages.requests.draft import Draft
from dsr_desktop.gui.pages.requests.fee_dialogs import Known, Replied
from dsr_desktop.gui.pages.requests.forms.answer_form import Sent
from dsr_desktop.gui.pages.requests.forms.clock_forms import Extended, Paused
from dsr_desktop.gui.pages.requests.forms.steps_form import Settled
from dsr_desktop.gui.pages.requests.made import (
    Written,
    bundle_made,
    certificate_written,
    checklist_written,
    dossier_written,
    locked_sources,
)
from dsr_desktop.gui.pages.requests.messages_presenter import now_on
from dsr_desktop.gui.pages.requests.rules import extension_of, pause_of
from dsr_desktop.gui.pages.requests.state import RequestState
from dsr_desktop.gui.workspace import Workspace
from dsr_desktop.services import clocking, closing, fees, handling, origins, short_path
from dsr_desktop.services.calls import attach_call
from dsr_desktop.services.certificates import write_certificate
from dsr_desktop.services.checklists import write_checklist
from dsr_desktop.services.messages import Arrival, record_with_messages
from dsr_desktop.services.packaging import build_portability
from dsr_desktop.services.register import Register
from dsr_desktop.services.request_facts import mark_steps
from dsr_desktop.services.request_state import read_state
from dsr_desktop.services.rescanning import Rescan, rescan
from dsr_desktop.wording.language import speak

Result = TypeVar("Result")


class RequestsPresenter(Presenter):
    """`shown` brings a `RequestState`.

    `missing` tells that there is no such request. `recorded` brings the reference of a new one;
    `written` brings `Written`, `packed` a `BundleMade`;
    `reading` says how far the reading of the sources is, "" when it is over; `locked` brings the
    `LockedSources` that it could not read without a password; `short_planned` brings a `ShortPlan`,
    `fee_known` what a form of a fee begins with.
    """

    shown = Signal(object)
    missing = Signal()
    recorded = Signal(str)
    written = Signal(object)
    packed = Signal(object)
    reading = Signal(str)
    locked = Signal(object)
    short_planned = Signal(object)
    fee_known = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._reading_job = 0
        workspace.jobs.progressed.connect(self._tell_reading)

    def load_request(self, ref: str) -> None:
        """Read one request; one that is not there is reported, then `missing` told."""
        register, today = self.workspace.register, self.workspace.today()

        def then(outcome: Outcome[RequestState]) -> None:
            if isinstance(outcome, Ok):
                self.shown.emit(outcome.value)
            elif isinstance(outcome, Failed):
                self.missing.emit()
                self.workspace.report(outcome.error)

        title = self.workspace.tr("Reading the register")
        self.workspace.run(
            title, lambda _progress: read_state(register, ref, today), then, lane="read"
        )

    def deadline_of(self, received_on: date) -> Deadline:
        """Return the clock that a request received on this day would have."""
        workspace = self.workspace
        return handling.expected_deadline(workspace.register, received_on, workspace.today())

    def mistakes_of(self, draft: Draft) -> dict[str, str]:
        """Return the rules that a draft breaks, by field."""
        workspace = self.workspace
        return drafts.mistakes_of(workspace.tr, draft, workspace.today(), workspace.company.country)

    def record_new(self, form: RecordForm, draft: Draft, call: int | None = None) -> None:
        """Record a new request and show it; the sheet of the call that it came by is put to it."""
        register, today = self.workspace.register, self.workspace.today()

        def made() -> RequestView:
            view = handling.new_request(
                register, draft.rights, draft.criteria(), draft.day(), draft.channel, today,
                language=draft.language,
            )  # fmt: skip
            if call is not None:
                attach_call(register, call, view.request.ref)
            return view

        def work(_progress: Progress) -> str:
            arrivals = [
                Arrival(one.message, one.decided(), True, CommunicationKind.REQUEST)
                for one in draft.given
            ]
            return record_with_messages(register, made, arrivals, now_on(today)).request.ref

        self.record(form, work, self.recorded.emit)

    def plan_short_path(self, ref: str) -> None:
        """Work out what the short path of a request would record."""
        register, today = self.workspace.register, self.workspace.today()
        self.read(
            self.workspace.tr("Reading the register"),
            lambda _progress: short_path.plan_short_path(register, ref, today),
            self.short_planned.emit,
        )

    def take_short_path(self, form: RecordForm, ref: str, answer: ShortAnswer) -> None:
        """Block, answer and close a request in one go."""
        register, today, tr = self.workspace.register, self.workspace.today(), self.workspace.tr
        self.record(
            form,
            lambda _progress: short_path.take_short_path(register, ref, answer, today, tr),
            lambda _view: self.workspace.tell_traces(),
        )

    def read_repetition(self, request: Request) -> None:
        """Read how often the person asked for the same, for the form of a fee."""
        register = self.workspace.register
        self.read(
            self.workspace.tr("Reading the register"),
            lambda _progress: Known(request, fees.repetition(register, request.ref)),
            self.fee_known.emit,
        )

    def tell_fee(self, form: RecordForm, ref: str, fee: Fee) -> None:
        """Record that the person was told a fee; the notice is there to be copied."""
        register, today, tr = self.workspace.register, self.workspace.today(), self.workspace.tr
        self.record(
            form,
            lambda _progress: fees.notice_of_fee(
                register, fees.tell_fee(register, ref, fee, today).request, fee
            ),
            lambda notice: self.written.emit(
                Written(tr("The fee is recorded. Send this text:"), notice, copy=notice)
            ),
        )

    def record_fee_reply(self, form: RecordForm, ref: str, replied: Replied) -> None:
        """Record what became of a fee."""
        register, today = self.workspace.register, self.workspace.today()
        self.record(
            form,
            lambda _progress: fees.record_fee_reply(
                register, ref, replied.reply, replied.on, today
            ),
        )

    def decide(self, ref: str, decided: Decided) -> None:
        """Record the decision on one right."""
        self._do(
            lambda register, today: handling.decide(
                register, ref, decided.right, decided.decision, today,
                reason_code=decided.reason_code, reason_text=decided.text, on=decided.on,
            )
        )  # fmt: skip

    def write(
        self,
        form: RecordForm,
        work: Callable[[Register, date], Result],
        then: Callable[[Result], None] = lambda _result: None,
    ) -> None:
        """Write what a form hands in, as of today."""
        register, today = self.workspace.register, self.workspace.today()
        self.record(form, lambda _progress: work(register, today), then)

    def pause(self, form: RecordForm, ref: str, paused: Paused) -> None:
        """Record a question that stops the clock."""
        pause = pause_of(paused)
        self.write(
            form,
            lambda register, today: clocking.pause_clock(
                register, ref, pause, today, large_quantity=paused.large_quantity
            ),
        )

    def resume(self, form: RecordForm, ref: str, answered_on: date) -> None:
        """Record that the person answered."""
        self.write(
            form, lambda register, today: clocking.resume_clock(register, ref, answered_on, today)
        )

    def extend(self, form: RecordForm, ref: str, extended: Extended) -> None:
        """Record the extension."""
        extension = extension_of(extended)
        self.write(form, lambda register, today: clocking.extend(register, ref, extension, today))

    def withdraw(self, form: RecordForm, ref: str, on: date) -> None:
        """Record that the extension was withdrawn."""
        self.write(
            form, lambda register, today: clocking.withdraw_extension(register, ref, on, today)
        )

    def send(self, form: RecordForm, ref: str, sent: Sent) -> None:
        """Record that the answer was sent."""
        self.write(
            form,
            lambda register, today: handling.mark_sent(
                register, ref, sent.sent_on, sent.channel, today, remedies_told=sent.remedies_told
            ),
        )

    def settle_steps(self, form: RecordForm, ref: str, settled: Settled) -> None:
        """Record the steps that are done, and those that do not apply."""

        def work(register: Register, today: date) -> None:
            done = [StepMark(code, settled.on, register.actor) for code in settled.done]
            others = [
                StepMark(code, not_applicable=settled.reason) for code in settled.not_applicable
            ]
            mark_steps(register, ref, [*done, *others], today)

        self.write(form, work)

    def say_origins(self, form: RecordForm, said: Mapping[UnknownOrigin, Origin]) -> None:
        """Record who the values of columns come from."""
        self.write(form, lambda register, _today: origins.say_origins(register, said))

    def close(self, ref: str) -> None:
        """Close a request; its working copies go, and what is left of them in the file is told."""
        self._do(
            lambda register, today: closing.close_request(register, ref, today),
            lambda _view: self.workspace.tell_traces(),
        )

    def write_checklist(self, ref: str, folder: Path) -> None:
        """Write the erasure checklist into a folder."""
        register, today, tr = self.workspace.register, self.workspace.today(), self.workspace.tr
        self.change(
            tr("Writing the checklist"),
            lambda _progress: write_checklist(register, ref, folder, today, tr),
            lambda files: self.written.emit(checklist_written(tr, files)),
        )

    def write_certificate(self, request: Request, folder: Path) -> None:
        """Write the certificate of an erasure, in the language of the request (R-COM-11)."""
        register, today, tr = self.workspace.register, self.workspace.today(), self.workspace.tr
        self.change(
            tr("Writing the certificate"),
            lambda _progress: write_certificate(
                register, request.ref, folder, today, speak(request.language)
            ),
            lambda made: self.written.emit(certificate_written(tr, made)),
        )

    def make_dossier(self, ref: str, folder: Path, *, has_texts: bool) -> None:
        """Make the dossier for the authority in the language of the window; it can be cancelled."""
        from dsr_desktop.services.dossiers import write_dossier  # noqa: PLC0415 - loads the writers

        register, today, tr = self.workspace.register, self.workspace.today(), self.workspace.tr
        self.change(
            tr("Making the dossier"),
            lambda progress: write_dossier(
                register, ref, folder, today, tr, has_texts=has_texts, progress=progress
            ),
            lambda made: self.written.emit(dossier_written(tr, made)),
        )

    def build_bundle(
        self, request: Request, folder: Path, formats: tuple[str, ...], *, byte_order_mark: bool
    ) -> None:
        """Build the portability bundle, in the language of the request (R-COM-11); it can be cancelled."""
        register, today = self.workspace.register, self.workspace.today()
        self.change(
            self.workspace.tr("Building the bundle"),
            lambda progress: build_portability(
                register,
                request.ref,
                folder,
                today,
                speak(request.language),
                formats=formats,
                byte_order_mark=byte_order_mark,
                progress=progress,
            ),
            lambda bundle: self.packed.emit(bundle_made(bundle)),
        )

    def read_again(self, ref: str, passwords: tuple[str, ...] = (), locked_before: int = 0) -> None:
        """Read the source files again from disk; `locked` tells if a file has a password.

        `passwords` are those given so far, `locked_before` counts the files that had one before
        the last of them.
        """
        register = self.workspace.register

        def work(progress: Progress) -> Rescan:
            return rescan(register, ref, passwords=passwords, progress=progress)

        def then(outcome: Outcome[Rescan]) -> None:
            self.reading.emit("")
            if isinstance(outcome, Failed):
                self.workspace.report(outcome.error)
            self.workspace.register_changed.emit()
            if isinstance(outcome, Ok) and outcome.value.locked:
                self.locked.emit(locked_sources(outcome.value, passwords, locked_before))

        self.reading.emit(self.workspace.tr("Reading…"))
        title = self.workspace.tr("Reading the sources again")
        self._reading_job = self.workspace.run(title, work, then)

    def _tell_reading(self, job: JobState) -> None:
        if job.number == self._reading_job and job.total:
            tr = self.workspace.tr
            done, total = tr.number(job.done + 1), tr.number(job.total)
            self.reading.emit(tr("Reading {n} of {total}…", n=done, total=total))

    def _do(
        self,
        work: Callable[[Register, date], RequestView],
        then: Callable[[RequestView], None] = lambda _view: None,
    ) -> None:
        register, today = self.workspace.register, self.workspace.today()
        title = self.workspace.tr("Recording")
        self.change(title, lambda _progress: work(register, today), then)
