"""The portability bundle: files, manifest, encrypted archive and its self-check (domain.md 6.3)."""

import gettext
import hashlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
import zlib
from dataclasses import replace
from datetime import date

import pytest
import pyzipper
from hypothesis import given, settings
from hypothesis import strategies as st

from dsr_desktop.domain.errors import OutputFileError
from dsr_desktop.domain.fields import Origin
from dsr_desktop.domain.portability import (
    BundleContents,
    ContactRecord,
    Exclusion,
    ExclusionReason,
    OtherValue,
    Scope,
)
from dsr_desktop.wording.language import Tr, speak
from dsr_desktop.writers.atomic import whole_file
from dsr_desktop.writers.bundle import MANIFEST, bundle_files, manifest
from dsr_desktop.writers.bundle_archive import check_archive, fill_archive
from dsr_desktop.writers.csv_text import read_csv

repeatable = settings(derandomize=True, max_examples=100, deadline=None, database=None)

ENGLISH = speak("en")
BOTH = ("json", "csv")
FOLDER = "DSR-2026-0005"
MADE_ON = date(2026, 11, 9)
PASSPHRASE = "ACDEF-GHJKM-NPQRT-UVWXY-34679"
FORMULA = '=HYPERLINK("http://evil","x")'

RECORD = ContactRecord(
    record_id="02f3", name="Camille Dupont", email="camille.dupont@acme.example",
    phone="+33612345678", phone_raw="06 12 34 56 78", note=FORMULA, origin=Origin.PROVIDED,
    legal_basis="6(1)(b)", activity_id="PA3", source_file="crm.csv", source_sheet="",
    source_row=14,
)  # fmt: skip
OTHER = OtherValue("02f3", "email", "Courriel 2", "cam@autre.example", Origin.PROVIDED, "6(1)(b)")
EXCLUDED = (
    Exclusion("crm.csv", "crm", 7, "Score", "", ExclusionReason.UNKNOWN_ORIGIN, values=1),
    Exclusion("crm.csv", "", 9, "Suivi\n interne", "note", ExclusionReason.INFERRED, values=2),
    Exclusion("gl.xlsx", "2025", 28, "", "", ExclusionReason.BASIS, values=1),
)
CONTENTS = BundleContents(
    FOLDER, "Exemple SAS", "FR", "Dominique Roy", "dpo@exemple.example", MADE_ON,
    Scope((RECORD,), (OTHER,), EXCLUDED),
)  # fmt: skip


def with_scope(**changes):
    return replace(CONTENTS, scope=replace(CONTENTS.scope, **changes))


def files_of(contents=CONTENTS, formats=BOTH):
    return bundle_files(contents, ENGLISH, formats)


def write_archive(path, files):
    with whole_file(path) as stream:
        return fill_archive(stream, FOLDER, files, PASSPHRASE, MADE_ON)


def document(files, name):
    return json.loads(files[f"data/{name}.json"])


@pytest.fixture
def path(tmp_path):
    return tmp_path / "out" / "DSR-2026-0005_portability_20261109.zip"


@pytest.fixture
def archive(path):
    write_archive(path, files_of())
    return path


def opened(path):
    archive = pyzipper.AESZipFile(path)
    archive.setpassword(PASSPHRASE.encode())
    return archive


@pytest.mark.parametrize(
    ("formats", "endings", "schemas"),
    [
        (BOTH, ["csv", "json"], True), (["json"], ["json"], True), (["csv"], ["csv"], False),
    ],
)  # fmt: skip
def test_the_formats_asked_for_are_the_files(formats, endings, schemas):
    tables = ["contacts", "messages", "other_values"]
    data = [f"data/{table}.{ending}" for table in tables for ending in endings]
    described = [f"schema/{table}.schema.json" for table in tables] if schemas else []

    assert list(files_of(formats=formats)) == [
        "README.txt", "data/contact.vcf", *data, "datapackage.json", MANIFEST, *described,
    ]  # fmt: skip


def test_the_same_contents_give_the_same_bytes():
    assert files_of() == files_of()


@pytest.mark.skipif(sys.platform != "linux", reason="limits of the Linux kernel")
@pytest.mark.parametrize("room", [10, 20_000, 60_000])
def test_a_disk_full_in_the_middle_of_a_file_is_told_in_a_sentence(path, no_file_larger_than, room):
    noise = "".join(chr(0x4E00 + n * 7919 % 20_000) for n in range(60_000))

    with (
        pytest.raises(OutputFileError, match="could not be written"),
        no_file_larger_than(room),
    ):
        write_archive(path, {"data/contacts.json": noise.encode()})

    assert list(path.parent.iterdir()) == []


