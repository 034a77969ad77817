"""Puts into words what an import found of newer versions of known files, and the way to replace."""

from collections.abc import Iterator

from dsr_desktop.domain.working_copy import EARLIER_VERSION_DAYS
from dsr_desktop.gui.pages.files.views import Removal, ReplacementOffer
from dsr_desktop.services.importing import FileResult, ImportReport
from dsr_desktop.services.superseding import NewerVersion
from dsr_desktop.wording.errors import word_sentence
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.replacing import changes_text, lies_at, still_there

_MOST_NAMED = 3


def newer_versions(tr: Tr, report: ImportReport) -> Iterator[str]:
    """Say which file took the place of its earlier version, and which stands beside it and why."""
    found = [(file.path.name, file.replaces) for file in report.files if file.replaces]
    found.sort(key=lambda pair: not pair[1].replaced)
    for name, newer in found[:_MOST_NAMED]:
        yield _newer(tr, name, newer)
    took = sum(newer.replaced for _name, newer in found[_MOST_NAMED:])
    if took:
        yield tr.count(
            "{n} more took the place of its earlier version.",
            "{n} more took the places of their earlier versions.",
            took,
        )
    if beside := len(found[_MOST_NAMED:]) - took:
        yield tr.count(
            "{n} more stands beside its earlier version.",
            "{n} more stand beside their earlier versions.",
            beside,
        )


def replacement_offers(tr: Tr, report: ImportReport) -> tuple[ReplacementOffer, ...]:
    """Return the files that the user may still put in the place of an earlier version."""
    return tuple(
        _offer(tr, file, file.replaces)
        for file in report.files
        if file.replaces and not file.replaces.replaced and not file.is_partly
    )


def kept_for_days(tr: Tr) -> str:
    """Say how long an earlier version is kept, and how it comes back."""
    return tr.count(
        "The earlier version is kept for {n} day and comes back when this import is undone.",
        "The earlier version is kept for {n} days and comes back when this import is undone.",
        EARLIER_VERSION_DAYS,
    )


def _offer(tr: Tr, file: FileResult, newer: NewerVersion) -> ReplacementOffer:
    earlier, name = newer.difference.earlier, file.path.name
    what = changes_text(tr, newer.difference.counts)
    told = (f"{what}.", kept_for_days(tr), *still_there(tr, newer.still_at))
    question = Removal(
        tr("Put {name} in the place of {earlier}?", name=name, earlier=earlier.name),
        " ".join(told),
        tr("Replace the earlier version"),
    )
    words = tr("Put {name} in the place of the earlier version…", name=name)
    return ReplacementOffer(earlier.id or 0, file.source_id or 0, words, question)


def _newer(tr: Tr, name: str, newer: NewerVersion) -> str:
    what = changes_text(tr, newer.difference.counts)
    if newer.replaced:
        took = tr("{name} took the place of its earlier version: {what}.", name=name, what=what)
        return " ".join((took, *lies_at(tr, newer.still_at)))
    if newer.reason:
        return word_sentence(tr, newer.reason.sentence, newer.reason.details)
    if newer.likeness.is_sure:
        return tr("{name} stands beside its earlier version: {what}.", name=name, what=what)
    return tr(
        "{name} may be a newer version of {earlier}: {what}. Both are kept.",
        name=name, earlier=newer.difference.earlier.name, what=what,
    )  # fmt: skip
