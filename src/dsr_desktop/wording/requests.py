"""Names of rights, stages, decisions and channels."""

from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.person import fold
from dsr_desktop.domain.request import Channel, Decision, Request, Right, Stage
from dsr_desktop.domain.request_filter import Standing
from dsr_desktop.wording.language import Tr

_RIGHTS = {
    Right.ACCESS: mark("Access"),
    Right.RECTIFICATION: mark("Rectification"),
    Right.ERASURE: mark("Erasure"),
    Right.RESTRICTION: mark("Restriction"),
    Right.RECIPIENTS: mark("Recipients told"),
    Right.PORTABILITY: mark("Portability"),
    Right.OBJECTION: mark("Objection"),
    Right.OBJECTION_MARKETING: mark("Objection to direct marketing"),
    Right.AUTOMATED_DECISION: mark("Automated decision"),
    Right.CONSENT_WITHDRAWAL: mark("Withdrawal of consent"),
    Right.INFORMATION: mark("Information"),
    Right.COMPLAINT: mark("Complaint"),
    Right.POST_MORTEM: mark("After death"),
    Right.MINOR_ERASURE: mark("Erasure, collected as a minor"),
    Right.NOT_A_DSR: mark("Not a data-subject request"),
}
_ARTICLES = {
    Right.ACCESS: "15", Right.RECTIFICATION: "16", Right.ERASURE: "17", Right.RESTRICTION: "18",
    Right.RECIPIENTS: "19", Right.PORTABILITY: "20", Right.OBJECTION: "21(1)",
    Right.OBJECTION_MARKETING: "21(2)", Right.AUTOMATED_DECISION: "22",
    Right.CONSENT_WITHDRAWAL: "7(3)", Right.INFORMATION: "13", Right.COMPLAINT: "77",
    Right.MINOR_ERASURE: "17(1)(f)",
}  # fmt: skip
_STAGES = {
    Stage.NEW: mark("New"),
    Stage.IDENTITY_PENDING: mark("Identity check"),
    Stage.IN_PROGRESS: mark("In progress"),
    Stage.DECIDED: mark("Decided"),
    Stage.ANSWERED: mark("Answered"),
    Stage.CLOSED: mark("Closed"),
}
_CHANNELS = {
    Channel.EMAIL_GENERAL: mark("E-mail, general address"),
    Channel.EMAIL_DPO: mark("E-mail to the DPO"),
    Channel.WEB_FORM: mark("Web form"),
    Channel.POST: mark("Post"),
    Channel.PHONE: mark("Phone call"),
    Channel.IN_PERSON: mark("In person"),
    Channel.SOCIAL: mark("Social network"),
    Channel.AUTHORITY: mark("Authority"),
    Channel.AGENT: mark("Agent"),
    Channel.OTHER: mark("Other"),
}
_DECISIONS = {
    Decision.GRANTED: mark("Granted"),
    Decision.GRANTED_PARTLY: mark("Granted in part"),
    Decision.GRANTED_REDACTED: mark("Granted with passages masked"),
    Decision.STATEMENT_ADDED: mark("Statement added"),
    Decision.ANONYMISED: mark("Anonymised"),
    Decision.NO_DATA: mark("No data held"),
    Decision.NOTHING_IN_SCOPE: mark("Nothing in scope"),
    Decision.NOT_IDENTIFIABLE: mark("Person not identifiable"),
    Decision.IDENTITY_NOT_CONFIRMED: mark("Identity not confirmed"),
    Decision.REFUSED: mark("Refused"),
    Decision.WITHDRAWN_BY_PERSON: mark("Withdrawn by the person"),
    Decision.TRANSFERRED: mark("Forwarded to the controller"),
    Decision.DUPLICATE_OF: mark("Duplicate of another request"),
}


_STANDINGS = {
    Standing.OPEN: mark("Open · {n}"),
    Standing.OVERDUE: mark("Overdue · {n}"),
    Standing.DUE_THIS_WEEK: mark("Due this week · {n}"),
    Standing.WAITING: mark("Waiting for the person · {n}"),
    Standing.CLOSED: mark("Closed · {n}"),
    Standing.ALL: mark("All · {n}"),
}


def standing_label(tr: Tr, standing: Standing, count: int) -> str:
    """Name how requests stand, with how many do."""
    return tr(_STANDINGS[standing], n=tr.number(count))


def right_label(tr: Tr, right: Right) -> str:
    """Name of a right."""
    return tr(_RIGHTS[right])


def rights_line(tr: Tr, request: Request) -> str:
    """Name the rights that a request asks for, in their order."""
    return ", ".join(right_label(tr, right) for right in request.rights)


def words_of_request(tr: Tr, request: Request) -> str:
    """Return, folded, what the words of a filter are held against."""
    stage = stage_label(tr, request.stage)
    said = (request.ref, request.person, rights_line(tr, request), stage, request.handled_by)
    return fold(" ".join(said))


def right_with_article(tr: Tr, right: Right) -> str:
    """Name of a right with its GDPR article: "Erasure · art. 17"."""
    article = _ARTICLES.get(right)
    label = right_label(tr, right)
    return tr("{right} · art. {number}", right=label, number=article) if article else label


def stage_label(tr: Tr, stage: Stage) -> str:
    """Name of a stage."""
    return tr(_STAGES[stage])


def channel_label(tr: Tr, channel: Channel) -> str:
    """Name of a channel."""
    return tr(_CHANNELS[channel])


def decision_label(tr: Tr, decision: Decision) -> str:
    """Name of a decision."""
    return tr(_DECISIONS[decision])
