"""The slip for the colleague who looks into a system: whom to look for, what to report, by when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.source_task import SourceTask

_NEEDED = (
    "name", "given_name", "family_name", "email", "phone", "company", "postcode", "city",
    "identifier",
)  # fmt: skip


@dataclass(frozen=True)
class SourceSlip:
    """Everything that stands on a slip: no right that was asked, no birth date, nobody else's data.

    `criteria` say whom to look for; `answer_to` is the DPO and how to reach her.
    """

    task: SourceTask
    company: str
    answer_to: str
    made_on: date
    criteria: Mapping[str, tuple[str, ...]]
    fingerprint: str


def criteria_for_slip(criteria: Criteria) -> Mapping[str, tuple[str, ...]]:
    """Return what a colleague needs to find the person, and no more (GDPR art. 5(1)(c)).

    Street, birth date and free text stay in the register: who is in doubt reports all, and the DPO
    decides.
    """
    given = criteria.given()
    return {name: given[name] for name in _NEEDED if name in given}
