"""JSON and JSON Lines: which lists are in them, and every value as it was written."""

import contextlib
import json
import zipfile
from operator import itemgetter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.domain.cells import split_cells
from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.messages import (
    FileFound,
    Rows,
    SheetBegins,
    StartsAgain,
    UnreadableError,
    Warned,
)
from dsr_desktop.readers.reading import read_document

BY_PIECES = [
    Warned(Problem.ONLY_LINES_READ, {}),
    Warned(Problem.READ_BY_ANOTHER, {"reader": "json, piece by piece"}),
]


def messages_of(content, **limits):
    content = content if isinstance(content, bytes) else content.encode()
    messages = list(read_document(Document("liste.json", content=content), Limits(**limits)))
    begun = max((at for at, one in enumerate(messages) if isinstance(one, StartsAgain)), default=-1)
    return messages[begun + 1 :]


def read(content, **limits):
    """Rows of each sheet by its name, as {number: cells}."""
    messages = messages_of(content, **limits)
    assert messages[0].format == "json"
    sheets = {}
    for message in messages:
        match message:
            case SheetBegins(name):
                sheets[name] = rows = {}
            case Rows(packed):
                rows.update((row[0], list(split_cells(row[2]))) for row in packed)
            case Warned():
                raise AssertionError(message)
    return sheets


def rows_of(content):
    """Rows of the only sheet."""
    (rows,) = read(content).values()
    return list(rows.values())


def typed(content):
    packed = [row for one in messages_of(content) if isinstance(one, Rows) for row in one.rows]
    return [json.loads(row[3]) if row[3] else None for row in packed][1:]


def read_in_pieces(content):
    """Rows below the titles, in which what is no whole record stands under "Text"."""
    messages = messages_of(content)
    assert [one for one in messages if isinstance(one, Warned)] == BY_PIECES
    packed = [row for one in messages if isinstance(one, Rows) for row in one.rows]
    titles, *rows = [split_cells(row[2]) for row in packed]
    return [dict(filter(itemgetter(1), zip(titles, row, strict=False))) for row in rows]


def refused(content, **limits):
    with pytest.raises(UnreadableError) as caught:
        messages_of(content, **limits)
    return caught.value.problem


# --- where the lists are


@pytest.mark.parametrize(
    "content",
    [
        '[{"nom": "Dupont", "ville": "Metz"}, {"nom": "Kunz", "ville": "Köln"}]',
        '{"nom": "Dupont", "ville": "Metz"}\n{"nom": "Kunz", "ville": "Köln"}\n',
        '\n{"nom": "Dupont", "ville": "Metz"}\r\n\r\n{"nom": "Kunz", "ville": "Köln"}',
        '{"nom": "Dupont",\n"ville": "Metz"}\n{"nom": "Kunz",\n"ville": "Köln"}',
        '[["nom", "ville"], ["Dupont", "Metz"], ["Kunz", "Köln"]]',
        '["nom", "ville"]\n["Dupont", "Metz"]\n["Kunz", "Köln"]\n',
    ],
    ids=["list", "lines", "lines with gaps", "objects", "lists in a list", "lists by line"],
)
def test_every_form_of_a_list_becomes_the_same_rows(content):
    assert read(content) == {
        "liste": {1: ["nom", "ville"], 2: ["Dupont", "Metz"], 3: ["Kunz", "Köln"]}
    }


def test_lists_inside_an_object_are_sheets_and_what_is_beside_them_is_one_too():
    content = {
        "total": 2,
        "contacts": [{"nom": "Dupont"}, {"nom": "Kunz"}],
        "data": {"orders": [{"id": 7}], "page": 1},
        "exported_by": "Lea",
    }

    assert read(json.dumps(content)) == {
        "contacts": {1: ["nom"], 2: ["Dupont"], 3: ["Kunz"]},
        "data.orders": {1: ["id"], 2: ["7"]},
        "liste": {1: ["total", "data.page", "exported_by"], 2: ["2", "1", "Lea"]},
    }


def test_one_object_alone_is_one_record():
    assert rows_of('{"nom": "Dupont", "tel": "0612"}') == [["nom", "tel"], ["Dupont", "0612"]]


