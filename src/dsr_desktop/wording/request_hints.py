"""Words what is told of a request without stopping anybody."""

from dsr_desktop.domain.request_hints import Hint, HintKind
from dsr_desktop.wording.language import Tr


def hint_sentence(tr: Tr, hint: Hint) -> str:
    """Say what is the matter and what to do next."""
    day = tr.date(hint.day)
    if hint.kind is HintKind.REFUSAL_LATE:
        return tr(
            "The reasons of a refusal were due on {day}: an extension does not lengthen that, "
            "art. 12(4). Send them now.",
            day=day,
        )
    return tr(
        "Asked on {day}, the person has not said who they are. Decide that the identity was not "
        "confirmed, and tell the reasons, the right to complain and to go to court.",
        day=day,
    )
