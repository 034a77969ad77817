"""Named recipients and processors: where they are, and what protects the data there (A28, A46)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dsr_desktop.domain.countries import check_country, is_in_eea
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.written import may_be_written, written

LONGEST_NAME = 200


class RecipientRole(StrEnum):
    """What a recipient is towards the data: "recipient" includes processors (A4(9))."""

    PROCESSOR = "processor"
    CONTROLLER = "controller"
    JOINT_CONTROLLER = "joint_controller"


class Safeguard(StrEnum):
    """What a transfer outside the EEA rests on (GDPR art. 45 to 49)."""

    ADEQUACY = "adequacy"
    STANDARD_CLAUSES = "standard_clauses"
    BINDING_RULES = "binding_rules"
    CODE_OF_CONDUCT = "code_of_conduct"
    CERTIFICATION = "certification"
    DEROGATION = "derogation"


class RecipientGap(StrEnum):
    """What the record of a recipient lacks."""

    NO_CONTRACT = "no_contract"
    NO_SAFEGUARD = "no_safeguard"
    NO_CONTACT = "no_contact"


@dataclass(frozen=True)
class Recipient:
    """A named recipient (C-154/21): `contract_on` is the day of the contract of art. 28(3).

    `activities` are the codes of the processing activities whose data it gets.
    """

    name: str
    role: RecipientRole
    country: str
    safeguard: Safeguard | None = None
    contract_on: date | None = None
    contact: str = ""
    activities: tuple[str, ...] = ()
    note: str = ""
    id: int = 0

    @property
    def is_outside_eea(self) -> bool:
        """Tell whether what goes there is a transfer of chapter V."""
        return not is_in_eea(self.country)


def check_recipient(recipient: Recipient, today: date) -> Recipient:
    """Return a recipient with its texts tidied.

    Raises InvalidInputError for a name that says nothing, a country code that is none or a contract
    of a day to come.
    """
    if recipient.contract_on is not None and recipient.contract_on > today:
        raise InvalidInputError(
            mark("The contract date {day} lies after today. Enter it once it is signed."),
            day=recipient.contract_on.isoformat(),
        )
    return Recipient(
        written("name", recipient.name, LONGEST_NAME), recipient.role,
        check_country(recipient.country), recipient.safeguard, recipient.contract_on,
        may_be_written("contact", recipient.contact), recipient.activities,
        may_be_written("note", recipient.note), recipient.id,
    )  # fmt: skip


def gaps_of(recipient: Recipient) -> tuple[RecipientGap, ...]:
    """Return what the record of a recipient lacks; nothing is refused because of it."""
    lacks = {
        RecipientGap.NO_CONTRACT: recipient.role is RecipientRole.PROCESSOR
        and recipient.contract_on is None,
        RecipientGap.NO_SAFEGUARD: recipient.is_outside_eea and recipient.safeguard is None,
        RecipientGap.NO_CONTACT: not recipient.contact,
    }
    return tuple(gap for gap, is_missing in lacks.items() if is_missing)
