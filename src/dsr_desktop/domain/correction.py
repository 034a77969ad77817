"""Applies a correction to a request: what its events say now, checked like any other step."""

from dataclasses import replace
from datetime import date

from dsr_desktop.domain.clock import Extension, Pause
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.lifecycle import check_can_send, check_past, check_receipt, stage_of
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.request import Item, Request, Stage
from dsr_desktop.domain.timeline import Decided, Facts
from dsr_desktop.domain.transitions import check_item


def corrected(
    request: Request, before: Facts, now: Facts, today: date, *, seq: int = 0,
    decided: Item | None = None,
) -> Request:  # fmt: skip
    """Return the request as its events say it `now`; they said `before` until the correction.

    What did not change is left as it is; `decided` has the words and the proof of the decision that
    the event `seq` is about, which the log does not hold. Raises InvalidInputError for days that cannot have been,
    NotAllowedError for a request that would be answered or closed without what that needs.
    """
    changes: dict[str, object] = {
        name: value
        for name in ("received_on", "copy_sent_on", "answered_on", "answer_channel")
        if (value := getattr(now, name)) != getattr(before, name)
    }
    right_now = replace(
        request,
        **changes,  # type: ignore[arg-type]  # names and types are those of the request
        items=tuple(_item(one, before, now, seq, decided) for one in request.items),
        pauses=_pauses(request.pauses, before, now),
        extension=_extension(request, before, now),
    )
    if right_now.answered_on is None:
        right_now = replace(right_now, remedies_told=False)
    _check(right_now, today)
    _check_extension(right_now, now, today)
    _check_order(request, right_now)
    begun = Stage.IN_PROGRESS if right_now.stage is not Stage.NEW else Stage.NEW
    return replace(right_now, stage=stage_of(replace(right_now, stage=begun)))


def _check(request: Request, today: date) -> None:
    check_receipt(request.received_on, today)
    for day in _days(request):
        check_past(request, day, today)
    for item in request.items:
        check_item(request, item)
    if request.answered_on is not None or request.copy_sent_on is not None:
        _check_still_sent(request)
    if request.closed_on is not None and request.answered_on is None and not request.is_withdrawn:
        raise NotAllowedError(
            mark("{ref} is closed: its answer stays sent. Correct its day instead."),
            ref=request.ref,
        )


def _check_extension(request: Request, now: Facts, today: date) -> None:
    """Refuse a withdrawal before the notice that it withdraws, or on a day that is yet to come."""
    if now.extension is None or now.extension.withdrawn_on is None:
        return
    sent, withdrawn = now.extension.sent_on, now.extension.withdrawn_on
    check_past(request, withdrawn, today)
    if sent is not None and withdrawn < sent:
        raise InvalidInputError(
            mark("The extension cannot be withdrawn on {day}: its notice was sent on {sent}."),
            day=withdrawn.isoformat(), sent=sent.isoformat(),
        )  # fmt: skip


def _check_order(request: Request, right_now: Request) -> None:
    """Refuse a correction by which the answer would have left before what it says was decided."""
    if _answered_undecided(right_now) and not _answered_undecided(request):
        raise InvalidInputError(
            mark(
                "By this, {ref} was answered before it was decided on. Correct the other day first."
            ),
            ref=request.ref,
        )


def _answered_undecided(request: Request) -> bool:
    decided = (item.decided_on for item in request.items if item.decided_on is not None)
    return request.answered_on is not None and any(day > request.answered_on for day in decided)


def _check_still_sent(request: Request) -> None:
    if request.answered_on is None:
        copies = tuple(item for item in request.items if item.card.gives_copy)
        check_can_send(replace(request, items=copies))
    else:
        check_can_send(request, remedies_told=request.remedies_told)


def _days(request: Request) -> tuple[date, ...]:
    extension = request.extension.sent_on if request.extension else None
    days = (
        request.copy_sent_on,
        request.answered_on,
        extension,
        *(item.decided_on for item in request.items),
        *(day for pause in request.pauses for day in (pause.asked_on, pause.answered_on)),
    )
    return tuple(day for day in days if day is not None)


def _item(item: Item, before: Facts, now: Facts, seq: int, decided: Item | None) -> Item:
    then, is_now = before.decisions.get(item.right), now.decisions.get(item.right)
    if (
        decided is not None
        and is_now is not None
        and (decided.right, seq) == (item.right, is_now.seq)
    ):
        return replace(decided, decided_on=is_now.on, scope=item.scope)
    if then == is_now:
        return item
    if is_now is None:
        return Item(item.right, scope=item.scope)
    return _decided_otherwise(item, is_now)


def _decided_otherwise(item: Item, now: Decided) -> Item:
    if (item.decision, _code(item)) == (now.decision, now.reason):
        return replace(item, decided_on=now.on)
    return Item(item.right, now.decision, now.reason, decided_on=now.on, scope=item.scope)


def _code(item: Item) -> str | None:
    return item.reason_code.partition(":")[0] if item.reason_code else None


def _pauses(stored: tuple[Pause, ...], before: Facts, now: Facts) -> tuple[Pause, ...]:
    if before.questions == now.questions:
        return stored
    pairs = zip(before.questions, stored, strict=False)
    of_event = {asked.seq: pause for asked, pause in pairs}
    return tuple(
        replace(of_event[asked.seq], asked_on=asked.on, answered_on=asked.answered_on)
        for asked in now.questions
        if asked.seq in of_event
    )


def _extension(request: Request, before: Facts, now: Facts) -> Extension | None:
    extension = request.extension
    if extension is None or before.extension == now.extension:
        return extension
    if now.extension is None:
        return None
    is_withdrawn = now.extension.withdrawn_on is not None
    return replace(extension, sent_on=now.extension.sent_on, withdrawn=is_withdrawn)
