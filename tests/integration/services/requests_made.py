"""A request whose hits are confirmed, as erasing and answering need it."""

from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.services.handling import new_request
from dsr_desktop.services.reviewing import find_person, judge_hits


def confirmed_request(register, criteria, today, *, right=Right.ERASURE, received=None):
    """Record a request, find the person, confirm the strong hits; return the reference."""
    view = new_request(register, [right], criteria, received or today, Channel.POST, today)
    ref = view.request.ref
    find_person(register, ref, today)
    judge_hits(register, ref, confirm_strong=True, today=today)
    return ref
