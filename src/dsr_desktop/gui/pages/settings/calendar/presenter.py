"""Reads the calendar and changes it, once the user has seen which dates move."""

from PySide6.QtCore import Signal

from dsr_desktop.domain.company_calendar import (
    CalendarDay,
    Change,
    MovedDeadline,
    act_in,
    follow_country,
    override_day,
)
from dsr_desktop.domain.progress import Progress
from dsr_desktop.gui.jobs import Cancelled, Failed, Ok, Outcome
from dsr_desktop.gui.pages.presenter import Presenter
from dsr_desktop.gui.pages.settings.calendar.forms import CalendarForm
from dsr_desktop.gui.pages.settings.calendar.views import (
    CalendarView,
    DayFollowed,
    DayGiven,
    OverrideLine,
    PlaceGiven,
)
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.widgets.key_values import KeyValue
from dsr_desktop.services.company_calendar import (
    calendar_year,
    change_calendar,
    preview_calendar,
)
from dsr_desktop.services.register import Company
from dsr_desktop.wording.company_calendar import (
    moved_sentence,
    moved_summary,
    override_label,
    place_label,
)
from dsr_desktop.wording.deadlines import holiday_label
from dsr_desktop.wording.language import Tr

Given = PlaceGiven | DayGiven | DayFollowed
_MOST_MOVES = 6


class CalendarPresenter(Presenter):
    """`loaded` brings a CalendarView; `told` says what was done, and what came of it."""

    loaded = Signal(object)
    told = Signal(str, str)

    def load(self, year: int) -> None:
        """Read place, corrections and the holidays of a year again."""
        register, tr = self.workspace.register, self.workspace.tr

        def work(_progress: Progress) -> CalendarView:
            return _view(tr, register.company, year, calendar_year(register, year))

        self.read(tr("Reading the register"), work, self.loaded.emit)

    def submit(self, form: CalendarForm, given: Given) -> None:
        """Say what a change moves; write it if nothing moves, or if that was shown before."""
        change = _change(given)
        if form.agreed == given:
            self._write(form, change)
            return
        register, today = self.workspace.register, self.workspace.today()

        def settle(outcome: Outcome[tuple[MovedDeadline, ...]]) -> None:
            match outcome:
                case Ok(()):
                    self._write(form, change)
                case Ok(moved):
                    self._show(form, moved)
                case Failed(error):
                    form.show_failure(error)
                case Cancelled():
                    form.wait_again()

        self.workspace.run(
            self.workspace.tr("Reading the register"),
            lambda _progress: preview_calendar(register, change, today), settle, lane="read",
        )  # fmt: skip

    def _show(self, form: CalendarForm, moved: tuple[MovedDeadline, ...]) -> None:
        tr = self.workspace.tr
        lines = [moved_sentence(tr, one) for one in moved[:_MOST_MOVES]]
        if more := len(moved) - _MOST_MOVES if len(moved) > _MOST_MOVES else 0:
            lines.append(tr.count("and {n} more", "and {n} more", more))
        form.show_moves(moved_summary(tr, moved), lines)

    def _write(self, form: CalendarForm, change: Change) -> None:
        register, today, tr = self.workspace.register, self.workspace.today(), self.workspace.tr

        def tell(moved: tuple[MovedDeadline, ...]) -> None:
            self.told.emit(tr("The calendar was changed"), moved_summary(tr, moved))

        self.record(form, lambda _progress: change_calendar(register, change, today), tell)


def _change(given: Given) -> Change:
    match given:
        case PlaceGiven(country, subdivision):
            return act_in(country, subdivision)
        case DayGiven(day, kind, reason):
            return override_day(day, kind, reason)
        case DayFollowed(day):
            return follow_country(day)


def _view(tr: Tr, company: Company, year: int, days: tuple[CalendarDay, ...]) -> CalendarView:
    overrides = tuple(
        OverrideLine(
            one.day,
            tr("{day}: {what}, {reason}", day=tr.weekday_date(one.day),
               what=override_label(tr, one.kind), reason=one.reason),
        )
        for one in company.overrides
    )  # fmt: skip
    return CalendarView(
        company.place, _company_rows(tr, company), overrides, year,
        tuple(_day_row(tr, one) for one in days),
    )  # fmt: skip


def _day_row(tr: Tr, one: CalendarDay) -> KeyValue:
    day, name = tr.short_date(one.day), holiday_label(tr, one.name)
    if one.override is None:
        return KeyValue(day, name)
    what = override_label(tr, one.override.kind)
    return KeyValue(day, name, marked=True, reason=what, reason_icon=Icon.INFO)


def _company_rows(tr: Tr, company: Company) -> tuple[KeyValue, ...]:
    pairs = (
        (tr("Company"), company.name),
        (tr("Public holidays"), place_label(tr, company.place)),
        (tr("DPO"), company.dpo_name),
        (tr("Contact"), company.dpo_contact),
    )
    return tuple(KeyValue(key, value or tr("not given")) for key, value in pairs)
