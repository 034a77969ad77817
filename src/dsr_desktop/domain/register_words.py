"""Reads the cells of a register brought from elsewhere: rights, channels, decisions, bases, days."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar

from dsr_desktop.domain.dates import days_meant
from dsr_desktop.domain.person import words
from dsr_desktop.domain.request import Channel, Decision, Right

Meaning = TypeVar("Meaning", bound=StrEnum)
_RIGHTS: Mapping[Right, str] = {
    Right.ACCESS: "access|right of access|acces|droit d acces|art 15|article 15|copy of data",
    Right.RECTIFICATION: "rectification|droit de rectification|correction|art 16|article 16",
    Right.ERASURE: "erasure|deletion|right to erasure|effacement|suppression|droit a l effacement|"
    "droit a l oubli|art 17|article 17",
    Right.RESTRICTION: "restriction|limitation|droit a la limitation|art 18|article 18",
    Right.RECIPIENTS: "recipients told|recipients|information sur les destinataires|art 19",
    Right.PORTABILITY: "portability|data portability|portabilite|droit a la portabilite|art 20|"
    "article 20",
    Right.OBJECTION: "objection|opposition|droit d opposition|art 21|article 21|"
    "opposition situation particuliere",
    Right.OBJECTION_MARKETING: "objection to direct marketing|unsubscribe|desinscription|"
    "opposition a la prospection|opposition prospection|opposition marketing|marketing objection",
    Right.AUTOMATED_DECISION: "automated decision|decision automatisee|art 22|article 22",
    Right.CONSENT_WITHDRAWAL: "withdrawal of consent|consent withdrawal|retrait du consentement|"
    "retrait de consentement",
    Right.INFORMATION: "information|information sur le traitement|question",
    Right.COMPLAINT: "complaint|reclamation|reclamation cnil|plainte|plainte cnil",
    Right.POST_MORTEM: "after death|post mortem|apres la mort|apres le deces|deces",
    Right.MINOR_ERASURE: "erasure collected as a minor|effacement mineur|effacement mineur au moment de la collecte",
    Right.NOT_A_DSR: "not a data subject request|hors champ|out of scope",
}
_CHANNELS: Mapping[Channel, str] = {
    Channel.EMAIL_GENERAL: "e mail general address|e mail|email|mail|courriel|"
    "e mail adresse generale|e mail general",
    Channel.EMAIL_DPO: "e mail to the dpo|e mail dpo|email dpo|mail dpo|e mail au dpo",
    Channel.WEB_FORM: "web form|form|formulaire|formulaire web|site|site web|website",
    Channel.POST: "post|letter|courrier|lettre|courrier postal|voie postale|recommande",
    Channel.PHONE: "phone call|phone|telephone|appel|appel telephonique|call",
    Channel.IN_PERSON: "in person|sur place|guichet|accueil|en personne",
    Channel.SOCIAL: "social network|social|reseau social|reseaux sociaux",
    Channel.AUTHORITY: "authority|autorite|cnil",
    Channel.AGENT: "agent|mandataire|avocat|lawyer",
    Channel.OTHER: "other|autre",
}
_DECISIONS: Mapping[Decision, str] = {
    Decision.GRANTED: "granted|accepted|done|accordee|acceptee|acceptation|satisfaite|traitee|"
    "favorable|accorde|accepte|accord",
    Decision.GRANTED_PARTLY: "granted in part|granted partly|partial|partly|partielle|"
    "partiellement accordee|accordee en partie|acceptation partielle|accord partiel",
    Decision.GRANTED_REDACTED: "granted with passages masked|granted redacted|avec masquage|accord passages masques",
    Decision.STATEMENT_ADDED: "statement added|declaration ajoutee",
    Decision.ANONYMISED: "anonymised|anonymized|anonymisee|anonymisation",
    Decision.NO_DATA: "no data held|no data|nothing found|aucune donnee|aucune donnee detenue|pas de donnees",
    Decision.NOTHING_IN_SCOPE: "nothing in scope|rien dans le champ|rien dans le perimetre",
    Decision.NOT_IDENTIFIABLE: "person not identifiable|not identifiable|non identifiable|personne non identifiable",
    Decision.IDENTITY_NOT_CONFIRMED: "identity not confirmed|identite non confirmee",
    Decision.REFUSED: "refused|rejected|denied|refusee|refus|rejetee|rejet|refuse|defavorable",
    Decision.WITHDRAWN_BY_PERSON: "withdrawn by the person|withdrawn|retiree|abandonnee|"
    "retiree par la personne|retrait par la personne",
    Decision.TRANSFERRED: "forwarded to the controller|transferred|forwarded|transferee|transmise|transmission au responsable",
    Decision.DUPLICATE_OF: "duplicate of another request|duplicate|doublon|doublon d une autre demande",
}
_BASES = {
    "6(1)(a)": "consent|consentement",
    "6(1)(b)": "contract or steps before it|contract|contrat|execution du contrat|"
    "mesures precontractuelles|execution d un contrat",
    "6(1)(c)": "legal obligation|obligation legale",
    "6(1)(d)": "vital interests|interets vitaux|sauvegarde des interets vitaux",
    "6(1)(e)": "public task|mission d interet public|public interest",
    "6(1)(f)": "legitimate interests|legitimate interest|interet legitime|interets legitimes",
    "9(2)(a)": "explicit consent|consentement explicite|explicit consent special categories",
}
_ARTICLE = re.compile(r"(6)\W{0,3}(1)\W{0,3}([a-f])\b|(9)\W{0,3}(2)\W{0,3}(a)\b", re.IGNORECASE)
_BETWEEN = re.compile(r"[,;/+&\n]|\s+(?:et|and|puis|then)\s+")


def read_rights(text: str) -> tuple[Right, ...] | None:
    """Return the rights that a cell names, one or several; None if a part of it names none."""
    whole = _meant(_RIGHTS, text)
    if whole is not None:
        return (whole,)
    parts = [_meant(_RIGHTS, part) for part in _BETWEEN.split(text) if part.strip()]
    found = tuple(dict.fromkeys(part for part in parts if part is not None))
    return found if found and None not in parts else None


def read_channel(text: str) -> Channel | None:
    """Return the channel that a cell names, None if it names none."""
    return _meant(_CHANNELS, text)


def read_decision(text: str) -> Decision | None:
    """Return the decision that a cell names, None if it names none."""
    return _meant(_DECISIONS, text)


def read_basis(text: str) -> str | None:
    """Return the legal basis that a cell names, by its article or in words; None for neither."""
    articles = {_article(found) for found in _ARTICLE.finditer(text)}
    if articles:
        return articles.pop() if len(articles) == 1 else None
    said = " ".join(words(text))
    return next((basis for basis, known in _BASES.items() if said in known.split("|")), None)


def read_day(text: str) -> date | None:
    """Return the day that a cell holds, the day before the month as in Europe; None for no day."""
    days = days_meant(text)
    if len(days) < 2:
        return next(iter(days), None)
    first = int(re.split(r"\D", text.strip(), maxsplit=1)[0])
    return next((day for day in days if day.day == first), None)


def _article(found: re.Match[str]) -> str:
    article, paragraph, letter = (one for one in found.groups() if one)
    return f"{article}({paragraph})({letter.lower()})"


def _meant(known: Mapping[Meaning, str], text: str) -> Meaning | None:
    said = " ".join(words(text))
    return next((one for one, names in _names(known) if said in names), None)


def _names(known: Mapping[Meaning, str]) -> Iterator[tuple[Meaning, list[str]]]:
    for one, names in known.items():
        yield one, [one.value.replace("_", " "), *names.split("|")]
