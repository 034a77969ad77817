"""Words of restrictions: grounds, what they are about, why a row is out of use, events."""

from collections.abc import Callable, Mapping
from datetime import date

from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.restriction import Ground, Proposal, Restriction, RowState
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.requests import right_label

_GROUNDS = {
    Ground.ACCURACY: mark("Art. 18(1)(a): accuracy contested"),
    Ground.UNLAWFUL: mark("Art. 18(1)(b): unlawful, restriction preferred to erasure"),
    Ground.CLAIMS: mark("Art. 18(1)(c): needed by the person for legal claims"),
    Ground.OBJECTION: mark("Art. 18(1)(d): objection being weighed"),
}
_STATES = {
    RowState.RESTRICTED: mark("Restricted"),
    RowState.FROZEN: mark("Frozen, to be erased"),
    RowState.ARCHIVED: mark("Archived"),
}


def ground_label(tr: Tr, ground: Ground) -> str:
    """Name of a ground: the article, and what it says in a few words."""
    return tr(_GROUNDS[ground])


def state_label(tr: Tr, state: RowState, until: date | None = None) -> str:
    """Why a row is out of use; for an archived one until when, if that is known."""
    if state is RowState.ARCHIVED and until is not None:
        return tr("Archived until {day}", day=tr.date(until))
    return tr(_STATES[state])


def scope_label(tr: Tr, restriction: Restriction) -> str:
    """Say what of the person is restricted."""
    if restriction.activity:
        return tr("only for the activity {code}", code=restriction.activity)
    if restriction.source_id:
        return tr("only file {id}", id=str(restriction.source_id))
    return tr("all data of the person")


def restriction_line(tr: Tr, restriction: Restriction, rows: int) -> str:
    """Say in one line on which ground, of what, since when, and whether it was lifted."""
    said = [
        ground_label(tr, restriction.ground),
        scope_label(tr, restriction),
        tr("since {day}", day=tr.date(restriction.since)),
    ]
    if restriction.lifted_on is not None:
        said.append(tr("lifted on {day}", day=tr.date(restriction.lifted_on)))
    else:
        said.append(tr.count("{n} row", "{n} rows", rows))
    if restriction.is_in_force and restriction.review_on is not None:
        said.append(tr("to review on {day}", day=tr.date(restriction.review_on)))
    return " · ".join(said)


def proposal_line(tr: Tr, proposal: Proposal) -> str:
    """Say that a right asks to restrict at once."""
    return tr(
        "{right}: restrict the data until it is decided. {ground}",
        right=right_label(tr, proposal.right), ground=ground_label(tr, proposal.ground),
    )  # fmt: skip


def _restricted(tr: Tr, payload: Mapping[str, object]) -> str:
    ground = ground_label(tr, Ground(str(payload["ground"])))
    day = tr.date(date.fromisoformat(str(payload["on"])))
    return tr("Processing restricted since {day}. {ground}", day=day, ground=ground)


RESTRICTION_SAYINGS: dict[str, Callable[[Tr, Mapping[str, object]], str]] = {
    EventKind.RESTRICTED: _restricted,
    EventKind.RESTRICTION_LIFTED: lambda tr, _payload: tr(
        "Restriction lifted, the person was told before"
    ),
}
