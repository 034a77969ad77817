"""The entries of the suppression list as painted rows: what is listed, with which effect and why."""

from dataclasses import dataclass

from dsr_desktop.domain.suppression import SuppressionScope
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.tokens import Tone
from dsr_desktop.gui.widgets.cells import RowLook
from dsr_desktop.gui.widgets.chip import ChipLook


@dataclass(frozen=True)
class EntryRow:
    """An entry in words; `due` is "" unless the DPO is asked whether it stays."""

    id: int
    title: str
    number: str
    detail: str
    scope: SuppressionScope
    due: str


def look_of(row: EntryRow) -> RowLook:
    """Return how an entry looks in the list."""
    chip = ChipLook(row.due, Tone.SOON, Icon.CLOCK) if row.due else None
    return RowLook(row.title, row.detail, aside=row.number, chip=chip)
