"""What is said of lists that leave: why rows stay behind, columns, counts."""

from collections.abc import Iterator, Mapping

from dsr_desktop.domain.contact_table import Head
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.outgoing import Why
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.sources import field_label

_WHY = {
    Why.ERASED: mark("erased: must not come back"),
    Why.OPPOSED: mark("opposed"),
    Why.RESTRICTED: mark("restricted (art. 18)"),
    Why.FROZEN: mark("frozen, to be erased"),
    Why.ARCHIVED: mark("kept for the law alone"),
    Why.EXPIRED: mark("kept too long"),
    Why.NO_CONSENT: mark("no consent to this purpose"),
}


def why_label(tr: Tr, why: Why) -> str:
    """Say why a row stays behind."""
    return tr(_WHY[why])


def why_lines(tr: Tr, left: Mapping[Why, int]) -> Iterator[tuple[str, str]]:
    """Yield why rows stay behind, and how many."""
    for why, n in left.items():
        yield why_label(tr, why), tr.number(n)


def head_label(tr: Tr, head: Head) -> str:
    """Title of a column of contacts: "Phone", "Phone 2"."""
    name = field_label(tr, head.field)
    return name if head.nth == 1 else f"{name} {head.nth}"


def twice_sentence(tr: Tr, n: int) -> str:
    """Say how many contacts another row says all the same of."""
    return tr.count("{n} was there twice", "{n} were there twice", n)


def doubtful_sentence(tr: Tr, n: int) -> str:
    """Say how many go though they look like somebody on the suppression list."""
    return tr.count(
        "{n} looks like somebody on the suppression list, and goes",
        "{n} look like somebody on the suppression list, and go",
        n,
    )
