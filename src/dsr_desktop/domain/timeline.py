"""What the events of a request say, corrections counted in: its dates and decisions.

A step recorded wrongly stays in the log; a later event names it and says what is true. The state
of the request is what the events say together.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Protocol

from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError, NotFoundError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.iso_days import day_of
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.request import Channel, Decision, Right


class LoggedStep(Protocol):
    """An event of a request: its number, when it was recorded, what it says."""

    @property
    def seq(self) -> int:
        """Its number in the log."""

    @property
    def at(self) -> datetime:
        """When it was recorded."""

    @property
    def kind(self) -> str:
        """What happened."""

    @property
    def payload(self) -> Mapping[str, object]:
        """The particulars."""


@dataclass(frozen=True)
class Decided:
    """A decision on one right, as the log has it: reasons in words are not there.

    `seq` is the number of its event.
    """

    decision: Decision
    on: date
    reason: str | None = None
    seq: int = 0


@dataclass(frozen=True)
class Asked:
    """A question that stops the clock, with the number of its event."""

    seq: int
    on: date
    answered_on: date | None = None


@dataclass(frozen=True)
class Longer:
    """An extension: when its notice was sent, None while it was not, and when it was withdrawn."""

    sent_on: date | None
    withdrawn_on: date | None = None


@dataclass(frozen=True)
class Facts:
    """What the events of a request amount to."""

    received_on: date | None = None
    decisions: Mapping[Right, Decided] = field(default_factory=dict)
    questions: tuple[Asked, ...] = ()
    copy_sent_on: date | None = None
    answered_on: date | None = None
    answer_channel: Channel | None = None
    extension: Longer | None = None


CORRECTABLE = frozenset(
    {
        EventKind.REQUEST_RECORDED, EventKind.DECIDED, EventKind.ANSWER_SENT, EventKind.COPY_SENT,
        EventKind.CLOCK_PAUSED, EventKind.CLOCK_RESUMED, EventKind.EXTENDED,
        EventKind.EXTENSION_WITHDRAWN,
    }
)  # fmt: skip
"""Steps whose day can be corrected."""
NEVER_UNDONE = frozenset({EventKind.REQUEST_RECORDED})


def facts_of(events: Iterable[LoggedStep]) -> Facts:
    """Work out from its events, oldest first, what is true of a request."""
    steps = tuple(events)
    corrections = _corrections(steps)
    facts = Facts()
    for step in steps:
        said = _as_corrected(step, corrections.get(step.seq))
        take = _TAKEN.get(step.kind)
        if take is not None and said is not None:
            facts = take(facts, step.seq, said)
    return facts


def step_to_correct(events: Iterable[LoggedStep], seq: int, *, undo: bool) -> LoggedStep:
    """Return the event with the number `seq`, if it can be corrected.

    Raises NotFoundError when the request has none, InvalidInputError for one of another kind.
    """
    for step in events:
        if step.seq == seq:
            if step.kind not in CORRECTABLE:
                raise InvalidInputError(
                    mark("Event {seq} holds no day that could be wrong: nothing is corrected."),
                    seq=str(seq),
                )
            if undo and step.kind in NEVER_UNDONE:
                raise NotAllowedError(
                    mark("That the request was received is not undone: correct its day.")
                )
            return step
    raise NotFoundError(
        mark("The request has no event {seq}. Take one from its history."), seq=str(seq)
    )


_Said = Mapping[str, object]


def _corrections(steps: Iterable[LoggedStep]) -> dict[int, dict[str, object]]:
    """Return what was said of each corrected event since, the latest word counting."""
    said: dict[int, dict[str, object]] = {}
    for step in steps:
        if step.kind == EventKind.STEP_CORRECTED:
            number = int(str(step.payload["corrects"]))
            changes = {key: value for key, value in step.payload.items() if key != "corrects"}
            said[number] = said.get(number, {}) | changes
    return said


def _as_corrected(step: LoggedStep, correction: _Said | None) -> _Said | None:
    """Return what a step says now, None for one that was taken back."""
    if correction is not None and correction.get("undone"):
        return None
    recorded = {"on": step.at.date().isoformat()} if step.kind == EventKind.DECIDED else {}
    return {**recorded, **step.payload, **(correction or {})}


def _received(facts: Facts, _seq: int, said: _Said) -> Facts:
    return replace(facts, received_on=day_of(said.get("on")))


def _decided(facts: Facts, seq: int, said: _Said) -> Facts:
    reason = said.get("reason")
    decided = Decided(
        Decision(str(said["decision"])),
        date.fromisoformat(str(said["on"])),
        str(reason) if reason else None,
        seq,
    )
    return replace(facts, decisions={**facts.decisions, Right(str(said["right"])): decided})


def _asked(facts: Facts, seq: int, said: _Said) -> Facts:
    asked = Asked(seq, date.fromisoformat(str(said["on"])), day_of(said.get("answered_on")))
    return replace(facts, questions=(*facts.questions, asked))


def _replied(facts: Facts, _seq: int, said: _Said) -> Facts:
    on = day_of(said["on"])
    questions = tuple(
        replace(one, answered_on=on) if one.answered_on is None else one for one in facts.questions
    )
    return replace(facts, questions=questions)


def _copy(facts: Facts, _seq: int, said: _Said) -> Facts:
    return replace(facts, copy_sent_on=day_of(said["on"]))


def _answer(facts: Facts, _seq: int, said: _Said) -> Facts:
    channel = Channel(str(said["channel"]))
    return replace(facts, answered_on=day_of(said["on"]), answer_channel=channel)


def _longer(facts: Facts, _seq: int, said: _Said) -> Facts:
    return replace(facts, extension=Longer(day_of(said.get("on"))))


def _no_longer(facts: Facts, _seq: int, said: _Said) -> Facts:
    if facts.extension is None:
        return facts
    return replace(facts, extension=replace(facts.extension, withdrawn_on=day_of(said["on"])))


_TAKEN: dict[str, Callable[[Facts, int, _Said], Facts]] = {
    EventKind.REQUEST_RECORDED: _received,
    EventKind.DECIDED: _decided,
    EventKind.CLOCK_PAUSED: _asked,
    EventKind.CLOCK_RESUMED: _replied,
    EventKind.COPY_SENT: _copy,
    EventKind.ANSWER_SENT: _answer,
    EventKind.EXTENDED: _longer,
    EventKind.EXTENSION_WITHDRAWN: _no_longer,
}
