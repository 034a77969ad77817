"""Names of the figures of the clock, and their values in words."""

from dsr_desktop.domain.clock import ExtensionMode
from dsr_desktop.domain.deadline_figures import EXTENSION_MODE, DeadlineFigure
from dsr_desktop.domain.marking import mark
from dsr_desktop.wording.language import Tr

_NAMES = {
    "answer_months": mark("Time to answer"),
    "extension_months": mark("Extension"),
    "internal_days": mark("Internal target before the legal date"),
    EXTENSION_MODE: mark("The extension counts from"),
    "doubtful_after_days": mark("A question to the person is late after"),
    "due_soon_days": mark("A request is due soon from"),
    "identity_silence_days": mark("Silence about the identity, then closing is proposed"),
    "alert_working_days": mark("Alert before the legal date"),
    "source_days": mark("Systems answer before the internal target"),
    "withdrawal_working_days": mark("A withdrawn consent takes effect within"),
}
_MODES = {
    ExtensionMode.RECEIPT: mark("the receipt: three months"),
    ExtensionMode.MIN: mark("the earlier of receipt and first date"),
}
SOURCES = (mark("GDPR art. 12(3)"), mark("GDPR art. 7(3)"), mark("EDPB 01/2022 §79"),
           mark("Reg. 1182/71 art. 3"))  # fmt: skip
"""Sources that a figure names and no other text has."""
_MONTHS = frozenset({"answer_months", "extension_months"})
_WORKING_DAYS = frozenset({"alert_working_days", "withdrawal_working_days"})


def figure_label(tr: Tr, name: str) -> str:
    """Name of a figure."""
    return tr(_NAMES[name])


def mode_label(tr: Tr, mode: str) -> str:
    """Say what the extension is counted from."""
    return tr(_MODES[ExtensionMode(mode)])


def figure_value(tr: Tr, one: DeadlineFigure) -> str:
    """Value of a figure with its unit."""
    if isinstance(one.value, str):
        return mode_label(tr, one.value)
    if one.name in _MONTHS:
        return tr.count("{n} month", "{n} months", one.value)
    if one.name in _WORKING_DAYS:
        return tr.count("{n} working day", "{n} working days", one.value)
    return tr.count("{n} day", "{n} days", one.value)


def figure_range(tr: Tr, one: DeadlineFigure) -> str:
    """Say which values a figure may have, "" for one that is no number to set."""
    if one.bounds is None:
        return ""
    lowest, highest = one.bounds
    if one.name in _WORKING_DAYS:
        return tr("{lowest} to {highest} working days", lowest=lowest, highest=highest)
    return tr("{lowest} to {highest} days", lowest=lowest, highest=highest)


def source_words(tr: Tr, one: DeadlineFigure) -> str:
    """Say where a figure is from, when that was checked, and if the law fixes it."""
    said = tr("{source}, checked on {day}", source=tr(one.source), day=tr.date(one.checked_on))
    return said if one.editable else tr("{said}; fixed by law", said=said)
