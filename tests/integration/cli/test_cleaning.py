"""`clean`: cleaned copies of the lists, their place in the lists, and back."""

import json

import pytest

REF = "DSR-2025-0001"


@pytest.fixture
def out(tmp_path):
    return tmp_path / "out"


@pytest.fixture
def crm(dsr, tmp_path, with_register):
    """A list with a confirmed hit in row 2."""
    path = tmp_path / "crm.csv"
    path.write_text(
        "Nom;Prénom;E-mail\nDupont;Camille;camille.dupont@acme.example\n"
        "Petit;Paul;paul@acme.example\n",
        encoding="utf-8",
    )
    person = ("--name", "Camille Dupont", "--email", "camille.dupont@acme.example")
    dsr("import", path)
    dsr("request", "new", "--right", "erasure", "--received", "2025-06-20", *person)
    dsr("find", REF)
    dsr("hits", REF, "--confirm-strong")
    return path


def test_a_copy_is_made_and_told(dsr, crm, out):
    result = dsr("clean", REF, "--out", out, "--json")

    assert (result.code, result.err) == (0, "")
    assert set(result.json) == {"ref", "files", "done"}
    (file,) = result.json["files"]
    assert set(file) == {
        "path", "status", "says", "copy", "rows", "sha256_before", "sha256_after", "obstacle", "left",
        "parts", "by_hand",
    }  # fmt: skip
    assert (file["status"], file["copy"], file["rows"]) == ("clean", str(out / "crm.csv"), 1)
    assert (out / "crm.csv").read_text(encoding="utf-8").count("\n") == 2


def test_a_file_that_changed_is_told_with_what_to_do(dsr, crm, out):
    crm.write_text("x")

    result = dsr("clean", REF, "--out", out)

    assert result.code == 3
    assert "Import it again and review its hits" in result.out


def test_cells_are_chosen_by_hit_and_letters(dsr, crm, out):
    (hit,) = dsr("hits", REF, "--json").json["hits"]

    dsr("clean", REF, "--out", out, "--cells", f"{hit['id']}:B,C")

    assert (out / "crm.csv").read_text(encoding="utf-8").splitlines()[1] == "Dupont;;"


@pytest.mark.parametrize("cells", ["C", "x:C", "1:", "1:C;D", "1:ABCD"])
def test_cells_that_cannot_be_meant_are_refused(dsr, crm, out, cells):
    result = dsr("clean", REF, "--out", out, "--cells", cells)

    assert result.code == 1
    assert "12:C,E" in result.err


@pytest.mark.parametrize("options", [(), ("--replace", "--undo"), ("--replace", "--cells", "1:C")])
def test_one_act_at_a_time(dsr, crm, options):
    assert dsr("clean", REF, *options).code == 2


def test_the_original_gives_its_place_and_comes_back(dsr, crm, out):
    before = crm.read_bytes()
    assert dsr("clean", REF, "--replace").code == 1
    dsr("clean", REF, "--out", out)

    replaced = dsr("clean", REF, "--replace", "--json")
    assert crm.read_bytes() == (out / "crm.csv").read_bytes()
    undone = dsr("clean", REF, "--undo", "--json")

    assert [one["status"] for one in replaced.json["files"]] == ["replaced"]
    assert [one["status"] for one in undone.json["files"]] == ["put_back"]
    assert json.dumps(undone.json["done"]) == "true"
    assert crm.read_bytes() == before
