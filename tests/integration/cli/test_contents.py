"""`contents` and `package --right access`: the review of what leaves, and its way out."""

import io

import pytest
import pyzipper

REF = "DSR-2026-0001"
PERSON = ("--name", "Camille Dupont", "--email", "camille.dupont@acme.example")
ROW = "Dupont;Camille;camille.dupont@acme.example;rappeler M. Paul Martin\n"
BUILD = ("package", REF, "--right", "access", "--address", "on_file")


@pytest.fixture
def out(tmp_path):
    return tmp_path / "out"


@pytest.fixture
def asked(dsr, with_register, tmp_path):
    """A request for access with its hit confirmed; the note of the row names somebody else."""
    (tmp_path / "crm.csv").write_text(f"Nom;Prénom;Courriel;Note\n{ROW}", encoding="utf-8")
    dsr("import", tmp_path / "crm.csv", "--activity", "PA1")
    dsr("request", "new", "--right", "access", "--received", "2026-11-02", *PERSON)
    dsr("find", REF)
    dsr("hits", REF, "--confirm-strong")


@pytest.mark.usefixtures("asked")
def test_pieces_are_listed_with_what_is_pointed_out(dsr):
    result = dsr("contents", REF, "--json")

    assert result.code == 3
    assert set(result.json) == {"ref", "approved", "outdated", "open", "pieces"}
    (note,) = [one for one in result.json["pieces"] if one["suggestions"]]
    assert (note["key"], note["what"], note["choice"]) == ("h1.c4", "Note", None)
    assert [one["found"] for one in note["suggestions"]] == ["name"]
    assert result.json["open"] == 1


@pytest.mark.usefixtures("asked")
def test_a_person_reads_what_waits_and_what_is_next(dsr):
    result = dsr("contents", REF, "--open")

    assert len(result.lines) == 2
    assert "Paul Martin" in result.lines[0]
    assert result.lines[1] == "1 piece waits for your decision."


@pytest.mark.usefixtures("asked")
def test_pieces_are_masked_excluded_and_included_and_the_package_approved(dsr):
    masked = dsr(
        "contents", REF, "--mask", "h1.c4", "--words", "Paul", "--note", "weighed", "--json"
    )
    left = dsr("contents", REF, "--exclude", "h1.c1", "--code", "not_about_person", "--json")
    back = dsr("contents", REF, "--include", "h1.c1", "--approve", "--json")

    pieces = {one["key"]: one for one in back.json["pieces"]}
    assert (masked.code, masked.json["open"]) == (0, 0)
    assert [one["reason_code"] for one in left.json["pieces"] if one["choice"] == "exclude"] == [
        "not_about_person"
    ]
    assert (pieces["h1.c1"]["choice"], pieces["h1.c4"]["note"]) == ("include", "weighed")
    assert pieces["h1.c4"]["masked"] == [[12, 16]]
    assert back.json["approved"]["by"]


@pytest.mark.usefixtures("asked")
def test_an_approved_package_is_built_and_opens_with_what_is_printed_last(dsr, out):
    dsr("contents", REF, "--mask-suggested", "--approve")

    result = dsr(*BUILD, "--out", out, "--json")

    assert result.code == 0
    assert set(result.json) == {
        "ref", "right", "format", "path", "how_to_open", "dispatch", "items", "withheld", "sha256",
        "reissued", "passphrase",
    }  # fmt: skip
    with pyzipper.AESZipFile(result.json["path"]) as archive:
        archive.setpassword(result.json["passphrase"].encode())
        page = archive.read(f"{REF}/index.html").decode()
    assert "Paul Martin" not in page
    assert "camille.dupont@acme.example" in page


@pytest.mark.usefixtures("asked")
def test_a_second_package_says_that_it_is_one(dsr, out):
    dsr("contents", REF, "--mask-suggested", "--approve")
    dsr(*BUILD, "--out", out)

    result = dsr(*BUILD, "--out", out, "--format", "paper")

    assert "package before" in result.err
    assert [line.rpartition("/")[2][-4:] for line in result.lines] == [".pdf"]


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--right", "access"), "--address"),
        (("--right", "access", "--format", "csv", "--address", "on_file"), "zip"),
        (("--right", "portability", "--format", "zip"), "both"),
    ],
)
def test_options_that_do_not_fit_are_told(dsr, out, options, words):
    result = dsr("package", REF, *options, "--out", out)

    assert result.code == 2
    assert words in result.err
    assert not out.exists()


@pytest.mark.usefixtures("asked")
def test_the_passphrase_can_go_to_a_file(dsr, out, tmp_path):
    dsr("contents", REF, "--mask-suggested", "--approve")

    result = dsr(*BUILD, "--out", out, "--passphrase-out", tmp_path / "secret.txt", "--json")

    with pyzipper.AESZipFile(io.BytesIO((out / result.json["path"]).read_bytes())) as archive:
        archive.setpassword((tmp_path / "secret.txt").read_bytes().strip())
        assert archive.read(f"{REF}/index.html")
    assert "passphrase" not in result.json
