"""Gathers what a dossier holds, without writing anything: of one request, or of the company."""

from datetime import date, datetime
from pathlib import PurePosixPath

from dsr_desktop.domain.communication import Communication
from dsr_desktop.domain.dossier import CompanyDossier, DossierEvent, DossierFrame, RequestDossier
from dsr_desktop.domain.processing import REQUESTS_ACTIVITY, ProcessingActivity
from dsr_desktop.domain.recipient import gaps_of
from dsr_desktop.domain.request import Request
from dsr_desktop.domain.search_rounds import rounds_of
from dsr_desktop.domain.step_list import step_list
from dsr_desktop.services.attachments import safe_suffix
from dsr_desktop.services.handling import view_request
from dsr_desktop.services.policy_versions import list_policy_uses
from dsr_desktop.services.processing import read_controller, read_record
from dsr_desktop.services.register import Register
from dsr_desktop.services.request_steps import seen_of
from dsr_desktop.store.breaches import read_breaches
from dsr_desktop.store.communications import read_communications
from dsr_desktop.store.events import events, first_broken, short_fingerprint
from dsr_desktop.store.hits import search_runs, sources_cited_by
from dsr_desktop.store.identity_checks import read_unasked_copies
from dsr_desktop.store.letters import letters_of
from dsr_desktop.store.records import AUTHORITY_REQUESTS, RECIPIENTS
from dsr_desktop.store.request_links import links_of
from dsr_desktop.store.source_tasks import read_tasks
from dsr_desktop.store.sources import read_sources
from dsr_desktop.store.suppression import read_entries
from dsr_desktop.store.systems import read_systems
from dsr_desktop.wording.language import Tr

MESSAGES = "messages"


def gather_request(
    register: Register, ref: str, today: date, *, has_texts: bool = True
) -> RequestDossier:
    """Gather the file of a request as it stands; NotFoundError for an unknown reference.

    Without `has_texts` no path of an attached document is given.
    """
    view, database = view_request(register, ref, today), register.database
    request = view.request
    messages = read_communications(database, request)
    return RequestDossier(
        frame=gather_frame(register, today),
        view=view,
        events=_timeline(register, request.ref),
        unasked_copies=read_unasked_copies(database, request),
        tasks=read_tasks(database, request),
        messages=messages,
        letters=letters_of(database, request),
        steps=step_list(request, seen_of(register, request)),
        links=links_of(database, request),
        rounds=rounds_of(search_runs(database, request)),
        breaches=tuple(one for one in read_breaches(database) if one.ref == request.ref),
        paths=_paths(messages) if has_texts else {},
        has_texts=has_texts,
    )


def gather_company(register: Register, today: date) -> CompanyDossier:
    """Gather the records of the company as they stand."""
    database = register.database
    return CompanyDossier(
        frame=gather_frame(register, today),
        systems=read_systems(database),
        recipients=tuple((one, gaps_of(one)) for one in RECIPIENTS.read_all(database)),
        policies=list_policy_uses(register),
        breaches=read_breaches(database),
        entries=read_entries(database),
        authorities=AUTHORITY_REQUESTS.read_all(database),
    )


def gather_frame(register: Register, today: date) -> DossierFrame:
    """Say who makes a dossier, when, and how the event log stands; looks at the whole chain."""
    chain = list(events(register.database))
    return DossierFrame(
        read_controller(register), today, register.actor, short_fingerprint(register.database),
        len(chain), first_broken(chain),
    )  # fmt: skip


def activities_concerned(
    register: Register, request: Request, tr: Tr
) -> tuple[ProcessingActivity, ...]:
    """Return the activities under which the person's rows and the systems asked stand (art. 30).

    That of answering requests is always among them.
    """
    cited = sources_cited_by(register.database, request)
    codes = {one.activity for one in read_sources(register.database) if one.id in cited}
    for task in read_tasks(register.database, request):
        codes |= set(task.system.activities)
    codes.add(REQUESTS_ACTIVITY)
    record = read_record(register, tr)
    return tuple(one for one in record.activities if one.activity.code in codes)


def _timeline(register: Register, ref: str) -> tuple[DossierEvent, ...]:
    return tuple(
        DossierEvent(
            one.seq, datetime.fromisoformat(one.at), one.actor, one.kind, one.payload, one.hash
        )
        for one in events(register.database, ref)
    )


def _paths(messages: tuple[Communication, ...]) -> dict[int, str]:
    """Name the attached documents by message and number: their own names may hold anything."""
    return {
        kept.id: str(PurePosixPath(MESSAGES, f"message_{sent.id}_{n}{safe_suffix(kept.name)}"))
        for sent in messages
        for n, kept in enumerate(sent.attachments, 1)
    }
