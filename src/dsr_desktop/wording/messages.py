"""Words for messages that came in, their documents, and the sheets of phone calls."""

from dsr_desktop.domain.call_sheet import CallSheet
from dsr_desktop.domain.identity_papers import Suspicion
from dsr_desktop.domain.incoming import KeptMessage, MessagePart, PartChoice, first_line
from dsr_desktop.domain.marking import mark
from dsr_desktop.wording.communications import kind_label
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.requests import channel_label

_CHOICES = {
    PartChoice.KEEP: mark("keep it"),
    PartChoice.LEAVE_OUT: mark("leave it out"),
    PartChoice.IDENTITY: mark("it is an identity document"),
}
_SUSPICIONS = {
    Suspicion.REFUSE: mark("named like an identity document"),
    Suspicion.ASK: mark("may show an identity document"),
}


def choice_label(tr: Tr, choice: PartChoice) -> str:
    """Say what becomes of a document."""
    return tr(_CHOICES[choice])


def suspicion_sentence(tr: Tr, part: MessagePart) -> str:
    """Say what to look for in a document, "" where nothing hints at an identity document."""
    return tr(_SUSPICIONS[part.suspicion]) if part.suspicion in _SUSPICIONS else ""


def part_line(tr: Tr, number: int, part: MessagePart) -> str:
    """Say in one line which document a message brings, and what to look for."""
    size = tr("{n} bytes", n=tr.number(len(part.content)))
    told = filter(None, (part.name, size, suspicion_sentence(tr, part)))
    return f"{number}  {' · '.join(told)}"


def message_state(tr: Tr, message: KeptMessage) -> str:
    """Say what became of the documents of a message, or that its text was removed."""
    if message.removed_on is not None:
        return tr("text removed on {day}", day=tr.date(message.removed_on))
    documents = len(message.communication.attachments)
    told = [
        tr.count("{n} document", "{n} documents", documents) if documents else "",
        tr.count("{n} identity document cut out", "{n} identity documents cut out", message.cut_out)
        if message.cut_out else "",
        tr.count("{n} document left out", "{n} documents left out", message.left_out)
        if message.left_out else "",
    ]  # fmt: skip
    return " · ".join(filter(None, told))


def message_line(tr: Tr, message: KeptMessage) -> str:
    """Say in one line which message came, how, and what became of its documents."""
    came = message.communication
    said = (channel_label(tr, came.channel), first_line(message), message_state(tr, message))
    what = tr.pair(tr.date(came.day), kind_label(tr, came.kind))
    return " · ".join(filter(None, (what, *said)))


def call_line(tr: Tr, sheet: CallSheet) -> str:
    """Say in one line who called and when, and whether the sheet is still a draft."""
    state = tr("draft") if sheet.is_draft else tr("finished")
    when, caller, *_rest = call_words(tr, sheet)
    return " · ".join(filter(None, (when, caller, sheet.texts.call_back, sheet.ref, state)))


def call_words(tr: Tr, sheet: CallSheet) -> tuple[str, ...]:
    """Return when somebody called, who, where to call back, and what was said, each on one line."""
    day = tr.date(sheet.called_on)
    when = f"{day} {sheet.called_at:%H:%M}" if sheet.called_at else day
    caller = sheet.texts.caller or tr("caller not noted")
    said = " ".join((sheet.texts.notes or sheet.texts.read_back).split())
    return tuple(filter(None, (when, caller, sheet.texts.call_back, said)))
