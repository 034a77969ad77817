"""Letters to many people: who gets one, the files, and that it was sent (art. 14, R-RT-6)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dsr_desktop.domain.circular import (
    CIRCULARS,
    REACHED_BY,
    Circular,
    CircularFormat,
    Reach,
    address_lines,
    goes_once,
)
from dsr_desktop.domain.contact_retention import ContactState
from dsr_desktop.domain.document import DocumentKind
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.letter import Letter, LetterSheet, check_ready
from dsr_desktop.domain.letters import LetterKind
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.outgoing import ListUse, Why
from dsr_desktop.domain.policy_version import in_force_on
from dsr_desktop.services.article14 import list_art14
from dsr_desktop.services.circular_files import Gathered, fill_files, letter_to
from dsr_desktop.services.contact_clocks import count_clocks
from dsr_desktop.services.contact_rows import ContactChoice, ContactRows
from dsr_desktop.services.documents import documents
from dsr_desktop.services.letter_writing import LetterOrder, letter_sheet
from dsr_desktop.services.policy_versions import list_policy_uses
from dsr_desktop.services.register import Register
from dsr_desktop.services.retention_review import ReviewFilter, review_contacts
from dsr_desktop.store.circulars import (
    CIRCULARS_KEPT,
    add_addressed,
    rows_told,
)

_PAGE = 1_000


@dataclass(frozen=True)
class CircularDraft:
    """A circular to look at: who gets it, and the letter as the first of them reads it."""

    reach: Reach
    letter: Letter


@dataclass(frozen=True)
class CircularFiles:
    """A circular that was written: its files, and who gets it."""

    circular: Circular
    reach: Reach
    files: tuple[Path, ...]


def draft_circular(register: Register, order: LetterOrder, today: date) -> CircularDraft:
    """Count who would get a letter and fill it for the first of them; nothing is written.

    Raises InvalidInputError for a letter to one person, where no list is about it, or for a text
    that is none of the letter's; NotFoundError for an unknown list.
    """
    count_clocks(register, today)
    sheet = _sheet(register, order, today)
    found = _gather(register, order, today)
    first = next(iter(found.people.values()), ((), ()))[1]
    return CircularDraft(found.reach, letter_to(sheet, order, first))


def write_circular(
    register: Register, order: LetterOrder, kind: CircularFormat, folder: Path, today: date
) -> CircularFiles:
    """Write a circular, and keep to whom it goes; files and notes appear together or not at all.

    As PDF each person has pages of her own; else a list to merge lies beside the letter as .docx.
    Raises as `draft_circular`, NotAllowedError for a letter with something missing, InvalidInputError
    where nobody may get it or a PDF would be too long, OutputFileError.
    """
    kept: list[Circular] = []
    count_clocks(register, today)
    with documents(register, DocumentKind.CIRCULAR) as made:
        sheet = _sheet(register, order, today)
        found = _gather(register, order, today)
        check_ready(letter_to(sheet, order, ()))
        if not found.people:
            raise InvalidInputError(mark("Nobody may get this letter: nothing was written."))
        files = made.begin("", folder, *_names(order.kind, kind))
        fill_files(files, sheet, order, kind, found, today)
        digest, language = files[0].sha256, sheet.language
        made.then(
            lambda: kept.append(_keep(register, order, found, language, digest, today))
        )  # fmt: skip
    return CircularFiles(kept[0], found.reach, tuple(one.path for one in files))


def _sheet(register: Register, order: LetterOrder, today: date) -> LetterSheet:
    if order.kind not in CIRCULARS:
        raise InvalidInputError(mark("This letter goes to one person. Write it for her request."))
    return letter_sheet(register, order, today)


def _gather(register: Register, order: LetterOrder, today: date) -> Gathered:
    """Read the people of a choice; those who may not be written to are counted and left behind."""
    with register.database.snapshot():
        choice = _choice(register, order, today)
        if choice.rows is not None and not choice.rows:
            return Gathered()
        contacts = ContactRows(register, choice, _USE, today)
        found = Gathered(contacts.heads)
        told = rows_told(register.database, order.kind) if goes_once(order.kind) else frozenset()
        before = unreachable = 0
        for row_id, cells in contacts.people(lambda _read: None):
            lines = address_lines(contacts.heads, cells)
            before += row_id in told
            unreachable += row_id not in told and not lines
            if lines and row_id not in told:
                found.people[row_id] = (cells, lines)
        left = {why: contacts.counts.left[why] for why in Why if contacts.counts.left[why]}
        found.reach = Reach(len(found.people), left, before, unreachable, contacts.counts.twice)
        return found


_USE = ListUse(0, "information", needs_consent=False)
"""Nothing is handed to anybody: whoever opposed, is restricted or erased stays out all the same."""


def _choice(register: Register, order: LetterOrder, today: date) -> ContactChoice:
    match order.kind:
        case LetterKind.ART14:
            return ContactChoice(sources=(order.source_id,), fields=REACHED_BY)
        case LetterKind.POLICY_CHANGE:
            return ContactChoice(sources=_under_older_policies(register, today), fields=REACHED_BY)
        case _:
            return ContactChoice(fields=REACHED_BY, rows=frozenset(_silent(register, today)))


def _silent(register: Register, today: date) -> Iterator[int]:
    """Yield the contacts from whom nothing came in three years, and whose processing goes on (R-RT-6)."""
    wanted = ReviewFilter((ContactState.ACTIVE,), stale=True)
    page = review_contacts(register, wanted, today, most=_PAGE)
    while page:
        yield from (one.row_id for one in page)
        page = review_contacts(register, wanted, today, after=page[-1].key, most=_PAGE)


def _under_older_policies(register: Register, today: date) -> tuple[int, ...]:
    """Return the lists that were collected under another version than the newest, or under none said."""
    uses = list_policy_uses(register)
    known = [one.recorded for one in uses if one.recorded is not None]
    newest = max(known, key=lambda one: one.in_force_from, default=in_force_on(known, today))
    found = (source.id or 0 for one in uses if one.recorded != newest for source in one.sources)
    lists = {one.source_id for one in list_art14(register)}
    older = tuple(one for one in found if one in lists)
    if newest is None or not older:
        raise InvalidInputError(
            mark(
                "No list was collected under an older version of the privacy policy. Record the new "
                "version first."
            )
        )
    return older


def _names(letter: LetterKind, kind: CircularFormat) -> tuple[str, ...]:
    if kind is CircularFormat.PDF:
        return (f"{letter}.pdf",)
    return (f"{letter}.docx", f"{letter}.{kind}")


def _keep(
    register: Register, order: LetterOrder, found: Gathered, language: str, digest: str,
    today: date,
) -> Circular:  # fmt: skip
    reach = found.reach
    kept = CIRCULARS_KEPT.add(
        register.database,
        Circular(
            order.kind, language, today, register.actor, reach.people, reach.left_out, digest,
            order.source_id,
        ),
    )  # fmt: skip
    add_addressed(register.database, kept.id, found.people)
    register.log(
        EventKind.CIRCULAR_MADE, None, circular=kept.id, letter=kept.kind, people=kept.people,
        left_out={str(why): n for why, n in (reach.left or {}).items()},
        told_before=reach.told_before, unreachable=reach.unreachable, sha256=digest,
        source=order.source_id or None,
    )  # fmt: skip
    return kept
