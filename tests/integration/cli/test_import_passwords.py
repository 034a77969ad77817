"""`import --password-file`: protected files are read with the passwords in a file."""

import io

import msoffcrypto
import pytest

pytestmark = pytest.mark.usefixtures("with_register")


@pytest.fixture
def protected(write_xlsx, tmp_path):
    """A workbook under the password "clé 1"."""
    clear, stream = (
        write_xlsx(tmp_path / "x.xlsx", {"Clients": [["Nom"], ["Dupont"]]}),
        io.BytesIO(),
    )
    with clear.open("rb") as file:
        msoffcrypto.OfficeFile(file).encrypt("clé 1", stream)
    path = tmp_path / "protected.xlsx"
    path.write_bytes(stream.getvalue())
    return path


def test_a_protected_file_is_imported_with_its_password(dsr, protected, tmp_path):
    passwords = tmp_path / "passwords.txt"
    passwords.write_text("\ufefffalsch\r\n\r\nclé 1\r\n", newline="")

    result = dsr("import", protected, "--password-file", passwords, "--json")

    (file,) = result.json["files"]
    assert (result.code, file["status"], file["rows"]) == (0, "imported", 1)


def test_without_its_password_it_says_so_and_can_be_imported_later(dsr, protected, tmp_path):
    (tmp_path / "passwords.txt").write_text("clé 1")

    assert dsr("import", protected, "--json").json["files"][0]["status"] == "password"
    later = dsr("import", protected, "--password-file", tmp_path / "passwords.txt", "--json")
    assert later.json["files"][0]["status"] == "imported"


def test_no_password_is_shown_or_kept(dsr, protected, tmp_path):
    passwords = tmp_path / "passwords.txt"
    passwords.write_text("Xylophon-77\n")

    result = dsr("import", protected, "--password-file", passwords, "--json")

    assert "Xylophon" not in result.out + result.err
    assert "Xylophon" not in dsr("sources", "--json").out


@pytest.mark.parametrize("content", [None, b"\xff\xfe\xff"], ids=["missing", "no text"])
def test_a_password_file_that_cannot_be_read_is_told_before_anything_is_imported(
    dsr, protected, tmp_path, content
):
    path = tmp_path / "passwords.txt"
    if content is not None:
        path.write_bytes(content)

    result = dsr("import", protected, "--password-file", path)

    assert result.code == 1
    assert "passwords.txt" in result.sentence
    assert dsr("sources", "--json").json == {"sources": []}
