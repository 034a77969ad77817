"""Words that stand between the names of two people: "pour", "c/o", "on behalf of", "mère de"."""

import re
from collections.abc import Collection, Iterator

from dsr_desktop.domain.job_titles import is_title_word
from dsr_desktop.domain.person import words

RELATIONS = frozenset(words(
    "mère père maman papa mari femme époux épouse conjoint conjointe compagnon compagne concubin "
    "concubine fiancé fiancée pacsé pacsée fils fille frère sœur parent parents enfant enfants tuteur "
    "tutrice curateur curatrice parrain marraine filleul filleule ami amie copain copine voisin voisine "
    "oncle tante cousin cousine neveu nièce nounou gardienne collègue "
    "remplaçant remplaçante aidant aidante héritier héritière ayant assistant assistante secrétaire "
    "mother father mum mom dad husband wife spouse partner fiance fiancee son daughter brother sister "
    "child children guardian godfather godmother godson goddaughter friend neighbour neighbor uncle "
    "aunt cousin nephew niece grandmother grandfather grandson granddaughter stepmother stepfather "
    "stepson stepdaughter veuf veuve vve widow widower colleague secretary carer caregiver nanny heir "
    "mutter vater sohn tochter bruder schwester"
))  # fmt: skip
_OTHER_NAMES = frozenset(words("né née born geb geborene dit dite alias aka"))
_MARRIED_NAMES = frozenset(words("ép épouse époux vve veuve mariée"))
_SMALL = frozenset(words("de d du des la le l of to von"))

_SLASHED = r"(?:o/b/o|f/b/o|[cpb]/o|[ap]/s|s/c|p/c|i/c|[dswh]/o)(?!\w)"
CARE_OF = (
    r"(?:(?:c/o|a/s|p/c)(?!\w)|℅|chez(?=\s)|care of\b|aux bons soins d|bei(?=\s)|"
    r"à l['\u2019]attention d|attn\b|z\.\s?hd?\.(?=\s))"
)
"""Begins the line of an address that says who takes the post of the person."""
_FOR = (
    rf"{CARE_OF}|{_SLASHED}|on behalf of\b|de la part d|à la demande d|au nom d|pour le compte d|sous couvert d|"
    r"(?:p\.\s?[op]|[ai]\.\s?[asv])\.(?=\s)|pp\.?(?=\s)|pour(?=\s)|par(?=\s)|avec(?=\s)|via(?=[\s:])|"
    r"for(?=\s)|by(?=\s)|with(?=\s)|from(?=\s)|to(?=\s)|cc(?=[\s:])|att(?=[\s.:])|fao\b|"
    r"für(?=\s)|mit(?=\s)|durch(?=\s)|por(?=\s)|para(?=\s)"
)
_OF = r"(?:de|du|des|of|to|von)\b|d['\u2019]"
_LEAD = re.compile(
    rf"(?P<link>(?:{_FOR})(?:['\u2019e]|es|u)?(?:\s+(?:la|l['\u2019]))?)"
    rf"|(?P<relation>\w+)(?:\s*:|\s+(?P<of>{_OF}))?",
    re.IGNORECASE,
)
_MAY_BEGIN = re.compile(r"(?:^|(?<=[\s,;:()\[\]<>|]))(?=[^\W\d_]|℅)")
_SLASHES = re.compile(rf"(?<!\w){_SLASHED}", re.IGNORECASE)


def slashes_in_links(text: str) -> Iterator[int]:
    """Yield where slashes stand that join no two people but write a word: "c/o", "p/o"."""
    for found in _SLASHES.finditer(text):
        yield from (at for at in range(*found.span()) if text[at] == "/")


def links_in(text: str, known: Collection[str] = ()) -> Iterator[tuple[int, int]]:
    """Yield the spans of words in `text` that lead over to another person; `known` are none of them.

    They are the words of the names asked for: who is called "Para" is nobody's agent.
    """
    for place in _MAY_BEGIN.finditer(text):
        found = _lead(text[place.start() :], known) if place.start() else None
        if found:
            yield place.start(), place.start() + found.end()


def leads_over(text: str, known: Collection[str] = ()) -> bool:
    """Tell whether `text` begins with words that say how somebody else is related to the person."""
    return _lead(text, known) is not None


def without_lead(text: str, known: Collection[str] = ()) -> str:
    """Leave out the words at the beginning that lead over: the name alone."""
    found = _lead(text, known)
    return text[found.end() :].lstrip(" \t\xa0.:") if found else text


def own_other_name(there: tuple[str, ...]) -> bool:
    """Tell whether folded words are another name of the same person: "née Martin", "ép. Martin"."""
    first, *rest = there or ("",)
    return first in _OTHER_NAMES or (first in _MARRIED_NAMES and len(rest) == 1)


def before_other_name(there: tuple[str, ...]) -> tuple[str, ...]:
    """Return the folded words before a birth name or an alias."""
    if own_other_name(there):
        return ()
    at = next((n for n, word in enumerate(there) if word in _OTHER_NAMES), len(there))
    return there[:at]


def _may_be_name(word: str) -> bool:
    return len(word) > 1 and word not in _SMALL


def _lead(text: str, known: Collection[str]) -> re.Match[str] | None:
    """Find the leading words; a relation counts before "de", or before a name ("mari Jean Roux")."""
    found = _LEAD.match(text)
    if found is None or any(word in known for word in words(found[0]) if _may_be_name(word)):
        return None
    if found["link"]:
        return found
    said = frozenset(words(found["relation"]))
    after = words(text[found.end() :])
    if found["of"]:
        is_lead = not said.isdisjoint(RELATIONS) or any(map(is_title_word, said))
        return found if is_lead and after and not all(map(is_title_word, after)) else None
    is_relation = not said.isdisjoint(RELATIONS) and said.isdisjoint(_MARRIED_NAMES)
    return found if is_relation and after else None
