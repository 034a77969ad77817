"""What the card of the backups shows."""

from dataclasses import dataclass
from pathlib import Path

from dsr_desktop.gui.widgets.key_values import KeyValue


@dataclass(frozen=True)
class BackupsView:
    """Facts in words, what is wrong with them, the places, and the erasures to do again.

    `warning` is "" where nothing is wrong; `open_erasures` are ids, `open_words` say what they are.
    """

    facts: tuple[KeyValue, ...]
    warning: str
    places: tuple[Path, ...]
    open_erasures: tuple[str, ...]
    open_words: str
