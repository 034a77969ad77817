"""The commands point at rows that are named after somebody else, by their place."""

import json

import pytest

REF = "DSR-2025-0001"
SHARED = "contact@acme.example"
TEXT = f"Nom,Email,Ville\nMarie Dupont,{SHARED},Metz\nJean Roux,{SHARED},Lyon\n"
PERSON = ("--name", "Marie Dupont", "--email", SHARED)
WARNING = "This row names another person than the one asked for."


@pytest.fixture
def hits(dsr, with_register, tmp_path):
    """The hits of a request of Marie Dupont by row."""
    (tmp_path / "acme.csv").write_text(TEXT)
    dsr("import", tmp_path / "acme.csv", "--activity", "PA3")
    dsr("request", "new", "--right", "portability", "--received", "2025-06-20", *PERSON)
    found = dsr("find", REF, "--json").json["hits"]
    return {hit["row"]: hit for hit in found}


def test_find_and_search_say_it_of_each_hit(dsr, hits):
    searched = dsr("search", *PERSON, "--json").json["hits"]

    assert {row: hit["names_another"] for row, hit in hits.items()} == {2: False, 3: True}
    assert {hit["row"]: hit["names_another"] for hit in searched} == {2: False, 3: True}


@pytest.mark.parametrize("command", [("search", *PERSON), ("hits", REF), ("find", REF)])
def test_a_person_reads_it_below_the_hit(dsr, hits, command):
    lines = dsr(*command).lines
    at = next(n for n, line in enumerate(lines) if line.strip() == WARNING)

    assert lines[at - 1].partition(":")[0].strip().endswith("3")
    assert sum(WARNING in line for line in lines) == 1


def test_confirming_it_is_not_refused_but_told_without_the_name(dsr, hits):
    result = dsr("hits", REF, "--confirm", hits[3]["id"], "--json")

    assert result.code == 0
    assert {hit["row"]: hit["verdict"] for hit in result.json["hits"]} == {
        2: "open", 3: "confirmed",
    }  # fmt: skip
    assert result.sentence.startswith("acme.csv, row 3 is confirmed, but names another person")
    assert "Roux" not in result.err


def test_confirming_the_other_row_tells_nothing(dsr, hits):
    assert dsr("hits", REF, "--confirm", hits[2]["id"]).err == ""


def test_a_package_names_the_row_again(dsr, hits, tmp_path):
    dsr("hits", REF, "--confirm", *(hit["id"] for hit in hits.values()))

    result = dsr("package", REF, "--right", "portability", "--out", tmp_path / "out", "--json")

    document = json.loads(result.out)
    assert (result.code, document["records"]) == (0, 2)
    assert document["naming_others"] == [
        {"file": str(tmp_path / "acme.csv"), "sheet": "acme", "row": 3}
    ]
    assert "1 confirmed row names another person" in result.err
    assert "acme.csv, row 3" in result.err
    assert "Roux" not in result.err


def test_a_package_of_her_own_row_tells_nothing(dsr, hits, tmp_path):
    dsr("hits", REF, "--confirm", hits[2]["id"])

    result = dsr("package", REF, "--right", "portability", "--out", tmp_path / "out", "--json")

    assert (result.json["naming_others"], result.err) == ([], "")
