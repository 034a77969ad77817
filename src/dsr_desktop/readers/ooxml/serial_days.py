"""Days and times as workbooks count them: days since 1900 or 1904 (ISO/IEC 29500-1, 18.17.4)."""

import datetime as dt
from dataclasses import dataclass

from dsr_desktop.readers.ooxml.number_formats import Shown

_MILLISECONDS = 86_400_000
_SECONDS = 86_400
_LAST_DAY = 2_958_465
_DAY_THAT_NEVER_WAS = 60
_FIRST, _FIRST_EARLY = dt.date(1899, 12, 30), dt.date(1899, 12, 31)
_FIRST_FROM_1904 = dt.date(1904, 1, 1)


@dataclass(frozen=True)
class Calendar:
    """How the workbook counts days."""

    from_1904: bool = False

    def show(self, serial: float, shown: Shown) -> tuple[str, object] | None:
        """Return text as in ISO 8601 and the typed value; None for what is no date or time.

        The typed value of a duration is its seconds, that of a day that never was the number.
        """
        if not 0 <= serial < _LAST_DAY + 1:
            return None
        if shown is Shown.DATE and isinstance(serial, int) and serial > _DAY_THAT_NEVER_WAS:
            day = self._day(serial)  # nearly all: text and value are the same
            return None if day is None else (day, day)
        if shown is Shown.DURATION:
            return _clock(round(serial * _SECONDS)), serial * _SECONDS
        if serial < 1 and (shown is Shown.TIME or (shown is Shown.EITHER and not self.from_1904)):
            return _time(serial).isoformat(), _typed_time(serial).isoformat()
        return self._moment(serial, shown)

    def _moment(self, serial: float, shown: Shown) -> tuple[str, object] | None:
        seconds = round(serial * _SECONDS)
        if shown is Shown.DATE:
            seconds = round(serial * _MILLISECONDS) // _MILLISECONDS * _SECONDS
        day, rest = divmod(seconds, _SECONDS)
        shown_day = self._day(day)
        if shown_day is None:
            return None
        text = f"{shown_day} {_clock(rest)}" if rest else shown_day
        return text, self._typed(serial, shown)

    def _day(self, day: int) -> str | None:
        if self.from_1904:
            return _date(_FIRST_FROM_1904, day)
        if day == 0:
            return "1900-01-00"
        if day == _DAY_THAT_NEVER_WAS:
            return "1900-02-29"
        return _date(_FIRST if day > _DAY_THAT_NEVER_WAS else _FIRST_EARLY, day)

    def _typed(self, serial: float, shown: Shown) -> object:
        day, milliseconds = divmod(round(serial * _MILLISECONDS), _MILLISECONDS)
        if not self.from_1904 and day in (0, _DAY_THAT_NEVER_WAS):
            return serial
        date = self._day(day)
        if date is None or (shown is Shown.DATE and not milliseconds):
            return date
        moment = dt.datetime.fromisoformat(date) + dt.timedelta(milliseconds=milliseconds)
        return moment.isoformat()


def _date(first: dt.date, days: int) -> str | None:
    try:
        return (first + dt.timedelta(days)).isoformat()
    except OverflowError:
        return None


def _clock(seconds: int) -> str:
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def _time(serial: float) -> dt.time:
    return _time_of(min(round(serial * _SECONDS), _SECONDS - 1))


def _typed_time(serial: float) -> dt.time:
    milliseconds = min(round(serial * _MILLISECONDS), _MILLISECONDS - 1)
    seconds, left = divmod(milliseconds, 1000)
    return _time_of(seconds).replace(microsecond=left * 1000)


def _time_of(seconds: int) -> dt.time:
    return dt.time(seconds // 3600, seconds // 60 % 60, seconds % 60)
