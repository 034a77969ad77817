"""Finds the person's own words in a message: not what is quoted, forwarded around, or boilerplate."""

import re
from typing import NamedTuple

_QUOTED_LINE = re.compile(r"^[ \t]*>.*$", re.MULTILINE)
_INTRODUCED = re.compile(
    r"^[ \t]*(?:le|on|am|el|il giorno|op)\b[^\n]{6,200}(?:\n[^\n]{0,120})?"
    r"(?:a [ée]crit|wrote|schrieb|escribi[óo]|ha scritto|schreef)\s*:[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_HEAD_OF_MAIL = (
    r"^[ \t*]*(?:de|from|von|exp[ée]diteur)[ \t*]*:[^\n]+\n"
    r"(?:[ \t*]*(?:envoy[ée](?: le)?|sent|date|gesendet|[àa]|to|cc|objet|subject|an|betreff"
    r"|destinataire|r[ée]pondre [àa]|reply-to)[ \t*]*:[^\n]*\n?){2,}"
)
_MARKED = (
    r"^[ \t]*-{3,}[ \t]*(?:message d.origine|original message|message transf[ée]r[ée]"
    r"|forwarded message|message r[ée]exp[ée]di[ée]|d[ée]but du message[^\n]*)[ \t]*-{3,}[ \t]*$"
    r"|^[ \t]*(?:begin forwarded message|d[ée]but du message (?:r[ée]exp[ée]di[ée]|transf[ée]r[ée]))"
    r"[ \t]*:[ \t]*$"
)
_OTHER_MAIL = re.compile(f"{_MARKED}|{_HEAD_OF_MAIL}", re.IGNORECASE | re.MULTILINE)
_HEAD = re.compile(_HEAD_OF_MAIL, re.IGNORECASE | re.MULTILINE)
_FORWARDED = re.compile(r"\s*(?:tr|fwd?|wg)\s*:", re.IGNORECASE)
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_BOILERPLATE = re.compile(
    r"(?:(?:re[çc]u|received)[^.!?\n]{0,60}(?:par erreur|in error|by mistake)"
    r"|destinataire (?:vis[ée]|d[ée]sign[ée])|intended (?:recipient|addressee)|confidentiel\w* et"
    r"|(?:contents?|e-?mail|message) (?:is|are) confidential"
    r"|avant d.imprimer|before printing|sent from my|envoy[ée] de(?:puis)? mon"
    r"|vous (?:disposez|b[ée]n[ée]ficiez) d.un droit|you have (?:the|a) right"
    r"|pour (?:vous|se) d[ée](?:sinscrire|sabonner)|to unsubscribe,? (?:click|follow|use)"
    r"|(?:cliquez|click) (?:ici|here)|se d[ée]sinscrire ici|lien de d[ée]sinscription)"
    r"(?:[^.!?\n]|\n(?![ \t]*\n))*[.!?]*",
    re.IGNORECASE,
)


class OwnWords(NamedTuple):
    """What the person wrote (`text`), how they signed (`signature`), and the head of a forward."""

    text: str
    signature: str = ""
    head: str = ""

    @property
    def whole(self) -> str:
        """Text and signature."""
        return f"{self.text}\n{self.signature}".strip()


def own_words(subject: str, text: str, *, passed_on: bool = False) -> OwnWords:
    """Return the words of the person in a message.

    `passed_on`: it comes from our own side, so that what was forwarded is the person's message.
    Quoted answers, the mail that was answered, sent-from lines and legal notices are nobody's words.
    """
    text = text.replace("\u00a0", " ").replace("\u202f", " ")
    other = _OTHER_MAIL.search(text)
    before = text[: other.start()] if other else text
    is_forward = other is not None and (
        passed_on or bool(_FORWARDED.match(subject)) or not before.strip()
    )
    if other is not None and is_forward:
        return _forwarded(text[other.start() :])
    return _written(before)


def without_boilerplate(text: str) -> str:
    """Return a text without legal notices and links to unsubscribe, as mails carry them.

    Each goes from the beginning of its sentence on.
    """
    kept, end = [], 0
    for found in _BOILERPLATE.finditer(text):
        begins = max(text.rfind(sign, end, found.start()) + 1 for sign in ".!?\n")
        kept.append(text[end : max(begins, end)])
        end = found.end()
    return " ".join((*kept, text[end:]))


def _forwarded(text: str) -> OwnWords:
    head = _HEAD.search(text)
    if head is None:
        return _written(text.partition("\n")[2])
    body = text[head.end() :]
    later = _OTHER_MAIL.search(body)
    return _written(body[: later.start()] if later else body)._replace(head=head[0])


def _written(text: str) -> OwnWords:
    text = _without_quotes(text)
    signed = _SIGNATURE.search(text)
    said, signature = (text[: signed.start()], text[signed.end() :]) if signed else (text, "")
    return OwnWords(said.strip(), signature.strip())


def _without_quotes(text: str) -> str:
    """Leave out quoted lines; after "… wrote:" all, unless the answer stands between or below."""
    introduced = _INTRODUCED.search(text)
    if introduced is None:
        return _QUOTED_LINE.sub("", text)
    after = text[introduced.end() :]
    if after.lstrip("\n \t").startswith(">"):
        return text[: introduced.start()] + _QUOTED_LINE.sub("", after)
    return text[: introduced.start()]
