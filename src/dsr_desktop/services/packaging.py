"""Builds the package that answers a request: so far the portability bundle (GDPR art. 20)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path, PurePath
from uuid import uuid4

from dsr_desktop.domain.asked import make_ready
from dsr_desktop.domain.consent_event import ConsentEvent, events_of
from dsr_desktop.domain.contact_record import record_id
from dsr_desktop.domain.document import DocumentKind
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.lifecycle import check_no_doubt
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.other_name import names_another
from dsr_desktop.domain.passphrase import new_passphrase
from dsr_desktop.domain.portability import BundleContents, Exclusion, Scope, decide_scope
from dsr_desktop.domain.progress import Progress, no_progress
from dsr_desktop.domain.request import Right
from dsr_desktop.domain.request_view import RequestView
from dsr_desktop.domain.row import Row
from dsr_desktop.domain.source import Place
from dsr_desktop.services.consents import consents_of_keys
from dsr_desktop.services.disclosures import keys_asked
from dsr_desktop.services.documents import Documents, documents
from dsr_desktop.services.handling import view_request
from dsr_desktop.services.origins import withheld_rows
from dsr_desktop.services.passing_on import check_passphrase_file, write_passphrase
from dsr_desktop.services.register import Register
from dsr_desktop.services.reviewing import last_searched
from dsr_desktop.services.row_context import places_of
from dsr_desktop.wording.bundle import bundle_file_name
from dsr_desktop.wording.language import Tr
from dsr_desktop.writers.bundle import bundle_files
from dsr_desktop.writers.bundle_archive import fill_archive

FORMATS = ("json", "csv")
_STAGES = 3


@dataclass(frozen=True)
class Bundle:
    """A package ready to be handed over; the passphrase exists only here and is shown once.

    `search_is_current` is false when files were added or removed since the last search.
    `naming_others` are the confirmed rows in it that are named after somebody else: they went in,
    since the DPO said so, and she is told again.
    """

    path: Path
    passphrase: str = field(repr=False)
    records: int
    excluded: tuple[Exclusion, ...]
    sha256: str
    search_is_current: bool
    naming_others: tuple[Place, ...] = ()


def build_portability(
    register: Register,
    ref: str,
    folder: Path,
    today: date,
    tr: Tr,
    *,
    formats: Sequence[str] = FORMATS,
    passphrase_out: Path | None = None,
    byte_order_mark: bool = False,
    progress: Progress = no_progress,
) -> Bundle:
    """Write the portability bundle of a request into `folder`; confirmed hits are what it holds.

    An earlier bundle stays: the new one gets a number. `passphrase_out` is a file for the
    passphrase. `byte_order_mark` begins the CSV files with one, for Excel. Archive, passphrase file and event are all there in the end, or none of them is,
    even after a crash (`services.documents`).
    `tr` speaks the language of the request (R-COM-11). `progress` may raise to stop: nothing is then left. Raises InvalidInputError if the request
    does not ask for portability or the passphrase cannot go where it is asked to, NotAllowedError
    while a doubt about the identity is open (R-COM-6), without a confirmed hit, with an unsettled legal
    basis or a column of unknown origin (R-PORT-1) or with nothing in scope,
    OutputFileError if a file cannot be written.
    """
    _check_formats(formats)
    if passphrase_out is not None:
        check_passphrase_file(register, passphrase_out)
    passphrase = new_passphrase()
    with documents(register, DocumentKind.BUNDLE) as made:
        view = view_request(register, ref, today)
        view.request.item(Right.PORTABILITY)
        check_no_doubt(view.request)
        progress(0, _STAGES, "")
        scope, naming_others = _scope(register, view)
        progress(1, _STAGES, "")
        contents = _contents(register, view, scope, today)
        contents = replace(contents, has_byte_order_mark=byte_order_mark)
        name = bundle_file_name(tr, contents.ref, today)
        archive, *beside = made.begin(contents.ref, folder, name, beside=passphrase_out)
        files = bundle_files(contents, tr, formats)
        progress(2, _STAGES, "")
        sha256 = fill_archive(archive.stream, contents.ref, files, passphrase, today)
        progress(_STAGES, _STAGES, "")
        for file in beside:
            write_passphrase(file.stream, passphrase)
        _log_bundle(made, contents, formats, archive.path, sha256, len(naming_others))
        *_searched, current = last_searched(register, view.request)
    return Bundle(
        archive.path,
        passphrase,
        len(scope.contacts),
        scope.excluded,
        sha256,
        current,
        naming_others,
    )


def _log_bundle(
    made: Documents, contents: BundleContents, formats: Sequence[str], path: Path, sha256: str,
    naming_others: int,
) -> None:  # fmt: skip
    scope = contents.scope
    made.log(
        EventKind.PACKAGE_BUILT, contents.ref, right=str(Right.PORTABILITY), file=path.name,
        sha256=sha256, formats=list(formats), records=len(scope.contacts),
        other_values=len(scope.other_values), excluded=len(scope.excluded),
        naming_others=naming_others,
    )  # fmt: skip


def _check_formats(formats: Sequence[str]) -> None:
    if not formats or not set(formats) <= set(FORMATS):
        raise InvalidInputError(
            mark("A bundle is written as {known}, one or both."), known=", ".join(FORMATS)
        )


def scope_of_bundle(register: Register, view: RequestView) -> Scope:
    """Return what a bundle of the rows that are confirmed now holds; raises as building it does."""
    return _scope(register, view)[0]


def _scope(register: Register, view: RequestView) -> tuple[Scope, tuple[Place, ...]]:
    """Decide what goes in; return it with the rows in it that are named after somebody else."""
    places = _confirmed_places(register, view)
    withheld = withheld_rows(view.confirmed, places)
    asked = make_ready(view.request.criteria, register.company.country)
    scope = decide_scope(places, register.activities, asked, withheld)
    if not scope.contacts:
        raise NotAllowedError(
            mark(
                "Nothing in scope: no confirmed row of {ref} has a value that art. 20 covers "
                "({reasons}). Answer the person with that."
            ),
            ref=view.request.ref,
            reasons=", ".join(sorted({one.reason for one in scope.excluded})),
        )
    given = (place for place in places if place.row.id not in withheld)
    return scope, tuple(place for place in given if names_another(asked, Row.at(place)))


def _confirmed_places(register: Register, view: RequestView) -> tuple[Place, ...]:
    if not view.confirmed:
        raise NotAllowedError(
            mark(
                "{ref} has no confirmed hit, and only confirmed ones enter an answer. "
                "Search for the person, then confirm hits."
            ),
            ref=view.request.ref,
        )
    places = places_of(register, view.confirmed)
    _check_none_gone(view, places)
    return tuple(places.values())


def _check_none_gone(view: RequestView, present: Mapping[int, Place]) -> None:
    gone = [hit for hit in view.confirmed if hit.id not in present]
    if gone:
        raise NotAllowedError(
            mark(
                "Hits of {ref} are confirmed in what is no longer in the register: {files}. Reject "
                "them ({ids}); to have the rows back, import the files again, then search again."
            ),
            files=", ".join(sorted({PurePath(hit.file).name for hit in gone})),
            ref=view.request.ref,
            ids=", ".join(str(hit.id) for hit in gone),
        )


def _contents(register: Register, view: RequestView, scope: Scope, today: date) -> BundleContents:
    company = register.company
    return BundleContents(
        ref=view.request.ref,
        company=company.name,
        country=company.country,
        dpo_name=company.dpo_name,
        dpo_contact=company.dpo_contact,
        made_on=today,
        scope=scope,
        consents=_consents(register, view, scope),
        id=str(uuid4()),
        created=datetime.now(UTC).astimezone().isoformat(timespec="seconds"),
    )


def _consents(register: Register, view: RequestView, scope: Scope) -> tuple[ConsentEvent, ...]:
    """Return what the person agreed to, as typed in and as the rows that go in say."""
    keys = keys_asked(register, view.request.criteria)
    if not keys:
        return ()
    given = {one.record_id for one in scope.contacts}
    found = [
        one
        for one in consents_of_keys(register, keys)
        if one.place is None or record_id(one.place) in given
    ]
    return events_of((one.consent, one.place) for one in found)
