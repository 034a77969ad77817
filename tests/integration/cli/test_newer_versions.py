"""A newer version of a known file: told by `import`, shown by `sources compare`, put in place."""

import pytest

pytestmark = pytest.mark.usefixtures("with_register")

TITLES = ["Nom", "Prénom", "E-mail", "Ville"]
CAMILLE = ["Dupont", "Camille", "camille@acme.example", "Metz"]
PAUL = ["Petit", "Paul", "paul@acme.example", "Nancy"]
HUGO = ["Brun", "Hugo", "hugo@brun.example", ""]
COUNTS = {"source_id", "added", "removed", "changed", "unchanged", "blanked"}
SHEET_KEYS = {
    "name", "unchanged", "added", "removed", "changed", "cells", "added_rows", "removed_rows",
    "changed_rows",
}  # fmt: skip


@pytest.fixture
def crm(tmp_path, write_csv, dsr):
    """A list that was imported and has a newer version on the disk."""
    path = write_csv(tmp_path / "crm.csv", [TITLES, CAMILLE, PAUL])
    assert dsr("import", path).code == 0
    return write_csv(path, [TITLES, [*CAMILLE[:3], ""], HUGO])


def states(dsr):
    entries = dsr("sources", "--json").json["sources"]
    return {one["id"]: (one["superseded_by"], one["superseded_on"] is None) for one in entries}


def total(dsr, email):
    return dsr("search", "--email", email, "--json").json["total"]


def test_an_import_stores_a_newer_version_beside_and_names_what_it_replaces(dsr, crm):
    (file,) = dsr("import", crm, "--json").json["files"]

    assert file["status"] == "imported"
    assert file["replaces"] == {
        "source_id": 1, "added": 1, "removed": 1, "changed": 1, "unchanged": 0, "blanked": 1,
        "replaced": False, "reason": None, "by": "place", "still_at": [],
    }  # fmt: skip
    assert states(dsr) == {1: (None, True), 2: (None, True)}


def test_a_first_version_replaces_nothing(dsr, tmp_path, write_csv):
    path = write_csv(tmp_path / "crm.csv", [TITLES, CAMILLE])

    assert dsr("import", path, "--json").json["files"][0]["replaces"] is None


def test_replacing_lets_searches_see_the_newer_version_only(dsr, crm):
    (file,) = dsr("import", crm, "--replace", "--json").json["files"]

    assert file["replaces"]["replaced"]
    assert states(dsr) == {1: (2, False), 2: (None, True)}
    assert (total(dsr, "paul@acme.example"), total(dsr, "hugo@brun.example")) == (0, 1)
    assert dsr("verify").code == 0


def test_removing_the_newer_version_brings_the_earlier_one_back(dsr, crm):
    dsr("import", crm, "--replace")

    assert dsr("sources", "remove", "2", "--json").json == {
        "removed": 2, "rows": 2, "copies": [], "stays_at": None, "restored": 1,
    }  # fmt: skip

    assert states(dsr) == {1: (None, True)}
    assert total(dsr, "paul@acme.example") == 1
    assert dsr("sources", "remove", "1", "--json").json["restored"] is None


def test_a_comparison_gives_positions_and_never_a_value(dsr, crm):
    result = dsr("sources", "compare", "1", crm, "--json")

    document = result.json
    (sheet,) = document["sheets"]
    assert set(document) == {*COUNTS, "sheets"}
    assert set(sheet) == SHEET_KEYS
    assert (sheet["added_rows"], sheet["removed_rows"]) == ([3], [3])
    assert sheet["cells"] == {"filled": 0, "blanked": 1, "different": 0}
    assert sheet["changed_rows"] == [
        {
            "row": 2,
            "earlier_row": 2,
            "cells": [{"column": 4, "earlier_column": 4, "kind": "blanked"}],
        }
    ]
    for value in (*CAMILLE, *PAUL, *HUGO[:3]):
        assert value not in result.out
    assert states(dsr) == {1: (None, True)}


