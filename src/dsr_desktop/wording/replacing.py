"""Says what a newer version of a file changes."""

from collections.abc import Iterator, Sequence
from datetime import date

from dsr_desktop.domain.hit import ROW_CHANGED
from dsr_desktop.domain.known_version import KnownVersion, Likeness
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
    blanked = tr.count("{n} cell is empty now", "{n} cells are empty now", changes.blanked)
    return f"{rows}, {blanked}"


def may_be_newer(tr: Tr, source_id: int, name: str, what: str) -> str:
    """Say which import a file may be a newer version of; `what` are the changes in words."""
    return tr(
        "It may be a newer version of import {id} ({name}): {what}.",
        id=source_id, name=name, what=what,
    )  # fmt: skip


def earlier_version_sentence(tr: Tr, known: KnownVersion) -> str:
    """Say in a list of questions that a file is, or may be, a newer version of a known one."""
    what = changes_text(tr, known.changes)
    if known.likeness.is_sure:
        return tr("It is a newer version of import {id}: {what}.", id=known.source_id, what=what)
    return may_be_newer(tr, known.source_id, known.name, what)


def earlier_version_title(tr: Tr, known: KnownVersion) -> str:
    """Ask in a headline whether a file is a newer version; of one at its own place, say so."""
    if known.likeness is Likeness.PLACE:
        return tr("An earlier version of this file is in the register")
    return tr("Is this a newer version of {name}?", name=known.name)


def earlier_version_facts(tr: Tr, known: KnownVersion) -> str:
    """Say what is known of the earlier version, what would change, and what becomes of it."""
    what = changes_text(tr, known.changes)
    if known.likeness is Likeness.PLACE:
        told = tr("This file against the earlier version: {what}. Unanswered, both are kept.",
                  what=what)  # fmt: skip
    else:
        told = tr(
            "It was imported on {day} from {path}. This file against it: {what}. Unanswered, both "
            "are kept.",
            day=tr.date(date.fromisoformat(known.imported_on)), path=known.path, what=what,
        )  # fmt: skip
    return " ".join((told, *still_there(tr, known.still_at)))


def still_there(tr: Tr, places: Sequence[str]) -> Iterator[str]:
    """Name the places at which an earlier version still lies, and say what that means."""
    for path in places:
        yield tr(
            "{path} is still there: once replaced, what is only in it is searched no more.",
            path=path,
        )


def lies_at(tr: Tr, places: Sequence[str]) -> Iterator[str]:
    """Name the places at which a version that was replaced still lies, and what to do."""
    for path in places:
        yield tr(
            "The earlier version still lies at {path}. Import it to have it searched.", path=path
        )


def verdict_reason_text(tr: Tr, reason: str | None) -> str | None:
    """Return the reason of a verdict: the DPO's own words, or ours in the user's language."""
    return tr(reason) if reason == ROW_CHANGED else reason
