"""Records of the register are named by kind and reference, and say which text agrees."""

import pytest

from dsr_desktop.domain.matching import Grade, How, Level, Reason
from dsr_desktop.domain.own_record import (
    OwnFound,
    RecordKind,
    RecordPart,
    RecordText,
    RowPosition,
)
from dsr_desktop.wording.language import speak
from dsr_desktop.wording.own_records import (
    explain_record,
    own_record_line,
    part_label,
    record_name,
)

EN = speak("en")
TEXT = RecordText(RecordPart.CRITERION, "c@d.example")
SAME_EMAIL = Reason("email", 1, "c@d.example", How.SAME_EMAIL)


def found(kind=RecordKind.REQUEST, ref="DSR-2026-0003", reasons=(SAME_EMAIL,), **more):
    return OwnFound(kind, ref, (TEXT, TEXT), Grade(Level.STRONG, 90.0, reasons), **more)


@pytest.mark.parametrize(
    ("record", "name"),
    [
        (found(), "Register: request DSR-2026-0003"),
        (found(RecordKind.SUPPRESSION, "4"), "Register: entry 4 of the suppression list"),
        (found(RecordKind.HELD_ROW, "7"), "Register: decision on row 7 of those not stored"),
        (found(RecordKind.HELD_ROW, "7", position=RowPosition("/l/crm.csv", "crm", 1_204)),
         "Register: row not stored, /l/crm.csv · crm · row 1,204"),
        (found(RecordKind.IMPORT, "12"), "Register: import 12"),
        (found(RecordKind.SUPPLIER, "3"), "Register: supplier of 1 delivery"),
        (found(RecordKind.SUPPLIER, "3", entries=12), "Register: supplier of 12 deliveries"),
        (found(RecordKind.STAFF, ""), "Register: who imported, searched, answered or decided"),
        (found(RecordKind.COMPANY, ""), "Register: company and DPO"),
    ],
)  # fmt: skip
def test_a_record_is_named(record, name):
    assert record_name(EN, record) == name


@pytest.mark.parametrize("kind", RecordKind)
def test_every_kind_of_record_has_a_name(kind):
    assert record_name(EN, found(kind)).startswith("Register: ")


@pytest.mark.parametrize("part", RecordPart)
def test_every_text_of_a_record_has_a_name(part):
    assert "_" not in part_label(EN, part)


def test_a_record_says_which_text_agrees_and_each_thing_once():
    name = Reason("name", 2, "Camille Dupont", How.SAME_NAME)

    assert explain_record(EN, found(reasons=(SAME_EMAIL, SAME_EMAIL, name))) == (
        "criterion: same e-mail, criterion: same name"
    )
    assert own_record_line(EN, found()) == (
        "Register: request DSR-2026-0003: criterion: same e-mail"
    )
