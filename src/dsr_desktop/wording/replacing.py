"""Says what a newer version of a file changes."""

from dsr_desktop.domain.hit import ROW_CHANGED
from dsr_desktop.domain.versions import VersionCounts
from dsr_desktop.wording.language import Tr


def difference_text(tr: Tr, added: int, removed: int, changed: int) -> str:
    """Say how many rows came, went and changed."""
    return ", ".join(
        (
            tr.count("{n} row added", "{n} rows added", added),
            tr.count("{n} row removed", "{n} rows removed", removed),
            tr.count("{n} row changed", "{n} rows changed", changed),
        )
    )


def changes_text(tr: Tr, changes: VersionCounts) -> str:
    """Say how many rows came, went and changed, and how many cells lost what they held."""
    rows = difference_text(tr, changes.added, changes.removed, changes.changed)
    if not changes.blanked:
        return rows
    blanked = tr.count("{n} cell empty now", "{n} cells empty now", changes.blanked)
    return f"{rows}, {blanked}"


def verdict_reason_text(tr: Tr, reason: str | None) -> str | None:
    """Return the reason of a verdict: the DPO's own words, or ours in the user's language."""
    return tr(reason) if reason == ROW_CHANGED else reason
