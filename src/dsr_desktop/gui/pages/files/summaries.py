"""Puts the outcome of an import, and of its undoing, into words."""

from collections.abc import Iterator, Sequence

from dsr_desktop.domain.source import SourceStatus
from dsr_desktop.gui.pages.files.newer_words import newer_versions, replacement_offers
from dsr_desktop.gui.pages.files.views import ImportUndo, Removal, ReplacementOffer, Summary
from dsr_desktop.services.importing import FileResult, ImportReport
from dsr_desktop.services.replacing import TookPlace
from dsr_desktop.services.undoing import Undone
from dsr_desktop.wording.errors import word_sentence
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.replacing import changes_text, lies_at
from dsr_desktop.wording.sources import left_out_sentence, not_searched_sentence, stays_sentence
from dsr_desktop.wording.suppression import suppressed_sentences

_MOST_NAMED = 3


def summary_of(tr: Tr, report: ImportReport, shown: Sequence[str | None] = ()) -> Summary:
    """Say how an import ended, with all its counts.

    `shown` are the hashes of the files as the user saw them; without any, nobody saw them before.
    """
    stored = sum(file.status.is_stored for file in report.files)
    if stored:
        files = tr.count("{n} file imported", "{n} files imported", stored)
        rows = tr.count("{n} row", "{n} rows", report.rows)
        what = f"{files}, {rows}"
    else:
        what = tr("No file was imported")
    told = "\n".join((*_asides(tr, report), *_changed(tr, report, shown)))
    did_something = stored or report.new_places or any(file.remark for file in report.files)
    return Summary(
        what, told, is_good=bool(did_something), undo=_undo(tr, report),
        offers=replacement_offers(tr, report),
    )  # fmt: skip


def stopped_summary(tr: Tr) -> Summary:
    """Say that the user stopped the import."""
    return Summary(tr("The import was stopped"), tr("Nothing of it was kept."), is_good=False)


def leaving_question(tr: Tr) -> Removal:
    """Ask whether the answers given in a preview may be lost."""
    return Removal(
        tr("Leave this import?"),
        tr("Nothing was written. What you said of the files and their columns is lost."),
        tr("Leave"),
    )


def nothing_summary(tr: Tr, skipped: int) -> Summary:
    """Say that nothing that was chosen can be imported."""
    told = left_out_sentence(tr, skipped) if skipped else ""
    return Summary(tr("There is no file to import"), told, is_good=False)


def undone_summary(tr: Tr, undone: Sequence[Undone]) -> Summary:
    """Say what left the register with an import, and what stays since it lies elsewhere too."""
    rows = sum(one.rows_gone for one in undone)
    files = tr.count("{n} file removed", "{n} files removed", len(undone))
    what = tr.count("{files}, {n} row", "{files}, {n} rows", rows, files=files)
    told = [stays_sentence(tr, one.stays) for one in undone if one.stays]
    others = len(told) - _MOST_NAMED
    if others > 0:
        more = tr.count("{n} more stays as well.", "{n} more stay as well.", others)
        told = [*told[:_MOST_NAMED], more]
    told.append(tr("The files on the disk stay as they are."))
    return Summary(what, "\n".join(told), is_good=True)


def replaced_summary(tr: Tr, took: TookPlace, offers: Sequence[ReplacementOffer] = ()) -> Summary:
    """Say that a file took the place of its earlier version; `offers` are those left to decide."""
    what = tr("{name} took the place of its earlier version", name=took.name)
    told = (f"{changes_text(tr, took.changes)}.", *lies_at(tr, took.still_at))
    undo = import_undo(tr, [took.newer_id], took.rows, come_back=1)
    return Summary(what, "\n".join(told), is_good=True, undo=undo, offers=tuple(offers))


def import_undo(
    tr: Tr, source_ids: Sequence[int], rows: int, *, come_back: int = 0, stay: int = 0
) -> ImportUndo:
    """Return the way back from an import of these files, with the question and its counts.

    `come_back` is the number of earlier versions whose places they took; `stay` that of the files
    whose content other imports brought too: those keep their rows, which are not among `rows`.
    """
    files = tr.count("{n} file", "{n} files", len(source_ids))
    removal = Removal(
        tr.count(
            "Undo this import: {files}, {n} row?",
            "Undo this import: {files}, {n} rows?",
            rows,
            files=files,
        ),
        " ".join(_after_undoing(tr, come_back, stay)),
        tr.count("Remove {n} row", "Remove {n} rows", rows),
    )
    return ImportUndo(tuple(source_ids), removal)


