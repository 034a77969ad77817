"""What the cookies of Microsoft Clarity say, in whatever form they were pasted.

Source: github.com/microsoft/clarity, commit 8aa987e4 (version 0.8.69), packages/clarity-js:
src/data/metadata.ts, src/data/cookie.ts, src/data/util.ts. MUID and CLID: captured values.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from urllib.parse import unquote

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark

_FIRST_DAY_SEEN = date(2020, 1, 1)
_EPOCH = date(1970, 1, 1)
_DAYS_KEPT_ROUNDED_UP = 366
_OLDEST_CLARITY = date(2018, 1, 1)
_KNOWN_VERSIONS = frozenset({"1", "2"})
_MOST_DECODINGS = 10
_LONGEST_PASTE = 100_000
_PART = "[|^]"
_CLCK = re.compile(
    rf"(?P<user>[0-9a-z]{{1,13}}){_PART}(?P<version>\d{{1,4}}){_PART}(?P<expiry>[0-9a-z]{{1,6}})"
    rf"(?:{_PART}(?P<consent>[01])(?:{_PART}(?P<seen>\d{{1,6}}))?)?(?P<limited>~1)?",
    re.ASCII,
)
_CLSK = re.compile(
    rf"(?P<session>[0-9a-z]{{1,13}}){_PART}(?P<saved>\d{{13}}){_PART}(?P<page>\d{{1,9}})"
    rf"{_PART}(?P<recorded>[01]){_PART}(?P<upload>[^\s|^~]{{1,2048}})(?:{_PART}[^\s|^~]{{1,2048}})?"
    r"(?P<limited>~1)?",
    re.ASCII,
)
_CLID = re.compile(r"(?P<user>[0-9a-f]{32})\.(?P<seen>\d{8})\.(?P<until>\d{8})", re.ASCII)
_MUID = re.compile(r"[0-9A-F]{32}", re.ASCII)
_USER = re.compile(r"[0-9a-z]{1,13}", re.ASCII)
_BETWEEN = re.compile(r"[;\s\"',{}\[\]]+")
_NAMED = re.compile(r"(_clck|_clsk|MUID|CLID)(?:\W{1,8}value)?\W{0,4}?[=:\s\"']+", re.IGNORECASE)


class CookieName(StrEnum):
    """The cookies that hold something about a visitor."""

    CLCK = "_clck"
    CLSK = "_clsk"
    MUID = "MUID"
    CLID = "CLID"


class CookieDoubt(StrEnum):
    """What is odd about a cookie; its other parts are read all the same."""

    SEEN_AFTER_WRITTEN = "seen_after_written"
    IN_THE_FUTURE = "in_the_future"
    NO_DAY = "no_day"
    OTHER_VERSION = "other_version"


@dataclass(frozen=True)
class ClarityCookie:
    """What one cookie says; None where this kind says nothing of the sort.

    `written_on` is a day in UTC, `saved_at` the moment of the last save. `first_seen` of a `_clck`
    is inferred: nothing by Microsoft says what its number counts. `consent` is explicit consent.
    `is_recorded` tells whether playback was on, `limited` that the site keeps its cookies to one
    subdomain.
    """

    name: CookieName
    user_id: str | None = None
    session_id: str | None = None
    written_on: date | None = None
    saved_at: datetime | None = None
    consent: bool | None = None
    first_seen: date | None = None
    ends_on: date | None = None
    page_count: int | None = None
    is_recorded: bool | None = None
    upload: str | None = None
    version: str | None = None
    limited: bool = False
    doubts: tuple[CookieDoubt, ...] = ()

    @property
    def seen_on(self) -> date | None:
        """The last day (UTC) on which the cookie proves a visit."""
        return self.saved_at.date() if self.saved_at else self.written_on


def read_cookies(pasted: str, today: date) -> tuple[ClarityCookie, ...]:
    """Return what the cookies in a pasted text say, in their order and each once.

    Takes a bare value, `name=value`, a whole Cookie header, lines of cookies.txt or of a browser's
    table, and values encoded for the web once or more. Raises InvalidInputError if there is none.
    """
    text = _decoded(pasted[:_LONGEST_PASTE])
    found = [cookie for value in _values(text) if (cookie := _read(*value, today))]
    if not found:
        raise InvalidInputError(
            mark(
                "This is no value of _clck, _clsk, MUID or CLID. Copy the whole value as the "
                "browser shows it."
            )
        )
    return tuple(dict.fromkeys(found))


def _decoded(text: str) -> str:
    """Undo the encoding of addresses until nothing changes."""
    for _ in range(_MOST_DECODINGS):
        plain = unquote(text)
        if plain == text:
            break
        text = plain
    return text.strip()


def _values(text: str) -> Iterator[tuple[str, CookieName | None]]:
    """Yield what may be values, with the name that stands before them if one does."""
    names = list(_NAMED.finditer(text))
    if not names:
        yield from ((one, None) for one in _BETWEEN.split(text))
        return
    for found in names:
        first = next(iter(_BETWEEN.split(text[found.end() :].lstrip("\"' "), maxsplit=1)), "")
        yield first, _name_of(found[1])


def _name_of(written: str) -> CookieName:
    return next(one for one in CookieName if one.lower() == written.lower())


def _read(value: str, name: CookieName | None, today: date) -> ClarityCookie | None:
    if (found := _CLSK.fullmatch(value)) and name in {None, CookieName.CLSK}:
        return _session(found, today)
    if (found := _CLCK.fullmatch(value)) and name in {None, CookieName.CLCK}:
        return _user(found, today)
    if (found := _CLID.fullmatch(value)) and name in {None, CookieName.CLID}:
        return _first_contact(found, today)
    if _MUID.fullmatch(value if name is None else value.upper()) and name in {
        None,
        CookieName.MUID,
    }:
        return ClarityCookie(CookieName.MUID, user_id=value.upper())
    if name is CookieName.CLCK and _USER.fullmatch(value):
        return ClarityCookie(name, user_id=value)
    return None


def _user(found: re.Match[str], today: date) -> ClarityCookie:
    """Read `_clck`: the code that writes it rounds the last day up, so 366 days lie between."""
    ends = _day_after(_EPOCH, int(found["expiry"], 36) - 1)
    written = _day_after(_EPOCH, int(found["expiry"], 36) - _DAYS_KEPT_ROUNDED_UP)
    seen = _day_after(_FIRST_DAY_SEEN, int(found["seen"])) if found["seen"] else None
    doubts = [*_doubts_of_day(written, today), *_doubts_of_first(seen, written)]
    if found["version"] not in _KNOWN_VERSIONS:
        doubts.append(CookieDoubt.OTHER_VERSION)
    return ClarityCookie(
        CookieName.CLCK,
        user_id=found["user"],
        written_on=written,
        consent=found["consent"] == "1" if found["consent"] else None,
        first_seen=seen,
        ends_on=ends,
        version=found["version"],
        limited=found["limited"] is not None,
        doubts=tuple(doubts),
    )


def _session(found: re.Match[str], today: date) -> ClarityCookie:
    saved = datetime.fromtimestamp(int(found["saved"]) // 1000, UTC)
    saved += timedelta(milliseconds=int(found["saved"]) % 1000)
    upload = found["upload"]
    return ClarityCookie(
        CookieName.CLSK,
        session_id=found["session"],
        written_on=saved.date(),
        saved_at=saved,
        page_count=int(found["page"]),
        is_recorded=found["recorded"] == "1",
        upload=upload if upload.startswith(("/", "https://")) else f"https://{upload}",
        limited=found["limited"] is not None,
        doubts=tuple(_doubts_of_day(saved.date(), today)),
    )


def _first_contact(found: re.Match[str], today: date) -> ClarityCookie:
    """Read `CLID`: an id, the day this browser was first seen, and a day about a year later."""
    seen, until = (_day_written(found[part]) for part in ("seen", "until"))
    return ClarityCookie(
        CookieName.CLID, user_id=found["user"], first_seen=seen, ends_on=until,
        doubts=tuple(_doubts_of_day(seen, today)),
    )  # fmt: skip


def _doubts_of_day(day: date | None, today: date) -> Iterator[CookieDoubt]:
    if day is None or day < _OLDEST_CLARITY:
        yield CookieDoubt.NO_DAY
    elif day > today + timedelta(days=1):  # days are those of UTC
        yield CookieDoubt.IN_THE_FUTURE


def _doubts_of_first(seen: date | None, written: date | None) -> Iterator[CookieDoubt]:
    """Doubt a first visit after the cookie; the server's day may be one ahead of the browser's."""
    if seen and written and seen > written + timedelta(days=1):
        yield CookieDoubt.SEEN_AFTER_WRITTEN


def _day_after(first: date, days: int) -> date | None:
    try:
        return first + timedelta(days=days)
    except OverflowError:
        return None


def _day_written(digits: str) -> date | None:
    try:
        return date.fromisoformat(digits)
    except ValueError:
        return None
