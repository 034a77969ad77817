"""Records of the register itself are graded like the rows of a list (R-MAT-1)."""

import pytest

from dsr_desktop.domain.asked import make_ready
from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.lookups import lookups_for
from dsr_desktop.domain.own_record import (
    OwnRecord,
    RecordKind,
    RecordPart,
    RecordText,
    in_order,
)
from dsr_desktop.domain.own_records import OwnRecords, grade_records, records_to_compare

EMAIL = RecordText(RecordPart.CRITERION, "camille.dupont@acme.example", Field.EMAIL)
NAME = RecordText(RecordPart.CRITERION, "Camille Dupont", Field.NAME)
CAMILLE = {"name": "Camille Dupont", "email": "camille.dupont@acme.example"}


def record(*texts, kind=RecordKind.REQUEST, ref="DSR-2026-0001"):
    return OwnRecord(kind, ref, texts)


def find(asked, *records):
    ready = make_ready(make_criteria(asked), "FR")
    own = OwnRecords(records)
    return list(grade_records(ready, None, records_to_compare(ready, lookups_for(ready), own)))


def levels(asked, *texts):
    return [str(found.grade.level) for found in find(asked, record(*texts))]


@pytest.mark.parametrize(
    ("asked", "text", "level"),
    [
        ({"email": "camille.dupont@acme.example"}, EMAIL, "strong"),
        ({"email": "Camille.Dupont@ACME.example"}, EMAIL, "strong"),
        ({"name": "Dupont Camille"}, NAME, "weak"),
        ({"phone": "+33 6 12 34 56 78"},
         RecordText(RecordPart.CRITERION, "06.12.34.56.78", Field.PHONE), "strong"),
        ({"name": "Camille Dupont"},
         RecordText(RecordPart.DECISION_REASON, "Mme Dupont, Camille says no"), "weak"),
        ({"email": "camille.dupont@acme.example"},
         RecordText(RecordPart.PAUSE_NOTE, "wrote to camille.dupont@acme.example"), "weak"),
        ({"phone": "06 12 34 56 78"},
         RecordText(RecordPart.PAUSE_NOTE, "called +33612345678 – no answer"), "weak"),
        ({"email": "camille.dupont@acme.example"},
         RecordText(RecordPart.PAUSE_NOTE, "écrit à camille.dupont@acme.example"), "weak"),
        ({"name": "Éloïse Bréhat"}, RecordText(RecordPart.SUPPLIED_BY, "eloise brehat", Field.NAME),
         "weak"),
        ({"name": "Ivan Petrov"}, RecordText(RecordPart.CRITERION, "Иван Петров", Field.NAME),
         "weak"),
        ({"name": "Παπαδόπουλος"}, RecordText(RecordPart.SUPPLIED_BY, "papadopoulos", Field.NAME),
         "weak"),
        ({"name": "Camille Dupont"}, RecordText(RecordPart.FILE_NAME, "dupont_camille-2024.vcf"),
         "weak"),
        ({"email": "camille@gmail.com"},
         RecordText(RecordPart.CRITERION, "ca.mil.le+news@googlemail.com", Field.EMAIL), "probable"),
        ({"email": "camille@müller.example"},
         RecordText(RecordPart.CRITERION, "camille+news@müller.example", Field.EMAIL), "probable"),
        ({"email": "camille+a@acme.example"},
         RecordText(RecordPart.PAUSE_NOTE, "écrit à camille+b@acme.example"), "weak"),
    ],
)  # fmt: skip
def test_a_record_has_the_level_that_a_row_would_have(asked, text, level):
    assert levels(asked, text) == [level]


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ({"name": "Camille Dupont"}, RecordText(RecordPart.CRITERION, "Hugo Perrin", Field.NAME)),
        ({"email": "c@a.example"}, EMAIL),
        ({"phone": "06 12 34 56 79"}, RecordText(RecordPart.CRITERION, "0612345678", Field.PHONE)),
        ({"name": "Camille Dupont"}, RecordText(RecordPart.PAUSE_NOTE, "Camille called")),
        ({"phone": "06 12 34 56 78"}, RecordText(RecordPart.FILE_NAME, "export-12345678.csv")),
    ],
)
def test_a_record_of_somebody_else_is_not_found(asked, text):
    assert levels(asked, text) == []


def test_another_name_beside_a_shared_mailbox_makes_it_probable():
    marie = RecordText(RecordPart.CRITERION, "Marie Dupont", Field.NAME)

    assert levels(CAMILLE, EMAIL, marie) == ["probable"]


