"""A file is offered as the newer version of a known one: by its place, its rows, or its titles."""

import pytest

from dsr_desktop.domain.known_version import Likeness
from dsr_desktop.services.importing import ImportOptions
from dsr_desktop.services.previewing import preview_paths
from dsr_desktop.services.sourcing import list_sources
from tests.integration.services.replacing.lists import (
    CAMILLE,
    HUGO,
    LEA,
    PAUL,
    TITLES,
)

pytestmark = pytest.mark.usefixtures("nothing_left_running")

ZOE = ["Roux", "Zoé", "zoe@roux.example", "", ""]
OTHER_TITLES = ["Badge", "E-mail", "Stand"]


@pytest.fixture
def crm(tmp_path, write_csv):
    return write_csv(tmp_path / "crm.csv", [TITLES, CAMILLE, PAUL, LEA])


@pytest.fixture
def first(register, crm, bring_in):
    bring_in(register, crm)
    return list_sources(register)[0]


@pytest.fixture
def elsewhere(tmp_path, write_csv):
    """Return a function that writes a list into another folder."""
    (tmp_path / "new").mkdir()

    def write(name, *rows, titles=TITLES):
        return write_csv(tmp_path / "new" / name, [titles, *rows])

    return write


@pytest.fixture
def seen(register):
    """Return what a preview says of the earlier version of a file."""

    def look(path):
        (file,) = preview_paths(register, [path], ImportOptions()).files
        return file.earlier

    return look


def test_a_file_at_the_same_place_is_known(first, crm, write_csv, seen, tmp_path):
    write_csv(crm, [TITLES, HUGO])
    (tmp_path / "link").symlink_to(tmp_path)

    for path in (crm, tmp_path / "link" / "crm.csv"):
        known = seen(path)
        assert (known.source_id, known.likeness) == (first.id, Likeness.PLACE)
        assert known.still_at == ()


def test_a_file_of_the_same_name_is_known_by_half_of_its_rows(first, crm, elsewhere, seen):
    known = seen(elsewhere("CRM.csv", CAMILLE, PAUL, HUGO))

    assert (known.source_id, known.likeness) == (first.id, Likeness.ROWS)
    assert (known.path, known.still_at) == (str(crm), (str(crm),))
    assert (known.changes.added, known.changes.removed, known.changes.unchanged) == (1, 1, 2)


@pytest.mark.parametrize("name", ["crm.csv", "crm (1).csv", "crm 2026-11.csv", "crm - Copie.csv"])
def test_a_file_of_the_same_list_is_known_by_its_titles(first, elsewhere, seen, name):
    known = seen(elsewhere(name, CAMILLE, HUGO, ZOE))

    assert (known.source_id, known.likeness) == (first.id, Likeness.TITLES)
    assert (known.name, known.changes.unchanged, known.changes.removed) == ("crm.csv", 1, 2)


def test_the_later_of_two_like_it_is_the_one(register, first, elsewhere, bring_in, seen):
    bring_in(register, elsewhere("crm 2026-10.csv", CAMILLE, ZOE))

    assert seen(elsewhere("crm 2026-11.csv", CAMILLE, HUGO)).source_id == 2


def test_of_two_like_it_the_one_with_somebody_in_both_is_the_one(
    register, first, elsewhere, bring_in, seen
):
    bring_in(register, elsewhere("crm 2026-10.csv", ZOE))

    assert seen(elsewhere("crm 2026-11.csv", CAMILLE, HUGO)).source_id == first.id


def test_what_is_another_list_is_not_offered(first, elsewhere, seen):
    assert seen(elsewhere("fair.csv", CAMILLE, PAUL, LEA, HUGO)) is None, "another name"
    badges = [["B1", CAMILLE[2], "12"], ["B2", PAUL[2], "13"]]
    assert seen(elsewhere("crm.csv", *badges, titles=OTHER_TITLES)) is None, "other titles"
    assert seen(elsewhere("crm (1).csv", HUGO, ZOE)) is None, "nobody is in both"


