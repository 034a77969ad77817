"""What reading a file came to, as an import stores it and a preview shows it."""

from collections.abc import Iterable
from pathlib import Path

from dsr_desktop.domain.notice import Notice
from dsr_desktop.domain.reading import Problem
from dsr_desktop.domain.source import SourceStatus
from dsr_desktop.readers.file_faults import Look, blamed_on_change, refusal_of
from dsr_desktop.readers.messages import UnreadableError, Warned
from dsr_desktop.wording.reading import problem_sentence


def status_of(warnings: Iterable[Warned]) -> SourceStatus:
    """Return PARTLY if something of a file was not read, else IMPORTED."""
    is_partly = any(one.problem.loses_content for one in warnings)
    return SourceStatus.PARTLY if is_partly else SourceStatus.IMPORTED


def notice_of(warned: Warned) -> Notice:
    """Return a reader's warning as the register keeps it."""
    return Notice(problem_sentence(warned.problem), warned.details)


def told_of(refusal: UnreadableError) -> tuple[SourceStatus, Notice]:
    """Return how a file that was refused stands in the register, and why in words."""
    is_locked = refusal.problem is Problem.PASSWORD
    status = SourceStatus.PASSWORD if is_locked else SourceStatus.UNREADABLE
    return status, Notice(problem_sentence(refusal.problem), refusal.details)


def refusal_for(
    error: UnreadableError | OSError, path: Path, before: Look | None
) -> UnreadableError:
    """Return what the user is told of a file that could not be opened or read.

    `before` is what was seen of a file that was then hashed whole: if it is another one by now, that
    is the reason.
    """
    refusal = error if isinstance(error, UnreadableError) else refusal_of(error, path)
    return refusal if before is None else blamed_on_change(refusal, before, path)
