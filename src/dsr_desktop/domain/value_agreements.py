"""Where in a row a company, a place, a birth date or a text asked for stands."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import lru_cache

from dsr_desktop.domain.asked import Asked
from dsr_desktop.domain.dates import birthdays_meant, swapped_day, usual_birthdays
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.matching import How, Reason
from dsr_desktop.domain.person import words, words_of_cell
from dsr_desktop.domain.row import Row
from dsr_desktop.domain.street_addresses import streets_at, with_equal_initials
from dsr_desktop.domain.value_forms import (
    Words,
    address_words,
    canonical_postcode,
    city_words,
    company_words,
    house_numbers,
)
from dsr_desktop.domain.word_likeness import Likeness, edits, likeness

_LONGEST_VALUE = 300
_SHORTEST_MISSPELT = 6
_SHORTEST_POSTCODE = 4
_FULL_POSTCODE = 5
_PLACES_WITHIN = {"postcode": (Field.ADDRESS, Field.CITY), "city": (Field.ADDRESS,)}
_Compare = Callable[[str, str, Field | None], How | None]


def value_reasons(asked: Asked, row: Row) -> Iterator[Reason]:
    """Yield the cells that hold another value asked for than names and keys, and in what way.

    A value stands in a column of its kind or in one without a meaning; a postcode and a city in an
    address too.
    """
    for criterion, compare in _COMPARED.items():
        if values := getattr(asked.criteria, criterion):
            if criterion == Field.ADDRESS:
                values = (*values, *streets_at(values, row))
            yield from _values(criterion, values, compare, row)
    if asked.criteria.birth_date:
        yield from _birthdays(asked.criteria.birth_date, row)
    yield from _texts(asked, row)


def _values(
    criterion: str, values: tuple[str, ...], compare: _Compare, row: Row
) -> Iterator[Reason]:
    within = _PLACES_WITHIN.get(criterion, ())
    telling = _words_of_any(values)
    for column, text, field in row.filled():
        if len(text) > _LONGEST_VALUE or (field != criterion and _is_strange(text, telling)):
            continue
        if field is None or field == criterion:
            how = _best(compare(value, text, field) for value in values)
        elif field in within:
            how = (
                How.VALUE_CONTAINED
                if any(_stands_in(criterion, one, text) for one in values)
                else None
            )
        else:
            continue
        if how is not None:
            yield Reason(criterion, column, text, how)


@lru_cache(maxsize=256)
def _words_of_any(values: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for value in values for word in words(value))


def _is_strange(text: str, telling: frozenset[str]) -> bool:
    """Tell whether a cell has no word of what is asked: most cells have none, and this is told fast."""
    return telling.isdisjoint(words_of_cell(text))


def _best(hows: Iterator[How | None]) -> How | None:
    return min((how for how in hows if how), key=_RANKS.index, default=None)


def _compare_company(asked: str, there: str, field: Field | None) -> How | None:
    wanted, found = company_words(asked), company_words(there)
    if how := _compare_joined(asked, there, wanted, found):
        return how
    if field is None:
        return None
    shorter, longer = sorted((wanted, found), key=len)
    return How.VALUE_IN_PART if shorter and _contains(longer, shorter) else None


def _compare_city(asked: str, there: str, _field: Field | None) -> How | None:
    return _compare_joined(asked, there, city_words(asked), city_words(there))


def _compare_joined(asked: str, there: str, wanted: Words, found: Words) -> How | None:
    """Compare two names of a company or a city, however their words are set apart."""
    one, other = "".join(wanted), "".join(found)
    if not (one and other):
        return None
    if one == other:
        return How.SAME if there == asked else How.OTHER_WRITING
    is_long = min(len(one), len(other)) >= _SHORTEST_MISSPELT
    return How.VALUE_ONE_TYPO if is_long and likeness(one, other) is Likeness.ONE_TYPO else None


def _compare_address(asked: str, there: str, field: Field | None) -> How | None:
    wanted, found = with_equal_initials(address_words(asked), address_words(there))
    if not (wanted and found):
        return None
    if sorted(wanted) == sorted(found):
        return How.SAME if there == asked else How.OTHER_WRITING
    numbers = house_numbers(wanted)
    if numbers != house_numbers(found):
        return None
    if numbers and len(wanted) > 2 and set(wanted) <= set(found):
        return How.VALUE_CONTAINED
    if field is not None and numbers and len(found) > 2 and set(found) <= set(wanted):
        return How.VALUE_IN_PART
    return How.VALUE_ONE_TYPO if numbers and _differ_by_one(wanted, found) else None


def _differ_by_one(wanted: Words, found: Words) -> bool:
    if len(wanted) != len(found):
        return False
    lost = sorted(set(wanted) - set(found))
    new = sorted(set(found) - set(wanted))
    return len(lost) == len(new) == 1 and likeness(lost[0], new[0]) is Likeness.ONE_TYPO


def _compare_postcode(asked: str, there: str, field: Field | None) -> How | None:
    wanted, found = canonical_postcode(asked), canonical_postcode(there)
    if not (wanted and found):
        return None
    if wanted == found:
        return How.SAME if there == asked else How.OTHER_WRITING
    if field is None or not (wanted.isdigit() and found.isdigit()):
        return None
    if _FULL_POSTCODE in {len(wanted), len(found)} and wanted.lstrip("0") == found.lstrip("0"):
        return How.OTHER_WRITING
    return How.VALUE_ONE_TYPO if _one_figure_differs(wanted, found) else None


def _one_figure_differs(wanted: str, found: str) -> bool:
    """Tell whether one figure is wrong, or two neighbours are swapped."""
    if len(wanted) != len(found) or len(wanted) < _SHORTEST_POSTCODE:
        return False
    return edits(wanted, found, 1) == 1


def _stands_in(criterion: str, asked: str, text: str) -> bool:
    """Tell whether a postcode or a city stands in a longer cell of a place."""
    if criterion == "postcode":
        wanted = words(asked)
        return len(canonical_postcode(asked)) >= _SHORTEST_POSTCODE and _contains(
            words(text), wanted
        )
    return _contains(city_words(text), city_words(asked))


@lru_cache(maxsize=256)
def _days_asked(values: tuple[str, ...]) -> tuple[frozenset[date], frozenset[date]]:
    """Return the days asked for, and those they can be taken for where day and month are swapped."""
    usual = frozenset(day for value in values for day in usual_birthdays(value))
    possible = frozenset(day for value in values for day in birthdays_meant(value))
    return usual, possible.union(day for one in usual if (day := swapped_day(one)))


def _birthdays(values: tuple[str, ...], row: Row) -> Iterator[Reason]:
    usual, possible = _days_asked(values)
    for column, text, field in row.filled():
        if field is not None and field is not Field.BIRTH_DATE:
            continue
        days = birthdays_meant(text)
        if not days:
            continue
        if usual & usual_birthdays(text):
            how = How.SAME if text in values else How.OTHER_WRITING
            yield Reason("birth_date", column, text, how)
        elif possible & days:
            yield Reason("birth_date", column, text, How.DAY_MONTH_SWAPPED)


def _texts(asked: Asked, row: Row) -> Iterator[Reason]:
    if not asked.texts:
        return
    for column, text, field in row.filled():
        there = words(text)
        if there in asked.texts:
            how = How.SAME if text == asked.texts[there] else How.OTHER_WRITING
            yield Reason("text", column, text, how)
        elif any(_contains(there, wanted) for wanted in asked.texts):
            is_note = field is None or field is Field.NOTE
            yield Reason("text", column, text, How.INSIDE_TEXT if is_note else How.INSIDE_VALUE)


def _contains(there: Words, wanted: Words) -> bool:
    size = len(wanted)
    if not wanted or wanted[0] not in there:
        return False
    return any(there[at : at + size] == wanted for at in range(len(there) - size + 1))


_COMPARED: Mapping[str, _Compare] = {
    "company": _compare_company,
    "address": _compare_address,
    "postcode": _compare_postcode,
    "city": _compare_city,
}
_RANKS = (How.SAME, How.OTHER_WRITING, How.VALUE_CONTAINED, How.VALUE_IN_PART, How.VALUE_ONE_TYPO)
