"""The text that comes with a portability bundle."""

import gettext
import re
from dataclasses import replace
from datetime import date

import pytest

from dsr_desktop.domain.fields import Origin
from dsr_desktop.domain.portability import (
    BundleContents,
    ContactRecord,
    Exclusion,
    ExclusionReason,
    OtherValue,
    Scope,
)
from dsr_desktop.wording.bundle import readme_name, readme_text
from dsr_desktop.wording.language import Tr, speak

ENGLISH = speak("en")
BOTH = ("data/contacts.csv", "data/contacts.json")
RECORD = ContactRecord(
    record_id="02f3", origin=Origin.PROVIDED, legal_basis="6(1)(b)", activity_id="PA3",
    source_file="crm.csv", source_sheet="crm", source_row=14,
)  # fmt: skip
OTHER = OtherValue("02f3", "email", "Courriel 2", "cam@autre.example", Origin.PROVIDED, "6(1)(b)")
EXCLUDED = (
    Exclusion("crm.csv", "crm", 7, "Score", "", ExclusionReason.UNKNOWN_ORIGIN, values=1),
    Exclusion("crm.csv", "", 9, "Suivi\n interne", "note", ExclusionReason.INFERRED, values=2),
    Exclusion("gl.xlsx", "2025", 28, "", "", ExclusionReason.BASIS, values=1),
)
CONTENTS = BundleContents(
    "DSR-2026-0005", "Exemple SAS", "FR", "Dominique Roy", "dpo@exemple.example",
    date(2026, 11, 9), Scope((RECORD,), (OTHER,), EXCLUDED),
)  # fmt: skip


def text_of(contents=CONTENTS, paths=BOTH):
    """The text without its line breaks."""
    return " ".join(readme_text(ENGLISH, contents, paths).split())


def test_the_text_says_what_who_and_when():
    text = text_of()

    assert "Exemple SAS: your personal data, to take with you" in text
    assert "Request: DSR-2026-0005 Right: data portability (GDPR, art. 20)" in text
    assert "Made on: 9 November 2026" in text
    assert "contacts: 1 record - other_values: 1 further value" in text
    assert "data protection officer of Exemple SAS: Dominique Roy, dpo@exemple.example" in text
    assert "erases nothing" in text


def test_the_text_lists_what_is_left_out_with_reason_and_code():
    text = text_of()

    assert (
        "- “Score”, column G of crm.csv (1 value): the company has not recorded where it comes "
        "from [origin_unknown]"
    ) in text
    assert (
        "- “Suivi interne”, column I of crm.csv (2 values): noted or derived by the company, not "
        "provided by you [A20_1_inferred]"
    ) in text
    assert "- column AB of gl.xlsx, sheet 2025 (1 value): kept on another legal basis" in text
    assert "[A20_1_basis]" in text


def test_a_column_left_out_at_the_import_is_listed_without_a_number_of_values():
    skipped = Exclusion("crm.csv", "crm", 3, "IBAN", "", ExclusionReason.NOT_STORED, values=0)
    text = text_of(replace(CONTENTS, scope=Scope((RECORD,), (), (skipped,))))

    assert "- “IBAN”, column C of crm.csv (number not known): not taken over when" in text
    assert "[not_stored]" in text
    assert "You can ask for these values too" in text


def test_the_text_says_what_becomes_of_rows_about_somebody_else():
    mention = Exclusion("crm.csv", "crm", 2, "Nom", "name", ExclusionReason.OTHERS, values=1)
    text = text_of(replace(CONTENTS, scope=Scope((RECORD,), (), (mention,))))

    assert "(1 value): it is, in whole or in part, about somebody else, and handing it on" in text
    assert "[A20_4]" in text
    assert "the right of access (art. 15) covers what is said about you." in text
    assert "You can ask for these values too" not in text
    assert "You can ask for these values too" in text_of()
    assert "what is said about you" not in text_of()


def test_the_text_says_so_when_nothing_is_left_out():
    assert "Nothing was left out." in text_of(replace(CONTENTS, scope=Scope((RECORD,), (), ())))


def test_the_text_explains_the_formats_that_are_there():
    assert "apostrophe" not in text_of(paths=["data/contacts.json"])
    assert "JSON" not in text_of(paths=["data/contacts.csv"])
    assert "apostrophe" in text_of()
    assert "JSON" in text_of()


@pytest.mark.parametrize(
    ("country", "authority"),
    [("FR", "CNIL (3 place de Fontenoy"), ("BE", "data protection authority of your country")],
)
def test_the_text_names_the_authority_and_the_court(country, authority):
    text = text_of(replace(CONTENTS, country=country))

    assert authority in text
    assert "go to the competent court" in text


def test_the_text_names_the_company_where_no_officer_is_known():
    text = text_of(replace(CONTENTS, dpo_name="", dpo_contact=""))

    assert "data protection officer of Exemple SAS: Exemple SAS" in text


def test_the_text_fits_a_narrow_window():
    assert max(len(line) for line in readme_text(ENGLISH, CONTENTS, BOTH).splitlines()) <= 88


@pytest.mark.parametrize(("language", "name"), [("fr", "LISEZMOI.txt"), ("en", "README.txt")])
def test_its_name_is_in_its_language(language, name):
    assert readme_name(Tr(language, gettext.NullTranslations())) == name


def test_in_french_the_day_is_written_the_french_way():
    text = readme_text(FRENCH, replace(CONTENTS, made_on=date(2026, 5, 1)), BOTH)

    assert "1er ⟦May⟧ 2026" in text


class Bracketed(gettext.NullTranslations):
    """A language in which every sentence stands in brackets."""

    def gettext(self, message):
        return f"⟦{message}⟧"

    def ngettext(self, msgid1, msgid2, n):
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"


FRENCH = Tr("fr", Bracketed())


@pytest.mark.parametrize("country", ["FR", "BE"])
def test_every_sentence_of_the_text_is_translated(country):
    text = readme_text(
        FRENCH, replace(CONTENTS, country=country), ["data/contacts.json", "data/a.csv"]
    )

    while text != (text := re.sub(r"⟦[^⟦⟧]*⟧", "", text)):
        pass
    assert text.strip() == ""
