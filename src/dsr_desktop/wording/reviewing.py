"""Names of the DPO's verdicts on hits."""

from dsr_desktop.domain.hit import Verdict
from dsr_desktop.domain.marking import mark
from dsr_desktop.wording.language import Tr

_VERDICTS = {
    Verdict.CONFIRMED: mark("The person"),
    Verdict.REJECTED: mark("Someone else"),
    None: mark("Open"),
}


def verdict_label(tr: Tr, verdict: Verdict | None) -> str:
    """Name of a verdict; None is an open hit."""
    return tr(_VERDICTS[verdict])
