"""The review of an access package before it is built: choices, and the approval (domain.md 7.2)."""

from collections.abc import Sequence
from datetime import date

from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.request import Request, Right
from dsr_desktop.domain.request_view import RequestView
from dsr_desktop.domain.review import (
    Choice,
    ItemDecision,
    PackageReview,
    Span,
    check_may_approve,
    digest_of,
    make_decision,
    with_decisions,
)
from dsr_desktop.services.handling import request_to_change, view_request
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.package_pieces import pieces_of
from dsr_desktop.services.register import Register
from dsr_desktop.store.package_reviews import (
    read_approval,
    read_decisions,
    write_approval,
    write_decision,
)


@at_one_moment
def review_package(register: Register, ref: str, today: date) -> PackageReview:
    """Return every piece of a request's access package with the decisions so far.

    Raises NotFoundError for an unknown reference, InvalidInputError if access was not asked.
    """
    view = view_request(register, ref, today)
    view.request.item(Right.ACCESS)
    return read_review(register, view)


def read_review(register: Register, view: RequestView) -> PackageReview:
    """Return the same for a request that was read already; to be called at one moment."""
    request = view.request
    items = with_decisions(pieces_of(register, view), read_decisions(register.database, request))
    kept = read_approval(register.database, request)
    holds = kept is not None and kept.digest == digest_of(items)
    return PackageReview(request.ref, items, kept if holds else None, bool(kept) and not holds)


def decide_pieces(
    register: Register, ref: str, keys: Sequence[str], choice: Choice, today: date, *,
    spans: Sequence[Span] = (), words: Sequence[str] = (), reason_code: str = "", note: str = "",
) -> PackageReview:  # fmt: skip
    """Record one choice on pieces; all of them or none. An earlier approval no longer holds.

    Raises NotFoundError for an unknown piece, InvalidInputError for a mask that covers nothing or a
    reason that is none, NotAllowedError for a closed request.
    """
    with request_to_change(register, ref) as request:
        review = review_package(register, request.ref, today)
        for key in dict.fromkeys(keys):
            decision = make_decision(
                review.item(key), choice, spans=spans, words=words, reason_code=reason_code,
                note=note,
            )  # fmt: skip
            write_decision(register.database, request, decision, register.actor)
        _log(register, request, choice, len(keys), reason_code)
    return review_package(register, ref, today)


def mask_what_is_pointed_out(register: Register, ref: str, today: date) -> PackageReview:
    """Mask in every piece that waits for a decision just what was pointed out in it."""
    with request_to_change(register, ref) as request:
        waiting = review_package(register, request.ref, today).open_items
        decisions: list[ItemDecision] = [make_decision(one, Choice.MASK) for one in waiting]
        for decision in decisions:
            write_decision(register.database, request, decision, register.actor)
        _log(register, request, Choice.MASK, len(decisions), "A15_4")
    return review_package(register, ref, today)


def approve_package(register: Register, ref: str, today: date) -> PackageReview:
    """Record that the DPO found the package fit to leave as it is now.

    Raises NotAllowedError while something that was pointed out waits for a decision.
    """
    with request_to_change(register, ref) as request:
        review = review_package(register, request.ref, today)
        check_may_approve(review)
        write_approval(register.database, request, digest_of(review.items), register.actor)
        choices = [one.choice for one in review.items]
        register.log(
            EventKind.REVIEW_APPROVED, request.ref, items=len(choices),
            masked=choices.count(Choice.MASK), excluded=choices.count(Choice.EXCLUDE),
        )  # fmt: skip
    return review_package(register, ref, today)


def _log(register: Register, request: Request, choice: Choice, items: int, code: str) -> None:
    if items:
        register.log(
            EventKind.REVIEW_DECIDED, request.ref, choice=choice, items=items,
            reason="" if choice is Choice.INCLUDE else code or "A15_4",
        )  # fmt: skip
