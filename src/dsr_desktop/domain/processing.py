"""What the record of processing says of an activity (GDPR art. 30(1)), and what it lacks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from dsr_desktop.domain.activity import Activity
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.recipient import Recipient, RecipientGap, gaps_of
from dsr_desktop.domain.written import may_be_written

CONSENT_BASES = frozenset({"6(1)(a)", "9(2)(a)"})
LEGITIMATE_INTERESTS = "6(1)(f)"
REQUESTS_ACTIVITY = "PA5"
"""The activity of answering requests: its durations are those of the request file (R-RET-1)."""


class Detail(StrEnum):
    """What is written down of an activity beside its name and legal basis."""

    PURPOSES = "purposes"
    DATA_SUBJECTS = "data_subjects"
    DATA_CATEGORIES = "data_categories"
    RECIPIENTS = "recipients"
    TRANSFERS = "transfers"
    SAFEGUARDS = "safeguards"
    RETENTION = "retention"
    RETENTION_SOURCE = "retention_source"
    SECURITY = "security"
    LEGITIMATE_INTEREST = "legitimate_interest"
    ORIGIN = "origin"
    AUTOMATED_DECISIONS = "automated_decisions"
    SYSTEMS = "systems"


REQUIRED = (
    Detail.PURPOSES, Detail.DATA_SUBJECTS, Detail.DATA_CATEGORIES, Detail.RECIPIENTS,
    Detail.TRANSFERS, Detail.RETENTION, Detail.SECURITY,
)  # fmt: skip
"""What art. 30(1)(b) to (g) asks for; the others belong to answers and checks."""


@dataclass(frozen=True)
class Controller:
    """Who answers for the processing (art. 30(1)(a)); texts are empty where nothing was said."""

    name: str
    contact: str = ""
    joint_controller: str = ""
    representative: str = ""
    dpo_name: str = ""
    dpo_contact: str = ""


@dataclass(frozen=True)
class ProcessingActivity:
    """An activity with what is written of it; `proposed` are the details nobody wrote or confirmed.

    One that is confirmed has none: what was proposed then holds.
    """

    activity: Activity
    details: Mapping[Detail, str] = field(default_factory=dict)
    recipients: tuple[Recipient, ...] = ()
    proposed: frozenset[Detail] = frozenset()

    def text(self, detail: Detail) -> str:
        """Return what is written, "" for nothing."""
        return self.details.get(detail, "")

    @property
    def is_open(self) -> bool:
        """Tell whether the DPO has still to confirm it."""
        return not self.activity.confirmed


class HintKind(StrEnum):
    """What the record, or the policy behind it, lacks (domain.md 4.1)."""

    BASIS_OPEN = "basis_open"
    DETAIL_MISSING = "detail_missing"
    INTEREST_UNSTATED = "interest_unstated"
    WITHDRAWAL_UNSTATED = "withdrawal_unstated"
    RECIPIENTS_UNNAMED = "recipients_unnamed"
    SAFEGUARD_MISSING = "safeguard_missing"
    CONTRACT_MISSING = "contract_missing"
    CHECK_MARKETING_RULES = "check_marketing_rules"
    PSEUDONYMOUS_IDS = "pseudonymous_ids"
    CONTROLLER_CONTACT = "controller_contact"
    DPO_CONTACT = "dpo_contact"
    NO_POLICY_VERSION = "no_policy_version"


@dataclass(frozen=True)
class Hint:
    """One gap: `code` is the activity's, "" for the company; `detail` or `recipient` say where."""

    kind: HintKind
    code: str = ""
    detail: Detail | None = None
    recipient: str = ""


def check_details(details: Mapping[Detail, str]) -> dict[Detail, str]:
    """Return details with their texts tidied; InvalidInputError for an endless one."""
    return {detail: may_be_written(detail, text) for detail, text in details.items()}


def detail_named(name: str) -> Detail:
    """Return the detail of a name; InvalidInputError for a name that is none."""
    if name not in list(Detail):
        raise InvalidInputError(
            mark("There is no detail {name}. There are: {names}."),
            name=name[:40], names=", ".join(Detail),
        )  # fmt: skip
    return Detail(name)


def next_code(activities: Sequence[Activity]) -> str:
    """Return the code of the next activity: PA6 after PA5."""
    numbers = [one.code.removeprefix("PA") for one in activities]
    return f"PA{max((int(each) for each in numbers if each.isdecimal()), default=0) + 1}"


def hints_of(entry: ProcessingActivity) -> tuple[Hint, ...]:
    """Return what the record of one activity lacks, the open legal basis first."""
    code, basis = entry.activity.code, entry.activity.legal_basis
    kinds = {
        HintKind.BASIS_OPEN: not entry.activity.confirmed,
        HintKind.INTEREST_UNSTATED: basis == LEGITIMATE_INTERESTS
        and not entry.text(Detail.LEGITIMATE_INTEREST),
        HintKind.WITHDRAWAL_UNSTATED: basis in CONSENT_BASES and not entry.activity.confirmed,
        HintKind.CHECK_MARKETING_RULES: code == "PA2" and not entry.activity.confirmed,
        HintKind.PSEUDONYMOUS_IDS: code == "PA4" and not entry.activity.confirmed,
        HintKind.RECIPIENTS_UNNAMED: not entry.recipients,
    }
    told = [Hint(kind, code) for kind, is_so in kinds.items() if is_so]
    told += [
        Hint(HintKind.DETAIL_MISSING, code, detail) for detail in REQUIRED if not entry.text(detail)
    ]
    return (*told, *_hints_of_recipients(entry))


def hints_of_company(controller: Controller, *, has_policy: bool) -> tuple[Hint, ...]:
    """Return what is not said of the company itself; `has_policy`: a version is recorded."""
    lacks = {
        HintKind.CONTROLLER_CONTACT: not controller.contact,
        HintKind.DPO_CONTACT: not controller.dpo_contact,
        HintKind.NO_POLICY_VERSION: not has_policy,
    }
    return tuple(Hint(kind) for kind, is_missing in lacks.items() if is_missing)


def _hints_of_recipients(entry: ProcessingActivity) -> list[Hint]:
    kinds = {
        RecipientGap.NO_SAFEGUARD: HintKind.SAFEGUARD_MISSING,
        RecipientGap.NO_CONTRACT: HintKind.CONTRACT_MISSING,
    }
    return [
        Hint(kinds[gap], entry.activity.code, recipient=one.name)
        for one in entry.recipients
        for gap in gaps_of(one)
        if gap in kinds
    ]
