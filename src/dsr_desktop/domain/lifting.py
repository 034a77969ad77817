"""Tells what beside a name makes a row probably the person's (R-MAT-1).

What a family shares lifts no name that may be a relative's: twins, a father and his son.
"""

from collections.abc import Collection

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.matching import WHOLE_NAMES, How, Reason
from dsr_desktop.domain.person import words

_EQUAL = frozenset({How.SAME, How.OTHER_WRITING, How.VALUE_CONTAINED})
_WHOLE_LIFTED_BY = frozenset({"company", "address", "postcode", "birth_date"})
_LIFTED_BY = {
    # Thousands of people share a postcode, some of them with a name one letter away.
    How.NAME_ONE_TYPO: frozenset({"company", "address", "birth_date"}),
    How.NAME_SHORT_FORM: frozenset({"birth_date"}),
    **dict.fromkeys(WHOLE_NAMES, _WHOLE_LIFTED_BY),
}


def asks_full_name(criteria: Criteria) -> bool:
    """Tell whether a given and a family name are asked for; an initial is no name."""
    if _is_name(criteria.given_name, 1) and _is_name(criteria.family_name, 1):
        return True
    return _is_name(criteria.name, 2)


def is_lifted(
    names: Collection[Reason], others: Collection[Reason], against: Collection[Reason]
) -> bool:
    """Tell whether a full name asked for and what stands beside it make a row probable.

    `names`, `others` and `against` are the agreeing names, the other agreements and what contradicts:
    another birth date leaves father and son of one name at one address apart.
    """
    if any(reason.how is How.OTHER_BIRTH_DATE for reason in against):
        return False
    beside = {reason.criterion for reason in others if reason.how in _EQUAL}
    return any(not beside.isdisjoint(_LIFTED_BY.get(reason.how, ())) for reason in names)


def _is_name(values: Collection[str], least: int) -> bool:
    return any(sum(len(word) > 1 for word in words(value)) >= least for value in values)
