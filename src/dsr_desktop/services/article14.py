"""Information of people whose data came from elsewhere: one task for each import (R-INF-1)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from dsr_desktop.domain.article14 import (
    Art14Exception,
    Art14Facts,
    Art14Task,
    Excepted,
    Told,
    art14_due,
    check_facts,
    first_of,
    not_told,
    told_on,
)
from dsr_desktop.domain.disclosure import Disclosure
from dsr_desktop.domain.document import DocumentKind
from dsr_desktop.domain.errors import NotFoundError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.iso_days import iso
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.source import Source, SourceKind
from dsr_desktop.services.documents import documents
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.processing import read_record
from dsr_desktop.services.register import Register
from dsr_desktop.store.article14 import read_art14_facts, write_art14_facts
from dsr_desktop.store.records import DISCLOSURES
from dsr_desktop.store.sources import read_sources
from dsr_desktop.wording.article14 import Notice, make_notice
from dsr_desktop.wording.language import Tr


@dataclass(frozen=True)
class NoticeFile:
    """A notice and where it lies as PDF."""

    path: Path
    notice: Notice


@at_one_moment
def list_art14(register: Register) -> tuple[Art14Task, ...]:
    """Return the information of every list that was imported and is current, oldest first.

    Working copies are not among them: they hold data that the company had already.
    """
    facts = read_art14_facts(register.database)
    disclosed = _first_disclosures(DISCLOSURES.read_all(register.database))
    return tuple(
        _task(source, facts.get(source.id or 0, Art14Facts()), disclosed.get(str(source.id)))
        for source in read_sources(register.database)
        if _is_list(source)
    )


def describe_art14(register: Register, source_id: int, facts: Art14Facts, today: date) -> Art14Task:
    """Say where the people of a list come from, and when; what was settled stays.

    Raises NotFoundError for an unknown import, InvalidInputError for a day that cannot be.
    """

    def change(task: Art14Task) -> Art14Facts:
        settled = task.facts
        return check_facts(
            replace(
                facts, done_on=settled.done_on, exception=settled.exception, reason=settled.reason
            ),
            today,
        )

    with register.database.transaction():
        task = _change(register, source_id, change)
        register.log(EventKind.ART14_DETAILED, None, **_payload(task))
    return task


def tell_art14(register: Register, source_id: int, day: date, today: date) -> Art14Task:
    """Record that the people of a list were told on a day; raises as `told_on`, and NotFoundError."""
    return _settle(register, source_id, lambda task: told_on(task, day, today))


def except_art14(
    register: Register, source_id: int, exception: Art14Exception, reason: str
) -> Art14Task:
    """Record why the people of a list are not told; raises as `not_told`, and NotFoundError."""
    return _settle(register, source_id, lambda task: not_told(task, exception, reason))


def record_art14(
    register: Register,
    source_id: int,
    facts: Art14Facts,
    settled: Told | Excepted | None,
    today: date,
) -> Art14Task:
    """Say where the people of a list come from and what was done, both or nothing.

    Raises as `describe_art14`, `tell_art14` and `except_art14` do.
    """
    with register.database.transaction():
        task = describe_art14(register, source_id, facts, today)
        match settled:
            case Told(day):
                return tell_art14(register, source_id, day, today)
            case Excepted(exception, reason):
                return except_art14(register, source_id, exception, reason)
            case None:
                return task


@at_one_moment
def notice_of(register: Register, source_id: int, today: date, tr: Tr) -> Notice:
    """Return the notice for the people of a list in the language of `tr`; NotFoundError as above.

    What the record of processing does not say stands in it as a gap to fill.
    """
    task = _task_of(register, source_id)
    record = read_record(register, tr)
    entry = next((one for one in record.activities if one.activity.code == task.activity), None)
    return make_notice(tr, record.controller, entry, task, today)


def write_notice(
    register: Register, source_id: int, folder: Path, today: date, tr: Tr
) -> NoticeFile:
    """Write the notice as PDF; raises as `notice_of`, and OutputFileError."""
    with documents(register, DocumentKind.ART14_NOTICE) as made:
        notice = notice_of(register, source_id, today, tr)
        (file,) = made.begin("", folder, f"art14-{source_id}-{tr.language}.pdf")
        # Loaded when met: 70 ms that the start of the window does without.
        from dsr_desktop.writers.notice_pdf import write_notice_pdf  # noqa: PLC0415

        write_notice_pdf(file.stream, notice, tr)
        made.log(EventKind.ART14_LETTER_MADE, None, source=source_id, pdf_sha256=file.sha256)
    return NoticeFile(file.path, notice)


def _settle(
    register: Register, source_id: int, change: Callable[[Art14Task], Art14Facts]
) -> Art14Task:
    with register.database.transaction():
        task = _change(register, source_id, change)
        register.log(EventKind.ART14_SETTLED, None, **_payload(task))
    return task


def _change(
    register: Register, source_id: int, change: Callable[[Art14Task], Art14Facts]
) -> Art14Task:
    facts = change(_task_of(register, source_id))
    write_art14_facts(register.database, source_id, facts)
    return _task_of(register, source_id)


def _payload(task: Art14Task) -> dict[str, object]:
    """Return what an event says: never the reason, in which somebody may be named (R-LOG-2)."""
    facts = task.facts
    return {
        "source": task.source_id, "obtained_from": facts.obtained_from,
        "due": task.due.isoformat(), "state": task.state,
        "done_on": iso(facts.done_on),
        "exception": facts.exception,
    }  # fmt: skip


def _task_of(register: Register, source_id: int) -> Art14Task:
    for task in list_art14(register):
        if task.source_id == source_id:
            return task
    raise NotFoundError(
        mark("There is no imported list with the number {id}. Take one from the list."),
        id=str(source_id),
    )


def _task(source: Source, facts: Art14Facts, disclosed_on: date | None) -> Art14Task:
    obtained = facts.obtained_on or date.fromisoformat(
        source.collected_on or source.imported_at[:10]
    )
    first_disclosure = first_of(facts.first_disclosure_on, disclosed_on)
    due = art14_due(obtained, facts.first_contact_on, first_disclosure)
    return Art14Task(
        source.id or 0, source.name, source.row_count, source.activity or "", obtained, due, facts
    )


def _first_disclosures(made: Iterable[Disclosure]) -> dict[str, date]:
    first: dict[str, date] = {}
    for one in made:
        for source_id in one.sources:
            first[source_id] = min(one.made_on, first.get(source_id, one.made_on))
    return first


def _is_list(source: Source) -> bool:
    return source.kind is SourceKind.LIST and source.is_current and source.status.is_stored
