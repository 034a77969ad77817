"""Tells whether a text names somebody else than the person: "de la part de M. Paul Roux"."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from enum import Enum, auto

from dsr_desktop.domain.job_titles import is_title_word
from dsr_desktop.domain.name_cells import CIVILITIES
from dsr_desktop.domain.name_links import RELATIONS
from dsr_desktop.domain.person import words

_TOKEN = re.compile(r"[^\W\d_]+(?:[-'\u2019][^\W\d_]+)*|[^\s\w]")
_LEADS = RELATIONS | frozenset(words(
    "part nom attention compte demande chez avec with behalf care attn cc copie "
    "appel appelé appelée appeler rappel rappeler rappelé rappelée téléphoné contacter contacté prévenir "
    "prévenu joindre demander vu vue called call phoned spoke spoken talked ask contacted "
    "transféré transférée transmis transmise envoyé envoyée adressé adressée recommandé recommandée "
    "parrainé parrainée parrainage conseillé conseillée présenté présentée représenté représentée "
    "accompagné accompagnée signé signée "
    "forwarded sent referred referral recommended introduced sponsored represented signed "
    "cher chère bonjour bonsoir salut merci dear hi hello hey thanks liebe lieber hallo "
    "bébé baby famille family foyer"
))  # fmt: skip
_HEADS = frozenset(
    words("de from à to von an cc cci bcc contact nom name prénom signature tél tel")
)
_BETWEEN = frozenset(words(
    "de d du des la le l les mon ma mes son sa ses notre nos votre leur the of my his her our your to "
    "par by e un une a an"
))  # fmt: skip
_NOBODYS = CIVILITIES | frozenset(words(
    "i je j vous nous il elle on ce cela ceci le la les un une des du mon ma mes notre nos votre vos "
    "the a an my we you he she it they this that bonjour bonsoir salut merci cordialement cher chère "
    "dear hi hello hey thanks regards best kind sincerely liebe lieber hallo guten tag "
    "oui non yes no ok janvier février mars avril mai juin juillet août septembre octobre novembre "
    "décembre january february march april may june july august september october november december "
    "lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday "
    "saturday sunday jan fév fev feb avr apr juil jul aug sept sep oct nov déc dec utc gmt cet cest am pm "
    "januar februar märz april juni juli oktober dezember "
    "salon site web google facebook linkedin instagram ads form formulaire newsletter event fair trade "
    "stand foire webinar email mail courriel phone téléphone landing page search campaign campagne "
    "social media internet boutique magasin shop store réf ref sir samsung galaxy iphone outlook android "
    "mairie préfecture université école collège lycée hôpital clinique banque assurance"
))  # fmt: skip
_SMALL_SIGNS = frozenset(":.'\u2019,<\"(-")
_MOST_BETWEEN = 4


class Writing(Enum):
    """How a cell is written, and so which capital letters tell a name.

    In `PROSE` two words with capitals are a name, beside `FIGURES` (a date) one is; of a `LABEL` (a
    company, a town) capitals say nothing.
    """

    PROSE = auto()
    FIGURES = auto()
    LABEL = auto()


@dataclass(frozen=True)
class Known:
    """Folded words of names: the person's, other people's of the row, and those that are nobody's."""

    hers: frozenset[str]
    others: frozenset[str] = field(default_factory=frozenset)
    nobodys: frozenset[str] = field(default_factory=frozenset)


def names_another(text: str, known: Known, writing: Writing) -> bool:
    """Tell whether `text` names another person, by what stands before a capital letter.

    A civility, a relation, "de la part de" or "From:" leads to a name, and another person's name that
    the row has is one anywhere. A single first name without any of these is not recognised in prose.
    """
    tokens = [found[0] for found in _TOKEN.finditer(text)]
    return next(_telling(tokens, text, known, writing), None) is not None


def names_of_others(text: str, known: Known, writing: Writing) -> tuple[tuple[int, int], ...]:
    """Return where other people's names stand in `text` (from, to), by the rules of `names_another`.

    A name goes on over the next words that are written like one: "Paul Martin" of "M. Paul Martin".
    """
    found = list(_TOKEN.finditer(text))
    tokens = [one[0] for one in found]
    stretches: list[tuple[int, int]] = []
    for at in _telling(tokens, text, known, writing):
        if stretches and found[at].start() < stretches[-1][1]:
            continue
        last = at
        while last + 1 < len(tokens) and _is_strange(tokens[last + 1], known):
            last += 1
        stretches.append((found[at].start(), found[last].end()))
    return tuple(stretches)


def _telling(tokens: list[str], text: str, known: Known, writing: Writing) -> Iterator[int]:
    """Yield which tokens tell that somebody else is named."""
    for at, token in enumerate(tokens):
        if _is_strange(token, known) and _tells(tokens, at, text, known, writing):
            yield at


def _tells(tokens: list[str], at: int, text: str, known: Known, writing: Writing) -> bool:
    if not known.others.isdisjoint(words(tokens[at])) or _is_led_to(tokens, at, known.hers):
        return True
    if writing is Writing.FIGURES and any(map(str.isdigit, text)):
        return True
    is_followed = at + 1 < len(tokens) and _is_strange(tokens[at + 1], known)
    return writing is not Writing.LABEL and is_followed


def _is_strange(token: str, known: Known) -> bool:
    """Tell whether a token is written like a name, and is none of the person's words."""
    if len(token) < 2 or not token[0].isupper():
        return False
    there = frozenset(words(token))
    if not there.isdisjoint(known.hers) or there <= known.nobodys | _NOBODYS:
        return False
    return not any(map(is_title_word, there)) and there.isdisjoint(RELATIONS)


def _is_led_to(tokens: list[str], at: int, hers: Collection[str]) -> bool:
    """Look back from a token over small words and signs: tell whether something there leads to a name."""
    is_headed = False
    for before in _backwards(tokens, at):
        there = words(before)
        if not there:
            is_headed = is_headed or before == ":"
            continue
        word = there[-1]
        if _is_civility(before) or (word in _LEADS and word not in hers):
            return True
        if is_headed:
            return word in _HEADS or is_title_word(word)
        if word not in _BETWEEN:
            return False
    return False


def _backwards(tokens: list[str], at: int) -> Iterator[str]:
    for before in reversed(tokens[max(0, at - _MOST_BETWEEN) : at]):
        if not words(before) and before not in _SMALL_SIGNS:
            return
        yield before


def _is_civility(token: str) -> bool:
    """Tell whether a token is a civility; of one letter only the capital: "M. Roux"."""
    there = words(token)
    return bool(there) and CIVILITIES.issuperset(there) and (len(token) > 1 or token.isupper())
