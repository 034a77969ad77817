"""Consents and their withdrawal, by purpose (R-CNS-1, GDPR art. 7)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from dsr_desktop.domain.columns import Column
from dsr_desktop.domain.dates import days_meant
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.fields import CONSENT_FIELDS, Field
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.person import words
from dsr_desktop.domain.written import may_be_written, written

ALL_PURPOSES = ""
"""The purpose of a column whose title names none: it is about all of them."""


class ConsentAnswer(StrEnum):
    """What the cell of an opt-in or opt-out column says."""

    YES = "yes"
    NO = "no"
    UNCLEAR = "unclear"


@dataclass(frozen=True)
class Consent:
    """A consent: `purpose` as `column_titles.purposes` names it or in own words.

    `wording` is the text that was agreed to or its version, `proof` says how one knows. `given_on`
    and `withdrawn_on` are None where the day is not known; `is_given` and `is_withdrawn` tell
    whether it happened. `digests` are keyed hashes of the person's keys, never an address.
    """

    purpose: str
    is_given: bool = False
    given_on: date | None = None
    is_withdrawn: bool = False
    withdrawn_on: date | None = None
    channel: str = ""
    wording: str = ""
    proof: str = ""
    digests: tuple[str, ...] = ()
    request_ref: str = ""
    id: int = 0

    def is_about(self, purpose: str) -> bool:
        """Tell whether it speaks of a purpose: by its name, or of all."""
        return self.purpose in {ALL_PURPOSES, purpose}


def check_consent(consent: Consent, today: date) -> Consent:
    """Return a typed consent with its texts tidied.

    Raises InvalidInputError without a purpose or a proof, for one neither given nor withdrawn, for
    days to come and for a withdrawal before the consent.
    """
    if not consent.is_given and not consent.is_withdrawn:
        raise InvalidInputError(mark("A consent was given or withdrawn. Say on which day."))
    for day in (consent.given_on, consent.withdrawn_on):
        if day is not None and day > today:
            raise InvalidInputError(
                mark("The day {day} lies after today. Enter the day it happened."),
                day=day.isoformat(),
            )
    _check_order(consent)
    return replace(
        consent, purpose=written("purpose", consent.purpose),
        proof=written("proof", consent.proof), wording=may_be_written("wording", consent.wording),
        channel=may_be_written("channel", consent.channel),
    )  # fmt: skip


def withdrawn(consent: Consent, day: date, today: date) -> Consent:
    """Return a consent that was withdrawn on a day; the others of the person stay as they are.

    Raises NotAllowedError if it is withdrawn already, InvalidInputError for a day that cannot be.
    """
    if consent.is_withdrawn:
        raise NotAllowedError(
            mark("Consent {id} is withdrawn already. Nothing more is to be done."),
            id=str(consent.id),
        )
    return check_consent(replace(consent, is_withdrawn=True, withdrawn_on=day), today)


def may_be_used(consents: Iterable[Consent], purpose: str) -> bool:
    """Tell whether what the person said allows a purpose (R-CNS-1).

    The latest word counts; a withdrawal whose order nobody knows stands.
    """
    about = [one for one in consents if one.is_about(purpose)]
    given = [one.given_on or date.min for one in about if one.is_given]
    if not given:
        return False
    gone = [one.withdrawn_on or date.max for one in about if one.is_withdrawn]
    return not gone or max(given) > max(gone)


def consents_of_row(columns: Sequence[Column], cells: Sequence[str]) -> Iterator[Consent]:
    """Yield what the opt-in and opt-out columns of a row say; nothing for blank or unclear cells.

    The day is that of the cell if it holds one, else the one on which the row was collected.
    """
    collected = _day_collected(columns, cells)
    for column in columns:
        text = cells[column.number - 1].strip() if column.number <= len(cells) else ""
        if column.field not in CONSENT_FIELDS or column.is_skipped or not text:
            continue
        said = _said(column, read_answer(text), _only_day(text) or collected)
        if said is not None:
            yield said


def read_answer(text: str) -> ConsentAnswer:
    """Read the cell of an opt-in or opt-out: yes, no, a day (which is a yes), or unclear."""
    if _only_day(text) is not None:
        return ConsentAnswer.YES
    said = " ".join(words(text)) or text.strip()
    if said in _YES:
        return ConsentAnswer.YES
    return ConsentAnswer.NO if said in _NO else ConsentAnswer.UNCLEAR


def _said(column: Column, answer: ConsentAnswer, day: date | None) -> Consent | None:
    """Return what a cell says; an opt-out that is not ticked is no consent (rec. 32)."""
    purpose = str(column.purpose or ALL_PURPOSES)
    if column.field is Field.OPT_IN and answer is ConsentAnswer.YES:
        return Consent(purpose, is_given=True, given_on=day, proof=column.header)
    stops = ConsentAnswer.NO if column.field is Field.OPT_IN else ConsentAnswer.YES
    if answer is stops:
        return Consent(purpose, is_withdrawn=True, withdrawn_on=day, proof=column.header)
    return None


def _check_order(consent: Consent) -> None:
    given, gone = consent.given_on, consent.withdrawn_on
    if given is not None and gone is not None and gone < given:
        raise InvalidInputError(
            mark("The consent ends on {end}, before it was given on {start}: correct one of them."),
            start=given, end=gone,
        )  # fmt: skip


def _day_collected(columns: Sequence[Column], cells: Sequence[str]) -> date | None:
    for column in columns:
        if column.field is Field.COLLECTED_ON and column.number <= len(cells):
            return _only_day(cells[column.number - 1])
    return None


def _only_day(text: str) -> date | None:
    days = days_meant(text)
    return next(iter(days)) if len(days) == 1 else _day_first(text, days)


def _day_first(text: str, days: frozenset[date]) -> date | None:
    """Of two readings, take the one with the day before the month, as Europe writes it."""
    first = text.strip().lstrip("0").split("/")[0].split("-")[0].split(".")[0]
    return next((day for day in days if str(day.day) == first), None)


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


_YES = _listed(
    "yes y true 1 x oui o vrai ok ja j wahr si s sim tak verdadero vero waar on checked coche "
    "✓ ✔ ☑ subscribed subscribe abonne abonnee inscrit inscrite optin granted accepted "
    "accepte acceptee active actif"
) | {"opt in"}
_NO = _listed(
    "no n false 0 non faux nein nie nao falsch falso onwaar off unchecked ✗ ✘ ☐ "
    "unsubscribed unsubscribe desabonne desabonnee desinscrit desinscrite optout refused refuse "
    "refusee denied declined withdrawn retire"
) | {"opt out"}
