"""Workbooks: the many ways in which programs write the same sheet."""

import re
import shutil
import subprocess

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.messages import UnreadableError
from dsr_desktop.readers.parts import ReadSheet
from dsr_desktop.readers.workbook import read_workbook
from tests.integration.readers.workbook_parts import (
    MAIN,
    SHEET,
    book,
    cells_of,
    hidden_rows,
    notes_of,
    number,
    packed,
    problems,
    read,
    relations,
    row,
    rows_of,
    sheet,
    sheets_of,
    strings,
    styles,
    typed_of,
    zipped,
)

SHARED = strings("<t>Dupont</t>", "<t>Zoé &amp; Cie</t>")
TWO_ROWS = (
    '<row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2"><v>7</v></c></row>'
    '<row r="5" hidden="1"><c r="A5" t="s"><v>1</v></c></row>'
)
AS_READ = [(2, ["", "Dupont", "7"]), (5, ["Zoé & Cie"])]


def prefixed(xml):
    return re.sub(r"<(/?)(?=\w)", r"<\1x:", xml).replace("xmlns=", "xmlns:x=")


def test_a_sheet_as_excel_writes_it():
    content = book(sheet(TWO_ROWS), shared=SHARED)

    assert (rows_of(content), hidden_rows(content)) == (AS_READ, [5])


@pytest.mark.parametrize(
    "change",
    [
        prefixed,
        lambda xml: xml.replace("><", ">\n  <"),
        lambda xml: xml.replace("><", ">\r\n<"),
        lambda xml: xml.replace("UTF-8", "UTF-16").encode("utf-16"),
        lambda xml: xml.encode("utf-8-sig"),
        lambda xml: xml.replace("UTF-8", "ISO-8859-1").encode("latin-1"),
        lambda xml: xml.replace("UTF-8", "windows-1252").encode("cp1252"),
        lambda xml: xml.replace("<row", "<!-- note --><row"),
        lambda xml: xml.replace("<row", "<?go on?><row"),
        lambda xml: xml.replace("<sheetData>", "<!-- <sheetData> --><sheetData>"),
        lambda xml: xml.replace("<sheetData>", '<sheetData  x="1">'),
        lambda xml: xml.replace('r="2"', "r='2'").replace('t="s"', "t='s'"),
        lambda xml: prefixed(xml).replace("<x:sheetData>", "<x:sheetData><!-- -->"),
        lambda xml: xml.replace('<row r="2"', '<row r="2" spans="1:3" customHeight="false"'),
        lambda xml: xml.replace("<c r=", "<c s='0' r="),
        lambda xml: xml.replace('t="s"', "t='s'"),
        lambda xml: xml.replace('t="s"', "t='s'").replace("<v>", "<f/><v>"),
        lambda xml: xml.replace('hidden="1"', "hidden='1'"),
        lambda xml: xml.replace('t="s"', 't="&#115;"'),
        lambda xml: xml.replace('t="s"', '  t="s"').replace("<v>", "<f/><v>"),
        lambda xml: xml.replace("<v>", '<v xml:space="preserve">'),
        lambda xml: xml.replace("<v>7</v>", "<v> 7 </v>"),
        lambda xml: xml.replace("<v>7</v>", "<v><![CDATA[7]]></v>"),
        lambda xml: xml.replace("<v>7</v>", "<v>&#55;</v>"),
        lambda xml: xml.replace('<row r="5"', '<row r="3"/><row r="4" ht="9"></row><row r="5"'),
        lambda xml: xml.replace("</row>", "<extLst><ext><c r='A9'><v>9</v></c></ext></extLst></row>"),
        lambda xml: xml.replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main"),
        lambda xml: xml.replace("<sheetData>", '<dimension ref="A1:A1"/><sheetData>'),
    ],
)  # fmt: skip
def test_the_same_sheet_in_another_form_reads_alike(change):
    content = book(change(sheet(TWO_ROWS)), shared=SHARED)

    assert (rows_of(content), hidden_rows(content)) == (AS_READ, [5])


