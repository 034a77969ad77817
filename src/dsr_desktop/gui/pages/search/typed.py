"""Searches while one types in the search field: once the typing pauses, not at each letter."""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer, Signal

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.gui.quick_search import typed_criteria
from dsr_desktop.gui.widgets.search_field import SearchField

PAUSE_MS = 150


class TypedSearch(QObject):
    """`wanted` carries the criteria that the text means by now; `given_up` that the field is empty.

    `country` (ISO 3166) completes local phone numbers; it is asked for at each search.
    """

    wanted = Signal(object)
    given_up = Signal()

    def __init__(
        self, field: SearchField, country: Callable[[], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._field = field
        self._country = country
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        field.textChanged.connect(self._wait)
        field.search_requested.connect(self._pause.stop)

    def search_now(self) -> None:
        """Search for what stands in the field without waiting for a pause."""
        self._pause.stop()
        self._tell()

    def _wait(self, text: str) -> None:
        if text.strip():
            self._pause.start()
        else:
            self._pause.stop()
            self.given_up.emit()

    def _tell(self) -> None:
        with suppress(InvalidInputError):  # said on Enter: more may be typed yet
            if criteria := typed_criteria(self._field.text(), self._country()):
                self.wanted.emit(criteria)
