"""Says in a few words what an event of the log was; it names things, never a person."""

from collections.abc import Callable, Mapping
from datetime import date

from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.fields import Origin
from dsr_desktop.domain.request import Channel, Decision, Right
from dsr_desktop.wording.cleaning_events import CLEANING_SAYINGS
from dsr_desktop.wording.columns import origin_label
from dsr_desktop.wording.contact_retention import RETENTION_SAYINGS
from dsr_desktop.wording.erasure import ERASURE_SAYINGS
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.record_events import word_record_event
from dsr_desktop.wording.request_events import REQUEST_SAYINGS
from dsr_desktop.wording.requests import channel_label, decision_label, right_label
from dsr_desktop.wording.restriction import RESTRICTION_SAYINGS
from dsr_desktop.wording.task_events import TASK_SAYINGS
from dsr_desktop.wording.transfers import TRANSFER_SAYINGS

Payload = Mapping[str, object]


def word_event(tr: Tr, kind: str, payload: Payload) -> str:
    """Word one event by its kind; a kind that has no words here is shown as it is."""
    say = _SAYINGS.get(kind)
    return say(tr, payload) if say else word_record_event(tr, kind, payload)


def _recorded(tr: Tr, payload: Payload) -> str:
    rights = ", ".join(right_label(tr, Right(one)) for one in _texts(payload, "rights"))
    return tr("Request recorded: {rights}", rights=rights)


def _searched(tr: Tr, payload: Payload) -> str:
    hits, files = _number(payload, "hits"), _number(payload, "files")
    found = tr.count("{n} hit", "{n} hits", hits)
    words = tr.count(
        "Searched {n} file: {found}", "Searched {n} files: {found}", files, found=found
    )
    unread = _number(payload, "unreadable")
    if not unread:
        return words
    missing = tr.count("{n} file not read", "{n} files not read", unread)
    return tr("{words}, {missing}", words=words, missing=missing)


def _search_report(tr: Tr, payload: Payload) -> str:
    hits = _number(payload, "hits")
    return tr.count("Search report: {n} hit", "Search report: {n} hits", hits)


def _judged(tr: Tr, payload: Payload) -> str:
    parts = [
        tr.count("{n} confirmed", "{n} confirmed", _count(payload, "confirmed")),
        tr.count("{n} someone else", "{n} someone else", _count(payload, "rejected")),
        tr.count("{n} reopened", "{n} reopened", _count(payload, "reopened")),
    ]
    counts = (_count(payload, key) for key in ("confirmed", "rejected", "reopened"))
    told = [part for part, count in zip(parts, counts, strict=True) if count]
    return tr("Hits reviewed: {parts}", parts=", ".join(told)) if told else tr("Hits reviewed")


def _reopened(tr: Tr, payload: Payload) -> str:
    return tr.count(
        "{n} hit is open again: its row changed in a newer file",
        "{n} hits are open again: their rows changed in a newer file",
        _number(payload, "hits"),
    )


def _identity(tr: Tr, payload: Payload) -> str:
    words = {
        "confirmed": tr("Identity confirmed"),
        "not_confirmed": tr("Identity not confirmed"),
        "pending": tr("Identity asked, waiting for the person"),
    }
    return words.get(str(payload.get("result")), tr("Identity checked"))


def _paused(tr: Tr, payload: Payload) -> str:
    return tr("Clock paused on {day}", day=_day(tr, payload))


def _resumed(tr: Tr, payload: Payload) -> str:
    return tr("Clock running again from {day}", day=_day(tr, payload))


def _decided(tr: Tr, payload: Payload) -> str:
    right = right_label(tr, Right(str(payload["right"])))
    decision = decision_label(tr, Decision(str(payload["decision"])))
    return tr("{right}: {decision}", right=right, decision=decision)


def _sent(tr: Tr, payload: Payload) -> str:
    channel = channel_label(tr, Channel(str(payload["channel"])))
    return tr("Answer sent on {day}: {channel}", day=_day(tr, payload), channel=channel)


