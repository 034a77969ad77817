"""Reads from a message who wrote it: names, e-mails, phones, postal address, with their words."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.header_words import field_of_header
from dsr_desktop.domain.incoming import Mailbox, MessageRead
from dsr_desktop.domain.own_words import OwnWords
from dsr_desktop.domain.person import canonical_email, canonical_phone, emails_in, phones_in, words
from dsr_desktop.domain.phrases import flat

_ROLE = re.compile(
    r"^(?:no\W?reply|ne\W?pas\W?repondre|noreply|donotreply|mailer\W?daemon|postmaster|wordpress|"
    r"www\W?data|notifications?|formulaire|webform|form|site|robot)(?:$|[@.+_-])"
)
_NOT_A_NAME = frozenset(
    [
        "service",
        "client",
        "contact",
        "info",
        "support",
        "formulaire",
        "form",
        "site",
        "web",
        "noreply",
        "reply",
        "notification",
        "team",
        "equipe",
        "secretariat",
        "accueil",
        "direction",
        "commercial",
        "compta",
        "comptabilite",
        "admin",
        "administrateur",
        "bonjour",
        "cordialement",
        "merci",
        "salutations",
        "envoye",
        "iphone",
        "mobile",
        "tel",
        "phone",
        "email",
        "mail",
        "demande",
        "donnees",
        "data",
        "monsieur",
        "madame",
        "regards",
        "sincerely",
        "thanks",
        "hello",
        "dear",
        "vous",
        "nous",
        "the",
        "privacy",
        "dpo",
        "rgpd",
        "gdpr",
    ]
)
_CALLED = re.compile(
    r"\b(?:je\s+m\s+appelle|je\s+soussigne\w*\s*,?|mon\s+nom\s+est|my\s+name\s+is|the\s+undersigned,?|"
    r"nom\s+et\s+prenom\s*:|nom\s*:|name\s*:)\s+(?:m\.?|mme|mlle|monsieur|madame|mr|mrs|ms)?\s*"
)
_NAME = re.compile(
    r"[^\W\d_][\w'’.-]*(?:[ \u00a0]+(?:d[eu]s?\s+|la\s+|le\s+)*[^\W\d_][\w'’-]*){1,3}"
)
_STREET = (
    r"(?:rue|avenue|av\.?|boulevard|bd\.?|bld|chemin|ch\.|impasse|imp\.|place|pl\.|all[ée]es?|route|rte"
    r"|quai|cours|square|sente|sentier|ruelle|faubourg|r[ée]sidence|lotissement|hameau|lieu[ -]dit)"
)
_FRENCH_STREET = re.compile(
    rf"(?<![\d/.,-])\b(\d{{1,4}}(?:[ ]?(?:bis|ter|quater|[A-D]))?,?[ ]+{_STREET}\b[^\n,;0-9]{{2,60}})",
    re.IGNORECASE,
)
_ENGLISH_STREET = re.compile(
    r"\b(\d{1,4}[A-Z]?,?[ ]+(?:[A-Z][\w'’.-]+[ ]){1,4}(?:Street|St|Road|Rd|Lane|Avenue|Ave|Drive|Close|"
    r"Way|Court|Gardens|Terrace|Crescent))\b"
)
_TOWN = re.compile(
    r"(?<![\d./-])\b(?:F-)?(\d{5})[ ]+((?:[A-ZÀ-Ý][\w'’À-ÿ-]*)(?:[ -](?:[A-ZÀ-Ý0-9][\w'’À-ÿ-]*|"
    r"sur|sous|de|du|des|la|le|les|en|lès|l[eè]s|aux?|d['’]\w+))*)(?: cedex(?: \d+)?)?",
)
_BRITISH = re.compile(
    r"\b([A-Z][A-Za-z]+(?:[ -][A-Z][a-z]+)*),?[ ]+([A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})\b"
)
_GREETING = re.compile(
    r"^\W*(?:(?:bien\s+)?cordialement|cdt|cdlt|bien\s+a\s+vous|sinceres\s+salutations|salutations|merci|"
    r"respectueusement|(?:best|kind|warm)?\s*regards|yours\s+\w+|sincerely|thanks|thank\s+you|best)\b"
)
_CLOSING = 4
_FORM_FIELDS = {
    Field.EMAIL: "email", Field.PHONE: "phone", Field.COMPANY: "company",
    Field.ADDRESS: "address", Field.POSTCODE: "postcode", Field.CITY: "city", Field.NAME: "name",
    Field.IDENTIFIER: "identifier",
}  # fmt: skip


@dataclass(frozen=True)
class Found:
    """A value, and the words in which it was found; the same where the words are the value."""

    value: str
    words: str


@dataclass(frozen=True)
class Heard:
    """A message with the person's own words in it, and who we are: ours is never proposed."""

    message: MessageRead
    said: OwnWords
    country: str
    own_addresses: Sequence[str] = ()
    own_names: Sequence[str] = ()

    def is_ours(self, address: str) -> bool:
        """Tell whether an address is our own, or that of a program."""
        local = flat(address.partition("@")[0]).replace(" ", "")
        ours = {canonical_email(one) for one in self.own_addresses}
        return canonical_email(address) in ours or bool(_ROLE.match(local))


