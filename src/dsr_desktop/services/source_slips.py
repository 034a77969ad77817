"""Writes the slips of a request: one page for each colleague who looks into a system (R-SRC-1)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dsr_desktop.domain.document import DocumentKind
from dsr_desktop.domain.errors import NotAllowedError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.source_slip import SourceSlip, criteria_for_slip
from dsr_desktop.domain.source_task import SourceTask, unanswered
from dsr_desktop.services.documents import documents
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.register import Register
from dsr_desktop.services.source_tasks import list_tasks
from dsr_desktop.store.events import short_fingerprint
from dsr_desktop.store.requests import read_request
from dsr_desktop.store.source_tasks import task_of
from dsr_desktop.wording.language import Tr


@dataclass(frozen=True)
class SlipFile:
    """A slip and where it lies."""

    path: Path
    slip: SourceSlip


def write_slips(
    register: Register, ref: str, folder: Path, today: date, tr: Tr,
    *, task_ids: Collection[int] = (),
) -> tuple[SlipFile, ...]:  # fmt: skip
    """Write a PDF for each unanswered task that goes by slip, or for the tasks named.

    Files are named after request and task, never after the person (R-SEC-8). That a slip was handed
    over is recorded apart, with its day. Raises NotFoundError for an unknown request or task,
    NotAllowedError where nobody has to be asked, OutputFileError when the folder cannot be written;
    then no file and no event is left.
    """
    with documents(register, DocumentKind.SOURCE_SLIP) as made:
        slips = make_slips(register, ref, today, task_ids=task_ids)
        about = slips[0].task.ref
        names = [f"{about}_slip_{slip.task.id}.pdf" for slip in slips]
        files = made.begin(about, folder, *names)
        # Loaded when met: 70 ms that the start of the window does without.
        from dsr_desktop.writers.source_slip_pdf import write_source_slip_pdf  # noqa: PLC0415

        for file, slip in zip(files, slips, strict=True):
            write_source_slip_pdf(file.stream, slip, tr)
        made.log(
            EventKind.SOURCE_SLIPS_MADE, about, tasks=[slip.task.id for slip in slips],
            pdf_sha256=[file.sha256 for file in files],
        )  # fmt: skip
    return tuple(SlipFile(file.path, slip) for file, slip in zip(files, slips, strict=True))


@at_one_moment
def make_slips(
    register: Register, ref: str, today: date, *, task_ids: Collection[int] = ()
) -> tuple[SourceSlip, ...]:
    """Gather the slips without writing anything; raises NotFoundError and NotAllowedError as above."""
    request = read_request(register.database, ref)
    tasks = list_tasks(register, ref)
    chosen = [task_of(tasks, id_) for id_ in task_ids] or _by_slip(tasks)
    if not chosen:
        raise NotAllowedError(
            mark("{ref} has no system that is still to be asked with a slip."), ref=request.ref
        )
    company = register.company
    return tuple(
        SourceSlip(
            task=task,
            company=company.name,
            answer_to=", ".join(filter(None, (company.dpo_name, company.dpo_contact))),
            made_on=today,
            criteria=criteria_for_slip(request.criteria),
            fingerprint=short_fingerprint(register.database),
        )
        for task in chosen
    )


def _by_slip(tasks: tuple[SourceTask, ...]) -> list[SourceTask]:
    return [task for task in unanswered(tasks) if task.system.is_asked_with_slip]
