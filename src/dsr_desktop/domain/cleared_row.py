"""Held rows that the DPO cleared as another person's, known again in newer versions (R-SUP-4)."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dsr_desktop.domain.fields import NAME_FIELDS, Field
from dsr_desktop.domain.person import words
from dsr_desktop.domain.suppression_list import KeyedHash


class ClearedRow(NamedTuple):
    """A decision as it is kept: the entry that held the row, and the keyed hash of who is in it."""

    entry_id: int
    digest: str


def who_is_in(
    cells: Sequence[str], fields: Sequence[Field | None], keys: Iterable[tuple[int, str]]
) -> str:
    """Say by what a row is known again: all its e-mails and phones, its names, its birth dates.

    A shared mailbox alone would let everybody at it pass, so a row without a name is known by all
    of its cells. `keys` are those of the index, as (kind, key).
    """
    names = sorted(word for text in _in(cells, fields, NAME_FIELDS) for word in words(text))
    births = sorted(" ".join(words(text)) for text in _in(cells, fields, {Field.BIRTH_DATE}))
    who = [names, births] if names else [text.strip() for text in cells if text.strip()]
    return json.dumps([sorted({(int(kind), key) for kind, key in keys}), who])


class ClearedRows:
    """The cleared rows of the earlier version of one list: each lets one row of a newer one pass.

    So a second row of the same keys and name, which nobody has looked at, is held.
    """

    def __init__(self, secret: bytes, rows: Iterable[ClearedRow] = ()) -> None:
        self._hash = KeyedHash(secret)
        self._rows = Counter(rows)
        self._left = self._rows.copy()

    def start_again(self) -> None:
        """Forget who passed: the file is read from its beginning by another reader."""
        self._left = self._rows.copy()

    def cleared_as(self, who: str, entry_ids: Iterable[int]) -> tuple[ClearedRow, ...]:
        """Return how a row that some entries hold is kept once it is cleared."""
        digest = self._hash.of_row(who)
        return tuple(ClearedRow(entry_id, digest) for entry_id in entry_ids)

    def let_pass(self, who: str, entry_ids: Iterable[int]) -> tuple[ClearedRow, ...]:
        """Return the decisions by which a row passes; none if an entry was not decided on."""
        needed = self.cleared_as(who, entry_ids)
        if not all(self._left[one] > 0 for one in needed):
            return ()
        self._left.subtract(needed)
        return needed


def _in(cells: Sequence[str], fields: Sequence[Field | None], wanted: Iterable[Field]) -> list[str]:
    meant = frozenset(wanted)
    return [text for text, field in zip(cells, fields, strict=False) if field in meant]
