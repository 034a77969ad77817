"""A mapping file comes back as it was written; a wrong one is refused in one sentence."""

import copy
import json

import pytest

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.fields import Field, Origin
from dsr_desktop.domain.mapping import ColumnChoice, HeaderChoice, SheetMapping
from dsr_desktop.domain.mapping_file import (
    mapping_from_entry,
    mapping_to_entry,
    mappings_from_text,
    mappings_to_document,
)

ONE, OTHER, THIRD = "1" * 32, "2" * 32, "a" * 32
MAPPINGS = (
    SheetMapping(ONE, titles=("Nom", ""), columns={
        1: ColumnChoice(Field.NAME, Origin.PROVIDED),
        2: ColumnChoice(None, reason="asked for by the person"),
    }),
    SheetMapping(OTHER, HeaderChoice.ROW, 4, ("Wer",), {1: ColumnChoice(skip=True)}),
    SheetMapping(THIRD, HeaderChoice.NONE, columns={3: ColumnChoice(Field.OPT_IN, purpose="sms")}),
)  # fmt: skip
PLAIN = {
    "version": 1,
    "mappings": [
        {"fingerprint": ONE, "titles": ["Nom"], "columns": [{"column": 1, "field": "name"}]}
    ],
}


def test_mappings_come_back_as_they_were_written():
    text = json.dumps(mappings_to_document(MAPPINGS))

    assert mappings_from_text(text, "team.json") == MAPPINGS


@pytest.mark.parametrize("mapping", MAPPINGS)
def test_a_single_mapping_comes_back_as_it_was_written(mapping):
    assert mapping_from_entry(json.loads(json.dumps(mapping_to_entry(mapping)))) == mapping


def test_a_file_by_hand_needs_no_more_than_it_says():
    assert mappings_from_text(json.dumps(PLAIN), "team.json") == (
        SheetMapping(ONE, titles=("Nom",), columns={1: ColumnChoice(Field.NAME)}),
    )


@pytest.mark.parametrize(
    "text",
    ["", "Nom;E-mail", "[]", "{}", '{"version": 2, "mappings": []}', '{"version": 1}', "[" * 9_999],
)
def test_what_is_no_mapping_file_is_named(text):
    with pytest.raises(InvalidInputError, match=r"team\.json is no mapping file of version 1"):
        mappings_from_text(text, "team.json")


@pytest.mark.parametrize("key", ["titles", "reason", "field", "other"])
def test_half_a_sign_that_no_register_can_hold_makes_no_mapping_file(key):
    text = json.dumps(PLAIN).replace('"titles": ["Nom"]', f'"{key}": ["Nom \\ud83d"]')

    with pytest.raises(InvalidInputError, match=r"team\.json is no mapping file of version 1"):
        mappings_from_text(text, "team.json")


def refusal(change):
    document = copy.deepcopy(PLAIN)
    change(document["mappings"][0])
    with pytest.raises(InvalidInputError) as refused:
        mappings_from_text(json.dumps(document), "team.json")
    return str(refused.value)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("fingerprint", "xyz"), ("fingerprint", None), ("titles", "Nom"), ("titles", [1]),
        ("columns", {}), ("header_row", 0), ("header_row", "4"), ("header_row", True), ("other", 1),
    ],
)  # fmt: skip
def test_a_wrong_entry_is_named_by_its_number_and_key(key, value):
    said = refusal(lambda entry: entry.update({key: value}))

    assert said.startswith(f"team.json, mapping 1: {key} is missing")


def test_a_header_of_ones_choice_needs_its_titles():
    said = refusal(lambda entry: entry.update(header_row=3, titles=["", " "]))

    assert said.startswith("team.json, mapping 1: titles is missing")


@pytest.mark.parametrize("number", [0, -1, "1", True, None, 16_385])
def test_a_column_is_called_by_its_number(number):
    said = refusal(lambda entry: entry["columns"].append({"column": number, "field": None}))

    assert said.startswith("team.json, mapping 1: column is missing")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("skip", "yes"), ("reason", ""), ("reason", 4), ("reason", "x" * 501), ("skp", True),
        ("purpose", "sms"),
    ],
)  # fmt: skip
def test_a_wrong_column_is_named_by_its_number_and_key(key, value):
    said = refusal(lambda entry: entry["columns"][0].update({key: value}))

    assert said.startswith(f"team.json, mapping 1, column 1: {key} is missing")


def test_a_column_must_say_what_it_is_unless_it_is_skipped():
    said = refusal(lambda entry: entry["columns"][0].pop("field"))

    assert said.startswith("team.json, mapping 1, column 1: field is missing")


@pytest.mark.parametrize(("key", "known"), [("field", "given_name"), ("origin", "provided")])
def test_a_value_that_does_not_exist_is_named_with_those_that_do(key, known):
    said = refusal(lambda entry: entry["columns"][0].update({key: "surname"}))

    assert said.startswith(
        f"team.json, mapping 1, column 1: there is no {key} surname. Use one of: "
    )
    assert known in said


def test_the_same_sheet_or_column_twice_is_refused():
    twice = {**PLAIN, "mappings": PLAIN["mappings"] * 2}
    with pytest.raises(InvalidInputError, match="mapping 2: fingerprint"):
        mappings_from_text(json.dumps(twice), "team.json")

    assert "mapping 1: column" in refusal(
        lambda entry: entry["columns"].append({"column": 1, "skip": True})
    )


def test_an_entry_that_is_no_object_is_named():
    with pytest.raises(InvalidInputError, match="mapping 1: mapping is missing"):
        mappings_from_text('{"version": 1, "mappings": [3]}', "team.json")
