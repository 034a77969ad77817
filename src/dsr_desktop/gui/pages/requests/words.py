"""Sentences of the request pages, composed from the state of a request."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from dsr_desktop.domain.checklist import short_names
from dsr_desktop.domain.clock import DeadlineStatus
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.request import Request
from dsr_desktop.domain.timeline import CORRECTABLE
from dsr_desktop.domain.traces import Left, RescanStatus
from dsr_desktop.gui.pages.requests.state import RequestState
from dsr_desktop.gui.pages.requests.table import RequestRow
from dsr_desktop.services.history import PastEvent
from dsr_desktop.services.rescanning import Rescan, SourceRescan
from dsr_desktop.wording.events import word_event
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.other_names import WhereRow
from dsr_desktop.wording.request_events import word_correction
from dsr_desktop.wording.requests import channel_label

_LEFT = {
    "email": mark("e-mail"),
    "phone": mark("phone"),
    "identifier": mark("identifier"),
    "name": mark("name"),
    "row": mark("most of the row"),
}
_MOST_ROWS_NAMED = 3


@dataclass(frozen=True)
class HistoryLine:
    """One line of the history: short day, what happened, and the whole for the tooltip.

    `seq` is the number of its event, by which a wrong one is corrected.
    """

    day: str
    text: str
    whole: str
    seq: int = 0
    can_be_corrected: bool = False


def list_line(tr: Tr, rows: Sequence[RequestRow]) -> str:
    """Say how the requests stand, in the line below the title."""
    still_open = [row for row in rows if row.is_open]
    late = sum(row.status is DeadlineStatus.OVERDUE for row in still_open)
    parts = [
        tr.count("{n} open", "{n} open", len(still_open)),
        tr.count("{n} late", "{n} late", late) if late else "",
        tr("sorted by deadline"),
    ]
    return " · ".join(filter(None, parts))


def received_line(tr: Tr, request: Request) -> str:
    """Say when and how a request came in."""
    received = tr("received {day}", day=tr.weekday_date(request.received_on))
    return " · ".join((request.ref, received, channel_label(tr, request.channel)))


def rows_of_others(state: RequestState) -> tuple[WhereRow, ...]:
    """Return where the confirmed rows stand that are named after somebody else."""
    hits = state.confirmed_naming_others
    return tuple(WhereRow(hit.file, hit.sheet, hit.row) for hit in hits)


def rows_of_hits(state: RequestState) -> dict[int, WhereRow]:
    """Return where the confirmed rows stand, by the id of their hit."""
    return {hit.id: WhereRow(hit.file, hit.sheet, hit.row) for hit in state.confirmed}


def history_lines(tr: Tr, events: Iterable[PastEvent]) -> tuple[HistoryLine, ...]:
    """Word the events of a request, the latest first; a review of many hits is one line a day."""
    known = tuple(events)
    steps = {event.seq: word_event(tr, event.kind, event.payload) for event in known}
    return tuple(_history_line(tr, event, steps) for event in reversed(_merged(known)))


def rescan_line(tr: Tr, rescan: Rescan | None) -> str:
    """Say what reading the sources again showed."""
    if rescan is None:
        return tr("Looks into the files on disk for what should be erased.")
    clean = sum(source.status is RescanStatus.CLEAN for source in rescan.sources)
    gone = sum(source.status is RescanStatus.GONE for source in rescan.sources)
    said = tr.count(
        "{clean} of {n} file is clean", "{clean} of {n} files are clean", len(rescan.sources),
        clean=tr.number(clean),
    )  # fmt: skip
    if not gone:
        return said
    others = tr.count("{n} is gone for good", "{n} are gone for good", gone)
    return f"{said}, {others}"


def settled_line(tr: Tr, state: RequestState) -> str:
    """Say how many of the steps without which nothing is closed are settled."""
    steps = [step for step in state.steps if step.mandatory]
    settled = sum(step.is_settled for step in steps)
    return tr.count(
        "{done} of {n} step is settled.", "{done} of {n} steps are settled.", len(steps),
        done=tr.number(settled),
    )  # fmt: skip


def closing_sentence(tr: Tr, copies: int) -> str:
    """Say what closing a request does, with how many working copies it purges."""
    closed = tr("A closed request no longer changes.")
    if not copies:
        return closed
    purged = tr.count(
        "{n} working copy, brought in only to answer, is purged from the register.",
        "{n} working copies, brought in only to answer, are purged from the register.",
        copies,
    )
    return f"{purged} {closed}"


def source_names(tr: Tr, sources: Sequence[SourceRescan]) -> tuple[str, ...]:
    """Name each file that was read again, with as much of its folder as tells it from others."""
    names = short_names(source.path for source in sources if source.path)
    nameless = tr("a file that left the register")
    return tuple(names.get(source.path, nameless) for source in sources)


def left_line(tr: Tr, left: Sequence[Left]) -> str:
    """Say where something of the person is still to be read."""
    named = [_left_words(tr, one) for one in left[:_MOST_ROWS_NAMED]]
    if len(left) > _MOST_ROWS_NAMED:
        others = len(left) - _MOST_ROWS_NAMED
        named.append(tr.count("{n} more row", "{n} more rows", others))
    return " · ".join(named)


def local_day(at: str) -> date:
    """Return the local day of an ISO time."""
    return datetime.fromisoformat(at).astimezone().date()


def _left_words(tr: Tr, left: Left) -> str:
    what = ", ".join(tr(_LEFT.get(kind, kind)) for kind in left.what)
    return tr("{sheet}, row {n}: {what}", sheet=left.sheet, n=tr.number(left.row), what=what)


def _history_line(tr: Tr, event: PastEvent, steps: Mapping[int, str]) -> HistoryLine:
    text = word_event(tr, event.kind, event.payload)
    if event.kind == EventKind.STEP_CORRECTED:
        text = word_correction(tr, event.payload, steps)
    day = event.at.date()
    whole = tr("{day}, {actor}: {text}", day=tr.date(day), actor=event.actor, text=text)
    return HistoryLine(tr.short_date(day), text, whole, event.seq, event.kind in CORRECTABLE)


def _merged(events: Iterable[PastEvent]) -> list[PastEvent]:
    merged: list[PastEvent] = []
    for event in events:
        last = merged[-1] if merged else None
        if last is not None and _is_same_review(last, event):
            merged[-1] = replace(event, payload=_joined(last, event))
        else:
            merged.append(event)
    return merged


def _is_same_review(one: PastEvent, other: PastEvent) -> bool:
    same_kind = one.kind == other.kind == EventKind.HITS_JUDGED
    return same_kind and one.at.date() == other.at.date() and one.actor == other.actor


def _joined(one: PastEvent, other: PastEvent) -> dict[str, object]:
    """Join two reviews: what counts for each hit is what was said last."""
    kinds = ("confirmed", "rejected", "reopened")
    said: dict[object, str] = {}
    for event in (one, other):
        for kind in kinds:
            said.update({hit: kind for hit in _ids(event, kind)})
    return {kind: [hit for hit, last in said.items() if last == kind] for kind in kinds}


def _ids(event: PastEvent, kind: str) -> list[object]:
    ids = event.payload.get(kind)
    return list(ids) if isinstance(ids, list) else []
