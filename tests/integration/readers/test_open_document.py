"""OpenDocument spreadsheets: everything in them is read, and no trap in them springs."""

import io
import re
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.messages import FileFound
from tests.integration.readers.read_sheets import (
    awkward,
    messages_of,
    outcome_of,
    read_or_refuse,
    refusal_of,
    rows_of,
    sheet_of,
    sheets_of,
    tables,
    warnings_of,
    without_empty_ends,
)

LISTS = Path(__file__).parents[2] / "data" / "lists"
NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in [("office", "office"), ("table", "table"), ("text", "text"),
                         ("style", "style"), ("draw", "drawing")]
) + (
    ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
)  # fmt: skip
MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"


def fods(body, styles="", before=""):
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}<office:document {NAMES}>'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{body}</office:spreadsheet></office:body>"
        "</office:document>"
    ).encode()


def zipped(content, mimetype=MIMETYPE, **parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", mimetype)
        archive.writestr("content.xml", content)
        for name, part in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", part)
    return file.getvalue()


def table(*rows, name="Clients"):
    return f"<table:table table:name={quoteattr(name)}>{''.join(rows)}</table:table>"


def row(*cells, **attributes):
    return f"<table:table-row{_written(attributes)}>{''.join(cells)}</table:table-row>"


def cell(inside="", **attributes):
    return f"<table:table-cell{_written(attributes)}>{inside}</table:table-cell>"


def p(text):
    return f"<text:p>{text}</text:p>"


def number(value, shown, kind="float"):
    return cell(p(shown), office__value_type=kind, office__value=value)


def _written(attributes):
    return "".join(
        f" {name.replace('__', ':').replace('_', '-')}={quoteattr(str(value))}"
        for name, value in attributes.items()
    )


def one_sheet(*rows):
    return fods(table(*rows))


def as_paragraphs(text):
    return "".join(p(_meant_blanks(line)) for line in text.split("\n"))


def _meant_blanks(line):
    blanks = re.compile(r"\A +| +\Z|(?<= ) +")
    marked = blanks.sub(lambda found: "\0" * len(found[0]), line)
    return escape(marked).replace("\0", "<text:s/>").replace("\t", "<text:tab/>")


def as_rows(cells_by_row):
    return [row(*(cell(as_paragraphs(text)) for text in cells)) for cells in cells_by_row]


@given(tables)
def test_any_table_comes_back_from_a_flat_file(cells):
    assert rows_of(one_sheet(*as_rows(cells))) == without_empty_ends(cells)


@given(tables)
def test_any_table_comes_back_from_a_zipped_file(cells):
    assert rows_of(zipped(one_sheet(*as_rows(cells)))) == without_empty_ends(cells)


@given(awkward.filter(str.strip))
def test_a_text_keeps_its_blanks_in_an_indented_file(text):
    content = one_sheet(f"\n  {row(f'   {cell(as_paragraphs(text))}   ')}\n")

    assert rows_of(content) == {1: [text]}


def test_a_file_of_libreoffice_is_read_whole():
    clients, old, secret, empty = sheets_of((LISTS / "traps.ods").read_bytes())

    assert clients.rows == {
        3: ["", "Nom", "Naissance", "Code", "Téléphone", "Total"],
        4: ["", "Dupont, Zoé", "1990-05-04", "00042", "06 12 34 56 78", "12.5"],
        5: ["", "Petit\nJean", "2024-09-01 10:30:00", "33612345678", "123456789012345", "TRUE"],
        6: ["", "Lien", "Dupont, Zoé x", "#DIV/0!", "#N/A", "2"],
        7: ["", "Caché"],
        8: ["", "Fusion", "", "", "08:15:00", "30:00:00"],
        9: ["", "", "", "", "0.07", "1234567"],
        12: ["", "  deux  espaces  ", "a\tb", "01000", "-3", "100000000000000000000",
             "1850512345678", "0.1", "1234567890123460000"],
    }  # fmt: skip
    assert clients.hidden_rows == {7}
    assert clients.typed[4] == {"3": "1990-05-04", "4": 42, "5": 612345678, "6": 12.5}
    assert clients.typed[5]["3"] == "2024-09-01T10:30:00"
    assert clients.typed[8] == {"5": "08:15:00", "6": 108000.0}
    assert clients.notes[6][:2] == [
        (2, "comment", "Vu avec Anaïs Martin"),
        (2, "link", "mailto:camille@exemple.example?subject=x"),
    ]
    assert [(one.name, one.hidden) for one in (clients, old, secret, empty)] == [
        ("Clients", False), ("Anciens", True), ("Secret", True), ("Vide", False),
    ]  # fmt: skip
    assert (old.rows, secret.rows) == ({1: ["Ancien", "Lefèvre"]}, {1: ["Secret", "Œuvre"]})


def test_the_format_is_named():
    content = one_sheet(row(cell(p("Dupont"))))

    assert messages_of(content)[0] == FileFound("fods", None)
    assert messages_of(zipped(content))[0] == FileFound("ods", None)


def test_prefixes_may_be_called_otherwise():
    content = one_sheet(row(cell(p("Dupont"))))
    for before in (b"<", b"</", b" ", b"xmlns:"):
        content = content.replace(before + b"table", before + b"t")
    content = content.replace(b"opendocument:xmlns:t:1.0", b"opendocument:xmlns:table:1.0")

    assert b"<t:table-cell" in content
    assert rows_of(content) == {1: ["Dupont"]}


def test_a_file_of_openoffice_1_is_read():
    old = one_sheet(
        row(cell(p("Dupont")), cell(p("042"), table__value_type="float", table__value="42"))
    )
    for name in ("office", "table", "text", "style", "drawing"):
        new = f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"
        old = old.replace(new.encode(), f"http://openoffice.org/2000/{name}".encode())

    assert rows_of(zipped(old, "application/vnd.sun.xml.calc")) == {1: ["Dupont", "042"]}


def test_repeated_empty_rows_and_cells_only_move_what_follows():
    content = one_sheet(
        row(cell(table__number_columns_repeated=16384), table__number_rows_repeated=4),
        row(cell(table__number_columns_repeated=3), cell(p("Dupont"))),
        row(cell(table__number_columns_repeated=16384), table__number_rows_repeated=1048571),
    )

    assert rows_of(content) == {5: ["", "", "", "Dupont"]}


def test_repeated_filled_rows_and_cells_are_read_as_often():
    content = one_sheet(
        row(cell(p("x"), table__number_columns_repeated=3), table__number_rows_repeated=2)
    )

    assert rows_of(content) == {1: ["x"] * 3, 2: ["x"] * 3}


def test_the_last_cell_of_all_is_read():
    content = one_sheet(
        row(cell(table__number_columns_repeated=16384), table__number_rows_repeated=1048575),
        row(cell(table__number_columns_repeated=16383), cell(p("Dupont"))),
    )

    assert rows_of(content) == {1048576: [""] * 16383 + ["Dupont"]}


@pytest.mark.parametrize(
    ("value", "shown", "text", "typed"),
    [
        ("42", "00042", "00042", 42),
        ("612345678", "06 12 34 56 78", "06 12 34 56 78", 612345678),
        ("33612345678", "3,36E+10", "33612345678", 33612345678),
        ("1234567", "1 234 567", "1234567", 1234567),
        ("1234.5", "1 234,50 €", "1234.5", 1234.5),
        ("12.0", "12", "12", 12),
        ("12345678901234567890", "1,23E+19", "12345678901234567890", 12345678901234567890),
        ("0.07", "7 %", "0.07", 0.07),
        ("1", "VRAI", "VRAI", 1),
        ("42", "", "42", 42),
        ("42", "###", "42", 42),
    ],
)
def test_a_number_is_shown_by_its_mask_or_plainly(value, shown, text, typed):
    sheet = sheet_of(one_sheet(row(number(value, shown))))

    assert (sheet.rows, sheet.typed) == ({1: [text]}, {1: {"1": typed}})


@pytest.mark.parametrize(
    ("attributes", "shown", "text", "typed"),
    [
        ({"value_type": "date", "date_value": "1990-05-04"}, "4 mai", "1990-05-04", "1990-05-04"),
        ({"value_type": "date", "date_value": "2024-09-01T10:30:00"}, "x", "2024-09-01 10:30:00", "2024-09-01T10:30:00"),
        ({"value_type": "date", "date_value": "2024-09-01T10:30:00"}, "01/09/2024", "2024-09-01", "2024-09-01T10:30:00"),
        ({"value_type": "date", "date_value": "2024-09-01T10:30:00"}, "01.09.2024", "2024-09-01", "2024-09-01T10:30:00"),
        ({"value_type": "date", "date_value": "2024-09-01T10:30:00"}, "01.09.24", "2024-09-01", "2024-09-01T10:30:00"),
        ({"value_type": "date", "date_value": "2024-09-01T10:30:00"}, "1/9/24 10 h 30", "2024-09-01 10:30:00", "2024-09-01T10:30:00"),
        ({"value_type": "date", "date_value": "2024-09-01T10:30:00"}, "1.9.2024 10.30.00", "2024-09-01 10:30:00", "2024-09-01T10:30:00"),
        ({"value_type": "date", "date_value": "2024-09-01T10:00:00"}, "9/1/2024 10 AM", "2024-09-01 10:00:00", "2024-09-01T10:00:00"),
        ({"value_type": "date", "date_value": "1899-12-30T06:00:00"}, "30/12/1899 06:00", "1899-12-30 06:00:00", "1899-12-30T06:00:00"),
        ({"value_type": "date", "date_value": "1899-12-30T06:00:00"}, "30/12/1899", "1899-12-30", "1899-12-30T06:00:00"),
        ({"value_type": "time", "time_value": "PT00H01M00S"}, "0:01:00", "00:01:00", "00:01:00"),
        ({"value_type": "date", "date_value": "bientôt"}, "bientôt", "bientôt", None),
        ({"value_type": "time", "time_value": "PT08H15M00S"}, "8:15", "08:15:00", "08:15:00"),
        ({"value_type": "time", "time_value": "PT30H00M01.5S"}, "30:00", "30:00:02", 108001.5),
        ({"value_type": "time", "time_value": "PT999999999999H"}, "long", "long", None),
        ({"value_type": "boolean", "boolean_value": "true"}, "VRAI", "TRUE", True),
        ({"value_type": "string", "string_value": "caché"}, "", "caché", None),
        ({"value_type": "float", "value": "deux"}, "deux", "deux", None),
    ],
)  # fmt: skip
def test_values_have_their_text_and_their_type(attributes, shown, text, typed):
    named = {f"office__{name}": value for name, value in attributes.items()}
    sheet = sheet_of(one_sheet(row(cell(p(shown), **named))))

    assert sheet.rows == {1: [text]}
    assert sheet.typed == ({1: {"1": typed}} if typed is not None else {})


def test_errors_are_shown():
    wrong = cell(
        p("#N/A"), office__value_type="string", office__string_value="", calcext__value_type="error"
    )

    assert rows_of(one_sheet(row(wrong))) == {1: ["#N/A"]}


def test_hidden_rows_filtered_rows_and_collapsed_groups_are_marked():
    group = (
        f'<table:table-row-group table:display="false">{row(cell(p("d")))}</table:table-row-group>'
    )
    sheet = sheet_of(one_sheet(
        row(cell(p("a"))),
        row(cell(p("b")), table__visibility="collapse"),
        row(cell(p("c")), table__visibility="filter"),
        group,
        row(cell(p("e"))),
    ))  # fmt: skip

    assert list(sheet.rows) == [1, 2, 3, 4, 5]
    assert sheet.hidden_rows == {2, 3, 4}


def test_hidden_columns_and_collapsed_groups_of_columns_are_marked():
    columns = (
        '<table:table-column/><table:table-column table:visibility="collapse"/>'
        '<table:table-column-group table:display="false">'
        '<table:table-column table:number-columns-repeated="2"/></table:table-column-group>'
        '<table:table-column table:number-columns-repeated="16380" table:visibility="filter"/>'
    )
    shown, plain = table(columns + row(cell(p("a")))), table(row(cell(p("b"))))

    first, second = sheets_of(fods(shown + plain))
    assert first.hidden_columns == {2, 3, 4, *range(5, 16_385)}
    assert second.hidden_columns == set()
    assert (first.rows, second.rows) == ({1: ["a"]}, {1: ["b"]})


def test_a_sheet_is_hidden_by_its_style():
    styles = '<style:style style:name="ta1" style:family="table"><style:table-properties table:display="false"/></style:style>'
    body = table(row(cell(p("a")))).replace("<table:table ", '<table:table table:style-name="ta1" ')

    assert [one.hidden for one in sheets_of(fods(body, styles))] == [True]


def test_comments_are_read_with_their_author():
    comment = f"<office:annotation><dc:creator>Paul</dc:creator><dc:date>2026-01-01</dc:date>{p('Vu avec')}{p('Zoé')}</office:annotation>"
    sheet = sheet_of(one_sheet(row(cell(comment + p("Dupont"))), row(cell(comment))))

    assert sheet.rows[1] == ["Dupont"]
    assert sheet.notes == {n: [(1, "comment", "Paul: Vu avec\nZoé")] for n in (1, 2)}


def test_links_and_formulas_that_name_somebody_are_read():
    link = '<text:a xlink:href="mailto:zo%C3%A9@exemple.example">ici</text:a>'
    sheet = sheet_of(one_sheet(
        row(cell(p(link)), cell(p('<text:a xlink:href="#Feuille2.A1">là</text:a>'))),
        row(cell(p("x"), table__formula='of:=IF([.A1]="Zoé Petit";1;2)')),
        row(cell(p("x"), table__formula="of:=[.A1]+1")),
    ))  # fmt: skip

    assert sheet.rows[1] == ["ici", "là"]
    assert sheet.notes == {
        1: [(1, "link", "mailto:zoé@exemple.example")],
        2: [(1, "formula", '=IF([.A1]="Zoé Petit";1;2)')],
    }


def test_what_is_covered_by_a_merged_cell_is_read():
    content = one_sheet(
        row(cell(p("Dupont")), f"<table:covered-table-cell>{p('Petit')}</table:covered-table-cell>")
    )

    assert rows_of(content) == {1: ["Dupont", "Petit"]}


def test_line_breaks_tabs_and_spans_are_part_of_the_text():
    inside = "a<text:line-break/>b<text:tab/>c<text:s text:c='3'/><text:span>d <text:span>e</text:span></text:span>"

    assert rows_of(one_sheet(row(cell(p(inside) + p("f"))))) == {1: ["a\nb\tc   d e\nf"]}


def test_tracked_changes_are_passed_over_and_pointed_out():
    changes = f"<table:tracked-changes><table:cell-content-change><table:previous>{table(row(cell(p('Avant'))))}</table:previous></table:cell-content-change></table:tracked-changes>"
    content = fods(changes + table(row(cell(p("Dupont")))))

    assert rows_of(content) == {1: ["Dupont"]}
    assert warnings_of(content) == {Problem.CHANGES_NOT_READ}


def test_text_in_drawings_is_passed_over_and_pointed_out():
    box = f"<draw:frame><draw:text-box>{p('Zoé Petit')}</draw:text-box></draw:frame>"
    content = one_sheet(f"<table:shapes>{box}</table:shapes>", row(cell(p("Dupont") + box)))

    assert rows_of(content) == {1: ["Dupont"]}
    assert warnings_of(content) == {Problem.DRAWN_TEXT_NOT_READ}


def test_pictures_charts_and_copies_of_linked_files_are_no_contacts():
    chart = f"<draw:frame><draw:object>{table(row(cell(p('Copie'))))}</draw:object></draw:frame>"
    copy = table(row(cell(p("Copie"))), name="'file:///tmp/autre.ods'#$Feuille1")
    content = fods(table(row(cell(p("Dupont") + chart))) + copy)

    assert rows_of(content) == {1: ["Dupont"]}
    assert warnings_of(content) == set()


def test_an_encrypted_file_asks_for_its_password():
    manifest = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"

    assert refusal_of(zipped(b"\x00\x01", **{"META-INF__manifest": manifest})) is Problem.PASSWORD


def test_a_text_document_is_named_as_not_read():
    content = f"<office:document {NAMES}><office:body><office:text>{p('Zoé')}</office:text></office:body></office:document>"

    assert refusal_of(content.encode()) is Problem.UNKNOWN_KIND
    assert refusal_of(zipped(content, "")) is Problem.UNKNOWN_KIND


def test_a_sheet_without_cells_is_nothing():
    assert refusal_of(one_sheet()) is Problem.NOTHING_INSIDE


ENTITIES = {
    "billion laughs": '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>',
    "outside": '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    "parameter": '<!DOCTYPE x [<!ENTITY % a SYSTEM "http://127.0.0.1/"> %a;]>',
}


@pytest.mark.parametrize("trap", ENTITIES.values(), ids=ENTITIES)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1", "cp1252"])
def test_entities_are_refused_in_every_encoding(trap, encoding):
    content = fods(table(row(cell(p("&a;")))), before=trap).decode()
    content = content.replace('encoding="UTF-8"', f'encoding="{encoding}"')

    assert refusal_of(zipped(content.encode(encoding))) is Problem.DEFINES_TEXT
    assert refusal_of(content.encode(encoding)) is Problem.DEFINES_TEXT


def test_an_entity_declared_elsewhere_is_refused_and_not_left_out():
    before = '<!DOCTYPE office:document PUBLIC "x" "office.dtd">'

    assert (
        refusal_of(fods(table(row(cell(p("Zo&eacute;")))), before=before)) is Problem.DEFINES_TEXT
    )
    assert rows_of(fods(table(row(cell(p("Zoé")))), before=before)) == {1: ["Zoé"]}


TRAPS = {
    "rows": (one_sheet(row(cell(p("x")), table__number_rows_repeated=5_000_001)), Problem.TOO_MANY_ROWS),
    "text": (one_sheet(row(cell(p("x" * 3_000)), table__number_rows_repeated=1_000_000)), Problem.TOO_MUCH_TEXT),
    "rows of repeated cells": (
        one_sheet(row(cell(p("x"), table__number_columns_repeated=16384), table__number_rows_repeated=1_048_576)),
        Problem.TOO_MUCH_TEXT,
    ),
    "cells": (one_sheet(row(cell(p("x"), table__number_columns_repeated=2_000_000))), Problem.ONLY_LINES_READ),
    "long cells": (one_sheet(row(cell(p("x" * 9_000), table__number_columns_repeated=16384))), Problem.TOO_MUCH_TEXT),
    "rows beyond counting": (one_sheet(row(cell(p("x")), table__number_rows_repeated=10**30)), Problem.ONLY_LINES_READ),
    "cells beyond counting": (one_sheet(row(cell(table__number_columns_repeated=10**9), cell(p("x")))), Problem.ONLY_LINES_READ),
    "fewer than one row": (one_sheet(row(cell(p("x")), table__number_rows_repeated=0)), Problem.ONLY_LINES_READ),
    "no number of rows": (one_sheet(row(cell(p("x")), table__number_rows_repeated="deux")), Problem.ONLY_LINES_READ),
    "one giant cell": (one_sheet(row(cell(p("x" * 20_000_000)))), Problem.CELL_TOO_LONG),
    "one giant attribute": (one_sheet(row(cell(p("x"), office__value="1" * 20_000_000))), Problem.OUT_OF_PROPORTION),
    "zeros": (b"<office:document xmlns='opendocument'>" + bytes(10_000), Problem.NOT_TEXT),
}  # fmt: skip


@pytest.mark.parametrize(("content", "problem"), TRAPS.values(), ids=TRAPS)
def test_traps_end_in_a_clear_problem(content, problem):
    assert outcome_of(content) is problem


def test_a_zip_bomb_is_refused_by_the_limit_of_text():
    bomb = one_sheet(row(cell(p("x")))).replace(
        b"<office:body>", b" " * 30_000_000 + b"<office:body>"
    )

    assert refusal_of(zipped(bomb), text=3_000_000) is Problem.TOO_MUCH_TEXT


def test_a_hundred_thousand_levels_are_read_through():
    deep = (
        "<table:table-row-group>" * 100_000
        + row(cell(p("x")))
        + "</table:table-row-group>" * 100_000
    )

    assert rows_of(one_sheet(deep)) == {1: ["x"]}


def test_a_part_that_is_missing_or_packed_otherwise_is_refused():
    whole = zipped(one_sheet(row(cell(p("Dupont")))))

    assert refusal_of(whole.replace(b"content.xml", b"contend.xml")) is Problem.DAMAGED


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.7, 0.9, 0.99])
def test_a_zip_that_is_cut_off_is_refused_and_of_a_flat_file_only_lines_are_read(share):
    flat = one_sheet(*as_rows([["Dupont", "Zoé"]] * 500))
    packed = (LISTS / "traps.ods").read_bytes()

    assert outcome_of(flat[: int(len(flat) * share)]) is Problem.ONLY_LINES_READ
    assert refusal_of(packed[: int(len(packed) * share)]) is Problem.DAMAGED


@given(st.data())
def test_random_bytes_anywhere_end_clearly(data):
    content = bytearray((LISTS / "traps.ods").read_bytes())
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=8)):
        content[place] = data.draw(st.integers(0, 255))

    read_or_refuse(bytes(content))


@given(st.data())
def test_random_bytes_in_the_xml_end_clearly(data):
    content = bytearray(one_sheet(*as_rows([["Dupont", "Zoé"]] * 5)))
    for place in data.draw(st.lists(st.integers(60, len(content) - 1), min_size=1, max_size=8)):
        content[place] = data.draw(st.integers(0, 255))

    read_or_refuse(bytes(content))
