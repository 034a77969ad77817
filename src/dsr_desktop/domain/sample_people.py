"""Invented people for the demonstration: the same ones every time (fixed seed)."""

import random
from dataclasses import dataclass

from dsr_desktop.domain.person import fold

GIVEN_NAMES = (
    "Camille", "Marie", "Jean", "Zoé", "Noémie", "François", "Élodie", "Hélène", "Gaëlle", "Loïc",
    "Jérôme", "Aïcha", "Jean-Baptiste", "Anne-Laure", "Benoît", "Chloé", "Thérèse", "Maëlle",
    "Emily", "William", "Oliver", "Charlotte", "George", "Maeve", "Harriet", "Søren", "Jürgen",
    "Łukasz", "Ștefan", "Ελένη", "Lucía", "Tomasz", "Ivana", "Noé", "Inès", "Hugo", "Léa",
)  # fmt: skip
FAMILY_NAMES = (
    "Dupont", "Martin", "Lefèvre", "Dubois", "Moreau", "de La Tour", "Béranger", "Garnier",
    "Perrin", "Marchand", "Vasseur", "Lemaître", "N’Diaye", "Ferhat", "Le Goff", "Œuvrard",
    "O’Brien", "Smith", "Taylor", "Whitfield", "van den Berg", "Østergaard", "Groß", "Nowak",
    "Popescu", "Παπαδοπούλου", "Sánchez", "Reyl", "Horvat", "Tissot", "Okafor", "Lang",
)  # fmt: skip
COMPANIES = (
    "ACME", "Ateliers Brun", "Maison Lenoir", "Nord Bois", "Cobalt SARL", "Luma", "Werk GmbH",
    "Oliva", "Aro SA", "Garage du Port", "Fleurs & Co", "Boulangerie Réval",
)  # fmt: skip
PLACES = (
    ("69003", "Lyon"), ("01000", "Bourg-en-Bresse"), ("75011", "Paris"), ("13002", "Marseille"),
    ("06300", "Nice"), ("59800", "Lille"), ("44000", "Nantes"), ("67000", "Strasbourg"),
)  # fmt: skip
NOTES = (
    "", "", "", "Demande de devis", "Rencontré au salon", "Rappeler au printemps",
    "Asked for the catalogue", "À recontacter en septembre",
)  # fmt: skip


@dataclass(frozen=True)
class SamplePerson:
    """An invented person; `phone` is a national French number of ten digits."""

    given_name: str
    family_name: str
    email: str
    phone: str
    company: str
    postcode: str
    city: str
    note: str
    collected_on: str

    def phone_written(self, way: int) -> str:
        """Write the phone number as lists do, in one of five ways."""
        pairs = [self.phone[at : at + 2] for at in range(0, 10, 2)]
        plain = self.phone[1:]
        ways = (
            " ".join(pairs),
            ".".join(pairs),
            self.phone,
            f"+33 {plain[0]} {' '.join(pairs[1:])}",
            f"0033{plain}",
        )
        return ways[way % len(ways)]


CAMILLE = SamplePerson(
    "Camille", "Dupont", "camille.dupont@acme.example", "0612345678", "ACME", "69003", "Lyon",
    "rappeler M. Paul Martin 06 98 76 54 32", "2026-03-14",
)  # fmt: skip
LUKASZ = SamplePerson(
    "Łukasz", "Nowak", "lukasz.nowak@cobalt.example", "0751330960", "Cobalt SARL", "44000",
    "Nantes", "Demande de devis", "2025-11-03",
)  # fmt: skip
LUCIA = SamplePerson(
    "Lucía", "Sánchez", "lucia.sanchez@oliva.example", "0677021549", "Oliva", "13002",
    "Marseille", "Asked for the catalogue", "2026-01-20",
)  # fmt: skip
NAMESAKE = SamplePerson(
    "Camille", "Dupont", "c.dupont@fleurs.example", "0644182011", "Fleurs & Co", "59800", "Lille",
    "", "2024-06-02",
)  # fmt: skip


def sample_people(count: int, seed: int) -> tuple[SamplePerson, ...]:
    """Return `count` invented people, the same ones for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    return tuple(_person(chance, number) for number in range(count))


def _person(chance: random.Random, number: int) -> SamplePerson:
    given, family = chance.choice(GIVEN_NAMES), chance.choice(FAMILY_NAMES)
    company = chance.choice(COMPANIES)
    postcode, city = chance.choice(PLACES)
    mailbox = ".".join(part for part in (_ascii(given), _ascii(family)) if part) or "contact"
    return SamplePerson(
        given, family, f"{mailbox}{number}@{_ascii(company) or 'firm'}.example",
        f"0{chance.choice('67')}{chance.randrange(10**8):08d}", company, postcode, city,
        chance.choice(NOTES), f"202{chance.choice('456')}-{chance.randrange(1, 13):02d}-{chance.randrange(1, 29):02d}",
    )  # fmt: skip


def _ascii(text: str) -> str:
    return "".join(letter for letter in fold(text) if letter.isascii() and letter.isalnum())
