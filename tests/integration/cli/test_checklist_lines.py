"""`checklist`: decided per file, its lines marked, read back, certified."""

import pytest
from openpyxl import load_workbook

pytestmark = pytest.mark.usefixtures("with_register")


@pytest.fixture
def ref(dsr, tmp_path):
    crm = tmp_path / "crm.csv"
    crm.write_text("Nom;E-mail\nCamille Dupont;camille@acme.example\n", encoding="utf-8")
    dsr("import", crm)
    made = dsr("request", "new", "--right", "erasure", "--received", "2025-06-20",
               "--email", "camille@acme.example", "--json").json["ref"]  # fmt: skip
    dsr("find", made)
    dsr("hits", made, "--confirm-strong")
    dsr("request", "decide", made, "--right", "erasure", "--decision", "granted")
    return made


def test_a_file_is_decided_on(dsr, ref):
    assert dsr("checklist", "datasets", ref, "--json").json["to_erase"] == 1

    decided = dsr("checklist", "decide", ref, 1, "keep", "--reason", "A17_3_b", "--until",
                  "2035-12-31", "--json").json  # fmt: skip

    assert (decided["to_erase"], decided["to_keep"]) == (0, 1)
    assert decided["files"][0]["until"] == "2035-12-31"
    assert "Keep until 31 December 2035" in dsr("checklist", "datasets", ref).out
    assert "legal obligation" in dsr("checklist", "lines", ref).out
    assert "no reason to keep" in dsr("checklist", "decide", ref, 1, "keep").sentence


def test_lines_are_marked_and_read_back(dsr, ref, tmp_path):
    shown = dsr("checklist", "lines", ref, "--json").json
    first, second = shown["lines"]
    assert (shown["open"], first["kind"], first["done"]) == (2, "cell", None)

    marked = dsr("checklist", "line", ref, first["id"], "--outcome", "erased", "--by", "ZR",
                 "--evidence", "seen empty", "--json").json  # fmt: skip
    assert marked["open"] == 1
    assert marked["lines"][0]["done"]["by"] == "ZR"
    assert "no line" in dsr("checklist", "line", ref, "zzz", "--outcome", "erased").sentence

    file = dsr("checklist", ref, "--out", tmp_path, "--json").json["xlsx"]
    book = load_workbook(file)
    sheet = book["To erase"]
    sheet["I3"], sheet["J3"], sheet["K3"] = "☑", "2025-06-30", "ZR"
    book.save(file)
    assert sheet["L3"].value == second["id"]
    assert dsr("checklist", "read", ref, file, "--json").json == {
        "marked": 1, "unticked": 1, "problems": [],
    }  # fmt: skip
    sheet["K3"] = None
    book.save(file)
    back = dsr("checklist", "read", ref, file)
    assert back.code == 1
    assert "Row 3: ticked, but nobody signed" in back.lines[0]


def test_a_certificate_is_written_once_the_files_are_clean(dsr, ref, tmp_path):
    said = dsr("checklist", "certificate", ref, "--out", tmp_path)
    assert "nothing to certify" in said.sentence

    (tmp_path / "crm.csv").write_text("Nom;E-mail\n", encoding="utf-8")
    dsr("rescan", ref)
    made = dsr("checklist", "certificate", ref, "--out", tmp_path, "--json").json

    assert made["pdf"].endswith(f"{ref}_certificate.pdf")


def test_a_group_says_what_it_can_do(dsr):
    assert "decide" in dsr("checklist", "--help").out
