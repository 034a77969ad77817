"""`import` says what became of every file, `sources` what is there; both name what is not."""

import shutil
from datetime import date, timedelta

import pytest

FILE_KEYS = {
    "path", "sha256", "format", "encoding", "status", "reason", "rows", "held",
    "marketing_blocked", "cleared", "warnings", "sheets", "source_id", "replaces",
}  # fmt: skip
SHEET_KEYS = {"name", "hidden", "rows", "columns", "header_row", "mapping"}
COLUMN_KEYS = {
    "column", "header", "field", "origin", "purpose", "confidence", "why", "hidden", "undeclared",
    "skipped", "reason",
}  # fmt: skip
SOURCE_KEYS = {
    "id", "path", "copies", "gone", "kind", "status", "reason", "warnings", "rows", "sha256", "format", "encoding",
    "supplied_by", "delivery", "activity", "channel", "collected_on", "policy_version", "retention",
    "imported_at", "imported_by", "purge_on", "superseded_by", "superseded_on", "sheets",
}  # fmt: skip
KEPT_NOTE = (
    "crm: the privacy policy does not announce column G (notes). It was kept; say why in a "
    "mapping, or skip it there."
)

pytestmark = pytest.mark.usefixtures("with_register")


@pytest.fixture
def crm(own_lists):
    return own_lists / "crm.csv"


def by_name(document):
    return {file["path"].rpartition("/")[2]: file for file in document["files"]}


def totals(files=0, rows=0, **others):
    """What the document adds up, 0 where nothing is said."""
    counted = dict.fromkeys(("unreadable", "skipped", "held", "marketing_blocked"), 0)
    counted["not_searched"] = []
    return {"files": files, "rows": rows, **counted, **others}


# --- the answer to an import


def test_the_document_has_the_keys_that_scripts_rely_on(dsr, lists):
    report = dsr("import", lists, "--json").json

    assert set(report) == {"files", "totals", "unused_mappings", "elapsed_ms"}
    assert set(report["totals"]) == totals().keys()
    for file in report["files"]:
        assert set(file) == FILE_KEYS
        for sheet in file["sheets"]:
            assert set(sheet) == SHEET_KEYS
            assert all(set(one) == COLUMN_KEYS for one in sheet["mapping"])


def test_every_file_of_a_folder_is_told_in_the_order_of_names(dsr, lists):
    report = dsr("import", lists, "--json").json

    assert list(by_name(report)) == ["broken.xlsx", "crm.csv", "newsletter.xlsx", "salon.csv"]
    assert report["totals"] == totals(4, 24, unreadable=1)
    assert [file["status"] for file in report["files"]] == ["unreadable", *["imported"] * 3]
    assert sum(file["rows"] for file in report["files"]) == 24


def test_a_text_list_is_told_with_encoding_and_the_meaning_of_its_columns(dsr, lists):
    file = by_name(dsr("import", lists / "crm.csv", "--json").json)["crm.csv"]

    (sheet,) = file["sheets"]
    assert (file["format"], file["encoding"], file["rows"]) == ("csv", "cp1252", 13)
    assert (sheet["name"], sheet["rows"], sheet["columns"], sheet["header_row"]) == (
        "crm",
        13,
        7,
        1,
    )
    assert [(one["column"], one["header"], one["field"]) for one in sheet["mapping"]] == [
        (1, "N° client", "identifier"),
        (2, "Prénom", "given_name"),
        (3, "Nom", "family_name"),
        (4, "E-mail", "email"),
        (5, "Téléphone", "phone"),
        (6, "Société", "company"),
        (7, "Note", "note"),
    ]


def test_a_hidden_sheet_is_imported_and_marked(dsr, lists):
    file = by_name(dsr("import", lists, "--json").json)["newsletter.xlsx"]

    assert (file["format"], file["encoding"]) == ("xlsx", None)
    assert [(one["name"], one["hidden"], one["rows"]) for one in file["sheets"]] == [
        ("Abonnés", False, 2),
        ("Archive", True, 1),
    ]


def test_a_column_that_nobody_knows_is_told_without_a_meaning(dsr, tmp_path, write_csv):
    path = write_csv(tmp_path / "odd.csv", [("Nom", "Stand"), ("Dupont", "B12")])

    (sheet,) = dsr("import", path, "--json").json["files"][0]["sheets"]

    assert sheet["mapping"][1] == {
        "column": 2, "header": "Stand", "field": None, "origin": None, "purpose": None,
        "confidence": "unknown", "why": "Neither title nor content say what it is",
        "hidden": False, "undeclared": None, "skipped": False, "reason": None,
    }  # fmt: skip


def test_a_broken_file_is_named_with_its_reason_and_the_rest_is_kept(dsr, lists):
    result = dsr("import", lists, "--json")

    broken = by_name(result.json)["broken.xlsx"]
    assert result.code == 3
    assert broken["reason"].endswith(".")
    assert (broken["rows"], broken["sheets"]) == (0, [])
    assert len(broken["sha256"]) == 64
    assert result.sentence == f"broken.xlsx was not read: {broken['reason']}"


