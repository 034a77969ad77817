"""Decides what the Today page shows: counts, deadlines and next steps of the open requests."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Signal

from dsr_desktop.domain.clock import DeadlineStatus
from dsr_desktop.domain.matching import Level
from dsr_desktop.domain.progress import Progress
from dsr_desktop.domain.request import Stage
from dsr_desktop.domain.request_view import RequestView
from dsr_desktop.domain.source import Source
from dsr_desktop.gui.pages.presenter import Presenter
from dsr_desktop.gui.pages.today.table import DeadlineRow, StepRow
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.tokens import Ink, Tone
from dsr_desktop.gui.widgets.count_tile import Count
from dsr_desktop.services.handling import list_requests
from dsr_desktop.services.searching import unread_sources
from dsr_desktop.services.sourcing import list_sources
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.requests import right_label, stage_label
from dsr_desktop.wording.sources import unread_reasons, unread_title


class NextStep(Enum):
    """What an open request needs next."""

    SEARCH = "search"
    REVIEW = "review"
    WAIT = "wait"
    DECIDE = "decide"
    SEND = "send"
    CLOSE = "close"


@dataclass(frozen=True)
class Unread:
    """Files that were not read: a title and what follows from it."""

    title: str
    reasons: str


@dataclass(frozen=True)
class TodayView:
    """What the page shows; without any request the first steps stand instead of the figures."""

    state: str
    has_requests: bool
    has_files: bool
    counts: tuple[Count, ...]
    deadlines: tuple[DeadlineRow, ...]
    steps: tuple[StepRow, ...]
    unread: Unread | None


class TodayPresenter(Presenter):
    """Reads the register; `loaded` brings a `TodayView`."""

    loaded = Signal(object)

    def load(self) -> None:
        """Read the register again."""
        register, today, tr = self.workspace.register, self.workspace.today(), self.workspace.tr
        date_words = tr.weekday_date(today)
        date_words = date_words[:1].upper() + date_words[1:]

        def work(_progress: Progress) -> TodayView:
            requests = list_requests(register, today)
            sources = list_sources(register)
            return make_view(tr, date_words, requests, sources, unread_sources(register))

        self.read(tr("Reading the register"), work, self.loaded.emit)


def make_view(
    tr: Tr,
    date_words: str,
    requests: Sequence[RequestView],
    sources: Sequence[Source],
    unread: Sequence[Source],
) -> TodayView:
    """Turn requests and sources into what the page shows."""
    open_ones = [view for view in requests if view.request.is_open]
    return TodayView(
        state=f"{date_words} · {_register_in_words(tr, sources, bool(requests))}",
        has_requests=bool(requests),
        has_files=bool(sources),
        counts=_counts(tr, open_ones),
        deadlines=tuple(_deadline_row(tr, view) for view in open_ones),
        steps=tuple(_step_row(tr, view) for view in sorted(open_ones, key=_urgency)),
        unread=Unread(unread_title(tr, unread), unread_reasons(tr, unread)) if unread else None,
    )


def next_step(view: RequestView) -> NextStep:
    """Say what an open request needs next."""
    request = view.request
    if request.answered_on is not None:
        return NextStep.CLOSE
    if any(pause.answered_on is None for pause in request.pauses):
        return NextStep.WAIT
    if all(item.decision is not None for item in request.items):
        return NextStep.SEND
    if request.stage is Stage.NEW and not view.hits:
        return NextStep.SEARCH
    return NextStep.REVIEW if hits_to_review(view) else NextStep.DECIDE


def hits_to_review(view: RequestView) -> int:
    """Count the hits without a verdict; weak ones wait until they are asked for (R-MAT-2)."""
    return sum(hit.verdict is None and hit.level is not Level.WEAK for hit in view.hits)


def _register_in_words(tr: Tr, sources: Sequence[Source], has_requests: bool) -> str:
    if not sources and not has_requests:
        return tr("your register is ready and empty")
    files = tr.count("{n} file", "{n} files", len(sources))
    rows = tr.count("{n} row", "{n} rows", sum(source.row_count for source in sources))
    return f"{files}, {rows}"


def _counts(tr: Tr, open_ones: Sequence[RequestView]) -> tuple[Count, ...]:
    def number(status: DeadlineStatus) -> str:
        return tr.number(sum(view.status is status for view in open_ones))

    waiting = sum(next_step(view) is NextStep.WAIT for view in open_ones)
    return (
        Count(
            number(DeadlineStatus.OVERDUE), tr("Past the deadline"), Icon.CIRCLE_ALERT, Tone.LATE
        ),
        Count(number(DeadlineStatus.DUE_SOON), tr("Due within 7 days"), Icon.CLOCK, Tone.SOON),
        Count(tr.number(len(open_ones)), tr("Open requests"), Icon.INBOX, Tone.INFO),
        Count(tr.number(waiting), tr("Waiting"), Icon.HOURGLASS, Tone.HOLD),
    )


def _deadline_row(tr: Tr, view: RequestView) -> DeadlineRow:
    request = view.request
    return DeadlineRow(
        ref=request.ref,
        person=request.person,
        rights=", ".join(right_label(tr, item.right) for item in request.items),
        stage=stage_label(tr, request.stage),
        due=view.deadline.current_due,
        status=view.status,
        days_left=view.days_left,
    )


_STEP_ICONS = {
    NextStep.SEARCH: Icon.SEARCH,
    NextStep.REVIEW: Icon.LIST_CHECKS,
    NextStep.WAIT: Icon.PAUSE,
    NextStep.DECIDE: Icon.SCALE,
    NextStep.SEND: Icon.SEND,
    NextStep.CLOSE: Icon.ARCHIVE,
}


def _step_row(tr: Tr, view: RequestView) -> StepRow:
    step = next_step(view)
    return StepRow(
        ref=view.request.ref,
        title=_step_words(tr, step, view),
        detail=f"{view.request.ref} · {view.request.person}",
        icon=_STEP_ICONS[step],
        ink=_step_ink(view.status),
    )


def _step_words(tr: Tr, step: NextStep, view: RequestView) -> str:
    late = view.status is DeadlineStatus.OVERDUE
    match step:
        case NextStep.SEARCH:
            return tr("Search for the person")
        case NextStep.REVIEW:
            return tr.count("Review {n} hit", "Review {n} hits", hits_to_review(view))
        case NextStep.WAIT:
            return tr("Wait for the person's answer")
        case NextStep.DECIDE:
            return (
                tr("Decide, then answer: it is late") if late else tr("Decide on the rights asked")
            )
        case NextStep.SEND:
            return tr("Send the late answer") if late else tr("Send the answer")
        case NextStep.CLOSE:
            return tr("Close the request")


def _step_ink(status: DeadlineStatus) -> Ink:
    inks = {DeadlineStatus.OVERDUE: Ink.LATE, DeadlineStatus.DUE_SOON: Ink.SOON}
    return inks.get(status, Ink.MUTED)


def _urgency(view: RequestView) -> tuple[bool, bool, int]:
    """Late first, then by date; what waits for the person or is answered comes last."""
    step = next_step(view)
    return step is NextStep.CLOSE, step is NextStep.WAIT, view.days_left
