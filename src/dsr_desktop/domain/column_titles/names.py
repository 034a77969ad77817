"""Titles of names that mean one thing alone and another beside a given or a family name.

German "Name" and French "Nom" are family names beside "Vorname" or "Prénom" and whole names without;
Italian "Nome" and Spanish "Nombre" are given names beside "Cognome" or "Apellidos".
"""

from typing import NamedTuple

from dsr_desktop.domain.fields import Field


class Reading(NamedTuple):
    """What a title means beside a column of given names, of family names, or of both."""

    with_given: Field | None
    with_family: Field | None
    with_both: Field | None


_FAMILY_OR_WHOLE = Reading(Field.FAMILY_NAME, Field.NAME, Field.NAME)
_ANY_PART = Reading(Field.FAMILY_NAME, Field.GIVEN_NAME, Field.NAME)
_NO_PART = Reading(None, None, None)

READINGS = {
    "nom": _FAMILY_OR_WHOLE, "noms": _FAMILY_OR_WHOLE, "name": _ANY_PART, "names": _ANY_PART,
    "namen": _ANY_PART, "nombre": _ANY_PART, "nombres": _ANY_PART, "nome": _ANY_PART,
    "nomi": _ANY_PART, "nomes": _ANY_PART, "naam": _ANY_PART, "nazwa": _NO_PART,
}  # fmt: skip
SECOND_FAMILY_NAMES = (
    "nom d'usage|nom usuel|nom de naissance|nom de jeune fille|nom marital|nom d'épouse|nom d'époux|"
    "nom de femme mariée|maiden name|birth name|name at birth|married name|former name|"
    "former last name|previous name|previous last name|previous surname|geburtsname|mädchenname|"
    "ledigname|früherer name|segundo apellido|apellido de soltera|apellido de nacimiento|"
    "apellido de casada|cognome da nubile|cognome di nascita|cognome da sposata|"
    "cognome acquisito|meisjesnaam|geboortenaam|gehuwde naam|achternaam partner gehuwd|"
    "nome de solteira|apelido de solteira|nome de casada|nazwisko rodowe|nazwisko panieńskie|"
    "drugie nazwisko"
)
ACCOUNT_NAMES = "intitulé|libellé|intitulé du compte|libellé du compte|intitulé compte"
NO_NAMES = frozenset({
    "oui", "non", "yes", "no", "ja", "nein", "nee", "si", "sim", "nao", "tak", "nie", "vrai", "faux",
    "true", "false", "x", "wahr", "falsch", "o", "n", "y", "j", "t", "f",
})  # fmt: skip
