"""The JSON of systems, tasks, messages and breach notes; its keys are described in docs/json.md."""

from datetime import datetime

from dsr_desktop.domain.breach import BreachStep
from dsr_desktop.domain.communication import Communication
from dsr_desktop.domain.identity import LoggedCheck, UnaskedCopy
from dsr_desktop.domain.iso_days import iso
from dsr_desktop.domain.source_task import SourceProgress, SourceTask, TaskStep
from dsr_desktop.domain.system_answer import SystemAnswer
from dsr_desktop.domain.system_proposals import SystemProposal
from dsr_desktop.services.breaches import BreachView
from dsr_desktop.services.identity_log import IdentityLog
from dsr_desktop.services.systems import SystemView
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.systems import answer_line

Document = dict[str, object]


def system_document(view: SystemView) -> Document:
    """Shape of a system."""
    system = view.system
    return {
        "id": system.id,
        "name": system.name,
        "kind": system.kind,
        "how_asked": system.how_asked,
        "owner": system.owner,
        "contact": system.contact,
        "how_to_export": system.how_to_export,
        "activities": list(system.activities),
        "active_from": system.active_from.isoformat(),
        "active_to": iso(system.active_to),
        "proposal": system.proposal,
        "lists": [source.id for source in view.lists],
        "listed_on": iso(view.listed_on),
    }


def proposal_document(tr: Tr, proposal: SystemProposal) -> Document:
    """Shape of a proposed system."""
    return {
        "code": proposal.code, "name": tr(proposal.name), "kind": proposal.kind,
        "how_asked": proposal.how_asked,
    }  # fmt: skip


def progress_document(progress: SourceProgress) -> Document:
    """Shape of how many systems have answered for a request."""
    return {
        "answered": progress.answered, "total": progress.total,
        "not_searched": progress.not_searched, "overdue": progress.overdue,
    }  # fmt: skip


def answer_document(tr: Tr, answer: SystemAnswer) -> Document:
    """Shape of what a system answered for a search, without what was found there."""
    return {
        "name": answer.name, "kind": answer.kind, "state": answer.state, "day": iso(answer.day),
        "due_on": iso(answer.due_on), "listed_on": iso(answer.listed_on),
        "result": answer_line(tr, answer),
    }  # fmt: skip


def task_document(task: SourceTask) -> Document:
    """Shape of a task with every step, the text of the answers among it."""
    return {
        "id": task.id,
        "ref": task.ref,
        "system": {"id": task.system.id, "name": task.system.name, "owner": task.system.owner},
        "state": task.state,
        "made_on": task.made_on.isoformat(),
        "due_on": task.due_on.isoformat(),
        "asked_on": iso(task.asked_on),
        "chased_on": [day.isoformat() for day in task.chased_on],
        "listed_on": iso(task.listed_on),
        "steps": [_step(one) for one in task.steps],
    }


def communication_document(sent: Communication) -> Document:
    """Shape of a message with the names of its documents."""
    return {
        "id": sent.id,
        "ref": sent.ref,
        "direction": sent.direction,
        "kind": sent.kind,
        "channel": sent.channel,
        "on": sent.day.isoformat(),
        "address": sent.address,
        "note": sent.note,
        "recorded_on": sent.recorded_on.isoformat(),
        "recorded_by": sent.recorded_by,
        "breach": sent.breach_id,
        "documents": [
            {"name": one.name, "size": one.size, "sha256": one.sha256} for one in sent.attachments
        ],
    }


def breach_document(view: BreachView) -> Document:
    """Shape of a breach note with its clock; times are in UTC."""
    breach, clock = view.breach, view.clock
    return {
        "id": breach.id,
        "ref": breach.ref,
        "aware_at": _moment(breach.aware_at),
        "ends_at": _moment(clock.ends_at),
        "hours_left": clock.hours_left,
        "over": clock.is_over,
        "stopped": clock.is_stopped,
        "settled": breach.is_settled,
        "facts": breach.facts,
        "effects": breach.effects,
        "measures": breach.measures,
        "opened_at": _moment(breach.opened_at),
        "opened_by": breach.opened_by,
        "steps": [_breach_step(one) for one in breach.steps],
    }


def identity_document(log: IdentityLog) -> Document:
    """Shape of the identity log: facts, and nothing that a document says."""
    return {
        "checks": [_check(one) for one in log.checks],
        "unasked_copies": [_copy(one) for one in log.unasked_copies],
    }


def _step(step: TaskStep) -> Document:
    return {
        "kind": step.kind, "on": step.day.isoformat(), "by": step.by, "text": step.text,
        "recorded_on": step.recorded_on.isoformat(), "recorded_by": step.recorded_by,
    }  # fmt: skip


def _breach_step(step: BreachStep) -> Document:
    return {
        "kind": step.kind, "at": _moment(step.at), "reason": step.reason,
        "recorded_at": _moment(step.recorded_at), "recorded_by": step.recorded_by,
    }  # fmt: skip


def _check(logged: LoggedCheck) -> Document:
    check = logged.check
    return {
        "performed_on": logged.performed_on.isoformat(),
        "performed_by": logged.performed_by,
        "doubt": check.doubt,
        "method": check.method,
        "result": check.result,
        "proportionality": check.proportionality,
        "fields_compared": list(check.fields_compared),
        "asked_on": iso(check.asked_on),
        "answered_on": iso(check.answered_on),
        "document_seen": check.document_seen,
        "document_deleted_on": iso(check.document_deleted_on),
        "papers": sorted(check.papers),
    }


def _copy(copy: UnaskedCopy) -> Document:
    return {
        "received_on": copy.received_on.isoformat(), "outcome": copy.outcome,
        "on": copy.day.isoformat(),
    }  # fmt: skip


def _moment(at: datetime) -> str:
    return at.isoformat(timespec="minutes")
