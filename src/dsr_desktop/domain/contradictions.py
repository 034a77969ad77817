"""What speaks against the person although something of hers stands in a row.

Another birth date, or another name: a shared mailbox, a switchboard, a family.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from dsr_desktop.domain.asked import Asked
from dsr_desktop.domain.dates import days_meant, same_day
from dsr_desktop.domain.fields import NAME_FIELDS, Field
from dsr_desktop.domain.matching import How, Reason
from dsr_desktop.domain.name_cells import CIVILITIES, name_alone
from dsr_desktop.domain.person import fold, words
from dsr_desktop.domain.row import Row
from dsr_desktop.domain.spellings import readings

PARTICLES = frozenset(words(
    "de du des d la le les l van von vom zu der den ter ten da do dos di del della el al ben bin"
))  # fmt: skip
_LOST_LETTER = re.compile("[?\ufffd]")


def contradictions(asked: Asked, row: Row) -> Iterator[Reason]:
    """Yield the cells of a row that contradict what is asked."""
    asked_days = [day for day in asked.criteria.birth_date if days_meant(day)]
    for column, text in row.of_field(Field.BIRTH_DATE):
        if asked_days and days_meant(text) and not any(same_day(day, text) for day in asked_days):
            yield Reason("birth_date", column, text, How.OTHER_BIRTH_DATE)
    for field, is_other in _telling_names(asked).items():
        named = [(n, text) for n, text in row.of_field(field) if _says_a_name(text)]
        if all(is_other(asked, text) for _column, text in named):
            if field is Field.FAMILY_NAME and _has_whole_name(asked, row):
                continue
            for column, text in named:
                yield Reason(str(field), column, text, How.OTHER_GIVEN_NAME)


def names_somebody_else(asked: Asked, row: Row) -> bool:
    """Tell whether the name columns of a row name another person than the one asked for."""
    own = " ".join(text for _column, text, field in row.filled() if field in NAME_FIELDS)
    return bool(own) and _is_other_person(asked, own)


def names_the_person(asked: Asked, field: Field, text: str) -> bool | None:
    """Tell whether a name (`field` is a name field) can be that of the person asked for.

    None where what is asked says nothing of that kind of name.
    """
    is_other = _telling_names(asked).get(field) if asked.parts_of_name else None
    return None if is_other is None else not is_other(asked, text)


def _telling_names(asked: Asked) -> Mapping[Field, Callable[[Asked, str], bool]]:
    """Return the kinds of name that can contradict, and how a cell of each is judged.

    One cell of a kind that agrees is enough: rows hold couples, birth and married names.
    """
    criteria = asked.criteria
    asks_whole_name = any(len(words(name)) > 1 for name in criteria.name)
    telling = {Field.NAME: _is_other_person}
    if criteria.given_name or asks_whole_name:
        telling[Field.GIVEN_NAME] = _is_other_person
    if criteria.family_name or asks_whole_name:
        telling[Field.FAMILY_NAME] = _is_other_family
    return telling


def _says_a_name(text: str) -> bool:
    return bool(_LOST_LETTER.search(text)) or not CIVILITIES.issuperset(words(text))


def _has_whole_name(asked: Asked, row: Row) -> bool:
    """Tell whether a column of full names has the one asked for, beside a birth name perhaps."""
    wanted = [set(name.words) for name in asked.names if len(name.words) > 1]
    there = [set(words(text)) for _column, text in row.of_field(Field.NAME)]
    return any(name <= cell for name in wanted for cell in there)


def _is_other_family(asked: Asked, text: str) -> bool:
    """Tell whether a family name has nothing of the one asked for; double names share a part."""
    spelt = (group for part in asked.parts_of_name for group in (part.words, *part.other_spellings))
    wanted = {word for group in spelt for word in group}
    initials = {word[0] for word in wanted}
    there = {word for reading in readings(name_alone(text)) for word in reading} - CIVILITIES
    there = {word for word in there if len(word) > 1 or word not in initials}
    telling = there - PARTICLES or there
    return bool(wanted and telling) and not (telling & wanted or _garbled(text, wanted))


def _is_other_person(asked: Asked, text: str) -> bool:
    text = name_alone(text)
    wanted = {word for part in asked.parts_of_name for word in part.words}
    if not wanted or not _differs(wanted, set(words(text))):
        return False
    missing = wanted - set(words(text))
    return not (_garbled(text, missing) or _is_other_spelling(asked, wanted, text))


def _differs(wanted: set[str], there: set[str]) -> bool:
    there = there - CIVILITIES
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
