"""The suppression list: counted here, kept in the settings."""

from dsr_desktop.domain.marking import mark
from dsr_desktop.gui.pages.registers.views import Desk, Head, Kind, Listing
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.services.suppressing import entries_to_review, list_entries
from dsr_desktop.wording.language import Tr


def _heads(_tr: Tr) -> tuple[Head, ...]:
    return ()


def _read(desk: Desk) -> Listing:
    tr = desk.tr
    entries = list_entries(desk.register)
    waiting = len(entries_to_review(desk.register, desk.today))
    said = tr.count("{n} entry", "{n} entries", len(entries))
    review = tr.count("{n} to review", "{n} to review", waiting)
    return Listing((), f"{said} · {review}" if waiting else said, waiting)


SUPPRESSION = Kind(
    "suppression", Icon.USER_X, mark("Suppression list"), mark("The suppression list has its own place"),
    mark("Who must not be contacted or imported again: add, look up and review entries there."),
    _heads, _read, leads_to=mark("Go to the suppression list"),
)  # fmt: skip
