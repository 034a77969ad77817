"""Looks through the records of the register itself: by key and by word, as asked and misspelt."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from dsr_desktop.domain.asked import Asked
from dsr_desktop.domain.bits import Scale
from dsr_desktop.domain.grading import grade_row
from dsr_desktop.domain.lookups import Lookups
from dsr_desktop.domain.own_record import OwnFound, OwnRecord
from dsr_desktop.domain.spellings import Words
from dsr_desktop.domain.typo_tiers import every_spelling
from dsr_desktop.domain.vocabulary import Vocabulary

_Alike = tuple[set[str], ...]
"""For each word of a name the words of the records that may be meant by it."""


@dataclass(frozen=True)
class OwnRecords:
    """All records of the register itself; their words are gathered at the first name asked for."""

    records: tuple[OwnRecord, ...]

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of all records, in how many of them each stands."""
        counts = Counter(word for record in self.records for word in record.words)
        return Vocabulary(len(self.records), counts)


def records_to_compare(asked: Asked, lookups: Lookups, own: OwnRecords) -> tuple[OwnRecord, ...]:
    """Return the records that may agree with what is asked, in their order.

    Those that have a key, all words of a group, half of a name, or a name misspelt. Unlike rows they
    are few, so that none of them is left out.
    """
    groups = (*lookups.word_groups, *lookups.halves)
    names = tuple(_names_alike(lookups.names, own.vocabulary)) if lookups.names else ()
    return tuple(
        record
        for record in own.records
        if _has_words(groups, names, record) or _has_key(asked, lookups, record)
    )


def grade_records(
    asked: Asked, scale: Scale | None, records: Iterable[OwnRecord]
) -> Iterator[OwnFound]:
    """Yield the records of which anything of weight agrees with what is asked, in their order.

    They are graded as rows are; `scale` weighs names by the words of the lists.
    """
    for record in records:
        grade = grade_row(asked, record.as_row(), scale)
        if grade is not None:
            yield OwnFound(record.kind, record.ref, record.texts, grade, record.entries)


def _names_alike(names: Sequence[Words], vocabulary: Vocabulary) -> Iterator[_Alike]:
    """Yield each name by the words like its own; none for a name of which a word is like nothing.

    Its initials are among them.
    """
    for name in names:
        spelt = every_spelling([vocabulary.variants(word) for word in name])
        known = tuple(
            vocabulary.counts.keys() & {*alike, word[0]}
            for word, alike in zip(name, spelt, strict=False)
        )
        if known and all(known):
            yield known


def _has_words(groups: Collection[Words], names: Collection[_Alike], record: OwnRecord) -> bool:
    there = record.words
    if any(map(there.issuperset, groups)):
        return True
    return any(not any(map(there.isdisjoint, name)) for name in names)


def _has_key(asked: Asked, lookups: Lookups, record: OwnRecord) -> bool:
    if asked.mailboxes and not asked.mailboxes.isdisjoint(record.mailboxes):
        return True
    if record.joined.isascii():
        return any(tail in record.figures for tail in lookups.phone_tails)
    return bool(lookups.phone_tails) and not record.phone_tails.isdisjoint(lookups.phone_tails)
