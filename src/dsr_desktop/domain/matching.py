"""What a match is: how surely a row is about the person asked for, and why (R-MAT-1)."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How sure a match is, best first."""

    STRONG = "strong"
    PROBABLE = "probable"
    WEAK = "weak"

    @property
    def rank(self) -> int:
        """0 for the surest level."""
        return _RANKS[self]


_RANKS = {level: rank for rank, level in enumerate(Level)}


class How(StrEnum):
    """In what way a cell agrees with a criterion."""

    SAME = "same"
    OTHER_WRITING = "other_writing"
    VALUE_CONTAINED = "value_contained"
    VALUE_IN_PART = "value_in_part"
    VALUE_ONE_TYPO = "value_one_typo"
    DAY_MONTH_SWAPPED = "day_month_swapped"
    SAME_EMAIL = "same_email"
    EMAIL_OTHER_CASE = "email_other_case"
    EMAIL_AMONG_OTHERS = "email_among_others"
    SAME_MAILBOX = "same_mailbox"
    SAME_PHONE = "same_phone"
    PHONE_OTHER_WRITING = "phone_other_writing"
    PHONE_OTHER_COUNTRY = "phone_other_country"
    SAME_IDENTIFIER = "same_identifier"
    IDENTIFIER_WITHOUT_ZEROS = "identifier_without_zeros"
    SAME_NAME = "same_name"
    NAME_OTHER_WRITING = "name_other_writing"
    NAME_SWAPPED = "name_swapped"
    NAME_OTHER_ALPHABET = "name_other_alphabet"
    NAME_OTHER_SPELLING = "name_other_spelling"
    NAME_SHORT_FORM = "name_short_form"
    NAME_INITIALS = "name_initials"
    NAME_ONE_TYPO = "name_one_typo"
    NAME_TWO_TYPOS = "name_two_typos"
    NAME_PERHAPS_ANOTHER = "name_perhaps_another"
    NAME_IN_PART = "name_in_part"
    NAME_SIMILAR = "name_similar"
    NAME_SCATTERED = "name_scattered"
    NAME_PARTLY = "name_partly"
    SIMILAR_VALUE = "similar_value"
    IN_OTHER_COLUMN = "in_other_column"
    INSIDE_TEXT = "inside_text"
    SIMILAR_INSIDE_TEXT = "similar_inside_text"
    INSIDE_VALUE = "inside_value"
    IN_LINK = "in_link"
    IN_NOTE = "in_note"
    OTHER_GIVEN_NAME = "other_given_name"
    OTHER_BIRTH_DATE = "other_birth_date"
    OFFICE_MAILBOX = "office_mailbox"
    NUMBER_OF_FAX = "number_of_fax"
    NUMBER_OF_COMPANY = "number_of_company"


SHARED_KEYS = frozenset({How.OFFICE_MAILBOX, How.NUMBER_OF_FAX, How.NUMBER_OF_COMPANY})
CONTRADICTIONS = SHARED_KEYS | {How.OTHER_GIVEN_NAME, How.OTHER_BIRTH_DATE}
STRONG_KEYS = frozenset({How.SAME_EMAIL, How.EMAIL_OTHER_CASE, How.SAME_PHONE,
                         How.PHONE_OTHER_WRITING})  # fmt: skip
WHOLE_NAMES = frozenset({How.SAME_NAME, How.NAME_OTHER_WRITING, How.NAME_SWAPPED,
                         How.NAME_OTHER_ALPHABET, How.NAME_OTHER_SPELLING})  # fmt: skip
MISSPELT_NAMES = frozenset({How.NAME_SHORT_FORM, How.NAME_INITIALS, How.NAME_ONE_TYPO,
                            How.NAME_TWO_TYPOS})  # fmt: skip
UNLIKE_NAMES = frozenset({How.NAME_TWO_TYPOS, How.NAME_PERHAPS_ANOTHER, How.NAME_SIMILAR,
                          How.SIMILAR_INSIDE_TEXT})  # fmt: skip
MENTIONS = frozenset({How.INSIDE_TEXT, How.SIMILAR_INSIDE_TEXT, How.IN_OTHER_COLUMN, How.IN_NOTE})
ON_NOTES = frozenset({How.IN_LINK, How.IN_NOTE})
_OWN_KEYS = STRONG_KEYS | {How.EMAIL_AMONG_OTHERS, How.SAME_MAILBOX, How.SAME_IDENTIFIER,
                           How.IN_LINK}  # fmt: skip
_OWN = _OWN_KEYS | WHOLE_NAMES | MISSPELT_NAMES | {How.NAME_IN_PART, How.NAME_SCATTERED}
_OWN_VALUES = frozenset({"birth_date", "identifier"})


@dataclass(frozen=True)
class Reason:
    """One agreement (or contradiction) between a criterion and a cell; columns count from 1.

    `header` is the title of the column where the reason is about that title, else empty.
    """

    criterion: str
    column: int
    cell: str
    how: How
    header: str = ""


@dataclass(frozen=True)
class Grade:
    """Result for one row: level, score from 0 to 100, why, and the bits that the score shows."""

    level: Level
    score: float
    reasons: tuple[Reason, ...]
    bits: float = 0.0


def is_only_mentioned(reasons: Collection[Reason]) -> bool:
    """Tell whether a row merely mentions the person, and so is about somebody else.

    True when the person stands only inside a longer text or in a column kept for other people.
    The same company, place or free text beside it makes the row no more the person's.
    """
    return any(reason.how in MENTIONS for reason in reasons) and not any(map(_is_own, reasons))


def _is_own(reason: Reason) -> bool:
    same_value = reason.how in {How.SAME, How.OTHER_WRITING} and reason.criterion in _OWN_VALUES
    return same_value or reason.how in _OWN
