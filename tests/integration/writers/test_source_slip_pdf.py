"""The printed slip: whom to look for, by when, what not to do, and boxes for the answer."""

import io
from dataclasses import replace
from datetime import date

import pytest

from dsr_desktop.domain.source_slip import SourceSlip
from dsr_desktop.wording.language import speak
from dsr_desktop.writers.source_slip_pdf import write_source_slip_pdf
from tests.integration.writers.pdf_reading import Pdf
from tests.unit.domain.systems_made import CRM, task

EN = speak("en")
SLIP = SourceSlip(
    task=task(), company="Ateliers du Rhône", answer_to="Nora Vidal, poste 12",
    made_on=date(2026, 11, 4),
    criteria={"name": ("Camille Dupont", "C. Martin"), "email": ("c@acme.example",)},
    fingerprint="9f3ac07be21d4456",
)  # fmt: skip


def written(slip=SLIP, tr=EN):
    stream = io.BytesIO()
    write_source_slip_pdf(stream, slip, tr)
    return Pdf(stream.getvalue())


def test_it_says_where_to_look_who_looks_by_when_and_who_waits():
    page = written().pages[0]

    facts = {page[n]: page[n + 1] for n in range(1, 11, 2)}
    assert facts == {
        "Where": "CRM", "For": "Léa Morel", "Answer by": "Wednesday 18 November 2026",
        "Answer to": "Nora Vidal, poste 12", "Reference": "DSR-2026-0001",
    }  # fmt: skip


def test_it_names_every_alias_and_address_to_look_for():
    page = written().pages[0]

    at = page.index("Whom to look for")
    assert page[at + 1 : at + 6] == ["Name", "Camille Dupont", "", "C. Martin", "E-mail"]
    assert page.index("c@acme.example") < page.index("What to do")


def test_it_must_not_be_forwarded_unprotected():
    text = " ".join(written().pages[0])

    assert "Do not forward this slip, nor what you find, by unprotected e-mail" in text
    assert "keep no copy" in text
    assert "Change nothing and delete nothing" in text


def test_it_has_a_box_for_each_answer_and_lines_to_sign():
    page = written().pages[0]

    assert [line for line in page if line in {"Found", "Nothing found", "Not searched"}] == [
        "Found", "Nothing found", "Not searched",
    ]  # fmt: skip
    assert [line for line in page if line in {"Searched on", "Signature"}] == [
        "Searched on", "Signature",
    ]  # fmt: skip


def test_its_foot_names_the_slip_and_the_state_of_the_log_and_its_title_no_person():
    pdf = written()

    foot = "Slip 1 of DSR-2026-0001 · Ateliers du Rhône, 4 November 2026 · "
    assert foot + "Event log 9f3ac07be21d4456" in pdf.text
    assert pdf.properties["Title"] == "Slip 1 of DSR-2026-0001"
    assert not any("Dupont" in value for value in pdf.properties.values())


def test_it_says_how_to_look_and_of_which_day_the_list_is_only_where_that_is_known():
    how_to = replace(CRM, how_to_export="Menu Contacts, then Export")
    known = written(replace(SLIP, task=task("asked", of=how_to, listed_on=date(2026, 3, 2)))).text
    plain = written().text

    for told in ("Menu Contacts, then Export", "A list of 2 March 2026", "Asked on 3 November"):
        assert told in known
        assert told not in plain


def test_its_dates_and_properties_are_in_the_language_of_the_colleague():
    pdf = written(tr=speak("fr"))

    assert pdf.language == "fr"
    assert "mercredi 18 novembre 2026" in pdf.text


@pytest.mark.parametrize("values", [60, 400])
def test_a_person_with_many_addresses_goes_on_over_the_page_with_nothing_lost(values):
    many = tuple(f"camille{n}@acme.example" for n in range(values))
    pdf = written(replace(SLIP, criteria={"email": many}))

    assert len(pdf.pages) > 1
    assert [line for line in pdf.text.split("\n") if "@" in line] == list(many)
    assert "Signature" in pdf.pages[-1]


def test_odd_names_are_printed_as_far_as_they_can_be():
    odd = written(replace(SLIP, criteria={"name": ("Łukasz <b>", "山田 \x00 太郎", "x" * 900)}))

    assert "Łukasz <b>" in odd.text
    assert "¤¤" in odd.text
