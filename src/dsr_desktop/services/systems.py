"""The catalogue of systems: proposed, confirmed by the DPO, changed, ended (R-SRC-1)."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date

from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.list_age import list_day
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.source import Source
from dsr_desktop.domain.system import HowAsked, System, check_system
from dsr_desktop.domain.system_proposals import SystemProposal, open_proposals, proposal_of
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.register import Register
from dsr_desktop.services.request_steps import clock
from dsr_desktop.services.source_opening import open_needed_tasks
from dsr_desktop.services.sourcing import check_activity, source_of
from dsr_desktop.store import systems as catalogue
from dsr_desktop.store.request_selection import OPEN_REQUESTS
from dsr_desktop.store.requests import read_requests
from dsr_desktop.store.sources import read_sources
from dsr_desktop.wording.language import Tr


@dataclass(frozen=True)
class SystemView:
    """A system with the imported lists that come from it; `listed_on` is the day of the newest."""

    system: System
    lists: tuple[Source, ...] = ()

    @property
    def listed_on(self) -> date | None:
        """The day of the newest list, None without any."""
        return max((list_day(one).day for one in self.lists), default=None)


@at_one_moment
def list_systems(register: Register) -> tuple[SystemView, ...]:
    """Return the confirmed systems, those that are no longer used among them, with their lists."""
    lists = catalogue.lists_of_systems(register.database)
    sources = {one.id: one for one in read_sources(register.database)} if lists else {}
    return tuple(
        SystemView(system, tuple(sources[id_] for id_ in lists.get(system.id, ())))
        for system in catalogue.read_systems(register.database)
    )


@at_one_moment
def list_proposals(register: Register) -> tuple[SystemProposal, ...]:
    """Return the systems that the company may have and that nobody confirmed or dismissed yet."""
    confirmed = (one.proposal for one in catalogue.read_systems(register.database))
    dismissed = catalogue.dismissed_proposals(register.database)
    return open_proposals({*dismissed, *filter(None, confirmed)})


def add_system(register: Register, system: System, today: date) -> SystemView:
    """Add a system that the DPO confirms; every open request that needs a search asks it too.

    Raises InvalidInputError for what cannot be kept, such as an unknown activity or a beginning in
    the future, NotAllowedError for a name or a proposal that the catalogue has already.
    """
    checked = check_system(system)
    with register.database.transaction():
        _check(register, checked, today)
        id_ = catalogue.add_system(register.database, checked)
        if checked.proposal:
            catalogue.recall_proposal(register.database, checked.proposal)
        register.log(EventKind.SYSTEM_ADDED, system=id_, what=checked.kind)
        _ask_in_open_requests(register, today)
        return _view(register, id_)


def confirm_proposal(
    register: Register, code: str, today: date, tr: Tr, *, owner: str = "", contact: str = "",
    how_asked: HowAsked | None = None, name: str | None = None,
    activities: Iterable[str] = (),
) -> SystemView:  # fmt: skip
    """Add a proposed system, under the name proposed in the language of `tr` unless `name` is given.

    Raises InvalidInputError for an unknown code or a slip for nobody, NotAllowedError if it was
    confirmed before.
    """
    proposal = proposal_of(code)
    system = System(
        name or tr(proposal.name), proposal.kind, how_asked or proposal.how_asked, today, owner,
        contact, activities=tuple(activities), proposal=code,
    )  # fmt: skip
    return add_system(register, system, today)


def dismiss_proposal(register: Register, code: str, today: date) -> None:
    """Say that the company has no such system; confirming it later is still possible.

    Raises InvalidInputError for an unknown code, NotAllowedError for one that was confirmed.
    """
    proposal_of(code)
    with register.database.transaction():
        _check_proposal(register, code)
        catalogue.dismiss_proposal(register.database, code, today, register.actor)
        register.log(EventKind.SYSTEM_PROPOSAL_DISMISSED, proposal=code)


def change_system(register: Register, system: System, today: date) -> SystemView:
    """Replace what is known of the system with this id; its answers and tasks stay.

    Raises as `add_system` does, and NotFoundError for an unknown id. Without a change, no event.
    """
    checked = check_system(system)
    with register.database.transaction():
        before = catalogue.read_system(register.database, checked.id)
        checked = replace(checked, proposal=before.proposal)
        _check(register, checked, today)
        names = (one.name for one in fields(System))
        changed = [one for one in names if getattr(before, one) != getattr(checked, one)]
        if changed:
            catalogue.write_system(register.database, checked)
            register.log(EventKind.SYSTEM_CHANGED, system=checked.id, changed=changed)
            _ask_in_open_requests(register, today)
        return _view(register, checked.id)


def system_of(register: Register, system_id: int) -> System:
    """Return one system; NotFoundError if there is none with this id."""
    return catalogue.read_system(register.database, system_id)


def put_list(register: Register, system_id: int, source_id: int) -> SystemView:
    """Say that an imported list comes from a system; NotFoundError if one of them is not there."""
    with register.database.transaction():
        system = system_of(register, system_id)
        source = source_of(register, source_id)
        if not source.is_current:
            raise InvalidInputError(
                mark("Import {id} is an earlier version. Take the one that is in its place."),
                id=str(source_id),
            )
        catalogue.put_list(register.database, system.id, source_id)
        register.log(
            EventKind.SYSTEM_CHANGED, system=system.id, changed=["lists"], source=source_id
        )
        return _view(register, system.id)


def take_list(register: Register, system_id: int, source_id: int) -> SystemView:
    """Take back that a list comes from a system; NotFoundError if one of them is not there."""
    with register.database.transaction():
        system = system_of(register, system_id)
        source_of(register, source_id)
        catalogue.take_list(register.database, system.id, source_id)
        register.log(
            EventKind.SYSTEM_CHANGED, system=system.id, changed=["lists"], source=source_id
        )
        return _view(register, system.id)


def set_lists(register: Register, system_id: int, source_ids: Iterable[int]) -> SystemView:
    """Say which current lists come from a system: these and no others, all of it or nothing.

    Raises as `put_list` does. Earlier versions of lists stay with the system.
    """
    wanted = set(source_ids)
    with register.database.transaction():
        system_of(register, system_id)
        known = {one.id for one in _view(register, system_id).lists if one.is_current}
        for added in sorted(wanted - known):
            put_list(register, system_id, added)
        for gone in sorted(filter(None, known - wanted)):
            take_list(register, system_id, gone)
        return _view(register, system_id)


def _check(register: Register, system: System, today: date) -> None:
    if system.active_from > today:
        raise InvalidInputError(
            mark("{name} would begin on {day}, after today. Add it when it is in use."),
            name=system.name, day=system.active_from.isoformat(),
        )  # fmt: skip
    for code in system.activities:
        check_activity(register, code)
    others = [one for one in catalogue.read_systems(register.database) if one.id != system.id]
    if any(one.name.casefold() == system.name.casefold() for one in others):
        raise NotAllowedError(
            mark("There is a system {name} already. Change that one, or use another name."),
            name=system.name,
        )
    if system.proposal and not system.id:
        _check_proposal(register, system.proposal)


def _check_proposal(register: Register, code: str) -> None:
    for one in catalogue.read_systems(register.database):
        if one.proposal == code:
            raise NotAllowedError(
                mark("{name} is in the catalogue already: change or end it there."), name=one.name
            )


def _ask_in_open_requests(register: Register, today: date) -> None:
    for request in read_requests(register.database, OPEN_REQUESTS):
        if request.answered_on is None:
            open_needed_tasks(register, request, clock(register, request, today), today)


def _view(register: Register, system_id: int) -> SystemView:
    return next(one for one in list_systems(register) if one.system.id == system_id)
