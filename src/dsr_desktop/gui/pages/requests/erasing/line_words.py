"""A line of the erasure checklist as lists show it: where, what is to be done, what was done."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dsr_desktop.domain.checklist import ChecklistLine, OtherLine
from dsr_desktop.domain.erasure_decisions import LineMark, Outcome
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.tokens import Tone
from dsr_desktop.gui.widgets.cells import RowLook
from dsr_desktop.gui.widgets.chip import ChipLook
from dsr_desktop.wording.checklist import other_kind_label, other_line, value_shown, what_to_do
from dsr_desktop.wording.erasure import outcome_label
from dsr_desktop.wording.language import Tr

if TYPE_CHECKING:
    from dsr_desktop.services.erasure_decisions import MarkedLines

_CHIPS = {
    Outcome.ERASED: (Tone.OK, Icon.CIRCLE_CHECK),
    Outcome.ANONYMISED: (Tone.OK, Icon.CIRCLE_CHECK),
    Outcome.KEPT: (Tone.INFO, Icon.ARCHIVE),
    Outcome.TOLD: (Tone.OK, Icon.CIRCLE_CHECK),
    Outcome.IMPOSSIBLE: (Tone.HOLD, Icon.CIRCLE_X),
}


@dataclass(frozen=True)
class Line:
    """A line with what was said of it, None while it is open."""

    line: ChecklistLine | OtherLine
    mark: LineMark | None = None

    @property
    def group(self) -> str:
        """What lines belong together: their file, or their kind beside the files."""
        return self.line.kind if isinstance(self.line, OtherLine) else self.line.file


def lines_of(shown: "MarkedLines") -> tuple[Line, ...]:
    """Return all lines of a checklist, in its order."""
    return tuple(Line(one, shown.marks.get(one.id)) for one in shown.lines)


def line_look(tr: Tr, one: Line) -> RowLook:
    """Say where a line is, what is to be done about it, and what was."""
    return RowLook(line_title(tr, one.line), _detail(tr, one), chip=_chip(tr, one.mark))


def line_title(tr: Tr, line: ChecklistLine | OtherLine) -> str:
    """Say where a line is: file, sheet and cell, or the name of a system, recipient or backup."""
    if isinstance(line, OtherLine):
        return tr.pair(other_kind_label(tr, line.kind), line.name)
    sheet = "" if line.sheet == line.file.rpartition(".")[0] else line.sheet
    return " · ".join(filter(None, (line.file, sheet, line.cell)))


def mark_words(tr: Tr, mark: LineMark) -> str:
    """Say what was done about a line, when and by whom."""
    said = " · ".join((outcome_label(tr, mark.outcome), tr.date(mark.done_on), mark.done_by))
    until = tr("until {day}", day=tr.date(mark.until)) if mark.until else ""
    return " · ".join(filter(None, (said, until, mark.evidence)))


def lines_named(tr: Tr, lines: Sequence[Line]) -> str:
    """Name the lines that are marked together: the one, or how many."""
    if len(lines) == 1:
        return line_title(tr, lines[0].line)
    return tr.count("{n} line", "{n} lines", len(lines))


def _detail(tr: Tr, one: Line) -> str:
    if one.mark is not None:
        return mark_words(tr, one.mark)
    line = one.line
    if isinstance(line, OtherLine):
        return other_line(tr, line)
    value = tr.pair(line.header, value_shown(tr, line)) if line.header else value_shown(tr, line)
    return " · ".join(filter(None, (what_to_do(tr, line), value)))


def _chip(tr: Tr, mark: LineMark | None) -> ChipLook:
    if mark is None:
        return ChipLook(tr("open"), Tone.SOON, Icon.CIRCLE_DASHED)
    return ChipLook(outcome_label(tr, mark.outcome), *_CHIPS[mark.outcome])
