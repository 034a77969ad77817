"""What the search page shows at a moment: one frozen value, made by the presenter."""

from dataclasses import dataclass, field

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.expansion import NewKey
from dsr_desktop.domain.notice import Notice
from dsr_desktop.domain.request import Request
from dsr_desktop.domain.skipped_columns import SkippedColumns
from dsr_desktop.domain.source import Source
from dsr_desktop.gui.pages.search.rows import HitRow


@dataclass(frozen=True)
class Coverage:
    """How much was searched and what was not; `hints` say what was taken otherwise than meant.

    `held` counts the rows that the suppression list keeps back: nobody searches them, nor the
    columns in `skipped`, which were left out at the import.
    """

    files: int
    rows: int
    unread: tuple[Source, ...] = ()
    partly: tuple[Source, ...] = ()
    hints: tuple[Notice, ...] = ()
    elapsed_ms: float | None = None
    held: int = 0
    skipped: tuple[SkippedColumns, ...] = ()


@dataclass(frozen=True)
class SearchState:
    """Everything on the page; `ref` is empty in a free search.

    `running`: a search is under way, the rows are those of the search before. `saving`: a verdict
    is being recorded.
    """

    ref: str = ""
    request: Request | None = None
    criteria: Criteria = field(default_factory=Criteria)
    rows: tuple[HitRow, ...] = ()
    coverage: Coverage | None = None
    new_keys: tuple[NewKey, ...] = ()
    running: bool = False
    saving: bool = False
    can_undo: bool = False

    @property
    def is_review(self) -> bool:
        """Tell whether hits get a verdict here."""
        return bool(self.ref)

    @property
    def is_closed(self) -> bool:
        """Tell whether the request no longer changes."""
        return self.request is not None and not self.request.is_open

    @property
    def may_judge(self) -> bool:
        """Tell whether a verdict can be recorded now."""
        return self.is_review and not (self.is_closed or self.running or self.saving)

    @property
    def shown(self) -> tuple[HitRow, ...]:
        """The hits that are not folded away."""
        return tuple(row for row in self.rows if not row.is_weak)

    @property
    def undecided(self) -> int:
        """How many of the shown hits have no verdict."""
        return sum(row.is_open for row in self.shown)
