"""An import that is being prepared: what each answer changes, and what stays open."""

from dataclasses import replace
from pathlib import Path

import pytest

from dsr_desktop.domain.columns import Confidence, ToldBy
from dsr_desktop.domain.fields import Field, Origin
from dsr_desktop.domain.import_draft import ImportDraft
from dsr_desktop.domain.known_version import KnownVersion, Likeness
from dsr_desktop.domain.mapping import ColumnChoice, HeaderChoice, SheetMapping
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

CRM, FAIR, OLD = Path("/lists/crm.csv"), Path("/lists/fair.csv"), Path("/lists/old.csv")
EMAIL = ColumnPreview(1, "Mail", Field.EMAIL, Origin.PROVIDED, Confidence.SURE, ToldBy.TITLE)
CODE = ColumnPreview(2, "Code", Field.NOTE, Origin.INTERNAL, Confidence.GUESS, ToldBy.CONTENT)
IBAN = ColumnPreview(
    3, "IBAN", None, None, Confidence.UNKNOWN, ToldBy.NOTHING, undeclared=Undeclared.BANK_ACCOUNT
)
ROWS = ((1, ("Mail", "Code")), (2, ("zoe@roux.example", "B12")))
SHEET = SheetPreview(
    "Clients", False, HeaderChoice.FOUND, 1, False, (EMAIL,), ROWS, 4, 3, 1, "a" * 32
)
LIKE_CODE = replace(SHEET, columns=(EMAIL, CODE), fingerprint="b" * 32)
EARLIER = KnownVersion(4, "crm.csv", "/old/crm.csv", "2026-10-02", Likeness.PLACE, VersionCounts(1))
DOUBTS = (EncodingDoubt("cp1252", ("é",)), EncodingDoubt("cp1250", ("é",)))


def read(path, *sheets, **details):
    return FilePreview(path, "ab", SourceStatus.IMPORTED, "csv", sheets=sheets, **details)


def locked(path):
    return FilePreview(path, "cd", SourceStatus.PASSWORD, reason=Notice("It has a password."))


DOUBTFUL = read(OLD, SHEET, encoding="cp1252", encodings=DOUBTS)


def draft_of(*files):
    return ImportDraft.of([file.path for file in files], Preview(files))


def open_questions(draft):
    return {file.path: file.open_questions for file in draft.files if file.open_questions}


def test_a_list_that_is_understood_passes():
    draft = draft_of(read(CRM, SHEET))

    assert draft.files[0].passes
    assert (draft.waiting, draft.has_answers) == ((), False)


def test_files_are_told_apart_by_what_becomes_of_them():
    there = FilePreview(OLD, "ef", SourceStatus.DUPLICATE)
    draft = draft_of(read(CRM, SHEET), locked(FAIR), there)

    assert [file.path for file in draft.stored] == [CRM]
    assert [file.path for file in draft.unread] == [FAIR]
    assert [file.path for file in draft.already_there] == [OLD]
    assert draft.locked == (FAIR,)


def test_a_file_that_was_read_in_part_is_not_among_those_that_pass():
    assert not draft_of(replace(read(CRM, SHEET), status=SourceStatus.PARTLY)).files[0].passes


def test_a_choice_holds_for_every_sheet_of_its_kind():
    draft = draft_of(read(CRM, LIKE_CODE), read(FAIR, LIKE_CODE), read(OLD, SHEET))
    mapping = LIKE_CODE.mapping({2: ColumnChoice(Field.IDENTIFIER)})

    after = draft.with_mapping(mapping)

    shown = [file.shown.sheets[0] for file in after.files]
    assert [sheet.is_chosen for sheet in shown] == [True, True, False]
    column = shown[1].columns[1]
    assert (column.field, column.origin) == (Field.IDENTIFIER, Origin.INTERNAL)
    assert (column.confidence, column.told_by) == (Confidence.SURE, ToldBy.CHOSEN)
    assert (open_questions(draft), open_questions(after)) == (
        {CRM: (Question.MAPPING_UNSURE,), FAIR: (Question.MAPPING_UNSURE,)}, {},
    )  # fmt: skip
    assert draft.paths_like(mapping.fingerprint) == (CRM, FAIR)


