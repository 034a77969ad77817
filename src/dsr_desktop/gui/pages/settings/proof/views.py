"""What the card of the event log shows."""

from dataclasses import dataclass


@dataclass(frozen=True)
class LogView:
    """How far the log goes, in words, and the fingerprint of its last event."""

    events: str
    fingerprint: str


@dataclass(frozen=True)
class LogChecked:
    """What came of a check, in words."""

    is_sound: bool
    title: str
    more: str
