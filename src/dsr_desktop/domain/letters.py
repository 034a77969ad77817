"""Letters: their kinds, of which blocks each is made, and which block is due when (domain.md 7.3)."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from dsr_desktop.domain.communication import CommunicationKind


class LetterKind(StrEnum):
    """What is written; the values name the templates and are used on the command line."""

    ACKNOWLEDGEMENT = "acknowledgement"
    IDENTITY_REQUEST = "identity_request"
    EXTENSION = "extension"
    EXTENSION_WITHDRAWN = "extension_withdrawn"
    ACCESS = "access"
    PORTABILITY = "portability"
    TRANSFER = "transfer"
    ERASURE = "erasure"
    ERASURE_PARTIAL = "erasure_partial"
    RECTIFICATION = "rectification"
    RESTRICTION = "restriction"
    RESTRICTION_LIFTED = "restriction_lifted"
    OBJECTION = "objection"
    MARKETING = "marketing"
    ANSWER = "answer"
    REFUSAL = "refusal"
    FEE_NOTICE = "fee_notice"
    NOT_IDENTIFIABLE = "not_identifiable"
    IDENTITY_NOT_CONFIRMED = "identity_not_confirmed"
    WITHDRAWAL = "withdrawal"
    HEIR = "heir"
    RECIPIENT_NOTICE = "recipient_notice"
    ART14 = "art14"
    STILL_INTERESTED = "still_interested"
    POLICY_CHANGE = "policy_change"


class Block(StrEnum):
    """A part of a letter; the values are those of the headings in template files."""

    SUBJECT = "subject"
    GREETING = "greeting"
    OPENING = "opening"
    OUTCOME = "outcome"
    COPY = "copy"
    PROCESSING = "processing"
    SOURCES = "sources"
    MEASURES = "measures"
    RECIPIENTS = "recipients"
    BACKUPS = "backups"
    SUPPRESSION = "suppression"
    WITHHELD = "withheld"
    QUESTION = "question"
    MASKING = "masking"
    DEADLINE = "deadline"
    REASONS = "reasons"
    FEE = "fee"
    COOKIES = "cookies"
    RIGHTS = "rights"
    REMEDIES = "remedies"
    DURATIONS = "durations"
    CONTACTS = "contacts"
    REMARK = "remark"
    CLOSING = "closing"
    SLIP = "slip"


INCLUDABLE = frozenset({Block.COOKIES, Block.CONTACTS})
"""Blocks that the DPO may add to any letter: how to manage cookies, whom to write to."""


@dataclass(frozen=True)
class LetterCard:
    """What is particular to a kind: its blocks in their order, and as what its sending is logged.

    `is_answer`: it tells the person what was decided, so that it ends with their remedies and the
    durations; `of_request` is false for letters to many people at once.
    """

    blocks: tuple[Block, ...]
    message: CommunicationKind
    is_answer: bool = False
    of_request: bool = True


@dataclass(frozen=True)
class LetterFacts:
    """What decides on the blocks: `refuses` something, `holds_data` about the person.

    `is_listed`: an entry of the suppression list was made for the request. `has_recipients`: the
    record names somebody who gets such data. `included` are blocks that the DPO adds.
    """

    refuses: bool = False
    holds_data: bool = True
    is_listed: bool = False
    has_recipients: bool = True
    included: frozenset[Block] = field(default_factory=frozenset)


_HEAD = (Block.SUBJECT, Block.GREETING, Block.OPENING)
_FOOT = (Block.REMARK, Block.CLOSING)
_ANSWER_END = (Block.REMEDIES, Block.DURATIONS, *_FOOT)


def _plain(message: CommunicationKind, *blocks: Block, of_request: bool = True) -> LetterCard:
    return LetterCard((*_HEAD, *blocks, *_FOOT), message, of_request=of_request)


def _answer(*blocks: Block, message: CommunicationKind = CommunicationKind.ANSWER) -> LetterCard:
    return LetterCard((*_HEAD, *blocks, *_ANSWER_END), message, is_answer=True)


LETTERS: dict[LetterKind, LetterCard] = {
    LetterKind.ACKNOWLEDGEMENT: _plain(
        CommunicationKind.ACKNOWLEDGEMENT, Block.DEADLINE, Block.DURATIONS, Block.CONTACTS
    ),
    LetterKind.IDENTITY_REQUEST: _plain(
        CommunicationKind.IDENTITY_QUESTION, Block.QUESTION, Block.MASKING, Block.DEADLINE
    ),
    LetterKind.EXTENSION: _plain(
        CommunicationKind.EXTENSION_NOTICE, Block.REASONS, Block.DEADLINE, Block.CONTACTS
    ),
    LetterKind.EXTENSION_WITHDRAWN: _plain(
        CommunicationKind.EXTENSION_NOTICE, Block.DEADLINE
    ),
    LetterKind.ACCESS: _answer(
        Block.OUTCOME, Block.COPY, Block.PROCESSING, Block.SOURCES, Block.WITHHELD, Block.RIGHTS
    ),
    LetterKind.PORTABILITY: _answer(Block.OUTCOME, Block.COPY, Block.WITHHELD),
    LetterKind.TRANSFER: _answer(Block.MEASURES, Block.WITHHELD),
    LetterKind.ERASURE: _answer(
        Block.OUTCOME, Block.MEASURES, Block.WITHHELD, Block.RECIPIENTS, Block.BACKUPS,
        Block.SUPPRESSION,
    ),
    LetterKind.ERASURE_PARTIAL: _answer(
        Block.MEASURES, Block.WITHHELD, Block.RECIPIENTS, Block.BACKUPS, Block.SUPPRESSION
    ),
    LetterKind.RECTIFICATION: _answer(
        Block.OUTCOME, Block.MEASURES, Block.WITHHELD, Block.RECIPIENTS
    ),
    LetterKind.RESTRICTION: _answer(
        Block.OUTCOME, Block.MEASURES, Block.WITHHELD, Block.RECIPIENTS
    ),
    LetterKind.RESTRICTION_LIFTED: _plain(
        CommunicationKind.OTHER, Block.REASONS, Block.REMEDIES
    ),
    LetterKind.OBJECTION: _answer(Block.OUTCOME, Block.MEASURES, Block.WITHHELD),
    LetterKind.MARKETING: _answer(Block.SUPPRESSION, message=CommunicationKind.SHORT_ANSWER),
    LetterKind.ANSWER: _answer(Block.OUTCOME, Block.MEASURES, Block.WITHHELD),
    LetterKind.REFUSAL: _answer(Block.WITHHELD, message=CommunicationKind.REFUSAL),
    LetterKind.FEE_NOTICE: _plain(
        CommunicationKind.OTHER, Block.REASONS, Block.FEE, Block.REMEDIES
    ),
    LetterKind.NOT_IDENTIFIABLE: _answer(
        Block.REASONS, Block.QUESTION, Block.COOKIES, message=CommunicationKind.REFUSAL
    ),
    LetterKind.IDENTITY_NOT_CONFIRMED: _answer(
        Block.REASONS, Block.QUESTION, message=CommunicationKind.REFUSAL
    ),
    LetterKind.WITHDRAWAL: _answer(Block.MEASURES, message=CommunicationKind.SHORT_ANSWER),
    LetterKind.HEIR: _answer(Block.OUTCOME, Block.MEASURES, Block.WITHHELD),
    LetterKind.RECIPIENT_NOTICE: LetterCard(
        (*_HEAD, Block.MEASURES, *_FOOT, Block.SLIP), CommunicationKind.RECIPIENT_NOTICE
    ),
    LetterKind.ART14: _plain(
        CommunicationKind.OTHER, Block.PROCESSING, Block.CONTACTS, of_request=False
    ),
    LetterKind.STILL_INTERESTED: _plain(
        CommunicationKind.OTHER, Block.QUESTION, Block.RIGHTS, Block.CONTACTS, of_request=False
    ),
    LetterKind.POLICY_CHANGE: _plain(
        CommunicationKind.OTHER, Block.MEASURES, Block.RIGHTS, Block.CONTACTS, of_request=False
    ),
}  # fmt: skip

_OWED: dict[Block, Callable[[LetterFacts], bool]] = {
    Block.WITHHELD: lambda facts: facts.refuses,
    Block.SUPPRESSION: lambda facts: facts.is_listed,
    Block.COPY: lambda facts: facts.holds_data,
    Block.PROCESSING: lambda facts: facts.holds_data,
    Block.RIGHTS: lambda facts: facts.holds_data,
    Block.BACKUPS: lambda facts: facts.holds_data,
    Block.RECIPIENTS: lambda facts: facts.holds_data and facts.has_recipients,
}
_EVEN_IF_NOTHING = frozenset({LetterKind.ACCESS, LetterKind.PORTABILITY})
"""Letters that say so if nothing is withheld (domain.md 7.3, block 4)."""


def blocks_due(kind: LetterKind, facts: LetterFacts) -> tuple[Block, ...]:
    """Return the blocks that a letter has, in their order.

    What is refused is told wherever anything is (A12(4), R-COM-3), the suppression list explained
    where the person is on it (R-SUP-6). Blocks that the DPO adds stand before the remark.
    """
    card = LETTERS[kind]
    due = [block for block in card.blocks if _is_owed(block, kind, facts)]
    added = [one for one in Block if one in facts.included & INCLUDABLE and one not in due]
    place = due.index(Block.REMARK)
    return (*due[:place], *added, *due[place:])


def _is_owed(block: Block, kind: LetterKind, facts: LetterFacts) -> bool:
    if block is Block.WITHHELD and kind in _EVEN_IF_NOTHING:
        return True
    return block not in _OWED or _OWED[block](facts)


def must_not_be_empty(kind: LetterKind, facts: LetterFacts) -> frozenset[Block]:
    """Return the blocks without words in which nothing is written: blocks 4 and 7 of R-LET-2."""
    due = frozenset(blocks_due(kind, facts))
    return due & {Block.WITHHELD, Block.REASONS, Block.REMEDIES, Block.DURATIONS}


def letter_language(of_request: str, of_controller: str, known: tuple[str, ...]) -> str:
    """Return the language of a letter: the request's if it is known, else the controller's (R-COM-11)."""
    return of_request if of_request in known else of_controller
