"""The rights of the catalogue, and what is particular to each (domain catalogue 1.1 and 1.3)."""

from dataclasses import dataclass
from enum import StrEnum


class Right(StrEnum):
    """What can be asked (domain catalogue 1.1); the values are used on the command line."""

    ACCESS = "access"
    RECTIFICATION = "rectification"
    ERASURE = "erasure"
    RESTRICTION = "restriction"
    RECIPIENTS = "recipients"
    PORTABILITY = "portability"
    OBJECTION = "objection"
    OBJECTION_MARKETING = "objection_marketing"
    AUTOMATED_DECISION = "automated_decision"
    CONSENT_WITHDRAWAL = "consent_withdrawal"
    INFORMATION = "information"
    COMPLAINT = "complaint"
    POST_MORTEM = "post_mortem"
    MINOR_ERASURE = "minor_erasure"
    NOT_A_DSR = "not_a_dsr"


class ClockKind(StrEnum):
    """By what the day of the answer is set."""

    GDPR_MONTH = "gdpr_month"
    INTERNAL = "internal"
    AUTHORITY = "authority"


class Scope(StrEnum):
    """What a right is about unless the person says otherwise."""

    EVERYTHING = "everything"
    NAMED_FIELDS = "named_fields"
    PROVIDED_DATA = "provided_data"
    NAMED_PROCESSING = "named_processing"
    MARKETING = "marketing"
    NAMED_CONSENT = "named_consent"
    NONE = "none"


@dataclass(frozen=True)
class RightCard:
    """What is particular to a right.

    `needs_search`: every source is searched; `identity`: proof may be asked on doubt (R-ID-9);
    `extendable`: the month may be lengthened; `gives_copy`: the answer carries the person's data;
    `erases`: it ends in erasure; `short`: it is answered on the short path.
    """

    scope: Scope
    clock: ClockKind = ClockKind.GDPR_MONTH
    needs_search: bool = True
    identity: bool = True
    extendable: bool = True
    gives_copy: bool = False
    erases: bool = False
    short: bool = False


CARDS: dict[Right, RightCard] = {
    Right.ACCESS: RightCard(Scope.EVERYTHING, gives_copy=True),
    Right.RECTIFICATION: RightCard(Scope.NAMED_FIELDS),
    Right.ERASURE: RightCard(Scope.EVERYTHING, erases=True),
    Right.RESTRICTION: RightCard(Scope.NAMED_PROCESSING),
    Right.RECIPIENTS: RightCard(Scope.EVERYTHING),
    Right.PORTABILITY: RightCard(Scope.PROVIDED_DATA, gives_copy=True),
    Right.OBJECTION: RightCard(Scope.NAMED_PROCESSING),
    Right.OBJECTION_MARKETING: RightCard(
        Scope.MARKETING, needs_search=False, identity=False, short=True
    ),
    Right.AUTOMATED_DECISION: RightCard(Scope.NAMED_PROCESSING, needs_search=False),
    Right.CONSENT_WITHDRAWAL: RightCard(
        Scope.NAMED_CONSENT, ClockKind.INTERNAL, needs_search=False, identity=False,
        extendable=False, short=True,
    ),
    Right.INFORMATION: RightCard(
        Scope.NONE, ClockKind.INTERNAL, needs_search=False, identity=False, extendable=False,
        short=True,
    ),
    Right.COMPLAINT: RightCard(
        Scope.NONE, ClockKind.AUTHORITY, needs_search=False, identity=False, extendable=False
    ),
    Right.POST_MORTEM: RightCard(Scope.EVERYTHING, ClockKind.INTERNAL, extendable=False),
    Right.MINOR_ERASURE: RightCard(Scope.EVERYTHING, extendable=False, erases=True),
    Right.NOT_A_DSR: RightCard(
        Scope.NONE, ClockKind.INTERNAL, needs_search=False, identity=False, extendable=False,
        short=True,
    ),
}  # fmt: skip
