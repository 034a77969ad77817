"""The descriptor of a bundle against the official profile, and its schemas against the data."""

import hashlib
import json
from io import BytesIO
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from tests.integration.writers.bundles import CONTENTS, MADE_ON, contents

from dsr_desktop.domain.errors import OutputFileError
from dsr_desktop.wording.language import speak
from dsr_desktop.writers.bundle import bundle_files, manifest
from dsr_desktop.writers.bundle_archive import fill_archive
from dsr_desktop.writers.bundle_schema import fits
from dsr_desktop.writers.csv_text import read_csv

PROFILE = json.loads(
    (Path(__file__).parents[2] / "data" / "datapackage-2.0-datapackage.json").read_text("utf-8")
)
BOTH = ("json", "csv")
repeatable = settings(derandomize=True, max_examples=60, deadline=None, database=None)


def files_of(made=CONTENTS, formats=BOTH, language="en"):
    return bundle_files(made, speak(language), formats)


def described(files):
    return json.loads(files["datapackage.json"])


def tables_in(files):
    return [path[5:-5] for path in files if path.startswith("data/") and path.endswith(".json")]


@pytest.mark.parametrize("formats", [BOTH, ("json",), ("csv",)])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_r_port_2_the_descriptor_fits_the_official_profile(formats, language):
    jsonschema.validate(described(files_of(formats=formats, language=language)), PROFILE)


@repeatable
@given(contents)
def test_whatever_the_values_descriptor_and_data_fit_their_schemas(made):
    files = files_of(made)

    jsonschema.validate(described(files), PROFILE)
    for name in tables_in(files):
        schema = json.loads(files[f"schema/{name}.schema.json"])
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.validate(json.loads(files[f"data/{name}.json"]), schema)


@repeatable
@given(contents)
def test_whatever_the_values_the_archive_passes_its_own_check(made):
    fill_archive(BytesIO(), made.ref, files_of(made), "a passphrase", MADE_ON)


@repeatable
@given(contents)
def test_r_port_3_whatever_the_values_json_has_them_unchanged_and_csv_row_for_row(made):
    files = files_of(made)
    contacts = json.loads(files["data/contacts.json"])["contacts"]

    assert [one["note"] for one in contacts] == [one.note for one in made.scope.contacts]
    for name in tables_in(files):
        rows = json.loads(files[f"data/{name}.json"])[name]
        header, *lines = read_csv(files[f"data/{name}.csv"])
        assert len(lines) == len(rows)
        assert all(list(row) == header for row in rows)


def test_r_bnd_2_size_and_hash_of_every_data_file_stand_in_it():
    files = files_of()
    listed = described(files)["resources"]

    assert {one["path"] for one in listed} == {path for path in files if path.startswith("data/")}
    for one in listed:
        content = files[one["path"]]
        assert one["bytes"] == len(content)
        assert one["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


def test_it_names_request_right_language_controller_and_day():
    package = described(files_of(language="fr"))

    assert (package["name"], package["id"], package["created"], package["version"]) == (
        "dsr-2026-0005-portability", CONTENTS.id, CONTENTS.created, "1.0.0",
    )  # fmt: skip
    assert package["dsr"]["language"] == "fr"
    assert package["dsr"]["csvEscaping"] == "apostrophe-prefix"
    assert package["contributors"] == [
        {"title": "Exemple SAS", "email": "dpo@exemple.example", "roles": ["contact"]}
    ]


def test_columns_say_what_they_mean():
    (contacts,) = [one for one in described(files_of())["resources"] if one["name"] == "contacts"]
    fields = {one["name"]: one for one in contacts["schema"]["fields"]}

    assert fields["email"]["rdfType"] == "https://w3id.org/dpv/pd#EmailAddress"
    assert fields["source_row"]["type"] == "integer"
    assert contacts["schema"]["primaryKey"] == ["record_id"]
    assert contacts["dialect"]["lineTerminator"] == "\r\n"


def test_what_the_person_wrote_is_a_table_of_its_own():
    messages = json.loads(files_of()["data/messages.json"])["messages"]

    assert [(one["message_id"], one["text"]) for one in messages] == [
        ("02f3-1", '=HYPERLINK("http://evil","x")'), ("02f3-2", "Merci"),
    ]  # fmt: skip
    assert messages[0]["received_on"] == "2026-09-01"


def size_other(package):
    package["resources"][0]["bytes"] += 1


def hash_other(package):
    package["resources"][0]["hash"] = "sha256:" + "0" * 64


def a_resource_less(package):
    del package["resources"][0]


@pytest.mark.parametrize("spoil", [size_other, hash_other, a_resource_less])
def test_r_bnd_2_a_descriptor_that_does_not_fit_the_files_fails_the_check(spoil):
    files = files_of()
    package = described(files)
    spoil(package)
    files["datapackage.json"] = json.dumps(package).encode()
    files["manifest-sha256.txt"] = manifest(files)

    with pytest.raises(OutputFileError, match="did not pass its own check"):
        fill_archive(BytesIO(), "DSR-2026-0005", files, "a passphrase", MADE_ON)


@pytest.mark.parametrize(
    ("value", "schema"),
    [
        ("x", {"type": "integer"}), (True, {"type": "integer"}), (1, {"type": "string"}),
        (["x", 1], {"type": "array", "items": {"type": "string"}}),
        ({}, {"type": "object", "required": ["a"]}),
        ({"b": 1}, {"type": "object", "properties": {}, "additionalProperties": False}),
        ({"a": 1}, {"type": "object", "properties": {"a": {"type": "string"}}}),
        ("x", None), ({"a": 1}, {"type": "object", "properties": []}),
    ],
)  # fmt: skip
def test_what_does_not_fit_its_schema_is_told(value, schema):
    assert not fits(value, schema)
