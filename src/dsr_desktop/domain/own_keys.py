"""Which e-mails and phone numbers of a cell are the data subject's (GDPR art. 20(4)).

Those asked for, or confirmed since, are. Of the others a cell may hold somebody else's.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import Enum, auto

from dsr_desktop.domain.asked import Asked
from dsr_desktop.domain.contradictions import names_the_person
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.joined_keys import JoinedKey, keys_in
from dsr_desktop.domain.key_columns import is_kept_for_somebody_else
from dsr_desktop.domain.name_cells import CIVILITIES
from dsr_desktop.domain.name_links import RELATIONS
from dsr_desktop.domain.own_names import OwnNames, Share, own_names
from dsr_desktop.domain.person import phone_tail, words
from dsr_desktop.domain.row import Row
from dsr_desktop.domain.row_names import address_words, full_name_in

_NOBODYS = CIVILITIES | frozenset(words(
    "e mail email courriel mél tél tel téléphone telephone phone mobile portable port gsm fixe cell "
    "pro prof professionnel perso personnel personal privé private domicile dom maison home bureau "
    "bur travail work direct standard accueil contact info infos bonjour hello mailto ou or et and "
    "ext extension poste int interne ligne line n no num numéro appeler rappeler soir matin midi "
    "après avant aucun aucune néant inconnu inconnue none unknown na "
    "und principal secondaire main second autre other whatsapp sms fax le la les du de des"
))  # fmt: skip
_SHORTEST = 3


class _Whose(Enum):
    HERS = auto()
    NOT_SAID = auto()
    SOMEBODY_ELSES = auto()


def own_keys(asked: Asked, row: Row, column: int, text: str, names: OwnNames) -> Share | None:
    """Return what of a cell of e-mails or phones (`column` from 1) is hers; None if all of it is.

    Those asked for go in, each by itself, and every other one stays out; where all were asked for
    and words tell them apart ("pro"), the cell goes in as it is. Where none was, those stay out
    that go with somebody else's name, and in a row of several people those that go with nobody's.
    """
    kind = row.fields[column - 1]
    keys = sorted(_keys_of(text, asked.country), key=lambda key: key.kind is not kind)
    known = [key for key in keys if is_asked(asked, key)]
    if known:
        if any(_is_labelled_for_another(asked, key, names) for key in known):
            return replace(_share(known, keys), is_cut=True)
        labelled = any(key.beside for key in keys)
        return None if known == keys and (labelled or len(keys) == 1) else _share(known, keys)
    if is_kept_for_somebody_else(row, column):
        return Share(())
    hers = [key for key in keys if _is_hers(asked, key, names, alone=len(keys) == 1)]
    return None if hers == keys else _share(hers, keys)


def keys_of_others(asked: Asked, row: Row) -> frozenset[str]:
    """Return the canonical e-mails and phones that go with somebody else's name in a row of several."""
    names = own_names(asked, row)
    if not names.several:
        return frozenset()
    keys = (key for _column, text, _field in row.filled() for key in keys_in(text, asked.country))
    elses = (key for key in keys if _whose(key, names) is _Whose.SOMEBODY_ELSES)
    return frozenset().union(*(key.forms for key in elses))


def _share(hers: Sequence[JoinedKey], keys: Sequence[JoinedKey]) -> Share:
    return Share(tuple(key.written for key in hers), is_cut=len(hers) < len(keys))


def is_asked(asked: Asked, key: JoinedKey) -> bool:
    """Tell whether a key is one of those asked for, a number of no known country too."""
    unclear = {phone_tail(one) for one in asked.unclear_phones} - {None}
    return not asked.keys.isdisjoint(key.forms) or key.tail in unclear


def _keys_of(text: str, country: str) -> tuple[JoinedKey, ...]:
    """Return the keys of a cell; a cell without any ("ext. 12") is one as it is written."""
    as_written = JoinedKey(Field.PHONE, frozenset(), text, words(text))
    return keys_in(text, country) or (as_written,)


def _is_hers(asked: Asked, key: JoinedKey, names: OwnNames, *, alone: bool) -> bool:
    """Decide on a key not asked for.

    The only one of a row with one name is what was confirmed, unless a label says whose it is.
    """
    if names.several:
        return _whose(key, names) is _Whose.HERS
    if alone:
        return not (_is_labelled_for_another(asked, key, names) or _is_others_name(key, names))
    return _whose(key, names) is not _Whose.SOMEBODY_ELSES


def is_others_address(key: JoinedKey, names: OwnNames) -> bool:
    """Tell whether an e-mail has a word that is no name of hers, whatever stands beside it."""
    return _whose(replace(key, beside=()), names) is _Whose.SOMEBODY_ELSES


def _is_labelled_for_another(asked: Asked, key: JoinedKey, names: OwnNames) -> bool:
    """Tell whether the words beside a key are a relative's, or a name that is not hers."""
    if not RELATIONS.isdisjoint(key.beside):
        return True
    said = [word for word in key.beside if _may_be_name(word) and word.isalpha()]
    if not (said and names.words) or names_the_person(asked, Field.NAME, " ".join(said)):
        return False
    return not names.words.issuperset(said)


def _is_others_name(key: JoinedKey, names: OwnNames) -> bool:
    """Tell whether an address is a full name without a word of hers: "jean.roux@…"."""
    said = full_name_in(min(key.forms)) if key.kind is Field.EMAIL and key.forms else ()
    is_known = any(_is_said(names.words, word) or word in names.nobodys for word in said)
    return bool(said and names.words) and all(map(_may_be_name, said)) and not is_known


def _whose(key: JoinedKey, names: OwnNames) -> _Whose:
    """Tell by the words of an address and those beside a key; one that is no name of hers decides."""
    address = min(key.forms) if key.kind is Field.EMAIL else ""
    said = {word for word in (*address_words(address), *key.beside) if _may_be_name(word)}
    if not all(_is_said(names.words, word) for word in said):
        return _Whose.SOMEBODY_ELSES
    telling = any(_is_said(names.telling, word) for word in said)
    return _Whose.HERS if telling else _Whose.NOT_SAID


def _may_be_name(word: str) -> bool:
    return len(word) > 1 and not word.isdigit() and word not in _NOBODYS


def _is_said(names: Iterable[str], word: str) -> bool:
    """Tell whether a word is one of `names`, or has one inside: "mdupont"."""
    return any(name == word or (len(name) >= _SHORTEST and name in word) for name in names)
