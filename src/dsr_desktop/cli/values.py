"""What options are given: paths and days; each refused in one sentence."""

import os
from datetime import date, datetime
from pathlib import Path

import click

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark

_LONGEST_PATH, _LONGEST_NAME = 4000, 255


class PathGiven(click.Path):
    """A path; "" would silently mean the current folder, and no system takes an endless name.

    Whether it can be read is found out by who reads it, and told in its own words.
    """

    def __init__(self, *, dir_okay: bool = True) -> None:
        super().__init__(path_type=Path, dir_okay=dir_okay, readable=False)

    def convert(
        self,
        value: str | os.PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Path:
        """Return the path; InvalidInputError for an empty or an endless one."""
        text = os.fspath(value)
        if not text.strip():
            raise InvalidInputError(
                mark("{option} is empty. Write the name of a file or folder."),
                option=param.get_error_hint(ctx) if param and ctx else "",
            )
        names = [len(os.fsencode(name)) for name in Path(text).parts]
        if len(os.fsencode(text)) > _LONGEST_PATH or max(names, default=0) > _LONGEST_NAME:
            raise InvalidInputError(
                mark("{path} is too long for the name of a file. Use a shorter one."),
                path=text[:40] + "…",
            )
        return Path(str(super().convert(text, param, ctx)))


class Day(click.ParamType[date]):
    """A date written as 2026-11-02."""

    name = "date"

    def convert(
        self, value: object, _param: click.Parameter | None, _ctx: click.Context | None
    ) -> date:
        """Read the date; InvalidInputError for what is no day of the calendar."""
        if isinstance(value, date):
            return value
        return parse_day(str(value))


class Moment(click.ParamType[datetime]):
    """A day and a time written as 2026-11-02T14:30, on the clock here unless a zone is given."""

    name = "time"

    def convert(
        self, value: object, _param: click.Parameter | None, _ctx: click.Context | None
    ) -> datetime:
        """Read the moment; InvalidInputError for a day without a time or what is neither."""
        if isinstance(value, datetime):
            return value
        text = str(value).strip()
        try:
            moment = (
                datetime.fromisoformat(text).astimezone() if len(text) > len("2026-11-02") else None
            )
        except (ValueError, OverflowError):
            moment = None
        if moment is None:
            raise InvalidInputError(
                mark("{value} is no day with a time. Write it as 2026-11-02T14:30."),
                value=text[:30],
            )
        return moment


def parse_day(text: str) -> date:
    """Read YYYY-MM-DD; InvalidInputError for what is no day of the calendar (31 June)."""
    written = text.strip()
    try:
        day = date.fromisoformat(written)
    except ValueError:
        day = None
    if day is None or day.isoformat() != written:  # it also reads 20261102 and 2026-W45-1
        raise InvalidInputError(
            mark("{value} is not a day of the calendar. Write it as 2026-11-02."), value=text[:20]
        )
    return day
