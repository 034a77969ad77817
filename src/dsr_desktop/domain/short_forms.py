"""Usual short and other forms of first names, French and English ones first, by a list of ours.

A form may be short for several names, and is then no proof of one: Alex for Alexandre and Alexandra.
"""

from collections.abc import Collection, Iterator, Mapping
from functools import cache

from dsr_desktop.domain.first_names.forms import FORMS
from dsr_desktop.domain.person import words

_NONE: frozenset[str] = frozenset()
_OF_THEIR_OWN = frozenset(words(
    "adele alexa ali ana ania annie bastian bella benny celia charly claus elise eliza ella ellie elsa "
    "emmy fanny france freda gianni gina ginette greta harry heidi jan jenny jessy jonny josie joy jude "
    "judy kader kim klaus laurie lea lena lenny lewis lexie lia liam lili lily lina lisa lise lisette lou "
    "luce mae magda margaux margo margot megan mia mina nancy nell nelly nina nino noe nora olive paulette "
    "piero polly renzo rita robin rosa rose sacha sally sami samy sandie sandro sandy sasha steve suzette "
    "tania tanya tess tessa theo tilda tim tina tom toma wendy willy yann"
))  # fmt: skip
"""Short forms that are given at birth as well: Léa and Éléonore may be two sisters."""


def short_forms_of(word: str) -> frozenset[str]:
    """Return the other forms of a folded first name: what it is shortened to, or short for.

    The other writings of the same name are among them (Catherine, Katherine); two short forms of
    one name are not forms of each other. A double name stands as one word: "jb", "jeanbaptiste".
    """
    return _forms().get(word, _NONE)


def is_shortened(one: str, other: str) -> bool:
    """Tell whether one of two folded first names is short for the other, and hardly a name itself.

    Mike is for Michael; Michel and Michael, two whole names, may be father and son.
    """
    names = {one, other}
    is_form = len(names & _whole_names()) == 1 and other in short_forms_of(one)
    return is_form and names.isdisjoint(_OF_THEIR_OWN)


def names_with_forms() -> Collection[str]:
    """Return every folded first name, whole or short, that has other forms."""
    return _forms().keys()


@cache
def _forms() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for wholes, shorts in _groups():
        for name in wholes:
            found.setdefault(name, set()).update((*wholes, *shorts))
        for short in shorts:
            found.setdefault(short, set()).update(wholes)
    return {word: frozenset(forms - {word}) for word, forms in found.items()}


@cache
def _whole_names() -> frozenset[str]:
    return frozenset(name for wholes, _shorts in _groups() for name in wholes)


def _groups() -> Iterator[tuple[list[str], list[str]]]:
    for group in FORMS.split(";"):
        names, _colon, shortened = group.partition(":")
        yield names.split(), shortened.split()