def person_in(heard: Heard) -> Mapping[str, tuple[Found, ...]]:
    """Return what a message says of the person, by criterion; criteria without a value are left out."""
    found = {
        "name": _distinct(_names(heard), lambda one: " ".join(sorted(words(one)))),
        "email": _distinct(_emails(heard), lambda one: canonical_email(one) or one),
        "phone": _distinct(_phones(heard), lambda one: canonical_phone(one, heard.country) or one),
        **{kind: _distinct(_of_form(heard, kind), str.casefold) for kind in ("company", "identifier")},
        **_address(heard),
    }  # fmt: skip
    return {kind: values for kind, values in found.items() if values}


def _distinct(values: Iterable[Found], key: Callable[[str], str]) -> tuple[Found, ...]:
    first: dict[str, Found] = {}
    for one in values:
        first.setdefault(key(one.value), one)
    return tuple(first.values())


def _of_form(heard: Heard, kind: str) -> Iterator[Found]:
    for label, value in heard.message.form:
        field = field_of_header(label)
        if field is not None and _FORM_FIELDS.get(field) == kind and value.strip():
            yield Found(value.strip(), f"{label}: {value.strip()}")


def _names(heard: Heard) -> Iterator[Found]:
    parts = {field_of_header(label): value for label, value in heard.message.form}
    family = parts.get(Field.FAMILY_NAME) or parts.get(Field.NAME, "")
    if family and parts.get(Field.GIVEN_NAME):
        yield Found(whole := f"{parts[Field.GIVEN_NAME]} {family}", whole)
        return
    yield from _of_form(heard, "name")
    folded = flat(heard.said.text)
    for called in _CALLED.finditer(folded):
        if name := _NAME.match(heard.said.text[called.end() :]):
            value = _only_capitals(name[0])
            if _may_be_name(value, heard):
                yield Found(value, " ".join(heard.said.text[called.start() :][:120].split())[:80])
    for one in _people(heard):
        if _may_be_name(one.name, heard):
            yield Found(_in_order(one.name), f"{one.name} <{one.address}>")
    if (signed := _signed(heard)) and _may_be_name(signed, heard):
        yield Found(signed, signed)


def _people(heard: Heard) -> Sequence[Mailbox]:
    """Return who wrote: of a forwarded mail the one its head names."""
    if heard.said.head:
        line = re.search(r"^[\s*]*(?:de|from|von|exp\w+)[\s*]*:(.+)$", heard.said.head, re.I | re.M)
        told = line[1].strip(" *") if line else ""
        name = re.split(r"[<\[(]", told)[0].strip(" \"'")
        return [Mailbox("" if "@" in name else name, next(iter(emails_in(told)), ""))]
    reply_to = [one for one in heard.message.reply_to if not heard.is_ours(one.address)]
    senders = [one for one in heard.message.senders if not heard.is_ours(one.address)]
    return [*reply_to, *senders]


