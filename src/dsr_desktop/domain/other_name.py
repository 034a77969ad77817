"""Tells whether a row is named after somebody else than the person asked for.

Rows are found by a key that several people may share: a mailbox "contact@…", a family's phone.
Such a row is never blocked, since the DPO decides; but she is told.
"""

from collections.abc import Collection, Iterable, Sequence

from dsr_desktop.domain.asked import Asked
from dsr_desktop.domain.contradictions import names_the_person
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.job_titles import is_only_title
from dsr_desktop.domain.matching import WHOLE_NAMES, Reason
from dsr_desktop.domain.name_cells import CIVILITIES
from dsr_desktop.domain.name_stretches import given_words
from dsr_desktop.domain.own_names import is_beside
from dsr_desktop.domain.person import words
from dsr_desktop.domain.row import Row
from dsr_desktop.domain.row_names import (
    NameCell,
    cells_for,
    full_name_in,
    parts_of,
    words_of_nobody,
)

_NAMES = frozenset({"name", "given_name", "family_name", "text"})
_Name = tuple[Field, str]


def found_by_shared_key(asked: Asked, row: Row, reasons: Collection[Reason]) -> bool:
    """Tell whether a row found for `reasons` names another, as `names_another`, by a look at fewer.

    A row with the whole name names the person; one found by names alone is weak for what it is.
    """
    if any(reason.how in WHOLE_NAMES for reason in reasons):
        return False
    by_more = any(reason.criterion not in _NAMES for reason in reasons)
    return by_more and names_another(asked, row)


def names_another(asked: Asked, row: Row) -> bool:
    """Tell whether a row names people, and none of them can be the person asked for.

    Without a name asked for, an e-mail that is one ("marie.dupont@…") tells it. A company is nobody.
    """
    if not (asked.parts_of_name or asked.emails):
        return False
    asked, cells = cells_for(asked, row)
    own = [cell for cell in cells if not (cell.is_relatives or cell.is_titled)] or cells
    if is_beside(asked, own, [cell for cell in cells if cell not in own]):
        return False
    nobodys = words_of_nobody(asked, row)
    names = [one for one in _names(own) if not _is_nobodys(one[1], nobodys)]
    if not asked.parts_of_name:
        return _is_another_address(asked, names)
    told = [_is_her(asked, kind, text) for kind, text in names]
    return bool(told) and all(is_her is False for is_her in told)


def _is_her(asked: Asked, kind: Field, text: str) -> bool | None:
    """Tell whether a name can be hers; "Jean-Marie" is not Marie."""
    for token in text.split():
        first, *further = words(token) or ("",)
        is_joined = "-" in token and first not in asked.words_of_names
        if is_joined and not given_words(asked).isdisjoint(further):
            return False
    return names_the_person(asked, kind, text)


def _names(cells: Sequence[NameCell]) -> list[_Name]:
    """Return every name of the row; a given with a family name is a whole one."""
    whole, given, family = (
        [(kind, part.name) for _cell, part in parts_of(cells, kind)]
        for kind in (Field.NAME, Field.GIVEN_NAME, Field.FAMILY_NAME)
    )
    if given and family:
        pairs = (f"{one} {other}" for _given, one in given for _family, other in family)
        return [*whole, *((Field.NAME, pair) for pair in pairs)]
    return [*whole, *given, *family]


def _is_nobodys(name: str, nobodys: frozenset[str]) -> bool:
    there = frozenset(words(name)) - CIVILITIES
    return there <= nobodys or is_only_title(there)


def _is_another_address(asked: Asked, names: Iterable[_Name]) -> bool:
    """Tell whether an e-mail asked for is a full name, and nobody in the row has a word of it."""
    there = frozenset(word for _kind, text in names for word in words(text))
    said = [full_name_in(address) for address in asked.emails]
    return bool(there) and any(said) and all(there.isdisjoint(one) for one in said)
