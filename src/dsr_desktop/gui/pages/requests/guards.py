"""What cannot be done now with a request, and why: shown beside each disabled action."""

from collections.abc import Callable
from dataclasses import dataclass

from dsr_desktop.domain.erasure import check_may_erase
from dsr_desktop.domain.errors import DsrError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.fee import FREE_ALWAYS
from dsr_desktop.domain.lifecycle import (
    check_can_close,
    check_can_extend,
    check_can_send,
    check_identity_may_be_asked,
    check_no_doubt,
)
from dsr_desktop.domain.request import Right
from dsr_desktop.domain.source_rules import check_looked
from dsr_desktop.domain.step_list import missing_steps, steps_to_settle
from dsr_desktop.gui.pages.requests.state import RequestState
from dsr_desktop.wording.errors import word_error
from dsr_desktop.wording.events import word_event
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.request_steps import step_label
from dsr_desktop.wording.requests import right_label


@dataclass(frozen=True)
class Guards:
    """A reason for each action that cannot be done now; empty for one that can."""

    search: str
    identity: str
    decide: str
    extend: str
    pause: str
    checklist: str
    bundle: str
    access: str
    rescan: str
    fee: str
    send: str
    steps: str
    close: str
    task: str
    ask_all: str
    facts: str
    facts_after_answer: str
    edit: str
    link: str
    withdraw: str
    restrict: str
    per_file: str
    certificate: str
    lines: str
    clean: str
    replace: str
    put_back: str
    erase: str
    hand_over: str
    letter: str
    letter_sent: str


def guards_of(tr: Tr, state: RequestState) -> Guards:
    """Say what stands in the way of each action."""
    closed = "" if state.request.is_open else tr("The request is closed.")
    return Guards(
        search=closed,
        identity=closed or _identity(tr, state),
        decide=closed or _answered(tr, state),
        extend=closed or _extend(tr, state),
        pause=closed or _answered(tr, state),
        checklist=_confirmed(tr, state),
        bundle=_bundle(tr, state),
        access=closed or _access(tr, state),
        rescan=_confirmed(tr, state),
        fee=closed or _fee(tr, state),
        send=closed or _send(tr, state),
        steps=closed or _steps(tr, state),
        close=closed or _close(tr, state),
        task=closed,
        ask_all=closed or _answered(tr, state),
        facts=closed or _answered(tr, state),
        facts_after_answer=closed,
        edit=closed,
        link="",
        withdraw=closed or _answered(tr, state),
        restrict="",
        per_file=closed or _confirmed(tr, state),
        certificate=_certificate(tr, state),
        lines=_confirmed(tr, state),
        clean=closed or _confirmed(tr, state),
        replace=closed or _erase(tr, state) or _replace(tr, state),
        put_back=closed,
        erase=closed or _erase(tr, state) or _erased(tr, state),
        hand_over=closed or _hand_over(tr, state),
        letter="" if state.letters.possible else tr("No letter can be written now."),
        letter_sent=closed or _letter_sent(tr, state),
    )


def settle_verb(tr: Tr, state: RequestState) -> str:
    """Name the way to what keeps a bundle from being built, "" if nothing does."""
    if _no_bundle_yet(tr, state):
        return ""
    if state.unsettled is None:
        return tr("Say the origins…") if state.unknown_origins else ""
    return tr("Confirm the activities…") if state.unsettled.activities else tr("To the files")


def _identity(tr: Tr, state: RequestState) -> str:
    if all(item.right is Right.OBJECTION_MARKETING for item in state.request.items):
        return tr("Never for an objection to marketing, art. 21(2)-(3).")
    return _answered(tr, state) or _refusal(tr, lambda: check_identity_may_be_asked(state.request))


def _extend(tr: Tr, state: RequestState) -> str:
    deadline = state.view.deadline
    if deadline.extended or state.request.extension is not None:
        return tr("Extended once already.")
    return _answered(tr, state) or _refusal(tr, lambda: check_can_extend(state.request))


def _answered(tr: Tr, state: RequestState) -> str:
    """Say that the answer was sent: what it told is not changed afterwards."""
    answered_on = state.request.answered_on
    if answered_on is None:
        return ""
    return tr("Answered on {day}.", day=tr.date(answered_on))


def _confirmed(tr: Tr, state: RequestState) -> str:
    if state.confirmed:
        return ""
    if state.run is None:
        return tr("Find the person first.")
    return tr("No hit is confirmed yet.")


def _letter_sent(tr: Tr, state: RequestState) -> str:
    return "" if state.letters.unsent else tr("No letter waits to be sent.")


