"""Says what an entry of the calendar is: the reference and which of its days, no person."""

from dsr_desktop.domain.calendar_entries import CalendarEntry, EntryKind
from dsr_desktop.wording.language import Tr


def entry_title(tr: Tr, entry: CalendarEntry) -> str:
    """Say in a line which day of which request it is."""
    if entry.kind is EntryKind.INTERNAL_TARGET:
        return tr("{ref}: internal target", ref=entry.ref)
    if entry.is_provisional:
        return tr("{ref}: answer due, provisional while the question is open", ref=entry.ref)
    return tr("{ref}: answer due", ref=entry.ref)
