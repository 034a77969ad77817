"""What stands below the input of a day: how it is read, and that a text is none."""

from dsr_desktop.wording.language import Tr


def day_hint(tr: Tr) -> str:
    """Say in which order figures are read."""
    return tr("Day first: 31/12/2026")


def misread_day(tr: Tr) -> str:
    """Say that a text is no day, and how to write one."""
    return tr("This is no day. Write it as 31/12/2026")
