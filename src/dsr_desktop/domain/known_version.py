"""A file of the register that another one may be a newer version of, and what makes it look so."""

from dataclasses import dataclass
from enum import StrEnum

from dsr_desktop.domain.versions import VersionCounts


class Likeness(StrEnum):
    """What makes a file look like a newer version of a known one, the surest first.

    PLACE: it lies where the known one lay. ROWS: same name, at least half of the rows equal.
    TITLES: the name but for a day, number or copy mark, the titles of at least half of the sheets,
    and somebody who is in both; then only the user can tell.
    """

    PLACE = "place"
    ROWS = "rows"
    TITLES = "titles"

    @property
    def is_sure(self) -> bool:
        """Tell whether the file may take the place without being asked about one by one."""
        return self is not Likeness.TITLES


@dataclass(frozen=True)
class KnownVersion:
    """A source of the register that a file may be a newer version of.

    `imported_on` is its day (ISO). `still_at` are other places than the file's at which the content
    of that source lies now: once it is replaced, no search sees it there. `changes` is what the
    file would change of it.
    """

    source_id: int
    name: str
    path: str
    imported_on: str
    likeness: Likeness
    changes: VersionCounts
    still_at: tuple[str, ...] = ()
