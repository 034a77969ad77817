"""For how many months the parts of a request's file are kept, as set in a register."""

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.request_retention import RETENTION_FIGURES, Kept, RetentionFigure
from dsr_desktop.services.register import Register
from dsr_desktop.store.settings import read_settings

MONTHS_SETTING = "request_retention."


def retention_months(register: Register) -> dict[Kept, int]:
    """Return for how many months after closing each part of a request's file is kept.

    What is stored and cannot be one counts as not set.
    """
    stored = read_settings(register.database)
    return {
        kept: _value(figure, stored.get(MONTHS_SETTING + kept))
        for kept, figure in RETENTION_FIGURES.items()
    }


def _value(figure: RetentionFigure, stored: str | None) -> int:
    try:
        return figure.parse(stored) if stored is not None else figure.default
    except InvalidInputError:
        return figure.default
