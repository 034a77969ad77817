"""Reads limits and places of the register; guards the change of language."""

from collections.abc import Mapping

from PySide6.QtCore import Signal

from dsr_desktop.domain.errors import NotAllowedError
from dsr_desktop.domain.limit_rules import LimitName
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.progress import Progress
from dsr_desktop.domain.workdays import holiday_data_version
from dsr_desktop.gui.pages.presenter import Presenter
from dsr_desktop.gui.pages.settings.views import (
    LimitLine,
    SettingsView,
)
from dsr_desktop.services.limits import LimitSetting, list_limits, reset_limits, set_limits
from dsr_desktop.services.register import keys_path
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.limits import limit_label, limit_range, limit_value


class SettingsPresenter(Presenter):
    """`loaded` brings a SettingsView."""

    loaded = Signal(object)

    def load(self) -> None:
        """Read the register again."""
        register, tr = self.workspace.register, self.workspace.tr

        def work(_progress: Progress) -> SettingsView:
            return SettingsView(
                limits=tuple(_limit(tr, one) for one in list_limits(register)),
                register=str(register.path),
                key_file=str(keys_path(register.path)),
                holiday_data=tr(
                    "Public holidays: data of version {version}.", version=holiday_data_version()
                ),
            )

        self.read(tr("Reading the register"), work, self.loaded.emit)

    def change_limits(self, values: Mapping[LimitName, int]) -> None:
        """Set the limits for every file read from now on."""
        register = self.workspace.register
        self.change(
            self.workspace.tr("Recording"),
            lambda _progress: set_limits(register, values),
            lambda _limits: None,
        )

    def reset_limits(self) -> None:
        """Go back to the usual limits."""
        register = self.workspace.register
        self.change(
            self.workspace.tr("Recording"),
            lambda _progress: reset_limits(register),
            lambda _limits: None,
        )

    def may_change_language(self) -> bool:
        """Tell whether the window may be built anew now; if not, the reason is reported."""
        if not self.workspace.jobs.busy:
            return True
        self.workspace.report(
            NotAllowedError(mark("A job is running. Change the language when it is done."))
        )
        return False


def _limit(tr: Tr, limit: LimitSetting) -> LimitLine:
    rule = limit.rule
    return LimitLine(
        rule.name,
        limit_label(tr, rule.name),
        limit.value,
        limit_value(tr, rule, limit.value),
        limit_range(tr, rule),
        not limit.is_default,
    )