def test_objects_inside_objects_get_dotted_names_and_lists_are_joined_or_numbered():
    record = {
        "nom": "Dupont",
        "adresse": {"ville": "Metz", "geo": {"lat": 49.1}},
        "tags": ["vip", None, 3],
        "emails": [{"value": "a@b.example"}, {"value": "c@d.example"}],
        "vide": [],
        "points": [[1, 2], [3]],
    }

    assert rows_of(json.dumps([record])) == [
        ["nom", "adresse.ville", "adresse.geo.lat", "tags", "emails.1.value", "emails.2.value",
         "vide", "points.1", "points.2"],
        ["Dupont", "Metz", "49.1", "vip; 3", "a@b.example", "c@d.example", "", "1; 2", "3"],
    ]  # fmt: skip


def test_columns_stand_in_order_of_first_appearance_and_missing_fields_are_empty():
    assert rows_of('[{"b": 1}, {"a": 2, "b": 3}, {"c": 4}]') == [
        ["b", "a", "c"], ["1"], ["3", "2"], ["", "", "4"],
    ]  # fmt: skip


def test_a_key_that_stands_twice_keeps_both_values():
    assert rows_of('[{"tel": "1", "tel": "2"}, {"tel": "3"}]') == [
        ["tel", "tel"], ["1", "2"], ["3"],
    ]  # fmt: skip


def test_plain_values_among_objects_are_kept():
    assert rows_of('[{"nom": "Dupont"}, "lea@acme.example", null, 5]') == [
        ["nom"], ["Dupont"], ["", "lea@acme.example"], ["", "5"],
    ]  # fmt: skip


def test_more_fields_than_columns_become_rows():
    content = {f"p{n}@acme.example": {"nom": f"N{n}"} for n in range(1_200)}

    rows = rows_of(json.dumps(content))

    assert rows[0] == ["record", "field", "value"]
    assert rows[1_200] == ["1", "p1199@acme.example.nom", "N1199"]


# --- values


def test_numbers_are_kept_exactly_as_written():
    numbers = ["1.50", "-0", "123456789012345678901234567890", "1E5", "0.1", "12.0", "6" * 5_000]

    (_, cells) = rows_of(f'{{"n": [{",".join(numbers)}]}}')
    assert cells == ["; ".join(numbers)]
    assert rows_of("[" + ",".join(f'{{"n": {number}}}' for number in numbers) + "]")[1:] == [
        [number] for number in numbers
    ]


def test_numbers_and_truths_are_typed_where_nothing_is_lost():
    content = (
        '[{"n": 12}, {"n": 1.50}, {"n": true}, {"n": "12"}, {"n": 1234567890123456}, {"n": 1e999}]'
    )

    assert typed(content) == [{"1": 12}, {"1": 1.5}, {"1": True}, None, None, None]


def test_truths_and_nothing_are_shown_as_written():
    assert rows_of('[{"a": true, "b": false, "c": null, "d": NaN, "e": "x"}]')[1] == [
        "true", "false", "", "NaN", "x",
    ]  # fmt: skip


def test_control_characters_in_texts_are_taken_and_nuls_left_out():
    assert rows_of('[{"a": "x\ty\nz", "b": "1\\u00002\\u0000"}]')[1] == ["x\ty\nz", "12"]


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff"),
     ("utf-32-le", b"\xff\xfe\0\0"), ("cp1252", b"")],
)  # fmt: skip
@pytest.mark.parametrize("content", ['[{"nom": "Éloïse"}]', '{"nom": "Éloïse"}\n{"nom": "Zoé"}\n'])
def test_every_encoding_is_read(content, encoding, mark):
    assert rows_of(mark + content.encode(encoding))[:2] == [["nom"], ["Éloïse"]]


def test_the_encoding_is_told():
    assert messages_of('[{"nom": "Zoé"}]'.encode("cp1252"))[0] == FileFound("json", "cp1252")
    assert messages_of('[{"nom": "Zoé"}]')[0] == FileFound("json", "utf-8")


