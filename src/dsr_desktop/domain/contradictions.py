"""What speaks against the person although something of hers stands in a row.

Another birth date, or another name: a shared mailbox, a switchboard, a family.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

from dsr_desktop.domain.asked import Asked
from dsr_desktop.domain.dates import birthdays_meant, swapped_day
from dsr_desktop.domain.fields import NAME_FIELDS, Field
from dsr_desktop.domain.given_name_slips import is_same_given_name
from dsr_desktop.domain.matching import How, Reason
from dsr_desktop.domain.name_cells import CIVILITIES, name_alone
from dsr_desktop.domain.particles import PARTICLES
from dsr_desktop.domain.person import fold, words
from dsr_desktop.domain.row import Row
from dsr_desktop.domain.spellings import readings

_LOST_LETTER = re.compile("[?\ufffd]")


def contradictions(asked: Asked, row: Row) -> Iterator[Reason]:
    """Yield the cells of a row that contradict what is asked."""
    yield from other_birth_dates(asked, row)
    for field, is_other in _telling_names(asked).items():
        named = [(n, text) for n, text in row.of_field(field) if _says_a_name(text)]
        if all(is_other(asked, text) for _column, text in named):
            if field is Field.FAMILY_NAME and _has_whole_name(asked, row):
                continue
            for column, text in named:
                yield Reason(str(field), column, text, How.OTHER_GIVEN_NAME)


def other_birth_dates(asked: Asked, row: Row) -> Iterator[Reason]:
    """Yield the birth dates of a row that are none of those asked for, day and month in any order."""
    days = frozenset(day for one in asked.criteria.birth_date for day in birthdays_meant(one))
    if not days:
        return
    possible = days.union(day for one in days if (day := swapped_day(one)))
    for column, text in row.of_field(Field.BIRTH_DATE):
        there = birthdays_meant(text)
        if there and possible.isdisjoint(there):
            yield Reason("birth_date", column, text, How.OTHER_BIRTH_DATE)


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
    if not wanted or not _differs(wanted, set(words(text)) - _two_initials(asked)):
        return False
    missing = wanted - set(words(text))
    return not (
        _garbled(text, missing)
        or _is_other_spelling(asked, wanted, text)
        or _is_other_form(asked, wanted, set(words(text)))
    )


def _is_other_form(asked: Asked, wanted: set[str], there: set[str]) -> bool:
    """Tell whether the names differ by a short form or a slip in one given name: Mike, Sebastein."""
    given = wanted - _words_of_families(asked) - there
    return any(
        is_same_given_name(one, other) and not _differs(wanted, (there - {other}) | {one})
        for one in given
        for other in there - wanted
    )


def _words_of_families(asked: Asked) -> frozenset[str]:
    return frozenset(word for name in asked.criteria.family_name for word in words(name))


def _differs(wanted: set[str], there: set[str]) -> bool:
    there = there - CIVILITIES
    initials = {word[0] for word in wanted - there}
    there = {word for word in there if len(word) > 1 or word not in initials}
    if not there:
        return False
    return not there & wanted or bool(wanted - there and there - wanted)


def _two_initials(asked: Asked) -> frozenset[str]:
    """Return what two first names are shortened to: JB for Jean-Baptiste."""
    names = (pairwise(part.words) for part in asked.parts_of_name)
    return frozenset(one[0] + other[0] for name in names for one, other in name)


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
