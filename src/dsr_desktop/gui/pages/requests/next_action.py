"""What a request needs next, as the one filled button of its page."""

from dataclasses import dataclass

from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.next_step import NextStep, next_step
from dsr_desktop.gui.pages.requests.guards import Guards, settle_verb
from dsr_desktop.gui.pages.requests.hits_card import search_verb
from dsr_desktop.gui.pages.requests.state import RequestState
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.short_path import short_verb


@dataclass(frozen=True)
class NextAction:
    """The button; `reason` says why it cannot be pressed yet."""

    step: NextStep
    text: str
    icon: Icon
    reason: str = ""


_LOOKS = {
    NextStep.WAIT: (mark("The person answered…"), Icon.PAUSE),
    NextStep.DECIDE: (mark("Record sending…"), Icon.SEND),
    NextStep.ACCESS: (mark("Review the contents…"), Icon.PACKAGE),
    NextStep.BUNDLE: (mark("Build the bundle…"), Icon.PACKAGE),
    NextStep.CHECKLIST: (mark("Write the checklist…"), Icon.LIST_CHECKS),
    NextStep.RESCAN: (mark("Read sources again"), Icon.REFRESH),
    NextStep.SEND: (mark("Record sending…"), Icon.SEND),
    NextStep.CLOSE: (mark("Close the request…"), Icon.ARCHIVE),
}


def next_action(tr: Tr, state: RequestState, guards: Guards) -> NextAction | None:
    """Return what comes next, None for a closed request."""
    step = next_step(state.view, state.done)
    if step is None:
        return None
    if step in {NextStep.SEARCH, NextStep.REVIEW}:
        return NextAction(step, search_verb(tr, state), Icon.SEARCH)
    if step is NextStep.SHORT:
        return NextAction(step, short_verb(tr, state.request), Icon.MAIL)
    if step is NextStep.BUNDLE and (verb := settle_verb(tr, state)):
        return NextAction(step, verb, Icon.SCALE)
    if step is NextStep.CLOSE and not guards.steps:
        return NextAction(step, tr("Settle the steps…"), Icon.LIST_CHECKS)
    text, icon = _LOOKS[step]
    reasons = {
        NextStep.WAIT: guards.pause,
        NextStep.DECIDE: guards.send,
        NextStep.ACCESS: guards.access,
        NextStep.BUNDLE: guards.bundle,
        NextStep.SEND: guards.send,
        NextStep.CLOSE: guards.close,
    }
    return NextAction(step, tr(text), icon, reasons.get(step, ""))
