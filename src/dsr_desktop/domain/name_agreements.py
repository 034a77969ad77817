"""Where in a row a name asked for stands."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dsr_desktop.domain.asked import Asked, AskedName
from dsr_desktop.domain.contradictions import names_somebody_else
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.matching import MENTIONS, How, Reason
from dsr_desktop.domain.name_values import NameAgreement, NameKind, RowName
from dsr_desktop.domain.names import compare_names, likely_names
from dsr_desktop.domain.person import fold, words_of_cell
from dsr_desktop.domain.row import Row

_HOW = {
    NameAgreement.SAME: How.SAME_NAME,
    NameAgreement.OTHER_WRITING: How.NAME_OTHER_WRITING,
    NameAgreement.SWAPPED: How.NAME_SWAPPED,
    NameAgreement.OTHER_ALPHABET: How.NAME_OTHER_ALPHABET,
    NameAgreement.OTHER_SPELLING: How.NAME_OTHER_SPELLING,
    NameAgreement.SHORT_FORM: How.NAME_SHORT_FORM,
    NameAgreement.INITIALS: How.NAME_INITIALS,
    NameAgreement.ONE_TYPO: How.NAME_ONE_TYPO,
    NameAgreement.TWO_TYPOS: How.NAME_TWO_TYPOS,
    NameAgreement.PERHAPS_ANOTHER: How.NAME_PERHAPS_ANOTHER,
    NameAgreement.IN_PART: How.NAME_IN_PART,
    NameAgreement.SIMILAR: How.NAME_SIMILAR,
    NameAgreement.INSIDE_TEXT: How.INSIDE_TEXT,
    NameAgreement.SIMILAR_INSIDE_TEXT: How.SIMILAR_INSIDE_TEXT,
}
_MOST_CELLS_OF_A_WORD = 10


@dataclass(frozen=True)
class _Cell:
    column: int
    text: str
    words: frozenset[str]


@dataclass(frozen=True)
class _Setting:
    """Where names are looked for; whom the name columns name is asked only where it matters."""

    asked: Asked
    row: Row

    @cached_property
    def is_somebody_elses(self) -> bool:
        return names_somebody_else(self.asked, self.row)


def name_reasons(asked: Asked, row: Row) -> Iterator[Reason]:
    """Yield the cells in which a name asked for stands, in whole or in part.

    Where its words stand anywhere in the row it is found too: no more than weak, but never missed.
    """
    if not asked.names:
        return
    likely = likely_names(row.filled(), asked.words_of_names, asked.telling_words)
    setting = _Setting(asked, row)
    unfound = []
    for name in asked.names:
        found = list(_agreeing(name, likely, setting))
        yield from found
        if not found:
            unfound.append(name)
    by_word = _cells_by_word(unfound, row)
    for name in unfound:
        yield from _scattered(name, by_word, setting)


def _agreeing(name: AskedName, likely: Iterable[RowName], setting: _Setting) -> Iterator[Reason]:
    """Compare one name; beside the name of somebody else the person is only mentioned."""
    for there in likely:
        agreement = compare_names(name, there)
        if agreement is None:
            continue
        how = _HOW[agreement]
        is_elsewhere = there.kind is not NameKind.NAME_COLUMN
        if is_elsewhere and how not in MENTIONS and setting.is_somebody_elses:
            how = How.IN_OTHER_COLUMN
        for column, text in there.cells:
            header = setting.row.header(column) if how is How.IN_OTHER_COLUMN else ""
            yield Reason(name.criterion, column, text, how, header)


def _cells_by_word(names: Sequence[AskedName], row: Row) -> Mapping[str, list[_Cell]]:
    """Index the cells of a row by each word of the `names` that may stand in it.

    Those with the fewest words come first. Of most rows one look at all cells together tells that
    they lack a word.
    """
    if not names:
        return {}
    texts = [
        (column, text)
        for column, text, field in row.filled()
        if field is not Field.EMAIL and "@" not in text
    ]
    whole = fold("\n".join([text for _column, text in texts]))
    may_stand = (name.words for name in names if all(word in whole for word in name.words))
    wanted = {word for several in may_stand for word in several}
    if not wanted:
        return {}
    cells = [_Cell(column, text, frozenset(words_of_cell(text))) for column, text in texts]
    by_word: dict[str, list[_Cell]] = {}
    for cell in sorted(cells, key=lambda cell: len(cell.words)):
        for word in wanted & cell.words:
            by_word.setdefault(word, []).append(cell)
    return by_word


def _scattered(
    name: AskedName, by_word: Mapping[str, list[_Cell]], setting: _Setting
) -> Iterator[Reason]:
    wanted = frozenset(name.words)
    if not wanted or not wanted <= by_word.keys():
        return
    ranks: dict[_Cell, int] = {}
    for word in sorted(wanted):
        for rank, cell in enumerate(by_word[word][:_MOST_CELLS_OF_A_WORD]):
            ranks[cell] = min(rank, ranks.get(cell, rank))
    bare = {cell for cell in ranks if cell.words <= wanted}
    has_all = wanted == {word for cell in bare for word in cell.words}
    is_bare = has_all and not setting.is_somebody_elses
    how = How.NAME_SCATTERED if is_bare else How.INSIDE_TEXT
    # A cell of each word first: only some of many are told.
    for cell in sorted(bare if is_bare else ranks, key=lambda cell: (ranks[cell], cell.column)):
        yield Reason(name.criterion, cell.column, cell.text, how)
