"""The request of a person: rights asked, who asks, how it came in, what stage it has reached."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from dsr_desktop.domain.abuse import Abuse
from dsr_desktop.domain.clock import Extension, Pause
from dsr_desktop.domain.conditions import AuthorityLetter, Condition
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.fee import Fee
from dsr_desktop.domain.identity import IdentityResult, LoggedCheck
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.request_steps import StepMark
from dsr_desktop.domain.requester import DataSubject, Requester
from dsr_desktop.domain.right import CARDS, RightCard
from dsr_desktop.domain.right import Right as Right  # noqa: PLC0414 - named with the request


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


@dataclass(frozen=True)
class Item:
    """One right asked in a request, with its decision once taken; `scope` is in the DPO's words.

    `duplicate_of` is the request that a repeated one is answered with.
    """

    right: Right
    decision: Decision | None = None
    reason_code: str | None = None
    reason_text: str | None = None
    decided_on: date | None = None
    scope: str = ""
    duplicate_of: str | None = None
    abuse: Abuse | None = None

    @property
    def card(self) -> RightCard:
        """What is particular to the right."""
        return CARDS[self.right]

    @property
    def is_carried_out(self) -> bool:
        """Tell whether something was decided that has to be done."""
        return self.decision is not None and self.decision not in NOTHING_TO_CARRY_OUT


@dataclass(frozen=True)
class Request:
    """A request file: one message, one or several rights, one clock (R-TYP-1).

    `recorded_on` and the days of each step are apart: acts are dated when they happened.
    `copy_sent_on` is the day on which the person's copy left, if before the answer (R-TYP-2);
    `remedies_told`: the answer named the authority and the court (R-COM-3).
    """

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
    requester: Requester = field(default_factory=Requester)
    data_subject: DataSubject = field(default_factory=DataSubject)
    handled_by: str = ""
    identity: tuple[LoggedCheck, ...] = ()
    conditions: tuple[Condition, ...] = ()
    authority: AuthorityLetter | None = None
    steps: tuple[StepMark, ...] = ()
    copy_sent_on: date | None = None
    answer_channel: Channel | None = None
    remedies_told: bool = False
    fee: Fee | None = None
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

    @property
    def rights(self) -> tuple[Right, ...]:
        """The rights asked, in their order."""
        return tuple(item.right for item in self.items)

    @property
    def undecided(self) -> tuple[Right, ...]:
        """The rights on which nothing was decided yet."""
        return tuple(item.right for item in self.items if item.decision is None)

    @property
    def is_withdrawn(self) -> bool:
        """Tell whether the person took back everything that they had asked."""
        return all(item.decision is Decision.WITHDRAWN_BY_PERSON for item in self.items)

    @property
    def is_paused(self) -> bool:
        """Tell whether a question to the person is open, so that the clock stands still."""
        return any(pause.answered_on is None for pause in self.pauses)

    @property
    def copy_is_sent(self) -> bool:
        """Tell whether the person has their copy: before the answer, or with it (R-TYP-2)."""
        return self.copy_sent_on is not None or self.answered_on is not None

    @property
    def doubt_is_open(self) -> bool:
        """Tell whether a doubt about the identity was noted and not dispelled since."""
        return bool(self.identity) and self.identity[-1].result is not IdentityResult.CONFIRMED

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


NOTHING_TO_CARRY_OUT = frozenset(
    {
        Decision.REFUSED, Decision.NO_DATA, Decision.NOTHING_IN_SCOPE, Decision.NOT_IDENTIFIABLE,
        Decision.IDENTITY_NOT_CONFIRMED, Decision.WITHDRAWN_BY_PERSON, Decision.TRANSFERRED,
        Decision.DUPLICATE_OF,
    }
)  # fmt: skip
