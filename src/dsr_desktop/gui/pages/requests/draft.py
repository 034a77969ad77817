"""A new request as typed: what is wrong with it, and what it means."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from dsr_desktop.domain.criteria import Criteria, make_criteria
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.incoming import MessageRead, PartChoice
from dsr_desktop.domain.lifecycle import EARLIEST_RECEIPT
from dsr_desktop.domain.person import canonical_email, canonical_phone
from dsr_desktop.domain.proposals import Proposals
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.wording.days import misread_day
from dsr_desktop.wording.errors import word_error
from dsr_desktop.wording.language import Tr

SEVERAL = (
    "name", "email", "phone", "company", "identifier", "address", "postcode", "city",
)  # fmt: skip
"""What can be typed about the person; each takes several values."""
CLUES = ("name", "email", "phone", "identifier")
"""Of these one is needed."""
_SEPARATORS = {"email": re.compile(r"[;,\n]"), "phone": re.compile(r"[;,]")}
_SEMICOLON = re.compile(";")


@dataclass(frozen=True)
class Given:
    """A message to keep with the request; a document without a choice yet has None."""

    message: MessageRead
    choices: Mapping[int, PartChoice | None] = field(default_factory=dict)

    @property
    def is_decided(self) -> bool:
        """Tell whether it was said of every document what becomes of it."""
        return None not in self.choices.values()

    def decided(self) -> dict[int, PartChoice]:
        """Return the choices that were made."""
        return {number: choice for number, choice in self.choices.items() if choice is not None}


@dataclass(frozen=True)
class Reading:
    """Messages that were read, and what the first of them proposes."""

    messages: tuple[MessageRead, ...]
    proposals: Proposals


@dataclass(frozen=True)
class Draft:
    """What the form says; `person` has a text for each of `SEVERAL`, `given` the messages to keep.

    `received_on` is None while what was typed there is no day.
    """

    rights: tuple[Right, ...]
    received_on: date | None
    channel: Channel
    language: str
    person: Mapping[str, str] = field(default_factory=dict)
    given: tuple[Given, ...] = ()

    def day(self) -> date:
        """Return the day of receipt; ValueError where `mistakes_of` found that there is none."""
        if self.received_on is None:
            raise ValueError(self.received_on)
        return self.received_on

    def values(self) -> dict[str, tuple[str, ...]]:
        """Split what was typed: "a; b" are two names, "a, b" two e-mails."""
        return {kind: _split(kind, self.person.get(kind, "")) for kind in SEVERAL}

    def criteria(self) -> Criteria:
        """Return what is known about the person; InvalidInputError when that is nothing."""
        return make_criteria(self.values())


def mistakes_of(tr: Tr, draft: Draft, today: date, country: str) -> dict[str, str]:
    """Return for each field that breaks a rule the rule; empty when the draft can be recorded."""
    found = {
        "rights": "" if draft.rights else tr("Tick at least one right"),
        "received_on": _wrong_day(tr, draft.received_on, today),
        **_wrong_person(tr, draft, country),
        "message": wrong_message(tr, draft.given),
    }
    return {name: rule for name, rule in found.items() if rule}


def wrong_message(tr: Tr, given: Iterable[Given]) -> str:
    """Return the rule that messages to keep break, "" if none: every document is decided (R-ID-6)."""
    if all(one.is_decided for one in given):
        return ""
    return tr("Say what becomes of each document: keep it, leave it out, or cut it out")


def _wrong_day(tr: Tr, day: date | None, today: date) -> str:
    if day is None:
        return misread_day(tr)
    if day > today:
        return tr("Must not lie after today")
    if day < EARLIEST_RECEIPT:
        return tr("Must not lie before 25 May 2018")
    return ""


def _wrong_person(tr: Tr, draft: Draft, country: str) -> dict[str, str]:
    """Judge what would be searched for: "Anne <anne@acme.example>" has an address in it."""
    values = draft.values()
    if not any(values[kind] for kind in CLUES):
        return {"name": tr("One clue is needed: a name, an e-mail, a phone or an identifier")}
    try:
        known = draft.criteria()
    except InvalidInputError as error:
        return {"name": word_error(tr, error)}
    wrong = {}
    if any(canonical_email(address) is None for address in known.email):
        wrong["email"] = tr("An e-mail has the form name@company.example")
    if any(canonical_phone(number, country) is None for number in known.phone):
        wrong["phone"] = tr("A phone number has 8 digits or more")
    return wrong


def _split(kind: str, text: str) -> tuple[str, ...]:
    parts = _SEPARATORS.get(kind, _SEMICOLON).split(text)
    return tuple(part.strip() for part in parts if part.strip())
