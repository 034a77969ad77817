"""Reads the retention of contacts, and carries out what the page asks for."""

from pathlib import Path

from PySide6.QtCore import Signal

from dsr_desktop.domain.contact_retention import RetentionRule
from dsr_desktop.domain.progress import Progress
from dsr_desktop.gui.pages.presenter import Presenter
from dsr_desktop.gui.pages.record_form import RecordForm
from dsr_desktop.gui.pages.retention.views import (
    PAGE_SIZE,
    STATES_SHOWN,
    ContactLine,
    ContactPage,
    EndGiven,
    HoldGiven,
    LawGiven,
    RetentionView,
    RuleGiven,
    RunQuestion,
    Show,
)
from dsr_desktop.gui.pages.retention.words import line_of, question_of, view_of
from dsr_desktop.services.contact_clocks import count_clocks
from dsr_desktop.services.retaining import RetentionRun, plan_run, run_retention
from dsr_desktop.services.retention_review import ReviewFilter, read_retention, review_contacts
from dsr_desktop.services.retention_settings import (
    Scope,
    release_hold,
    rule_for,
    set_end,
    set_hold,
    set_legal_period,
    set_rule,
)
from dsr_desktop.wording.retention_run import deleted_sentence

_FIRST = ("", 0)


class RetentionPresenter(Presenter):
    """`loaded` brings a RetentionView, `listed` a ContactPage, `counted` a RunQuestion.

    `told` says what was done and what follows; `rule_read` brings an activity and its rule.
    """

    loaded = Signal(object)
    listed = Signal(object)
    counted = Signal(object)
    told = Signal(str, str)
    rule_read = Signal(str, object)

    def load(self, show: Show, source_id: int | None = None) -> None:
        """Bring the clocks up to date, then read counts and the first contacts."""
        register, today, tr = self.workspace.register, self.workspace.today(), self.workspace.tr
        company = self.workspace.company.name

        def work(progress: Progress) -> RetentionView:
            count_clocks(register, today, progress=progress)
            return view_of(tr, read_retention(register, today), company)

        def then(view: RetentionView) -> None:
            self.loaded.emit(view)
            is_there = any(id_ == source_id for id_, _name in view.lists)
            self.list_contacts(show, source_id if is_there else None)

        self.read(tr("Counting the clocks of the contacts"), work, then)

    def list_contacts(
        self, show: Show, source_id: int | None = None, after: tuple[str, int] = _FIRST
    ) -> None:
        """Read the contacts of a state, of one list or of all, those that follow `after`."""
        register, today, tr = self.workspace.register, self.workspace.today(), self.workspace.tr
        wanted = ReviewFilter(STATES_SHOWN[show], show is Show.STALE, source_id=source_id)

        def work(_progress: Progress) -> ContactPage:
            found = review_contacts(register, wanted, today, after=after, most=PAGE_SIZE + 1)
            lines = tuple(line_of(tr, one) for one in found[:PAGE_SIZE])
            return ContactPage(lines, len(found) > PAGE_SIZE, after != _FIRST)

        self.read(tr("Reading the register"), work, self.listed.emit)

    def set_end(self, form: RecordForm, lines: tuple[ContactLine, ...], given: EndGiven) -> None:
        """Record when the processing of contacts ended."""
        register, today, tr = self.workspace.register, self.workspace.today(), self.workspace.tr
        scope = _scope(lines, given.whole)

        def tell(number: int) -> None:
            self.told.emit(tr.count("Set for {n} contact.", "Set for {n} contacts.", number), "")

        self.record(
            form,
            lambda _progress: set_end(register, scope, given.ended_on, given.ended_by, today), tell,
        )  # fmt: skip

    def set_hold(self, form: RecordForm, lines: tuple[ContactLine, ...], given: HoldGiven) -> None:
        """Hold contacts."""
        register, today = self.workspace.register, self.workspace.today()
        scope = _scope(lines, given.whole)
        self.record(
            form, lambda _progress: set_hold(register, scope, given.reason, given.review_on, today)
        )

    def set_law(self, form: RecordForm, lines: tuple[ContactLine, ...], given: LawGiven) -> None:
        """Record until when a law has contacts kept."""
        register, today, tr = self.workspace.register, self.workspace.today(), self.workspace.tr
        scope = _scope(lines, given.whole)

        def tell(number: int) -> None:
            self.told.emit(tr.count("Set for {n} contact.", "Set for {n} contacts.", number), "")

        self.record(
            form, lambda _progress: set_legal_period(register, scope, given.until, today), tell
        )

    def release(self, hold_id: int, reason: str) -> None:
        """Release a hold."""
        register, today, tr = self.workspace.register, self.workspace.today(), self.workspace.tr
        self.change(
            tr("Recording"), lambda _progress: release_hold(register, hold_id, reason, today),
            lambda done: self.told.emit(tr("Hold {id} is released.", id=str(done.id)), ""),
        )  # fmt: skip

    def ask_rule(self, activity: str) -> None:
        """Read the rule of an activity."""
        register = self.workspace.register
        self.read(
            self.workspace.tr("Reading the register"),
            lambda _progress: rule_for(register, activity),
            lambda rule: self.rule_read.emit(activity, rule),
        )

    def set_rule(
        self, form: RecordForm, activity: str, known: RetentionRule, given: RuleGiven
    ) -> None:
        """Set how the rule of an activity counts; the day on which the activity ended stays."""
        register, today = self.workspace.register, self.workspace.today()
        rule = RetentionRule(given.mode, given.months, given.silent_months, known.ended_on)
        self.record(form, lambda _progress: set_rule(register, activity, rule, today))

    def count_run(self, rows: tuple[int, ...] | None) -> None:
        """Count what a run would delete: chosen contacts, or all whose day has come."""
        register, today, tr = self.workspace.register, self.workspace.today(), self.workspace.tr

        def work(_progress: Progress) -> RunQuestion:
            return question_of(tr, plan_run(register, today, today, rows), rows)

        self.read(tr("Counting what is due"), work, self.counted.emit)

    def run(self, asked: RunQuestion, folder: Path) -> None:
        """Delete what was counted, and write the report."""
        register, today, tr = self.workspace.register, self.workspace.today(), self.workspace.tr

        def work(progress: Progress) -> RetentionRun:
            return run_retention(
                register, today, folder, today, tr, rows=asked.rows,
                expected=asked.plan.contacts, progress=progress,
            )  # fmt: skip

        def tell(done: RetentionRun) -> None:
            report = tr("The report lies in {path}.", path=str(done.pdf))
            self.told.emit(deleted_sentence(tr, done.plan.contacts), report)
            self.workspace.tell_traces()

        self.change(tr("Deleting what is due"), work, tell)


def _scope(lines: tuple[ContactLine, ...], whole: int) -> Scope:
    match whole:
        case 1:
            return Scope(source_id=lines[0].source_id)
        case 2:
            return Scope(activity=lines[0].activity)
    return Scope(tuple(one.row_id for one in lines))
