"""What a preview asks, and the mappings that the user's answers make."""

from dataclasses import replace
from pathlib import Path

import pytest

from dsr_desktop.domain.columns import Column, Confidence, ToldBy
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.fields import Field, Origin
from dsr_desktop.domain.known_version import KnownVersion, Likeness
from dsr_desktop.domain.mapping import ColumnChoice, HeaderChoice
from dsr_desktop.domain.notice import Notice
from dsr_desktop.domain.policy import Undeclared
from dsr_desktop.domain.preview import (
    ColumnPreview,
    EncodingDoubt,
    FilePreview,
    Preview,
    Question,
    SheetPreview,
)
from dsr_desktop.domain.source import SourceStatus
from dsr_desktop.domain.versions import VersionCounts

EMAIL = ColumnPreview(1, "E-mail", Field.EMAIL, Origin.PROVIDED, Confidence.SURE, ToldBy.TITLE)
STAND = ColumnPreview(2, "Stand", None, None, Confidence.UNKNOWN, ToldBy.NOTHING)
IBAN = replace(STAND, number=3, header="IBAN", undeclared=Undeclared.BANK_ACCOUNT)
SHEET = SheetPreview(
    "Clients", False, HeaderChoice.FOUND, 1, False, (EMAIL, STAND),
    ((1, ("E-mail", "Stand")), (2, ("zoe@roux.example", "B12"))), 4, 3, 1, "f" * 32,
)  # fmt: skip
EARLIER = KnownVersion(
    4, "crm.xlsx", "/old/crm.xlsx", "2026-10-02", Likeness.TITLES, VersionCounts(1)
)
FILE = FilePreview(Path("crm.xlsx"), "ab", SourceStatus.IMPORTED, "xlsx", sheets=(SHEET,))

OF_FILE = {"status", "warnings", "format", "encodings", "sheets", "earlier"}


def asked(**changes):
    return file_with(**changes).questions


def file_with(**changes):
    """The file, or its only sheet, with other values."""
    of_file = {name: changes.pop(name) for name in list(changes) if name in OF_FILE}
    return replace(FILE, **{"sheets": (replace(SHEET, **changes),), **of_file})


def test_a_list_that_is_understood_goes_through():
    assert (asked(), FILE.has_question) == ((), False)


@pytest.mark.parametrize(
    ("changes", "question"),
    [
        ({"header_unsure": True}, Question.HEADER),
        ({"columns": (STAND,)}, Question.NO_IDENTITY_COLUMN),
        ({"columns": (replace(EMAIL, is_skipped=True),)}, Question.NO_IDENTITY_COLUMN),
        ({"columns": (replace(EMAIL, confidence=Confidence.GUESS),)}, Question.MAPPING_UNSURE),
        ({"columns": (EMAIL, IBAN)}, Question.UNDECLARED_COLUMN),
        ({"status": SourceStatus.PASSWORD, "sheets": ()}, Question.PASSWORD),
        ({"warnings": (Notice("Not read.", {"cause": "password"}),)}, Question.PASSWORD),
        ({"encodings": (EncodingDoubt("cp1252", ("é",)),)}, Question.ENCODING),
        ({"earlier": EARLIER}, Question.REPLACEMENT),
    ],
)  # fmt: skip
def test_what_the_user_should_look_at_is_asked(changes, question):
    assert asked(**changes) == (question,)


@pytest.mark.parametrize("answer", ["is_remembered", "is_chosen"])
def test_a_mapping_that_was_chosen_is_not_asked_again(answer):
    unsure = {"header_unsure": True, "columns": (replace(STAND, confidence=Confidence.GUESS),)}

    assert len(asked(**unsure)) == 3
    assert asked(**unsure, **{answer: True}) == ()


def test_a_column_beyond_the_policy_is_asked_until_somebody_chose():
    assert asked(columns=(EMAIL, IBAN), is_remembered=True) == (Question.UNDECLARED_COLUMN,)
    for answer in ({"reason": "contract"}, {"is_skipped": True}):
        assert asked(columns=(EMAIL, replace(IBAN, **answer))) == ()


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_running_text_needs_no_titles_and_no_columns(kind):
    assert asked(format=kind, header_unsure=True, columns=(STAND,)) == ()


def test_an_empty_sheet_asks_nothing():
    assert asked(rows=0, header_unsure=True, columns=()) == ()


def test_several_questions_come_in_their_order():
    assert asked(earlier=EARLIER, header_unsure=True, columns=(IBAN,)) == (
        Question.HEADER, Question.UNDECLARED_COLUMN, Question.NO_IDENTITY_COLUMN,
        Question.REPLACEMENT,
    )  # fmt: skip


def test_files_are_counted_and_only_those_with_a_question_are_to_be_looked_at():
    unread = FilePreview(Path("broken.xlsx"), None, SourceStatus.UNREADABLE)
    known = FilePreview(Path("again.csv"), "cd", SourceStatus.DUPLICATE)
    doubtful = file_with(header_unsure=True)
    preview = Preview((FILE, doubtful, unread, known))

    assert preview.ready == (FILE,)
    assert preview.with_question == (doubtful,)
    assert preview.unreadable == (unread,)
    assert (preview.rows, preview.new, preview.known, preview.held) == (8, 6, 2, 0)


def test_a_column_is_shown_with_all_that_is_known_of_it():
    column = Column(
        3, "Opt-in SMS", Field.OPT_IN, Origin.PROVIDED, "sms", True, Confidence.LIKELY,
        ToldBy.CONTENT, Undeclared.NOTE, True, "no use",
    )  # fmt: skip
    shown = ColumnPreview.of(column, ("oui",))

    assert shown.choice == ColumnChoice(Field.OPT_IN, Origin.PROVIDED, "sms", True, "no use")
    assert (shown.samples, shown.hidden, shown.undeclared) == (("oui",), True, "note")
    assert shown.why.sentence == "By its content"


# --- what the user's answers make


def test_a_sheet_confirmed_makes_a_mapping_of_every_column():
    mapping = SHEET.mapping({2: ColumnChoice(skip=True)})

    assert (mapping.fingerprint, mapping.header, mapping.titles) == (
        "f" * 32, HeaderChoice.FOUND, ("E-mail", "Stand"),
    )  # fmt: skip
    assert mapping.columns == {
        1: ColumnChoice(Field.EMAIL, Origin.PROVIDED), 2: ColumnChoice(skip=True),
    }  # fmt: skip


def test_a_header_chosen_before_stays_chosen():
    sheet = replace(SHEET, header=HeaderChoice.ROW, header_row=2)

    assert (sheet.mapping().header, sheet.mapping().header_row) == (HeaderChoice.ROW, 2)
    assert replace(SHEET, header=HeaderChoice.NONE).mapping().header_row is None


def test_another_header_is_chosen_by_its_row():
    mapping = SHEET.with_header(2)

    assert (mapping.header, mapping.header_row) == (HeaderChoice.ROW, 2)
    assert (mapping.titles, mapping.columns) == (("zoe@roux.example", "B12"), {})
    assert SHEET.with_header(None).header is HeaderChoice.NONE


def test_a_row_that_is_not_shown_cannot_be_the_header():
    with pytest.raises(InvalidInputError, match="Row 40 is none of the first rows"):
        SHEET.with_header(40)
