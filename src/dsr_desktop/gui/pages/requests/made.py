"""What was made for a request, in words and values that the page can show."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING

from dsr_desktop.services.certificates import CertificateFile
from dsr_desktop.services.checklists import ChecklistFiles
from dsr_desktop.services.packaging import Bundle
from dsr_desktop.services.rescanning import Rescan
from dsr_desktop.services.source_slips import SlipFile
from dsr_desktop.wording.access_package import reissued_sentence
from dsr_desktop.wording.checklist import outdated_search
from dsr_desktop.wording.dossier import broken_log_warning, dossier_sentence
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.letters import letter_label
from dsr_desktop.wording.other_names import WhereRow, where_row

if TYPE_CHECKING:
    from dsr_desktop.services.access_packages import AccessMade
    from dsr_desktop.services.dossiers import DossierMade
    from dsr_desktop.services.letter_writing import LetterFiles


@dataclass(frozen=True)
class Written:
    """A document that was written: what, and where; `warning` is what it may miss, or "".

    `copy` is a text that can be copied from there.
    """

    what: str
    where: str
    warning: str = ""
    copy: str = ""


@dataclass(frozen=True)
class BundleMade:
    """A bundle; `left_out` counts the values that are not portable by reason code.

    `search_is_current` is false when files were added or removed since the last search.
    `naming_others` are the rows in it that are named after somebody else.
    """

    path: str
    passphrase: str = field(repr=False)
    records: int
    left_out: tuple[tuple[str, int], ...]
    search_is_current: bool
    naming_others: tuple[WhereRow, ...] = ()


@dataclass(frozen=True)
class LockedSources:
    """Source files that have a password: their names, and the passwords tried so far.

    `is_refused`: the last of these opened none of them.
    """

    ref: str
    names: tuple[str, ...]
    tried: tuple[str, ...] = field(default=(), repr=False)
    is_refused: bool = False


@dataclass(frozen=True)
class AccessShown:
    """An access package with its passphrase, which is shown once; `sheet` says how to open it."""

    path: str
    sheet: str
    passphrase: str = field(repr=False)
    warnings: tuple[str, ...] = ()


def access_shown(tr: Tr, made: "AccessMade") -> AccessShown:
    """Take from an encrypted package what is shown once."""
    return AccessShown(
        str(made.path), str(made.how_to_open or ""), made.passphrase,
        tuple(filter(None, _warnings(tr, made))),
    )  # fmt: skip


def access_written(tr: Tr, made: "AccessMade") -> Written:
    """Say where a package lies that has no passphrase, and its dispatch number if it has one."""
    what = (
        tr("The package for paper is written: dispatch number {number}", number=made.dispatch)
        if made.dispatch
        else tr("The package is written, not encrypted")
    )
    where = tr("{name} in {folder}", name=made.path.name, folder=str(made.path.parent))
    return Written(what, where, " ".join(filter(None, _warnings(tr, made))))


def _warnings(tr: Tr, made: "AccessMade") -> tuple[str, str]:
    return (
        reissued_sentence(tr) if made.is_reissued else "",
        "" if made.search_is_current else outdated_search(tr),
    )


def locked_sources(result: Rescan, tried: tuple[str, ...], locked_before: int) -> LockedSources:
    """Take from a reading what has a password; `locked_before` counts what had one before it."""
    names = tuple(PurePath(path).name for path in result.locked)
    is_refused = bool(tried) and len(names) >= locked_before
    return LockedSources(result.ref, names, tried, is_refused)


def checklist_written(tr: Tr, files: ChecklistFiles) -> Written:
    """Say what the checklist holds and where its two files lie."""
    rows = files.checklist.rows_to_erase
    what = tr.count(
        "Checklist written: {n} row to erase", "Checklist written: {n} rows to erase", rows
    )
    names = tr("{pdf} and {xlsx}", pdf=files.pdf.name, xlsx=files.xlsx.name)
    where = tr("{names} in {folder}", names=names, folder=str(files.pdf.parent))
    return Written(what, where, "" if files.checklist.search_is_current else outdated_search(tr))


def certificate_written(tr: Tr, made: CertificateFile) -> Written:
    """Say where the certificate of erasure lies."""
    where = tr("{name} in {folder}", name=made.pdf.name, folder=str(made.pdf.parent))
    return Written(tr("Certificate of erasure written"), where)


def dossier_written(tr: Tr, made: "DossierMade") -> Written:
    """Say what the dossier is, where it lies, and if the event log was changed."""
    broken = "" if made.broken_at is None else broken_log_warning(tr, made.broken_at)
    where = tr("{name} in {folder}", name=made.path.name, folder=str(made.path.parent))
    return Written(dossier_sentence(tr, made.fingerprint), where, broken)


def letter_written(tr: Tr, made: "LetterFiles") -> Written:
    """Say which letter was written, where its files lie, and that its text can be copied."""
    files = (made.pdf, made.docx, made.eml)
    names = ", ".join(one.name for one in files if one is not None)
    where = tr("{names} in {folder}", names=names, folder=str(made.pdf.parent))
    what = tr("Letter written: {letter}", letter=letter_label(tr, made.letter.kind))
    return Written(what, where, copy=made.letter.body)


def slips_written(tr: Tr, slips: Sequence[SlipFile]) -> Written:
    """Say how many slips were written, and where they lie."""
    what = tr.count("{n} slip written", "{n} slips written", len(slips))
    names = ", ".join(slip.path.name for slip in slips)
    where = tr("{names} in {folder}", names=names, folder=str(slips[0].path.parent))
    return Written(what, where)


def bundle_made(bundle: Bundle) -> BundleMade:
    """Take from a bundle what is shown once."""
    counts: Counter[str] = Counter()
    for one in bundle.excluded:
        counts[str(one.reason)] += one.values or 1  # of a skipped column nobody knows
    return BundleMade(
        str(bundle.path), bundle.passphrase, bundle.records, tuple(counts.most_common()),
        bundle.search_is_current, tuple(map(where_row, bundle.naming_others)),
    )  # fmt: skip
