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
    find_records,
    in_order,
)

EMAIL = RecordText(RecordPart.CRITERION, "camille.dupont@acme.example", Field.EMAIL)
NAME = RecordText(RecordPart.CRITERION, "Camille Dupont", Field.NAME)
CAMILLE = {"name": "Camille Dupont", "email": "camille.dupont@acme.example"}


def record(*texts, kind=RecordKind.REQUEST, ref="DSR-2026-0001"):
    return OwnRecord(kind, ref, texts)


def find(asked, *records):
    ready = make_ready(make_criteria(asked), "FR")
    return list(find_records(ready, lookups_for(ready), records))


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
