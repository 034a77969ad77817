"""`checklist`, `package` and `rescan`: what leaves the register, and what is left in the lists."""

import io
import json
import stat

import msoffcrypto
import openpyxl
import pytest
import pyzipper

REF = "DSR-2025-0001"
PORTABILITY = ("package", REF, "--right", "portability")
SHA256_LENGTH = 64


@pytest.fixture
def out(tmp_path):
    return tmp_path / "out"


@pytest.fixture
def erasure(dsr, own_lists, with_register):
    """A request with its strong hits confirmed, in lists that the test may change."""
    person = ("--name", "Camille Dupont", "--email", "camille.dupont@acme.example")
    dsr("import", own_lists, "--activity", "PA3")
    dsr("request", "new", "--right", "erasure", "portability", "--received", "2025-06-20", *person)
    dsr("find", REF)
    dsr("hits", REF, "--confirm-strong")
    return own_lists


def unpack(path, passphrase):
    with pyzipper.AESZipFile(path) as archive:
        archive.setpassword(passphrase.encode())
        return {name: archive.read(name) for name in archive.namelist()}


# --- checklist


@pytest.mark.usefixtures("with_review")
def test_a_checklist_is_written_twice_and_told(dsr, out):
    result = dsr("checklist", REF, "--out", out, "--json")

    assert (result.code, result.err) == (0, "")
    assert set(result.json) == {
        "ref", "pdf", "xlsx", "rows", "cells", "unreadable", "gone", "skipped_columns",
    }  # fmt: skip
    assert (result.json["ref"], result.json["rows"]) == (REF, 2)
    assert result.json["cells"] == 7 + 2
    assert result.json["unreadable"] == ["broken.xlsx"]
    assert (out / f"{REF}_checklist.pdf").read_bytes().startswith(b"%PDF-")
    assert sorted(path.name for path in out.iterdir()) == [
        f"{REF}_checklist.pdf", f"{REF}_checklist.xlsx",
    ]  # fmt: skip


@pytest.mark.usefixtures("with_review")
def test_a_person_is_told_where_the_two_files_lie(dsr, out):
    pdf, xlsx = dsr("checklist", REF, "--out", out).lines

    assert (pdf, xlsx) == (str(out / f"{REF}_checklist.pdf"), str(out / f"{REF}_checklist.xlsx"))


@pytest.mark.usefixtures("with_review")
def test_a_checklist_is_in_the_language_asked_for(dsr, out):
    def titles(language):
        file = dsr("checklist", REF, "--out", out, "--lang", language, "--json").json["xlsx"]
        book = openpyxl.load_workbook(file)
        return {
            cell.value for sheet in book for row in sheet.iter_rows(max_row=2) for cell in row
        }, book.sheetnames

    english, french = titles("en"), titles("fr")

    assert english[1] != french[1]
    assert english[0] != french[0]


@pytest.mark.usefixtures("with_review")
@pytest.mark.parametrize("command", [("checklist", REF), PORTABILITY], ids=lambda one: one[0])
def test_a_folder_that_cannot_be_one_is_named(refused, tmp_path, command):
    (tmp_path / "taken").write_text("a file")

    assert "taken" in refused(*command, "--out", tmp_path / "taken")
    assert "taken" in refused(*command, "--out", tmp_path / "taken" / "below")


@pytest.mark.usefixtures("with_lists")
@pytest.mark.parametrize(
    "command",
    [("checklist", REF, "--out"), ("rescan", REF), (*PORTABILITY, "--out")],
    ids=lambda one: one[0],
)
def test_nothing_is_done_for_a_request_without_a_confirmed_hit(dsr, refused, out, command):
    folder = [out] if command[-1] == "--out" else []
    assert REF in refused(*command, *folder)
    asked = ("--right", "erasure", "portability", "--received", "2025-06-20")
    dsr("request", "new", *asked, "--name", "Camille Dupont")
    dsr("find", REF)

    assert REF in refused(*command, *folder)
    assert not out.exists()


@pytest.mark.parametrize(
    ("command", "named"),
    [
        (("checklist", REF), "--out"),
        (("checklist", "--out", "."), "REF"),
        (("rescan",), "REF"),
        (("package", REF, "--out", "."), "--right"),
        ((*PORTABILITY, "--out", ".", "--format", "xml"), "xml"),
    ],
)
def test_wrong_use_ends_with_two(misused, command, named):
    assert named in misused(*command)


OUTDATED = "Files were added or removed since the search. Search again before you rely on it."


