"""What real column titles mean: a golden table by language and product, and how it is built."""

import csv
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import pytest

from dsr_desktop.domain.column_titles import entries, key_of
from dsr_desktop.domain.column_titles.names import READINGS
from dsr_desktop.domain.column_titles.purposes import Purpose, purpose_of_title
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.header_words import field_of_header
from dsr_desktop.domain.person import words

GOLDEN = Path(__file__).parents[2] / "data" / "column_titles.csv"


class Known(NamedTuple):
    header: str
    language_or_product: str
    field: Field | None


def golden():
    with GOLDEN.open(encoding="utf-8", newline="") as stream:
        return [
            Known(
                row["header"],
                row["language_or_product"],
                Field(row["field"]) if row["field"] else None,
            )
            for row in csv.DictReader(stream)
        ]


@pytest.mark.parametrize(
    "known", golden(), ids=lambda one: f"{one.language_or_product}: {one.header}"
)
def test_a_title_of_a_real_list_means_what_it_says(known):
    assert field_of_header(known.header) is known.field


def test_the_golden_table_has_many_titles_of_every_kind():
    table = golden()
    meant = {known.field for known in table}

    assert len(table) >= 450
    assert sum(known.field is None for known in table) >= 80
    assert meant == {None, *Field}


def test_no_title_means_two_things():
    meanings = defaultdict(set)
    for title, field in entries():
        meanings[key_of(words(title))].add(field)

    assert [key for key, fields in meanings.items() if len(fields) > 1] == []


def test_every_title_of_the_tables_is_recognised():
    assert [
        (title, field) for title, field in entries() if field_of_header(title) is not field
    ] == []


def test_titles_that_depend_on_their_neighbours_are_whole_names_alone():
    assert {field_of_header(title) for title in READINGS} == {Field.NAME}


@pytest.mark.parametrize(
    ("title", "purpose"),
    [
        ("Opt-in", None), ("Consentement", None), ("Newsletter", Purpose.NEWSLETTER),
        ("Abonné à la newsletter", Purpose.NEWSLETTER), ("Accepts Email Marketing", Purpose.EMAIL),
        ("Accepts SMS Marketing", Purpose.SMS), ("Do Not Call", Purpose.PHONE), ("Bloctel", Purpose.PHONE),
        ("Einwilligung Newsletter", Purpose.NEWSLETTER), ("Consenso SMS", Purpose.SMS),
        ("Offres partenaires", Purpose.PARTNERS), ("Accepte le courrier", Purpose.POST),
        ("HasOptedOutOfEmail", Purpose.EMAIL), ("Fax Opt Out", Purpose.FAX),
        ("Zgoda na profilowanie", Purpose.PROFILING), ("WhatsApp consent", Purpose.WHATSAPP),
        ("E-mail newsletter", Purpose.NEWSLETTER), ("Désinscrit SMS", Purpose.SMS),
        ("Désabonnement e-mail", Purpose.EMAIL), ("Opposition courrier", Purpose.POST),
    ],
)  # fmt: skip
def test_a_consent_says_what_it_is_about(title, purpose):
    assert purpose_of_title(title) is purpose
