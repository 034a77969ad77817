"""Which lines of a postal address are not about the person's place but about who takes her post."""

import re

from dsr_desktop.domain.asked import Asked
from dsr_desktop.domain.contradictions import names_the_person
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.name_stretches import CARE_OF
from dsr_desktop.domain.own_names import Share

_HOST = re.compile(
    rf"(?:^|(?<=[\s,;|(]))(?P<by>{CARE_OF})(?P<who>[^,;|\r\n\d]*)[,;|\s]*",
    re.IGNORECASE | re.MULTILINE,
)


def own_address(asked: Asked, text: str) -> Share | None:
    """Return an address without the line that names somebody else ("c/o Jean Roux") (art. 20(4)).

    None where the whole address is hers.
    """
    own = _HOST.sub(lambda found: found[0] if _is_her(asked, found["who"]) else "", text)
    if own == text:
        return None
    rest = own.strip(" \t\r\n,;|")
    return Share((rest,) if rest else ())


def _is_her(asked: Asked, who: str) -> bool:
    return bool(names_the_person(asked, Field.NAME, who))
