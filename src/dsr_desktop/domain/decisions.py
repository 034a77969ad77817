"""Which decisions and reasons each right can meet (domain catalogue 1.3 and 1.4)."""

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.request import Decision, Right

_ABUSE = ("A12_5_unfounded", "A12_5_excessive_repetitive", "A12_5_excessive_abusive")
_ARTICLE_12 = (*_ABUSE, "A12_6_identity", "A11_2")
_OWN = {
    Right.ACCESS: ("A15_4",),
    Right.RECTIFICATION: ("A16_accurate",),
    Right.ERASURE: ("A17_no_ground", "A17_3_a", "A17_3_b", "A17_3_c", "A17_3_d", "A17_3_e"),
    Right.MINOR_ERASURE: ("A17_no_ground", "A17_3_a", "A17_3_b", "A17_3_c", "A17_3_d", "A17_3_e"),
    Right.RESTRICTION: ("A18_no_ground",),
    Right.PORTABILITY: ("A20_1_basis", "A20_1_inferred", "A20_1_not_automated", "A20_3", "A20_4"),
    Right.OBJECTION: ("A21_1_claims", "A21_1_compelling", "A21_basis"),
    Right.AUTOMATED_DECISION: ("A22_2_a", "A22_2_b", "A22_2_c"),
}
_GENERAL = {
    Right.OBJECTION_MARKETING: ("A11_2",),
    Right.CONSENT_WITHDRAWAL: ("A11_2",),
    Right.INFORMATION: (*_ABUSE, "A23_national"),
    Right.COMPLAINT: (),
    Right.POST_MORTEM: ("A12_6_identity", "A11_2", "A23_national"),
    Right.NOT_A_DSR: (),
}
_REFUSALS_OF_ALL = ("A23_national",)
_NOT_OURS = "not_controller"
REASON_CODES = frozenset(
    {code for codes in _OWN.values() for code in codes}
    | {*_ARTICLE_12, *_REFUSALS_OF_ALL, _NOT_OURS}
)
_ONLY_FOR = {
    Decision.GRANTED_PARTLY: frozenset(Right) - {
        Right.OBJECTION_MARKETING, Right.COMPLAINT, Right.NOT_A_DSR,
    },
    Decision.GRANTED_REDACTED: {Right.ACCESS},
    Decision.STATEMENT_ADDED: {Right.RECTIFICATION},
    Decision.ANONYMISED: {Right.ERASURE, Right.MINOR_ERASURE},
    Decision.NOTHING_IN_SCOPE: {Right.PORTABILITY},
    Decision.NO_DATA: frozenset(Right) - {Right.COMPLAINT, Right.NOT_A_DSR},
    Decision.NOT_IDENTIFIABLE: frozenset(Right) - {
        Right.INFORMATION, Right.COMPLAINT, Right.NOT_A_DSR,
    },
    Decision.IDENTITY_NOT_CONFIRMED: frozenset(Right) - {
        Right.OBJECTION_MARKETING, Right.CONSENT_WITHDRAWAL, Right.INFORMATION, Right.COMPLAINT,
        Right.NOT_A_DSR,
    },
    Decision.REFUSED: frozenset(Right) - {
        Right.OBJECTION_MARKETING, Right.CONSENT_WITHDRAWAL, Right.COMPLAINT, Right.NOT_A_DSR,
    },
}  # fmt: skip
_ONE_CODE = {
    Decision.IDENTITY_NOT_CONFIRMED: "A12_6_identity",
    Decision.NOT_IDENTIFIABLE: "A11_2",
    Decision.TRANSFERRED: _NOT_OURS,
}
_NEED_A_REASON = frozenset(
    {
        Decision.GRANTED_PARTLY, Decision.GRANTED_REDACTED, Decision.NOTHING_IN_SCOPE,
        Decision.REFUSED, *_ONE_CODE,
    }
)  # fmt: skip
REFUSALS = frozenset(
    {
        Decision.REFUSED, Decision.GRANTED_PARTLY, Decision.GRANTED_REDACTED,
        Decision.NOTHING_IN_SCOPE, Decision.NOT_IDENTIFIABLE, Decision.IDENTITY_NOT_CONFIRMED,
    }
)  # fmt: skip
"""Decisions that refuse the person something, so that the answer names the remedies (R-COM-3)."""


def decisions_for(right: Right) -> tuple[Decision, ...]:
    """Return the decisions that fit `right`; marketing objections are absolute (art. 21(3))."""
    return tuple(decision for decision in Decision if right in _ONLY_FOR.get(decision, {right}))


def reasons_for(right: Right) -> tuple[str, ...]:
    """Return the reason codes that fit `right`: its own article's first, then the general ones."""
    general = _GENERAL.get(right, (*_ARTICLE_12, *_REFUSALS_OF_ALL))
    return (*sorted(_OWN.get(right, ())), *sorted(general), _NOT_OURS)


def reasons_of_decision(right: Right, decision: Decision) -> tuple[str, ...]:
    """Return the reason codes with which `decision` can be taken on `right` (catalogue 1.4)."""
    fitting = reasons_for(right)
    if decision in _ONE_CODE:
        return tuple(code for code in fitting if code == _ONE_CODE[decision])
    if decision is Decision.GRANTED_REDACTED:
        return tuple(code for code in fitting if code in {"A15_4", "A23_national"})
    if decision is Decision.NOTHING_IN_SCOPE:
        return tuple(code for code in fitting if code.startswith("A20_"))
    if decision is Decision.GRANTED_PARTLY:
        return tuple(code for code in fitting if code not in _ABUSE)
    return fitting


def needs_reason(decision: Decision) -> bool:
    """Tell whether `decision` is recorded only with a reason code."""
    return decision in _NEED_A_REASON


def check_decision(right: Right, decision: Decision, reason_code: str | None) -> None:
    """Refuse a decision that `right` cannot meet, or one without a reason that fits it.

    Raises InvalidInputError: a marketing objection is never refused, a code belongs to its article
    (domain catalogue 1.4).
    """
    if decision not in decisions_for(right):
        raise InvalidInputError(
            mark("The decision {decision} does not fit the right {right}. Possible: {possible}."),
            decision=decision,
            right=right,
            possible=", ".join(decisions_for(right)),
        )
    possible = reasons_of_decision(right, decision)
    if reason_code is None and needs_reason(decision):
        raise InvalidInputError(
            mark("This decision needs a reason code, such as {codes}."), codes=", ".join(possible)
        )
    if reason_code is not None:
        _check_reason(right, decision, reason_code)


def _check_reason(right: Right, decision: Decision, reason_code: str) -> None:
    if not _is_known(reason_code):
        raise InvalidInputError(
            mark("There is no reason code {code}. Known ones: {codes}."),
            code=reason_code[:40],
            codes=", ".join(sorted(REASON_CODES)),
        )
    possible = reasons_of_decision(right, decision)
    if reason_code.partition(":")[0] not in possible:
        raise InvalidInputError(
            mark("The reason {code} does not fit {decision} on {right}. Possible: {possible}."),
            code=reason_code.partition(":")[0],
            decision=decision,
            right=right,
            possible=", ".join(possible),
        )


def _is_known(reason_code: str) -> bool:
    """Tell whether a code is in the catalogue; only one of national law names its text."""
    code, colon, _text = reason_code.partition(":")
    return code in REASON_CODES and (not colon or code == "A23_national")
