"""The Settings page: language and theme at once, the rest to read."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsr_desktop import __version__
from dsr_desktop.gui.pages.page import Page
from dsr_desktop.gui.pages.settings.backups.desk import BackupsDesk
from dsr_desktop.gui.pages.settings.calendar.desk import CalendarDesk
from dsr_desktop.gui.pages.settings.figures.desk import FiguresDesk
from dsr_desktop.gui.pages.settings.limits_card import LimitsCard
from dsr_desktop.gui.pages.settings.presenter import SettingsPresenter
from dsr_desktop.gui.pages.settings.proof.desk import ProofDesk
from dsr_desktop.gui.pages.settings.suppression.desk import SuppressionDesk
from dsr_desktop.gui.pages.settings.views import SettingsView
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import ThemeMode
from dsr_desktop.gui.theme.tokens import Ink, Space, TextStyle, Tone
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.gui.widgets.card import Card
from dsr_desktop.gui.widgets.fact_row import AdviceRow
from dsr_desktop.gui.widgets.fixed_text import FixedText
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.gui.widgets.layouts import lay_out_now
from dsr_desktop.gui.widgets.reading_order import focus_first
from dsr_desktop.gui.widgets.scroll_pane import ScrollPane
from dsr_desktop.gui.widgets.segmented import Segmented
from dsr_desktop.gui.workspace import Workspace

_LANGUAGES = (("fr", "Français"), ("en", "English"))
_MODES = (ThemeMode.SYSTEM, ThemeMode.LIGHT, ThemeMode.DARK)


class SettingsPage(Page):
    """Emits the language ("fr", "en") and the ThemeMode that the user chooses."""

    section = "settings"
    language_chosen = Signal(str)
    mode_chosen = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, workspace.tr("Settings"))
        self._presenter = SettingsPresenter(workspace)
        self._presenter.loaded.connect(self.show_view)
        tr = workspace.tr
        self.language = Segmented(
            workspace.theme, tr("Language"), [name for _code, name in _LANGUAGES],
            current=_number_of(tr.language),
        )  # fmt: skip
        self.mode = Segmented(
            workspace.theme, tr("Colours"), (tr("As the system"), tr("Light"), tr("Dark")),
            current=_MODES.index(workspace.theme.mode),
        )  # fmt: skip
        self.language.chosen.connect(self._choose_language)
        self.mode.chosen.connect(lambda number: self.mode_chosen.emit(_MODES[number]))
        self.header.set_state(tr("A choice takes effect at once"))
        self._wants_suppression = False
        self.limits = LimitsCard(workspace.theme, tr)
        self.limits.change_requested.connect(self._presenter.change_limits)
        self.limits.reset_requested.connect(self._presenter.reset_limits)
        self.suppression = SuppressionDesk(workspace, self)
        self.suppression.told.connect(self._tell)
        self.suppression.shown.connect(self._focus_suppression)
        self.calendar = CalendarDesk(workspace, self)
        self.calendar.told.connect(self._tell)
        self.figures = FiguresDesk(workspace, self)
        self.proof = ProofDesk(workspace, self)
        self.proof.told.connect(self._tell)
        self.backups = BackupsDesk(workspace, self)
        self.backups.told.connect(self._tell)
        self.register_path = FixedText(workspace.theme, tr("Register file"))
        self.key_path = FixedText(workspace.theme, tr("Key file"))
        self._lay_out()

    def load(self) -> None:
        """Read the register again."""
        self._presenter.load()
        self.suppression.load()
        self.calendar.load()
        self.proof.load()
        self.figures.load()
        self.backups.load()

    def take_focus(self) -> None:
        """Begin at the top."""
        focus_first(self._pane)

    def show_view(self, view: SettingsView) -> None:
        """Show what the presenter found."""
        self.holiday_data.setText(view.holiday_data)
        self.limits.show_lines(view.limits)
        self.register_path.show_text(view.register)
        self.key_path.show_text(view.key_file)

    def show_suppression(self) -> None:
        """Bring the suppression list into view and into focus, once it is read."""
        self._wants_suppression = True
        self._focus_suppression()

    def _focus_suppression(self) -> None:
        if self._wants_suppression and self.suppression.card.has_entries:
            self._wants_suppression = False
            lay_out_now(self)
            self.suppression.card.take_focus()
            self._pane.ensureWidgetVisible(self.suppression.card)

    def _tell(self, what: str, consequence: str) -> None:
        """Say what was done; it stays until closed."""
        self.clear_error()
        banner = Banner(self.workspace.theme, Tone.OK, what, consequence)
        close = banner.add_button(self.workspace.tr("Close"))
        close.clicked.connect(lambda: self.notices.take_away("done"))
        self.notices.show_notice("done", banner)

    def hideEvent(self, event: QHideEvent) -> None:
        """Take away what was said of the last change: it stays until the page is left."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.notices.take_away("done")

    def _choose_language(self, number: int) -> None:
        if self._presenter.may_change_language():
            self.language_chosen.emit(_LANGUAGES[number][0])
        else:
            self.language.set_current(_number_of(self.workspace.tr.language))

    def _lay_out(self) -> None:
        self._pane = pane = ScrollPane(spacing=Space.SNUG + 2)
        row = QHBoxLayout()
        row.setSpacing(Space.SNUG + 2)
        left = (self._make_look(), self.suppression.card, self.backups.card, self.figures.card)
        right = (
            self.calendar.card, self._make_register(), self.proof.card, self.limits,
            self._make_about(),
        )  # fmt: skip
        for cards in (left, right):
            row.addLayout(_stack(cards), 1)
        pane.body.addLayout(row)
        pane.body.addStretch(1)
        self.column.addWidget(pane, 1)

    def _make_look(self) -> Card:
        theme, tr = self.workspace.theme, self.workspace.tr
        card = Card(theme, tr("Window"))
        for label, chooser in ((tr("Language"), self.language), (tr("Colours"), self.mode)):
            card.add(Label(theme, label, ink=Ink.MUTED))
            card.add_row(chooser)
        return card

    def _make_register(self) -> Card:
        theme, tr = self.workspace.theme, self.workspace.tr
        card = Card(theme, tr("Register"))
        card.add(self.register_path)
        card.add(self.key_path)
        advice = tr(
            "Both files belong together: without the key file and its passphrase nobody can open "
            "the register, you neither. Keep a copy of both on another disk."
        )
        card.add(Label(theme, advice, ink=Ink.MUTED, wraps=True))
        return card

    def _make_about(self) -> Card:
        theme, tr = self.workspace.theme, self.workspace.tr
        card = Card(
            theme, tr("About DSR Desktop"), note=tr("Version {version}", version=__version__)
        )
        for icon, sentence, explanation in (
            (Icon.SCALE, tr("An aid, not legal advice"),
             tr("The app gives the article and the reason. You decide, and you answer for it.")),
            (Icon.WIFI_OFF, tr("Offline"),
             tr("The app refuses every connection. Nothing leaves this computer.")),
            (Icon.BOOK_OPEN, tr("Free software"),
             tr("MIT licence. It uses Qt (LGPL), SQLCipher (BSD), the font Inter (OFL) and "
                "Lucide icons (ISC), among others.")),
        ):  # fmt: skip
            card.add(AdviceRow(theme, icon, sentence, explanation))
        self.holiday_data = Label(theme, "", TextStyle.CAPTION, Ink.MUTED, wraps=True)
        card.add(self.holiday_data)
        return card


def _number_of(language: str) -> int:
    return next(n for n, (code, _name) in enumerate(_LANGUAGES) if code == language)


def _stack(cards: Sequence[QWidget]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(Space.SNUG + 2)
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    return column
