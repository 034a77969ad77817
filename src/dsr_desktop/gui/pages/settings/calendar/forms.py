"""The forms that change the calendar: they say which requests move before anything is written."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsr_desktop.domain.company_calendar import CompanyCalendar, OverrideKind
from dsr_desktop.domain.workdays import COUNTRIES, subdivisions
from dsr_desktop.gui.pages.record_form import RecordForm
from dsr_desktop.gui.pages.settings.calendar.views import DayFollowed, DayGiven, PlaceGiven
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Tone
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.gui.widgets.editors import ChoiceEditor, TextEditor
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.gui.widgets.layouts import clear
from dsr_desktop.wording.company_calendar import REGION_ADVICE
from dsr_desktop.wording.countries import country_label, sorted_by_name
from dsr_desktop.wording.language import Tr

_LONGEST_REASON = 200


class CalendarForm(RecordForm):
    """`agreed` is the answer whose consequences were shown: pressed again, it is written."""

    def __init__(
        self, theme: Theme, tr: Tr, title: str, *, sentence: str, parent: QWidget | None
    ) -> None:
        super().__init__(theme, tr, title, verb=tr("Save"), sentence=sentence, parent=parent)
        self.agreed: object = None
        self._moves = QVBoxLayout()
        self.body.addLayout(self._moves)

    def show_moves(self, summary: str, moves: Sequence[str]) -> None:
        """Say what the answer moves and wait: only pressed again it is written."""
        self.agreed = self.answer()
        clear(self._moves)
        self._moves.addWidget(Banner(self._theme, Tone.SOON, summary, "\n".join(moves)))
        self.wait_again()
        self.verb_button.setText(self._tr("Move the dates"))
        self.verb_button.setFocus()

    def take_back(self) -> None:
        """Forget what was shown: the answer is another one now."""
        if self.agreed is not None:
            self.agreed = None
            clear(self._moves)
            self.verb_button.setText(self._tr("Save"))


class PlaceForm(CalendarForm):
    """Asks for country and region; without a region the national holidays count."""

    def __init__(
        self, theme: Theme, tr: Tr, place: CompanyCalendar, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            theme, tr, tr("Where does the company act?"), sentence=tr(REGION_ADVICE), parent=parent
        )
        known = {*COUNTRIES, place.country}
        self._codes = sorted_by_name(tr, known)
        self.country = ChoiceEditor(theme, tuple(country_label(tr, one) for one in self._codes))
        self.country.setCurrentIndex(self._codes.index(place.country))
        self.region = ChoiceEditor(theme)
        self.add_field("country", Field(theme, tr("Country"), self.country))
        self.add_field("region", Field(theme, tr("Region"), self.region))
        self._offer_regions()
        self.region.setCurrentIndex(self._regions.index(place.subdivision or ""))
        self.country.currentIndexChanged.connect(self._offer_regions)
        self.region.currentIndexChanged.connect(self.take_back)

    def answer(self) -> PlaceGiven:
        """Return country and region."""
        return PlaceGiven(self._chosen, self._regions[self.region.currentIndex()])

    @property
    def _chosen(self) -> str:
        return self._codes[self.country.currentIndex()]

    def _offer_regions(self) -> None:
        self.take_back()
        self._regions = ("", *subdivisions(self._chosen))
        self.region.clear()
        self.region.addItems([self._tr("none: national holidays alone"), *self._regions[1:]])


class HolidayForm(CalendarForm):
    """Asks for a day and why it is a public holiday, or none, against the country's calendar."""

    def __init__(
        self, theme: Theme, tr: Tr, kind: OverrideKind, today: date, parent: QWidget | None = None
    ) -> None:
        title = tr("Add a public holiday?") if kind is OverrideKind.ADDED else tr(
            "Take a public holiday away?"
        )  # fmt: skip
        sentence = tr("It counts for the deadlines of all requests. The reason stays with it.")
        super().__init__(theme, tr, title, sentence=sentence, parent=parent)
        self._kind = kind
        self.day = self.add_day("day", tr("Day"), today)
        self.reason = TextEditor()
        self.reason.setMaxLength(_LONGEST_REASON)
        self.add_field("reason", Field(theme, tr("Reason"), self.reason))
        self.day.textChanged.connect(self.take_back)
        self.reason.textChanged.connect(self.take_back)

    def answer(self) -> DayGiven | None:
        """Return the day and the reason, None while the day is none."""
        day = self.day.understood
        return None if day is None else DayGiven(day, self._kind, self.reason.text())

    def mistakes(self) -> dict[str, str]:
        """Ask for a reason: without one nobody can tell later why a date is what it is."""
        return {} if self.reason.text().strip() else {"reason": self._tr("Enter the reason")}


class FollowForm(CalendarForm):
    """Asks whether the country's calendar is to hold on a day again."""

    def __init__(
        self, theme: Theme, tr: Tr, day: date, words: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            theme, tr, tr("Let the country's calendar hold again?"), sentence=words, parent=parent
        )
        self._day = day

    def answer(self) -> DayFollowed:
        """Return the day."""
        return DayFollowed(self._day)