def test_a_file_that_was_asked_about_stays_in_sight():
    after = draft_of(read(CRM, LIKE_CODE)).with_word(CRM)

    assert (after.files[0].was_asked, after.files[0].passes) == (True, False)


def test_choosing_again_starts_from_what_was_read():
    sheet = replace(SHEET, columns=(EMAIL, replace(IBAN, number=2)))
    draft = draft_of(read(CRM, sheet))
    skipped = draft.with_mapping(sheet.mapping({2: ColumnChoice(skip=True)}))
    assert skipped.files[0].shown.sheets[0].columns[1].is_skipped

    shown = skipped.files[0].shown.sheets[0]
    kept = skipped.with_mapping(shown.mapping({2: ColumnChoice(reason="to pay them")}))

    column = kept.files[0].shown.sheets[0].columns[1]
    assert (column.is_skipped, column.reason) == (False, "to pay them")
    assert column.undeclared is Undeclared.BANK_ACCOUNT


def test_a_column_kept_without_a_reason_stays_open():
    sheet = replace(SHEET, columns=(EMAIL, IBAN))
    draft = draft_of(read(CRM, sheet)).with_word(CRM)

    assert open_questions(draft) == {CRM: (Question.UNDECLARED_COLUMN,)}
    answered = draft.with_mapping(sheet.mapping({3: ColumnChoice(reason="to pay them")}))
    assert open_questions(answered) == {}


def test_an_encoding_is_settled_by_choosing_it_and_can_be_chosen_again():
    draft = draft_of(read(CRM, SHEET, encodings=DOUBTS, encoding="cp1252"))
    assert open_questions(draft) == {CRM: (Question.ENCODING,)}

    told = draft.with_encoding(CRM, "cp1250")
    again = told.read_again([CRM], Preview((read(CRM, SHEET, encoding="cp1250"),)))

    assert (open_questions(told), open_questions(again)) == ({}, {})
    assert again.encodings == {CRM: "cp1250"}
    assert again.files[0].read.encodings == DOUBTS


def test_a_word_settles_what_needs_no_other_answer():
    draft = draft_of(read(CRM, SHEET, encodings=DOUBTS), read(FAIR, SHEET, encodings=DOUBTS))

    after = draft.with_word(CRM)

    assert open_questions(after) == {FAIR: (Question.ENCODING,)}
    assert after.has_answers


@pytest.mark.parametrize("replaces", [True, False])
def test_either_answer_settles_what_becomes_of_the_earlier_version(replaces):
    draft = draft_of(
        read(CRM, SHEET, earlier=EARLIER), read(FAIR, SHEET, earlier=replace(EARLIER, source_id=5))
    )
    assert (draft.replacing, draft.has_answers) == ({}, False)

    after = draft.with_replacement(CRM, replaces=replaces)

    assert open_questions(after) == {FAIR: (Question.REPLACEMENT,)}
    assert after.replacing == ({CRM: 4} if replaces else {})
    assert [file.takes_place for file in after.files] == [replaces, None]
    assert after.has_answers


def test_an_earlier_version_keeps_its_place_if_the_answer_is_taken_back():
    draft = draft_of(read(CRM, SHEET, earlier=EARLIER)).with_replacement(CRM, replaces=True)

    assert draft.with_replacement(CRM, replaces=False).replacing == {}


def test_no_word_on_the_columns_puts_a_file_in_the_place_of_another():
    draft = draft_of(read(CRM, replace(SHEET, header_unsure=True), earlier=EARLIER))
    assert open_questions(draft) == {CRM: (Question.HEADER, Question.REPLACEMENT)}

    after = draft.with_word(CRM)

    assert open_questions(after) == {CRM: (Question.REPLACEMENT,)}
    assert after.replacing == {}


