"""The rounds in which a person was searched: what each asked more than the one before (R-MAT-4)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dsr_desktop.domain.hit import SearchRun

Given = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class SearchRound:
    """All searches in a row that asked the same; `added` and `removed` compare with the round before.

    `number` counts from 1. Of the first round everything is added.
    """

    number: int
    added: Given
    removed: Given
    runs: tuple[SearchRun, ...]

    @property
    def last(self) -> SearchRun:
        """The latest of its searches."""
        return self.runs[-1]


def rounds_of(runs: Iterable[SearchRun]) -> tuple[SearchRound, ...]:
    """Group the searches of a request, oldest first, into rounds."""
    rounds: list[SearchRound] = []
    before: Given = {}
    for run in runs:
        if rounds and _same(run.criteria, before):
            last = rounds[-1]
            rounds[-1] = SearchRound(last.number, last.added, last.removed, (*last.runs, run))
        else:
            added, removed = _more(run.criteria, before), _more(before, run.criteria)
            rounds.append(SearchRound(len(rounds) + 1, added, removed, (run,)))
        before = run.criteria
    return tuple(rounds)


def next_round(runs: Sequence[SearchRun], criteria: Given) -> int:
    """Return the number of the round to which one more search for `criteria` belongs."""
    rounds = rounds_of(runs)
    if not rounds:
        return 1
    return rounds[-1].number + (not _same(criteria, runs[-1].criteria))


def _same(one: Given, other: Given) -> bool:
    return not (_more(one, other) or _more(other, one))


def _more(one: Given, other: Given) -> Given:
    """Return what `one` has and `other` has not."""
    more = {
        criterion: tuple(value for value in values if value not in other.get(criterion, ()))
        for criterion, values in one.items()
    }
    return {criterion: values for criterion, values in more.items() if values}
