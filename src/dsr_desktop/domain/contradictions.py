"""What speaks against the person although something of hers stands in a row.

Another birth date, or another given name: a shared mailbox, a switchboard, a family.
"""

import re
from collections.abc import Iterator

from dsr_desktop.domain.asked import Asked
from dsr_desktop.domain.dates import days_meant, same_day
from dsr_desktop.domain.fields import NAME_FIELDS, Field
from dsr_desktop.domain.matching import How, Reason
from dsr_desktop.domain.person import fold, words
from dsr_desktop.domain.row import Row
from dsr_desktop.domain.spellings import readings

_CIVILITIES = frozenset(words("m mr mme mlle monsieur madame mademoiselle mrs ms miss dr me"))
_LOST_LETTER = re.compile("[?\ufffd]")


def contradictions(asked: Asked, row: Row) -> Iterator[Reason]:
    """Yield the cells of a row that contradict what is asked."""
    asked_days = [day for day in asked.criteria.birth_date if days_meant(day)]
    for column, text in row.of_field(Field.BIRTH_DATE):
        if asked_days and days_meant(text) and not any(same_day(day, text) for day in asked_days):
            yield Reason("birth_date", column, text, How.OTHER_BIRTH_DATE)
    telling = {Field.NAME, Field.GIVEN_NAME} if _asks_given_name(asked) else {Field.NAME}
    for column, text, field in row.filled():
        if field in telling and _is_other_person(asked, text):
            yield Reason(str(field), column, text, How.OTHER_GIVEN_NAME)


def names_somebody_else(asked: Asked, row: Row) -> bool:
    """Tell whether the name columns of a row name another person than the one asked for."""
    own = " ".join(text for _column, text, field in row.filled() if field in NAME_FIELDS)
    return bool(own) and _is_other_person(asked, own)


def _asks_given_name(asked: Asked) -> bool:
    criteria = asked.criteria
    return bool(criteria.given_name) or any(len(words(name)) > 1 for name in criteria.name)


def _is_other_person(asked: Asked, text: str) -> bool:
    wanted = {word for part in asked.parts_of_name for word in part.words}
    if not wanted or not _differs(wanted, set(words(text))):
        return False
    missing = wanted - set(words(text))
    return not (_garbled(text, missing) or _is_other_spelling(asked, wanted, text))


def _differs(wanted: set[str], there: set[str]) -> bool:
    there = there - _CIVILITIES
    initials = {word[0] for word in wanted - there}
    there = {word for word in there if len(word) > 1 or word not in initials}
    if not there:
        return False
    return not there & wanted or bool(wanted - there and there - wanted)


def _is_other_spelling(asked: Asked, wanted: set[str], text: str) -> bool:
    there = [set(reading) for reading in readings(text)]
    return any(
        not _differs((wanted - set(part.words)) | set(spelling), reading)
        for reading in there
        for part in asked.parts_of_name
        for spelling in (part.words, *part.other_spellings)
    )


def _garbled(text: str, meant: set[str]) -> bool:
    """Tell whether a name lost letters to a wrong encoding: "?ukasz" for Łukasz.

    Any other difference counts as another name: Marie and Marine may share a mailbox.
    """
    if not _LOST_LETTER.search(text):
        return False
    pattern = "|".join(
        ".".join(map(re.escape, _LOST_LETTER.split(fold(word))))
        for word in text.split()
        if len(word) > 1
    )
    return any(re.fullmatch(pattern, word) for word in meant)
