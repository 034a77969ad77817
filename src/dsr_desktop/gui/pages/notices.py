"""The banners at the top of a page: one for each matter, no room taken without any."""

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from dsr_desktop.gui.theme.tokens import Space
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.gui.widgets.layouts import clear


class Notices(QWidget):
    """Shows banners by the name of their matter; a new one takes the place of the old."""

    def __init__(self, matters: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT)
        self._places = {matter: QVBoxLayout() for matter in matters}
        for place in self._places.values():
            column.addLayout(place)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def show_notice(self, matter: str, banner: Banner) -> None:
        """Show a banner in the place of its matter."""
        clear(self._places[matter])
        self._places[matter].addWidget(banner)
        self.show()

    def take_away(self, matter: str) -> None:
        """Take a banner away, if there is one."""
        clear(self._places[matter])
        self.setVisible(not self.is_empty)

    @property
    def is_empty(self) -> bool:
        """Tell whether there is no banner."""
        return not any(place.count() for place in self._places.values())