def test_json_holds_every_value_exactly():
    files = files_of()

    assert document(files, "contacts")["contacts"] == [
        {
            "record_id": "02f3", "name": "Camille Dupont", "given_name": "", "family_name": "",
            "email": "camille.dupont@acme.example", "phone": "+33612345678",
            "phone_raw": "06 12 34 56 78", "company": "", "address": "", "postcode": "", "city": "",
            "birth_date": "", "identifier": "", "note": FORMULA, "collected_on": "", "channel": "",
            "origin": "provided", "legal_basis": "6(1)(b)", "activity_id": "PA3",
            "source_file": "crm.csv", "source_sheet": "", "source_row": 14,
        }
    ]  # fmt: skip
    assert document(files, "other_values")["other_values"] == [
        {
            "record_id": "02f3", "field": "email", "header": "Courriel 2",
            "value": "cam@autre.example", "origin": "provided", "legal_basis": "6(1)(b)",
        }
    ]  # fmt: skip


def test_json_has_its_columns_in_the_order_of_the_csv():
    files = files_of()

    assert (
        list(document(files, "contacts")["contacts"][0]) == read_csv(files["data/contacts.csv"])[0]
    )


def test_json_says_which_right_and_what_was_left_out():
    head = document(files_of(), "contacts")["dsr"]

    assert (head["requestRef"], head["right"], head["language"]) == (
        FOLDER, "https://w3id.org/dpv/legal/eu/gdpr#A20", "en",
    )  # fmt: skip
    assert [(one["header"], one["reason"]) for one in head["excluded"]] == [
        ("Score", "origin_unknown"), ("Suivi\n interne", "A20_1_inferred"), ("", "A20_1_basis"),
    ]  # fmt: skip


def test_the_apostrophe_is_declared_where_there_is_one():
    both = document(files_of(), "contacts")["dsr"]
    alone = document(files_of(formats=["json"]), "contacts")["dsr"]

    assert both["csvEscaping"] == "apostrophe-prefix"
    assert "csvEscaping" not in alone


def test_a_formula_gets_its_apostrophe_in_csv_only():
    files = files_of()

    assert b'"\'=HYPERLINK(""http://evil"",""x"")"' in files["data/contacts.csv"]
    assert b'"note": "=HYPERLINK(' in files["data/contacts.json"]


def test_a_phone_in_csv_stays_a_phone():
    assert b'"+33612345678"' in files_of()["data/contacts.csv"]


texts = st.text(max_size=20)
records = st.builds(
    ContactRecord, record_id=texts, name=texts, note=texts, origin=st.sampled_from(Origin),
    legal_basis=texts, activity_id=texts, source_file=texts, source_sheet=texts,
    source_row=st.integers(1, 10**6),
)  # fmt: skip
others = st.builds(
    OtherValue, texts, texts, texts, texts, st.sampled_from(Origin), legal_basis=texts
)


@repeatable
@given(st.lists(records, max_size=3), st.lists(others, max_size=3))
def test_csv_read_back_equals_json_whatever_the_values(contacts, other_values):
    files = files_of(with_scope(contacts=tuple(contacts), other_values=tuple(other_values)))

    for name in ("contacts", "other_values"):
        rows = [[str(v) for v in one.values()] for one in document(files, name)[name]]
        assert read_csv(files[f"data/{name}.csv"])[1:] == rows


def test_the_manifest_lists_every_file_but_itself_sorted():
    files = files_of()
    lines = files[MANIFEST].decode().splitlines()

    assert lines == sorted(lines, key=lambda line: line[66:])
    assert {line[66:]: line[:66] for line in lines} == {
        name: f"{hashlib.sha256(content).hexdigest()}  "
        for name, content in files.items()
        if name != MANIFEST
    }
    assert files[MANIFEST].endswith(b"\n")
    assert b"\r" not in files[MANIFEST]


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum is not installed")
def test_sha256sum_agrees_with_the_manifest(archive, tmp_path):
    with opened(archive) as bundle:
        bundle.extractall(tmp_path)

    done = subprocess.run(
        ["sha256sum", "--strict", "-c", MANIFEST], cwd=tmp_path / FOLDER, capture_output=True, check=False
    )  # fmt: skip

    assert done.returncode == 0, done.stderr


def test_the_archive_holds_the_files_below_one_folder(archive):
    with opened(archive) as bundle:
        held = {name: bundle.read(name) for name in bundle.namelist()}

    assert held == {f"{FOLDER}/{name}": content for name, content in files_of().items()}


def test_every_entry_is_encrypted_with_aes_256_and_without_checksum_of_its_text(archive):
    with opened(archive) as bundle:
        entries = bundle.infolist()

    assert {(one.flag_bits & 1, one.wz_aes_version, one.wz_aes_strength) for one in entries} == {
        (1, pyzipper.zipfile_aes.WZ_AES_V2, 3)
    }
    assert {one.CRC for one in entries} == {0}


def test_every_entry_bears_the_day_it_was_made_on(archive):
    with opened(archive) as bundle:
        assert {one.date_time for one in bundle.infolist()} == {(2026, 11, 9, 0, 0, 0)}


def test_no_value_is_to_be_read_in_the_archive(archive):
    assert not re.search(rb"Camille|camille|0612345678|acme", archive.read_bytes())


