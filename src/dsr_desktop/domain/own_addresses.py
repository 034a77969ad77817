"""Which lines of a postal address are not about the person's place but about who takes her post."""

import re

from dsr_desktop.domain.asked import Asked
from dsr_desktop.domain.contradictions import names_the_person
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.name_cells import CIVILITIES
from dsr_desktop.domain.name_links import CARE_OF
from dsr_desktop.domain.own_names import OwnNames, Share
from dsr_desktop.domain.person import words

_HOST = re.compile(
    rf"(?:^|(?<=[\s,;|(]))(?P<by>{CARE_OF})(?P<who>[^,;|\r\n\d]*)[,;|\s]*",
    re.IGNORECASE | re.MULTILINE,
)
_LINE = re.compile(r"(?:^|(?<=[,;|\r\n(]))(?P<line>[^,;|\r\n()\d]+)(?:[,;|\r\n)]+|$)")
_CIVILITY = re.compile(
    r"\b(?:M\.|(?:Mme|Mlle|Mr|Mrs|Ms|Monsieur|Madame|Mademoiselle|Herr|Frau)\b\.?)\s*(?=[^\W\d_a-z])"
)
_NAME_ON_TOP = re.compile(r"\s*[^\W\d_a-z][\w'\u2019-]+\s+[^\W\d_a-z][\w'\u2019-]+\s*")
_STREETS = frozenset(words(
    "rue avenue av boulevard bd bld place pl allée allées chemin ch impasse imp quai square cours "
    "passage route rte voie sentier faubourg pont résidence rés villa lotissement clos lieu dit "
    "street st road rd lane ln drive court close gardens way strasse str weg platz"
))  # fmt: skip
_PLACES = _STREETS | frozenset(words(
    "immeuble imm bâtiment bât appartement appt apt étage escalier lot domaine château hameau ferme mas "
    "parc zone za zi zac centre cité tour porte bp cs cedex le la les l house building floor flat suite "
    "unit park estate"
))  # fmt: skip


def own_address(asked: Asked, text: str, names: OwnNames) -> Share | None:
    """Return an address without the lines that name somebody else ("c/o Jean Roux") (art. 20(4)).

    `names` are those of the row. None where the whole address is hers.
    """
    own = _HOST.sub(lambda found: found[0] if _is_her(asked, found["who"]) else "", text)
    own = _LINE.sub(lambda found: "" if _is_others(asked, names, found) else found[0], own)
    if own == text:
        return None
    rest = own.strip(" \t\r\n,;|(")
    return Share((rest,) if rest else ())


def _is_others(asked: Asked, names: OwnNames, found: re.Match[str]) -> bool:
    """Tell whether a line without figures is somebody else's name.

    A civility says so where no street is called after one, and two capitalised words on top do; else
    it is made of the names that other people in the row have.
    """
    line = found["line"]
    there = frozenset(words(line)) - CIVILITIES
    if not there or _is_her(asked, line) or there <= names.nobodys:
        return False
    if not there.isdisjoint(names.others) and there <= names.others | asked.words_of_names:
        return True
    if _CIVILITY.search(line):
        return there.isdisjoint(_STREETS)
    return (
        found.start() == 0
        and _NAME_ON_TOP.fullmatch(line) is not None
        and there.isdisjoint(_PLACES)
    )


def _is_her(asked: Asked, who: str) -> bool:
    return bool(names_the_person(asked, Field.NAME, who))
