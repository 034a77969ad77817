"""When Microsoft no longer has what Clarity recorded of a visit (R-TRK-1)."""

from dataclasses import dataclass
from datetime import date, timedelta

from dsr_desktop.domain.workdays import add_months

_PLAYBACK_DAYS = 30
_CLICK_MONTHS = 13


@dataclass(frozen=True)
class ClarityExpiry:
    """The days from which recordings and clicks are gone; labelled sessions stay 13 months too."""

    playback_gone_on: date
    click_gone_on: date


def expiry_of(seen_on: date) -> ClarityExpiry:
    """Return what becomes of a visit on `seen_on`; source: Microsoft Learn, data retention."""
    return ClarityExpiry(
        seen_on + timedelta(days=_PLAYBACK_DAYS), add_months(seen_on, _CLICK_MONTHS)
    )
