"""Shapes of messages, of what they propose, and of call sheets."""

from dsr_desktop.cli.task_shapes import communication_document
from dsr_desktop.domain.call_sheet import CallSheet
from dsr_desktop.domain.incoming import KeptMessage, MessageRead
from dsr_desktop.domain.proposals import Proposals

Document = dict[str, object]


def message_document(message: KeptMessage, *, whole: bool) -> Document:
    """Shape of a message: its line in the log, and with `whole` its header lines and text."""
    words: Document = {"headers": list(message.headers), "text": message.text} if whole else {}
    return {
        **communication_document(message.communication),
        "from": message.sender,
        "subject": message.subject,
        "cut_out": message.cut_out,
        "left_out": message.left_out,
        "removed_on": message.removed_on and message.removed_on.isoformat(),
        **words,
    }


def proposals_document(found: Proposals, message: MessageRead) -> Document:
    """Shape of what a message proposes, with its documents; nothing of it is recorded."""
    return {
        "rights": [{"right": one.right, "found_in": one.words} for one in found.rights],
        "person": {
            kind: [{"value": one.value, "found_in": one.words} for one in values]
            for kind, values in found.person.items()
        },
        "language": found.language or None,
        "received": found.received_on and found.received_on.isoformat(),
        "received_found_in": found.received_words,
        "hints": [{"hint": hint, "found_in": words} for hint, words in found.hints],
        "documents": [
            {"number": number, "name": part.name, "size": len(part.content),
             "identity_document": part.suspicion.value}
            for number, part in enumerate(message.parts, 1)
        ],
    }  # fmt: skip


def call_document(sheet: CallSheet) -> Document:
    """Shape of a call sheet."""
    return {
        "id": sheet.id,
        "ref": sheet.ref or None,
        "called_on": sheet.called_on.isoformat(),
        "called_at": sheet.called_at and sheet.called_at.isoformat("minutes"),
        **sheet.texts._asdict(),
        "draft": sheet.is_draft,
        "finished_on": sheet.finished_on and sheet.finished_on.isoformat(),
        "changed_on": sheet.changed_on and sheet.changed_on.isoformat(),
        "recorded_on": sheet.recorded_on.isoformat(),
        "recorded_by": sheet.recorded_by,
    }
