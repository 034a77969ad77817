"""What was answered about a hit, by whom and when."""

from datetime import datetime

from dsr_desktop.gui.pages.search.rows import HitRow
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.reviewing import verdict_label


def answer_line(tr: Tr, row: HitRow | None) -> str:
    """Say what was answered about a hit; nothing while it is open."""
    if row is None or row.verdict is None:
        return ""
    verdict = verdict_label(tr, row.verdict)
    if not (row.decided_at and row.decided_by):
        return tr("Answer: {verdict}", verdict=verdict)
    at = datetime.fromisoformat(row.decided_at).astimezone()
    return tr(
        "Answer: {verdict} · {name}, {day}, {time}",
        verdict=verdict, name=row.decided_by, day=tr.date(at.date()), time=f"{at:%H:%M}",
    )  # fmt: skip
