"""Names of the columns of registers that are brought in, and of the registers themselves."""

from collections.abc import Mapping

from dsr_desktop.domain.errors import DsrError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.notice import Notice
from dsr_desktop.domain.processing import Detail
from dsr_desktop.domain.register_columns import ActivityColumn, RequestColumn
from dsr_desktop.wording.errors import word_sentence
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.processing import detail_label

_REQUESTS: Mapping[str, str] = {
    RequestColumn.REFERENCE: mark("Reference"),
    RequestColumn.RECEIVED_ON: mark("Received on"),
    RequestColumn.RIGHT: mark("Right"),
    RequestColumn.CHANNEL: mark("Channel"),
    RequestColumn.NAME: mark("Name"),
    RequestColumn.EMAIL: mark("E-mail"),
    RequestColumn.PHONE: mark("Phone"),
    RequestColumn.ANSWERED_ON: mark("Answer sent on"),
    RequestColumn.CLOSED_ON: mark("Closed on"),
    RequestColumn.DECISION: mark("Decision"),
    RequestColumn.REASON: mark("Reason"),
}
_ACTIVITIES: Mapping[str, str] = {
    ActivityColumn.NAME: mark("Name"),
    ActivityColumn.LEGAL_BASIS: mark("Legal basis"),
}


def column_label(tr: Tr, column: str) -> str:
    """Name of a column of either register; what is none stays as it is."""
    known = {**_REQUESTS, **_ACTIVITIES}
    if column in known:
        return tr(known[column])
    details = [one for one in Detail if one == column]
    return detail_label(tr, details[0]) if details else column


def problem_sentence(tr: Tr, problem: Notice | DsrError) -> str:
    """Say what is wrong with a row or a file, and name columns as the window does."""
    named: dict[str, object] = {
        name: ", ".join(column_label(tr, one) for one in str(problem.details[name]).split(", "))
        for name in ("column", "titles")
        if name in problem.details
    }
    return word_sentence(tr, problem.sentence, {**problem.details, **named})
