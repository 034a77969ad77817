"""What the Settings page shows of the register that is open."""

from dataclasses import dataclass

from dsr_desktop.gui.widgets.key_values import KeyValue


@dataclass(frozen=True)
class SettingsView:
    """The company as key-value rows, and where the register and its key file lie."""

    company: tuple[KeyValue, ...]
    register: str
    key_file: str
