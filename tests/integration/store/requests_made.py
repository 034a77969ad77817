"""Requests for the tests of what is stored about them."""

from datetime import date

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.request import Channel, Item, Request, Right, Stage
from dsr_desktop.store.request_saving import add_request
from dsr_desktop.store.requests import read_request

RECEIVED = date(2026, 11, 2)
CRITERIA = Criteria(name=("Camille Dupont", "Camille Martin"), email=("c@acme.example",))


def a_request(database, ref="DSR-2026-0001", **details):
    """Store a request and read it back."""
    known = {"received_on": RECEIVED, "items": (Item(Right.ACCESS), Item(Right.ERASURE))} | details
    made = Request(ref, recorded_on=RECEIVED, channel=Channel.POST, stage=Stage.NEW,
                   criteria=CRITERIA, **known)  # fmt: skip
    add_request(database, made)
    return read_request(database, ref)
