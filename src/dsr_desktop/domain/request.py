"""The request of a person: rights asked, how it came in, what stage it has reached."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from dsr_desktop.domain.clock import Extension, Pause
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.marking import mark

EARLIEST_RECEIPT = date(2018, 5, 25)


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


class Channel(StrEnum):
    """How the request reached the company (R-TYP-4)."""

    EMAIL_GENERAL = "email_general"
    EMAIL_DPO = "email_dpo"
    WEB_FORM = "web_form"
    POST = "post"
    PHONE = "phone"
    IN_PERSON = "in_person"
    SOCIAL = "social"
    AUTHORITY = "authority"
    AGENT = "agent"
    OTHER = "other"


class Stage(StrEnum):
    """How far a request has come."""

    NEW = "new"
    IDENTITY_PENDING = "identity_pending"
    IN_PROGRESS = "in_progress"
    DECIDED = "decided"
    ANSWERED = "answered"
    CLOSED = "closed"


class Decision(StrEnum):
    """What was decided on one right (domain catalogue 1.4)."""

    GRANTED = "granted"
    GRANTED_PARTLY = "granted_partly"
    GRANTED_REDACTED = "granted_redacted"
    STATEMENT_ADDED = "statement_added"
    ANONYMISED = "anonymised"
    NO_DATA = "no_data"
    NOTHING_IN_SCOPE = "nothing_in_scope"
    NOT_IDENTIFIABLE = "not_identifiable"
    IDENTITY_NOT_CONFIRMED = "identity_not_confirmed"
    REFUSED = "refused"
    WITHDRAWN_BY_PERSON = "withdrawn_by_person"
    TRANSFERRED = "transferred"
    DUPLICATE_OF = "duplicate_of"


REASON_CODES = frozenset(
    {
        "A12_5_unfounded", "A12_5_excessive_repetitive", "A12_5_excessive_abusive", "A12_6_identity",
        "A11_2", "A15_4", "A16_accurate", "A17_no_ground", "A17_3_a", "A17_3_b", "A17_3_c",
        "A17_3_d", "A17_3_e", "A18_no_ground", "A20_1_basis", "A20_1_not_automated",
        "A20_1_inferred", "A20_3", "A20_4", "A21_1_compelling", "A21_1_claims", "A21_basis",
        "A22_2_a", "A22_2_b", "A22_2_c", "A23_national", "not_controller",
    }
)  # fmt: skip


@dataclass(frozen=True)
class Item:
    """One right asked in a request, with its decision once taken."""

    right: Right
    decision: Decision | None = None
    reason_code: str | None = None
    reason_text: str | None = None
    decided_on: date | None = None


@dataclass(frozen=True)
class Request:
    """A request file: one message, one or several rights, one clock (R-TYP-1)."""

    ref: str
    received_on: date
    recorded_on: date
    channel: Channel
    stage: Stage
    items: tuple[Item, ...]
    criteria: Criteria
    language: str = "fr"
    pauses: tuple[Pause, ...] = ()
    extension: Extension | None = None
    answered_on: date | None = None
    closed_on: date | None = None
    id: int = field(default=0, compare=False)

    @property
    def is_open(self) -> bool:
        """Tell whether an answer is still owed or the file not yet closed."""
        return self.stage is not Stage.CLOSED

    @property
    def person(self) -> str:
        """How the person is called on screen: the first thing known of them."""
        asked = self.criteria
        whole = " ".join((*asked.given_name[:1], *asked.family_name[:1]))
        known = (*asked.name, whole, *asked.email, *asked.phone, *asked.identifier, *asked.company)
        return next((words for words in known if words), self.ref)

    def item(self, right: Right) -> Item:
        """Return the item for `right`; InvalidInputError if it was not asked."""
        for item in self.items:
            if item.right is right:
                return item
        raise InvalidInputError(
            mark("{ref} does not ask for this right. It asks for: {rights}."),
            ref=self.ref,
            rights=", ".join(item.right for item in self.items),
        )


def check_receipt(received_on: date, today: date) -> None:
    """Refuse a receipt date in the future or before the GDPR applied (25 May 2018)."""
    if received_on > today:
        raise InvalidInputError(
            mark("The receipt date {day} lies after today. Enter the day the message arrived."),
            day=received_on.isoformat(),
        )
    if received_on < EARLIEST_RECEIPT:
        raise InvalidInputError(
            mark("The receipt date {day} lies before 25 May 2018, when the GDPR began to apply."),
            day=received_on.isoformat(),
        )


def check_decision(decision: Decision, reason_code: str | None) -> None:
    """Require a known reason code for everything but a plain grant (domain catalogue 1.4)."""
    if decision is not Decision.GRANTED and reason_code is None and decision in _NEED_A_REASON:
        raise InvalidInputError(
            mark("This decision needs a reason code, such as {codes}."),
            codes=", ".join(sorted(REASON_CODES)[:6]),
        )
    if reason_code is not None and not _is_known(reason_code):
        raise InvalidInputError(
            mark("There is no reason code {code}. Known ones: {codes}."),
            code=reason_code[:40],
            codes=", ".join(sorted(REASON_CODES)),
        )


def _is_known(reason_code: str) -> bool:
    """Tell whether a code is in the catalogue; only one of national law names its text."""
    code, colon, _text = reason_code.partition(":")
    return code in REASON_CODES and (not colon or code == "A23_national")


def check_can_send(request: Request) -> None:
    """Require a decision on every right before an answer counts as sent (R-COM-2)."""
    undecided = [item.right for item in request.items if item.decision is None]
    if undecided:
        raise NotAllowedError(
            mark("{ref} cannot be answered yet: decide first on {rights}."),
            ref=request.ref,
            rights=", ".join(undecided),
        )


def check_can_close(request: Request) -> None:
    """Require a sent answer, or the person's own withdrawal, before closing (R-COM-2)."""
    withdrawn = all(item.decision is Decision.WITHDRAWN_BY_PERSON for item in request.items)
    if request.answered_on is None and not withdrawn:
        raise NotAllowedError(
            mark("{ref} cannot be closed: no answer was sent. Silence is never a valid end."),
            ref=request.ref,
        )


def check_is_open(request: Request) -> None:
    """Refuse a change of a closed request."""
    if not request.is_open:
        raise NotAllowedError(mark("{ref} is closed and no longer changes."), ref=request.ref)


def check_not_answered(request: Request) -> None:
    """Refuse a change of what was answered: decisions and clock are those of the day it was sent.

    To be called wherever a decision, the clock or the stage of a request changes, but for closing.
    """
    if request.answered_on is not None:
        raise NotAllowedError(
            mark(
                "{ref} was answered on {day}, and what was answered stays as it is. Record a new "
                "request to correct or complete the answer."
            ),
            ref=request.ref,
            day=request.answered_on.isoformat(),
        )


def check_past(request: Request, day: date, today: date) -> None:
    """Refuse a day on which a step of the request cannot have happened."""
    if not request.received_on <= day <= today:
        raise InvalidInputError(
            mark("{day} cannot be: it lies before the receipt of {ref} or after today."),
            day=day.isoformat(),
            ref=request.ref,
        )


_NEED_A_REASON = frozenset(Decision) - {Decision.GRANTED, Decision.WITHDRAWN_BY_PERSON,
                                        Decision.NO_DATA, Decision.STATEMENT_ADDED,
                                        Decision.ANONYMISED}  # fmt: skip
