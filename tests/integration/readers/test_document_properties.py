"""Properties of documents: what says something of a person is found, what every file says is not."""

import io

import docx
import pytest

from dsr_desktop.domain.reading import Problem
from tests.integration.readers import test_open_document as ods
from tests.integration.readers import test_xlsb, workbook_parts
from tests.integration.readers.outlook_file import compound_file
from tests.integration.readers.properties_made import stated, summary
from tests.integration.readers.read_sheets import sheet_of, sheets_of, warnings_of
from tests.integration.readers.test_binary_workbook import unicode_workbook
from tests.integration.readers.test_pdf import drawn
from tests.integration.readers.test_word import paragraph, word

SHEET = workbook_parts.sheet(workbook_parts.row(1, "x"))


def xlsx(**about):
    return workbook_parts.book(SHEET, more=stated(**about))


def notes_of(content):
    return sheet_of(content).notes


def test_makers_of_spreadsheets_and_names_of_programs_are_no_notes():
    for text in ("<p><creator>Lea</creator></p>", "<p><title>Untitled</title></p>", "<p/>",
                 "<p><title>2024</title></p>", "<p><description>openpyxl</description></p>"):  # fmt: skip
        assert notes_of(xlsx(text=text)) == {}


def test_all_that_tells_something_is_one_note_on_the_first_sheet_alone():
    text = (
        "<p><title>Dossier Dupont</title><subject>Dossier Dupont</subject>"
        "<keywords>Metz;\n Nancy</keywords><description>Mme Petit &amp; fils</description></p>"
    )
    parts = {
        **stated(text=text),
        "xl/workbook.xml": f'<workbook xmlns="{workbook_parts.MAIN}" xmlns:r="{workbook_parts.OFFICE}">'
        '<sheets><sheet name="A" sheetId="1" r:id="rId1"/><sheet name="B" sheetId="2" r:id="rId1"/>'
        "</sheets></workbook>",
    }
    first, second = sheets_of(workbook_parts.book(SHEET, more=parts))

    assert first.notes == {
        1: [
            (
                1,
                "comment",
                "title: Dossier Dupont\nkeywords: Metz; Nancy\ndescription: Mme Petit & fils",
            )
        ]
    }
    assert second.notes == {}


def test_properties_of_ones_own_are_read_under_their_names():
    own = '<Properties><property name="Client"><lpwstr>Mme Dupont</lpwstr></property></Properties>'
    content = xlsx(part="docProps/custom.xml", about="custom-properties", text=own)

    assert notes_of(content) == {1: [(1, "comment", "Client: Mme Dupont")]}
    meta = '<office:document-meta><office:meta><meta:user-defined meta:name="Client">Mme Dupont</meta:user-defined></office:meta></office:document-meta>'
    zipped = ods.zipped(ods.one_sheet(ods.row(ods.cell(ods.p("x")))), meta=meta)
    assert notes_of(zipped) == {1: [(1, "comment", "Client: Mme Dupont")]}


@pytest.mark.parametrize(
    "content",
    [
        xlsx(text="<p><title>Dupont"),
        test_xlsb.one_sheet(
            test_xlsb.row(1, test_xlsb.text(1, "x")),
            more=stated(main="xl/workbook.bin", text="<p><title"),
        ),
    ],
    ids=["xlsx", "xlsb"],
)
def test_damaged_properties_are_named_and_the_rows_are_read(content):
    assert sheet_of(content).rows == {1: ["x"]}
    assert warnings_of(content) == {Problem.PROPERTIES_NOT_READ}
    assert Problem.PROPERTIES_NOT_READ.loses_content


def test_a_property_that_defines_text_refuses_the_file():
    with pytest.raises(Exception, match=Problem.DEFINES_TEXT):
        sheets_of(xlsx(text='<!DOCTYPE p [<!ENTITY a "x">]><p><title>&a;</title></p>'))


def test_a_title_of_an_xls_is_read_in_its_code_page():
    from tests.integration.readers import biff  # noqa: PLC0415 - this test alone

    stream = unicode_workbook(biff.cells(8, [["x"]] * 500))
    content = compound_file(
        {"Workbook": stream, "\x05SummaryInformation": summary(comments="été de Zoé")}
    )

    assert notes_of(content)[1] == [(1, "comment", "comments: été de Zoé")]


# --- running text


def test_a_word_document_tells_its_author_in_a_sheet_of_its_own():
    made = docx.Document()
    made.add_paragraph("Bonjour")
    made.core_properties.title, made.core_properties.author = "Lettre", "Camille Dupont"
    stream = io.BytesIO()
    made.save(stream)
    by_name = {one.name: one.rows for one in sheets_of(stream.getvalue(), "lettre.docx")}

    assert by_name["properties"] == {1: ["title", "Lettre"], 2: ["creator", "Camille Dupont"]}
    assert "properties" not in {one.name for one in sheets_of(word(paragraph("x")), "x.docx")}


def test_a_pdf_tells_its_author_in_a_sheet_of_its_own():
    def draw(canvas):
        canvas.setAuthor("Camille Dupont")
        canvas.setSubject("Contrat de Mme Petit")
        canvas.drawString(100, 700, "Bonjour")

    pages = {one.name: one.rows for one in sheets_of(drawn(draw), "x.pdf")}
    plain = sheets_of(drawn(lambda canvas: canvas.drawString(100, 700, "Bonjour")), "x.pdf")

    assert pages["properties"] == {
        1: ["author", "Camille Dupont"],
        2: ["subject", "Contrat de Mme Petit"],
    }
    assert [one.name for one in plain] == ["page 1"]
