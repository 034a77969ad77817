"""`preview` shows what would come in; `mapping` keeps, writes and forgets what columns mean."""

import json

import pytest
from openpyxl import Workbook

FILE_KEYS = {
    "path", "sha256", "format", "encoding", "encodings", "status", "reason", "warnings",
    "questions", "replaces", "replaces_by", "still_at", "changes", "rows", "new", "known", "held", "sheets",
}  # fmt: skip
SHEET_KEYS = {
    "name", "hidden", "fingerprint", "remembered", "header_row", "header_unsure", "rows", "new",
    "known", "held", "columns", "mapping", "first_rows",
}  # fmt: skip
COLUMN_KEYS = {
    "column", "header", "field", "origin", "purpose", "confidence", "why", "hidden", "undeclared",
    "skipped", "reason", "samples",
}  # fmt: skip
TOTAL_KEYS = {
    "files", "ready", "with_question", "unreadable", "skipped", "rows", "new", "known", "held",
}  # fmt: skip
IBAN = "FR76 3000 6000 0112 3456 7890 189"

pytestmark = pytest.mark.usefixtures("with_register")


@pytest.fixture
def fair(tmp_path, write_csv):
    """A list with a column that nobody announced."""
    rows = [("Nom", "E-mail", "Coordonnées"), ("Zoé Roux", "zoe@roux.example", IBAN)]
    return write_csv(tmp_path / "fair.csv", rows)


@pytest.fixture
def entry(dsr):
    """Return a mapping entry for a file's only sheet."""

    def make(path, *columns):
        (sheet,) = dsr("preview", path, "--json").json["files"][0]["sheets"]
        return {"fingerprint": sheet["fingerprint"], "columns": list(columns)}

    return make


@pytest.fixture
def write_mapping(tmp_path):
    def write(*entries, name="team.json"):
        path = tmp_path / name
        path.write_text(json.dumps({"version": 1, "mappings": entries}))
        return path

    return write


# --- preview


def test_the_document_has_the_keys_that_scripts_rely_on(dsr, lists):
    document = dsr("preview", lists, "--json").json

    assert set(document) == {"files", "totals", "elapsed_ms"}
    assert set(document["totals"]) == TOTAL_KEYS
    for file in document["files"]:
        assert set(file) == FILE_KEYS
        for sheet in file["sheets"]:
            assert set(sheet) == SHEET_KEYS
            assert all(set(one) == COLUMN_KEYS for one in sheet["mapping"])
            assert all(set(one) == {"row", "cells"} for one in sheet["first_rows"])


def test_a_preview_imports_nothing_and_an_import_brings_what_it_said(dsr, lists):
    seen = dsr("preview", lists, "--json")
    assert seen.code == 3
    assert dsr("sources", "--json").json == {"sources": []}

    brought = dsr("import", lists, "--json").json
    totals = seen.json["totals"]
    assert (totals["rows"], totals["new"], totals["unreadable"]) == (
        brought["totals"]["rows"],
        24,
        1,
    )
    for before, after in zip(seen.json["files"], brought["files"], strict=True):
        assert (before["path"], before["status"], before["rows"]) == (
            after["path"], after["status"], after["rows"],
        )  # fmt: skip


def test_what_is_known_is_counted_after_an_import(dsr, own_lists, write_csv):
    dsr("import", own_lists / "salon.csv")
    seen = dsr("preview", own_lists / "crm.csv", "--json").json["files"][0]

    assert (seen["known"], seen["new"], seen["rows"]) == (7, 6, 13)


def test_a_person_is_shown_the_files_with_a_question_and_the_counts(dsr, lists):
    result = dsr("preview", lists)

    assert [line.partition(":")[0] for line in result.lines[:-1]] == ["broken.xlsx", "crm.csv"]
    assert result.lines[1] == (
        "crm.csv: 13 new rows, 0 known rows. It has columns that the privacy policy does not announce. "
        "Skip them, or say why they stay. Look at column G “Note” (notes)."
    )
    assert result.lines[-1] == (
        "2 files ready, 1 to look at, 1 cannot be read, 24 new rows, 0 known rows"
    )


def test_a_person_is_told_what_was_remarked_when_a_file_is_asked_about(dsr, tmp_path):
    (tmp_path / "two.txt").write_text("Dupont      06 12 34 56 78\nPetit       06 98 76 54 32\n")
    (tmp_path / "clients.csv").write_bytes(
        "Nom;E-mail\r\nBréhat Éloïse;a@x.example\r\nNuñez José;b@x.example\r\n".encode("cp1252")
    )

    clients, two, _counts = dsr("preview", tmp_path / "clients.csv", tmp_path / "two.txt").lines
    assert "so each line is one column" in two
    assert "Choose the encoding" in clients
    assert "fit" not in clients


