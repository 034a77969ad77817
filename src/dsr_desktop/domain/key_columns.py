"""Whose e-mail or phone a column holds: the row's own person's, or somebody else's.

"E-mail parrain" is recognised as a column of e-mails by its content, but the row is not about the
person whose address stands in it.
"""

from functools import lru_cache

from dsr_desktop.domain.column_titles import key_of, keys_of
from dsr_desktop.domain.column_titles.names import SECOND_FAMILY_NAMES
from dsr_desktop.domain.fields import NAME_FIELDS, Field
from dsr_desktop.domain.header_words import field_of_header
from dsr_desktop.domain.person import words
from dsr_desktop.domain.row import Row

_QUALIFIERS = frozenset(words(
    "pro professionnel professionnelle perso personnel personnelle personal privé privée private "
    "principal principale primary main secondaire secondary second seconde autre autres other "
    "alternatif alternative alternate domicile home bureau office travail work direct directe "
    "client cliente customer contact abonné abonnée subscriber participant participante attendee "
    "adhérent adhérente membre member inscrit inscrite personne person facturation billing "
    "obligatoire facultatif required optional de du des d la le les l the of n no"
))  # fmt: skip
_RELATIVES = frozenset(words(
    "parrain marraine parrainage filleul filleule referrer referred referral sponsor "
    "conjoint conjointe époux épouse spouse husband wife père mère parent parents "
    "father mother enfant child tuteur tutrice guardian urgence emergency"
))  # fmt: skip
_SOMEBODY_ELSE = _RELATIVES | frozenset(words(
    "apporteur prescripteur source origine provenance "
    "commercial commerciale vendeur vendeuse responsable manager conseiller conseillère sales rep "
    "owner assistant assistante assistent assistentin asistente secretary secrétaire sekretariat"
))  # fmt: skip
_OWN_NAMES = keys_of(SECOND_FAMILY_NAMES)


def is_own_key(row: Row, field: Field, column: int) -> bool:
    """Tell whether an e-mail or phone (`field`) in `column` belongs to the person of the row.

    It does in a column without a title and in one whose title says so ("E-mail", "E-mail pro 2").
    Under any other title it does only if that names nobody else and no column of the list has the
    field for its title.
    """
    title = row.header(column)
    if not title or _says(title, field):
        return True
    if not _SOMEBODY_ELSE.isdisjoint(words(title)):
        return False
    titled = zip(row.fields, row.headers, strict=False)
    return not any(meaning is field and _says(header, field) for meaning, header in titled)


def is_kept_for_somebody_else(row: Row, column: int) -> bool:
    """Tell whether `column` (from 1) is one of e-mails or phones, and of somebody else's."""
    field = row.fields[column - 1] if column <= len(row.fields) else None
    if field is not Field.EMAIL and field is not Field.PHONE:
        return False
    return not is_own_key(row, field, column)


def is_own_second_name(title: str) -> bool:
    """Tell a title of a second family name of the same person: birth name, married name."""
    return key_of(words(title)) in _OWN_NAMES


@lru_cache(maxsize=4096)
def name_of_relative(title: str) -> Field | None:
    """Return what a column titled for the spouse, a parent or a referrer holds of their names.

    "Prénom du conjoint" is a given name, "Conjoint" a whole one; None for any other title.
    """
    there = words(title)
    if _RELATIVES.isdisjoint(there) or is_own_second_name(title):
        return None
    rest = [word for word in there if len(word) > 1 and word not in _RELATIVES | _QUALIFIERS]
    if not rest:
        return Field.NAME
    meant = field_of_header(" ".join(rest))
    return meant if meant in NAME_FIELDS else None


@lru_cache(maxsize=4096)
def _says(title: str, field: Field) -> bool:
    if field_of_header(title) is field:
        return True
    telling = [word for word in words(title) if word not in _QUALIFIERS and not word.isdigit()]
    return field_of_header(" ".join(telling)) is field
