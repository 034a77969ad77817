"""The kinds of events that the log keeps; a name is never changed once registers hold it."""

from enum import StrEnum


class EventKind(StrEnum):
    """What happened: to the register and its lists, or to one request."""

    REGISTER_MADE = "register_made"
    IMPORTED = "imported"
    WORKING_COPY_KEPT_AS_LIST = "working_copy_kept_as_list"
    SOURCE_REMOVED = "source_removed"
    ACTIVITY_SET = "activity_set"
    ACTIVITY_CONFIRMED = "activity_confirmed"
    WORKING_COPIES_PURGED = "working_copies_purged"

    REQUEST_RECORDED = "request_recorded"
    CRITERIA_CHANGED = "criteria_changed"
    SEARCHED = "searched"
    HITS_JUDGED = "hits_judged"
    IDENTITY_CHECKED = "identity_checked"
    CLOCK_PAUSED = "clock_paused"
    CLOCK_RESUMED = "clock_resumed"
    EXTENDED = "extended"
    DECIDED = "decided"
    ANSWER_SENT = "answer_sent"
    CLOSED = "closed"
    CHECKLIST_MADE = "checklist_made"
    PACKAGE_BUILT = "package_built"
    DOCUMENT_UNFINISHED = "document_unfinished"
    SOURCES_READ_AGAIN = "sources_read_again"
