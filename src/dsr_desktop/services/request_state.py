"""A request file as it stands: hits, events, readings and what is in the way, at one moment."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from dsr_desktop.domain.activity import Activity
from dsr_desktop.domain.call_sheet import CallSheet
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.hit import Hit, SearchRun, Verdict
from dsr_desktop.domain.incoming import KeptMessage
from dsr_desktop.domain.namesakes import Namesakes
from dsr_desktop.domain.next_step import Done, done_so_far, seen_so_far
from dsr_desktop.domain.request import Request, Right
from dsr_desktop.domain.request_view import RequestView
from dsr_desktop.domain.source import Source
from dsr_desktop.domain.step_list import ListedStep, Seen, StepFacts, step_list
from dsr_desktop.domain.unsettled import UnknownOrigin, unsettled_sources
from dsr_desktop.services.activities import list_activities
from dsr_desktop.services.calls import list_calls
from dsr_desktop.services.closing import working_copies_to_purge
from dsr_desktop.services.history import PastEvent, history
from dsr_desktop.services.letters import LettersOf, letters_of_request
from dsr_desktop.services.messages import list_messages
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.origins import unknown_in
from dsr_desktop.services.register import Register
from dsr_desktop.services.request_beside import Beside, read_beside
from dsr_desktop.services.rescanning import Rescan, last_rescan
from dsr_desktop.services.reviewing import Review, last_searched, review
from dsr_desktop.services.step_facts import step_facts


@dataclass(frozen=True)
class Unsettled:
    """Confirmed rows whose legal basis is not settled: the files, and the activities to confirm.

    A file without any activity is named in `files` only.
    """

    files: tuple[str, ...]
    activities: tuple[str, ...]


@dataclass(frozen=True)
class RequestState:
    """A request with what happened to it; `copies` counts what closing purges.

    `unsettled` and `unknown_origins` say what stands in the way of a portability bundle (R-PORT-1);
    `search_is_current` is false when files were added or removed since the last search,
    `naming_others` are the ids of the hits whose row is named after somebody else, `namesakes` what
    contradicts in the confirmed rows, `beside` is what stands beside the work, `facts` what its
    checklist knows beside the events.
    """

    view: RequestView
    events: tuple[PastEvent, ...]
    run: SearchRun | None
    unread: tuple[Source, ...]
    partly: tuple[Source, ...]
    unsettled: Unsettled | None
    rescan: Rescan | None
    copies: int
    today: date
    search_is_current: bool = True
    naming_others: frozenset[int] = frozenset()
    namesakes: tuple[Namesakes, ...] = ()
    beside: Beside = field(default_factory=Beside)
    messages: tuple[KeptMessage, ...] = ()
    calls: tuple[CallSheet, ...] = ()
    facts: StepFacts = field(default_factory=StepFacts)
    unknown_origins: tuple[UnknownOrigin, ...] = ()
    letters: LettersOf = field(default_factory=LettersOf)

    @property
    def request(self) -> Request:
        """The request file."""
        return self.view.request

    @property
    def confirmed(self) -> tuple[Hit, ...]:
        """Hits that are the person."""
        return self.view.confirmed

    @property
    def confirmed_naming_others(self) -> tuple[Hit, ...]:
        """Confirmed rows that are named after somebody else, but for those that stay out anyway."""
        named = (hit for hit in self.confirmed if hit.id in self.naming_others)
        return tuple(hit for hit in named if not hit.is_only_mention)

    @property
    def rejected(self) -> tuple[Hit, ...]:
        """Hits that are someone else."""
        return tuple(hit for hit in self.view.hits if hit.verdict is Verdict.REJECTED)

    @property
    def open_hits(self) -> tuple[Hit, ...]:
        """Hits without a verdict that are not folded away."""
        return self.view.open_hits

    @property
    def weak(self) -> tuple[Hit, ...]:
        """Weak hits that nobody looked at."""
        return tuple(hit for hit in self.view.hits if hit.is_folded)

    @property
    def done(self) -> Done:
        """What was done with the request so far."""
        return done_so_far(self.events)

    @property
    def seen(self) -> Seen:
        """What the app saw of the request, for its checklist."""
        return seen_so_far(self.done, self.view.found, self.facts)

    @property
    def steps(self) -> tuple[ListedStep, ...]:
        """The checklist of the request, and how far it is (R-CHK-1)."""
        return step_list(self.request, self.seen)

    def last_event(self, kind: EventKind) -> PastEvent | None:
        """Return the latest event of a kind, None if it never happened."""
        return next((event for event in reversed(self.events) if event.kind == kind), None)


@at_one_moment
def read_state(register: Register, ref: str, today: date) -> RequestState:
    """Read one request; NotFoundError if there is none with this reference."""
    found = review(register, ref, today, weak=0)
    ref = found.view.request.ref
    *_searched, current = last_searched(register, found.view.request)
    return RequestState(
        view=found.view,
        events=history(register, ref),
        run=found.run,
        unread=found.unreadable,
        partly=found.partly,
        unsettled=_unsettled(_sources_packed(found), list_activities(register)),
        rescan=last_rescan(register, ref),
        copies=working_copies_to_purge(register, ref),
        today=today,
        search_is_current=current,
        naming_others=found.naming_others,
        namesakes=found.namesakes,
        beside=read_beside(register, ref),
        messages=list_messages(register, ref),
        calls=list_calls(register, ref),
        facts=step_facts(register, found.view.request),
        unknown_origins=_unknown_origins(register, found),
        letters=letters_of_request(register, ref, today),
    )


def _unknown_origins(register: Register, found: Review) -> tuple[UnknownOrigin, ...]:
    """Return what nobody said of the columns, where a bundle is asked for at all."""
    if Right.PORTABILITY not in found.view.request.rights:
        return ()
    confirmed = {hit.id for hit in found.view.confirmed}
    places = {id_: place for id_, place in found.places.items() if id_ in confirmed}
    return unknown_in(register, found.view, places)


def _sources_packed(found: Review) -> tuple[Source, ...]:
    """Return the sources of the rows that enter a bundle: confirmed, and about the person."""
    packed = (hit for hit in found.view.confirmed if not hit.is_only_mention)
    places = (found.places.get(hit.id) for hit in packed)
    return tuple(place.source for place in places if place is not None)


def _unsettled(sources: Iterable[Source], activities: Iterable[Activity]) -> Unsettled | None:
    left = unsettled_sources(sources, activities)
    if not left:
        return None
    codes = {source.activity for source in left if source.activity}
    return Unsettled(tuple(source.name for source in left), tuple(sorted(codes)))
