"""What options are given: paths, days, short texts from files; each refused in one sentence."""

import os
from datetime import date
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


def read_text(path: Path, most: int) -> str:
    """Read a UTF-8 file of at most `most` bytes: a device such as /dev/zero has no end.

    Raises OSError, and ValueError for a longer file or one that is no text.
    """
    with path.open("rb") as file:
        content = file.read(most + 1)
    if len(content) > most:
        raise ValueError(most)
    return content.decode("utf-8-sig")
