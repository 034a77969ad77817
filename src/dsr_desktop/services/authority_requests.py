"""Requests of authorities: logged apart, since they are no recipients (R-ERA-1, GDPR art. 4(9))."""

from dataclasses import replace
from datetime import date

from dsr_desktop.domain.authority_request import AuthorityRequest, check_authority_request
from dsr_desktop.domain.errors import NotFoundError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.marking import mark
from dsr_desktop.services.person_keys import digests_to_keep, keys_of
from dsr_desktop.services.register import Register
from dsr_desktop.services.suppressing import TypedKeys
from dsr_desktop.store.records import AUTHORITY_REQUESTS


def list_authority_requests(register: Register) -> tuple[AuthorityRequest, ...]:
    """Return every request of an authority, oldest first."""
    return AUTHORITY_REQUESTS.read_all(register.database)


def add_authority_request(
    register: Register, asked: AuthorityRequest, people: TypedKeys, today: date
) -> AuthorityRequest:
    """Record a request of an authority and return it with its id; `people` are kept as hashes.

    Raises InvalidInputError and NotAllowedError as `check_authority_request` does.
    """
    checked, keys = check_authority_request(asked, today), keys_of(register, people)
    with register.database.transaction():
        kept = replace(checked, digests=digests_to_keep(register, keys))
        added = AUTHORITY_REQUESTS.add(register.database, kept)
        register.log(EventKind.AUTHORITY_REQUEST_RECORDED, request=added.id,
                     outcome=added.outcome, may_tell=added.may_tell)  # fmt: skip
    return added


def change_authority_request(
    register: Register, asked: AuthorityRequest, today: date
) -> AuthorityRequest:
    """Replace what is recorded under the id of a request; the people it is about stay.

    Raises NotFoundError for an unknown one, else as `add_authority_request` does.
    """
    with register.database.transaction():
        before = authority_request_of(register, asked.id)
        checked = check_authority_request(replace(asked, digests=before.digests), today)
        AUTHORITY_REQUESTS.change(register.database, checked)
        register.log(EventKind.AUTHORITY_REQUEST_CHANGED, request=checked.id,
                     outcome=checked.outcome, may_tell=checked.may_tell)  # fmt: skip
    return checked


def authority_request_of(register: Register, request_id: int) -> AuthorityRequest:
    """Return one request of an authority; NotFoundError if there is none with this id."""
    found = AUTHORITY_REQUESTS.read(register.database, request_id)
    if found is None:
        raise NotFoundError(
            mark(
                "There is no request of an authority with the number {id}. Take one from the list."
            ),
            id=str(request_id),
        )
    return found
