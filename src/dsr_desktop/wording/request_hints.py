"""Words what is told of a request or a decision without stopping anybody."""

from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.request_hints import Hint, HintKind
from dsr_desktop.wording.language import Tr

_SENTENCES = {
    HintKind.REFUSAL_LATE: mark(
        "A refusal was due on {day}, and no extension moves that day, art. 12(4). Send it now "
        "and say why it is late."
    ),
    HintKind.REFUSAL_NOT_MOVED: mark(
        "A refusal has to be sent by {day}, although the request was extended, art. 12(4)."
    ),
    HintKind.ABUSE_ONLY_ACCESS: mark(
        "Authorities and courts have looked at excessive requests for access alone: be careful with "
        "other rights, art. 12(5)."
    ),
    HintKind.IDENTITY_UNANSWERED: mark(
        "Asked on {day}, the person has not said who they are. Decide that the identity was not "
        "confirmed, and tell the reasons, the right to complain and to go to court."
    ),
    HintKind.PAUSE_DOUBTFUL: mark(
        "A question was asked so late that its pause may not hold: answer by {day}, EDPB 01/2022 "
        "§159."
    ),
}


def hint_sentence(tr: Tr, hint: Hint) -> str:
    """Say what is the matter and what to do next."""
    return tr(_SENTENCES[hint.kind], day=tr.date(hint.day) if hint.day else "")
