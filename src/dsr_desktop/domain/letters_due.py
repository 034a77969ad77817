"""Which letters a request needs now, which may be written, and why others may not."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import StrEnum

from dsr_desktop.domain.clock import PauseReason
from dsr_desktop.domain.decisions import REFUSALS
from dsr_desktop.domain.letters import INCLUDABLE, LETTERS, Block, LetterFacts, LetterKind
from dsr_desktop.domain.request import Decision, Item, Request
from dsr_desktop.domain.right import Right


class LetterState(StrEnum):
    """Where a letter stands: to be sent, possible, sent, or not possible now."""

    DUE = "due"
    POSSIBLE = "possible"
    SENT = "sent"
    NOT_NOW = "not_now"


class Hurdle(StrEnum):
    """Why a letter cannot be written now."""

    NOT_DECIDED = "not_decided"
    DECIDED_OTHERWISE = "decided_otherwise"
    NO_DOUBT = "no_doubt"
    NO_EXTENSION = "no_extension"
    EXTENSION_NOT_SENT = "extension_not_sent"
    ANSWERED = "answered"
    NOTHING_CARRIED_OUT = "nothing_carried_out"
    NO_FEE = "no_fee"
    NOT_HANDED_OVER = "not_handed_over"


@dataclass(frozen=True)
class LetterStanding:
    """Where one kind stands; `hurdle` says why it is not possible now, else it is None."""

    kind: LetterKind
    state: LetterState
    hurdle: Hurdle | None = None


@dataclass(frozen=True)
class BesideRequest:
    """What decides on letters and stands beside the request itself.

    `extended` is what its clock says; `handed_over`: data went straight to another organisation.
    """

    extended: bool = False
    handed_over: bool = False


_OF_DECISION = {
    Decision.REFUSED: LetterKind.REFUSAL,
    Decision.NOT_IDENTIFIABLE: LetterKind.NOT_IDENTIFIABLE,
    Decision.IDENTITY_NOT_CONFIRMED: LetterKind.IDENTITY_NOT_CONFIRMED,
    Decision.WITHDRAWN_BY_PERSON: LetterKind.ANSWER,
    Decision.TRANSFERRED: LetterKind.ANSWER,
    Decision.DUPLICATE_OF: LetterKind.ANSWER,
}
_OF_RIGHT = {
    Right.ACCESS: LetterKind.ACCESS,
    Right.RECTIFICATION: LetterKind.RECTIFICATION,
    Right.ERASURE: LetterKind.ERASURE,
    Right.MINOR_ERASURE: LetterKind.ERASURE,
    Right.RESTRICTION: LetterKind.RESTRICTION,
    Right.PORTABILITY: LetterKind.PORTABILITY,
    Right.OBJECTION: LetterKind.OBJECTION,
    Right.OBJECTION_MARKETING: LetterKind.MARKETING,
    Right.CONSENT_WITHDRAWAL: LetterKind.WITHDRAWAL,
    Right.POST_MORTEM: LetterKind.HEIR,
}
_NOTHING_TO_DO_WITHOUT_DATA = frozenset(
    {Right.RECTIFICATION, Right.RESTRICTION, Right.OBJECTION, Right.CONSENT_WITHDRAWAL}
)
_RESTRICTED_MEANWHILE = frozenset({Right.RECTIFICATION, Right.OBJECTION})
_TOLD_TO_RECIPIENTS = frozenset(
    {Right.RECTIFICATION, Right.ERASURE, Right.MINOR_ERASURE, Right.RESTRICTION}
)


def answer_kind(item: Item) -> LetterKind | None:
    """Return the letter that tells of the decision on a right, None while nothing is decided."""
    if item.decision is None:
        return None
    if item.decision in _OF_DECISION:
        return _OF_DECISION[item.decision]
    if item.decision is Decision.NO_DATA and item.right in _NOTHING_TO_DO_WITHOUT_DATA:
        return LetterKind.ANSWER
    kind = _OF_RIGHT.get(item.right, LetterKind.ANSWER)
    if kind is LetterKind.ERASURE and item.decision is Decision.GRANTED_PARTLY:
        return LetterKind.ERASURE_PARTIAL
    return kind


def items_told(kind: LetterKind, request: Request) -> tuple[Item, ...]:
    """Return the rights that a letter is about: for an answer those that it answers, else all."""
    if not LETTERS[kind].is_answer:
        return request.items
    told = tuple(item for item in request.items if answer_kind(item) is kind)
    if kind is LetterKind.TRANSFER:
        return tuple(item for item in request.items if item.right is Right.PORTABILITY)
    return told


def facts_of(
    kind: LetterKind, request: Request, *, is_listed: bool = False, has_recipients: bool = True,
    included: Collection[Block] = (),
) -> LetterFacts:  # fmt: skip
    """Return what decides on the blocks of a letter of a request.

    A refusal of any right that it tells of makes it one that refuses (R-COM-3).
    """
    told = items_told(kind, request)
    decisions = {item.decision for item in told}
    nothing = {Decision.NO_DATA, Decision.NOTHING_IN_SCOPE}
    return LetterFacts(
        refuses=bool(decisions & REFUSALS) or kind is LetterKind.REFUSAL,
        holds_data=not told or not decisions <= nothing,
        is_listed=is_listed,
        has_recipients=has_recipients,
        included=frozenset(included) & INCLUDABLE,
    )


def standings(
    request: Request, sent: Collection[LetterKind], beside: BesideRequest
) -> tuple[LetterStanding, ...]:
    """Return where each letter of a request stands."""
    return tuple(
        _standing(kind, request, sent, beside) for kind, card in LETTERS.items() if card.of_request
    )


def letters_owed(request: Request) -> tuple[LetterKind, ...]:
    """Return the answers that the decisions of a request make necessary, each once."""
    kinds = (answer_kind(item) for item in request.items)
    return tuple(dict.fromkeys(kind for kind in kinds if kind is not None))


def copies_sent(request: Request, sent: Collection[LetterKind]) -> bool:
    """Tell whether the letter of each right of which a copy is given was sent (R-TYP-2)."""
    copies = [item for item in request.items if item.card.gives_copy and item.is_carried_out]
    return bool(copies) and all(answer_kind(item) in sent for item in copies)


def _standing(
    kind: LetterKind, request: Request, sent: Collection[LetterKind], beside: BesideRequest
) -> LetterStanding:
    if kind in sent and kind is not LetterKind.RECIPIENT_NOTICE:
        return LetterStanding(kind, LetterState.SENT)
    hurdle = _hurdle(kind, request, beside)
    if hurdle is not None:
        return LetterStanding(kind, LetterState.NOT_NOW, hurdle)
    is_due = request.is_open and _IS_DUE.get(kind, _awaited)(request)
    return LetterStanding(kind, LetterState.DUE if is_due else LetterState.POSSIBLE)


def _awaited(request: Request) -> bool:
    """Tell whether an answer is still to be sent: it may have been recorded without a letter."""
    return request.answered_on is None


def _hurdle(kind: LetterKind, request: Request, beside: BesideRequest) -> Hurdle | None:
    look = _HURDLES.get(kind)
    if look is not None:
        return look(request, beside)
    if kind in letters_owed(request):
        return None
    return Hurdle.NOT_DECIDED if request.undecided else Hurdle.DECIDED_OTHERWISE


_Look = Callable[[Request, BesideRequest], Hurdle | None]


def _unless(met: bool, hurdle: Hurdle) -> Hurdle | None:
    return None if met else hurdle


def _before_answer(request: Request, _beside: BesideRequest) -> Hurdle | None:
    return _unless(request.answered_on is None, Hurdle.ANSWERED)


def _identity(request: Request, beside: BesideRequest) -> Hurdle | None:
    doubt = bool(request.identity) and request.identity[-1].has_doubt and request.doubt_is_open
    return _before_answer(request, beside) or _unless(doubt, Hurdle.NO_DOUBT)


def _extension(request: Request, beside: BesideRequest) -> Hurdle | None:
    known = request.extension is not None and not request.extension.withdrawn
    return _before_answer(request, beside) or _unless(known, Hurdle.NO_EXTENSION)


def _withdrawn(request: Request, beside: BesideRequest) -> Hurdle | None:
    return _before_answer(request, beside) or _unless(beside.extended, Hurdle.EXTENSION_NOT_SENT)


def _fee(request: Request, beside: BesideRequest) -> Hurdle | None:
    return _before_answer(request, beside) or _unless(request.fee is not None, Hurdle.NO_FEE)


def _carried_out(*rights: Right) -> _Look:
    def look(request: Request, _beside: BesideRequest) -> Hurdle | None:
        done = any(item.right in rights and item.is_carried_out for item in request.items)
        return _unless(done, Hurdle.NOTHING_CARRIED_OUT)

    return look


def _transferred(request: Request, beside: BesideRequest) -> Hurdle | None:
    """Tell of a transmission once it took place: until then nothing of the letter is so (art. 20(2))."""
    granted = _carried_out(Right.PORTABILITY)(request, beside)
    return granted or _unless(beside.handed_over, Hurdle.NOT_HANDED_OVER)


def _may_restrict(request: Request, beside: BesideRequest) -> Hurdle | None:
    """Tell of a lifting for every right whose answer may rest on a restriction (art. 18(1)).

    While accuracy or an objection is weighed the data are restricted, whatever the decision is then.
    """
    if any(item.right in _RESTRICTED_MEANWHILE for item in request.items):
        return None
    return _carried_out(Right.RESTRICTION)(request, beside)


_HURDLES: dict[LetterKind, _Look] = {
    LetterKind.ACKNOWLEDGEMENT: _before_answer,
    LetterKind.IDENTITY_REQUEST: _identity,
    LetterKind.EXTENSION: _extension,
    LetterKind.EXTENSION_WITHDRAWN: _withdrawn,
    LetterKind.FEE_NOTICE: _fee,
    LetterKind.TRANSFER: _transferred,
    LetterKind.RESTRICTION_LIFTED: _may_restrict,
    LetterKind.RECIPIENT_NOTICE: _carried_out(*_TOLD_TO_RECIPIENTS),
}


def _asks_identity(request: Request) -> bool:
    open_questions = {one.reason for one in request.pauses if one.answered_on is None}
    return PauseReason.IDENTITY not in open_questions


def _extension_unsent(request: Request) -> bool:
    return request.extension is not None and request.extension.sent_on is None


def _never(_request: Request) -> bool:
    return False


_IS_DUE: dict[LetterKind, Callable[[Request], bool]] = {
    LetterKind.ACKNOWLEDGEMENT: lambda _request: True,
    LetterKind.IDENTITY_REQUEST: _asks_identity,
    LetterKind.EXTENSION: _extension_unsent,
    LetterKind.EXTENSION_WITHDRAWN: _never,
    LetterKind.FEE_NOTICE: _never,
    LetterKind.RESTRICTION_LIFTED: _never,
    LetterKind.RECIPIENT_NOTICE: lambda _request: True,
}
