"""What an access package says beside the data: who, why, until when, from where (GDPR art. 15(1))."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dsr_desktop.domain.dates import days_meant
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.processing import Controller, ProcessingActivity
from dsr_desktop.domain.request import Request
from dsr_desktop.domain.review import Released
from dsr_desktop.domain.review_item import ReviewItem
from dsr_desktop.domain.search_report import SearchReport
from dsr_desktop.domain.workdays import add_months

MONTHS_AFTER_THE_END = 12


class PackageForm(StrEnum):
    """How the package leaves; the values are used on the command line."""

    ZIP = "zip"
    PDF = "pdf"
    PLAIN_ZIP = "plain-zip"
    PAPER = "paper"


@dataclass(frozen=True)
class AccessPackage:
    """Everything that the files of a package say; of what is withheld only what it was, and why.

    `activities` are those under which the person's data stand, `report` is the search behind it.
    `dispatch` numbers a package on paper, "" for one in files.
    """

    request: Request
    controller: Controller
    country: str
    made_on: date
    released: Released
    activities: tuple[ProcessingActivity, ...]
    report: SearchReport
    fingerprint: str
    dispatch: str = ""

    @property
    def has_data(self) -> bool:
        """Tell whether lists or systems hold data of the person, or held some that stay out."""
        pieces = [*self.released.items, *(one.item for one in self.released.withheld)]
        return any(item.record is None for item in pieces)


def erased_by(items: Iterable[ReviewItem], activity: str) -> date | None:
    """Return the day by which the last of a person's rows of an activity goes (domain.md 5.1).

    That is 12 months after the end that the rows tell; None unless one tells it beyond doubt.
    """
    texts = (
        one.text
        for one in items
        if one.field is Field.PROCESSING_ENDED_ON and one.activity == activity
    )
    ends = [next(iter(days)) for text in texts if len(days := days_meant(text)) == 1]
    return add_months(max(ends), MONTHS_AFTER_THE_END) if ends else None