def test_files_are_told_to_a_person_one_a_line(dsr, lists):
    result = dsr("import", lists)

    assert result.code == 3
    assert [line.partition(":")[0] for line in result.lines[:-1]] == [
        "broken.xlsx", "crm.csv", "newsletter.xlsx", "salon.csv",
    ]  # fmt: skip
    assert result.lines[1] == f"crm.csv: 13 rows. {KEPT_NOTE}"
    assert result.lines[-1] == "24 rows imported"
    assert result.err == ""


def test_all_read_ends_with_zero_and_says_nothing_aside(dsr, lists):
    result = dsr("import", lists / "crm.csv", lists / "salon.csv", "--json")

    assert (result.code, result.err) == (0, "")


@pytest.fixture
def half(tmp_path):
    """A list of which quotation marks may run two rows together."""
    (tmp_path / "half.csv").write_text('Nom;Ville\nRoux;Lyon\n"Dupont;Metz\nPetit";Nancy\n')
    return tmp_path / "half.csv"


def test_a_list_read_in_part_is_told_with_what_is_missing_each_time(dsr, half):
    first, again = dsr("import", half), dsr("import", half)

    assert (first.code, again.code) == (3, 3)
    assert first.lines[0].startswith("half.csv: 2 rows. Read in part: Row 3 holds")
    assert again.lines[0].startswith("half.csv: This very file is in the register already")
    assert "Read in part: Row 3 holds" in again.lines[0]
    assert "Read in part: Row 3 holds" in dsr("sources").out


def test_a_list_read_in_part_is_named_beside_the_document(dsr, half):
    for status in ("partly", "duplicate"):
        result = dsr("import", half, "--json")

        (file,) = result.json["files"]
        assert (result.code, file["status"], len(file["warnings"])) == (3, status, 1)
        assert "half.csv was read in part: Row 3" in result.err
    (source,) = dsr("sources", "--json").json["sources"]
    assert source["warnings"] == file["warnings"]


def test_the_same_content_is_not_stored_twice(dsr, crm):
    dsr("import", crm)
    shutil.copyfile(crm, crm.with_name("copy.csv"))

    again = dsr("import", crm, crm.with_name("copy.csv"), "--json")

    assert again.code == 0
    assert [file["status"] for file in again.json["files"]] == ["duplicate", "duplicate"]
    assert again.json["totals"]["rows"] == 0
    assert dsr("search", "--name", "Camille Dupont", "--json").json["total"] == 1


def test_a_path_where_nothing_is_is_named_and_the_rest_is_kept(dsr, crm):
    result = dsr("import", crm.with_name("gone.csv"), crm, "--json")

    assert result.code == 3
    assert [file["status"] for file in result.json["files"]] == ["unreadable", "imported"]
    assert "gone.csv" in result.sentence


def test_what_cannot_be_read_is_named_by_every_search_until_it_is_mended(dsr, own_lists, write_csv):
    dsr("import", own_lists)
    before = dsr("search", "--name", "nobody", "--json").json["unreadable"]
    write_csv(own_lists / "broken.xlsx", [("Nom", "E-mail"), ("Zoé Tard", "zoe@tard.example")])
    dsr("import", own_lists / "broken.xlsx")

    after = dsr("search", "--name", "nobody", "--json").json["unreadable"]

    assert [one["path"] for one in before] == [str(own_lists / "broken.xlsx")]
    assert after == []


def test_folders_are_gone_through_and_lock_files_passed_over(dsr, tmp_path, crm):
    deep = tmp_path / "all" / "2025" / "spring"
    deep.mkdir(parents=True)
    shutil.copyfile(crm, deep / "crm.csv")
    for name in ("~$crm.xlsx", ".DS_Store", "Thumbs.db"):
        (deep / name).write_bytes(b"\0")

    report = dsr("import", tmp_path / "all", "--json").json

    assert [file["path"] for file in report["files"]] == [str(deep / "crm.csv")]
    assert report["totals"] == totals(1, 13, skipped=3)


def test_files_that_are_passed_over_are_counted_for_people_too(dsr, tmp_path, crm):
    folder = tmp_path / "all"
    folder.mkdir()
    shutil.copyfile(crm, folder / "crm.csv")
    for name in ("~$crm.xlsx", ".DS_Store"):
        (folder / name).write_bytes(b"\0")

    for command in ("preview", "import"):
        assert "2 system files were left out." in dsr(command, folder).lines

    (folder / ".DS_Store").unlink()
    (folder / "~$crm.xlsx").unlink()
    for command in ("preview", "import"):
        assert "left out" not in dsr(command, folder).out


