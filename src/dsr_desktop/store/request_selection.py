"""Which requests are read: all of them, or as few as a page shows."""

from dataclasses import dataclass
from datetime import date

from dsr_desktop.domain.request import Stage


@dataclass(frozen=True)
class RequestSelection:
    """Requests that are open, or closed (None: both), and received since a day, if one is given."""

    is_open: bool | None = None
    since: date | None = None

    @property
    def condition(self) -> str:
        """The WHERE of a query on the table `request`; takes the values `given`."""
        standing = {None: "", True: "status <> ?", False: "status = ?"}[self.is_open]
        since = "received_on >= ?" if self.since else ""
        conditions = " AND ".join(filter(None, (standing, since)))
        return f" WHERE {conditions}" if conditions else ""

    @property
    def given(self) -> tuple[str, ...]:
        """The values for the question marks of `condition`."""
        stage = () if self.is_open is None else (str(Stage.CLOSED),)
        return (*stage, self.since.isoformat()) if self.since else stage

    def within(self, column: str, key: str = "id") -> tuple[str, tuple[str, ...]]:
        """Return a condition for a table that hangs on requests, and its values.

        `column` holds the `key` of a request. Of many requests the whole table is read, which is
        faster than looking each of them up: there may be rows of other requests among what is found.
        """
        if self.is_open or self.since:
            chosen = f"{key} FROM request{self.condition}"
            return f"{column} IN (SELECT {chosen})", self.given
        return "1", ()


ALL_REQUESTS = RequestSelection()
OPEN_REQUESTS = RequestSelection(is_open=True)
CLOSED_REQUESTS = RequestSelection(is_open=False)
