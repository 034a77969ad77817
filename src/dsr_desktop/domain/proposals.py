"""What a message proposes for the form of a request, each with the words that it was found in.

Pure rules, no network, and never a decision: the DPO confirms or corrects every line.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from dsr_desktop.domain.asked_rights import AskedRight, asked_rights
from dsr_desktop.domain.incoming import MessageRead
from dsr_desktop.domain.lifecycle import EARLIEST_RECEIPT
from dsr_desktop.domain.own_words import OwnWords, own_words, without_boilerplate
from dsr_desktop.domain.paris_time import paris_day
from dsr_desktop.domain.phrases import flat
from dsr_desktop.domain.proposed_person import Found, Heard, person_in
from dsr_desktop.domain.right import Right
from dsr_desktop.domain.spoken_language import language_of
from dsr_desktop.domain.written_days import day_in_head

_REMINDED = re.compile(
    r"\bvous\s+avez\s+oublie|\bvous\s+n\s+avez\s+(?:\S+\s+){0,2}(?:pas|jamais|rien)\s+(?:repondu|donne|traite|fait|supprime|efface)"
    r"|\btoujours\s+(?:pas|rien|sans|aucune)\b|\bsans\s+(?:reponse|retour|nouvelles?)\b|\bje\s+vous\s+relance"
    r"|\b(?:ma|une|troisieme|deuxieme|seconde|nouvelle)\s+(?:relance|derniere\s+relance)\b|^\s*(?:re\s*)?relance\b"
    r"|\b(?:2e|2eme|deuxieme|seconde|3e|troisieme)\s+(?:demande|courrier|mail|rappel|fois)\b|\brappel\s+(?:de|d|concernant)\b"
    r"|\b(?:aucune|pas\s+de)\s+reponse\b|\bje\s+reviens\s+vers\s+vous|\bma\s+precedente\s+demande"
    r"|\byou\s+(?:forgot|have\s+forgotten)|\bstill\s+(?:no|not|haven|waiting|have\s+not)\b|\b(?:a|friendly|second|final)\s+reminder\b"
    r"|\bfollow(?:ing)?\s+up\b|\b(?:no|without)\s+(?:answer|reply|response)\b|\b(?:second|third)\s+(?:request|time|email)\b"
    r"|\bhave\s+not\s+(?:answered|replied|heard)|\bhaven\s+t\s+(?:answered|replied|heard)|\bmy\s+(?:previous|earlier)\s+request"
)
_FOR_ANOTHER = re.compile(
    r"\b(?:pour\s+le\s+compte\s+de|au\s+nom\s+(?:et\s+pour\s+le\s+compte\s+)?de|mon\s+client|ma\s+cliente|"
    r"en\s+qualite\s+d\s+avocat|mandat(?:e|ee)?\s+par|en\s+tant\s+que\s+(?:representant\w*|tut\w+|mandataire)|"
    r"on\s+behalf\s+of|my\s+client|acting\s+for|power\s+of\s+attorney)\b"
)
_OF_CNIL = re.compile(r"@(?:[\w-]+\.)*cnil\.(?:fr|example)$", re.IGNORECASE)
_LONGEST_WORDS = 160
_LONGEST_TITLE = 1_000
LONGEST_HEARD = 20_000
"""Characters of a message that are read for proposals: some eight pages."""


class Hint(StrEnum):
    """What else a message may be; nothing follows from it by itself."""

    REMINDER = "reminder"
    FOR_ANOTHER = "for_another"
    PASSED_ON = "passed_on"


@dataclass(frozen=True)
class Surroundings:
    """What is known without the message: today, the country, our own addresses and names."""

    today: date
    country: str = "FR"
    own_addresses: Sequence[str] = ()
    own_names: Sequence[str] = ()


@dataclass(frozen=True)
class Proposals:
    """What the form may begin with; `person` has for each criterion the values, best first.

    `received_on` is the day on which our server had the message, in Paris (R-DL-1); None where no
    header says it. `language` is "" where the words do not tell.
    """

    rights: tuple[AskedRight, ...] = ()
    person: Mapping[str, tuple[Found, ...]] = field(default_factory=dict)
    language: str = ""
    language_words: str = ""
    received_on: date | None = None
    received_words: str = ""
    hints: tuple[tuple[Hint, str], ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was found."""
        return not (self.rights or self.person or self.received_on)


