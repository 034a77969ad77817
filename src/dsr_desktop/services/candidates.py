"""Rows that are worth a comparison: by key and words as asked, then by misspelt and by rare words."""

from collections.abc import Iterator, Sequence, Set

from dsr_desktop.domain.asked import Asked
from dsr_desktop.domain.bits import Scale, scale_of
from dsr_desktop.domain.keys import KeyKind
from dsr_desktop.domain.lookups import Lookups, is_initials_alone, lookups_for
from dsr_desktop.domain.rarity import UNKNOWN_RARITY, Rarity
from dsr_desktop.domain.scanned_words import with_scanned
from dsr_desktop.domain.spellings import Words
from dsr_desktop.domain.typo_tiers import Groups, every_spelling, typo_tiers
from dsr_desktop.domain.united_words import Clue, best_rows, clues_for, split_by_cost
from dsr_desktop.domain.vocabulary import Variants, Vocabulary
from dsr_desktop.store.database import Database
from dsr_desktop.store.lookup import (
    rows_with_key,
    rows_with_key_between,
    rows_with_one_of_each,
    rows_with_words,
)
from dsr_desktop.store.vocabulary import count_words, vocabulary_of

MOST_MISSPELT, MOST_UNSEEN = 40, 150
MOST_UNITED = 40
_MOST_INITIALS = 1_000
_FEW, _RARE = 5, 500
_DAY_BITS = 13.0
_LEAST_SHARE, _TELLING = 0.5, 3.0


def exact_rows(
    database: Database, lookups: Lookups, vocabulary: Vocabulary | None = None
) -> set[int]:
    """Return every row that has a key or all words of a group as asked; never cut.

    With the `vocabulary` at hand the index is not asked for groups with a word that no row has, nor
    for the bare initials of a name where these are a word that many rows have, such as "le".
    """
    found = rows_with_key(database, KeyKind.EMAIL, lookups.emails)
    for first, last in lookups.emails_between:
        found |= rows_with_key_between(database, KeyKind.EMAIL, first, last)
    found |= rows_with_key(database, KeyKind.PHONE, lookups.phone_tails)
    for group in lookups.word_groups:
        if vocabulary is None or _may_find(vocabulary, lookups, group):
            found |= rows_with_words(database, group)
    return found


def _may_find(vocabulary: Vocabulary, lookups: Lookups, group: Words) -> bool:
    if any(map(vocabulary.lacks, group)):
        return False
    is_frequent = vocabulary.counts.get(group[0], 0) > _MOST_INITIALS
    return not (is_frequent and is_initials_alone(lookups, group))


def scale_in(database: Database, asked: Asked) -> Scale:
    """Weigh what is asked by the words of the register, as a search does."""
    lookups = lookups_for(asked)
    if not lookups.names:
        return scale_of(asked, UNKNOWN_RARITY)
    return scale_of(asked, rarity_for(database, lookups, vocabulary_of(database)))


def rarity_for(database: Database, lookups: Lookups, vocabulary: Vocabulary) -> Rarity:
    """Return how rare the words of the register are, the figures asked for counted too."""
    figures = (word for word in lookups.beside if not word.isalpha())
    return Rarity(vocabulary.rows, vocabulary.counts, count_words(database, figures))


def similar_rows(
    database: Database, lookups: Lookups, vocabulary: Vocabulary, exact: Set[int]
) -> set[int]:
    """Return rows with the names misspelt, or half of one; bounded, always the same.

    MOST_MISSPELT with the fewest slips, MOST_UNSEEN where no row has what is asked as it is spelt,
    and MOST_UNITED with half a name.
    """
    halves = [half for half in lookups.halves if not any(map(vocabulary.lacks, half))]
    return _misspelt(database, lookups, vocabulary, exact) | _in_half(database, halves, exact)


def doubtful_rows(
    database: Database, lookups: Lookups, vocabulary: Vocabulary, scale: Scale, known: Set[int]
) -> set[int]:
    """Return MOST_UNITED rows that have the rarest of what is asked, most telling first.

    Where more than a name is asked, or nearly nothing is known: then much may be misspelt.
    """
    if lookups.beside or lookups.days or len(known) < _FEW:
        return set(_united(database, lookups, vocabulary, scale, known))
    return set()


def _misspelt(
    database: Database, lookups: Lookups, vocabulary: Vocabulary, exact: Set[int]
) -> set[int]:
    found: dict[int, None] = {}
    for name in lookups.names:
        variants = [with_scanned(vocabulary.variants(word)) for word in name]
        found |= dict.fromkeys(_spelt_like(database, vocabulary, variants, exact))
    return set(list(found)[: _most_misspelt(exact)])


