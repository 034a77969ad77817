"""What was made for a request, in words and values that the page can show."""

from collections import Counter
from dataclasses import dataclass, field

from dsr_desktop.services.checklists import ChecklistFiles
from dsr_desktop.services.packaging import Bundle
from dsr_desktop.wording.language import Tr


@dataclass(frozen=True)
class Written:
    """A document that was written: what, and where."""

    what: str
    where: str


@dataclass(frozen=True)
class BundleMade:
    """A bundle; `left_out` counts the values that are not portable by reason code."""

    path: str
    passphrase: str = field(repr=False)
    records: int
    left_out: tuple[tuple[str, int], ...]


def checklist_written(tr: Tr, files: ChecklistFiles) -> Written:
    """Say what the checklist holds and where its two files lie."""
    rows = files.checklist.rows_to_erase
    what = tr.count(
        "Checklist written: {n} row to erase", "Checklist written: {n} rows to erase", rows
    )
    names = tr("{pdf} and {xlsx}", pdf=files.pdf.name, xlsx=files.xlsx.name)
    return Written(what, tr("{names} in {folder}", names=names, folder=str(files.pdf.parent)))


def bundle_made(bundle: Bundle) -> BundleMade:
    """Take from a bundle what is shown once."""
    counts: Counter[str] = Counter()
    for one in bundle.excluded:
        counts[str(one.reason)] += one.values
    return BundleMade(
        str(bundle.path), bundle.passphrase, bundle.records, tuple(counts.most_common())
    )