def _certificate(tr: Tr, state: RequestState) -> str:
    if state.rescan is not None and state.rescan.clean:
        return ""
    return tr("Read the sources again first, until nothing is left but what is kept.")


def _erase(tr: Tr, state: RequestState) -> str:
    return _confirmed(tr, state) or _refusal(
        tr, lambda: check_may_erase(state.request, state.view.found)
    )


def _erased(tr: Tr, state: RequestState) -> str:
    erased, judged = (state.last_event(kind) for kind in (EventKind.ERASED, EventKind.HITS_JUDGED))
    if erased is None or (judged is not None and judged.seq > erased.seq):
        return ""
    return word_event(tr, erased.kind, erased.payload) + "."


def _replace(tr: Tr, state: RequestState) -> str:
    cleaned = state.beside.cleaned
    if not cleaned:
        return tr("Make the cleaned copies first, and look at them.")
    if any(one.may_replace for one in cleaned):
        return ""
    if all(one.is_replaced for one in cleaned):
        return tr("All files are replaced.")
    return tr("No copy is clean. Clean the files by hand, then read the sources again.")


def _bundle(tr: Tr, state: RequestState) -> str:
    return _no_bundle_yet(tr, state) or _unsettled(tr, state)


def _no_bundle_yet(tr: Tr, state: RequestState) -> str:
    if all(item.right is not Right.PORTABILITY for item in state.request.items):
        return tr("Portability is not asked.")
    return _refusal(tr, lambda: check_no_doubt(state.request)) or _confirmed(tr, state)


def _access(tr: Tr, state: RequestState) -> str:
    if all(item.right is not Right.ACCESS for item in state.request.items):
        return tr("Access is not asked.")
    return tr("Find the person first.") if state.run is None else ""


def _unsettled(tr: Tr, state: RequestState) -> str:
    """Say what has to be confirmed or named before anything is portable (R-PORT-1)."""
    if state.unsettled is None:
        return _unknown(tr, state)
    files = ", ".join(state.unsettled.files)
    if not state.unsettled.activities:
        return tr("Say first to which activity these files belong: {files}.", files=files)
    codes = ", ".join(state.unsettled.activities)
    return tr("Confirm first the legal basis of {codes}: {files}.", codes=codes, files=files)


def _hand_over(tr: Tr, state: RequestState) -> str:
    if state.done.packed:
        return _refusal(tr, lambda: check_no_doubt(state.request))
    return tr("Build the portability bundle first.")


def _unknown(tr: Tr, state: RequestState) -> str:
    """Say of how many columns nobody said who their values come from (R-PORT-1)."""
    if not state.unknown_origins:
        return ""
    return tr.count(
        "Say first who the values of {n} column come from.",
        "Say first who the values of {n} columns come from.",
        len(state.unknown_origins),
    )


def _fee(tr: Tr, state: RequestState) -> str:
    request = state.request
    if request.fee is not None:
        told = tr("Told once already.")
        return "" if request.fee.is_open else told
    if set(request.rights) <= FREE_ALWAYS:
        return tr("Nobody ever pays for that.")
    return _answered(tr, state)


def _send(tr: Tr, state: RequestState) -> str:
    if state.request.undecided:
        rights = ", ".join(right_label(tr, right) for right in state.request.undecided)
        return tr("Decide first: {rights}.", rights=rights)
    if answered := _answered(tr, state):
        return answered
    if refusal := _refusal(tr, lambda: check_can_send(state.request)):
        return refusal
    asked = state.view.sources
    if asked.answered < asked.total:
        return tr.count(
            "{n} system has not answered yet.", "{n} systems have not answered yet.",
            asked.total - asked.answered,
        )  # fmt: skip
    searched = state.run is not None
    return _refusal(tr, lambda: check_looked(state.request, state.beside.tasks, searched=searched))


def _steps(tr: Tr, state: RequestState) -> str:
    if steps_to_settle(state.request, state.seen):
        return ""
    if state.request.answered_on is None and not state.request.is_withdrawn:
        return tr("Once the answer was sent.")
    return tr("All steps are settled.")


def _close(tr: Tr, state: RequestState) -> str:
    if not _refusal(tr, lambda: check_can_close(state.request, state.seen)):
        return ""
    if state.request.answered_on is None and not state.request.is_withdrawn:
        return tr("No answer was sent: silence is never a valid end.")
    missing = missing_steps(state.request, state.seen)
    steps = ", ".join(step_label(tr, code) for code in missing)
    return tr("Still to do: {steps}.", steps=steps)


def _refusal(tr: Tr, check: Callable[[], None]) -> str:
    """Return the sentence with which a rule forbids a step, "" if none does."""
    try:
        check()
    except DsrError as error:
        return word_error(tr, error)
    return ""
