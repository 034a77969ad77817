"""Lets Python look for garbage rarely while many rows pass through: none of them is any."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_MADE_BEFORE_GARBAGE_IS_LOOKED_FOR = 200_000


@contextmanager
def rows_are_no_garbage() -> Iterator[None]:
    """Raise the threshold of the youngest generation inside; the window collects by it too."""
    before = gc.get_threshold()
    gc.set_threshold(_MADE_BEFORE_GARBAGE_IS_LOOKED_FOR if before[0] else 0, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
