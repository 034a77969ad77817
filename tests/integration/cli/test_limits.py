"""The limits for reading files on the command line."""

import pytest

ROWS = {
    "name": "rows", "value": 5_000_000, "unit": "rows", "default": 5_000_000, "lowest": 1_000,
    "highest": 50_000_000, "source": "R-SEC-7", "editable": True,
}  # fmt: skip


@pytest.mark.usefixtures("with_register")
def test_every_limit_is_listed_with_its_value_source_and_bounds(dsr):
    documents = dsr("limits", "--json").json["limits"]

    assert [one["name"] for one in documents] == [
        "file_size", "memory", "seconds", "speed", "rows", "cell_characters", "text",
    ]  # fmt: skip
    assert ROWS in documents
    assert dsr("limits").lines[:2] == [
        "file_size  File size: 500 MB", "memory  Memory: 2,000 MB",
    ]  # fmt: skip


@pytest.mark.usefixtures("with_register")
def test_a_limit_is_changed_and_stays_so_until_it_is_reset(dsr):
    changed = dsr("limits", "set", "rows", "2000", "--json").json["limits"]

    assert {**ROWS, "value": 2_000} in changed
    assert "rows  Rows: 2,000 rows (usually 5,000,000 rows)" in dsr("limits").lines
    assert ROWS in dsr("limits", "reset", "--json").json["limits"]


@pytest.mark.usefixtures("with_register")
def test_the_limit_holds_for_the_next_import(dsr, tmp_path):
    (tmp_path / "large.csv").write_text("Nom;Ville\n" + "Dupont;Metz\n" * 1_500)
    dsr("limits", "set", "rows", "1000")

    done = dsr("import", tmp_path / "large.csv", "--json")

    assert done.code == 3
    assert done.json["files"][0]["reason"].startswith("The file has more than 1,000 rows.")


@pytest.mark.usefixtures("with_register")
@pytest.mark.parametrize(
    "arguments",
    [["patience", "5"], ["", "5"], ["rows", ""], ["rows", "0"], ["rows", "many"],
     ["memory", "2"], ["seconds", "1e9"], ["text", "9" * 5_000]],
)  # fmt: skip
def test_what_cannot_be_a_limit_gets_a_sentence_and_changes_nothing(dsr, refused, arguments):
    refused("limits", "set", *arguments)

    assert ROWS in dsr("limits", "--json").json["limits"]


@pytest.mark.usefixtures("with_register")
def test_a_limit_without_a_value_is_wrong_use(misused):
    assert "VALUE" in misused("limits", "set", "rows")
