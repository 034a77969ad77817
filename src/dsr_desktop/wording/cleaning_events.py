"""Words of the events about cleaned copies and the originals that they replaced; never a person."""

from collections.abc import Callable, Mapping

from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.wording.language import Tr

Payload = Mapping[str, object]


def _cleaned(tr: Tr, payload: Payload) -> str:
    return tr.count(
        "Cleaned copy made: {n} row taken out", "Cleaned copy made: {n} rows taken out",
        _number(payload, "rows"),
    )  # fmt: skip


CLEANING_SAYINGS: dict[str, Callable[[Tr, Payload], str]] = {
    EventKind.SOURCE_CLEANED: _cleaned,
}


def _number(payload: Payload, key: str) -> int:
    value = payload.get(key)
    return value if isinstance(value, int) else 0
