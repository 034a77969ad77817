"""Reads from the person's own words which rights they may ask for, each with these words.

Rules, no statistics and no network. What is found is proposed and never decided.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dsr_desktop.domain.phrases import Sentence, sentences
from dsr_desktop.domain.right import Right
from dsr_desktop.domain.rights_in_english import ENGLISH
from dsr_desktop.domain.rights_in_french import FRENCH

_RULES = tuple(
    (right, re.compile(pattern))
    for table in (FRENCH, ENGLISH)
    for right, patterns in table
    for pattern in patterns
)
_CLAUSE = re.compile(
    r"[,;:()]|\b(?:mais|but|donc|alors|so|however|car|because|par\s+contre|seulement|only|et\s+(?:je|j|nous|"
    r"vous|merci|demande|souhaite|veux|veuillez|exige|\w+ez\b)|and\s+(?:i|we|please|want|ask|request|"
    r"demand|would|delete|erase|remove|stop|send|tell))\b"
)
_NOT_ASKED = re.compile(
    r"\b(?:je|j|nous|on)\s+(?:ne|n)\s+(?:\S+\s+){1,4}?(?:pas|plus|point|aucun\w*|jamais|nullement)\b"
    r"|\b(?:ne|n)\s+(?:pas|jamais|surtout\s+pas)\s"
    r"|\b(?:ne|n)\s+(?:me\s+|les\s+|la\s+|le\s+)?$"
    r"|\b(?:i|we)\s+(?:do\s+not|don\s+t|dont|did\s+not|didn\s+t|am\s+not|m\s+not|never|would\s+not|"
    r"wouldn\s+t|no\s+longer|haven\s+t\s+asked)\b"
    r"|\brather\s+you\s+(?:did\s+not|didn\s+t|do\s+not|don\s+t|kept)\b|\bpas\s+d\s+accord\b"
    r"|\b(?:do\s+not|don\s+t|dont|never|please\s+not|no\s+need\s+to|pas\s+besoin|inutile|pas\s+question|"
    r"il\s+ne\s+s\s+agit\s+pas|this\s+is\s+not|not\s+(?:asking|requesting|a\s+request))\b"
    r"|\b(?:pas|non|not|without|sans|rather\s+than|instead\s+of|plutot\s+qu\w*|au\s+lieu|contre|against)\s+"
    r"(?:\S+\s+){0,3}$"
    r"|\b(?:oppos\w*|refus(?:e|er|ons)|object\w*)\s+(?:\S+\s+){0,4}$"
    r"|\b(?:si|if)\s+(?:vous|you|nous|on)\s+(?:\S+\s+){0,3}$"
)
_REPROACH = re.compile(
    r"\bvous\s+(?:m\s+|me\s+)?(?:ne|n)\s+(?:\S+\s+){0,2}(?:pas|jamais|rien)\b"
    r"|\bvous\s+(?:avez|aviez)\s+(?:toujours\s+)?pas\b|\bn\s+(?:a|ont)\s+(?:toujours\s+)?pas\s+ete\b"
    r"|(?<!rather )\byou\s+(?:still\s+)?(?:have\s*n\s+t|haven\s+t|have\s+not|did\s+not|didn\s+t)\b"
    r"|\b(?:has|have)\s+(?:still\s+)?not\s+been\b|\bhas\s*n\s+t\s+been\b"
)
_DONE = re.compile(
    r"\b(?:vous\s+(?:m\s+|me\s+)?(?:avez|aviez)|avez\s+vous|did\s+you|j\s+(?:ai|avais|avait)|i\s+(?:have|ve|had)|"
    r"you\s+(?:have|ve|had))\s+(?:bien\s+|deja\s+|already\s+|just\s+)?$"
    r"|\b(?:merci\s+d\s+avoir|thank\s+you\s+for|thanks\s+for|suite\s+a\s+(?:la|l|votre)|depuis\s+la|"
    r"apres\s+(?:la|l|votre|mon|ma)|since|after)\s+(?:\S+\s+){0,2}$"
    r"|\b(?:ont|a|was|were|has|have)\s+(?:bien\s+|deja\s+|already\s+)?(?:ete|been)?\s*(?:bien\s+)?$"
    r"|\b(?:politique|delais?|duree|procedure|regles?|policy|period)\s+(?:de|d|for|on)?\s*(?:la\s+|l\s+)?$"
)
_BY_THEM = re.compile(r"\b(?:i|you|we)\s+$")
_AND = re.compile(r"[,;:]|\b(?:and|then|et|puis|apres|avant|ainsi)\b")
_ALREADY = ("deleted", "erased", "removed")
_FROM_A_LIST = re.compile(
    r"\b(?:de|des|du|from|off)\s+(?:\S+\s+){0,3}?(?:listes?|lists?|newsletters?|mailings?|diffusion|"
    r"envois?|lettre)\b"
)
_OTHERS = re.compile(
    r"\b(?:pass\w*|passe|password|facture|invoice|commande|order|virus|photo\s+de|logiciel|software|"
    r"application\s+mobile|navigateur|browser)\b"
)
_INSTEAD = {
    Right.POST_MORTEM: frozenset({
        Right.ERASURE, Right.ACCESS, Right.RECTIFICATION, Right.OBJECTION, Right.MINOR_ERASURE,
        Right.OBJECTION_MARKETING, Right.INFORMATION, Right.RECIPIENTS,
    }),
    Right.OBJECTION_MARKETING: frozenset({Right.OBJECTION}),
}  # fmt: skip


@dataclass(frozen=True)
class AskedRight:
    """A right that a message may ask for, and the words that say so."""

    right: Right
    words: str


def asked_rights(text: str) -> tuple[AskedRight, ...]:
    """Return the rights that a text may ask for, in the order of the catalogue, each once.

    `text` is what the person wrote. A right that is denied, refused or past is not proposed: "je ne
    demande pas l'effacement", "je m'oppose à leur suppression", "vous avez supprimé".
    """
    found: dict[Right, AskedRight] = {}
    for sentence in sentences(text):
        for right, words in _in_sentence(sentence):
            found.setdefault(right, AskedRight(right, words))
    kept = _settled(found)
    return tuple(found[right] for right in Right if right in kept)


def _in_sentence(sentence: Sentence) -> Iterator[tuple[Right, str]]:
    spans: dict[Right, tuple[int, int]] = {}
    for right, pattern in _RULES:
        for found in pattern.finditer(sentence.folded):
            start = found.start("core") if "core" in pattern.groupindex else found.start()
            if _is_meant(right, sentence.folded, start, found.end()):
                spans.setdefault(right, found.span())
                break
    for right, (start, end) in spans.items():
        if not (right is Right.ACCESS and _only_says_what(sentence.folded, spans, start)):
            yield right, sentence.words(start, end)


def _only_says_what(folded: str, spans: Mapping[Right, tuple[int, int]], start: int) -> bool:
    """Tell whether words that ask for data say here what is to be erased: "all you hold on me"."""
    erased = spans.get(Right.ERASURE, (start + 1, 0))[0]
    return erased <= start and not _AND.search(folded, erased, start)


def _is_meant(right: Right, folded: str, start: int, end: int) -> bool:
    before = folded[:start]
    clause = before[max((one.end() for one in _CLAUSE.finditer(before)), default=0) :]
    if _REPROACH.search(clause):
        return True
    if _NOT_ASKED.search(clause) or (right not in _PAST_COUNTS and _DONE.search(clause)):
        return False
    if right is Right.ERASURE:
        if _BY_THEM.search(clause) and folded.startswith(_ALREADY, start):
            return False
        return not (_FROM_A_LIST.search(folded, start) or _OTHERS.search(folded, start, end))
    return True


def _settled(found: Iterable[Right]) -> set[Right]:
    """Leave out what another right stands for: an heir's wish is no erasure by the person."""
    kept = set(found)
    if Right.MINOR_ERASURE in kept:
        kept -= {Right.ERASURE} if Right.ERASURE in kept else {Right.MINOR_ERASURE}
    for right, others in _INSTEAD.items():
        if right in kept:
            kept -= others
    if Right.NOT_A_DSR in kept and len(kept) > 1:
        kept.remove(Right.NOT_A_DSR)
    return kept


_PAST_COUNTS = frozenset({Right.COMPLAINT, Right.POST_MORTEM, Right.RECIPIENTS, Right.INFORMATION,
                          Right.ACCESS, Right.AUTOMATED_DECISION, Right.MINOR_ERASURE})  # fmt: skip
