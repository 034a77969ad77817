"""Builds the package that answers a request: so far the portability bundle (GDPR art. 20)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePath

from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.passphrase import new_passphrase
from dsr_desktop.domain.portability import BundleContents, Exclusion, Scope, decide_scope
from dsr_desktop.domain.request import Right
from dsr_desktop.domain.request_view import RequestView
from dsr_desktop.domain.source import Place
from dsr_desktop.services.handling import view_request
from dsr_desktop.services.register import Register
from dsr_desktop.services.row_context import is_same_row
from dsr_desktop.store.lookup import load_places
from dsr_desktop.wording.language import Tr
from dsr_desktop.writers.bundle import bundle_files, write_archive

FORMATS = ("json", "csv")


@dataclass(frozen=True)
class Bundle:
    """A package ready to be handed over; the passphrase exists only here and is shown once."""

    path: Path
    passphrase: str = field(repr=False)
    records: int
    excluded: tuple[Exclusion, ...]
    sha256: str


def build_portability(
    register: Register,
    ref: str,
    folder: Path,
    today: date,
    tr: Tr,
    *,
    formats: Sequence[str] = FORMATS,
) -> Bundle:
    """Write the portability bundle of a request into `folder`; confirmed hits are what it holds.

    `tr` speaks the language of the request (R-COM-11). Raises InvalidInputError if the request
    does not ask for portability, NotAllowedError without a confirmed hit, with an unsettled legal
    basis (R-PORT-1) or with nothing in scope, OutputFileError if the file cannot be written.
    """
    _check_formats(formats)
    view = view_request(register, ref, today)
    view.request.item(Right.PORTABILITY)
    scope = _scope(register, view)
    contents = _contents(register, view, scope, today)
    passphrase = new_passphrase()
    path = folder / f"{contents.ref}_portability_{today:%Y%m%d}.zip"
    with register.database.transaction():
        files = bundle_files(contents, tr, formats)
        sha256 = write_archive(path, contents.ref, files, passphrase, today)
        register.log(
            "package_built", contents.ref, right=str(Right.PORTABILITY), file=path.name,
            sha256=sha256, formats=list(formats), records=len(scope.contacts),
            other_values=len(scope.other_values), excluded=len(scope.excluded),
        )  # fmt: skip
    return Bundle(path, passphrase, len(scope.contacts), scope.excluded, sha256)


def _check_formats(formats: Sequence[str]) -> None:
    if not formats or not set(formats) <= set(FORMATS):
        raise InvalidInputError(
            mark("A bundle is written as {known}, one or both."), known=", ".join(FORMATS)
        )


def _scope(register: Register, view: RequestView) -> Scope:
    places = _confirmed_places(register, view)
    scope = decide_scope(places, register.activities, register.company.country)
    if not scope.contacts:
        raise NotAllowedError(
            mark(
                "Nothing in scope: no confirmed row of {ref} has a value that art. 20 covers "
                "({reasons}). Answer the person with that."
            ),
            ref=view.request.ref,
            reasons=", ".join(sorted({one.reason for one in scope.excluded})),
        )
    return scope


def _confirmed_places(register: Register, view: RequestView) -> tuple[Place, ...]:
    if not view.confirmed:
        raise NotAllowedError(
            mark(
                "{ref} has no confirmed hit, and only confirmed ones enter an answer. Run "
                "`find {ref}`, then confirm with `hits {ref}`."
            ),
            ref=view.request.ref,
        )
    wanted = {hit.row_id: hit for hit in view.confirmed if hit.row_id is not None}
    places = tuple(
        place
        for place in load_places(register.database, set(wanted))
        if is_same_row(wanted[place.row.id], place)
    )
    _check_none_gone(view, places)
    return places


def _check_none_gone(view: RequestView, places: Sequence[Place]) -> None:
    present = {place.row.id for place in places}
    gone = [hit for hit in view.confirmed if hit.row_id not in present]
    if gone:
        raise NotAllowedError(
            mark(
                "Hits of {ref} are confirmed in what is no longer in the register: {files}. Reject "
                "them ({ids}); to have the rows back, import again and repeat `find {ref}`."
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
    )
