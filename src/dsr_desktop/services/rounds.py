"""One round of searching after another: keys of confirmed hits, until none is new (R-MAT-4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.expansion import NewKey, form_of, new_keys, with_key
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.row import Row
from dsr_desktop.domain.search_rounds import SearchRound, rounds_of
from dsr_desktop.services.handling import request_to_change, view_request
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.register import Register
from dsr_desktop.services.reviewing import change_criteria, find_person
from dsr_desktop.services.row_context import places_of
from dsr_desktop.services.searching import SearchResult
from dsr_desktop.store.hits import search_runs
from dsr_desktop.store.requests import read_request


@dataclass(frozen=True)
class Proposal:
    """A key that was not asked for, and the ids of the confirmed hits that hold it."""

    key: NewKey
    hits: tuple[int, ...]


@dataclass(frozen=True)
class Round:
    """A further search for a request: the keys it asked for the first time, and what it found."""

    added: tuple[NewKey, ...]
    result: SearchResult


@at_one_moment
def proposed_keys(register: Register, ref: str, today: date) -> tuple[Proposal, ...]:
    """Return the keys that confirmed hits of a request hold and that were not asked for yet.

    Raises NotFoundError for an unknown reference.
    """
    view, country = view_request(register, ref, today), register.company.country
    criteria, places = view.request.criteria, places_of(register, view.confirmed)
    rows = {hit.id: Row.at(places[hit.id]) for hit in view.confirmed if hit.id in places}
    held = {
        id_: {form_of(key, country) for key in new_keys(criteria, [row], country)}
        for id_, row in rows.items()
    }
    return tuple(
        Proposal(key, tuple(id_ for id_, forms in held.items() if form_of(key, country) in forms))
        for key in new_keys(criteria, rows.values(), country)
    )


def search_again(
    register: Register, ref: str, today: date, keys: Sequence[str] | None = None
) -> Round:
    """Search for the person of a request once more, with the proposed keys that the DPO takes.

    `keys` are those, however written; None takes all of them. Verdicts given so far stay. Raises
    InvalidInputError for a key that is not proposed, NotFoundError for an unknown reference,
    NotAllowedError for a closed request; then nothing is changed.
    """
    with request_to_change(register, ref) as request:
        proposed = [one.key for one in proposed_keys(register, ref, today)]
        taken = tuple(proposed if keys is None else _taken(register, proposed, keys))
        if not taken:
            return Round((), find_person(register, ref, today))
        criteria = reduce(with_key, taken, request.criteria)
        return Round(taken, change_criteria(register, ref, criteria, today))


@at_one_moment
def search_rounds(register: Register, ref: str) -> tuple[SearchRound, ...]:
    """Return the rounds of searching for a request, oldest first; NotFoundError without it."""
    return rounds_of(search_runs(register.database, read_request(register.database, ref)))


def _taken(register: Register, proposed: Sequence[NewKey], keys: Sequence[str]) -> list[NewKey]:
    country = register.company.country
    known = {form_of(key, country): key for key in proposed}
    wanted = [next((f for f in _forms(text, country) if f in known), None) for text in keys]
    if None in wanted:
        raise InvalidInputError(
            mark(
                "A key was given that no confirmed hit proposes. Take it from the new keys listed."
            )
        )
    return [known[form] for form in dict.fromkeys(wanted)]


def _forms(text: str, country: str) -> tuple[str | None, ...]:
    return tuple(form_of(NewKey(kind, text), country) for kind in ("email", "phone"))
