"""Decides what the Today page shows: counts, deadlines and next steps of the open requests."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal

from dsr_desktop.domain.clock import DeadlineStatus
from dsr_desktop.domain.held_row import HeldRow
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.next_step import NextStep
from dsr_desktop.domain.progress import Progress
from dsr_desktop.domain.reminders import ReminderKind
from dsr_desktop.domain.request_view import RequestSummary
from dsr_desktop.domain.source import Source
from dsr_desktop.gui.pages.presenter import Presenter
from dsr_desktop.gui.pages.today.figures import FiguresView, figures_view
from dsr_desktop.gui.pages.today.reminders import reminder_rows
from dsr_desktop.gui.pages.today.table import DeadlineRow, ReminderRow, StepRow
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.tokens import Ink, Tone
from dsr_desktop.gui.widgets.count_tile import Count
from dsr_desktop.services.overview import OpenRequest, Overview, read_overview
from dsr_desktop.services.register_exports import RegisterFiles, write_yearly_report
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.requests import rights_line, stage_label
from dsr_desktop.wording.sources import unread_reasons, unread_title
from dsr_desktop.wording.suppression import (
    held_content,
    held_place,
    held_task,
)


@dataclass(frozen=True)
class Unread:
    """Files that were not read, or in part: a title and what follows from it."""

    title: str
    reasons: str


@dataclass(frozen=True)
class TodayView:
    """What the page shows; without any work the first steps stand instead of the figures."""

    state: str
    has_work: bool
    has_files: bool
    counts: tuple[Count, ...]
    deadlines: tuple[DeadlineRow, ...]
    steps: tuple[StepRow, ...]
    reminders: tuple[ReminderRow, ...]
    figures: FiguresView | None
    unread: Unread | None


class TodayPresenter(Presenter):
    """Reads the register; `loaded` brings a `TodayView`."""

    loaded = Signal(object)
    reported = Signal(str)

    def load(self) -> None:
        """Read the register again."""
        register, today, tr = self.workspace.register, self.workspace.today(), self.workspace.tr
        date_words = tr.weekday_date(today)
        date_words = date_words[:1].upper() + date_words[1:]

        def work(_progress: Progress) -> TodayView:
            return make_view(tr, date_words, read_overview(register, today))

        self.read(tr("Reading the register"), work, self.loaded.emit)

    def write_report(self, folder: Path) -> None:
        """Write the figures of this year as PDF and CSV into a folder."""
        register, today, tr = self.workspace.register, self.workspace.today(), self.workspace.tr

        def tell(files: RegisterFiles) -> None:
            self.reported.emit(str(files.pdf))

        self.change(
            tr("Writing the yearly report"),
            lambda _progress: write_yearly_report(register, today.year, folder, today, tr), tell,
        )  # fmt: skip


def make_view(tr: Tr, date_words: str, overview: Overview) -> TodayView:
    """Turn what the register holds on a day into what the page shows."""
    open_ones = overview.open_requests
    return TodayView(
        state=f"{date_words} · {_register_in_words(tr, overview)}",
        has_work=_has_work(overview),
        has_files=bool(overview.sources),
        counts=_counts(tr, open_ones),
        deadlines=tuple(
            _deadline_row(tr, one.view) for one in open_ones if one.view.request.answered_on is None
        ),
        steps=(
            *(_held_row(tr, one) for one in overview.held),
            *(_step_row(tr, one) for one in sorted(open_ones, key=_urgency)),
        ),
        reminders=reminder_rows(tr, overview),
        figures=figures_view(tr, overview.figures, overview.months),
        unread=_unread(tr, overview.unread, overview.partly),
    )


_CALM = frozenset({ReminderKind.ART14_UNSAID, ReminderKind.CLOCKS_UNCOUNTED})


def _has_work(overview: Overview) -> bool:
    """Tell whether there is more to show than lists of which nobody said whose people they hold."""
    urgent = (one for one in overview.reminders if one.kind not in _CALM)
    return overview.has_requests or bool(overview.held) or any(urgent)


def _held_row(tr: Tr, held: HeldRow) -> StepRow:
    """Say that somebody has to be told of a row that waits for a decision (R-SUP-4)."""
    task, place, content = held_task(tr, held), held_place(tr, held), held_content(tr, held)
    if content:
        place = tr("row {n} · {content}", n=tr.number(held.row), content=content)
    return StepRow("", task, place, Icon.SHIELD_ALERT, Ink.SOON, held.source_id)


def _unread(tr: Tr, unread: Sequence[Source], partly: Sequence[Source]) -> Unread | None:
    if not unread and not partly:
        return None
    return Unread(unread_title(tr, unread, partly), unread_reasons(tr, unread, partly))


def _register_in_words(tr: Tr, overview: Overview) -> str:
    if not overview.sources and not overview.has_requests:
        return tr("your register is ready and empty")
    files = tr.count("{n} file", "{n} files", len(overview.sources))
    rows = tr.count("{n} row", "{n} rows", sum(source.row_count for source in overview.sources))
    return f"{files}, {rows}"


def _counts(tr: Tr, open_ones: Sequence[OpenRequest]) -> tuple[Count, ...]:
    def number(status: DeadlineStatus) -> str:
        return tr.number(sum(one.view.status is status for one in open_ones))

    waiting = sum(one.step is NextStep.WAIT for one in open_ones)
    return (
        Count(
            number(DeadlineStatus.OVERDUE), tr("Past the deadline"), Icon.CIRCLE_ALERT, Tone.LATE
        ),
        Count(number(DeadlineStatus.DUE_SOON), tr("Due within 7 days"), Icon.CLOCK, Tone.SOON),
        Count(tr.number(len(open_ones)), tr("Open requests"), Icon.INBOX, Tone.INFO),
        Count(tr.number(waiting), tr("Waiting"), Icon.HOURGLASS, Tone.HOLD),
    )


def _deadline_row(tr: Tr, view: RequestSummary) -> DeadlineRow:
    request = view.request
    return DeadlineRow(
        ref=request.ref,
        person=request.person,
        rights=rights_line(tr, request),
        stage=stage_label(tr, request.stage),
        due=view.deadline.current_due,
        status=view.status,
        days_left=view.days_left,
    )


_STEP_ICONS = {
    NextStep.SHORT: Icon.MAIL,
    NextStep.SEARCH: Icon.SEARCH,
    NextStep.REVIEW: Icon.LIST_CHECKS,
    NextStep.WAIT: Icon.PAUSE,
    NextStep.DECIDE: Icon.SCALE,
    NextStep.ACCESS: Icon.PACKAGE,
    NextStep.BUNDLE: Icon.PACKAGE,
    NextStep.CHECKLIST: Icon.LIST_CHECKS,
    NextStep.RESCAN: Icon.REFRESH,
    NextStep.SEND: Icon.SEND,
    NextStep.CLOSE: Icon.ARCHIVE,
}


_STEPS = {
    NextStep.SHORT: mark("Answer on the short path"),
    NextStep.SEARCH: mark("Search for the person"),
    NextStep.WAIT: mark("Wait for the person's answer"),
    NextStep.DECIDE: mark("Decide on the rights asked"),
    NextStep.ACCESS: mark("Build the access package"),
    NextStep.BUNDLE: mark("Build the portability bundle"),
    NextStep.CHECKLIST: mark("Write the erasure checklist"),
    NextStep.RESCAN: mark("Read the sources again"),
    NextStep.SEND: mark("Send the answer"),
    NextStep.CLOSE: mark("Close the request"),
}
_LATE_STEPS = {
    NextStep.DECIDE: mark("Decide, then answer: it is late"),
    NextStep.SEND: mark("Send the late answer"),
}


def _step_row(tr: Tr, one: OpenRequest) -> StepRow:
    view = one.view
    return StepRow(
        ref=view.request.ref,
        title=_step_words(tr, one.step, view),
        detail=f"{view.request.ref} · {view.request.person}",
        icon=_STEP_ICONS[one.step],
        ink=_step_ink(view.status),
    )


def _step_words(tr: Tr, step: NextStep, view: RequestSummary) -> str:
    if step is NextStep.REVIEW:
        return tr.count("Review {n} hit", "Review {n} hits", view.found.to_review)
    is_late = view.status is DeadlineStatus.OVERDUE
    return tr(_LATE_STEPS.get(step, _STEPS[step]) if is_late else _STEPS[step])


def _step_ink(status: DeadlineStatus) -> Ink:
    inks = {DeadlineStatus.OVERDUE: Ink.LATE, DeadlineStatus.DUE_SOON: Ink.SOON}
    return inks.get(status, Ink.MUTED)


def _urgency(one: OpenRequest) -> tuple[bool, bool, int]:
    """Late first, then by date; what waits for the person or is answered comes last."""
    return one.step is NextStep.CLOSE, one.step is NextStep.WAIT, one.view.days_left
