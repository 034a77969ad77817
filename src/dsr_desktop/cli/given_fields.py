"""Puts what was given on the command line into a record, by the names of its fields."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

Record = TypeVar("Record")


def with_given(
    record: Record, given: Mapping[str, Any], meanings: Mapping[str, Callable[[Any], Any]]
) -> Record:
    """Return the record (a frozen dataclass) with each field that was given; the others stay.

    Not given is None, and () of an option that may be given several times. `meanings` makes what
    the field holds of what was typed, where that is not the same.
    """
    said = {name: value for name, value in given.items() if value is not None and value != ()}
    meant = {
        name: meanings[name](value) if name in meanings else value for name, value in said.items()
    }
    return replace(record, **meant)  # type: ignore[type-var]
