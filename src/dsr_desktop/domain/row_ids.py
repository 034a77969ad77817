"""The ids of very many rows as a sequence: stretches of them cost no memory, however long they are."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import accumulate
from typing import Any, overload


class RowIds(Sequence[int]):
    """Ids of rows one after the other, made of pieces such as ranges; never changed once made."""

    def __init__(self, pieces: Sequence[Sequence[int]] = ()) -> None:
        self._pieces = tuple(piece for piece in pieces if piece)
        self._starts = (0, *accumulate(map(len, self._pieces)))

    def __len__(self) -> int:
        return self._starts[-1]

    @overload
    def __getitem__(self, index: int) -> int: ...

    @overload
    def __getitem__(self, index: slice) -> list[int]: ...

    def __getitem__(self, index: int | slice) -> int | list[int]:
        if isinstance(index, slice):
            return [self[n] for n in range(*index.indices(len(self)))]
        at = index + len(self) if index < 0 else index
        if not 0 <= at < len(self):
            raise IndexError(index)
        piece = bisect_right(self._starts, at) - 1
        return self._pieces[piece][at - self._starts[piece]]

    def index(self, value: Any, start: int = 0, stop: int | None = None) -> int:  # noqa: ANN401
        """Return where an id stands; ValueError where it is not between `start` and `stop`."""
        for before, piece in zip(self._starts, self._pieces, strict=False):
            with suppress(ValueError):
                at = before + piece.index(value)
                if start <= at < (len(self) if stop is None else stop):
                    return at
        raise ValueError(value)

    def backwards(self) -> "RowIds":
        """Return the same ids from the last to the first."""
        return RowIds([piece[::-1] for piece in reversed(self._pieces)])

    def __contains__(self, value: object) -> bool:
        return any(value in piece for piece in self._pieces)

    def __iter__(self) -> Iterator[int]:
        for piece in self._pieces:
            yield from piece
