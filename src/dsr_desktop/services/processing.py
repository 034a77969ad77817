"""The record of processing (GDPR art. 30): proposed, completed and confirmed one by one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dsr_desktop.domain.activity import Activity, check_activity_name, check_legal_basis
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.processing import (
    REQUESTS_ACTIVITY,
    Controller,
    Detail,
    Hint,
    ProcessingActivity,
    check_details,
    hints_of,
    hints_of_company,
    next_code,
)
from dsr_desktop.domain.proposed_processing import PROPOSED, PROPOSED_NAMES
from dsr_desktop.domain.recipient import Recipient
from dsr_desktop.domain.written import may_be_written, written
from dsr_desktop.services.activities import confirm_activity
from dsr_desktop.services.file_months import retention_months
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.register import LONGEST_DETAIL, Register
from dsr_desktop.services.sourcing import check_activity
from dsr_desktop.store.records import POLICY_VERSIONS, RECIPIENTS, read_details, write_details
from dsr_desktop.store.settings import add_activities, read_settings, write_settings
from dsr_desktop.wording.language import LANGUAGES, Tr, speak
from dsr_desktop.wording.request_retention import durations_sentence

_CONTROLLER = {
    "contact": "controller_contact",
    "joint_controller": "joint_controller",
    "representative": "representative",
    "dpo_name": "dpo_name",
    "dpo_contact": "dpo_contact",
}


@dataclass(frozen=True)
class ProcessingRecord:
    """The whole record: who answers for it, every activity, and what it lacks."""

    controller: Controller
    activities: tuple[ProcessingActivity, ...]
    hints: tuple[Hint, ...]


@at_one_moment
def read_record(register: Register, tr: Tr) -> ProcessingRecord:
    """Return the record as it stands; what nobody confirmed is proposed in the language of `tr`.

    The durations of the request file stand in the activity of answering requests (R-RET-1).
    """
    controller = read_controller(register)
    kept = read_details(register.database)
    recipients = RECIPIENTS.read_all(register.database)
    entries = tuple(
        _entry(one, kept.get(one.code, {}), recipients, tr) for one in register.activities
    )
    entries = tuple(_with_durations(register, entry, tr) for entry in entries)
    has_policy = bool(POLICY_VERSIONS.read_all(register.database))
    hints = [*hints_of_company(controller, has_policy=has_policy)]
    hints += [hint for entry in entries for hint in hints_of(entry)]
    return ProcessingRecord(controller, entries, tuple(hints))


def read_controller(register: Register) -> Controller:
    """Return what is said of the controller and the DPO (art. 30(1)(a))."""
    kept = read_settings(register.database)
    return Controller(
        kept["company"], **{name: kept.get(key, "") for name, key in _CONTROLLER.items()}
    )


def set_controller(register: Register, controller: Controller) -> Controller:
    """Change what is said of the controller; InvalidInputError for no name or an endless text."""
    texts = {name: may_be_written(name, getattr(controller, name), LONGEST_DETAIL)
             for name in _CONTROLLER}  # fmt: skip
    checked = Controller(written("name", controller.name, LONGEST_DETAIL), **texts)
    with register.database.transaction():
        before = read_controller(register)
        changed = [name for name, value in vars(checked).items() if vars(before)[name] != value]
        if changed:
            values = {key: texts[name] for name, key in _CONTROLLER.items()}
            write_settings(register.database, {"company": checked.name, **values})
            register.log(EventKind.CONTROLLER_CHANGED, changed=changed)
    return checked


def add_activity(
    register: Register, name: str, legal_basis: str, details: Mapping[Detail, str]
) -> Activity:
    """Add an activity, confirmed: the DPO wrote it. InvalidInputError for a name or basis that is none."""
    checked = check_details(details)
    with register.database.transaction():
        added = Activity(
            next_code(register.activities), check_activity_name(name),
            check_legal_basis(legal_basis), confirmed=True,
        )  # fmt: skip
        add_activities(register.database, (added,))
        write_details(register.database, added.code, checked)
        register.log(EventKind.ACTIVITY_ADDED, added.code, legal_basis=added.legal_basis)
    return added


def set_details(register: Register, code: str, details: Mapping[Detail, str]) -> None:
    """Write details of an activity, leaving its others; they count as confirmed.

    Raises InvalidInputError for an unknown code or an endless text.
    """
    checked = check_details(details)
    with register.database.transaction():
        check_activity(register, code)
        write_details(register.database, code, checked)
        register.log(EventKind.ACTIVITY_DETAILED, code, details=sorted(checked))


def confirm_entry(
    register: Register, code: str, legal_basis: str | None, name: str | None, today: date, tr: Tr
) -> Activity:
    """Confirm one activity with its legal basis and everything proposed for it.

    Raises InvalidInputError as `confirm_activity` does; then nothing of it is confirmed.
    """
    with register.database.transaction():
        confirmed = confirm_activity(register, code, legal_basis, name, today)
        kept = read_details(register.database).get(code, {})
        proposed = {one: text for one, text in _proposed(code, tr).items() if one not in kept}
        if proposed:
            write_details(register.database, code, proposed)
            register.log(EventKind.ACTIVITY_DETAILED, code, details=sorted(proposed))
    return confirmed


def _entry(
    activity: Activity, kept: Mapping[Detail, str], recipients: Sequence[Recipient], tr: Tr
) -> ProcessingActivity:
    known = PROPOSED.get(activity.code, {})
    offered = {one: tr(text) for one, text in known.items() if one not in kept}
    said = {one: _in_language(tr, text, known.get(one)) for one, text in kept.items()}
    named = tuple(one for one in recipients if activity.code in one.activities)
    proposed = frozenset() if activity.confirmed else frozenset(offered)
    name = _in_language(tr, activity.name, PROPOSED_NAMES.get(activity.code))
    return ProcessingActivity(replace(activity, name=name), {**offered, **said}, named, proposed)


def _in_language(tr: Tr, text: str, proposed: str | None) -> str:
    """Return what was proposed in the language of `tr`, whichever it was kept in; else as written."""
    if proposed is not None and text in {speak(one)(proposed) for one in LANGUAGES}:
        return tr(proposed)
    return text


def _proposed(code: str, tr: Tr) -> dict[Detail, str]:
    return {detail: tr(text) for detail, text in PROPOSED.get(code, {}).items()}


def _with_durations(register: Register, entry: ProcessingActivity, tr: Tr) -> ProcessingActivity:
    if entry.activity.code != REQUESTS_ACTIVITY:
        return entry
    durations = durations_sentence(tr, retention_months(register))
    said = entry.text(Detail.RETENTION)
    text = f"{durations} {said}" if said else durations
    return ProcessingActivity(
        entry.activity, {**entry.details, Detail.RETENTION: text}, entry.recipients, entry.proposed
    )