def test_rows_that_the_suppression_list_holds_back_are_counted(dsr, fair):
    erased = ("--email", "zoe@roux.example", "--scope", "all", "--reason", "erasure")
    dsr("suppression", "add", *erased)
    with fair.open("a") as file:
        file.write(f"Paul Petit;paul@petit.example;{IBAN}\n")

    lines = dsr("preview", fair).lines

    assert lines[0].startswith("fair.csv: 1 new row, 0 known rows, 1 row held back. It has")
    assert lines[-1].endswith("1 new row, 0 known rows, 1 row held back")


def test_the_second_export_of_a_colleague_is_asked_about(dsr, tmp_path, write_csv):
    rows = [("Nom", "E-mail"), ("Zoé Roux", "zoe@roux.example"), ("Paul Petit", "p@petit.example")]
    older = write_csv(tmp_path / "contacts.csv", rows)
    dsr("import", older)
    newer = write_csv(tmp_path / "contacts (1).csv", [*rows[:2], ("Léa Blanc", "lea@b.example")])

    result = dsr("preview", newer)
    (file,) = dsr("preview", newer, "--json").json["files"]
    imported = dsr("import", newer)

    asked = "It may be a newer version of import 1 (contacts.csv): 1 row added, 1 row removed"
    assert f"contacts (1).csv: 1 new row, 1 known row. {asked}, 0 rows changed." in result.lines
    assert (file["replaces"], file["replaces_by"]) == (1, "titles")
    assert file["still_at"] == [str(older)]
    assert imported.lines[0].endswith(
        f"{asked}, 0 rows changed. If it is, let it take the place: `sources replace 1 PATH`."
    )


def test_a_preview_of_files_that_all_can_be_read_ends_with_zero(dsr, fair):
    result = dsr("preview", fair, "--json")

    assert (result.code, result.err) == (0, "")
    assert result.json["files"][0]["questions"] == ["undeclared_column"]


def test_hidden_columns_are_marked_everywhere(dsr, tmp_path):
    book = Workbook()
    for row in (("Nom", "E-mail"), ("Zoé Roux", "zoe@roux.example")):
        book.active.append(row)
    book.active.column_dimensions["B"].hidden = True
    book.save(tmp_path / "x.xlsx")

    seen = dsr("preview", tmp_path / "x.xlsx", "--json").json["files"][0]["sheets"][0]["mapping"]
    stored = dsr("import", tmp_path / "x.xlsx", "--json").json["files"][0]["sheets"][0]["mapping"]
    listed = dsr("sources", "--json").json["sources"][0]["sheets"][0]["mapping"]
    (hit,) = dsr("search", "--email", "zoe@roux.example", "--json").json["hits"]

    for columns in (seen, stored, listed, hit["values"]):
        assert [one["hidden"] for one in columns] == [False, True]
    assert dsr("sources").lines == ["1  x.xlsx: 1 row. Sheet: column B is hidden in the file."]


@pytest.mark.parametrize("command", ["preview", "import"])
def test_an_encoding_can_be_named(dsr, tmp_path, command):
    text = "Nom;E-mail\r\nBréhat Éloďse;a@x.example\r\nNuńez José;b@x.example\r\n"
    (tmp_path / "crm.csv").write_bytes(text.encode("cp1250"))

    (usual,) = dsr("preview", tmp_path / "crm.csv", "--json").json["files"]
    (named,) = dsr(command, tmp_path / "crm.csv", "--encoding", "Windows-1250", "--json").json[
        "files"
    ]

    assert [one["encoding"] for one in usual["encodings"]] == ["cp1252", "cp1250"]
    assert (usual["encoding"], named["encoding"]) == ("cp1252", "cp1250")
    assert named["warnings"] == []


def test_an_encoding_that_is_none_is_refused_with_those_that_are(refused, fair):
    said = refused("import", fair, "--encoding", "klingon")

    assert said.startswith("There is no text encoding klingon here. Name one of: utf-8, ")


# --- a mapping given to the import


def test_a_column_is_skipped_when_the_mapping_says_so(dsr, fair, entry, write_mapping):
    mapping = write_mapping(entry(fair, {"column": 3, "skip": True, "reason": "no use"}))
    result = dsr("import", fair, "--mapping", mapping, "--json")

    (file,) = result.json["files"]
    third = file["sheets"][0]["mapping"][2]
    assert (third["skipped"], third["reason"], third["undeclared"]) == (
        True,
        "no use",
        "bank_account",
    )
    assert file["warnings"] == ["fair: column C (bank account) was not stored, as chosen."]
    (hit,) = dsr("search", "--email", "zoe@roux.example", "--json").json["hits"]
    assert [one["column"] for one in hit["values"]] == [1, 2]
    assert (result.code, result.err) == (0, "")


def test_a_column_kept_for_a_reason_is_not_pointed_out_again(dsr, fair, entry, write_mapping):
    keep = {"column": 3, "field": None, "reason": "refunds"}
    (file,) = dsr("import", fair, "--mapping", write_mapping(entry(fair, keep)), "--json").json[
        "files"
    ]

    third = file["sheets"][0]["mapping"][2]
    assert (file["warnings"], third["reason"], third["why"]) == ([], "refunds", "Chosen")