def _closed(tr: Tr, payload: Payload) -> str:
    copies = _count(payload, "working_copies_purged")
    if not copies:
        return tr("Request closed")
    return tr.count(
        "Request closed, {n} working copy purged",
        "Request closed, {n} working copies purged",
        copies,
    )


def _checklist(tr: Tr, payload: Payload) -> str:
    rows = _number(payload, "rows")
    return tr.count("Erasure checklist: {n} row", "Erasure checklist: {n} rows", rows)


def _package(tr: Tr, payload: Payload) -> str:
    right = right_label(tr, Right(str(payload["right"])))
    records = _number(payload, "records")
    return tr.count("Package {right}: {n} row", "Package {right}: {n} rows", records, right=right)


def _listed(tr: Tr, payload: Payload) -> str:
    keys = _count(payload, "entries")
    return tr.count("Suppression list: {n} key added", "Suppression list: {n} keys added", keys)


def _read_again(tr: Tr, payload: Payload) -> str:
    gone = _count(payload, "gone")
    if payload.get("clean") and gone:
        return tr.count(
            "Sources read again: clean, {n} file is gone for good",
            "Sources read again: clean, {n} files are gone for good",
            gone,
        )
    if payload.get("clean"):
        return tr("Sources read again: all clean")
    return tr("Sources read again: not clean yet")


def _unfinished(tr: Tr, payload: Payload) -> str:
    names = _texts(payload, "files")
    files = ", ".join(names)
    if _texts(payload, "lost"):
        return tr.count(
            "{files} was not made: it was cut off, and its folder is gone",
            "{files} were not made: they were cut off, and their folder is gone",
            len(names), files=files,
        )  # fmt: skip
    if not files:
        return tr("A document was cut off while it was made; what was left was removed")
    return tr("Making {files} was cut off; what was left was removed", files=files)


def _imported(tr: Tr, payload: Payload) -> str:
    files, rows = _number(payload, "files"), _number(payload, "rows")
    of_them = tr.count("{n} row", "{n} rows", rows)
    return tr.count("Imported {n} file: {rows}", "Imported {n} files: {rows}", files, rows=of_them)


def _copies_purged(tr: Tr, payload: Payload) -> str:
    copies = _count(payload, "sources")
    return tr.count("{n} working copy purged", "{n} working copies purged", copies)


def _versions_purged(tr: Tr, payload: Payload) -> str:
    versions = _count(payload, "sources")
    return tr.count("{n} earlier version purged", "{n} earlier versions purged", versions)


def _activity_set(tr: Tr, payload: Payload) -> str:
    return tr("Activity of a file set: {activity}", activity=str(payload.get("activity", "")))


def _origin_set(tr: Tr, payload: Payload) -> str:
    said = str(payload.get("origin", ""))
    origin = origin_label(tr, Origin(said) if said else None)
    return tr("Said who the values of a column come from: {origin}", origin=origin)


def _activity_confirmed(tr: Tr, payload: Payload) -> str:
    basis = str(payload.get("legal_basis", ""))
    return tr("Activity confirmed: {basis}", basis=basis)


def _passed(tr: Tr, payload: Payload) -> str:
    return tr.count(
        "{n} row stored as another person's, as decided in the earlier version",
        "{n} rows stored as other people's, as decided in the earlier version",
        _number(payload, "rows"),
    )


def _erased_chosen(tr: Tr, payload: Payload) -> str:
    if payload.get("on"):
        return tr("Suppression list: keys of erased people are kept from now on")
    return tr("Suppression list: keys of erased people are no longer kept")


