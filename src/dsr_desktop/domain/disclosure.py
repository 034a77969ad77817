"""Disclosures: what of whom went to which recipient, when and why (R-DIS-1)."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.person import words
from dsr_desktop.domain.written import may_be_written, written


class AgainstPolicy(StrEnum):
    """A purpose that the privacy policy excludes: it warns, the DPO decides (R-DIS-1)."""

    SALE = "sale"
    RENT = "rent"
    SHARING_FOR_MARKETING = "sharing_for_marketing"


@dataclass(frozen=True)
class LeftOut:
    """How many people were left out of a list before it went, by why."""

    opposed: int = 0
    restricted: int = 0
    frozen: int = 0
    expired: int = 0
    erased: int = 0
    without_consent: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return sum(vars(self).values())


@dataclass(frozen=True)
class Disclosure:
    """One hand-over: `fields` are the kinds of data, `persons` how many people they are of.

    `sources` are the ids of the imports that went, `digests` keyed hashes of the people that were
    named one by one; neither holds an address.
    """

    recipient_id: int
    purpose: str
    made_on: date
    fields: tuple[str, ...]
    persons: int
    basis: str = ""
    opposed: int = 0
    restricted: int = 0
    frozen: int = 0
    expired: int = 0
    sources: tuple[str, ...] = ()
    digests: tuple[str, ...] = ()
    request_ref: str = ""
    erased: int = 0
    without_consent: int = 0
    id: int = 0

    @property
    def left_out(self) -> LeftOut:
        """Who did not go."""
        return LeftOut(
            self.opposed, self.restricted, self.frozen, self.expired, self.erased,
            self.without_consent,
        )  # fmt: skip

    def holds(self, sources: frozenset[int], digests: frozenset[str]) -> bool:
        """Tell whether a person's data were in it, by the imports and the keys that are theirs."""
        return not digests.isdisjoint(self.digests) or any(
            str(one) in self.sources for one in sources
        )


def check_disclosure(disclosure: Disclosure, today: date) -> Disclosure:
    """Return a disclosure with its texts tidied.

    Raises InvalidInputError without a purpose or the kinds of data, for a day to come or a number
    of people below zero.
    """
    if disclosure.made_on > today:
        raise InvalidInputError(
            mark("The day {day} lies after today. Record the hand-over once it is made."),
            day=disclosure.made_on.isoformat(),
        )
    if min(disclosure.persons, *vars(disclosure.left_out).values()) < 0:
        raise InvalidInputError(mark("A number of people is below zero. Write 0 or more."))
    fields = tuple(dict.fromkeys(one.strip() for one in disclosure.fields if one.strip()))
    written("fields", ", ".join(fields))
    return replace(
        disclosure, purpose=written("purpose", disclosure.purpose), fields=fields,
        basis=may_be_written("basis", disclosure.basis),
    )  # fmt: skip


def against_policy(purpose: str) -> AgainstPolicy | None:
    """Return why a purpose is against the privacy policy, None if its words say nothing of it."""
    said = frozenset(words(purpose))
    if said & _SALE:
        return AgainstPolicy.SALE
    if said & _RENT:
        return AgainstPolicy.RENT
    is_shared = bool(said & _SHARING) and bool(said & _MARKETING)
    return AgainstPolicy.SHARING_FOR_MARKETING if is_shared else None


_SALE = frozenset(words("sale sell selling sold vente vendre vendu cession ceder"))
_RENT = frozenset(words("rent rental renting location louer loue"))
_SHARING = frozenset(
    words(
        "share sharing shared partner partners exchange swap partage partager partenaire partenaires "
        "echange echanger"
    )
)
_MARKETING = frozenset(
    words(
        "marketing advertising advertisement ads prospecting prospection publicite publicitaire "
        "promotion promotional campaign campagne commercial commerciale"
    )
)
