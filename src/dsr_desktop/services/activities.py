"""The processing activities: list, and the DPO's confirmation of what each rests on."""

from datetime import date

from dsr_desktop.domain.activity import Activity, check_activity_name, check_legal_basis
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.services.register import Register
from dsr_desktop.services.sourcing import check_activity
from dsr_desktop.store.settings import write_activity


def list_activities(register: Register) -> tuple[Activity, ...]:
    """Return the processing activities in the order of their codes, confirmed or not."""
    return register.activities


def confirm_activity(
    register: Register, code: str, legal_basis: str | None, name: str | None, today: date
) -> Activity:
    """Record that the DPO confirms an activity, and return it as it now stands.

    `legal_basis` ("6(1)(b)") and `name` replace those proposed, None keeps them; confirming again
    changes them again. The event says who confirmed which basis and when. Raises
    InvalidInputError for an unknown code, a basis that is none or an empty name.
    """
    with register.database.transaction():
        check_activity(register, code)
        (proposed,) = (one for one in register.activities if one.code == code)
        basis = proposed.legal_basis if legal_basis is None else check_legal_basis(legal_basis)
        named = proposed.name if name is None else check_activity_name(name)
        confirmed = Activity(code, named, basis, confirmed=True)
        write_activity(register.database, confirmed)
        register.log(
            EventKind.ACTIVITY_CONFIRMED,
            code,
            legal_basis=basis,
            proposed=proposed.legal_basis,
            renamed=named != proposed.name,
            on=today.isoformat(),
        )
    return confirmed
