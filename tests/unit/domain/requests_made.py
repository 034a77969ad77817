"""Requests for the tests of their life."""

from datetime import date

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.request import Channel, Item, Request, Stage

RECEIVED, TODAY = date(2026, 11, 2), date(2026, 11, 16)


def a_request(*rights, **details):
    """Return a request for some rights, as it is when it is recorded."""
    known = {
        "ref": "DSR-2026-0001", "received_on": RECEIVED, "recorded_on": RECEIVED,
        "channel": Channel.EMAIL_GENERAL, "stage": Stage.NEW,
        "items": tuple(Item(right) for right in rights),
        "criteria": Criteria(name=("Camille Dupont",)),
    } | details  # fmt: skip
    return Request(**known)
