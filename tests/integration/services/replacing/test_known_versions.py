"""Which file of the register a file is a newer version of, and what an import makes of that."""

import pytest

from dsr_desktop.domain.errors import (
    NotAllowedError,
    NotFoundError,
)
from dsr_desktop.domain.hit import Verdict
from dsr_desktop.services.replacing import replace, replace_known
from dsr_desktop.services.reviewing import find_person
from dsr_desktop.services.sourcing import list_sources, remove
from dsr_desktop.services.verifying import verify
from tests.integration.services.replacing.lists import (
    CAMILLE,
    HUGO,
    LEA,
    OPTIONS,
    PAUL,
    TITLES,
    contents,
    hits_of,
)

pytestmark = pytest.mark.usefixtures("nothing_left_running")


def test_a_file_put_back_takes_the_place_of_its_newer_version(
    register, first, crm, rewrite, replaced, bring_in
):
    replaced(HUGO)
    rewrite(CAMILLE, PAUL, LEA)

    (result,) = bring_in(register, crm).files

    assert (result.status, result.replaces.difference.earlier.id) == ("imported", 2)


def test_an_import_names_the_file_that_a_newer_version_is_of(register, first, rewrite, bring_in):
    (result,) = bring_in(register, rewrite(CAMILLE, HUGO)).files

    seen = result.replaces
    assert (seen.replaced, seen.reason, seen.difference.earlier) == (False, None, first)
    assert (seen.difference.added, seen.difference.removed) == (1, 2)
    assert [one.is_current for one in list_sources(register)] == [True, True]


def test_an_import_replaces_when_it_is_told_to(register, first, rewrite, bring_in):
    (result,) = bring_in(register, rewrite(CAMILLE, HUGO), replaces=True).files

    assert result.replaces.replaced
    assert [one.is_current for one in list_sources(register)] == [False, True]


def test_a_file_imported_beside_can_take_the_place_later(
    register, first, ref, crm, rewrite, bring_in, today
):
    bring_in(register, rewrite(CAMILLE, HUGO))
    find_person(register, ref, today)
    before = contents(register)

    done = replace(register, first.id, crm, OPTIONS, today)

    assert (done.newer_id, len(list_sources(register))) == (2, 2)
    # The request has a hit in both rows: each keeps its own verdict.
    verdicts = {hit.source_id: hit.verdict for hit in hits_of(register, ref, today)}
    assert verdicts == {1: Verdict.CONFIRMED, 2: None}
    assert before["hit"] == contents(register)["hit"]
    with pytest.raises(NotAllowedError, match="stays"):
        remove(register, 2)


def test_two_files_of_the_register_can_be_put_one_in_the_place_of_the_other(
    register, first, crm, tmp_path, write_csv, bring_in, today
):
    (tmp_path / "new").mkdir()
    bring_in(register, write_csv(tmp_path / "new" / "crm.csv", [TITLES, CAMILLE, PAUL, HUGO]))

    took = replace_known(register, first.id, 2, today)

    assert (took.newer_id, took.name, took.rows) == (2, "crm.csv", 3)
    assert (took.changes.added, took.changes.removed, took.changes.unchanged) == (1, 1, 2)
    assert took.still_at == (str(crm),)
    assert [one.is_current for one in list_sources(register)] == [False, True]
    assert verify(register).sound


def test_what_cannot_be_put_in_a_place_is_refused(register, first, tmp_path, bring_in, today):
    (tmp_path / "empty.csv").write_bytes(b"")
    bring_in(register, tmp_path / "empty.csv")
    before = contents(register, without=())

    for newer, error in ((2, NotAllowedError), (9, NotFoundError)):
        with pytest.raises(error):
            replace_known(register, first.id, newer, today)
    assert contents(register, without=()) == before


def test_a_copy_whose_other_file_is_still_there_stands_beside_it(
    register, first, crm, tmp_path, write_csv, bring_in
):
    (tmp_path / "new").mkdir()
    copy = write_csv(tmp_path / "new" / "crm.csv", [TITLES, CAMILLE, PAUL, LEA, HUGO])

    (result,) = bring_in(register, copy, replaces=True).files

    assert not result.replaces.replaced
    assert "is still at {path}" in result.replaces.reason.sentence
    assert [one.is_current for one in list_sources(register)] == [True, True]


def test_a_file_that_moved_is_replaced(register, first, crm, tmp_path, write_csv, bring_in):
    (tmp_path / "new").mkdir()
    copy = write_csv(tmp_path / "new" / "crm.csv", [TITLES, CAMILLE, PAUL, LEA, HUGO])
    crm.unlink()

    (result,) = bring_in(register, copy, replaces=True).files

    assert result.replaces.replaced


def test_two_files_of_one_import_are_no_versions_of_each_other(
    register, tmp_path, write_csv, bring_in
):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        write_csv(tmp_path / name / "crm.csv", [TITLES, CAMILLE, PAUL, [name, "", "", "", ""]])

    report = bring_in(register, tmp_path / "a", tmp_path / "b", replaces=True)

    assert [file.replaces for file in report.files] == [None, None]


def test_a_file_read_in_part_does_not_take_the_place_of_a_whole_one(
    register, tmp_path, write_xlsx, write_partly_readable, bring_in, today
):
    path = tmp_path / "crm.xlsx"
    bring_in(register, write_xlsx(path, {"Sheet": [TITLES, CAMILLE]}))
    write_partly_readable(path)

    with pytest.raises(NotAllowedError, match="read in part only"):
        replace(register, 1, path, OPTIONS, today)
    assert len(list_sources(register)) == 1

    (result,) = bring_in(register, path, replaces=True).files
    assert (result.status, result.replaces.replaced) == ("partly", False)
    assert all(one.is_current for one in list_sources(register))