def test_a_file_that_is_read_again_still_takes_the_place_it_was_given():
    draft = draft_of(read(CRM, SHEET, earlier=EARLIER)).with_replacement(CRM, replaces=True)

    again = draft.read_again([CRM], Preview((read(CRM, SHEET, earlier=EARLIER),)))

    assert (again.replacing, open_questions(again)) == ({CRM: 4}, {})


def test_a_place_is_taken_once_by_the_file_that_was_chosen_last():
    draft = draft_of(read(CRM, SHEET, earlier=EARLIER), read(FAIR, SHEET, earlier=EARLIER))

    after = draft.with_replacement(CRM, replaces=True).with_replacement(FAIR, replaces=True)

    assert after.replacing == {FAIR: 4}
    assert [file.takes_place for file in after.files] == [False, True]
    assert open_questions(after) == {}


def test_a_file_that_keeps_both_leaves_the_choice_of_the_others_alone():
    draft = draft_of(read(CRM, SHEET, earlier=EARLIER), read(FAIR, SHEET, earlier=EARLIER))

    after = draft.with_replacement(CRM, replaces=True).with_replacement(FAIR, replaces=False)

    assert after.replacing == {CRM: 4}


def test_a_file_that_now_reads_like_a_newer_version_of_another_takes_no_place_unasked():
    draft = draft_of(read(CRM, SHEET, earlier=EARLIER)).with_replacement(CRM, replaces=True)
    other = replace(EARLIER, source_id=5)

    again = draft.read_again([CRM], Preview((read(CRM, SHEET, earlier=other),)))

    assert (again.replacing, again.files[0].takes_place) == ({}, None)


def test_a_password_opens_a_file_and_is_shown_nowhere():
    draft = draft_of(locked(CRM)).with_password("Sésame 7").with_password("Sésame 7")
    assert (draft.passwords, "Sésame" in repr(draft)) == (("Sésame 7",), False)

    opened = draft.read_again([CRM], Preview((read(CRM, SHEET),)))

    assert (opened.locked, opened.files[0].is_unlocked) == ((), True)
    assert not opened.files[0].passes, "it was asked about"


def test_a_wrong_password_leaves_a_file_locked():
    again = draft_of(locked(CRM)).read_again([CRM], Preview((locked(CRM),)))

    assert (again.locked, again.files[0].is_unlocked) == ((CRM,), False)


def test_a_password_for_a_file_inside_an_archive_is_asked_too():
    inside = read(CRM, SHEET, warnings=(Notice("Not read.", {"cause": "password"}),))

    assert draft_of(inside).locked == (CRM,)


def test_another_header_waits_until_the_sheet_is_read_with_it():
    mapping = SHEET.with_header(2)
    draft = draft_of(read(CRM, SHEET), read(FAIR, SHEET)).with_mapping(mapping)
    assert draft.files[0].shown.sheets[0] == SHEET

    read_so = replace(SHEET, header=HeaderChoice.ROW, header_row=2, is_chosen=True)
    again = draft.read_again([CRM], Preview((read(CRM, read_so),)))

    assert [file.shown.sheets[0].header_row for file in again.files] == [2, 1]


def test_a_list_without_titles_keeps_the_choices_of_its_columns():
    bare = replace(SHEET, header=HeaderChoice.NONE, header_row=None)
    mapping = SheetMapping(bare.fingerprint, HeaderChoice.NONE, columns={1: ColumnChoice()})

    after = draft_of(read(CRM, bare)).with_mapping(mapping)

    assert after.files[0].shown.sheets[0].columns[0].field is None


def test_answers_given_before_hold_for_a_file_that_is_read_again():
    mapping = LIKE_CODE.mapping({2: ColumnChoice(Field.CITY)})
    draft = draft_of(read(CRM, LIKE_CODE)).with_mapping(mapping)

    again = draft.read_again([CRM], Preview((read(CRM, LIKE_CODE),)))

    assert again.files[0].shown.sheets[0].columns[1].field is Field.CITY


