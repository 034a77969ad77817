"""Tells one given name written twice from two: Mike and Sebastein from Maria beside Marie.

What is told here never makes a row surer; it only takes back that another person is named.
"""

from collections.abc import Set

from dsr_desktop.domain.first_names.known import first_names
from dsr_desktop.domain.short_forms import is_shortened
from dsr_desktop.domain.similar_names import may_be_another
from dsr_desktop.domain.word_likeness import Likeness, likeness


def is_same_given_name(asked: str, there: str) -> bool:
    """Tell whether a folded word is a usual short form of the given name `asked`, or it misspelt."""
    return is_shortened(asked, there) or is_misspelt(asked, there, first_names())


def is_misspelt(name: str, there: str, known: Set[str]) -> bool:
    """Tell whether `there` is a word that nobody is called, one slip away from one of the `known`.

    Of two usual first names, or two names that no list knows, each may be a twin's.
    """
    if name not in known or there in known:
        return False
    is_slip = likeness(name, there) is Likeness.ONE_TYPO
    return is_slip and not may_be_another(name, there)