def test_a_reason_leads_to_the_text_that_agrees():
    (found,) = find(CAMILLE, record(NAME, RecordText(RecordPart.VERDICT_REASON, "no"), EMAIL))

    said = {(reason.criterion, found.part(reason.column)) for reason in found.grade.reasons}
    assert said == {("email", RecordPart.CRITERION), ("name", RecordPart.CRITERION)}
    assert {reason.column for reason in found.grade.reasons} == {1, 3}


def test_the_best_come_first_then_requests_before_the_rest():
    supplier = record(
        RecordText(RecordPart.SUPPLIED_BY, "Camille Dupont", Field.NAME),
        kind=RecordKind.SUPPLIER, ref="4",
    )  # fmt: skip
    later, earlier = record(NAME, ref="DSR-2026-0003"), record(NAME, ref="DSR-2026-0002")
    found = in_order(find(CAMILLE, supplier, later, earlier, record(EMAIL)))

    assert [(one.kind, one.ref) for one in found] == [
        ("request", "DSR-2026-0001"), ("request", "DSR-2026-0002"), ("request", "DSR-2026-0003"),
        ("supplier", "4"),
    ]  # fmt: skip
    assert [str(one.grade.level) for one in found] == ["strong", "weak", "weak", "weak"]


def test_a_record_without_texts_agrees_with_nothing():
    assert find(CAMILLE, record()) == []


# --- misspelt


@pytest.mark.parametrize(
    ("part", "field"),
    [
        (RecordPart.CRITERION, Field.NAME), (RecordPart.EARLIER_CRITERION, Field.NAME),
        (RecordPart.SUPPLIED_BY, Field.NAME), (RecordPart.DPO_NAME, Field.NAME),
        (RecordPart.PAUSE_NOTE, Field.NOTE), (RecordPart.FILE_NAME, Field.NOTE),
    ],
)  # fmt: skip
@pytest.mark.parametrize("written", ["Camille Dupond", "Camile Dupont", "DUPOND Camille"])
def test_a_misspelt_name_is_found_and_never_more_than_weak(part, field, written):
    assert levels({"name": "Camille Dupont"}, RecordText(part, written, field)) == ["weak"]


@pytest.mark.parametrize(
    "written", ["S. Dupont", "5imon Dupont", "Simmon Dupomt", "Dupont Jean-Simon", "Симон Дюпонт"]
)
def test_a_name_shortened_scanned_or_slipped_is_found(written):
    name = RecordText(RecordPart.CRITERION, written, Field.NAME)

    assert levels({"name": "Simon Dupont"}, name) == ["weak"]


def test_a_short_form_and_an_initial_are_found():
    bill = RecordText(RecordPart.CRITERION, "Bill Turner", Field.NAME)
    initial = RecordText(RecordPart.SUPPLIED_BY, "W. Turner", Field.NAME)

    assert levels({"name": "William Turner"}, bill) == ["weak"]
    assert levels({"name": "William Turner"}, initial) == ["weak"]


def test_given_and_family_name_apart_are_found_misspelt():
    given = RecordText(RecordPart.CRITERION, "Camile", Field.GIVEN_NAME)
    family = RecordText(RecordPart.CRITERION, "Dupond", Field.FAMILY_NAME)

    assert levels({"given_name": "Camille", "family_name": "Dupont"}, given, family) == ["weak"]


@pytest.mark.parametrize(
    "written",
    ["Camille Durand", "Hugo Dupond", "Dupond", "Camille", "Camille called Dupin's office"],
)
def test_half_of_a_name_is_not_the_person(written):
    assert levels({"name": "Camille Dupont"}, RecordText(RecordPart.PAUSE_NOTE, written)) == []


def test_a_misspelling_is_looked_for_in_one_record_not_across_two():
    camille = record(RecordText(RecordPart.CRITERION, "Camile Martin", Field.NAME))
    dupond = record(
        RecordText(RecordPart.CRITERION, "Hugo Dupond", Field.NAME), ref="DSR-2026-0002"
    )

    assert find({"name": "Camille Dupont"}, camille, dupond) == []


def test_a_name_of_very_many_words_is_looked_for_as_it_is():
    long = "Ana Bea Cleo Dora Emma Fay Gina Hope"
    name = RecordText(RecordPart.CRITERION, long, Field.NAME)

    assert levels({"name": long}, name) == ["weak"]
    assert levels({"name": long.replace("Hope", "Hopee")}, name) == []
