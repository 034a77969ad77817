"""What the register itself says of the person: her requests, the suppression list, suppliers."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsr_desktop.domain.matching import Level
from dsr_desktop.domain.own_record import OwnFound, RecordKind
from dsr_desktop.gui.pages.search.words import DOT
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Tone
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.gui.widgets.layouts import clear
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.matching import level_label
from dsr_desktop.wording.own_records import own_record_line

_MOST_NAMED = 3


class OwnRecordsBar(QWidget):
    """A banner above the hits; weak records are only counted until asked for.

    `request_wanted` carries the reference of a request.
    """

    request_wanted = Signal(str)

    def __init__(self, theme: Theme, tr: Tr, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tr = tr
        self._shown: tuple[OwnFound, ...] = ()
        self._all_named = False
        self.banner: Banner | None = None
        self._place = QVBoxLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_records(self, found: Sequence[OwnFound]) -> None:
        """Show these records, in their order."""
        wanted = tuple(found)
        self.setVisible(bool(wanted))
        if wanted != self._shown:
            self._shown, self._all_named = wanted, False
            self._fill()

    def _fill(self) -> None:
        clear(self._place)
        self.banner = None
        if not self._shown:
            return
        tr, named = self._tr, self._named()
        title = tr.count(
            "{n} record of the register itself is, or may be, about the person",
            "{n} records of the register itself are, or may be, about the person",
            len(self._shown),
        )
        banner = Banner(self._theme, Tone.INFO, title, "\n".join(map(self._line, named)))
        self.banner = banner
        if len(named) < len(self._shown):
            show_all = tr.count("Show {n} record", "Show all {n} records", len(self._shown))
            banner.add_button(show_all).clicked.connect(self._name_all)
        self._add_request(banner, named)
        self._place.addWidget(banner)

    def _line(self, one: OwnFound) -> str:
        return DOT.join((level_label(self._tr, one.grade.level), own_record_line(self._tr, one)))

    def _named(self) -> tuple[OwnFound, ...]:
        if self._all_named:
            return self._shown
        sure = [one for one in self._shown if one.grade.level is not Level.WEAK]
        return tuple(sure[:_MOST_NAMED])

    def _add_request(self, banner: Banner, named: Sequence[OwnFound]) -> None:
        """Lead to the request that most surely is the person's."""
        ref = next((one.ref for one in named if one.kind is RecordKind.REQUEST), "")
        if ref:
            button = banner.add_button(self._tr("To {ref}", ref=ref), Icon.INBOX)
            button.clicked.connect(lambda: self.request_wanted.emit(ref))

    def _name_all(self) -> None:
        self._all_named = True
        self._fill()
