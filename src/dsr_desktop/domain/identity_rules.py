"""What a check of identity needs: a doubt, a note, no more than necessary (R-ID-1 to R-ID-9)."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.identity import (
    DocumentSeen,
    IdentityCheck,
    IdentityMethod,
    IdentityResult,
    PaperChecked,
    UnaskedCopy,
)
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.right import CARDS, Right
from dsr_desktop.domain.system import check_length

LONGEST_NOTE = 2_000
_BETWEEN_FIGURES = re.compile(r"(?<=\d)[ .\-/](?=\d)")
_NUMBER_OF_DOCUMENT = re.compile(
    r"<<|(?<!\w)(?:\d{12}|\d{2} ?[A-Z]{2} ?\d{5}|"
    r"(?![A-Z]+\d+(?!\w))(?=\w*\d\w*\d)[A-Z][A-Z0-9]{8})(?!\w)"
)


class Strength(IntEnum):
    """How much a method proves (3.2)."""

    NONE = 0
    LOW = 1
    MEDIUM = 2
    HIGH = 3


@dataclass(frozen=True)
class MethodRule:
    """What holds for a method, whoever uses it.

    `asks`: the person has to do something, which needs a doubt (R-ID-1). `needs_note`: it goes
    beyond what both sides have already, so that the proportionality is argued (R-ID-3, R-ID-4).
    `papers` are what must be ticked before it confirms anything (R-ID-8).
    """

    strength: Strength
    asks: bool = False
    needs_note: bool = False
    papers: frozenset[PaperChecked] = frozenset()


_AGENT = frozenset({PaperChecked.AGENT_IDENTITY, PaperChecked.AGENT_AUTHORITY})
_HEIR = frozenset({PaperChecked.DEATH, PaperChecked.HEIR})

METHOD_RULES: Mapping[IdentityMethod, MethodRule] = {
    IdentityMethod.NONE_NEEDED: MethodRule(Strength.NONE),
    IdentityMethod.SAME_KNOWN_ADDRESS: MethodRule(Strength.LOW),
    IdentityMethod.PSEUDONYMOUS_KEY: MethodRule(Strength.LOW),
    IdentityMethod.ACCOUNT_LOGIN: MethodRule(Strength.HIGH),
    IdentityMethod.CODE_TO_KNOWN_CHANNEL: MethodRule(Strength.MEDIUM, asks=True),
    IdentityMethod.CALLBACK_KNOWN_NUMBER: MethodRule(Strength.MEDIUM, asks=True),
    IdentityMethod.SHARED_FACTS: MethodRule(Strength.MEDIUM, asks=True),
    IdentityMethod.MANDATE: MethodRule(Strength.NONE, papers=_AGENT),
    IdentityMethod.HEIR_DOCUMENTS: MethodRule(Strength.NONE, papers=_HEIR),
    IdentityMethod.REGISTERED_LETTER: MethodRule(Strength.HIGH, asks=True, needs_note=True),
    IdentityMethod.IN_PERSON_SEEN: MethodRule(Strength.HIGH, asks=True, needs_note=True),
    IdentityMethod.ID_DOCUMENT_SEEN_REMOTE: MethodRule(Strength.HIGH, asks=True, needs_note=True),
}
"""The methods in the order in which they are to be thought of: what exists already first (R-ID-4)."""

_SHOWS_DOCUMENT = frozenset({IdentityMethod.IN_PERSON_SEEN, IdentityMethod.ID_DOCUMENT_SEEN_REMOTE})


def shows_document(method: IdentityMethod) -> bool:
    """Tell whether an identity document is looked at with a method."""
    return method in _SHOWS_DOCUMENT


def suggested_strength(rights: Iterable[Right]) -> Strength:
    """Return the least that a check should prove for what is asked (3.2); the DPO decides.

    Disclosing contact data asks for more than erasing a prospect; sensitive data need the highest,
    which no rule can see.
    """
    asked = frozenset(rights)
    if any(CARDS[right].gives_copy for right in asked):
        return Strength.MEDIUM
    return Strength.LOW if any(CARDS[right].identity for right in asked) else Strength.NONE


def check_identity(
    check: IdentityCheck, earlier: Iterable[IdentityCheck], received_on: date, today: date
) -> None:
    """Refuse a check that asks more than is needed, or keeps more than facts.

    `earlier` are those logged for the same request. Raises InvalidInputError for what is missing or
    cannot be, NotAllowedError for a method that the doubts on record do not carry.
    """
    known = tuple(earlier)
    _check_texts(check)
    rule = METHOD_RULES[check.method]
    doubted = check.doubt is not None or any(one.doubt is not None for one in known)
    if rule.asks and not doubted:
        raise NotAllowedError(
            mark("No doubt about the identity is recorded: record it first, then ask.")
        )
    _check_document(check, known)
    if rule.needs_note and not check.proportionality.strip():
        raise InvalidInputError(
            mark(
                "This method needs a note why it is proportionate: the data, the request, the harm "
                "if somebody else got them."
            )
        )
    _check_papers(check, rule)
    _check_days(check, received_on, today)


def check_unasked_copy(copy: UnaskedCopy, received_on: date, today: date) -> None:
    """Refuse days that cannot be: the copy comes with or after the request, and goes after that."""
    if not received_on <= copy.received_on <= copy.day <= today:
        raise InvalidInputError(
            mark(
                "The copy cannot have come on {start} and gone on {end}: both days lie between the "
                "receipt of the request and today, in this order."
            ),
            start=copy.received_on.isoformat(), end=copy.day.isoformat(),
        )  # fmt: skip


def holds_document_number(text: str) -> bool:
    """Tell whether a text seems to hold the number or the machine lines of an identity document.

    French identity cards (12 figures, or 9 signs since 2021), passports (12AB34567), lines of "<<".
    """
    return bool(_NUMBER_OF_DOCUMENT.search(_BETWEEN_FIGURES.sub("", text.upper())))


def _check_texts(check: IdentityCheck) -> None:
    if check.doubt is not None and not check.doubt.strip():
        raise InvalidInputError(
            mark("The doubt has no words. Say why there is one, or that none is.")
        )
    for text in (check.doubt or "", check.proportionality):
        check_length(text, LONGEST_NOTE)
        if holds_document_number(text):
            raise InvalidInputError(
                mark(
                    "The note seems to hold the number of an identity document. Write facts only, "
                    "such as “identity card seen”."
                )
            )


def _check_document(check: IdentityCheck, earlier: Iterable[IdentityCheck]) -> None:
    remote = check.method is IdentityMethod.ID_DOCUMENT_SEEN_REMOTE
    is_over = check.result is not IdentityResult.PENDING
    if remote and any(one.result is IdentityResult.CONFIRMED for one in earlier):
        raise NotAllowedError(
            mark("The identity is confirmed already: a document would be more than is needed.")
        )
    has_seen = check.document_seen is not DocumentSeen.NONE
    if has_seen and check.method not in _SHOWS_DOCUMENT:
        raise InvalidInputError(mark("No document is looked at with this method. Leave it out."))
    if check.method in _SHOWS_DOCUMENT and is_over and not has_seen:
        raise InvalidInputError(
            mark("Say which kind of document was seen, and nothing else of it.")
        )
    if remote and is_over and check.document_deleted_on is None:
        raise InvalidInputError(
            mark("Delete the picture of the document first, then record on which day you did.")
        )
    if check.document_deleted_on is not None and not remote:
        raise InvalidInputError(
            mark("Only a document seen at a distance is deleted. Leave the day out.")
        )


def _check_papers(check: IdentityCheck, rule: MethodRule) -> None:
    if check.papers - rule.papers:
        raise InvalidInputError(mark("These checks belong to another method. Leave them out."))
    if check.result is IdentityResult.CONFIRMED and rule.papers - check.papers:
        raise InvalidInputError(
            mark("Before this confirms anything, check and tick: {papers}."),
            papers=tuple(sorted(rule.papers - check.papers)),
        )


def _check_days(check: IdentityCheck, received_on: date, today: date) -> None:
    days = [
        day
        for day in (check.asked_on, check.answered_on, check.document_deleted_on)
        if day is not None
    ]
    if days != sorted(days) or any(not received_on <= day <= today for day in days):
        raise InvalidInputError(
            mark(
                "The days of the check cannot be: asked, answered, deleted, in this order, between "
                "the receipt of the request and today."
            )
        )