_SAYINGS: dict[str, Callable[[Tr, Payload], str]] = {
    EventKind.REGISTER_MADE: lambda tr, _payload: tr("Register made"),
    EventKind.IMPORTED: _imported,
    EventKind.WORKING_COPY_KEPT_AS_LIST: lambda tr, _payload: tr(
        "A working copy is a list of the register now"
    ),
    EventKind.SOURCE_REMOVED: lambda tr, _payload: tr("An import undone"),
    EventKind.SOURCE_STAYS_AT_COPY: lambda tr, _payload: tr(
        "An import undone; the same content stays at another place"
    ),
    EventKind.PLACE_GONE: lambda tr, _payload: tr("A file is gone for good"),
    EventKind.PLACE_NOT_GONE: lambda tr, _payload: tr("A file is not gone for good after all"),
    EventKind.READING_OVERTAKEN: lambda tr, _payload: tr(
        "Sources to be read again: a file is not gone for good after all"
    ),
    EventKind.ACTIVITY_SET: _activity_set,
    EventKind.ORIGIN_SET: _origin_set,
    EventKind.ACTIVITY_CONFIRMED: _activity_confirmed,
    EventKind.WORKING_COPIES_PURGED: _copies_purged,
    EventKind.VERSION_REPLACED: lambda tr, _payload: tr("A newer version took the place of a file"),
    EventKind.VERSION_RESTORED: lambda tr, _payload: tr(
        "The earlier version of a file is back in its place"
    ),
    EventKind.EARLIER_VERSIONS_PURGED: _versions_purged,
    EventKind.REQUEST_RECORDED: _recorded,
    EventKind.CRITERIA_CHANGED: lambda tr, _payload: tr("What is known about the person changed"),
    EventKind.SEARCHED: _searched,
    EventKind.SEARCH_REPORT_MADE: _search_report,
    EventKind.HITS_JUDGED: _judged,
    EventKind.HITS_REOPENED: _reopened,
    EventKind.IDENTITY_CHECKED: _identity,
    EventKind.CLOCK_PAUSED: _paused,
    EventKind.CLOCK_RESUMED: _resumed,
    EventKind.EXTENDED: lambda tr, _payload: tr("Extension by two months recorded"),
    EventKind.DECIDED: _decided,
    EventKind.ANSWER_SENT: _sent,
    EventKind.CLOSED: _closed,
    EventKind.CHECKLIST_MADE: _checklist,
    EventKind.PACKAGE_BUILT: _package,
    EventKind.DOCUMENT_UNFINISHED: _unfinished,
    EventKind.SOURCES_READ_AGAIN: _read_again,
    EventKind.MAPPINGS_REMEMBERED: lambda tr, _payload: tr("What columns mean was remembered"),
    EventKind.MAPPING_FORGOTTEN: lambda tr, _payload: tr("A remembered mapping was forgotten"),
    EventKind.COLUMN_SKIPPED: lambda tr, _payload: tr("A column was left out at the import"),
    EventKind.LIMITS_CHANGED: lambda tr, _payload: tr("Limits for reading files changed"),
    EventKind.LIMITS_RESET: lambda tr, _payload: tr("Limits for reading files as delivered"),
    EventKind.SUPPRESSION_ADDED: _listed,
    EventKind.SUPPRESSION_REMOVED: lambda tr, _payload: tr("Suppression list: key removed"),
    EventKind.SUPPRESSION_RENEWED: lambda tr, _payload: tr("Suppression list: key stays"),
    EventKind.SUPPRESSION_OF_ERASED_CHOSEN: _erased_chosen,
    EventKind.HELD_ROW_DECIDED: lambda tr, _payload: tr("Decided on a row that was held"),
    EventKind.CLEARED_ROWS_PASSED: _passed,
    **ERASURE_SAYINGS,
    **RETENTION_SAYINGS,
    **TASK_SAYINGS,
    **CLEANING_SAYINGS,
    **REQUEST_SAYINGS,
    **RESTRICTION_SAYINGS,
    **TRANSFER_SAYINGS,
}


def _day(tr: Tr, payload: Payload) -> str:
    return tr.date(date.fromisoformat(str(payload["on"])))


def _texts(payload: Payload, key: str) -> list[str]:
    values = payload.get(key)
    return [str(value) for value in values] if isinstance(values, list) else []


def _count(payload: Payload, key: str) -> int:
    return len(_texts(payload, key))


def _number(payload: Payload, key: str) -> int:
    value = payload.get(key)
    return value if isinstance(value, int) else 0