# --- what is no JSON after all


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        ('[{"nom": "Dupont"}, {"nom": "Ku', [{"nom": "Dupont"}, {"Text": '"nom": "Ku'}]),
        ('[{"nom": "Dupont"}] Petit', [{"nom": "Dupont"}, {"Text": "] Petit"}]),
        ('{"nom": "Dupont"}\n{"nom": "Ku', [{"nom": "Dupont"}, {"Text": '"nom": "Ku'}]),
        ('{"nom": "Dupont"}\n{"nom": Ku}\n{"nom": "Roux"}',
         [{"nom": "Dupont"}, {"Text": '"nom": Ku}'}, {"nom": "Roux"}]),
        ('{"total": 2, "contacts": [{"nom": "Dupont"}, {"nom": "Roux"},',
         [{"Text": '"total": 2, "contacts": ['}, {"nom": "Dupont"}, {"nom": "Roux"}]),
        ('{"a": 01}', [{"Text": '"a": 01}'}]),
        ('["a" "b"]', [{"Text": '["a" "b"]'}]),
        ('{"": 1', [{"Text": '"": 1'}]),
        (r'["Andr\u00e9 \"Dédé\" \ud83d\ude00" 1]', [{"Text": '["André "Dédé" 😀" 1]'}]),
    ],
)  # fmt: skip
def test_of_broken_json_whole_records_are_rows_and_the_rest_is_text(content, rows):
    assert read_in_pieces(content) == rows


@pytest.mark.parametrize("content", ["[]", "{}", "[{}, {}]", "[[], []]"])
def test_json_without_any_value_has_no_row(content):
    assert refused(content) is Problem.NOTHING_INSIDE


def test_objects_without_an_end_that_lie_in_each_other_are_refused():
    assert refused('[{"a": 1}' + ',{"a":[{"b":1}' * 50) is Problem.OUT_OF_PROPORTION


def test_a_long_text_between_records_is_cut_into_cells():
    rows = read_in_pieces('[{"nom": "Dupont"}, "' + "mot " * 20_000)

    assert [len(row.get("Text", "")) > 1_000 for row in rows] == [False, True, True, True]


def test_a_comma_too_many_does_no_harm():
    assert rows_of('[{"nom": "Dupont"},]') == [["nom"], ["Dupont"]]


# --- hostile


@pytest.mark.parametrize("opening", ["[", '{"a":', '[{"a":'])
def test_data_nested_a_hundred_thousand_deep_is_refused(opening):
    assert refused('[{"a": 1},' + opening * 100_000) is Problem.NESTED_DATA_TOO_DEEP
    assert refused(f'[{{"a": {"[" * 100_000}{"]" * 100_000}}}]') is Problem.NESTED_DATA_TOO_DEEP


def test_a_giant_text_is_refused():
    assert refused('[{"a": "' + "x" * 40_000 + '"}]') is Problem.CELL_TOO_LONG


def test_too_many_records_are_refused():
    assert refused('{"a": 1}\n' * 200, rows=100) is Problem.TOO_MANY_ROWS


def test_a_list_inside_an_archive_is_read(tmp_path):
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("export.json", '{"contacts": [{"nom": "Dupont"}]}')

    messages = list(read_document(Document.on_disk(path), Limits()))
    assert SheetBegins("export.json › contacts", hidden=False) in messages


TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\x1f"), max_size=12)
KEYS = TEXTS.filter(lambda key: key.strip() and not key.isspace())


@given(
    st.lists(KEYS, min_size=1, max_size=4, unique=True).flatmap(
        lambda keys: st.lists(st.tuples(*[TEXTS for _ in keys]), min_size=1, max_size=5).map(
            lambda rows: [list(keys), *map(list, rows)]
        )
    ),
    st.sampled_from(["list", "lines", "object"]),
    st.booleans(),
)
def test_random_tables_are_read_back_cell_by_cell(table, form, ascii_only):
    records = [dict(zip(table[0], row, strict=True)) for row in table[1:]]
    texts = [json.dumps(record, ensure_ascii=ascii_only) for record in records]
    content = {
        "list": f"[{', '.join(texts)}]",
        "lines": "\n".join(texts),
        "object": f'{{"liste": [{", ".join(texts)}]}}',
    }[form]

    (rows,) = read(content).values()

    width = len(table[0])
    read_back = [(rows.get(n, []) + [""] * width)[:width] for n in range(1, len(table) + 1)]
    assert read_back == table


@given(st.binary(max_size=200))
def test_random_bytes_are_read_or_refused(noise):
    with contextlib.suppress(UnreadableError):
        messages = messages_of(b'[{"a": ' + noise)
        assert any(isinstance(one, Rows) for one in messages)


def test_what_is_no_utf_8_is_read_in_the_encoding_that_was_named():
    content = '[{"Ville": "Łódź"}]'.encode("cp1250")
    document = Document("x.json", content=content, encoding="cp1250")

    messages = list(read_document(document, Limits()))
    assert messages[0] == FileFound("json", "cp1250")
    assert any("Łódź" in row[2] for one in messages if isinstance(one, Rows) for row in one.rows)
