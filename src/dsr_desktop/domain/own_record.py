"""What the register itself says of people: requests, suppliers, staff, lists of its own (R-MAT-1).

Searches look through it as one more source; each record is graded like the row of a list.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.matching import Grade
from dsr_desktop.domain.person import emails_in, mailbox_of, phone_tails_in, words
from dsr_desktop.domain.romanised import romanised_words
from dsr_desktop.domain.row import Row


class RecordKind(StrEnum):
    """Of what a record is; the values are those of the JSON."""

    REQUEST = "request"
    SUPPRESSION = "suppression"
    HELD_ROW = "held_row"
    IMPORT = "import"
    SUPPLIER = "supplier"
    STAFF = "staff"
    SYSTEM = "system"
    BREACH = "breach"
    COMPANY = "company"
    RECIPIENT = "recipient"
    CONSENT = "consent"
    DISCLOSURE = "disclosure"
    AUTHORITY_REQUEST = "authority_request"
    CALL_SHEET = "call_sheet"
    RETENTION_HOLD = "retention_hold"
    RESTRICTION = "restriction"


class RecordPart(StrEnum):
    """Which text of a record agrees; the values are those of the JSON."""

    CRITERION = "criterion"
    EARLIER_CRITERION = "earlier_criterion"
    DATA_SUBJECT = "data_subject"
    REQUESTER = "requester"
    REQUEST_NOTE = "request_note"
    DECISION_REASON = "decision_reason"
    PAUSE_NOTE = "pause_note"
    EXTENSION_NOTE = "extension_note"
    IDENTITY_DOUBT = "identity_doubt"
    IDENTITY_NOTE = "identity_note"
    SYSTEM_ANSWER = "system_answer"
    MESSAGE_NOTE = "message_note"
    MESSAGE_TEXT = "message_text"
    CALL_SHEET = "call_sheet"
    LETTER = "letter"
    DOCUMENT_NAME = "document_name"
    BREACH_NOTE = "breach_note"
    VERDICT_REASON = "verdict_reason"
    REVIEW_NOTE = "review_note"
    LISTED_KEY = "listed_key"
    REMOVAL_REASON = "removal_reason"
    RENEWAL_REASON = "renewal_reason"
    HELD_REASON = "held_reason"
    FILE_NAME = "file_name"
    GONE_REASON = "gone_reason"
    SUPPLIED_BY = "supplied_by"
    SYSTEM_TEXT = "system_text"
    ACTOR = "actor"
    COMPANY_NAME = "company_name"
    DPO_NAME = "dpo_name"
    DPO_CONTACT = "dpo_contact"
    WRITTEN = "written"
    KEPT_KEY = "kept_key"


@dataclass(frozen=True)
class RecordText:
    """One text of a record; `field` is what it means, NOTE for words of somebody's own."""

    part: RecordPart
    text: str
    field: Field | None = Field.NOTE


@dataclass(frozen=True)
class OwnRecord:
    """One record: `ref` names it within its kind (a request's reference, an id), "" for the only one.

    `entries` is how many entries of the register hold these very texts: one colleague supplies many
    deliveries, of which `ref` is the latest.
    """

    kind: RecordKind
    ref: str
    texts: tuple[RecordText, ...]
    entries: int = 1

    @cached_property
    def joined(self) -> str:
        """All texts, a line each."""
        return "\n".join(one.text for one in self.texts)

    @cached_property
    def words(self) -> frozenset[str]:
        """The folded words of all texts, those of other alphabets in Latin letters too."""
        there = frozenset(words(self.joined))
        return there if self.joined.isascii() else there | romanised_words(self.joined)

    @cached_property
    def figures(self) -> str:
        """The figures of all texts of ASCII, one after the other."""
        return self.joined.translate(_FIGURES_ONLY)

    @cached_property
    def mailboxes(self) -> frozenset[str]:
        """The mailboxes of the e-mails in all texts."""
        return frozenset(mailbox_of(form) for one in self.texts for form in emails_in(one.text))

    @cached_property
    def phone_tails(self) -> frozenset[str]:
        """The last figures of the phone numbers in all texts."""
        return frozenset(phone_tails_in(self.joined))

    def as_row(self) -> Row:
        """Return the record as matching sees it: a column for each text."""
        return Row([one.text for one in self.texts], [one.field for one in self.texts])


@dataclass(frozen=True)
class RowPosition:
    """Where a held row stands: all that is kept of it."""

    file: str
    sheet: str
    row: int


@dataclass(frozen=True)
class OwnFound:
    """A record that is, or may be, about the person; the columns of its reasons count its `texts`.

    `position` is that of a held row, None for any other kind.
    """

    kind: RecordKind
    ref: str
    texts: tuple[RecordText, ...]
    grade: Grade
    entries: int = 1
    position: RowPosition | None = None

    def part(self, column: int) -> RecordPart:
        """Return which text a reason about `column` (from 1) is about."""
        return self.texts[column - 1].part


def in_order(found: Iterable[OwnFound]) -> tuple[OwnFound, ...]:
    """Put records in the order in which they are shown: best first, then by kind and reference."""
    kinds = list(RecordKind)
    return tuple(
        sorted(
            found,
            key=lambda one: (
                one.grade.level.rank, -one.grade.score, kinds.index(one.kind), one.ref,
            ),
        )
    )  # fmt: skip


_FIGURES_ONLY = {code: None for code in range(128) if not chr(code).isdigit()}
