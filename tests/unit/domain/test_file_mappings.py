"""How the mappings of a file fit the sheets of an import, and what of a list is saved as mappings."""

from dataclasses import replace
from pathlib import Path

from dsr_desktop.domain.columns import Confidence, ToldBy
from dsr_desktop.domain.fields import Field, Origin
from dsr_desktop.domain.file_mappings import MappingFit, fit_of, mappings_of, usable
from dsr_desktop.domain.import_draft import DraftFile, ImportDraft
from dsr_desktop.domain.mapping import ColumnChoice, HeaderChoice, SheetMapping
from dsr_desktop.domain.preview import ColumnPreview, FilePreview, SheetPreview
from dsr_desktop.domain.source import SourceStatus

KIND, OTHER_KIND = "a" * 32, "b" * 32
MAIL = ColumnPreview(1, "Mail", Field.EMAIL, Origin.PROVIDED, Confidence.SURE, ToldBy.TITLE)
ROWS = ((1, ("Export",)), (2, ("Mail",)), (3, ("zoe@roux.example",)))
SHEET = SheetPreview("Clients", False, HeaderChoice.FOUND, 2, False, (MAIL,), ROWS, 1, 1, 0, KIND)
FOLLOWING = replace(SHEET, is_chosen=True)
MAPPING = SheetMapping(KIND, columns={1: ColumnChoice(Field.EMAIL)})
ELSEWHERE = SheetMapping(OTHER_KIND, titles=("Nom",))


def file(*sheets):
    return FilePreview(
        Path("/lists/crm.csv"), "0", SourceStatus.IMPORTED, format="csv", sheets=sheets
    )


def draft_of(*files, mappings=(MAPPING,)):
    drafted = tuple(DraftFile(one.path, one, one) for one in files)
    return ImportDraft(drafted, {one.fingerprint: one for one in mappings})


def test_sheets_that_follow_are_counted_and_the_mappings_that_none_follows_named():
    draft = draft_of(file(FOLLOWING), file(FOLLOWING, SHEET), mappings=(MAPPING, ELSEWHERE))

    fit = fit_of([MAPPING, ELSEWHERE], draft)

    assert fit == MappingFit(sheets=2, unfit=(ELSEWHERE,))


def test_a_mapping_that_was_not_followed_does_not_fit():
    assert fit_of([MAPPING], draft_of(file(SHEET))) == MappingFit(unfit=(MAPPING,))


def test_a_sheet_that_follows_another_mapping_of_its_kind_does_not_count():
    own = replace(MAPPING, columns={1: ColumnChoice(Field.NOTE)})

    fit = fit_of([MAPPING], draft_of(file(FOLLOWING), mappings=[own]))

    assert fit == MappingFit(unfit=(MAPPING,))


def test_columns_that_no_sheet_has_are_named():
    skip = ColumnChoice(skip=True)
    mapping = replace(MAPPING, columns={1: skip, 9: skip, 4: skip})

    assert fit_of([mapping], draft_of(file(FOLLOWING), mappings=[mapping])).absent == (4, 9)


def test_a_mapping_with_its_titles_in_another_row_is_of_no_use():
    there = SheetMapping(KIND, HeaderChoice.ROW, 2, ("Mail",))
    not_there = replace(there, header_row=3)

    assert usable([there], [file(SHEET)]) == (there,)
    assert usable([not_there], [file(SHEET)]) == ()


def test_what_lies_below_the_rows_shown_is_left_to_the_reading():
    below = SheetMapping(KIND, HeaderChoice.ROW, 40, ("Mail",))

    assert usable([below], [file(SHEET)]) == (below,)


def test_a_mapping_for_sheets_that_nobody_saw_yet_is_kept():
    assert usable([ELSEWHERE], [file(SHEET)]) == (ELSEWHERE,)


def test_a_file_gives_one_mapping_for_each_kind_of_its_sheets():
    other = replace(SHEET, fingerprint=OTHER_KIND)

    saved = mappings_of(file(SHEET, SHEET, other))

    assert [one.fingerprint for one in saved] == [KIND, OTHER_KIND]
    assert saved[0].titles == ("Mail",)
    assert saved[0].columns[1] == ColumnChoice(Field.EMAIL, Origin.PROVIDED)


def test_titles_that_may_be_somebodys_row_are_not_saved():
    (saved,) = mappings_of(file(replace(SHEET, header_unsure=True)))

    assert saved.titles == ()
    assert saved.columns[1].field is Field.EMAIL
