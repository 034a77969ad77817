"""Says in a few words what an event about the company's records was."""

from collections.abc import Mapping

from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.marking import mark
from dsr_desktop.wording.language import Tr


def word_record_event(tr: Tr, kind: str, payload: Mapping[str, object]) -> str:
    """Word one event by its kind; a kind that has no words here is shown as it is."""
    match kind:
        case EventKind.DISCLOSED:
            persons = _number(payload, "persons")
            return tr.count(
                "Data of {n} person handed over", "Data of {n} people handed over", persons
            )
        case EventKind.CONTACTS_EXPORTED:
            rows = _number(payload, "rows")
            return tr.count("{n} contact exported", "{n} contacts exported", rows)
        case EventKind.CIRCULAR_MADE | EventKind.CIRCULAR_SENT:
            return _circular(tr, kind, payload)
        case EventKind.LIST_CHECKED:
            left = _number(payload, "left_out")
            return tr.count(
                "List checked before sending: {n} row left out",
                "List checked before sending: {n} rows left out",
                left,
            )
        case EventKind.REGISTER_IMPORTED:
            rows = _number(payload, "rows")
            return tr.count(
                "Register brought in: {n} entry", "Register brought in: {n} entries", rows
            )
        case _:
            return tr(_RECORDS[kind]) if kind in _RECORDS else kind


_RECORDS: dict[str, str] = {
    EventKind.CONTROLLER_CHANGED: mark("What is said of the company changed"),
    EventKind.CALENDAR_CHANGED: mark("Company calendar changed"),
    EventKind.ART14_DETAILED: mark("Said where the people of a list come from"),
    EventKind.ART14_SETTLED: mark("Information under art. 14 settled for a list"),
    EventKind.ART14_LETTER_MADE: mark("Notice under art. 14 written"),
    EventKind.ACTIVITY_ADDED: mark("Activity added"),
    EventKind.ACTIVITY_DETAILED: mark("Details of an activity written"),
    EventKind.TRACKER_ADDED: mark("Tracker added"),
    EventKind.TRACKER_CHANGED: mark("Tracker changed"),
    EventKind.TRACKER_REMOVED: mark("Tracker removed"),
    EventKind.RECIPIENT_ADDED: mark("Recipient added"),
    EventKind.RECIPIENT_CHANGED: mark("Recipient changed"),
    EventKind.RECIPIENT_REMOVED: mark("Recipient removed"),
    EventKind.CONSENT_RECORDED: mark("Consent recorded"),
    EventKind.CONSENT_WITHDRAWN: mark("Consent withdrawn"),
    EventKind.AUTHORITY_REQUEST_RECORDED: mark("Request of an authority recorded"),
    EventKind.AUTHORITY_REQUEST_CHANGED: mark("Request of an authority changed"),
    EventKind.POLICY_VERSION_ADDED: mark("Version of the privacy policy recorded"),
    EventKind.POLICY_VERSION_CHANGED: mark("Version of the privacy policy changed"),
    EventKind.POLICY_VERSION_REMOVED: mark("Version of the privacy policy removed"),
    EventKind.REGISTER_EXPORTED: mark("Register handed over as files"),
    EventKind.PLAIN_COPY_WRITTEN: mark("Whole register written without encryption"),
    EventKind.DEADLINE_FIGURES_CHANGED: mark("Figures of the clock changed"),
    EventKind.RETENTION_FIGURES_CHANGED: mark("How long request files are kept changed"),
    EventKind.DOSSIER_MADE: mark("Dossier for the authority made"),
    EventKind.REQUEST_IMPORTED: mark("Request brought in from another register"),
    EventKind.REQUEST_FILE_REDUCED: mark("File reduced to its evidence"),
    EventKind.REQUEST_FILE_REMOVED: mark("File removed; its events stay"),
}


def _circular(tr: Tr, kind: str, payload: Mapping[str, object]) -> str:
    people = _number(payload, "people")
    if kind == EventKind.CIRCULAR_MADE:
        return tr.count(
            "Letter to many written: {n} person", "Letter to many written: {n} people", people
        )
    return tr.count("Letter to many sent: {n} person", "Letter to many sent: {n} people", people)


def _number(payload: Mapping[str, object], key: str) -> int:
    value = payload.get(key)
    return value if isinstance(value, int) else 0