def propose(message: MessageRead, around: Surroundings) -> Proposals:
    """Return what a message proposes; the same message gives the same proposals.

    It is read as far as people write requests: what is longer is a log, or meant to hold us up.
    A day after today, or before 25 May 2018, is not proposed.
    """
    message = replace(
        message, text=message.text[:LONGEST_HEARD], subject=message.subject[:_LONGEST_TITLE]
    )
    passed_on = _is_ours(message, around)
    said = own_words(message.subject, message.text, passed_on=passed_on)
    subject = "" if passed_on else message.subject
    heard = Heard(message, said, around.country, around.own_addresses, around.own_names)
    language, told = language_of(f"{subject}\n{said.text}")
    received, received_words = _received(message, said, around.today)
    return Proposals(
        rights=_rights(message, subject, said),
        person=person_in(heard),
        language=language,
        language_words=told,
        received_on=received,
        received_words=received_words,
        hints=tuple(_hints(f"{subject}\n{said.whole}", is_forward=bool(said.head))),
    )


def _is_ours(message: MessageRead, around: Surroundings) -> bool:
    """Tell whether a colleague wrote: then what was forwarded is the person's message."""
    ours = {one.rpartition("@")[2].lower() for one in around.own_addresses if "@" in one}
    theirs = {one.address.rpartition("@")[2].lower() for one in message.senders}
    return bool(theirs) and theirs <= ours - _FREE_MAIL


def _rights(message: MessageRead, subject: str, said: OwnWords) -> tuple[AskedRight, ...]:
    words = [value for _label, value in message.form] if message.form else [said.text]
    text = without_boilerplate("\n\n".join(words)[:LONGEST_HEARD])
    asked = {one.right: one for one in asked_rights(text)}
    title = re.sub(r"^(?:\s*(?:re|tr|fwd?|aw)\s*:)+", "", subject, flags=re.IGNORECASE)
    for one in asked_rights(title):
        if not asked or one.right in _TOLD_BY_SUBJECT:
            asked.setdefault(one.right, one)
    author = next((one.address for one in message.senders if _OF_CNIL.search(one.address)), "")
    if author:
        asked = {Right.COMPLAINT: AskedRight(Right.COMPLAINT, author)}
    return tuple(asked[right] for right in Right if right in asked)


def _received(message: MessageRead, said: OwnWords, today: date) -> tuple[date | None, str]:
    """Return the day of receipt and what says it: a forward's head, the server, the mail's date."""
    candidates: list[tuple[date, str]] = []
    if said.head and (told := day_in_head(said.head)):
        candidates.append(told)
    for header, moment in (("Received", message.arrived_at), ("Date", message.written_at)):
        if moment is not None and EARLIEST_RECEIPT.year <= moment.year <= today.year + 1:
            written = moment.isoformat(sep=" ", timespec="minutes")
            candidates.append((paris_day(moment), f"{header}: {written}"))
    fit = (one for one in candidates if EARLIEST_RECEIPT <= one[0] <= today)
    return next(fit, (None, ""))


def _hints(text: str, *, is_forward: bool) -> Iterator[tuple[Hint, str]]:
    folded = flat(text)
    for hint, pattern in ((Hint.REMINDER, _REMINDED), (Hint.FOR_ANOTHER, _FOR_ANOTHER)):
        if found := pattern.search(folded):
            yield hint, " ".join(text[found.start() : found.end()].split())[:_LONGEST_WORDS]
    if is_forward:
        yield Hint.PASSED_ON, ""


_TOLD_BY_SUBJECT = frozenset({
    Right.ACCESS, Right.ERASURE, Right.OBJECTION_MARKETING, Right.PORTABILITY,
    Right.RECTIFICATION, Right.CONSENT_WITHDRAWAL, Right.RESTRICTION, Right.OBJECTION,
})  # fmt: skip
_FREE_MAIL = frozenset({
    "gmail.com", "orange.fr", "wanadoo.fr", "free.fr", "sfr.fr", "laposte.net", "hotmail.com",
    "hotmail.fr", "outlook.com", "outlook.fr", "yahoo.fr", "yahoo.com", "icloud.com", "",
})  # fmt: skip
