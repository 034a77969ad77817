"""A place on the disk of which the DPO says that the file there is gone for good."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class GonePlace:
    """What was said of a place: why, on which day and by whom.

    It holds as long as nobody takes it back and no file is found there.
    """

    id: int
    path: str
    reason: str
    said_on: date
    said_by: str
