"""A note that somebody wrote on a request."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Note:
    """A note on a request: who wrote it when (UTC), in their words."""

    at: datetime
    author: str
    text: str