def test_a_folder_without_any_file_is_named_and_no_mistake(dsr, tmp_path):
    (tmp_path / "void" / "deeper").mkdir(parents=True)

    result = dsr("import", tmp_path / "void", "--json")

    assert result.code == 0
    assert result.json["totals"] == totals()
    assert str(tmp_path / "void") in result.sentence


def test_a_relative_path_is_told_in_full(dsr, crm, monkeypatch):
    monkeypatch.chdir(crm.parent)

    assert dsr("import", "crm.csv", "--json").json["files"][0]["path"] == str(crm)


# --- what an import refuses


@pytest.mark.parametrize(
    ("option", "value"),
    [("--activity", "PA9"), ("--collected-on", "2025-06-31"), ("--collected-on", "31/12/2025")],
)
def test_an_option_that_cannot_be_is_named_and_nothing_imported(refused, crm, option, value):
    assert value in refused("import", crm, option, value)


def test_wrong_use_ends_with_two(misused, crm):
    assert "PATHS" in misused("import")
    assert "--kind" in misused("import", crm, "--kind", "letter")


# --- sources


def test_there_is_nothing_at_first(dsr):
    assert dsr("sources", "--json").json == {"sources": []}


def test_each_source_is_told_with_what_was_said_at_its_import(dsr, own_lists, crm):
    said = ("--activity", "PA3", "--channel", "web_form", "--collected-on", "2025-03-01")
    dsr("import", crm, own_lists / "broken.xlsx", *said)

    read, unread = dsr("sources", "--json").json["sources"]

    assert set(read) == set(unread) == SOURCE_KEYS
    assert (read["path"], read["rows"], read["kind"]) == (str(crm), 13, "list")
    assert (read["activity"], read["channel"]) == ("PA3", "web_form")
    assert (read["collected_on"], read["purge_on"]) == ("2025-03-01", None)
    assert (read["imported_by"], read["reason"]) == ("Nora Vidal", None)
    assert (unread["status"], unread["rows"]) == ("unreadable", 0)
    assert unread["reason"].endswith(".")


def test_a_working_copy_has_a_day_of_purge(dsr, crm):
    dsr("import", crm, "--kind", "copy")

    (copy,) = dsr("sources", "--json").json["sources"]

    imported_on = date.fromisoformat(copy["imported_at"][:10])
    assert copy["kind"] == "copy"
    assert abs(date.fromisoformat(copy["purge_on"]) - imported_on - timedelta(30)).days <= 1


def test_sources_are_listed_to_a_person_with_their_numbers(dsr, own_lists):
    dsr("import", own_lists)

    lines = dsr("sources").lines

    assert lines[0].startswith("1  broken.xlsx: The file ")
    assert lines[1:] == [
        f"2  crm.csv: 13 rows. {KEPT_NOTE}",
        "3  newsletter.xlsx: 3 rows",
        "4  salon.csv: 8 rows",
    ]


def test_a_source_removed_is_found_no_more(dsr, crm):
    dsr("import", crm)

    removed = dsr("sources", "remove", "1", "--json")

    assert (removed.code, removed.json) == (
        0,
        {"removed": 1, "rows": 13, "copies": [], "stays_at": None, "restored": None},
    )
    assert dsr("sources", "--json").json == {"sources": []}
    assert dsr("search", "--name", "Camille Dupont", "--json").json["total"] == 0
    assert dsr("import", crm, "--json").json["files"][0]["status"] == "imported"


def test_the_activity_of_a_source_can_be_set_later(dsr, crm):
    dsr("import", crm)

    changed = dsr("sources", "activity", "1", "PA3", "--json").json

    assert set(changed) == SOURCE_KEYS
    assert (changed["path"], changed["activity"]) == (str(crm), "PA3")
    assert dsr("sources", "--json").json["sources"] == [changed]


def test_an_activity_that_is_not_there_is_named(dsr, refused, crm):
    dsr("import", crm)

    assert "PA9" in refused("sources", "activity", "1", "PA9")


def test_a_source_that_is_not_there_is_named(refused):
    assert "99" in refused("sources", "remove", "99")
    assert "99" in refused("sources", "activity", "99", "PA3")


def test_a_source_is_called_by_its_number(misused):
    assert "SOURCE_ID" in misused("sources", "remove", "crm.csv")


@pytest.mark.usefixtures("with_register")
def test_kinds_that_are_never_read_are_counted(dsr, tmp_path):
    for name in ("a.jpg", "b.jpg"):
        (tmp_path / name).write_bytes(b"\xff\xd8\xff\xe0" + name.encode())

    done = dsr("import", tmp_path / "a.jpg", tmp_path / "b.jpg")

    assert done.code == 3
    assert "Not searched because of their kind: 2 JPEG." in done.lines
    again = dsr("import", tmp_path / "a.jpg", "--json").json
    assert again["totals"]["not_searched"] == [{"kind": "JPEG", "files": 1}]
