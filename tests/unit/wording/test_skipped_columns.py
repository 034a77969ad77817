"""Columns left out at an import are named by file, sheet, letter, title and day."""

import pytest

from dsr_desktop.domain.columns import Column
from dsr_desktop.domain.policy import Undeclared
from dsr_desktop.domain.skipped_columns import SkippedColumns
from dsr_desktop.domain.source import Source, SourceKind, SourceStatus
from dsr_desktop.wording.language import speak
from dsr_desktop.wording.skipped_columns import columns_named, skipped_lines, skipped_sentence

EN = speak("en")
SOURCE = Source(
    id=1, path="/lists/crm.xlsx", name="crm.xlsx", sha256="", size=1, format="xlsx", encoding=None,
    kind=SourceKind.LIST, activity=None, channel=None, collected_on=None, policy_version=None,
    retention=None, status=SourceStatus.IMPORTED, reason=None, warnings=(), row_count=1,
    imported_at="2026-11-02T10:00:00+00:00", imported_by="dpo", purge_on=None,
)  # fmt: skip
IBAN = Column(3, "IBAN", None, undeclared=Undeclared.BANK_ACCOUNT, is_skipped=True)
STAND = Column(28, " Stand\n n°", None, is_skipped=True)
NAMELESS = Column(4, "", None, is_skipped=True)


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        ((IBAN,), "column C “IBAN” (bank account)"),
        ((STAND,), "column AB “Stand n°”"),
        ((IBAN, NAMELESS), "columns C “IBAN” (bank account), D"),
    ],
)
def test_a_column_is_named_by_letter_title_and_what_it_holds(columns, words):
    assert columns_named(EN, columns) == words


def test_the_sheet_is_named_unless_it_only_repeats_the_file():
    told = "column D was left out at the import on 2 November 2026 and is not searched."

    assert skipped_sentence(EN, SkippedColumns(SOURCE, "Clients", (NAMELESS,))) == (
        f"crm.xlsx, sheet Clients: {told}"
    )
    assert skipped_sentence(EN, SkippedColumns(SOURCE, "crm", (NAMELESS,))) == f"crm.xlsx: {told}"


def test_many_sheets_are_named_in_part_and_the_other_columns_counted():
    one = SkippedColumns(SOURCE, "Clients", (IBAN, NAMELESS))

    assert list(skipped_lines(EN, [one, one], 2)) == [skipped_sentence(EN, one)] * 2
    assert list(skipped_lines(EN, [one, one], 1))[1:] == [
        "2 more columns were left out at an import: the Files page names them."
    ]
    assert list(skipped_lines(EN, [], 3)) == []