def _emails(heard: Heard) -> Iterator[Found]:
    yield from _of_form(heard, "email")
    for one in _people(heard):
        if one.address and not heard.is_ours(one.address):
            yield Found(one.address.lower(), one.address)
    yield from (one for one in _in_words(heard, emails_in) if not heard.is_ours(one.value))


def _phones(heard: Heard) -> Iterator[Found]:
    yield from _of_form(heard, "phone")
    for line in heard.said.whole.splitlines():
        if _NO_PHONE.search(flat(line)):
            continue
        for written in phones_in(line):
            if canonical_phone(written, heard.country) is not None:
                yield Found(written.strip(), " ".join(line.split())[:120])


def _in_words(heard: Heard, find: Callable[[str], Iterable[str]]) -> Iterator[Found]:
    for line in heard.said.whole.splitlines():
        for value in find(line):
            yield Found(value, " ".join(line.split())[:120])


def _address(heard: Heard) -> dict[str, tuple[Found, ...]]:
    """Return street, postcode and town, first from a form, then from the words and the signature."""
    whole = heard.said.whole
    found = {kind: tuple(_of_form(heard, kind))[:1] for kind in ("address", "postcode", "city")}
    street = _FRENCH_STREET.search(whole) or _ENGLISH_STREET.search(whole)
    if street and not found["address"]:
        found["address"] = (Found(" ".join(street[1].split()).rstrip(" ,-–."), street[1].strip()),)
    french, british = _TOWN.search(whole), _BRITISH.search(whole)
    town = (french[1], french[2], french[0]) if french else None
    if town is None and british and street:
        town = (british[2], british[1], british[0])
    if town and not found["postcode"]:
        told = " ".join(town[2].split())
        found["postcode"] = (Found(town[0], told),)
        found["city"] = found["city"] or (Found(" ".join(town[1].split()), told),)
    return found


def _signed(heard: Heard) -> str:
    """Return the line after the greeting that ends the letter, or the last short line."""
    lines = [line.strip(" ,-_*\t") for line in heard.said.text.splitlines() if line.strip()]
    greeted = [n for n, line in enumerate(lines) if _GREETING.match(flat(line))]
    below = lines[greeted[-1] + 1 :][:_CLOSING] if greeted else []
    signature = [line.strip() for line in heard.said.signature.splitlines() if line.strip()]
    for line in (*below, *signature[:1], *lines[-1:]):
        if (name := _NAME.fullmatch(line)) and _only_capitals(line) == line:
            return _in_order(name[0])
    return ""


def _may_be_name(name: str, heard: Heard) -> bool:
    parts = set(words(name))
    ours = {" ".join(sorted(words(one))) for one in heard.own_names if one}
    if not parts or parts & _NOT_A_NAME or "@" in name or " ".join(sorted(parts)) in ours:
        return False
    return len(parts) > 1 and not any(character.isdigit() for character in name)


def _in_order(name: str) -> str:
    """Write "Dupont, Camille" as "Camille Dupont"."""
    family, comma, given = name.partition(",")
    return " ".join(f"{given} {family}".split()) if comma else " ".join(name.split())


def _only_capitals(name: str) -> str:
    """Return the words of a name up to the first that does not begin as names do."""
    kept: list[str] = []
    for word in name.split():
        if not (word[0].isupper() or (kept and word.lower() in _PARTICLES)):
            break
        kept.append(word.rstrip(".,"))
    return " ".join(kept)


_PARTICLES = frozenset({"de", "du", "des", "la", "le", "d", "von", "van", "der", "el", "ben"})
_NO_PHONE = re.compile(
    r"\b(?:siret|siren|iban|fax|commande|facture|dossier\s+n|order\s+n|invoice|ref)\b"
)
