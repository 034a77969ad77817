"""Shapes of the request file beside its own document: checklist, links, history, notes."""

from collections.abc import Iterator, Sequence

from dsr_desktop.domain.answer_difference import AnsweredRow
from dsr_desktop.domain.request import Request
from dsr_desktop.domain.request_note import Note
from dsr_desktop.domain.requester import Address
from dsr_desktop.domain.step_list import ListedStep
from dsr_desktop.services.history import PastEvent
from dsr_desktop.services.linking import Relatives
from dsr_desktop.wording.events import word_event
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.lifecycle import link_label
from dsr_desktop.wording.request_steps import step_label
from dsr_desktop.wording.requests import right_label, stage_label

Document = dict[str, object]


def people_document(request: Request) -> Document:
    """Shape of who asks and for whom, within the document of a request."""
    requester, subject = request.requester, request.data_subject
    mandate = requester.mandate
    return {
        "data_subject": {
            "name": subject.name, "aliases": list(subject.aliases),
            "addresses": [_address(one) for one in subject.addresses],
        },
        "requester": {
            "relation": requester.relation, "name": requester.name,
            "addresses": [_address(one) for one in requester.addresses],
            "mandate": mandate and {
                "asked_on": mandate.asked_on and mandate.asked_on.isoformat(),
                "received_on": mandate.received_on and mandate.received_on.isoformat(),
                "checked_on": mandate.checked_on and mandate.checked_on.isoformat(),
                "checked_by": mandate.checked_by, "covers": sorted(mandate.covers),
            },
        },
        "handled_by": request.handled_by,
        "conditions": [
            {"kind": one.kind, "seen_on": one.seen_on.isoformat(), "seen_by": one.seen_by}
            for one in request.conditions
        ],
        "authority": request.authority and {
            "authority": request.authority.authority, "file": request.authority.file_number,
            "answer_by": request.authority.answer_by.isoformat(),
        },
        "copy_sent_on": request.copy_sent_on and request.copy_sent_on.isoformat(),
        "remedies_told": request.remedies_told,
        "decisions": [
            {"right": item.right, "scope": item.scope or item.card.scope,
             "decided_on": item.decided_on and item.decided_on.isoformat(),
             "duplicate_of": item.duplicate_of}
            for item in request.items
        ],
    }  # fmt: skip


def _address(address: Address) -> Document:
    return {"kind": address.kind, "value": address.value}


def step_document(tr: Tr, step: ListedStep) -> Document:
    """Shape of one step of a checklist."""
    said = step.mark
    return {
        "code": step.code, "step": step_label(tr, step.code), "mandatory": step.mandatory,
        "settled": step.is_settled, "by_app": step.by_app,
        "done_on": said and said.done_on and said.done_on.isoformat(),
        "done_by": said and said.done_by, "note": said and said.note,
        "not_applicable": said and (said.not_applicable or None),
    }  # fmt: skip


def step_lines(tr: Tr, steps: Sequence[ListedStep]) -> Iterator[str]:
    """Give each step a line: settled or not, name."""
    for step in steps:
        state = tr("done") if step.is_settled else tr("must") if step.mandatory else tr("may")
        yield f"{state:6} {step_label(tr, step.code)}"


def relatives_document(ref: str, found: Relatives) -> Document:
    """Shape of `request link`."""
    return {
        "ref": ref,
        "same_person": [
            {
                "ref": one.ref, "received": one.received_on.isoformat(), "rights": list(one.rights),
                "stage": one.stage, "answered_on": one.answered_on and one.answered_on.isoformat(),
                "level": one.level, "same_rights": list(one.same_rights),
                "unanswered": one.is_unanswered, "never_excessive": one.never_excessive,
                "link": one.link and one.link.kind,
            }
            for one in found.found
        ],
        "links": [
            {"ref": one.ref, "to": one.to, "kind": one.kind, "linked_on": one.linked_on.isoformat(),
             "by": one.by}
            for one in found.links
        ],
    }  # fmt: skip


def relatives_lines(tr: Tr, found: Relatives) -> Iterator[str]:
    """Give each other request and each link a line."""
    for one in found.found:
        rights = ", ".join(right_label(tr, right) for right in one.rights)
        remark = tr("not answered: a reminder, no new request") if one.is_unanswered else ""
        stage = stage_label(tr, one.stage)
        yield "  ".join(filter(None, (one.ref, tr.date(one.received_on), rights, stage, remark)))
    for link in found.links:
        yield f"{link.ref} {link_label(tr, link.kind)} {link.to}"
    if not found.found and not found.links:
        yield tr("No other request of this person was found.")


def difference_document(ref: str, rows: Sequence[AnsweredRow]) -> Document:
    """Shape of `request difference`."""
    return {
        "ref": ref,
        "rows": [
            {"since": row.since, "file": row.place.file, "sheet": row.place.sheet,
             "row": row.place.row}
            for row in rows
        ],
    }  # fmt: skip


def difference_lines(tr: Tr, rows: Sequence[AnsweredRow]) -> Iterator[str]:
    """Give each row a line: what became of it, where it stands."""
    names = {
        "new": tr("new since"), "changed": tr("changed since"), "gone": tr("gone since"),
        "given": tr("given before"),
    }  # fmt: skip
    for row in rows:
        place = row.place
        yield f"{names[row.since]}: {place.file} · {place.sheet} · {tr.number(place.row)}"
    if not rows:
        yield tr("There is no earlier answer to compare with.")


def history_document(tr: Tr, event: PastEvent) -> Document:
    """Shape of one event."""
    return {
        "event": event.seq, "at": event.at.isoformat(), "actor": event.actor, "kind": event.kind,
        "what": word_event(tr, event.kind, event.payload), "details": dict(event.payload),
    }  # fmt: skip


def history_lines(tr: Tr, events: Sequence[PastEvent]) -> Iterator[str]:
    """Give each event a line, with the number by which it is corrected."""
    for event in events:
        day = tr.date(event.at.date())
        yield f"{event.seq:5}  {day}  {word_event(tr, event.kind, event.payload)}"


def note_document(note: Note) -> Document:
    """Shape of one note."""
    return {"at": note.at.isoformat(), "by": note.author, "text": note.text}


def note_lines(notes: Sequence[Note]) -> Iterator[str]:
    """Give each note a line."""
    for note in notes:
        yield f"{note.at.date().isoformat()}  {note.author}: {note.text}"
