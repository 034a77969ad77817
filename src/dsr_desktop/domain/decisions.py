"""Which decisions and reasons each right can meet (domain catalogue 1.3 and 1.4)."""

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.request import REASON_CODES, Decision, Right, check_decision

_ONLY_FOR = {
    Decision.GRANTED_REDACTED: {Right.ACCESS},
    Decision.STATEMENT_ADDED: {Right.RECTIFICATION},
    Decision.ANONYMISED: {Right.ERASURE, Right.MINOR_ERASURE},
    Decision.NOTHING_IN_SCOPE: {Right.PORTABILITY},
}
_FOR_EVERY_RIGHT = ("A12_5", "A12_6", "A11_2", "A23", "not_controller")
_ARTICLES = {
    Right.ACCESS: "A15", Right.RECTIFICATION: "A16", Right.ERASURE: "A17",
    Right.MINOR_ERASURE: "A17", Right.RESTRICTION: "A18", Right.PORTABILITY: "A20",
    Right.OBJECTION: "A21", Right.AUTOMATED_DECISION: "A22",
}  # fmt: skip
_WITHOUT_REFUSAL = {Right.OBJECTION_MARKETING, Right.CONSENT_WITHDRAWAL}


def decisions_for(right: Right) -> tuple[Decision, ...]:
    """Return the decisions that fit `right`; marketing objections are absolute (art. 21(3))."""
    return tuple(decision for decision in Decision if _fits(decision, right))


def reasons_for(right: Right) -> tuple[str, ...]:
    """Return the reason codes that fit `right`: its own article's first, then the general ones."""
    article = _ARTICLES.get(right)
    own = [code for code in REASON_CODES if article and code.startswith(article + "_")]
    general = [code for code in REASON_CODES if code.startswith(_FOR_EVERY_RIGHT)]
    return (*sorted(own), *sorted(general))


def needs_reason(decision: Decision) -> bool:
    """Tell whether `decision` is recorded only with a reason code."""
    try:
        check_decision(decision, None)
    except InvalidInputError:
        return True
    return False


def check_decision_fits(right: Right, decision: Decision) -> None:
    """Refuse a decision that the right cannot meet: a marketing objection is never refused."""
    if not _fits(decision, right):
        raise InvalidInputError(
            mark("The decision {decision} does not fit the right {right}. Possible: {possible}."),
            decision=decision,
            right=right,
            possible=", ".join(decisions_for(right)),
        )


def _fits(decision: Decision, right: Right) -> bool:
    if right in _WITHOUT_REFUSAL and decision is Decision.REFUSED:
        return False
    return right in _ONLY_FOR.get(decision, {right})
