"""Workbooks, part by part: the cells are empty, nothing else moves, no part tells of the person."""

import io
import zipfile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table

from dsr_desktop.cleaners.obstacles import CannotCleanError
from dsr_desktop.domain.cleaning import Obstacle
from tests.integration.cleaners.cleaned import WHOLE, changed, cleaned, parts, places_of

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


@pytest.fixture
def book(tmp_path):
    """A list with all that a spreadsheet program hangs on it; Camille is row 5."""
    made = Workbook()
    sheet = made.active
    sheet.title = "Clients"
    sheet.append(["Nom", "Prénom", "E-mail", "Ville", "Montant", "Double"])
    for n in range(2, 9):
        sheet.append([f"Nom{n}", f"Prenom{n}", f"p{n}@foo.example", "Metz", n * 10, f"=E{n}*2"])
    for cell, text in (("A5", "Dupont"), ("B5", "Camille"), ("C5", "camille.dupont@acme.example")):
        sheet[cell] = text
    sheet["A5"].font = Font(bold=True)
    sheet["C5"].hyperlink = "mailto:camille.dupont@acme.example"
    sheet["C6"].hyperlink = "mailto:p6@foo.example"
    sheet["A5"].comment = Comment("Camille rappelle lundi", "Nora")
    sheet["A6"].comment = Comment("ne pas appeler", "Nora")
    sheet.column_dimensions["C"].width = 40
    sheet.merge_cells("D7:D8")
    sheet.add_table(Table(displayName="Liste", ref="A1:F8"))
    rule = DataValidation("list", formula1='"Camille,Paul"')
    rule.add("H2:H9")
    sheet.add_data_validation(rule)
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=5, min_row=1, max_row=8), titles_from_data=True)
    sheet.add_chart(chart, "J2")
    made.properties.title = "Dossier de camille.dupont@acme.example"
    path = tmp_path / "clients.xlsx"
    made.save(path)
    return path


def test_a_row_is_emptied_and_every_other_cell_stays(book):
    done = load_workbook(io.BytesIO(cleaned(book, "xlsx", {"Clients": {5: WHOLE}})))["Clients"]
    before = load_workbook(book)["Clients"]

    for row in before.iter_rows():
        for cell in row:
            assert done[cell.coordinate].value == (None if cell.row == 5 else cell.value)
    assert done["A5"].font.bold
    assert done.column_dimensions["C"].width == 40
    assert [str(one) for one in done.merged_cells.ranges] == ["D7:D8"]
    assert "Liste" in done.tables


def test_chosen_cells_are_emptied_and_the_rest_of_the_row_stays(book):
    done = load_workbook(io.BytesIO(cleaned(book, "xlsx", {"Clients": {5: frozenset({1, 3})}})))

    values = [cell.value for cell in done["Clients"][5]]
    assert values == [None, "Camille", None, "Metz", 50, "=E5*2"]


def test_no_part_tells_of_the_person_any_more(book):
    done = cleaned(book, "xlsx", {"Clients": {5: WHOLE}})

    for text in ("camille", "dupont", "rappelle"):
        assert places_of(text, book.read_bytes())
        assert not places_of(text, done)


def test_comments_and_links_of_others_stay(book):
    done = load_workbook(io.BytesIO(cleaned(book, "xlsx", {"Clients": {5: WHOLE}})))["Clients"]

    assert done["A5"].comment is None
    assert done["A6"].comment.text == "ne pas appeler"
    assert done["C5"].hyperlink is None
    assert done["C6"].hyperlink.target == "mailto:p6@foo.example"


def test_parts_that_do_not_tell_of_the_person_keep_every_byte(book):
    before = book.read_bytes()

    assert changed(before, cleaned(book, "xlsx", {"Clients": {5: WHOLE}})) == {
        "docProps/core.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/_rels/sheet1.xml.rels",
        "xl/comments/comment1.xml", "xl/drawings/commentsDrawing1.vml",
    }  # fmt: skip


def test_the_last_link_goes_with_the_list_of_links(book):
    whole = {"Clients": {5: WHOLE, 6: WHOLE}}

    sheet = parts(cleaned(book, "xlsx", whole))["xl/worksheets/sheet1.xml"]

    assert b"hyperlink" not in sheet


# --- books written by hand


