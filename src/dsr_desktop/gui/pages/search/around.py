"""Reads the rows of the sheet above and below a hit."""

from collections.abc import Callable, Sequence

from dsr_desktop.domain.source import StoredRow
from dsr_desktop.gui.jobs import Failed, Ok, Outcome
from dsr_desktop.gui.pages.search.rows import HitRow
from dsr_desktop.gui.workspace import Workspace
from dsr_desktop.services.row_context import neighbours


def look_around(
    workspace: Workspace, row: HitRow, then: Callable[[Sequence[StoredRow]], None]
) -> None:
    """Read the rows of the sheet beside a hit, itself included, and hand them over."""
    place, register = row.place, workspace.register
    if place is None:
        then(())
        return

    def take(outcome: Outcome[tuple[StoredRow, ...]]) -> None:
        if isinstance(outcome, Ok):
            then(outcome.value)
        elif isinstance(outcome, Failed):
            workspace.report(outcome.error)

    title = workspace.tr("Reading the register")
    workspace.run(title, lambda _progress: neighbours(register, place.row), take, lane="read")