@pytest.mark.parametrize(
    "shared",
    [
        prefixed(SHARED),
        SHARED.replace("<si>", "\n<si>"),
        SHARED.replace("<si>", "<!-- x --><si>"),
        SHARED.encode("utf-16"),
        SHARED.replace("<t>", '<t xml:space="preserve">'),
        strings("<r><rPr><b/></rPr><t>Du</t></r><r><t>pont</t></r>", "<t>Zoé &#38; Cie</t>"),
        strings("<t>Dupont</t><rPh sb='0' eb='1'><t>デュポン</t></rPh><phoneticPr/>", "<t>Zoé &amp; Cie</t>"),
    ],
)  # fmt: skip
def test_the_same_texts_in_another_form_read_alike(shared):
    assert rows_of(book(sheet(TWO_ROWS), shared=shared)) == AS_READ


def test_a_long_sheet_with_one_odd_row_is_read_in_its_order():
    rows = [row(n, number(n), f"Nom {n}") for n in range(1, 3001)]
    rows[1499] = '<row r="1500"><c r="A1500"><v>1500</v><!-- x --></c><c t="inlineStr"><is><t>Nom 1500</t></is></c></row>'  # fmt: skip

    assert rows_of(book(sheet("".join(rows)))) == [
        (n, [str(n), f"Nom {n}"]) for n in range(1, 3001)
    ]


def test_cells_and_rows_without_places_follow_each_other():
    rows = "<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c><v>3</v></c></row>"

    assert rows_of(book(sheet(rows))) == [(1, ["1", "2"]), (3, ["3"])]


def test_rows_without_places_follow_those_that_have_them():
    rows = row(7, number(1)) + "<row><c><v>2</v></c></row>"

    assert rows_of(book(sheet(rows))) == [(7, ["1"]), (8, ["2"])]


def test_rows_out_of_order_keep_their_places():
    assert rows_of(book(sheet(row(5, "e") + row(3, "c")))) == [(5, ["e"]), (3, ["c"])]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ('<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>', [(1, ["1"]), (1, ["2"])]),
        ('<c r="B1"><v>1</v></c><c r="A1"><v>2</v></c>', [(1, ["", "1"]), (1, ["2"])]),
        ('<c r="A1"><v>1</v></c><c r="B9"><v>2</v></c>', [(1, ["1"]), (9, ["", "2"])]),
    ],
)
def test_cells_in_odd_places_cover_no_others(cells, expected):
    assert rows_of(book(sheet(f'<row r="1">{cells}</row>'))) == expected


def test_empty_cells_that_only_have_a_style_add_nothing():
    cells = '<c r="A1"><v>1</v></c><c r="C1" s="1"/><c r="XFD1" s="1"/>'

    assert rows_of(book(sheet(f'<row r="1">{cells}</row>'), style=styles(14))) == [(1, ["1"])]


def test_control_characters_are_read_as_they_are_spelled():
    shared = strings("<t>a_x0007_b</t>", "<t>_x005F_x0007_</t>", "<t>_xD83D__xDE00_</t>")
    cells = [(' t="s"', f"<v>{n}</v>") for n in range(3)]
    cells += [(' t="str"', "<v>x_x000D_\ny</v>"), "z_x0009_", (' t="str"', "<v>_xD83D_</v>")]

    assert cells_of(book(sheet(row(1, *cells)), shared=shared)) == [
        "a\x07b", "_x0007_", "😀", "x\r\ny", "z\t", "�",
    ]  # fmt: skip


@pytest.mark.parametrize("hidden", [' hidden="1"', ' hidden="true"', ' ht="0" customHeight="1"'])
def test_hidden_rows_are_marked_in_either_way_of_reading(hidden):
    rows = row(1, "a") + row(2, "b", about=hidden)

    assert hidden_rows(book(sheet(rows))) == [2]
    assert hidden_rows(book(prefixed(sheet(rows)))) == [2]


def test_hidden_columns_are_told():
    before = (
        '<cols><col min="1" max="1" width="9"/><col min="3" max="4" hidden="1"/>'
        '<col min="6" max="6" width="0" customWidth="1"/><col min="16383" max="99999" hidden="true"/>'
        '<col min="x" max="9" hidden="1"/></cols>'
    )
    document = Document("x.xlsx", content=book(sheet(row(1, "a"), before=before)))
    parts = [part for part in read_workbook(document, Limits()) if isinstance(part, ReadSheet)]

    assert parts[0].hidden_columns == {3, 4, 6, 16383, 16384}


