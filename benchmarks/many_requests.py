"""A register of many requests, and the bare reading of the same rows."""

import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

from benchmarks.empty_register import PASSPHRASE, new_register
from dsr_desktop.services.register import Register, open_register

TODAY = date(2026, 11, 16)
_FIRST, _DAYS = date(2020, 1, 6), 2_500
_ONE_OPEN_IN = 10
_NAMES = ("Camille Dupont", "Zoé Martin", "Hugo Perrin", "Léa Marchand", "Inès Faure", "Jean Roux")
_RIGHTS = ("access", "erasure", "rectification", "portability", "objection_marketing")
_TABLES = ("request", "request_item", "request_criterion", "request_name", "pause")
_Row = tuple[object, ...]


def fill(path: str, number: int) -> dict[str, object]:
    """Make a register of `number` requests, one in ten open, with rights, names, pauses, events."""
    register = new_register(Path(path))
    with register.database.transaction() as connection:
        for table, rows in _tables(number).items():
            marks = ", ".join("?" * len(next(rows(1))))
            connection.executemany(
                f"INSERT INTO {table} VALUES ({marks})",
                (row for n in range(1, number + 1) for row in rows(n)),
            )
        for n in range(0, number, _ONE_OPEN_IN):
            register.log("request_recorded", _ref(n + 1), on=TODAY.isoformat())  # type: ignore[arg-type]
    register.close()
    return {"seconds": 0.0}


def opened(path: str) -> Register:
    """Open the register made before."""
    return open_register(Path(path), PASSPHRASE)


def read_bare(path: str) -> dict[str, object]:
    """Read the same rows with plain SELECTs, and make a list of lines of them: the least there is."""
    register = opened(path)
    connection = register.database.connection
    started = time.perf_counter()
    rows = {table: connection.execute(f"SELECT * FROM {table}").fetchall() for table in _TABLES}
    lines = [" ".join(map(str, row)) for row in rows["request"]]
    read = time.perf_counter() - started
    started = time.perf_counter()
    kept = [line for line in lines if "2024-00" in line]
    filtered = time.perf_counter() - started
    register.close()
    return {"seconds": read, "filter": filtered, "kept": len(kept)}


def _ref(n: int) -> str:
    return f"DSR-{_received(n).year}-{n:05}"


def _received(n: int) -> date:
    return _FIRST + timedelta(days=n % _DAYS)


def _tables(_number: int) -> dict[str, Callable[[int], Iterator[_Row]]]:
    return {
        "request(id, ref, received_on, recorded_on, channel, language, status, answered_on, "
        "closed_on)": _request,
        "request_item(request_id, right)": _items,
        "request_criterion(request_id, criterion, value)": _criteria,
        "request_name(request_id, name)": _names,
        "pause(request_id, reason, asked_on, answered_on)": _pauses,
    }


def _request(n: int) -> Iterator[_Row]:
    day, is_open = _received(n), n % _ONE_OPEN_IN == 0
    answered = None if is_open else (day + timedelta(days=20)).isoformat()
    yield (
        n, _ref(n), day.isoformat(), day.isoformat(), "email_dpo", "fr",
        "in_progress" if is_open else "closed", answered, answered,
    )  # fmt: skip


def _items(n: int) -> Iterator[_Row]:
    yield (n, _RIGHTS[n % len(_RIGHTS)])


def _criteria(n: int) -> Iterator[_Row]:
    yield (n, "name", _NAMES[n % len(_NAMES)])


def _names(n: int) -> Iterator[_Row]:
    yield (n, _NAMES[n % len(_NAMES)])


def _pauses(n: int) -> Iterator[_Row]:
    if n % 5 == 1:
        day = _received(n)
        yield n, "identity", *((day + timedelta(days=by)).isoformat() for by in (2, 9))
