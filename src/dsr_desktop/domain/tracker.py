"""Trackers of the company's site: cookies and what is stored like them, for the policy and answers.

Model of domain.md 8.2; reading or writing on a terminal needs consent unless it is strictly
necessary (LIL 82, directive 2002/58 art. 5(3)).
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.written import may_be_written, written

LONGEST_NAME = 100
_LONGEST_LIFE = 100 * 366 * 86_400


class Party(StrEnum):
    """Whether the site itself sets it, or somebody else's server."""

    FIRST = "first"
    THIRD = "third"


class TrackerCategory(StrEnum):
    """What it is for, as consent banners sort it."""

    NECESSARY = "necessary"
    ANALYTICS = "analytics"
    ADS = "ads"
    SECURITY = "security"


class ValueType(StrEnum):
    """What its value is made of."""

    STRING = "string"
    GUID = "guid"
    FLAG = "flag"
    CHARS = "chars"
    JSON = "json"
    TIMESTAMP = "timestamp"


class Storage(StrEnum):
    """Where the browser keeps it."""

    COOKIE = "cookie"
    SESSION_STORAGE = "session_storage"
    LOCAL_STORAGE = "local_storage"


class TrackerGap(StrEnum):
    """What the record of a tracker lacks before it can stand in a policy."""

    NO_PURPOSE = "no_purpose"
    NO_LIFETIME = "no_lifetime"
    NO_PROVIDER = "no_provider"


@dataclass(frozen=True)
class Tracker:
    """One tracker; `name` may end in "*" for names that go on with a number of their own.

    `lifetime` is in seconds, 0 for one that ends with the session (or the tab), None for unknown;
    `retention` is how long the provider's servers keep what it brings, in words. `source` says where
    the facts come from, `checked_on` when somebody looked.
    """

    name: str
    provider: str = ""
    controller: str = ""
    party: Party = Party.FIRST
    domain: str = ""
    purpose_fr: str = ""
    purpose_en: str = ""
    category: TrackerCategory = TrackerCategory.ANALYTICS
    value_type: ValueType = ValueType.STRING
    value_pattern: str = ""
    lifetime: int | None = None
    storage: Storage = Storage.COOKIE
    consent_required: bool = True
    retention_fr: str = ""
    retention_en: str = ""
    source: str = ""
    checked_on: date | None = None
    id: int = 0

    def purpose(self, language: str) -> str:
        """Return the purpose in a language, in the other one where that is missing."""
        return _in_language(self.purpose_fr, self.purpose_en, language)

    def retention(self, language: str) -> str:
        """Return how long servers keep it, as `purpose`."""
        return _in_language(self.retention_fr, self.retention_en, language)


def check_tracker(tracker: Tracker, today: date) -> Tracker:
    """Return a tracker with its texts tidied.

    Raises InvalidInputError for a name that says nothing, a day to come, a pattern that is none, or
    a necessary tracker that needs consent.
    """
    if tracker.checked_on is not None and tracker.checked_on > today:
        raise InvalidInputError(
            mark("The day of the check, {day}, lies after today."), day=tracker.checked_on
        )
    try:
        re.compile(tracker.value_pattern)
    except re.error as error:
        raise InvalidInputError(
            mark("The pattern of the values is no regular expression. Correct it or leave it out.")
        ) from error
    if tracker.lifetime is not None and not 0 <= tracker.lifetime <= _LONGEST_LIFE:
        raise InvalidInputError(mark("A tracker lives from 0 seconds to 100 years."))
    if tracker.category is TrackerCategory.NECESSARY and tracker.consent_required:
        raise InvalidInputError(
            mark(
                "A strictly necessary tracker needs no consent. Choose another category or no consent."
            )
        )
    return replace(
        tracker,
        name=written("name", tracker.name, LONGEST_NAME),
        provider=may_be_written("provider", tracker.provider),
        controller=may_be_written("controller", tracker.controller),
        domain=may_be_written("domain", tracker.domain),
        purpose_fr=may_be_written("purpose_fr", tracker.purpose_fr),
        purpose_en=may_be_written("purpose_en", tracker.purpose_en),
        retention_fr=may_be_written("retention_fr", tracker.retention_fr),
        retention_en=may_be_written("retention_en", tracker.retention_en),
        source=may_be_written("source", tracker.source),
    )


def gaps_of(tracker: Tracker) -> tuple[TrackerGap, ...]:
    """Return what the record of a tracker lacks; nothing is refused because of it."""
    lacks = {
        TrackerGap.NO_PURPOSE: not (tracker.purpose_fr and tracker.purpose_en),
        TrackerGap.NO_LIFETIME: tracker.lifetime is None,
        TrackerGap.NO_PROVIDER: not tracker.provider,
    }
    return tuple(gap for gap, is_missing in lacks.items() if is_missing)


def _in_language(french: str, english: str, language: str) -> str:
    return (french or english) if language == "fr" else (english or french)
