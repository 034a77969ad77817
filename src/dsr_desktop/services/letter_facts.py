"""Gathers what the register says for a letter: values of placeholders, and what decides on blocks."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import PurePath

from dsr_desktop.domain.erasure import KeptDataset
from dsr_desktop.domain.errors import NotAllowedError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.letters import Block, LetterFacts, LetterKind
from dsr_desktop.domain.letters_due import facts_of, items_told
from dsr_desktop.domain.next_step import done_so_far
from dsr_desktop.domain.paris_time import paris_day
from dsr_desktop.domain.request import Request
from dsr_desktop.domain.request_view import RequestView
from dsr_desktop.domain.review import Choice, release
from dsr_desktop.domain.right import Right
from dsr_desktop.domain.traces import RescanStatus
from dsr_desktop.services.dossier_contents import activities_concerned
from dsr_desktop.services.erasure_decisions import datasets_of
from dsr_desktop.services.file_months import retention_months
from dsr_desktop.services.history import history
from dsr_desktop.services.package_reviews import read_review
from dsr_desktop.services.packaging import scope_of_bundle
from dsr_desktop.services.processing import read_controller, read_record
from dsr_desktop.services.register import Register
from dsr_desktop.services.rescanning import last_rescan
from dsr_desktop.services.restricting import restrictions_of
from dsr_desktop.services.transfers import list_transfers
from dsr_desktop.store.events import last_event
from dsr_desktop.store.records import CONSENTS
from dsr_desktop.store.rectifications import read_rectified
from dsr_desktop.store.source_tasks import read_tasks
from dsr_desktop.store.sources import read_sources
from dsr_desktop.store.suppression import read_entries
from dsr_desktop.wording import letter_values as words
from dsr_desktop.wording.access_information import Concerned
from dsr_desktop.wording.access_package import withheld_line
from dsr_desktop.wording.bundle import exclusion_line
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.request_retention import durations_lines
from dsr_desktop.wording.review import mask_words

Values = dict[str, str]
_NOTHING_LEFT = frozenset({RescanStatus.CLEAN, RescanStatus.GONE})


def general_values(register: Register, today: date, tr: Tr) -> Values:
    """Return what every letter may say: who writes, the authority, how long requests are kept."""
    return {
        **words.company_values(tr, read_controller(register), register.company.country),
        "today": tr.date(today),
        "durations": "\n".join(durations_lines(tr, retention_months(register))),
    }


def said_of_request(
    register: Register, view: RequestView, kind: LetterKind, included: Collection[Block], tr: Tr
) -> tuple[Values, LetterFacts]:
    """Return what the file of a request says, and what of it decides on the blocks of a letter.

    The DPO may put other words for some of it. A copy of which a piece was left out, and a file that
    is kept, refuse something too (A12(4)).
    """
    request, told = view.request, items_told(kind, view.request)
    files = {hit.source_id for hit in view.confirmed}
    found = {
        **words.request_values(tr, request, view.deadline),
        **words.amounts(tr, len(view.confirmed), len(files)),
        **words.decision_values(tr, told),
        "sources": "\n".join(_sources(register, request)),
    }
    more = _OF_KIND.get(kind)
    nearer = more(register, view, tr) if more else {}
    found |= {name: _joined(found, name, text) for name, text in nearer.items() if text}
    facts = _facts(register, request, kind, included, tr)
    if found["withheld"]:
        return found, replace(facts, refuses=True)
    return found | {"withheld": words.nothing_withheld(tr, told)}, facts


def _facts(
    register: Register, request: Request, kind: LetterKind, included: Collection[Block], tr: Tr
) -> LetterFacts:
    entries = read_entries(register.database)
    return facts_of(
        kind, request, included=included,
        is_listed=any(one.request_ref == request.ref for one in entries),
        has_recipients=bool(_recipients(register, request, tr)),
    )  # fmt: skip


def _joined(found: Values, name: str, text: str) -> str:
    """Put what is kept of an erasure below the reason of the decision; else the nearer text counts."""
    before = found.get(name, "")
    return f"{before}\n{text}" if name == "withheld" and before else text


def _recipients(register: Register, request: Request, tr: Tr) -> str:
    return words.named_recipients(tr, activities_concerned(register, request, tr))


def _of_access(register: Register, view: RequestView, tr: Tr) -> Values:
    pieces = read_review(register, view).items
    released = release(pieces, mask_words(tr))
    known = tuple(one.item for one in pieces)
    given = tuple(one.item for one in pieces if one.choice is not Choice.EXCLUDE)
    concerned = activities_concerned(register, view.request, tr)
    told = words.information_values(tr, Concerned(concerned, given, known))
    return told | {"withheld": "\n".join(withheld_line(tr, one) for one in released.withheld)}


def _excluded_values(register: Register, view: RequestView, tr: Tr) -> str:
    """Name the values that the bundle leaves out; all of them if none is in scope."""
    try:
        scope = scope_of_bundle(register, view)
    except NotAllowedError:
        return ""
    return "\n".join(exclusion_line(tr, one) for one in scope.excluded)


def _of_portability(register: Register, view: RequestView, tr: Tr) -> Values:
    refused = words.transfers_refused(tr, list_transfers(register, view.request.ref))
    excluded = _excluded_values(register, view, tr)
    return {
        **_package(register, view), "withheld": "\n".join(filter(None, (refused, excluded))),
    }  # fmt: skip


def _of_transfer(register: Register, view: RequestView, tr: Tr) -> Values:
    made = words.transfer_values(tr, list_transfers(register, view.request.ref))
    return {**made, "withheld": _excluded_values(register, view, tr)}


def _package(register: Register, view: RequestView) -> Values:
    built = [
        one.payload for one in history(register, view.request.ref)
        if one.kind == EventKind.PACKAGE_BUILT and one.payload.get("right") == Right.PORTABILITY
    ]  # fmt: skip
    return {"package": str(built[-1].get("file", ""))} if built else {}


def _of_erasure(register: Register, view: RequestView, tr: Tr) -> Values:
    ref, files = view.request.ref, datasets_of(register, view.request.ref).files
    kept = _kept(register, ref)
    erased = _erased(register, ref, {one.source_id: (one.file, one.rows) for one in files})
    return {
        **words.erasure_values(tr, erased, kept),
        "recipients": _recipients(register, view.request, tr),
    }


def _kept(register: Register, ref: str) -> list[tuple[str, KeptDataset]]:
    return [
        (PurePath(one.file).name, one.decision.kept)
        for one in datasets_of(register, ref).files
        if one.decision and one.decision.kept
    ]


def _erased(
    register: Register, ref: str, files: dict[int, tuple[str, int]]
) -> Iterator[words.ErasedFile]:
    """Yield the files whose every place was read again and seen to be clean."""
    reading = last_rescan(register, ref)
    event = last_event(register.database, EventKind.SOURCES_READ_AGAIN, ref)
    if reading is None or event is None:
        return
    clean = done_so_far(history(register, ref)).clean_sources
    day = paris_day(datetime.fromisoformat(event.at))
    for source_id, (file, rows) in files.items():
        places = [one for one in reading.sources if one.source_id == source_id]
        is_clean = source_id in clean and all(one.status in _NOTHING_LEFT for one in places)
        if places and is_clean:
            yield words.ErasedFile(PurePath(file).name, rows, day)


def _of_rectification(register: Register, view: RequestView, tr: Tr) -> Values:
    cells = read_rectified(register.database, view.request)
    names = {one.id or 0: one.name for one in read_sources(register.database)}
    return {
        **words.rectification_values(tr, cells, names),
        "recipients": _recipients(register, view.request, tr),
    }


def _of_restriction(register: Register, view: RequestView, tr: Tr) -> Values:
    held = restrictions_of(register, view.request.ref).set
    return {
        **words.restriction_values(
            tr,
            [one.restriction for one in held if one.restriction.is_in_force],
            _names(register, tr),
        ),
        "recipients": _recipients(register, view.request, tr),
    }


def _names(register: Register, tr: Tr) -> dict[str | int, str]:
    """Name the activities by their codes and the files by their ids."""
    record = read_record(register, tr)
    return {
        **{one.activity.code: one.activity.name for one in record.activities},
        **{one.id or 0: one.name for one in read_sources(register.database)},
    }


def _of_withdrawal(register: Register, view: RequestView, tr: Tr) -> Values:
    ended = [
        one.purpose for one in CONSENTS.read_all(register.database)
        if one.request_ref == view.request.ref and one.is_withdrawn
    ]  # fmt: skip
    return words.consent_values(tr, ended) if ended else {}


def _of_fee(_register: Register, view: RequestView, tr: Tr) -> Values:
    return words.fee_values(tr, view.request.fee)


def _sources(register: Register, request: Request) -> list[str]:
    lists = [one.name for one in read_sources(register.database) if one.is_current]
    tasks = read_tasks(register.database, request)
    searched = [task.system.name for task in tasks if not task.is_not_searched]
    return [*dict.fromkeys(lists), *searched]


_OF_KIND: dict[LetterKind, Callable[[Register, RequestView, Tr], Values]] = {
    LetterKind.ACCESS: _of_access,
    LetterKind.PORTABILITY: _of_portability,
    LetterKind.TRANSFER: _of_transfer,
    LetterKind.ERASURE: _of_erasure,
    LetterKind.ERASURE_PARTIAL: _of_erasure,
    LetterKind.RECTIFICATION: _of_rectification,
    LetterKind.RESTRICTION: _of_restriction,
    LetterKind.RESTRICTION_LIFTED: _of_restriction,
    LetterKind.OBJECTION: _of_restriction,
    LetterKind.WITHDRAWAL: _of_withdrawal,
    LetterKind.FEE_NOTICE: _of_fee,
}
