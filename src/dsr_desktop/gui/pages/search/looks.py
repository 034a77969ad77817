"""How the lines of the list of hits look, and what they say to a screen reader."""

from dsr_desktop.domain.hit import Verdict
from dsr_desktop.domain.matching import Level
from dsr_desktop.gui.pages.search.entries import Entry, GroupHead, WeakFold
from dsr_desktop.gui.pages.search.rows import HitRow
from dsr_desktop.gui.pages.search.words import DOT, reasons_line, row_number, spoken_row
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.tokens import Ink, Tone
from dsr_desktop.gui.widgets.cells import RowLook
from dsr_desktop.gui.widgets.chip import ChipLook
from dsr_desktop.gui.widgets.row_list import HEADER_HEIGHT, HIT_HEIGHT, LINE_HEIGHT
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.matching import level_label

BARS = {Level.STRONG: 3, Level.PROBABLE: 2, Level.WEAK: 1}
HEIGHTS: dict[type, int] = {
    GroupHead: HEADER_HEIGHT,
    HitRow: HIT_HEIGHT,
    WeakFold: LINE_HEIGHT,
}
_VERDICT_ICONS = {
    Verdict.CONFIRMED: (Icon.CIRCLE_CHECK, Ink.OK),
    Verdict.REJECTED: (Icon.CIRCLE_X, Ink.MUTED),
    None: (Icon.CIRCLE_DASHED, Ink.MUTED),
}


def look_of(tr: Tr, entry: Entry, *, judged: bool) -> RowLook:
    """Return how a line looks; `judged` hits carry a verdict."""
    if isinstance(entry, GroupHead):
        return _head_look(tr, entry)
    if isinstance(entry, WeakFold):
        return _fold_look(tr, entry)
    return _hit_look(tr, entry, judged=judged)


def spoken(tr: Tr, entry: Entry, *, judged: bool) -> str:
    """Return what a screen reader says of a line."""
    if isinstance(entry, HitRow):
        return spoken_row(tr, entry, judged=judged)
    look = look_of(tr, entry, judged=judged)
    chip = look.chip.text if look.chip else ""
    return ", ".join(filter(None, (look.title, look.aside.strip(DOT), chip, look.state)))


def _hit_look(tr: Tr, row: HitRow, *, judged: bool) -> RowLook:
    icon, ink = _VERDICT_ICONS[row.verdict] if judged else (None, Ink.MUTED)
    rejected = row.verdict is Verdict.REJECTED
    return RowLook(
        row.title,
        reasons_line(tr, row),
        row_number(tr, row.n),
        icon=icon,
        icon_ink=ink,
        chip=ChipLook.level(level_label(tr, row.level), BARS[row.level]),
        score=round(row.score),
        strong=not rejected,
        ink=Ink.MUTED if rejected else Ink.TEXT,
        under_head=True,
    )


def _head_look(tr: Tr, head: GroupHead) -> RowLook:
    sheet = tr("Sheet {name}", name=head.sheet) if head.sheet else ""
    return RowLook(
        head.file,
        aside=f"· {sheet}" if sheet else "",
        icon=Icon.FILE_SPREADSHEET,
        chip=ChipLook(tr("Hidden"), Tone.OUTLINE, Icon.EYE_OFF) if head.hidden else None,
        state="" if head.count is None else tr.count("{n} hit", "{n} hits", head.count),
        header=True,
    )


def _fold_look(tr: Tr, fold: WeakFold) -> RowLook:
    title = (
        tr.count("{n} weak hit", "{n} weak hits", fold.count)
        if fold.is_open
        else tr.count("{n} weak hit hidden", "{n} weak hits hidden", fold.count)
    )
    return RowLook(
        title,
        aside=tr("a name alone proves little"),
        icon=Icon.CHEVRON_DOWN if fold.is_open else Icon.CHEVRON_RIGHT,
        state=tr("Hide") if fold.is_open else tr("Show"),
        state_ink=Ink.ACCENT,
        strong=False,
    )