def test_parts_are_found_whatever_their_spelling():
    plain = book(sheet(TWO_ROWS), shared=SHARED)
    renamed = {
        "_RELS/.rels": relations(("rId1", "officeDocument", "/XL/Workbook.xml")),
        "xl\\workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:d="x/relationships"><sheets>'
        '<sheet name="L" sheetId="1" d:id="rId1"/></sheets></workbook>',
        "xl/_rels/Workbook.xml.rels": relations(
            ("rId1", "worksheet", "./Work%20sheets\\Sheet1.xml"),
            ("rId2", "sharedStrings", "/xl/SharedStrings.xml"),
        ),
        "xl/work sheets/sheet1.XML": sheet(TWO_ROWS),
        "xl/sharedstrings.xml": SHARED,
    }

    assert rows_of(zipped(renamed)) == rows_of(plain) == AS_READ


def test_a_workbook_without_a_list_of_its_parts_is_read_from_its_usual_place():
    assert rows_of(book(sheet(TWO_ROWS), shared=SHARED, without=["_rels/.rels"])) == AS_READ


def test_types_of_content_are_not_asked_for():
    wrong = {"[Content_Types].xml": "<Types><Override PartName='/xl/workbook.xml'/></Types>"}

    assert rows_of(book(sheet(TWO_ROWS), shared=SHARED, more=wrong)) == AS_READ


@pytest.fixture(scope="module")
def made_by_libreoffice(tmp_path_factory):
    """A workbook of openpyxl, opened and saved by LibreOffice."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("soffice")
    workbook = Workbook()
    first = workbook.active
    first.append(["Dupont\nCamille", 612345678, 1000, "=NA()", '=IF(C1>0,"Paul","")'])
    first["B1"].number_format = "0000000000"
    first["C1"].number_format = "00000"
    first["A1"].comment = Comment("Rappeler", "Nora")
    first["A3"] = "  Petit  "
    first["A3"].hyperlink = "mailto:paul@acme.example"
    first.row_dimensions[3].hidden = True
    workbook.create_sheet("Caché").sheet_state = "hidden"
    workbook["Caché"]["B3"] = "x"
    workbook.save(folder / "in.xlsx")
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
         "--convert-to", "xlsx:Calc Office Open XML", "--outdir", folder / "out", folder / "in.xlsx"],
        check=True, capture_output=True, timeout=100,
    )  # fmt: skip
    return (folder / "out" / "in.xlsx").read_bytes()


def test_what_libreoffice_saves_is_read(made_by_libreoffice):
    content = made_by_libreoffice

    assert rows_of(content) == [
        (1, ["Dupont\nCamille", "0612345678", "01000", "#N/A", "Paul"]), (3, ["  Petit  "]),
        (3, ["", "x"]),
    ]  # fmt: skip
    assert typed_of(content) == {"2": 612345678, "3": 1000}
    assert [note[1:3] for note in notes_of(content)] == [
        (5, "formula"), (1, "comment"), (1, "link"),
    ]  # fmt: skip
    assert sheets_of(content)[1] == ("Caché", True)
    assert hidden_rows(content) == [3]
    assert problems(content) == []


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ('<row r="1"><c r="A1"><v>1</v></c><no:prefix/></row>', ["1"]),
        ('<!-- --><row r="1"><c r="A1" t="str"><v>Du\x0bpont</v></c></row>', ["Du\x0bpont"]),
    ],
)  # fmt: skip
def test_what_is_not_well_formed_is_read_by_another_and_said_to_be(rows, expected):
    content = book(sheet(rows))

    assert [one[2] for one in packed(read(content))] == expected
    assert problems(content) == [Problem.ONLY_VALUES_READ, Problem.READ_BY_ANOTHER]


def test_the_other_reader_too_needs_the_whole_of_each_part():
    damaged = bytearray(
        book(sheet("<row><c><v>1</v></c>\x0b</row>"), more={"xl/x.xml": "Dupont" * 9})
    )
    place = damaged.find(SHEET.encode())
    damaged[place + 90] ^= 0xFF

    with pytest.raises(UnreadableError, match=Problem.DAMAGED):
        read(bytes(damaged))


def test_a_sheet_that_the_list_of_sheets_does_not_name_is_told():
    content = book(sheet(row(1, "a")), more={"xl/worksheets/sheet2.xml": sheet(row(1, "b"))})

    assert problems(content) == [Problem.DAMAGED_IN_PART]
    assert problems(book(sheet(row(1, "a")))) == []
