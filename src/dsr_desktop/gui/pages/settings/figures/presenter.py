"""Reads the figures of the law and of the company, and changes those that may be set."""

from PySide6.QtCore import Signal

from dsr_desktop.domain.clock import ExtensionMode
from dsr_desktop.domain.deadline_figures import EXTENSION_MODE, DeadlineFigure
from dsr_desktop.domain.progress import Progress
from dsr_desktop.domain.request_retention import RETENTION_FIGURES, Kept
from dsr_desktop.gui.pages.presenter import Presenter
from dsr_desktop.gui.pages.record_form import RecordForm
from dsr_desktop.gui.pages.settings.figures.views import FigureLine, FiguresGiven, FiguresView
from dsr_desktop.services.deadline_figures import list_deadline_figures, set_deadline_figures
from dsr_desktop.services.request_retention import (
    RetentionSetting,
    list_retention_figures,
    set_retention_figures,
)
from dsr_desktop.wording.deadline_figures import (
    figure_label,
    figure_range,
    figure_value,
    mode_label,
    source_words,
)
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.request_retention import kept_label, months_label


class FiguresPresenter(Presenter):
    """`loaded` brings a FiguresView."""

    loaded = Signal(object)

    def load(self) -> None:
        """Read the figures again."""
        register, tr = self.workspace.register, self.workspace.tr

        def work(_progress: Progress) -> FiguresView:
            return FiguresView(
                tuple(_clock_line(tr, one) for one in list_deadline_figures(register)),
                tuple(_kept_line(tr, one) for one in list_retention_figures(register)),
            )

        self.read(tr("Reading the register"), work, self.loaded.emit)

    def set_clock(self, form: RecordForm, given: FiguresGiven) -> None:
        """Change figures of the clock; the form says what cannot be set."""
        register = self.workspace.register
        self.record(
            form, lambda _progress: set_deadline_figures(register, given.values, given.reason)
        )

    def set_kept(self, form: RecordForm, given: FiguresGiven) -> None:
        """Change how long request files are kept."""
        register = self.workspace.register

        def work(_progress: Progress) -> object:
            months = {
                Kept(name): RETENTION_FIGURES[Kept(name)].parse(text)
                for name, text in given.values.items()
            }
            return set_retention_figures(register, months, given.reason)

        self.record(form, work)


def _clock_line(tr: Tr, one: DeadlineFigure) -> FigureLine:
    modes = tuple((str(mode), mode_label(tr, mode)) for mode in ExtensionMode)
    return FigureLine(
        one.name, figure_label(tr, one.name), str(one.value), figure_value(tr, one),
        source_words(tr, one), one.editable, figure_range(tr, one), modes if one.name == EXTENSION_MODE else (),
    )  # fmt: skip


def _kept_line(tr: Tr, one: RetentionSetting) -> FigureLine:
    figure = one.figure
    source = tr("{source}, checked on {day}", source=tr(figure.source),
                day=tr.date(figure.checked_on))  # fmt: skip
    return FigureLine(
        str(figure.kept), kept_label(tr, figure.kept), str(one.months), months_label(tr, one.months),
        source, figure.editable,
        tr("{lowest} to {highest} months", lowest=figure.lowest, highest=figure.highest),
    )  # fmt: skip
