"""What the Settings page shows of the register that is open, and what is answered there."""

from dataclasses import dataclass

from dsr_desktop.domain.limit_rules import LimitName


@dataclass(frozen=True)
class ActivityLine:
    """A processing activity; `basis` is the article, `basis_words` its name with the article."""

    code: str
    name: str
    basis: str
    basis_words: str
    is_confirmed: bool


@dataclass(frozen=True)
class Confirmation:
    """What the DPO confirms of an activity: the article it rests on, and its name."""

    code: str
    basis: str
    name: str


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
    """Activities and limits, where register and key file lie, and which holidays are known."""

    activities: tuple[ActivityLine, ...]
    limits: tuple[LimitLine, ...]
    register: str
    key_file: str
    holiday_data: str
