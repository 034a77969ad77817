"""Names how far the transfer to another organisation is, and what happened to it (art. 20(2))."""

from collections.abc import Callable, Mapping
from datetime import date

from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.transfer import Feasibility, Transfer, TransferState
from dsr_desktop.wording.language import Tr

_STATES = {
    TransferState.ASKED: mark("asked for; not known yet whether it is feasible"),
    TransferState.FEASIBLE: mark("feasible, not sent yet"),
    TransferState.NOT_FEASIBLE: mark("not feasible: the person gets the bundle herself"),
}


def transfer_state(tr: Tr, transfer: Transfer) -> str:
    """Say how far a transfer is."""
    if transfer.sent_on is not None:
        return tr("handed over on {day}", day=tr.date(transfer.sent_on))
    return tr(_STATES[transfer.state])


def transfer_line(tr: Tr, transfer: Transfer, recipient: str) -> str:
    """Say to whom, and how far it is."""
    return tr.pair(recipient, transfer_state(tr, transfer))


def _judged(tr: Tr, payload: Mapping[str, object]) -> str:
    if payload.get("feasibility") == Feasibility.FEASIBLE:
        return tr("Transfer to another organisation: feasible")
    return tr("Transfer to another organisation: not feasible")


def _sent(tr: Tr, payload: Mapping[str, object]) -> str:
    on = str(payload.get("on", ""))
    day = tr.date(date.fromisoformat(on)) if on else ""
    return tr("Data handed over to another organisation on {day}", day=day)


TRANSFER_SAYINGS: dict[str, Callable[[Tr, Mapping[str, object]], str]] = {
    EventKind.TRANSFER_ASKED: lambda tr, _payload: tr("Transfer to another organisation asked for"),
    EventKind.TRANSFER_JUDGED: _judged,
    EventKind.TRANSFER_HANDED_OVER: _sent,
}
