"""The register of requests as a table to hand over: references, dates and decisions, no person."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.register_table import RegisterTable, TableSection
from dsr_desktop.domain.request import Item
from dsr_desktop.domain.request_view import RequestSummary
from dsr_desktop.wording.fingerprint import log_line
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.requests import channel_label, decision_label, right_label, stage_label

_HEADINGS = (
    mark("Reference"), mark("Earlier reference"), mark("Received on"), mark("Recorded on"),
    mark("Channel"), mark("Right"), mark("Stage"), mark("Due on"), mark("Extended"),
    mark("Paused days"), mark("Answer sent on"), mark("Decision"), mark("Reason"), mark("Closed on"),
)  # fmt: skip
_SHARES = (1.65, 1.1, 1.25, 1.25, 1.3, 1.3, 1.1, 1.25, 1.15, 1.1, 1.25, 1.2, 1.1, 1.25)


def request_table(
    tr: Tr,
    company: str,
    requests: Sequence[RequestSummary],
    former: Mapping[str, str],
    made_on: date,
    fingerprint: str,
) -> RegisterTable:
    """Return the register as a document: a line for each right asked, by reference."""
    ordered = sorted(requests, key=lambda one: one.request.ref)
    rows = tuple(
        tuple(_row(tr, one, item, former)) for one in ordered for item in one.request.items
    )
    return RegisterTable(
        name="register-of-requests",
        title=tr("Register of requests"),
        facts=(
            (tr("Controller"), company),
            (tr("Requests"), tr.number(len(requests))),
            (tr("Made on"), tr.date(made_on)),
        ),
        notes=(tr("It names no person: the reference leads to the file."),),
        sections=(
            TableSection(
                tr("Requests"), tuple(tr(one) for one in _HEADINGS), _SHARES, rows,
                nothing=tr("There is no request."),
            ),
        ),
        made_on=made_on,
        footer=log_line(tr, fingerprint),
    )  # fmt: skip


def _row(tr: Tr, one: RequestSummary, item: Item, former: Mapping[str, str]) -> Iterator[str]:
    request, clock = one.request, one.deadline
    yield from (request.ref, former.get(request.ref, ""))
    yield from (request.received_on.isoformat(), request.recorded_on.isoformat())
    yield from (channel_label(tr, request.channel), right_label(tr, item.right))
    yield from (stage_label(tr, request.stage), clock.current_due.isoformat())
    yield tr("yes") if clock.extended else tr("no")
    yield str(clock.paused_days)
    yield _day(request.answered_on)
    yield decision_label(tr, item.decision) if item.decision else ""
    yield item.reason_code or ""
    yield _day(request.closed_on)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