def _after_undoing(tr: Tr, come_back: int, stay: int) -> Iterator[str]:
    yield tr(
        "They leave the register for good, all of them at once. The files on the disk stay as "
        "they are: you can import them again."
    )
    if come_back:
        yield tr.count(
            "{n} earlier version returns to its place.",
            "{n} earlier versions return to their places.",
            come_back,
        )
    if stay:
        yield tr.count(
            "{n} file has the same content at another place: its rows stay, and it moves there.",
            "{n} files have the same content at other places: their rows stay, and they move there.",
            stay,
        )


def _undo(tr: Tr, report: ImportReport) -> ImportUndo | None:
    """Return the way back; None where nothing was stored.

    Files that were in the register before stay there: this import did not bring them.
    """
    brought = [file for file in report.files if file.status is not SourceStatus.DUPLICATE]
    ids = [file.source_id for file in brought if file.source_id is not None]
    if not any(one.status.is_stored for one in brought):
        return None
    come_back = sum(one.replaces is not None and one.replaces.replaced for one in brought)
    return import_undo(tr, ids, report.rows, come_back=come_back)


def _changed(tr: Tr, report: ImportReport, shown: Sequence[str | None]) -> Iterator[str]:
    """Name the files that are no longer what the preview showed."""
    pairs = zip(report.files, shown, strict=False)
    changed = [file.path.name for file, sha256 in pairs if sha256 and file.sha256 != sha256]
    if changed:
        yield tr("Changed since the preview: {names}. Look at their columns.",
                 names=", ".join(changed))  # fmt: skip


def _asides(tr: Tr, report: ImportReport) -> Iterator[str]:
    known = sum(file.status is SourceStatus.DUPLICATE for file in report.files)
    if known:
        yield tr.count(
            "{n} was in the register already.", "{n} were in the register already.", known
        )
    yield from _about_known(tr, report)
    yield from newer_versions(tr, report)
    yield from suppressed_sentences(tr, report.held, report.marketing_blocked, report.cleared)
    if report.not_read:
        yield from _not_read(tr, report)
    yield from _left_out(tr, report.read_in_part)
    if report.skipped:
        yield left_out_sentence(tr, report.skipped)


def _about_known(tr: Tr, report: ImportReport) -> Iterator[str]:
    """Say what the import meant for files that were in the register already."""
    if report.new_places:
        yield tr.count(
            "{n} lies at another place: it is remembered for checklists and re-scans.",
            "{n} lie at other places: these are remembered for checklists and re-scans.",
            report.new_places,
        )
    remarked = [(file.path.name, file.remark) for file in report.files if file.remark]
    for name, remark in remarked[:_MOST_NAMED]:
        yield tr.pair(name, word_sentence(tr, remark.sentence, remark.details))
    others = len(remarked) - _MOST_NAMED
    if others > 0:
        yield tr.count("{n} more is named in the list.", "{n} more are named in the list.", others)


def _not_read(tr: Tr, report: ImportReport) -> Iterator[str]:
    """Name the lists that were not read, and count the files that never are by their kind."""
    lists = [one for one in report.not_read if not (one.reason and one.reason.foreign_kind)]
    if lists:
        names = ", ".join(file.path.name for file in lists[:_MOST_NAMED])
        names += ", …" * (len(lists) > _MOST_NAMED)
        yield tr("Not read: {names}.", names=names)
    if report.not_searched:
        yield not_searched_sentence(tr, report.not_searched)


def _left_out(tr: Tr, partly: Sequence[FileResult]) -> Iterator[str]:
    """Say of each file read in part what was not read."""
    for file in partly[:_MOST_NAMED]:
        remarks = (word_sentence(tr, one.sentence, one.details) for one in file.warnings)
        yield tr("{name} was read in part: {remarks}", name=file.path.name,
                 remarks=" ".join(dict.fromkeys(remarks)))  # fmt: skip
    others = len(partly) - _MOST_NAMED
    if others > 0:
        yield tr.count(
            "{n} more was read in part: the list says what is missing.",
            "{n} more were read in part: the list says what is missing.",
            others,
        )
