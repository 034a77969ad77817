"""What a preview says a newer version changes is what the replacement then changes, to the row."""

import pytest

from dsr_desktop.domain.errors import CancelledError
from dsr_desktop.domain.mapping import ColumnChoice
from dsr_desktop.domain.versions import VersionCounts
from dsr_desktop.readers.messages import Rows
from dsr_desktop.services.importing import ImportOptions
from dsr_desktop.services.previewing import preview_paths
from dsr_desktop.services.replacing import compare
from dsr_desktop.services.sourcing import list_sources
from dsr_desktop.services.unstored_versions import UnstoredSheet, foresee
from tests.integration.services.replacing.lists import (
    CAMILLE,
    HUGO,
    LEA,
    NAMESAKE,
    PAUL,
    TITLES,
)

pytestmark = pytest.mark.usefixtures("nothing_left_running")

FIRST = [TITLES, CAMILLE, PAUL, LEA]


@pytest.fixture
def crm(lists, write_csv, register, bring_in):
    """The first version, in the register."""
    path = write_csv(lists / "crm.csv", FIRST)
    bring_in(register, path)
    return path


@pytest.fixture
def foreseen(register):
    """Return what the preview of a file says that it changes; keywords are import options."""

    def look(path, **options):
        (file,) = preview_paths(register, [path], ImportOptions(**options)).files
        return file.changes

    return look


@pytest.fixture
def compared(register, today):
    """Return what comparing says, which imports the file and undoes that."""

    def look(path, **options):
        return compare(register, 1, path, ImportOptions(**options), today).counts

    return look


def left_beside(register):
    folder = register.path.parent
    return {one.name: one.read_bytes() for one in folder.iterdir() if one.suffix != ".dsr-shm"}


@pytest.mark.parametrize(
    ("newer", "changes"),
    [
        ([TITLES, CAMILLE, PAUL, LEA, HUGO], VersionCounts(added=1, unchanged=3)),
        ([TITLES, CAMILLE], VersionCounts(removed=2, unchanged=1)),
        (
            [TITLES, CAMILLE, [*PAUL[:4], "Autre"], LEA],
            VersionCounts(changed=1, unchanged=2),
        ),
        (
            [TITLES, CAMILLE, [*PAUL[:3], "", ""], LEA],
            VersionCounts(changed=1, unchanged=2, blanked=2),
        ),
        ([TITLES, NAMESAKE, PAUL, LEA], VersionCounts(added=1, removed=1, unchanged=2)),
        ([TITLES, LEA, PAUL, CAMILLE], VersionCounts(unchanged=3)),
        ([row[::-1] for row in (TITLES, CAMILLE, PAUL, LEA)], VersionCounts(unchanged=3)),
    ],
    ids=["added", "removed", "changed", "emptied", "namesake", "sorted", "columns moved"],
)
def test_a_preview_foresees_what_a_newer_version_changes(
    foreseen, compared, crm, write_csv, newer, changes
):
    write_csv(crm, newer)

    assert foreseen(crm) == changes
    assert compared(crm) == changes


def test_nothing_is_written_to_foresee_it(register, foreseen, crm, lists, write_csv):
    write_csv(crm, [TITLES, CAMILLE, HUGO])
    register.database.empty_log()
    before, lists_before = left_beside(register), sorted(lists.iterdir())
    changes = register.database.connection.total_changes

    assert foreseen(crm) == VersionCounts(added=1, removed=2, unchanged=1)

    assert (left_beside(register), sorted(lists.iterdir())) == (before, lists_before)
    assert register.database.connection.total_changes == changes
    assert not register.database.connection.in_transaction


def test_a_file_that_is_no_newer_version_is_not_compared(foreseen, crm, lists, write_csv):
    assert foreseen(crm) is None, "it is there already"
    assert foreseen(write_csv(lists / "fair.csv", [TITLES, HUGO])) is None


def test_many_rows_are_compared_batch_by_batch(
    register, foreseen, compared, lists, write_csv, bring_in
):
    people = [[f"Nom{n}", f"Prénom{n}", f"p{n}@acme.example", "", "ACME"] for n in range(3_000)]
    path = write_csv(lists / "many.csv", [TITLES, *people])
    bring_in(register, path)
    moved = [[*row[:4], "Autre"] if n % 3 == 0 else row for n, row in enumerate(people[10:])]
    write_csv(path, [TITLES, *moved, HUGO])

    seen = foreseen(path)

    assert seen == VersionCounts(added=1, removed=10, changed=997, unchanged=1_993)
    assert compared(path) == seen


def test_every_sheet_is_compared_and_comments_count(
    register, foreseen, compared, lists, write_xlsx, bring_in
):
    from openpyxl import load_workbook  # noqa: PLC0415 - this test alone
    from openpyxl.comments import Comment  # noqa: PLC0415

    sheets = {"Clients": FIRST, "Old": [TITLES, HUGO], "Gone": [TITLES, NAMESAKE]}
    path = write_xlsx(lists / "crm.xlsx", sheets)
    bring_in(register, path)
    write_xlsx(path, {"Clients": FIRST, "Old": [TITLES, HUGO], "New": [TITLES, HUGO, PAUL]})
    book = load_workbook(path)
    book["Clients"]["A2"].comment = Comment("call her back", "Zoé")
    book.save(path)

    seen = foreseen(path)

    assert seen == VersionCounts(added=2, removed=1, changed=1, unchanged=3)
    assert compared(path) == seen


def test_a_column_that_is_skipped_is_not_compared(register, foreseen, compared, crm, write_csv):
    write_csv(crm, [TITLES, *[[*row[:4], "Autre"] for row in FIRST[1:]]])
    (file,) = preview_paths(register, [crm], ImportOptions()).files
    assert file.changes == VersionCounts(changed=3)

    mapping = file.sheets[0].mapping({5: ColumnChoice(skip=True)})

    assert foreseen(crm, mappings=(mapping,)) == VersionCounts(unchanged=3)
    assert compared(crm, mappings=(mapping,)) == VersionCounts(unchanged=3)


def test_foreseeing_can_be_stopped(register, crm):
    sheet = UnstoredSheet("Clients", ())
    sheet.add(Rows([(1, False, "Zoé", None, None, None)], []))

    def stop():
        raise CancelledError("stopped")

    with pytest.raises(CancelledError):
        foresee(register.database, list_sources(register)[0], [sheet], stop)


def test_one_file_of_an_import_takes_a_place_and_another_stays_beside(
    register, crm, lists, write_csv, bring_in
):
    fair = write_csv(lists / "fair.csv", [TITLES, HUGO])
    bring_in(register, fair)
    write_csv(crm, [TITLES, CAMILLE])
    write_csv(fair, [TITLES, HUGO, LEA])

    report = bring_in(register, lists, takes_place={crm: 1})

    replaced = {file.path.name: file.replaces.replaced for file in report.files}
    assert replaced == {"crm.csv": True, "fair.csv": False}
    current = [(one.name, one.is_current) for one in list_sources(register)]
    assert current == [
        ("crm.csv", False),
        ("fair.csv", True),
        ("crm.csv", True),
        ("fair.csv", True),
    ]
