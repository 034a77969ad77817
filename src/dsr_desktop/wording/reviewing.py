"""Names of the DPO's verdicts on hits, and of the keys that confirmed ones bring."""

from dsr_desktop.domain.expansion import NewKey
from dsr_desktop.domain.hit import Verdict
from dsr_desktop.domain.marking import mark
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.matching import criterion_label

_VERDICTS = {
    Verdict.CONFIRMED: mark("The person"),
    Verdict.REJECTED: mark("Someone else"),
    None: mark("Open"),
}


def verdict_label(tr: Tr, verdict: Verdict | None) -> str:
    """Name of a verdict; None is an open hit."""
    return tr(_VERDICTS[verdict])


def new_key_line(tr: Tr, key: NewKey) -> str:
    """Name a key of a confirmed hit that was not asked for: "New key: E-mail c.dupont@…"."""
    kind = criterion_label(tr, key.criterion)
    return tr("New key in a confirmed hit: {kind} {value}", kind=kind, value=key.value)


def no_new_key(tr: Tr) -> str:
    """Say that the confirmed hits hold no key that was not asked for: the searching is at its end."""
    return tr("The confirmed hits hold no new key. What was asked for was searched again.")
