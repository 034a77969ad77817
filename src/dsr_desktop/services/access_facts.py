"""What goes with a copy of the data, for this person: the facts that a letter can say (art. 15)."""

from dataclasses import dataclass
from datetime import date

from dsr_desktop.domain.request import Right
from dsr_desktop.domain.review import Withheld, release
from dsr_desktop.services.access_packages import gather_package
from dsr_desktop.services.handling import view_request
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.package_reviews import read_review
from dsr_desktop.services.register import Register
from dsr_desktop.wording.access_information import information_lines
from dsr_desktop.wording.language import speak
from dsr_desktop.wording.review import mask_words


@dataclass(frozen=True)
class InformationLine:
    """One line of art. 15(1)(a) to (h) or (2): `article` is "(1)(a)"; `text` may have several lines."""

    article: str
    subject: str
    text: str


@dataclass(frozen=True)
class AccessFacts:
    """The block of information, and what the copy holds as the review stands now.

    `records` counts rows, answers and entries, `sources` where they stand. `is_approved` tells
    whether the DPO approved just that.
    """

    lines: tuple[InformationLine, ...]
    records: int
    sources: int
    withheld: tuple[Withheld, ...]
    has_data: bool
    is_approved: bool

    def line(self, article: str) -> InformationLine:
        """Return the line of an article; each of them is there."""
        return next(one for one in self.lines if one.article == article)


@at_one_moment
def access_facts(register: Register, ref: str, today: date) -> AccessFacts:
    """Gather the facts in the language of the request (R-COM-11); nothing is written.

    Raises NotFoundError for an unknown reference, InvalidInputError if access was not asked,
    NotAllowedError before the first search.
    """
    view = view_request(register, ref, today)
    request, tr = view.request, speak(view.request.language)
    request.item(Right.ACCESS)
    review = read_review(register, view)
    released = release(review.items, mask_words(tr))
    package = gather_package(register, request, released, today)
    return AccessFacts(
        lines=tuple(
            InformationLine(article, subject, text)
            for subject, article, text in information_lines(tr, package)
        ),
        records=len({(one.group, one.sheet, one.row) for one in released.items}),
        sources=len({one.group for one in released.items}),
        withheld=released.withheld,
        has_data=package.has_data,
        is_approved=review.approval is not None,
    )
