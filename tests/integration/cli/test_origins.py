"""`request origins` lists what a bundle waits for, `sources origin` says it."""

import pytest

REF = "DSR-2026-0001"
PERSON = ("--name", "Camille Dupont", "--email", "camille.dupont@acme.example")
ROW = "Dupont;camille.dupont@acme.example;38\n"


@pytest.fixture
def asked(dsr, with_register, tmp_path):
    """A request for portability, its hit confirmed; nobody said whose words the sizes are."""
    (tmp_path / "crm.csv").write_text(f"Nom;Courriel;Pointure\n{ROW}", encoding="utf-8")
    dsr("import", tmp_path / "crm.csv", "--activity", "PA3")
    dsr("request", "new", "--right", "portability", "--received", "2026-11-02", *PERSON)
    dsr("find", REF)
    dsr("hits", REF, "--confirm-strong")


@pytest.mark.usefixtures("asked")
def test_the_columns_that_wait_are_listed_for_programs(dsr):
    result = dsr("request", "origins", REF.lower(), "--json")

    assert result.code == 3
    assert result.json == {
        "ref": REF,
        "unknown": [
            {"source": 1, "file": "crm.csv", "sheet": "crm", "column": 3, "header": "Pointure"}
        ],
    }


@pytest.mark.usefixtures("asked")
def test_the_list_says_which_command_settles_each(dsr):
    assert dsr("request", "origins", REF).lines == [
        "crm.csv · column C · Pointure  `sources origin 1 3 provided`"
    ]


@pytest.mark.usefixtures("asked")
def test_a_bundle_refused_names_the_columns_and_the_commands(dsr, tmp_path):
    result = dsr("package", REF, "--right", "portability", "--out", tmp_path / "out")

    assert result.code == 1
    assert "crm.csv: Pointure" in result.err
    assert "`sources origin 1 3 provided`: provided, observed, inferred or internal" in result.err


@pytest.mark.usefixtures("asked")
def test_once_said_the_bundle_is_built(dsr, tmp_path):
    said = dsr("sources", "origin", "1", "3", "internal")
    left = dsr("request", "origins", REF)
    built = dsr("package", REF, "--right", "portability", "--out", tmp_path / "out", "--json")

    assert said.lines == ["Column C: Internal."]
    assert (left.code, left.lines) == (0, ["No column waits for its origin."])
    assert built.code == 0
    assert [one["header"] for one in built.json["excluded"]] == ["Pointure"]


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize("number", ["0", "9"])
def test_a_column_that_is_not_there_is_refused(dsr, number):
    result = dsr("sources", "origin", "1", number, "internal")

    assert result.code == 1
    assert f"Column {number} is not in this list." in result.err
