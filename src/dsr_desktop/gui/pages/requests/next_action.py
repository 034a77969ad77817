"""What a request needs next: the one filled button of its page."""

from dataclasses import dataclass
from enum import Enum

from dsr_desktop.gui.pages.requests.guards import Guards
from dsr_desktop.gui.pages.requests.hits_card import search_verb
from dsr_desktop.gui.pages.requests.state import RequestState
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.wording.language import Tr


class Action(Enum):
    """What the button does."""

    SEARCH = "search"
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
    return NextAction(Action.SEND, tr("Record sending…"), Icon.SEND, guards.send)
