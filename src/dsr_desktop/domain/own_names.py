"""Which names of a row are the data subject's where it names several people (GDPR art. 20(4)).

Couples stand in one row: "Jean et Marie", two columns of given names, a column "Conjoint".
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from dsr_desktop.domain.asked import Asked
from dsr_desktop.domain.contradictions import names_the_person
from dsr_desktop.domain.fields import NAME_FIELDS, Field
from dsr_desktop.domain.name_cells import CIVILITIES
from dsr_desktop.domain.row import Row
from dsr_desktop.domain.row_names import (
    NameCell,
    Part,
    agrees,
    cells_for,
    parts_of,
    words_of_nobody,
)


@dataclass(frozen=True)
class Share:
    """What of a cell is the data subject's: `texts` as written; `is_cut` if the rest is not hers.

    `meaning` is what the column holds of her where its title does not say so.
    """

    texts: tuple[str, ...]
    is_cut: bool = True
    meaning: Field | None = None


@dataclass(frozen=True)
class OwnNames:
    """Shares of the name cells by column (whole where there is none), and who is in the row.

    `words` are those of all her names, `telling` the ones that nobody else in the row has. `others`
    are those that other people's names have and hers not, `nobodys` those of company and town.
    """

    several: bool
    words: frozenset[str]
    telling: frozenset[str]
    others: frozenset[str] = frozenset()
    nobodys: frozenset[str] = frozenset()
    shares: Mapping[int, Share] = field(default_factory=dict)


def own_names(asked: Asked, row: Row) -> OwnNames:
    """Choose the names that agree with what is asked; what cannot be told apart is not hers.

    Where a row names one person only, the DPO's confirmation has said who it is. Without a name
    asked for, an e-mail that was ("marie.dupont@…") tells it if it agrees with one of the names.
    """
    asked, cells = cells_for(asked, row)
    names = _among(asked, cells)
    return replace(names, nobodys=words_of_nobody(asked, row))


def _among(asked: Asked, cells: Sequence[NameCell]) -> OwnNames:
    own = [cell for cell in cells if not (cell.is_relatives or cell.is_titled)]
    beside = [cell for cell in cells if cell not in own]
    if _are_several(own):
        return _among_several(asked, cells)
    if is_beside(asked, own, beside):
        return _among_several(asked, cells, _other_given_name(asked, own))
    known = asked.words_of_names.union(*(cell.words for cell in own))
    return OwnNames(
        several=False,
        words=known,
        telling=known,
        others=frozenset().union(*(cell.words for cell in beside if cell.is_relatives)) - known,
        shares={cell.column: Share(()) for cell in cells if cell.is_relatives},
    )


def _are_several(cells: Iterable[NameCell]) -> bool:
    """Tell whether name cells are several people's; two family names of one given name are not."""
    known = tuple(cells)
    given = [cell for cell in known if cell.field is Field.GIVEN_NAME]
    whole = [cell for cell in known if cell.field is Field.NAME]
    if any(cell.names_others for cell in known) or _name_two(given) or _name_two(whole):
        return True
    family = [cell for cell in known if cell.field is Field.FAMILY_NAME and not cell.is_second]
    if len(given) != 1:
        return _name_two(family)
    others = frozenset().union(given[0].words, *(cell.words for cell in family))
    return any(cell.words - others and not _share_a_word(given[0], cell) for cell in whole)


def _name_two(cells: Sequence[NameCell]) -> bool:
    joined = any(len(cell.parts) > 1 for cell in cells)
    pairs = combinations((cell.words for cell in cells), 2)
    return joined or any(one - other and other - one for one, other in pairs)


def _share_a_word(one: NameCell, other: NameCell) -> bool:
    """Tell whether two cells share a word, or a short form of it: Cam for Camille."""
    return any(
        word.startswith(there) or there.startswith(word)
        for word in one.words
        for there in other.words
    )


def is_beside(asked: Asked, own: Sequence[NameCell], beside: Sequence[NameCell]) -> bool:
    """Tell whether the person is not whom the name columns name (`own`), but somebody `beside`."""
    if not own:
        return bool(beside)
    telling = (Field.NAME, Field.GIVEN_NAME)
    is_own = any(agrees(asked, one) is False for kind in telling for one in parts_of(own, kind))
    return (is_own or bool(_other_given_name(asked, own))) and any(
        agrees(asked, one) for kind in telling for one in parts_of(beside, kind)
    )


def _other_given_name(asked: Asked, own: Sequence[NameCell]) -> list[Part]:
    """Return the given name of a row that with its family name is another: Jean for Jean-Marc."""
    given, family = parts_of(own, Field.GIVEN_NAME), parts_of(own, Field.FAMILY_NAME)
    if len(given) != 1 or len(family) != 1:
        return []
    whole = f"{given[0][1].text} {family[0][1].text}"
    return given if names_the_person(asked, Field.NAME, whole) is False else []


def _among_several(
    asked: Asked, cells: Sequence[NameCell], others: Sequence[Part] = ()
) -> OwnNames:
    found = [one for kind in NAME_FIELDS for one in _kept(asked, parts_of(cells, kind))]
    kept = [one for one in found if one not in others]
    shares = {cell.column: _share(cell, kept) for cell in cells}
    words_of_others = tuple(_words_of_others(cells, kept))
    return OwnNames(
        several=True,
        words=asked.words_of_names,
        telling=asked.words_of_names.difference(*words_of_others),
        others=frozenset().union(*words_of_others) - asked.words_of_names,
        shares={column: share for column, share in shares.items() if share is not None},
    )


def _kept(asked: Asked, parts: Sequence[Part]) -> Sequence[Part]:
    """Choose the parts of one kind that are hers: those that say most of what is asked and no more.

    Else the only one that agrees; else, where nothing is asked of that kind, the only one there is.
    """
    agreeing = [one for one in parts if agrees(asked, one)]
    sure = [one for one in agreeing if one[1].words - CIVILITIES <= asked.words_of_names]
    if sure:
        return [one for one in sure if not any(one[1].words < other.words for _cell, other in sure)]
    if agreeing:
        return agreeing if len({part.words for _cell, part in agreeing}) == 1 else []
    is_all = len(parts) == 1 and agrees(asked, parts[0]) is None
    return parts if is_all and not parts[0][0].is_relatives else []


def _words_of_others(cells: Sequence[NameCell], kept: Collection[Part]) -> Iterator[frozenset[str]]:
    """Yield the words of everybody else's names, and of a family name that they share."""
    for cell in cells:
        yield from (part.words for part in cell.parts if (cell, part) not in kept)
        if not all(part.words for part in cell.parts):
            yield cell.words
    family = {part.words for _cell, part in parts_of(cells, Field.FAMILY_NAME)}
    if len(family) == 1:
        yield from family


def _share(cell: NameCell, kept: Iterable[Part]) -> Share | None:
    """Return what of a cell is hers; None for a cell that is, and for a title that says nothing."""
    texts = tuple(part.text for there, part in kept if there == cell)
    if cell.is_titled and not texts and not cell.is_relatives:
        return None
    is_cut = len(texts) < len(cell.parts)
    if not is_cut and not cell.is_titled:
        return None
    if cell.field is Field.NAME and texts:
        texts = (" ".join(texts),)
    return Share(texts, is_cut, cell.field if cell.is_titled else None)