@pytest.mark.parametrize("passphrase", ["ACDEF-GHJKM-NPQRT-UVWXY-34677", "wrong"])
def test_another_passphrase_opens_nothing(archive, passphrase):
    with pyzipper.AESZipFile(archive) as bundle:
        bundle.setpassword(passphrase.encode())
        for name in bundle.namelist():
            with pytest.raises((RuntimeError, pyzipper.BadZipFile, zlib.error)):
                bundle.read(name)


@pytest.mark.skipif(shutil.which("7z") is None, reason="7-Zip is not installed")
def test_seven_zip_opens_it_with_the_passphrase_only(archive):
    tested = [
        subprocess.run(["7z", "t", f"-p{one}", str(archive)], capture_output=True, check=False)
        for one in (PASSPHRASE, "wrong")
    ]

    assert tested[0].returncode == 0, tested[0].stdout
    assert tested[1].returncode != 0


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_the_archive_is_for_its_owner_only(archive):
    assert archive.stat().st_mode & 0o777 == 0o600


def test_the_checksum_returned_is_that_of_the_file(path):
    sha256 = write_archive(path, files_of())

    assert sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def a_row_less(files):
    contacts = files["data/contacts.csv"].splitlines(keepends=True)
    files["data/contacts.csv"] = contacts[0]
    files[MANIFEST] = manifest(files)


def a_column_more(files):
    content = document(files, "contacts")
    content["contacts"][0]["extra"] = ""
    files["data/contacts.json"] = json.dumps(content).encode()
    files[MANIFEST] = manifest(files)


def a_column_renamed(files):
    files["data/contacts.json"] = files["data/contacts.json"].replace(b'"city"', b'"town"')
    files[MANIFEST] = manifest(files)


def a_value_other(files):
    files["data/contacts.csv"] = files["data/contacts.csv"].replace(b"Camille", b"Camilla")
    files[MANIFEST] = manifest(files)


def json_cut_off(files):
    files["data/contacts.json"] = files["data/contacts.json"][:-20]
    files[MANIFEST] = manifest(files)


def json_without_its_table(files):
    files["data/contacts.json"] = b"{}"
    files[MANIFEST] = manifest(files)


def csv_empty(files):
    files["data/contacts.csv"] = b""
    files[MANIFEST] = manifest(files)


def no_manifest(files):
    del files[MANIFEST]


def a_file_not_in_the_manifest(files):
    files["data/more.txt"] = b"?"


def a_file_changed_after_the_manifest(files):
    files["README.txt"] += b"?"


@pytest.mark.parametrize(
    "spoil",
    [
        a_row_less, a_column_more, a_column_renamed, a_value_other, json_cut_off, json_without_its_table, csv_empty,
        no_manifest, a_file_not_in_the_manifest, a_file_changed_after_the_manifest,
    ],
)  # fmt: skip
def test_a_bundle_that_fails_its_check_leaves_nothing_behind(path, spoil):
    files = files_of()
    spoil(files)

    with pytest.raises(OutputFileError, match="did not pass its own check"):
        write_archive(path, files)

    assert list(path.parent.iterdir()) == []


def test_an_older_archive_stays_when_the_new_one_fails(archive):
    before = archive.read_bytes()

    with pytest.raises(OutputFileError):
        write_archive(archive, {})

    assert archive.read_bytes() == before
    assert list(archive.parent.iterdir()) == [archive]


def test_a_folder_that_cannot_be_made_is_an_expected_failure(tmp_path):
    (tmp_path / "out").write_text("a file")

    with pytest.raises(OutputFileError, match=r"could not be written"):
        write_archive(tmp_path / "out" / "x.zip", files_of())


def test_the_check_passes_what_was_written(archive):
    check_archive(io.BytesIO(archive.read_bytes()), FOLDER, PASSPHRASE)


def test_the_check_does_not_pass_with_another_passphrase(archive):
    with pytest.raises(OutputFileError):
        check_archive(io.BytesIO(archive.read_bytes()), FOLDER, "wrong")


def test_the_check_finds_a_changed_byte(archive):
    content = bytearray(archive.read_bytes())
    first_name = f"{FOLDER}/{next(iter(files_of()))}".encode()
    content[content.index(first_name) + len(first_name) + 100] ^= 0xFF

    with pytest.raises(OutputFileError):
        check_archive(io.BytesIO(bytes(content)), FOLDER, PASSPHRASE)


def test_the_check_finds_an_archive_cut_off(archive):
    content = archive.read_bytes()

    with pytest.raises(OutputFileError):
        check_archive(io.BytesIO(content[: len(content) // 2]), FOLDER, PASSPHRASE)


def test_in_french_the_text_has_its_french_name():
    files = bundle_files(CONTENTS, Tr("fr", gettext.NullTranslations()), BOTH)

    assert "LISEZMOI.txt" in files
    assert "README.txt" not in files
    assert document(files, "contacts")["dsr"]["language"] == "fr"


def test_the_text_names_the_files_that_are_there():
    text = files_of(formats=["csv"])["README.txt"].decode()

    assert "data/contacts.csv, data/messages.csv, data/other_values.csv" in " ".join(text.split())
    assert ".json" not in text.replace("datapackage.json", "")
