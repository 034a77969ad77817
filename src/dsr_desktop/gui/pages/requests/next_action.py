"""What a request needs next: the one filled button of its page."""

from dataclasses import dataclass
from enum import Enum

from dsr_desktop.gui.pages.requests.guards import Guards
from dsr_desktop.gui.pages.requests.hits_card import search_verb
from dsr_desktop.gui.pages.requests.state import RequestState
from dsr_desktop.gui.pages.requests.steps import still_to_erase, still_to_pack
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.wording.language import Tr


class Action(Enum):
    """What the button does."""

    SEARCH = "search"
    BUNDLE = "bundle"
    CHECKLIST = "checklist"
    RESCAN = "rescan"
    SEND = "send"
    CLOSE = "close"


@dataclass(frozen=True)
class NextAction:
    """The button; `reason` says why it cannot be pressed yet."""

    action: Action
    text: str
    icon: Icon
    reason: str


def next_action(tr: Tr, state: RequestState, guards: Guards) -> NextAction | None:
    """Return what comes next, None for a closed request."""
    if not state.request.is_open:
        return None
    if state.request.answered_on is not None:
        text = tr("Close the request…")
        return NextAction(Action.CLOSE, text, Icon.ARCHIVE, guards.close)
    if (state.run is None or state.open_hits) and guards.send:
        return NextAction(Action.SEARCH, search_verb(tr, state), Icon.SEARCH, guards.search)
    return _carry_out(tr, state, guards) or NextAction(
        Action.SEND, tr("Record sending…"), Icon.SEND, guards.send
    )


def _carry_out(tr: Tr, state: RequestState, guards: Guards) -> NextAction | None:
    """Return what was decided and is not done yet; the person's copy comes before any erasure."""
    if guards.send:
        return None
    if still_to_pack(state) and not guards.bundle:
        return NextAction(Action.BUNDLE, tr("Build the bundle…"), Icon.PACKAGE, "")
    if still_to_erase(state) and not guards.checklist:
        if state.last_event("checklist_made") is None:
            return NextAction(Action.CHECKLIST, tr("Write the checklist…"), Icon.LIST_CHECKS, "")
        return NextAction(Action.RESCAN, tr("Read sources again"), Icon.REFRESH, "")
    return None