@pytest.mark.parametrize("command", [("checklist", REF), PORTABILITY])
def test_who_imported_since_the_search_is_told_to_search_again(dsr, erasure, out, command):
    quiet = dsr(*command, "--out", out)
    late = erasure / "late.csv"
    late.write_text("Nom;E-mail\nCamille Dupont;camille.dupont@acme.example\n")
    dsr("import", late, "--activity", "PA3")
    told = dsr(*command, "--out", out)
    dsr("find", REF)
    quiet_again = dsr(*command, "--out", out)

    assert (told.code, told.err.strip()) == (0, OUTDATED)
    assert (quiet.err, quiet_again.err) == ("", "")


# --- package


@pytest.mark.usefixtures("with_review")
def test_a_package_is_built_and_told_with_what_it_leaves_out(dsr, out):
    result = dsr(*PORTABILITY, "--out", out, "--json")

    told = result.json
    assert (result.code, result.err) == (0, "")
    assert set(told) == {
        "ref", "right", "path", "records", "excluded", "sha256", "naming_others", "passphrase",
    }  # fmt: skip
    assert (told["ref"], told["right"], told["records"]) == (REF, "portability", 2)
    assert len(told["sha256"]) == SHA256_LENGTH
    for one in told["excluded"]:
        assert set(one) == {"file", "sheet", "column", "header", "field", "reason", "values"}
    assert ("crm.csv", "Note", "A20_1_inferred", 1) in [
        (one["file"], one["header"], one["reason"], one["values"]) for one in told["excluded"]
    ]
    assert "Paul Martin" not in result.out


@pytest.mark.usefixtures("with_review")
@pytest.mark.parametrize(
    ("chosen", "formats"),
    [
        ([], {"json", "csv"}),
        (["--format", "both"], {"json", "csv"}),
        (["--format", "json"], {"json"}),
        (["--format", "csv"], {"csv"}),
    ],
)
def test_it_opens_with_its_passphrase_and_holds_the_formats_asked_for(dsr, out, chosen, formats):
    told = dsr(*PORTABILITY, "--out", out, *chosen, "--json").json

    files = unpack(told["path"], told["passphrase"])

    tables = {name for name in files if "data/contacts." in name}
    assert {name.rpartition(".")[2] for name in tables} == formats
    assert all(b"camille.dupont@acme.example" in files[name].lower() for name in tables)


@pytest.mark.usefixtures("with_review")
def test_the_passphrase_stands_alone_on_the_last_line(dsr, out):
    path, passphrase = dsr(*PORTABILITY, "--out", out).lines

    assert unpack(path, passphrase)


@pytest.mark.usefixtures("with_review")
@pytest.mark.parametrize("shown", [[], ["--json"]], ids=["text", "json"])
def test_the_passphrase_goes_to_a_file_and_is_not_shown(dsr, out, tmp_path, shown):
    secret = tmp_path / "secret" / "passphrase.txt"

    result = dsr(*PORTABILITY, "--out", out, "--passphrase-out", secret, *shown)

    passphrase = secret.read_text()
    (package,) = out.iterdir()
    assert passphrase.endswith("\n")
    assert passphrase.strip() not in result.out + result.err
    assert stat.S_IMODE(secret.stat().st_mode) == stat.S_IRUSR | stat.S_IWUSR
    assert unpack(package, passphrase.strip())


@pytest.mark.usefixtures("with_review")
def test_no_package_is_left_whose_passphrase_could_not_be_written(dsr, out, tmp_path):
    (tmp_path / "taken").write_text("a file")
    before = dsr("verify", "--json").json["events"]

    result = dsr(*PORTABILITY, "--out", out, "--passphrase-out", tmp_path / "taken" / "below")

    assert (result.code, result.out) == (1, "")
    assert "below" in result.sentence
    assert list(out.iterdir()) == []
    assert dsr("verify", "--json").json["events"] == before


@pytest.mark.usefixtures("with_review")
def test_the_passphrase_cannot_go_where_the_package_goes(refused, out, tmp_path):
    (tmp_path / "link.txt").symlink_to(out / "any.zip")

    for place in (out / "any.zip", tmp_path / "link.txt", tmp_path / "register.dsr"):
        assert place.name in refused(*PORTABILITY, "--out", out, "--passphrase-out", place)
    assert not out.exists()


@pytest.mark.usefixtures("with_review")
def test_documents_made_twice_a_day_are_all_kept(dsr, out):
    packages = [dsr(*PORTABILITY, "--out", out).lines for _ in range(2)]
    lists = [dsr("checklist", REF, "--out", out).lines for _ in range(2)]

    assert all(unpack(path, passphrase) for path, passphrase in packages)
    made = {path for path, _passphrase in packages} | {path for pair in lists for path in pair}
    assert made == {str(path) for path in out.iterdir()}
    assert len(made) == 2 + 4


