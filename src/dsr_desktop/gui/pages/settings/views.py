"""What the Settings page shows of the register that is open, and what is answered there."""

from dataclasses import dataclass

from dsr_desktop.domain.limit_rules import LimitName


@dataclass(frozen=True)
class LimitLine:
    """A limit for reading files: its value in its unit, in words, and which values it may have."""

    name: LimitName
    label: str
    value: int
    words: str
    range_words: str
    is_changed: bool


@dataclass(frozen=True)
class SettingsView:
    """Limits, where register and key file lie, and which holidays are known."""

    limits: tuple[LimitLine, ...]
    register: str
    key_file: str
    holiday_data: str
