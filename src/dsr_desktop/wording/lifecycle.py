"""Names of what can be done with a request, of its side states, and of its links."""

from dsr_desktop.domain.answer_difference import Since
from dsr_desktop.domain.conditions import ConditionKind
from dsr_desktop.domain.lifecycle import Action, SideState
from dsr_desktop.domain.links import LinkKind
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.requester import AddressKind, Relation
from dsr_desktop.domain.right import Scope
from dsr_desktop.wording.language import Tr

_ACTIONS = {
    Action.SEARCH: mark("Find the person"),
    Action.JUDGE: mark("Review the hits"),
    Action.NOTE_FACT: mark("Record who asks and what was seen"),
    Action.CHECK_IDENTITY: mark("Record an identity check"),
    Action.PAUSE: mark("Ask the person, clock paused"),
    Action.RESUME: mark("Record the person's reply"),
    Action.EXTEND: mark("Extend by two months"),
    Action.DECIDE: mark("Decide on a right"),
    Action.SEND_COPY: mark("Record that the copy was sent"),
    Action.MARK_STEP: mark("Mark a step of the checklist"),
    Action.REMIND: mark("Record a reminder of the person"),
    Action.CHARGE: mark("Tell a fee, or record the reply"),
    Action.SEND_ANSWER: mark("Record that the answer was sent"),
    Action.CLOSE: mark("Close"),
    Action.REOPEN: mark("Continue with a new request"),
    Action.CORRECT: mark("Correct a recorded step"),
    Action.LINK: mark("Link with another request"),
    Action.EDIT: mark("Write a note, hand over, change the language"),
}
_SIDE_STATES = {
    SideState.SUSPENDED: mark("Suspended"),
    SideState.EXTENDED: mark("Extended"),
    SideState.WITHDRAWN: mark("Withdrawn by the person"),
    SideState.TRANSFERRED: mark("Forwarded to the controller"),
}
_LINKS = {
    LinkKind.REPEATS: mark("repeats"),
    LinkKind.CONTINUES: mark("continues"),
    LinkKind.DUPLICATES: mark("is the same message as"),
    LinkKind.COMPLAINS_ABOUT: mark("complains about"),
    LinkKind.RELATED: mark("is related to"),
}
_RELATIONS = {
    Relation.SELF: mark("The data subject"),
    Relation.GUARDIAN: mark("Parent or guardian"),
    Relation.LAWYER: mark("Lawyer"),
    Relation.AGENT: mark("Agent or mandated body"),
    Relation.HEIR: mark("Heir"),
    Relation.COLLEAGUE: mark("Colleague"),
    Relation.AUTHORITY: mark("Authority"),
    Relation.OTHER: mark("Somebody else"),
}
_ADDRESSES = {
    AddressKind.EMAIL: mark("E-mail"),
    AddressKind.PHONE: mark("Phone"),
    AddressKind.POST: mark("Postal address"),
    AddressKind.OTHER: mark("Other way"),
}
_CONDITIONS = {
    ConditionKind.DEATH: mark("Proof of the death seen"),
    ConditionKind.HEIR: mark("Proof of being an heir seen"),
    ConditionKind.EXECUTOR: mark("Proof of being the executor seen"),
    ConditionKind.DIRECTIVES: mark("Directives of the person seen"),
    ConditionKind.COLLECTED_AS_MINOR: mark("Data collected while the person was a minor"),
    ConditionKind.ONLINE_SERVICE: mark("Data collected by an online service"),
}
_SCOPES = {
    Scope.EVERYTHING: mark("All data of the person"),
    Scope.NAMED_FIELDS: mark("The values that the person names"),
    Scope.PROVIDED_DATA: mark("Data provided or observed, under consent or contract"),
    Scope.NAMED_PROCESSING: mark("The processing that the person names"),
    Scope.MARKETING: mark("All direct marketing"),
    Scope.NAMED_CONSENT: mark("The consent that the person names"),
    Scope.NONE: mark("A question, no data"),
}


_SINCE = {
    Since.NEW: mark("new rows"),
    Since.CHANGED: mark("changed rows"),
    Since.GONE: mark("rows gone"),
    Since.GIVEN: mark("rows given then"),
}


def since_label(tr: Tr, since: Since) -> str:
    """Name what became of rows since the last answer."""
    return tr(_SINCE[since])


def action_label(tr: Tr, action: Action) -> str:
    """Name of what can be done."""
    return tr(_ACTIONS[action])


def side_state_label(tr: Tr, state: SideState) -> str:
    """Name of what else is true of a request."""
    return tr(_SIDE_STATES[state])


def link_label(tr: Tr, kind: LinkKind) -> str:
    """Say what a request is to the one it is linked to, between the two references."""
    return tr(_LINKS[kind])


def relation_label(tr: Tr, relation: Relation) -> str:
    """Name of who the requester is."""
    return tr(_RELATIONS[relation])


def address_label(tr: Tr, kind: AddressKind) -> str:
    """Name of a kind of address."""
    return tr(_ADDRESSES[kind])


def condition_label(tr: Tr, kind: ConditionKind) -> str:
    """Name of a condition that was seen to be met."""
    return tr(_CONDITIONS[kind])


def scope_label(tr: Tr, scope: Scope) -> str:
    """Name of what a right is about by default."""
    return tr(_SCOPES[scope])