def test_a_person_reads_the_same_in_words(dsr, crm):
    said = "1 row added, 1 row removed, 1 row changed"

    assert dsr("sources", "compare", "1", crm).lines == [f"crm: {said}, 1 cell is empty now"]
    assert dsr("import", crm).lines[0] == (
        f"crm.csv: 2 rows. It is a newer version of import 1: {said}."
    )
    assert dsr("sources", "replace", "1", crm).lines == [
        f"crm: {said}, 1 cell is empty now",
        "crm.csv took the place of the earlier version, which is kept for 30 days.",
    ]
    assert dsr("sources").lines == [
        "1  crm.csv: 2 rows. Earlier version, replaced by import 2.",
        "2  crm.csv: 2 rows",
    ]
    assert dsr("sources", "remove", "2").lines == [
        "crm.csv was removed.",
        "The earlier version, import 1, is back in its place.",
    ]


def test_a_replacement_answers_what_changed_and_by_what(dsr, crm):
    document = dsr("sources", "replace", "1", crm, "--json").json

    assert set(document) == {*COUNTS, "sheets", "replaced_by", "still_at"}
    assert (document["source_id"], document["replaced_by"]) == (1, 2)
    assert document["still_at"] == []
    assert states(dsr) == {1: (2, False), 2: (None, True)}


def test_a_file_elsewhere_is_replaced_only_when_it_is_named(dsr, tmp_path, write_csv, crm):
    (tmp_path / "new").mkdir()
    copy = write_csv(tmp_path / "new" / "crm.csv", [TITLES, CAMILLE, PAUL, HUGO])

    (file,) = dsr("import", copy, "--replace", "--json").json["files"]

    assert not file["replaces"]["replaced"]
    assert "whose file is still at" in file["replaces"]["reason"]
    assert "take the place of import 1" in file["replaces"]["reason"]
    assert dsr("sources", "replace", "1", copy).lines[-1] == (
        f"The earlier version still lies at {crm}. Import it to have it searched."
    )
    assert states(dsr) == {1: (2, False), 2: (None, True)}


def test_the_reason_of_an_open_verdict_is_told_in_the_users_language(dsr, crm, new):
    dsr("request", "new", "--right", "access", "--received", "2025-06-20",
        "--email", "camille@acme.example")  # fmt: skip
    dsr("find", "DSR-2025-0001")
    dsr("hits", "DSR-2025-0001", "--confirm-strong")
    dsr("import", crm, "--replace")

    (hit,) = dsr("hits", "DSR-2025-0001", "--json").json["hits"]

    assert (hit["verdict"], hit["row"]) == ("open", 2)
    assert hit["verdict_reason"] == "The row changed in a newer version of the file"


@pytest.mark.parametrize("command", ["compare", "replace"])
def test_what_cannot_be_compared_is_told_in_one_sentence(dsr, refused, command, crm, tmp_path):
    (tmp_path / "empty.csv").write_bytes(b"")

    assert "There is no import 7" in refused("sources", command, "7", crm)
    assert "The file is empty" in refused("sources", command, "1", tmp_path / "empty.csv")
    assert "There is no such file" in refused("sources", command, "1", tmp_path / "missing.csv")


def test_a_file_is_compared_as_an_import_would_read_it(dsr, refused, crm, tmp_path, write_csv):
    write_csv(crm, [TITLES, ["Dupont", "Zoé", "zoe@acme.example", "Ciergé"]], encoding="cp1250")

    assert dsr("sources", "compare", "1", crm, "--encoding", "cp1250").code == 0
    assert "klingon" in refused("sources", "compare", "1", crm, "--encoding", "klingon")
    assert "missing.json" in refused(
        "sources", "replace", "1", crm, "--mapping", tmp_path / "missing.json"
    )


@pytest.mark.parametrize("command", ["compare", "replace"])
def test_wrong_use_is_told_as_such(misused, command, crm):
    assert "is not a valid integer" in misused("sources", command, "one", crm)
    assert "Missing argument" in misused("sources", command, "1")
