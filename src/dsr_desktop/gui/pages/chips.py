"""Chips that several pages show: how a deadline stands, what became of a file."""

from collections.abc import Iterable

from dsr_desktop.domain.clock import DeadlineStatus
from dsr_desktop.domain.source import SourceStatus
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Tone
from dsr_desktop.gui.widgets.chip import ChipLook, chip_width
from dsr_desktop.wording.deadlines import status_label
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.sources import state_label

_DEADLINES = {
    DeadlineStatus.OVERDUE: (Tone.LATE, Icon.CIRCLE_ALERT),
    DeadlineStatus.DUE_SOON: (Tone.SOON, Icon.CLOCK),
    DeadlineStatus.ON_TIME: (Tone.OK, Icon.CHECK),
    DeadlineStatus.PAUSED: (Tone.HOLD, Icon.PAUSE),
    DeadlineStatus.ANSWERED: (Tone.INFO, Icon.CIRCLE_CHECK),
    DeadlineStatus.ANSWERED_LATE: (Tone.LATE, Icon.CIRCLE_CHECK),
}
_SOURCES = {
    SourceStatus.IMPORTED: (Tone.OK, Icon.CHECK),
    SourceStatus.PARTLY: (Tone.SOON, Icon.TRIANGLE_ALERT),
    SourceStatus.UNREADABLE: (Tone.LATE, Icon.FILE_X),
    SourceStatus.PASSWORD: (Tone.LATE, Icon.LOCK),
}


_MOST_DAYS = 99
_AROUND_A_CHIP = 30


def deadline_chip(tr: Tr, status: DeadlineStatus, days_left: int) -> ChipLook:
    """Return the chip of a request's clock."""
    tone, icon = _DEADLINES[status]
    return ChipLook(status_label(tr, status, days_left), tone, icon)


def source_chip(tr: Tr, status: SourceStatus) -> ChipLook:
    """Return the chip of an imported file's state."""
    tone, icon = _SOURCES[status]
    return ChipLook(state_label(tr, status), tone, icon)


def deadline_column_width(theme: Theme, tr: Tr) -> int:
    """Return the width of a column in which no chip of a clock is cut."""
    days = {DeadlineStatus.OVERDUE: -_MOST_DAYS}
    return _column_width(
        theme, [deadline_chip(tr, one, days.get(one, _MOST_DAYS)) for one in DeadlineStatus]
    )


def source_column_width(theme: Theme, tr: Tr) -> int:
    """Return the width of a column in which no chip of a file's state is cut."""
    return _column_width(theme, [source_chip(tr, status) for status in _SOURCES])


def _column_width(theme: Theme, looks: Iterable[ChipLook]) -> int:
    return max(chip_width(theme, look) for look in looks) + _AROUND_A_CHIP