def test_without_a_choice_the_column_is_kept_and_named(dsr, fair):
    (file,) = dsr("import", fair, "--json").json["files"]

    assert file["warnings"] == [
        "fair: the privacy policy does not announce column C (bank account). "
        "It was kept; say why in a mapping, or skip it there."
    ]
    (hit,) = dsr("search", "--text", "FR76", "--json").json["hits"]
    assert hit["values"][2]["text"] == IBAN


def test_the_next_list_of_its_kind_needs_no_mapping(dsr, fair, entry, write_mapping, write_csv):
    mapping = write_mapping(entry(fair, {"column": 3, "field": "identifier", "reason": "refunds"}))
    dsr("import", fair, "--mapping", mapping)
    later = write_csv(
        fair.with_name("later.csv"),
        [("NOM", "e-mail", "coordonnees"), ("Max", "m@brun.example", "7")],
    )

    (seen,) = dsr("preview", later, "--json").json["files"]
    (file,) = dsr("import", later, "--json").json["files"]

    assert (seen["questions"], seen["sheets"][0]["remembered"]) == ([], True)
    third = file["sheets"][0]["mapping"][2]
    assert (third["field"], third["why"]) == ("identifier", "Remembered from an earlier import")


def test_a_mapping_that_fits_nothing_is_told(dsr, fair, write_mapping):
    mapping = write_mapping({"fingerprint": "0" * 32, "columns": []})
    result = dsr("import", fair, "--mapping", mapping, "--json")

    assert result.json["unused_mappings"] == ["0" * 32]
    assert result.sentence == "1 mapping fits no sheet that was read."


def test_a_wrong_mapping_file_is_refused_and_nothing_imported(refused, fair, write_mapping):
    wrong = write_mapping({"fingerprint": "0" * 32, "columns": [{"column": 2, "field": "surname"}]})

    said = refused("import", fair, "--mapping", wrong)
    assert said.startswith(
        "team.json, mapping 1, column 2: there is no field surname. Use one of: "
    )
    assert "team.json" in refused("preview", fair, "--mapping", fair.with_name("team.json"))
    assert refused("import", fair, "--mapping", fair).startswith("fair.csv is no mapping file")
    assert refused("import", fair, "--mapping", fair.with_name("no.json")).startswith(
        "no.json cannot"
    )


# --- what is remembered


@pytest.fixture
def remembered(with_register, dsr, fair, entry, write_mapping):
    mapping = write_mapping(entry(fair, {"column": 3, "skip": True}))
    dsr("import", fair, "--mapping", mapping)


@pytest.mark.usefixtures("remembered")
def test_remembered_mappings_are_listed(dsr):
    (one,) = dsr("mapping", "list", "--json").json["mappings"]

    assert set(one) == {
        "id", "fingerprint", "titles", "columns", "remembered_at", "remembered_by",
    }  # fmt: skip
    assert (one["titles"], one["remembered_by"]) == (["Nom", "E-mail", "Coordonnées"], "Nora Vidal")
    assert dsr("mapping", "list").lines == ["1  Nom, E-mail, Coordonnées: 1 column"]


@pytest.mark.usefixtures("remembered")
def test_a_file_of_mappings_serves_another_register(dsr, fair, tmp_path, template):
    exported = dsr("mapping", "export", tmp_path / "all.json", "--json")
    assert exported.json == {"path": str(tmp_path / "all.json"), "mappings": 1}

    for ending in ("", ".keys"):
        source = template.with_name(template.name + ending)
        (tmp_path / f"register.dsr{ending}").write_bytes(source.read_bytes())
    (tmp_path / "register.dsr-wal").unlink(missing_ok=True)
    (file,) = dsr("import", fair, "--mapping", tmp_path / "all.json", "--json").json["files"]
    assert file["sheets"][0]["mapping"][2]["skipped"] is True


@pytest.mark.usefixtures("remembered")
def test_a_mapping_is_forgotten(dsr):
    assert dsr("mapping", "forget", "1", "--json").json == {"forgotten": 1}
    assert dsr("mapping", "list", "--json").json == {"mappings": []}


def test_a_mapping_that_is_not_there_is_named(refused):
    told = refused("mapping", "forget", "4")

    assert told == "There is no mapping 4. Take one from the list of mappings."


def test_mappings_go_where_files_can_go(refused, tmp_path):
    (tmp_path / "a file").write_text("")

    assert "all.json" in refused("mapping", "export", tmp_path / "a file" / "all.json")


def test_no_list_is_overwritten_by_mappings(refused, fair):
    before = fair.read_bytes()

    told = refused("mapping", "export", fair)

    assert told == f"{fair.name} is there already and is no mapping file. Choose another name."
    assert fair.read_bytes() == before