def written(path, sheet, more=None, *, space=MAIN, prefix="", workbook=""):
    """Write a workbook of one sheet; `more` are other parts, with the kind of their relation."""
    p = f"{prefix}:" if prefix else ""
    xmlns = f'xmlns:{prefix}="{space}"' if prefix else f'xmlns="{space}"'
    more = more or {}
    links = "".join(
        f'<Relationship Id="r{n}" Type="{OFFICE}/{kind}" Target="{name.removeprefix("xl/")}"/>'
        for n, (name, (kind, _text)) in enumerate(more.items(), 2)
    )
    files = {
        "[Content_Types].xml": f'<Types xmlns="{TYPES}"><Default Extension="xml" ContentType="application/xml"/>'
        + "".join(f'<Override PartName="/{name}" ContentType="x/{kind}"/>' for name, (kind, _) in more.items())
        + "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{RELS}"><Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<{p}workbook {xmlns} xmlns:r="{OFFICE}"><{p}sheets><{p}sheet name="Liste" sheetId="1" r:id="r1"/></{p}sheets>{workbook}</{p}workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{RELS}"><Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>{links}</Relationships>',
        "xl/worksheets/sheet1.xml": f'<?xml version="1.0"?><{p}worksheet {xmlns} xmlns:r="{OFFICE}"><{p}sheetData>{sheet}</{p}sheetData></{p}worksheet>',
    }  # fmt: skip
    files |= {name: text for name, (_kind, text) in more.items()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return path


def sheet_of(content):
    text = parts(content)["xl/worksheets/sheet1.xml"].decode()
    return text[text.index("sheetData>") + 10 : text.rindex("</")]


STRINGS = (
    f'<sst xmlns="{MAIN}" count="4" uniqueCount="4"><si><t>Nom</t></si><si><r><t>Du</t></r><r><t>pont</t></r></si>'
    "<si><t>Metz</t></si><si><t>Dupont, Camille</t></si><si><t>dupont</t></si></sst>"
)


def test_a_shared_text_goes_only_if_no_cell_uses_it_and_numbers_stay(tmp_path):
    rows = (
        '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
        '<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" s="3" t="s"><v>2</v></c></row>'
        "<row r='3'><c r='A3' t='s'><v>0</v></c><c r='B3' t='s'><v>2</v></c></row>"
    )
    path = written(tmp_path / "a.xlsx", rows, {"xl/sharedStrings.xml": ("sharedStrings", STRINGS)})

    done = cleaned(path, "xlsx", {"Liste": {2: WHOLE}})

    assert '<row r="2"><c r="A2"/><c r="B2" s="3"/></row>' in sheet_of(done)
    assert parts(done)["xl/sharedStrings.xml"].decode() == (
        f'<sst xmlns="{MAIN}" count="4" uniqueCount="4"><si><t>Nom</t></si><si><t/></si>'
        "<si><t>Metz</t></si><si><t>Dupont, Camille</t></si><si><t/></si></sst>"
    )


def test_prefixed_strict_and_inline_texts_are_understood(tmp_path):
    rows = (
        '<x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>Nom</x:t></x:is></x:c></x:row>'
        '<x:row><x:c t="inlineStr"><x:is><x:t>Dupont &amp; fils</x:t></x:is></x:c><x:c><x:v>1</x:v></x:c></x:row>'
    )
    path = written(tmp_path / "a.xlsx", rows, space=STRICT, prefix="x")

    done = cleaned(path, "xlsx", {"Liste": {2: frozenset({1})}})

    assert sheet_of(done).startswith(rows[: rows.index("<x:row>")] + "<x:row><x:c/><x:c><x:v>1")


def test_a_shared_formula_is_handed_to_the_next_cell(tmp_path):
    rows = (
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*$A$1&amp;"A1"</f><v>1</v></c></row>'
        '<row r="2"><c r="A2"><v>2</v></c><c r="B2"><f t="shared" si="0"/><v>2</v></c></row>'
        '<row r="3"><c r="A3"><v>3</v></c><c r="B3"><f t="shared" si="0"/><v>3</v></c></row>'
    )
    path = written(tmp_path / "a.xlsx", rows)

    done = sheet_of(cleaned(path, "xlsx", {"Liste": {1: WHOLE}}))

    assert '<row r="1"><c r="A1"/><c r="B1"/></row>' in done
    assert '<f t="shared" si="0" ref="B2:B3">A2*$A$1&amp;&quot;A1&quot;</f>' in done
    assert '<c r="B3"><f t="shared" si="0"/><v>3</v></c>' in done


def test_a_workbook_with_formulas_is_computed_by_whoever_opens_it(tmp_path):
    chain = f'<calcChain xmlns="{MAIN}"><c r="B1" i="1"/></calcChain>'
    path = written(
        tmp_path / "a.xlsx", '<row r="1"><c r="B1"><f>1+1</f><v>2</v></c></row>',
        {"xl/calcChain.xml": ("calcChain", chain)},
    )  # fmt: skip

    done = parts(cleaned(path, "xlsx", {"Liste": {1: WHOLE}}))

    assert b'</sheets><calcPr fullCalcOnLoad="1"/>' in done["xl/workbook.xml"]
    assert "xl/calcChain.xml" not in done
    assert b"calcChain" not in done["xl/_rels/workbook.xml.rels"] + done["[Content_Types].xml"]


def test_part_of_an_array_formula_is_left_to_the_owner(tmp_path):
    rows = (
        '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>1</v></c></row>'
        '<row r="2"><c r="A2"><v>1</v></c><c r="C2"><f t="array" ref="C2">B1</f><v>1</v></c></row>'
    )
    path = written(tmp_path / "a.xlsx", rows)

    with pytest.raises(CannotCleanError) as met:
        cleaned(path, "xlsx", {"Liste": {2: WHOLE}})

    assert met.value.obstacle is Obstacle.SHARED_FORMULA
    assert '<c r="C2"/>' in sheet_of(cleaned(path, "xlsx", {"Liste": {2: frozenset({3})}}))


def test_a_pivot_table_loses_its_copy_and_is_made_anew(tmp_path):
    definition = (
        f'<pivotCacheDefinition xmlns="{MAIN}" xmlns:r="{OFFICE}" r:id="r1" recordCount="2"><cacheFields count="1">'
        '<cacheField name="Nom"><sharedItems count="2"><s v="Petit"/><s v="Dupont"/></sharedItems></cacheField></cacheFields></pivotCacheDefinition>'
    )
    records = f'<pivotCacheRecords xmlns="{MAIN}" count="1"><r><x v="1"/><n v="1200"/></r></pivotCacheRecords>'
    path = written(
        tmp_path / "a.xlsx", '<row r="1"><c r="A1" t="str"><v>Dupont</v></c></row>',
        {"xl/pivotCache/pivotCacheDefinition1.xml": ("pivotCacheDefinition", definition)},
    )  # fmt: skip
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/pivotCache/pivotCacheRecords1.xml", records)
        archive.writestr(
            "xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels",
            f'<Relationships xmlns="{RELS}"><Relationship Id="r1" Type="{OFFICE}/pivotCacheRecords" Target="pivotCacheRecords1.xml"/></Relationships>',
        )

    done = parts(cleaned(path, "xlsx", {"Liste": {1: WHOLE}}))

    cache = done["xl/pivotCache/pivotCacheDefinition1.xml"].decode()
    assert "xl/pivotCache/pivotCacheRecords1.xml" not in done
    assert 'saveData="0" refreshOnLoad="1"' in cache
    assert '<s v="Petit"/><s v="-1"/>' in cache
    assert "r:id" not in cache


def test_threads_charts_links_names_and_people_tell_nothing_either(tmp_path):
    more = {
        "xl/threadedComments/t1.xml": ("x", '<ThreadedComments><threadedComment ref="B9"><text>demander à dupont@acme.example</text></threadedComment></ThreadedComments>'),
        "xl/charts/chart1.xml": ("x", '<c:chart xmlns:c="c"><c:pt idx="0"><c:v>dupont@acme.example</c:v></c:pt><c:pt idx="1"><c:v>Petit</c:v></c:pt></c:chart>'),
        "xl/externalLinks/e1.xml": ("x", f'<externalLink xmlns="{MAIN}"><cell r="A1" t="str"><v>dupont@acme.example</v></cell></externalLink>'),
        "xl/persons/person.xml": ("x", '<personList><person displayName="dupont@acme.example" id="1"/></personList>'),
        "xl/tables/table1.xml": ("x", f'<table xmlns="{MAIN}"><autoFilter><filter val="DUPONT@acme.example"/></autoFilter></table>'),
    }  # fmt: skip
    names = (
        '<definedNames><definedName name="Moi">"dupont@acme.example"</definedName></definedNames>'
    )
    path = written(
        tmp_path / "a.xlsx", '<row r="1"><c r="A1" t="str"><v>dupont@acme.example</v></c></row>',
        more, workbook=names,
    )  # fmt: skip

    done = cleaned(path, "xlsx", {"Liste": {1: WHOLE}})

    assert not places_of("dupont@acme", done)
    assert b"Petit" in parts(done)["xl/charts/chart1.xml"]
    assert b'<definedName name="Moi">""</definedName>' in parts(done)["xl/workbook.xml"].replace(
        b"&quot;", b'"'
    )


@pytest.mark.parametrize(
    ("name", "obstacle"),
    [("_xmlsignatures/sig1.xml", Obstacle.SIGNED), (None, Obstacle.LOCKED)],
)
def test_signed_and_locked_workbooks_are_left_to_their_owner(tmp_path, name, obstacle):
    path = written(tmp_path / "a.xlsx", "")
    if name:
        with zipfile.ZipFile(path, "a") as archive:
            archive.writestr(name, "<Signature/>")
    else:
        path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))

    with pytest.raises(CannotCleanError) as met:
        cleaned(path, "xlsx", {"Liste": {1: WHOLE}})

    assert met.value.obstacle is obstacle


def test_macros_pictures_and_unknown_parts_keep_every_byte(tmp_path):
    path = written(tmp_path / "a.xlsm", '<row r="1"><c r="A1" t="str"><v>Dupont</v></c></row>')
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", bytes(range(256)) * 40)
        archive.writestr("xl/media/image1.png", b"\x89PNG" + bytes(100), zipfile.ZIP_STORED)

    before = path.read_bytes()
    assert changed(before, cleaned(path, "xlsx", {"Liste": {1: WHOLE}})) == {
        "xl/worksheets/sheet1.xml"
    }
