"""Forms in which companies, addresses, postcodes and cities are compared."""

import re
from functools import lru_cache

from dsr_desktop.domain.person import fold, words

Words = tuple[str, ...]

_DOTTED = re.compile(r"\b[a-z](?:\.[a-z]{1,2})+\b\.?")
_LEGAL_FORMS = frozenset(words(
    "sarl sas sasu eurl sa sci snc scop gie scp selarl selas sca scea gaec earl cie compagnie "
    "gmbh mbh ag kg ohg ug kgaa ltd limited llc llp lp plc inc incorporated corp corporation co company "
    "bv nv vof srl sprl spa sapa snc sl slu sau lda ltda ab asa oy oyj aps sro kft doo zoo "
    "societe ste ets etablissements"
))  # fmt: skip
_ANDS = frozenset({"et", "and", "und", "y"})
_LETTER_AND = "e"
_POSTCODE = 5
_NUMBER_AND_LETTER = re.compile(r"(\d+)(bis|ter|quater|[a-z])")
_AFTER_NUMBER = {
    "b": "bis",
    "bis": "bis",
    "t": "ter",
    "ter": "ter",
    "q": "quater",
    "quater": "quater",
}
_STREETS = {
    "av": "avenue", "ave": "avenue", "aven": "avenue", "bd": "boulevard", "bld": "boulevard",
    "blvd": "boulevard", "boul": "boulevard", "bvd": "boulevard", "r": "rue", "pl": "place", "rte": "route",
    "che": "chemin", "ch": "chemin", "chem": "chemin", "imp": "impasse", "all": "allee", "sq": "square",
    "fg": "faubourg", "fbg": "faubourg", "res": "residence", "bat": "batiment", "lot": "lotissement",
    "crs": "cours", "pass": "passage", "prom": "promenade", "za": "zone", "app": "appartement",
    "apt": "appartement", "appt": "appartement", "saint": "st", "sainte": "ste", "str": "strasse",
    "rd": "road", "street": "st", "ln": "lane", "gal": "general", "mal": "marechal", "pdt": "president",
}  # fmt: skip
_SMALL = frozenset(words("de du des d la le les l et n no num numero nr the of der die das"))
_COUNTRY_OF_POSTCODE = re.compile(r"[a-z]{1,3}[ -]+(?=\d{4,5}$)")
_DISTRICT = re.compile(r"\d{1,2}(?:e|er|eme|ieme|nd|de)?")
_DISTRICT_WORDS = frozenset({"arrondissement", "arr", "arrdt", "ardt", "e", "er", "eme"})
_WITH_DISTRICTS = frozenset({"paris", "lyon", "marseille"})
_CITY_WORDS = {"saint": "st", "sainte": "ste", "s": "sur", "ss": "sous"}


@lru_cache(maxsize=4096)
def company_words(text: str) -> Words:
    """Folded words of a company's name without its legal form: "Dupont & Cie S.A.R.L." is Dupont.

    Without "and", which is a sign as often, and with Saint as "st". The words themselves where the
    name is nothing but a legal form.
    """
    there = words(_DOTTED.sub(lambda form: form[0].replace(".", ""), fold(text)))
    written_out = (*there[:1], *("sainte" if word == "ste" else word for word in there[1:-1]))
    telling = [word for word in (*written_out, *there[1:][-1:]) if word not in _LEGAL_FORMS | _ANDS]
    while telling and telling[-1] == _LETTER_AND:
        telling.pop()
    return tuple("st" if word == "saint" else word for word in telling) or there


@lru_cache(maxsize=4096)
def address_words(text: str) -> Words:
    """Folded words of an address, streets written out, a house number with what belongs to it.

    "12 bis, av. de la Gare" is 12bis, avenue, gare.
    """
    found: list[str] = []
    for word in _NUMBER_AND_LETTER.sub(r"\1 \2", fold(text)).split():
        for part in words(word):
            if found and found[-1].isdigit() and _belongs_to_number(part):
                found[-1] += _AFTER_NUMBER.get(part, part)
            elif part not in _SMALL:
                found.append(_street(part))
    return tuple(found)


def house_numbers(address: Words) -> frozenset[str]:
    """Return the numbers of an address, with their letters; a postcode is none."""
    return frozenset(word for word in address if 0 < _figures_before(word) < _POSTCODE)


@lru_cache(maxsize=4096)
def canonical_postcode(text: str) -> str:
    """Postcode in capitals, without spaces and the letters of a country: "F-75011" is 75011."""
    return "".join(words(_COUNTRY_OF_POSTCODE.sub("", fold(text).strip()))).upper()


@lru_cache(maxsize=4096)
def city_words(text: str) -> Words:
    """Folded words of a city without postcode, "cedex" and the district of Paris, Lyon, Marseille."""
    there = words(text)
    if "cedex" in there:
        there = there[: there.index("cedex")]
    named = tuple(_CITY_WORDS.get(word, word) for word in there)
    if not _WITH_DISTRICTS.isdisjoint(named):
        named = tuple(word for word in named if not _is_district(word))
    return tuple(word for word in named if not (word.isdigit() and len(word) > 3)) or there


def _figures_before(word: str) -> int:
    return len(word) - len(word.lstrip("0123456789"))


def _belongs_to_number(part: str) -> bool:
    """Tell whether a word after a house number is part of it; "12 r Royale" is a street."""
    return part in _AFTER_NUMBER or (len(part) == 1 and part.isalpha() and part not in "rdln")


def _street(word: str) -> str:
    if word.endswith("str") and len(word) > len("str"):
        return word + "asse"
    return _STREETS.get(word, word)


def _is_district(word: str) -> bool:
    return word in _DISTRICT_WORDS or bool(_DISTRICT.fullmatch(word))
