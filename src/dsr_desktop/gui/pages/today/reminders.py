"""Puts the reminders of the day into rows of the Today page."""

from dsr_desktop.domain.reminders import Reminder, ReminderKind
from dsr_desktop.gui.pages.today.table import ReminderRow
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.tokens import Ink
from dsr_desktop.services.overview import Overview
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.reminders import reminder_next, reminder_title

_ICONS = {
    ReminderKind.BREACH: Icon.OCTAGON_ALERT,
    ReminderKind.OVERDUE: Icon.CIRCLE_ALERT,
    ReminderKind.IDENTITY_SILENCE: Icon.HOURGLASS,
    ReminderKind.SYSTEM_SILENT: Icon.SERVER,
    ReminderKind.ART14: Icon.MAIL,
    ReminderKind.ART14_UNSAID: Icon.CIRCLE_HELP,
    ReminderKind.MAY_BE_TOLD: Icon.LOCK_OPEN,
    ReminderKind.SUPPRESSION_REVIEW: Icon.SHIELD_ALERT,
    ReminderKind.RETENTION_DUE: Icon.ARCHIVE,
    ReminderKind.HOLD_EXPIRED: Icon.LOCK,
    ReminderKind.CLOCKS_UNCOUNTED: Icon.ARCHIVE,
    ReminderKind.RESTRICTION_REVIEW: Icon.PAUSE,
}
_LATE = frozenset({ReminderKind.BREACH, ReminderKind.OVERDUE})
RETENTION = frozenset(
    {ReminderKind.RETENTION_DUE, ReminderKind.HOLD_EXPIRED, ReminderKind.CLOCKS_UNCOUNTED}
)
"""What is seen to on the Retention page."""
_CALM = frozenset(
    {ReminderKind.CLOCKS_UNCOUNTED, ReminderKind.ART14_UNSAID, ReminderKind.INTERNAL_TARGET}
)


def reminder_rows(tr: Tr, overview: Overview) -> tuple[ReminderRow, ...]:
    """Return a row for each reminder; one about a list carries its task."""
    tasks = {one.source_id: one for one in overview.lists}
    about_lists = {ReminderKind.ART14, ReminderKind.ART14_UNSAID}
    return tuple(
        ReminderRow(
            reminder_title(tr, one), reminder_next(tr, one), _ICONS.get(one.kind, Icon.CLOCK),
            _ink(one), one, tasks.get(one.record_id) if one.kind in about_lists else None,
        )
        for one in overview.reminders
    )  # fmt: skip


def _ink(one: Reminder) -> Ink:
    if one.kind in _LATE:
        return Ink.LATE
    return Ink.MUTED if one.kind in _CALM else Ink.SOON
