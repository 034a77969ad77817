"""Stops marketing to a person the moment their objection is granted (art. 21(3), R-SUP-1)."""

from datetime import date

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.request import Request, Right
from dsr_desktop.domain.suppression import SuppressionReason, SuppressionScope
from dsr_desktop.services.register import Register
from dsr_desktop.services.suppressing import Listed, TypedKeys, add_to_list


def block_marketing_for(register: Register, request: Request, right: Right, today: date) -> None:
    """Put the e-mails and phones of the person on the suppression list, once it was decided so.

    What cannot be meant as a key stays off; a person with neither is left to the user, who marks
    the step of the checklist.
    """
    item = request.item(right)
    if right is not Right.OBJECTION_MARKETING or not item.is_carried_out:
        return
    known = request.criteria
    typed = (
        *(TypedKeys(emails=(one,)) for one in known.email),
        *(TypedKeys(phones=(one,)) for one in known.phone),
    )
    listed = [one for keys in typed for one in _listed(register, keys, today, request.ref)]
    if listed:
        register.log(
            EventKind.MARKETING_BLOCKED, request.ref, on=today.isoformat(),
            entries=sorted({one.entry.id for one in listed}),
        )  # fmt: skip


def _listed(register: Register, keys: TypedKeys, today: date, ref: str) -> tuple[Listed, ...]:
    try:
        return add_to_list(
            register, keys, SuppressionScope.MARKETING, SuppressionReason.OBJECTION, today,
            request_ref=ref,
        )  # fmt: skip
    except InvalidInputError:
        return ()
