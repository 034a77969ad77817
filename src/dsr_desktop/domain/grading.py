"""Grades how surely a row is about the person asked for (R-MAT-1).

The level follows the rules whatever the score: a name alone is never more than weak, and strong
needs an equal strong key that nothing in the row contradicts. Within a level bits decide the order.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from dsr_desktop.domain.asked import Asked
from dsr_desktop.domain.bits import Scale, scale_of, weigh
from dsr_desktop.domain.contradictions import contradictions, other_birth_dates
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.key_agreements import key_reasons
from dsr_desktop.domain.lifting import asks_full_name, is_lifted
from dsr_desktop.domain.matching import (
    STRONG_KEYS,
    WHOLE_NAMES,
    Grade,
    How,
    Level,
    Reason,
)
from dsr_desktop.domain.name_agreements import name_reasons
from dsr_desktop.domain.note_agreements import note_reasons
from dsr_desktop.domain.rarity import UNKNOWN_RARITY
from dsr_desktop.domain.row import Row
from dsr_desktop.domain.shared_keys import shared_keys
from dsr_desktop.domain.value_agreements import value_reasons

MOST_OF_A_KIND = 10
_PROBABLE_KEYS = frozenset({How.IN_OTHER_COLUMN, How.IN_LINK, How.EMAIL_AMONG_OTHERS})
_STRONG_UNDER_THE_NAME = frozenset({How.SAME_IDENTIFIER, How.EMAIL_AMONG_OTHERS})
"""Keys that may be another's, so the name decides: an identifier is strong only within the system
that gave it, which is not known; of two mailboxes in a cell one may be a colleague's."""
_BESIDE = frozenset({"company", "address", "postcode", "city", "birth_date"})
"""Criteria that support what else is asked; many people share each."""


@dataclass(frozen=True)
class _Found:
    keys: tuple[Reason, ...]
    names: tuple[Reason, ...]
    others: tuple[Reason, ...]
    against: tuple[Reason, ...]

    def all(self) -> tuple[Reason, ...]:
        return (*self.keys, *self.names, *self.others, *self.against)


def grade_row(asked: Asked, row: Row, scale: Scale | None = None) -> Grade | None:
    """Compare one row with what is asked; None if nothing of weight agrees.

    `scale` weighs what is asked by the words of the register; without it every word counts as rare.
    Of one kind of agreement with one criterion MOST_OF_A_KIND cells are told: a row may have
    thousands of columns that say the same.
    """
    scale = scale or scale_of(asked, UNKNOWN_RARITY)
    found = _compare(asked, row)
    weight = weigh(scale, row, found.all())
    is_hit = _is_hit(asked.criteria, found) or weight.has_whole_name
    if not is_hit and weight.bits < scale.least:
        return None
    reasons = (*found.all(), *weight.reasons)
    if not reasons:
        return None
    level = _level(asked.criteria, found)
    return Grade(level, scale.score(weight.bits), reasons, weight.bits)


def _compare(asked: Asked, row: Row) -> _Found:
    if asked.is_names_alone and not row.notes:
        return _Found((), _some_of_each(name_reasons(asked, row)), (), ())
    notes = list(note_reasons(asked, row))
    in_links = (reason for reason in notes if reason.how is How.IN_LINK)
    in_notes = (reason for reason in notes if reason.how is not How.IN_LINK)
    keys = _some_of_each((*key_reasons(asked, row), *in_links))
    names = _some_of_each(name_reasons(asked, row))
    others = _some_of_each((*value_reasons(asked, row), *in_notes))
    speaking_against = contradictions if keys else other_birth_dates
    against = speaking_against(asked, row) if keys or names or others else ()
    shared = shared_keys(asked, row, keys, names)
    return _Found(keys, names, others, _some_of_each((*against, *shared)))


def _is_hit(criteria: Criteria, found: _Found) -> bool:
    """Tell whether a row has anything that finds: what only supports does, if only such is asked."""
    if found.keys or found.names:
        return True
    if not found.others:
        return False
    finds = _BESIDE.issuperset(criteria.given())
    return any(finds or reason.criterion not in _BESIDE for reason in found.others)


def _some_of_each(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    several = tuple(dict.fromkeys(reasons))
    if len(several) <= MOST_OF_A_KIND:
        return several
    told: Counter[tuple[str, How]] = Counter()
    kept = []
    for reason in several:
        kind = (reason.criterion, reason.how)
        told[kind] += 1
        if told[kind] <= MOST_OF_A_KIND:
            kept.append(reason)
    return tuple(kept)


def _level(criteria: Criteria, found: _Found) -> Level:
    hows = {reason.how for reason in found.keys}
    full_name = asks_full_name(criteria)
    whole_name = full_name and any(one.how in WHOLE_NAMES for one in found.names)
    if hows & STRONG_KEYS or (whole_name and hows & _STRONG_UNDER_THE_NAME):
        return Level.PROBABLE if found.against else Level.STRONG
    if whole_name and How.PHONE_OTHER_COUNTRY in hows and not found.against:
        return Level.PROBABLE
    if hows & _PROBABLE_KEYS or (How.SAME_MAILBOX in hows and not found.against):
        return Level.PROBABLE
    if How.SAME_IDENTIFIER in hows and not found.against:
        return Level.PROBABLE
    lifted = full_name and is_lifted(found.names, found.others, found.against)
    return Level.PROBABLE if lifted else Level.WEAK