def _most_misspelt(exact: Set[int]) -> int:
    """Return how many rows are taken: more of a name that may be misspelt itself."""
    return MOST_MISSPELT if exact else MOST_UNSEEN


def _in_half(database: Database, halves: Sequence[Words], exact: Set[int]) -> set[int]:
    found: dict[int, None] = {}
    for half in halves:
        rows = rows_with_one_of_each(database, [(word,) for word in half], 2 * MOST_UNITED)
        found |= dict.fromkeys(row for row in rows if row not in exact)
    return set(list(found)[:MOST_UNITED])


def _spelt_like(
    database: Database, vocabulary: Vocabulary, variants: Sequence[Variants], exact: Set[int]
) -> Iterator[int]:
    """Yield rows that have each word or one like it: all if they are few, else by number of slips."""
    most = _most_misspelt(exact) + min(len(exact), MOST_MISSPELT)
    every = _without_lacking(vocabulary, every_spelling(variants))
    rows = rows_with_one_of_each(database, _rarest_first(vocabulary, every), most + 1)
    if len(rows) <= most:
        yield from (row for row in rows if row not in exact)
        return
    left = _most_misspelt(exact)
    tiers = [_without_lacking(vocabulary, groups) for groups in typo_tiers(variants)]
    for groups in _rare_first(vocabulary, tiers):
        ordered = _rarest_first(vocabulary, groups)
        rows = rows_with_one_of_each(database, ordered, left + len(exact))
        new = [row for row in rows if row not in exact]
        yield from new
        left -= len(new)
        if left <= 0:
            return


def _rare_first(vocabulary: Vocabulary, tiers: Sequence[Groups]) -> Iterator[Groups]:
    """Yield the tiers with the rare words alone of the group with the rarest, then the frequent ones.

    A slip may make a word of a town or a company, whose rows would take the places of all others:
    Ferroand, one letter from Ferrorand, is one letter from Clermont-Ferrand too.
    """
    counts = vocabulary.counts
    for is_rare in (True, False):
        for groups in tiers:
            if not all(groups):
                continue
            counted = [min(counts.get(word, 0) for word in group) for group in groups]
            rarest = counted.index(min(counted))
            some = tuple(
                word for word in groups[rarest] if (counts.get(word, 0) <= _RARE) is is_rare
            )
            if some:
                yield (*groups[:rarest], some, *groups[rarest + 1 :])


def _rarest_first(vocabulary: Vocabulary, groups: Groups) -> Groups:
    """Order groups by how many rows have a word of them: so the index is read least."""
    counts = vocabulary.counts
    return tuple(sorted(groups, key=lambda group: sum(counts.get(word, 0) for word in group)))


def _without_lacking(vocabulary: Vocabulary, groups: Groups) -> Groups:
    """Leave out words that no row has; of a group without any other nothing is found."""
    return tuple(tuple(word for word in group if not vocabulary.lacks(word)) for group in groups)


def _united(
    database: Database, lookups: Lookups, vocabulary: Vocabulary, scale: Scale, known: Set[int]
) -> list[int]:
    asked = [*(word for name in lookups.names for word in name), *lookups.beside]
    read, frequent = split_by_cost(clues_for(asked, vocabulary, scale.rarity))
    bits: dict[int, float] = {}
    for clue in read:
        for row in rows_with_one_of_each(database, [clue.words], clue.rows):
            bits[row] = bits.get(row, 0.0) + clue.bits
    for groups in lookups.days:
        for row in rows_with_one_of_each(database, [(word,) for word in groups], MOST_UNITED):
            bits[row] = bits.get(row, 0.0) + _DAY_BITS
    for row, more in _of_frequent(database, read, frequent):
        if row in bits:
            bits[row] += more
    unknown = {row: found for row, found in bits.items() if row not in known}
    return best_rows(unknown, _LEAST_SHARE * scale.least, MOST_UNITED)


def _of_frequent(
    database: Database, read: list[Clue], frequent: list[Clue]
) -> Iterator[tuple[int, float]]:
    """Yield the rows of the clues read that have a frequent word too, and its bits."""
    words = sorted({word for clue in read for word in clue.words})
    rows = sum(clue.rows for clue in read)
    telling = [clue for clue in frequent if clue.bits >= _TELLING]
    for clue in telling if words else ():
        for row in rows_with_one_of_each(database, [words, clue.words], rows):
            yield row, clue.bits
