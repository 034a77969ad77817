"""Names of what the company's records hold: roles, safeguards, outcomes, warnings, gaps."""

from dsr_desktop.domain.authority_request import AuthorityOutcome, AuthorityRequest, MayTell
from dsr_desktop.domain.consent import Consent
from dsr_desktop.domain.disclosure import AgainstPolicy, LeftOut
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.recipient import RecipientGap, RecipientRole, Safeguard
from dsr_desktop.wording.language import Tr

_ROLES = {
    RecipientRole.PROCESSOR: mark("Processor"),
    RecipientRole.CONTROLLER: mark("Controller of its own"),
    RecipientRole.JOINT_CONTROLLER: mark("Joint controller"),
}
_SAFEGUARDS = {
    Safeguard.ADEQUACY: mark("Adequacy decision, art. 45"),
    Safeguard.STANDARD_CLAUSES: mark("Standard contractual clauses, art. 46(2)(c)"),
    Safeguard.BINDING_RULES: mark("Binding corporate rules, art. 47"),
    Safeguard.CODE_OF_CONDUCT: mark("Code of conduct, art. 46(2)(e)"),
    Safeguard.CERTIFICATION: mark("Certification, art. 46(2)(f)"),
    Safeguard.DEROGATION: mark("Derogation, art. 49"),
}
_GAPS = {
    RecipientGap.NO_CONTRACT: mark("no contract of art. 28 recorded"),
    RecipientGap.NO_SAFEGUARD: mark("outside the EEA without a safeguard"),
    RecipientGap.NO_CONTACT: mark("no contact recorded"),
}
_WARNINGS = {
    AgainstPolicy.SALE: mark("The privacy policy excludes selling data. Check before it is used."),
    AgainstPolicy.RENT: mark("The privacy policy excludes renting data. Check before it is used."),
    AgainstPolicy.SHARING_FOR_MARKETING: mark(
        "The privacy policy excludes sharing data for marketing. Check before it is used."
    ),
}
_OUTCOMES = {
    AuthorityOutcome.OPEN: mark("Open"),
    AuthorityOutcome.DISCLOSED: mark("Handed over"),
    AuthorityOutcome.REFUSED: mark("Refused"),
}
_TELLING = {
    MayTell.YES: mark("the person may be told"),
    MayTell.NO: mark("the person may not be told"),
    MayTell.UNKNOWN: mark("not known whether the person may be told"),
}


def role_label(tr: Tr, role: RecipientRole) -> str:
    """Name of a role."""
    return tr(_ROLES[role])


def safeguard_label(tr: Tr, safeguard: Safeguard | None) -> str:
    """Name of a safeguard with its article, "" for none."""
    return tr(_SAFEGUARDS[safeguard]) if safeguard else ""


def gap_label(tr: Tr, gap: RecipientGap) -> str:
    """Say what the record of a recipient lacks."""
    return tr(_GAPS[gap])


def warning_sentence(tr: Tr, warning: AgainstPolicy) -> str:
    """Say why a purpose is against the privacy policy (R-DIS-1)."""
    return tr(_WARNINGS[warning])


def outcome_label(tr: Tr, outcome: AuthorityOutcome) -> str:
    """Name of an outcome."""
    return tr(_OUTCOMES[outcome])


def may_tell_label(tr: Tr, asked: AuthorityRequest) -> str:
    """Say whether the person may be told of a request, and from when."""
    if asked.may_tell_from is not None:
        return tr("the person may be told from {day}", day=tr.date(asked.may_tell_from))
    return tr(_TELLING[asked.may_tell])


def telling_label(tr: Tr, telling: MayTell) -> str:
    """Name of a choice: whether the person may be told."""
    return (
        tr("the person may be told from a day")
        if telling not in _TELLING
        else tr(_TELLING[telling])
    )


def left_out_label(tr: Tr, left_out: LeftOut) -> str:
    """Say how many people did not go, and why; "" for nobody."""
    parts = {
        mark("{n} opposed"): left_out.opposed,
        mark("{n} restricted"): left_out.restricted,
        mark("{n} frozen"): left_out.frozen,
        mark("{n} expired"): left_out.expired,
        mark("{n} erased"): left_out.erased,
        mark("{n} without consent"): left_out.without_consent,
    }
    return ", ".join(tr(words, n=tr.number(n)) for words, n in parts.items() if n)


def consent_label(tr: Tr, consent: Consent) -> str:
    """Say what a consent is about, and what became of it."""
    return tr.pair(purpose_label(tr, consent.purpose), " · ".join(_states(tr, consent)))


def purpose_label(tr: Tr, purpose: str) -> str:
    """Name of a purpose, as it was written; "" is about all of them."""
    return purpose or tr("all purposes")


def _states(tr: Tr, consent: Consent) -> list[str]:
    said = []
    if consent.given_on is not None:
        said.append(tr("given on {day}", day=tr.date(consent.given_on)))
    elif consent.is_given:
        said.append(tr("given, day unknown"))
    if consent.withdrawn_on is not None:
        said.append(tr("withdrawn on {day}", day=tr.date(consent.withdrawn_on)))
    elif consent.is_withdrawn:
        said.append(tr("withdrawn or refused, day unknown"))
    return said