@pytest.mark.usefixtures("with_review")
def test_every_package_has_a_passphrase_of_its_own(dsr, out):
    assert len({dsr(*PORTABILITY, "--out", out).lines[-1] for _ in range(3)}) == 3


@pytest.mark.usefixtures("with_lists")
def test_a_package_speaks_the_language_of_the_request(dsr, out):
    asked = ("--right", "portability", "--received", "2025-06-20")
    person = ("--email", "camille.dupont@acme.example")
    contents = []
    for language in ("fr", "en"):
        new = dsr("request", "new", *asked, *person, "--language", language, "--json")
        ref = new.json["ref"]
        dsr("find", ref)
        dsr("hits", ref, "--confirm-strong")
        path, passphrase = dsr("package", ref, "--right", "portability", "--out", out).lines
        contents.append({name.rpartition("/")[2] for name in unpack(path, passphrase)})

    french, english = contents
    assert french ^ english == {"LISEZMOI.txt", "README.txt"}
    assert "LISEZMOI.txt" in french


def test_a_list_without_activity_must_be_given_one_first(
    dsr, refused, out, with_register, own_lists
):
    dsr("import", own_lists / "crm.csv")
    person = ("--email", "camille.dupont@acme.example")
    dsr("request", "new", "--right", "portability", "--received", "2025-06-20", *person)
    dsr("find", REF)
    dsr("hits", REF, "--confirm-strong")

    assert refused(*PORTABILITY, "--out", out) == (
        "The legal basis of crm.csv is not settled: no activity is named, or the DPO has not "
        "confirmed it. Say which it is, for example with `sources activity 1 PA3`."
    )
    dsr("sources", "activity", "1", "PA1")
    assert "`activities confirm PA1`" in refused(*PORTABILITY, "--out", out)
    dsr("activities", "confirm", "PA1")
    assert dsr(*PORTABILITY, "--out", out).code == 0


@pytest.mark.usefixtures("with_lists")
def test_a_right_that_was_not_asked_is_not_answered(dsr, refused, out):
    dsr("request", "new", "--right", "access", "--received", "2025-06-20", "--name", "Camille")

    assert "access" in refused(*PORTABILITY, "--out", out)


# --- rescan


def test_lists_left_as_they_were_still_hold_the_person(dsr, erasure):
    result = dsr("rescan", REF, "--json")

    told = result.json
    assert (result.code, told["clean"]) == (3, False)
    assert set(told) == {"ref", "sources", "clean"}
    for source in told["sources"]:
        assert set(source) == {
            "path", "status", "locked", "sha256_before", "sha256_after", "gone", "hits",
        }  # fmt: skip
        assert source["sha256_before"] == source["sha256_after"]
        assert all(set(hit) == {"sheet", "row", "what"} for hit in source["hits"])
    assert [(one["path"], one["status"]) for one in told["sources"]] == [
        (str(erasure / "crm.csv"), "still_there"),
        (str(erasure / "newsletter.xlsx"), "still_there"),
    ]
    assert told["sources"][0]["hits"] == [
        {"sheet": "crm", "row": 14, "what": ["email", "phone", "identifier", "name"]}
    ]


def test_a_person_reads_the_rows_that_are_left(dsr, erasure):
    lines = dsr("rescan", REF).lines

    assert lines[0].startswith(str(erasure / "crm.csv"))
    assert lines[1] == "  crm, row 14"


def test_lists_without_the_person_are_clean_and_namesakes_do_not_count(dsr, erasure, write_xlsx):
    crm = (erasure / "crm.csv").read_bytes().splitlines(keepends=True)
    (erasure / "crm.csv").write_bytes(b"".join(line for line in crm if b"Camille" not in line))
    subscribers = [("Adresse e-mail", "Nom complet"), ("hugo@perrin.example", "Hugo Perrin")]
    write_xlsx(erasure / "newsletter.xlsx", {"Abonnés": subscribers})

    result = dsr("rescan", REF, "--json")

    told = result.json
    assert (result.code, told["clean"]) == (0, True)
    assert [(one["status"], one["hits"]) for one in told["sources"]] == [("clean", [])] * 2
    assert all(one["sha256_before"] != one["sha256_after"] for one in told["sources"])


