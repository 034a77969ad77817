"""Builds the package that answers a request for access, from what the DPO approved (GDPR art. 15).

What leaves is frozen: its digest stands in the event log, its files are kept in the register until
the duration of domain.md 4.3 is over (ADR 0044).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from pathlib import Path

from dsr_desktop.domain.access_package import AccessPackage, PackageForm
from dsr_desktop.domain.communication import AddressState, CommunicationKind, check_may_send
from dsr_desktop.domain.document import DocumentKind
from dsr_desktop.domain.errors import NotAllowedError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.lifecycle import check_no_doubt
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.passphrase import new_passphrase
from dsr_desktop.domain.request import Request, Right
from dsr_desktop.domain.request_view import RequestView
from dsr_desktop.domain.review import Released, check_is_approved, release
from dsr_desktop.services.documents import Document, Documents, documents
from dsr_desktop.services.dossier_contents import activities_concerned
from dsr_desktop.services.handling import view_request
from dsr_desktop.services.package_reviews import read_review
from dsr_desktop.services.passing_on import check_passphrase_file, write_passphrase
from dsr_desktop.services.processing import read_controller
from dsr_desktop.services.register import Register
from dsr_desktop.services.request_edits import write_note
from dsr_desktop.services.search_reports import make_report_of_request
from dsr_desktop.store.events import short_fingerprint
from dsr_desktop.store.package_reviews import keep_package, read_packages
from dsr_desktop.wording.access_package import opening_notice
from dsr_desktop.wording.language import speak
from dsr_desktop.wording.review import mask_words
from dsr_desktop.writers.access_package import access_files, write_access_pdf
from dsr_desktop.writers.bundle import MANIFEST
from dsr_desktop.writers.bundle_archive import fill_archive
from dsr_desktop.writers.dossier_archive import fill_dossier
from dsr_desktop.writers.notice_pdf import write_notice_pdf


@dataclass(frozen=True)
class AccessMade:
    """A package ready to be handed over; the passphrase exists only here and is shown once.

    `how_to_open` is the sheet that goes with what is encrypted; `is_reissued`: there was one before, which
    its person may still have. `search_is_current` is false when files came or went since the search.
    """

    path: Path
    form: PackageForm
    items: int
    withheld: int
    sha256: str
    search_is_current: bool
    is_reissued: bool = False
    how_to_open: Path | None = None
    dispatch: str = ""
    passphrase: str = field(default="", repr=False)


@dataclass(frozen=True)
class HandingOver:
    """How a package leaves: its form, what is known of the address, why it is not encrypted."""

    form: PackageForm
    address: AddressState
    reason: str = ""


def build_access(
    register: Register, ref: str, folder: Path, today: date, how: HandingOver,
    *, passphrase_out: Path | None = None,
) -> AccessMade:  # fmt: skip
    """Write the access package of a request into `folder`, in the request's language (R-COM-11).

    An earlier package stays: the new one gets a number and a passphrase of its own. Files and event
    come together or not at all. Raises InvalidInputError if access was not asked or the passphrase
    cannot go where it is asked to; NotAllowedError while a doubt about the identity is open
    (R-COM-6), for an address that nobody verified (R-COM-9), before the review is approved, with
    hits to judge, or unencrypted without a reason (R-HND-4); OutputFileError for a file that cannot
    be written.
    """
    _check_leaving(how)
    if passphrase_out is not None:
        check_passphrase_file(register, passphrase_out)
    with documents(register, DocumentKind.ACCESS_PACKAGE) as made:
        view = view_request(register, ref, today)
        released = _released(register, view)
        before = len(read_packages(register.database, view.request))
        dispatch = f"{view.request.ref}-{before + 1}" if how.form is PackageForm.PAPER else ""
        package = gather_package(register, view.request, released, today, dispatch)
        files = access_files(package, speak(view.request.language))
        done = _write(made, folder, package, files, how, passphrase_out)
        _keep(register, package, files, how, done.sha256)
        _log(made, package, files, done)
        if how.form is PackageForm.PLAIN_ZIP:
            write_note(register, view.request.ref, _reason_note(view.request, how.reason), today)
    return AccessMade(
        done.path, how.form, len(released.items), len(released.withheld), done.sha256,
        package.report.is_current, bool(before), done.sheet, package.dispatch, done.passphrase,
    )  # fmt: skip


def _check_leaving(how: HandingOver) -> None:
    check_may_send(CommunicationKind.PACKAGE, how.address)
    if how.form is PackageForm.PLAIN_ZIP and not how.reason.strip():
        raise NotAllowedError(
            mark(
                "A package leaves unencrypted only if the person asked for that. Say when and how "
                "she did."
            )
        )


def _released(register: Register, view: RequestView) -> Released:
    """Return what leaves; refuse what may not yet."""
    request = view.request
    request.item(Right.ACCESS)
    check_no_doubt(request)
    if view.open_hits:
        raise NotAllowedError(
            mark("{ref} has {number} hits without a verdict. Confirm or reject them first."),
            ref=request.ref, number=str(len(view.open_hits)),
        )  # fmt: skip
    review = read_review(register, view)
    check_is_approved(review)
    return release(review.items, mask_words(speak(request.language)))


def gather_package(
    register: Register, request: Request, released: Released, today: date, dispatch: str = ""
) -> AccessPackage:
    """Return everything that a package says, in the language of the request; nothing is written."""
    return AccessPackage(
        request=request,
        controller=read_controller(register),
        country=register.company.country,
        made_on=today,
        released=released,
        activities=activities_concerned(register, request, speak(request.language)),
        report=make_report_of_request(register, request.ref, today),
        fingerprint=short_fingerprint(register.database),
        dispatch=dispatch,
    )


@dataclass(frozen=True)
class _Done:
    path: Path
    sha256: str
    sheet: Path | None = None
    passphrase: str = ""


def _write(
    made: Documents, folder: Path, package: AccessPackage, files: Mapping[str, bytes],
    how: HandingOver, passphrase_out: Path | None,
) -> _Done:  # fmt: skip
    ref, today, tr = package.request.ref, package.made_on, speak(package.request.language)
    name = f"{ref}_access_{today:%Y%m%d}"
    if how.form is PackageForm.PAPER:
        (paper,) = made.begin(ref, folder, f"{name}.pdf")
        write_access_pdf(paper.stream, package, tr)
        return _Done(paper.path, paper.sha256)
    if how.form is PackageForm.PLAIN_ZIP:
        (archive,) = made.begin(ref, folder, f"{name}.zip")
        fill_dossier(archive.stream, ref, _without_manifest(files), today)
        return _Done(archive.path, archive.sha256)
    kind = "pdf" if how.form is PackageForm.PDF else "zip"
    locked, sheet, *beside = made.begin(
        ref, folder, f"{name}.{kind}", f"{ref}_how_to_open.pdf", beside=passphrase_out
    )
    return _fill_encrypted(locked, sheet, beside, package, files, how.form)


def _fill_encrypted(
    locked: Document, sheet: Document, beside: list[Document], package: AccessPackage,
    files: Mapping[str, bytes], form: PackageForm,
) -> _Done:  # fmt: skip
    tr, passphrase = speak(package.request.language), new_passphrase()
    if form is PackageForm.PDF:
        from dsr_desktop.writers.locked_pdf import (  # noqa: PLC0415 - loads a library that few need
            lock_pdf,
        )

        whole = BytesIO()
        write_access_pdf(whole, package, tr)
        lock_pdf(locked.stream, whole.getvalue(), passphrase)
    else:
        fill_archive(locked.stream, package.request.ref, files, passphrase, package.made_on)
    write_notice_pdf(sheet.stream, opening_notice(tr, package, locked.path.name, form), tr)
    for file in beside:
        write_passphrase(file.stream, passphrase)
    return _Done(locked.path, locked.sha256, sheet.path, passphrase)


def _keep(
    register: Register, package: AccessPackage, files: Mapping[str, bytes], how: HandingOver,
    sha256: str,
) -> None:  # fmt: skip
    """Keep the files as they leave, readable in the encrypted register alone."""
    whole = BytesIO()
    fill_dossier(whole, package.request.ref, _without_manifest(files), package.made_on)
    keep_package(
        register.database, package.request, form=how.form, sha256=sha256,
        manifest=files[MANIFEST].decode(), by=register.actor, content=whole.getvalue(),
    )  # fmt: skip


def _without_manifest(files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {name: content for name, content in files.items() if name != MANIFEST}


def _log(made: Documents, package: AccessPackage, files: Mapping[str, bytes], done: _Done) -> None:
    released = package.released
    made.log(
        EventKind.PACKAGE_BUILT, package.request.ref, right=str(Right.ACCESS),
        file=done.path.name, sha256=done.sha256, manifest=files[MANIFEST].decode().splitlines(),
        records=len({(one.group, one.sheet, one.row) for one in released.items}),
        items=len(released.items), withheld=len(released.withheld), dispatch=package.dispatch,
        encrypted=bool(done.passphrase),
    )  # fmt: skip


def _reason_note(request: Request, reason: str) -> str:
    tr = speak(request.language)
    return tr("Package handed over unencrypted, as the person asked: {reason}", reason=reason)
