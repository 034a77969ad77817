"""Who writes, for whom, and by what right: requester, data subject, addresses, mandate."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.right import Right

LONGEST_NAME = 200
LONGEST_ADDRESS = 500
MOST_ADDRESSES = 20


class Relation(StrEnum):
    """What the requester is to the data subject; anybody but SELF and AUTHORITY acts for them."""

    SELF = "self"
    GUARDIAN = "guardian"
    LAWYER = "lawyer"
    AGENT = "agent"
    HEIR = "heir"
    COLLEAGUE = "colleague"
    AUTHORITY = "authority"
    OTHER = "other"


class AddressKind(StrEnum):
    """How somebody can be reached; none of them is ever required."""

    EMAIL = "email"
    PHONE = "phone"
    POST = "post"
    OTHER = "other"


@dataclass(frozen=True)
class Address:
    """One way to reach somebody, as it was written."""

    kind: AddressKind
    value: str


@dataclass(frozen=True)
class DataSubject:
    """The human whom the data are about, as the message named them; `names[1:]` are aliases."""

    names: tuple[str, ...] = ()
    addresses: tuple[Address, ...] = ()

    @property
    def name(self) -> str:
        """The first name given, "" if there is none."""
        return self.names[0] if self.names else ""

    @property
    def aliases(self) -> tuple[str, ...]:
        """The other names given."""
        return self.names[1:]


@dataclass(frozen=True)
class Mandate:
    """The authority to act for the data subject: facts only, never the document (R-ID-8).

    `covers` are the rights it was given for. Raises InvalidInputError for dates out of order.
    """

    asked_on: date | None = None
    received_on: date | None = None
    checked_on: date | None = None
    checked_by: str = ""
    covers: frozenset[Right] = frozenset()

    def __post_init__(self) -> None:
        days = [day for day in (self.asked_on, self.received_on, self.checked_on) if day]
        if days != sorted(days):
            raise InvalidInputError(
                mark("A mandate is asked for, then received, then checked: correct the dates.")
            )

    @property
    def is_checked(self) -> bool:
        """Tell whether it came in and somebody said that they looked at it."""
        return bool(self.received_on and self.checked_on and self.checked_by)


@dataclass(frozen=True)
class Requester:
    """Who wrote; for SELF the name and addresses are those of the data subject unless given."""

    relation: Relation = Relation.SELF
    name: str = ""
    addresses: tuple[Address, ...] = ()
    mandate: Mandate | None = None

    @property
    def needs_mandate(self) -> bool:
        """Tell whether national law asks for a mandate of the data subject (R-ID-8)."""
        return self.relation in _BY_MANDATE


def check_requester(requester: Requester) -> None:
    """Refuse somebody who acts for another and is not named, and texts too long to be meant."""
    if requester.relation is not Relation.SELF and not requester.name.strip():
        raise InvalidInputError(
            mark("The requester is not the data subject: give the requester's name.")
        )
    check_texts((requester.name,), requester.addresses)


def check_texts(names: Iterable[str], addresses: tuple[Address, ...]) -> None:
    """Refuse names and addresses that are blank, too long or too many."""
    wrong_name = any(len(name) > LONGEST_NAME for name in names)
    wrong_address = any(
        not one.value.strip() or len(one.value) > LONGEST_ADDRESS for one in addresses
    )
    if wrong_name or wrong_address or len(addresses) > MOST_ADDRESSES:
        raise InvalidInputError(
            mark(
                "A name has at most {name} characters, an address between 1 and {address}, and "
                "nobody has more than {most} addresses: shorten what was typed."
            ),
            name=LONGEST_NAME,
            address=LONGEST_ADDRESS,
            most=MOST_ADDRESSES,
        )


def check_mandate(requester: Requester, rights: Iterable[Right]) -> None:
    """Raise NotAllowedError unless a checked mandate covers `rights` where one is needed (R-ID-8).

    Sending data to somebody who may not have them can be a personal data breach.
    """
    if not requester.needs_mandate:
        return
    mandate = requester.mandate
    if mandate is None or not mandate.is_checked:
        raise NotAllowedError(
            mark("No mandate was checked: record when it was received, and who checked it.")
        )
    missing = [right for right in rights if right not in mandate.covers]
    if missing:
        raise NotAllowedError(
            mark("The mandate does not cover {rights}: ask for one that does."),
            rights=tuple(missing),
        )


def data_subject_of(criteria: Criteria) -> DataSubject:
    """Read from search criteria whom a message named, and the addresses it gave."""
    together = " ".join((*criteria.given_name[:1], *criteria.family_name[:1]))
    names = criteria.name or ((together,) if together else ())
    postal = ", ".join((*criteria.address[:1], *criteria.postcode[:1], *criteria.city[:1]))
    addresses = (
        *(Address(AddressKind.EMAIL, value) for value in criteria.email),
        *(Address(AddressKind.PHONE, value) for value in criteria.phone),
        *((Address(AddressKind.POST, postal),) if criteria.address else ()),
        *(Address(AddressKind.POST, value) for value in criteria.address[1:]),
    )
    return DataSubject(names, addresses)


_BY_MANDATE = frozenset({Relation.LAWYER, Relation.AGENT})
