"""The certificate of a list that was checked before it was sent: what went, and what did not."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from dsr_desktop.domain.cleaning import REMOVES_ROWS
from dsr_desktop.domain.disclosure import AgainstPolicy
from dsr_desktop.domain.outgoing import OutgoingList


@dataclass(frozen=True)
class ListCertificate:
    """What was checked, by whom, for whom, and what came of it; nobody of the list is in it.

    `left_rows_emptied` says that the rows left out are empty in the copy, as in workbooks: there
    nothing may move.
    """

    name: str
    checked: OutgoingList
    sha256_after: str
    recipient: str
    purpose: str
    warning: AgainstPolicy | None
    company: str
    made_by: str
    made_on: date
    fingerprint: str

    @property
    def left_rows_emptied(self) -> bool:
        """Tell whether rows are emptied in this kind of file, not taken out."""
        return self.checked.format not in REMOVES_ROWS


def is_the_rest(
    before: Iterable[tuple[str, int, int]], after: Collection[tuple[str, int, int]],
    left: Collection[tuple[str, int]], *, moves: bool,
) -> bool:  # fmt: skip
    """Tell whether a copy holds the rows of a list without those left out, all of them, in order.

    Rows are (sheet, number, hash); where rows move up (`moves`) their numbers do not count.
    """
    stay = [one for one in before if one[:2] not in left]
    if moves:
        return [(sheet, told) for sheet, _n, told in stay] == [
            (sheet, told) for sheet, _n, told in after
        ]
    return stay == [*after]