@pytest.mark.parametrize(
    ("header_row", "counted", "left"),
    [(1, (4, 3, 1), (3, 2, 1)), (1, (4, 0, 4), (3, 0, 3)), (None, (4, 3, 1), (4, 3, 1))],
)
def test_a_row_of_titles_that_was_confirmed_is_nobodys(header_row, counted, left):
    rows, new, known = counted
    sheet = replace(
        SHEET, header_unsure=True, header_row=header_row, rows=rows, new=new, known=known
    )

    shown = draft_of(read(CRM, sheet)).with_word(CRM).files[0].shown.sheets[0]

    assert (shown.rows, shown.new, shown.known) == left
    assert not shown.header_unsure


# --- answers for all files at once


def test_mappings_from_elsewhere_hold_beside_those_chosen_here():
    kept, crm = SheetMapping("c" * 32), read(CRM, SHEET)
    draft = draft_of(crm).with_mapping(kept).with_mapping(SheetMapping(SHEET.fingerprint))
    skipping = SheetMapping(SHEET.fingerprint, columns={1: ColumnChoice(skip=True)})

    changed = draft.with_mappings([skipping]).read_again([CRM], Preview((crm,)))

    assert changed.mappings == {kept.fingerprint: kept, SHEET.fingerprint: skipping}
    assert changed.file_at(CRM).shown.sheets[0].columns[0].is_skipped


def test_an_encoding_of_all_texts_answers_the_question_of_each():
    draft = draft_of(DOUBTFUL).with_encoding_of_texts("cp1250")
    changed = draft.read_again([OLD], Preview((replace(DOUBTFUL, encodings=()),)))

    assert (changed.encoding, changed.waiting) == ("cp1250", ())
    assert changed.has_answers


def test_without_an_encoding_of_all_texts_each_is_asked_about_again():
    draft = draft_of(DOUBTFUL).with_encoding_of_texts("cp1250").with_encoding_of_texts(None)

    assert draft.read_again([OLD], Preview((DOUBTFUL,))).waiting
    assert not draft.has_answers


def test_an_encoding_named_for_one_file_stays():
    draft = draft_of(DOUBTFUL).with_encoding(OLD, "cp1252")

    changed = draft.with_encoding_of_texts("cp1250").with_encoding_of_texts(None)

    assert changed.encodings == {OLD: "cp1252"}
    assert not changed.read_again([OLD], Preview((DOUBTFUL,))).waiting


@pytest.mark.parametrize(
    ("format_", "status", "is_one"),
    [
        ("csv", SourceStatus.IMPORTED, True),
        ("zip", SourceStatus.IMPORTED, True),
        (None, SourceStatus.UNREADABLE, True),
        ("xlsx", SourceStatus.IMPORTED, False),
        ("csv", SourceStatus.DUPLICATE, False),
    ],
)
def test_only_what_an_encoding_may_change_is_read_again(format_, status, is_one):
    draft = draft_of(replace(read(CRM, SHEET), format=format_, status=status))

    assert draft.texts == ((CRM,) if is_one else ())


def test_all_that_surely_are_newer_versions_take_their_places():
    unsure = replace(EARLIER, source_id=5, likeness=Likeness.TITLES)
    other = replace(EARLIER, source_id=6)
    draft = draft_of(
        read(CRM, SHEET, earlier=EARLIER), read(FAIR, SHEET, earlier=unsure),
        read(OLD, SHEET, earlier=other),
    )  # fmt: skip

    after = draft.with_all_in_place()

    assert draft.newer_versions == (CRM, OLD)
    assert after.replacing == {CRM: EARLIER.source_id, OLD: 6}
    assert open_questions(after) == {FAIR: (Question.REPLACEMENT,)}


def test_of_two_that_want_one_place_the_second_is_still_asked_about():
    draft = draft_of(read(CRM, SHEET, earlier=EARLIER), read(FAIR, SHEET, earlier=EARLIER))

    after = draft.with_all_in_place()

    assert after.replacing == {CRM: EARLIER.source_id}
    assert after.newer_versions == (FAIR,)
