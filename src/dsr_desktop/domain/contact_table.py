"""The columns under which contacts of several lists are handed over as one."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from dsr_desktop.domain.columns import Column
from dsr_desktop.domain.fields import Field

LEFT_UNLESS_ASKED = frozenset({Field.NOTE, Field.BIRTH_DATE})
"""What goes only if it is asked for: it is seldom needed, and says more of a person (A5(1)(c))."""


@dataclass(frozen=True, order=True)
class Head:
    """A column of the table: the `nth` column of a list with this meaning, from 1."""

    field: Field
    nth: int = 1

    @property
    def key(self) -> str:
        """Its name in JSON: "phone", "phone_2"."""
        return str(self.field) if self.nth == 1 else f"{self.field}_{self.nth}"


def usual_fields() -> tuple[Field, ...]:
    """Return the kinds of data that go unless others are asked for."""
    return tuple(one for one in Field if one not in LEFT_UNLESS_ASKED)


def heads_of(lists: Iterable[Sequence[Column]], fields: Collection[Field]) -> tuple[Head, ...]:
    """Return the columns that lists with these columns need, in the order of the fields."""
    found = {
        head for columns in lists for head, _number in _placed(columns) if head.field in fields
    }
    order = {field: at for at, field in enumerate(Field)}
    return tuple(sorted(found, key=lambda head: (order[head.field], head.nth)))


def places_under(heads: Sequence[Head], columns: Sequence[Column]) -> tuple[int | None, ...]:
    """Return for each head the number of the column that goes under it, None without one."""
    numbers = dict(_placed(columns))
    return tuple(numbers.get(head) for head in heads)


def cells_under(places: Sequence[int | None], cells: Sequence[str]) -> tuple[str, ...]:
    """Return the cells of a row in the order of the heads."""
    width = len(cells)
    return tuple(cells[at - 1] if at is not None and at <= width else "" for at in places)


def _placed(columns: Sequence[Column]) -> Iterable[tuple[Head, int]]:
    seen: Counter[Field] = Counter()
    for column in columns:
        if column.field is not None and not column.is_skipped:
            seen[column.field] += 1
            yield Head(column.field, seen[column.field]), column.number