def test_a_workbook_is_known_by_the_titles_of_half_of_its_sheets(
    register, tmp_path, write_xlsx, bring_in, seen
):
    badges = [OTHER_TITLES, ["B1", CAMILLE[2], "12"]]
    (tmp_path / "new").mkdir()
    bring_in(
        register,
        write_xlsx(tmp_path / "crm.xlsx", {"Clients": [TITLES, CAMILLE, PAUL], "Salon": badges}),
    )
    half = {"Contacts": [TITLES, CAMILLE, HUGO], "Villes": [["Ville"], ["Metz"]]}
    less = {**half, "Pays": [["Pays"], ["France"]]}

    assert seen(write_xlsx(tmp_path / "new" / "crm (1).xlsx", half)).source_id == 1
    assert seen(write_xlsx(tmp_path / "new" / "crm (2).xlsx", less)) is None


def test_the_very_content_and_an_unread_file_are_no_newer_version(first, crm, elsewhere, seen):
    empty = elsewhere("crm (1).csv")
    empty.write_bytes(b"")

    assert seen(crm) is None
    assert seen(elsewhere("crm (2).csv", CAMILLE, PAUL, LEA)) is None
    assert seen(empty) is None


def test_a_version_that_was_replaced_is_known_no_more(register, first, elsewhere, bring_in, seen):
    newer = elsewhere("crm 2026-10.csv", CAMILLE, ZOE)
    bring_in(register, newer, takes_place={newer: first.id})

    assert seen(elsewhere("crm 2026-11.csv", CAMILLE, HUGO)).source_id == 2


def test_an_import_says_the_same_and_keeps_both(register, first, elsewhere, bring_in):
    (result,) = bring_in(register, elsewhere("crm (1).csv", CAMILLE, HUGO)).files

    found = result.replaces
    assert (found.likeness, found.replaced, found.reason) == (Likeness.TITLES, False, None)
    assert found.difference.earlier == first
    assert all(one.is_current for one in list_sources(register))


def test_titles_alone_never_replace_unasked_even_if_replacing_was_asked_for(
    register, first, crm, elsewhere, bring_in
):
    crm.unlink()

    (result,) = bring_in(register, elsewhere("crm (1).csv", CAMILLE, HUGO), replaces=True).files

    assert not result.replaces.replaced
    assert "the name and the titles only" in result.replaces.reason.sentence
    assert all(one.is_current for one in list_sources(register))


def test_an_import_of_another_list_says_nothing(register, first, elsewhere, bring_in):
    (result,) = bring_in(register, elsewhere("crm (1).csv", HUGO, ZOE), replaces=True).files

    assert result.replaces is None


def test_a_file_chosen_for_it_takes_the_place_and_tells_where_the_other_lies(
    register, first, crm, elsewhere, bring_in
):
    newer = elsewhere("crm (1).csv", CAMILLE, HUGO)

    (result,) = bring_in(register, newer, takes_place={newer: first.id}).files

    assert result.replaces.replaced
    assert result.replaces.still_at == (str(crm),)
    assert [one.is_current for one in list_sources(register)] == [False, True]


def test_a_place_that_is_taken_already_is_not_taken_again(register, first, elsewhere, bring_in):
    one, other = elsewhere("crm (1).csv", CAMILLE), elsewhere("crm (2).csv", CAMILLE, HUGO)

    report = bring_in(register, one, other, takes_place={one: first.id, other: first.id})

    assert [file.replaces and file.replaces.replaced for file in report.files] == [True, None]
    assert [source.is_current for source in list_sources(register)] == [False, True, True]


def test_cells_that_are_empty_now_are_counted(first, elsewhere, seen):
    known = seen(elsewhere("crm.csv", [*CAMILLE[:3], "", ""], HUGO))

    assert (known.source_id, known.changes.blanked) == (first.id, 2)
