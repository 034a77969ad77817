"""Copies of a file on the command line: imported, listed, searched, on the checklist, read again."""

import pytest


@pytest.fixture
def imported(dsr, with_register, crm, copy):
    """A list and its copy, brought in one after the other."""
    dsr("import", crm)
    return dsr("import", copy, "--json")


@pytest.fixture
def ref(dsr, imported):
    dsr("request", "new", "--right", "erasure", "--received", "2026-11-02", "--email",
        "camille@acme.example")  # fmt: skip
    (ref,) = (one for one in dsr("request", "list").out.split() if one.startswith("DSR-"))
    dsr("find", ref)
    dsr("hits", ref, "--confirm-strong")
    return ref


def test_an_import_says_that_a_place_is_remembered(imported, copy):
    (file,) = imported.json["files"]

    assert imported.code == 0
    assert (file["path"], file["status"], file["source_id"]) == (str(copy), "duplicate", 1)
    assert file["reason"].startswith("It has the same content as crm.csv, imported on ")
    assert file["reason"].endswith("remembered too, for checklists and re-scans.")


@pytest.mark.usefixtures("imported")
def test_the_sources_name_their_copies(dsr, crm, copy):
    (source,) = dsr("sources", "--json").json["sources"]
    assert (source["path"], source["copies"]) == (str(crm), [str(copy)])

    assert dsr("sources").lines == ["1  crm.csv: 2 rows", f"   also at {copy}"]


@pytest.mark.usefixtures("imported")
def test_who_removes_a_list_is_told_at_which_copy_its_rows_stay(dsr, copy):
    assert dsr("sources", "remove", "1").lines == [
        "crm.csv was removed.",
        f"{copy} has the same content and takes its place in the list: its 2 rows stay.",
    ]
    (source,) = dsr("sources", "--json").json["sources"]
    assert (source["path"], source["copies"], source["rows"]) == (str(copy), [], 2)
    assert dsr("search", "--email", "camille@acme.example", "--json").json["total"] == 1


@pytest.mark.usefixtures("imported")
def test_the_answer_to_a_removal_names_the_place_at_which_the_content_stays(dsr, copy):
    removed = dsr("sources", "remove", "1", "--json").json

    assert removed == {
        "removed": 1, "rows": 0, "copies": [str(copy)], "stays_at": str(copy), "restored": None,
    }  # fmt: skip


@pytest.mark.usefixtures("imported")
def test_an_import_of_either_place_after_the_removal_says_what_is_known(dsr, crm, copy):
    dsr("sources", "remove", "1")

    assert "This very file is in the register already" in dsr("import", copy).lines[0]
    assert "It has the same content as crm copy.csv" in dsr("import", crm).lines[0]
    (source,) = dsr("sources", "--json").json["sources"]
    assert (source["path"], source["copies"]) == (str(copy), [str(crm)])


@pytest.mark.usefixtures("imported")
def test_a_hit_names_the_file_and_its_copies(dsr, crm, copy):
    (hit,) = dsr("search", "--email", "camille@acme.example", "--json").json["hits"]

    assert (hit["file"], hit["copies"]) == (str(crm), [str(copy)])


def test_a_checklist_counts_each_place(dsr, ref, tmp_path):
    made = dsr("checklist", ref, "--out", tmp_path / "out", "--json").json

    assert (made["rows"], made["cells"]) == (2, 4)


def test_a_rescan_has_an_entry_for_each_place_and_is_clean_when_all_are(dsr, ref, crm, copy, erase):
    erase(crm)
    half = dsr("rescan", ref, "--json")

    assert half.code == 3
    assert [(one["path"], one["status"]) for one in half.json["sources"]] == [
        (str(crm), "clean"), (str(copy), "still_there"),
    ]  # fmt: skip
    assert half.json["sources"][1]["hits"] == [
        {"sheet": "crm copy", "row": 2, "what": ["email", "name"]}
    ]

    erase(copy)
    whole = dsr("rescan", ref, "--json")
    assert (whole.code, whole.json["clean"]) == (0, True)


def test_a_working_copy_becomes_a_list_when_it_is_brought_in_as_one(dsr, with_register, crm):
    dsr("import", crm, "--kind", "copy")

    told = dsr("import", crm, "--activity", "PA3").lines[0]

    assert told.endswith("from now on it is a register list, which is never purged.")
    (source,) = dsr("sources", "--json").json["sources"]
    assert (source["kind"], source["purge_on"], source["activity"]) == ("list", None, "PA3")


def test_a_list_brought_in_as_a_working_copy_says_that_it_stays_a_list(dsr, with_register, crm):
    dsr("import", crm)

    (file,) = dsr("import", crm, "--kind", "copy", "--json").json["files"]

    assert file["reason"].endswith("It stays the register list that it is, and is not purged.")
    assert dsr("sources", "--json").json["sources"][0]["purge_on"] is None


@pytest.mark.usefixtures("imported")
def test_undoing_the_import_of_every_place_leaves_none(dsr, copy):
    dsr("sources", "remove", "1")
    last = dsr("sources", "remove", "1", "--json").json

    assert last == {"removed": 1, "rows": 2, "copies": [], "stays_at": None, "restored": None}
    assert dsr("sources", "--json").json == {"sources": []}
    assert dsr("import", copy, "--json").json["files"][0]["status"] == "imported"
