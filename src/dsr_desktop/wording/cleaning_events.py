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


def _purged(tr: Tr, payload: Payload) -> str:
    return tr.count(
        "Undo copy of {n} file purged", "Undo copies of {n} files purged", _number(payload, "files")
    )


CLEANING_SAYINGS: dict[str, Callable[[Tr, Payload], str]] = {
    EventKind.SOURCE_CLEANED: _cleaned,
    EventKind.ORIGINAL_REPLACED: lambda tr, _payload: tr("Original replaced by its cleaned copy"),
    EventKind.ORIGINAL_PUT_BACK: lambda tr, _payload: tr("Original put back"),
    EventKind.UNDO_COPIES_PURGED: _purged,
}


def _number(payload: Payload, key: str) -> int:
    value = payload.get(key)
    return value if isinstance(value, int) else 0