@pytest.mark.parametrize(
    ("spoil", "status"),
    [(lambda path: path.unlink(), "missing"), (lambda path: path.write_bytes(b"PK\3\4"), "unreadable")],
    ids=["missing", "unreadable"],
)  # fmt: skip
def test_a_list_that_cannot_be_looked_at_is_not_clean(dsr, erasure, spoil, status):
    (erasure / "newsletter.xlsx").unlink()
    spoil(erasure / "crm.csv")

    result = dsr("rescan", REF, "--json")

    assert result.code == 3
    assert [one["status"] for one in result.json["sources"]] == [status, "missing"]
    assert result.json["clean"] is False


def test_reading_again_changes_no_list(dsr, erasure):
    before = {path: path.read_bytes() for path in erasure.iterdir()}

    dsr("rescan", REF)

    assert {path: path.read_bytes() for path in erasure.iterdir()} == before


def test_documents_are_logged(dsr, erasure, out):
    before = dsr("verify", "--json").json["events"]
    for command in (
        ("checklist", REF, "--out", out),
        (*PORTABILITY, "--out", out),
        ("rescan", REF),
    ):
        dsr(*command)

    after = dsr("verify", "--json").json

    assert (after["sound"], after["events"]) == (True, before + 3)


@pytest.fixture
def locked(dsr, write_xlsx, tmp_path, with_register):
    """A list under the password "clé 1" with a confirmed hit, and the file that holds it."""
    path = tmp_path / "locked.xlsx"
    rows = [["Nom", "E-mail"], ["Dupont", "camille.dupont@acme.example"]]
    clear, shut = write_xlsx(tmp_path / "clear.xlsx", {"Clients": rows}), io.BytesIO()
    with clear.open("rb") as file:
        msoffcrypto.OfficeFile(file).encrypt("clé 1", shut)
    clear.unlink()
    path.write_bytes(shut.getvalue())
    passwords = tmp_path / "passwords.txt"
    passwords.write_text("falsch\nclé 1\n")
    dsr("import", path, "--password-file", passwords)
    dsr("request", "new", "--right", "erasure", "--email", rows[1][1], "--received", "2025-06-20")
    dsr("find", REF)
    dsr("hits", REF, "--confirm-strong")
    return path, passwords


def test_a_protected_list_is_read_again_with_its_password(dsr, locked):
    path, passwords = locked

    (shut,) = dsr("rescan", REF, "--json").json["sources"]
    (opened,) = dsr("rescan", REF, "--password-file", passwords, "--json").json["sources"]

    assert (shut["path"], shut["status"], shut["locked"]) == (str(path), "unreadable", True)
    assert (opened["status"], opened["locked"]) == ("still_there", False)
    assert [hit["row"] for hit in opened["hits"]] == [2]


def test_who_gives_no_password_is_told_how_to(dsr, locked):
    path, _passwords = locked

    result = dsr("rescan", REF)

    assert result.code == 3
    assert result.lines == [
        f"{path}: Could not be read. It has a password: give it in a --password-file."
    ]


def test_a_password_file_that_is_not_there_is_told_before_anything_is_read(refused, locked):
    assert "gone.txt" in refused("rescan", REF, "--password-file", "gone.txt")


# --- columns left out at the import


def test_a_checklist_names_the_files_with_columns_left_out(dsr, with_register, tmp_path, out):
    path = tmp_path / "crm.csv"
    path.write_text("Nom;E-mail;Salaire\nDupont;camille.dupont@acme.example;2000\n")
    (sheet,) = dsr("preview", path, "--json").json["files"][0]["sheets"]
    mapping = tmp_path / "team.json"
    entry = {"fingerprint": sheet["fingerprint"], "columns": [{"column": 3, "skip": True}]}
    mapping.write_text(json.dumps({"version": 1, "mappings": [entry]}))
    dsr("import", path, "--mapping", mapping)
    asked = ("--email", "camille.dupont@acme.example")
    dsr("request", "new", "--right", "erasure", *asked, "--received", "2025-06-20")
    found = dsr("find", REF)
    dsr("hits", REF, "--confirm-strong")

    made = dsr("checklist", REF, "--out", out, "--json").json
    searched = dsr("search", *asked, "--json").json

    assert (made["unreadable"], made["skipped_columns"]) == ([], ["crm.csv"])
    book = openpyxl.load_workbook(made["xlsx"])
    told = [cell.value for row in book["Summary"].iter_rows() for cell in row if cell.value]
    assert any("column C “Salaire” (income)" in text for text in told)
    (skipped,) = searched["skipped_columns"]
    assert (skipped["path"], skipped["sheet"]) == (str(path), "crm")
    assert skipped["columns"] == [
        {"column": 3, "header": "Salaire", "undeclared": "income", "reason": None}
    ]
    assert found.lines[0].startswith("crm.csv: column C “Salaire” (income) was left out")
    assert found.lines[0].endswith("and is not searched.")
