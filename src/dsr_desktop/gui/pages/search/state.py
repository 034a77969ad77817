"""What the search page shows at a moment: one frozen value, made by the presenter."""

from dataclasses import dataclass, field
from functools import cached_property

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.expansion import NewKey
from dsr_desktop.domain.namesakes import Namesakes
from dsr_desktop.domain.notice import Notice
from dsr_desktop.domain.own_record import OwnFound
from dsr_desktop.domain.request import Request
from dsr_desktop.domain.skipped_columns import SkippedColumns
from dsr_desktop.domain.source import Source
from dsr_desktop.domain.system_answer import SystemAnswer
from dsr_desktop.gui.pages.search.entries import count_weak
from dsr_desktop.gui.pages.search.rows import HitRow


@dataclass(frozen=True)
class Coverage:
    """How much was searched and what was not; `hints` say what was taken otherwise than meant.

    `held` counts the rows that the suppression list keeps back: nobody searches them, nor the
    columns in `skipped`, which were left out at the import. `lists` is every list of the register and
    `systems` what holds data beside them, for a search that found nothing.
    """

    files: int
    rows: int
    unread: tuple[Source, ...] = ()
    partly: tuple[Source, ...] = ()
    hints: tuple[Notice, ...] = ()
    elapsed_ms: float | None = None
    held: int = 0
    skipped: tuple[SkippedColumns, ...] = ()
    lists: tuple[Source, ...] = ()
    systems: tuple[SystemAnswer, ...] = ()


@dataclass(frozen=True)
class SearchState:
    """Everything on the page; `ref` is empty in a free search.

    `total` is how many hits there are, `rows` those that were fetched so far, best first.
    `running`: a search is under way, the rows are those of the search before. `saving`: a verdict
    is being recorded. `typing`: the criteria are what is being typed in the search field.
    `namesakes`: what contradicts in the confirmed rows. `own_records`: what the register's own
    tables say of the person.
    """

    ref: str = ""
    request: Request | None = None
    criteria: Criteria = field(default_factory=Criteria)
    rows: tuple[HitRow, ...] = ()
    total: int = 0
    coverage: Coverage | None = None
    new_keys: tuple[NewKey, ...] = ()
    namesakes: tuple[Namesakes, ...] = ()
    running: bool = False
    saving: bool = False
    typing: bool = False
    can_undo: bool = False
    own_records: tuple[OwnFound, ...] = ()

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

    @cached_property
    def shown(self) -> tuple[HitRow, ...]:
        """The hits that are not folded away."""
        return tuple(row for row in self.rows if not row.is_weak)

    @cached_property
    def weak(self) -> int:
        """How many of the hits fetched are folded away."""
        return len(self.rows) - len(self.shown)

    @cached_property
    def count(self) -> int:
        """How many hits there are that are not folded away, those not fetched yet included."""
        return self.total - (count_weak(self.rows, self.total) or 0)

    @property
    def found_nothing(self) -> bool:
        """Tell whether a search was made and nothing at all was found."""
        return self.coverage is not None and not self.rows

    @cached_property
    def undecided(self) -> int:
        """How many of the shown hits have no verdict."""
        return sum(row.is_open for row in self.shown)
