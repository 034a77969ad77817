"""How long request files are kept, what is due, and the purge; the event log stays (domain.md 4.3)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.request_retention import (
    RETENTION_FIGURES,
    DuePurge,
    Kept,
    PurgeStep,
    RetentionFigure,
    check_figures,
    due_purges,
)
from dsr_desktop.domain.suppression import SuppressionKind
from dsr_desktop.services.disclosures import keys_asked
from dsr_desktop.services.file_months import MONTHS_SETTING, retention_months
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.person_keys import digests_to_keep
from dsr_desktop.services.register import Register
from dsr_desktop.store.letters import drop_letters, refs_with_letters
from dsr_desktop.store.package_reviews import drop_contents, refs_with_package
from dsr_desktop.store.request_links import needed_by_open_requests
from dsr_desktop.store.request_purge import reduce_file, reduced_refs, remove_file
from dsr_desktop.store.requests import read_request, read_requests
from dsr_desktop.store.settings import write_settings
from dsr_desktop.store.sources import wipe_free_pages

_BECAUSE = "request_retention_because"


@dataclass(frozen=True)
class RetentionSetting:
    """A figure as it stands in a register, in months."""

    figure: RetentionFigure
    months: int


def list_retention_figures(register: Register) -> tuple[RetentionSetting, ...]:
    """Return every figure with its value; what is stored and cannot be one counts as not set."""
    months = retention_months(register)
    return tuple(RetentionSetting(one, months[one.kept]) for one in RETENTION_FIGURES.values())


def set_retention_figures(
    register: Register, months: Mapping[Kept, int], reason: str
) -> tuple[RetentionSetting, ...]:
    """Change figures, with the DPO's reason: no text fixes a duration; returns all.

    Raises InvalidInputError for a value out of bounds, an empty reason or evidence that would go
    before the file; then none is changed.
    """
    said = reason.strip()
    if not said:
        raise InvalidInputError(mark("No text fixes these durations. Say why you change them."))
    checked = {kept: RETENTION_FIGURES[kept].check(value) for kept, value in months.items()}
    with register.database.transaction():
        check_figures({**retention_months(register), **checked})
        values = {MONTHS_SETTING + kept: str(value) for kept, value in checked.items()}
        write_settings(register.database, {**values, _BECAUSE: said})
        register.log(EventKind.RETENTION_FIGURES_CHANGED, months=dict(checked))
        return list_retention_figures(register)


@at_one_moment
def due_request_files(register: Register, today: date) -> tuple[DuePurge, ...]:
    """Return the closed requests whose file is to be reduced or removed by today.

    One that an open request repeats, continues or complains about waits until that is closed.
    """
    return due_purges(
        read_requests(register.database),
        reduced_refs(register.database),
        retention_months(register),
        today,
        needed=needed_by_open_requests(register.database),
        packaged=refs_with_package(register.database),
        lettered=refs_with_letters(register.database),
    )


def purge_request_files(
    register: Register, refs: Collection[str], today: date
) -> tuple[DuePurge, ...]:
    """Purge the files of requests that are due, and return what was done; all of them or none.

    Of a package sent, digest and manifest stay. A reduced file keeps reference, dates, rights, decisions, reason codes and the keyed hash of the
    e-mail; a removed one keeps its events alone. Raises NotAllowedError for one that is not due,
    NotFoundError for an unknown reference.
    """
    with register.database.transaction():
        wanted = dict.fromkeys(read_request(register.database, ref).ref for ref in refs)
        due = {one.ref: one for one in due_request_files(register, today)}
        for ref in wanted:
            if ref not in due:
                raise NotAllowedError(
                    mark("The file of {ref} is not due for purging. It stays as it is."), ref=ref
                )
        done = tuple(due[ref] for ref in wanted)
        for one in done:
            _purge(register, one, today)
    wipe_free_pages(register.database)
    return done


def _purge(register: Register, due: DuePurge, today: date) -> None:
    request = read_request(register.database, due.ref)
    if due.step is PurgeStep.REMOVE:
        remove_file(register.database, request)
        register.log(EventKind.REQUEST_FILE_REMOVED, due.ref, due_on=due.due_on.isoformat())
        return
    if due.step is PurgeStep.LETTERS:
        drop_letters(register.database, request)
        register.log(EventKind.LETTERS_REMOVED, due.ref, due_on=due.due_on.isoformat())
        return
    if due.step is PurgeStep.PACKAGE:
        drop_contents(register.database, request)
        register.log(EventKind.PACKAGE_COPY_REMOVED, due.ref, due_on=due.due_on.isoformat())
        return
    keys = keys_asked(register, request.criteria)
    emails = [key for key in keys if key.kind is SuppressionKind.EMAIL]
    reduce_file(register.database, request, today, digests_to_keep(register, emails))
    register.log(EventKind.REQUEST_FILE_REDUCED, due.ref, due_on=due.due_on.isoformat())
