"""Word documents: all that may name a person in them, wherever it stands."""

import io
import zipfile

import docx
import pytest
from docx.enum.text import WD_BREAK
from hypothesis import given, settings
from hypothesis import strategies as st

from dsr_desktop.domain.cells import split_cells
from dsr_desktop.domain.notes import CellNote, NoteKind, notes_from_json
from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.messages import FileFound, Rows, SheetBegins, UnreadableError, Warned
from dsr_desktop.readers.reading import read_document

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{WORD}" xmlns:r="{RELATED}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
PACKAGE_RELATED = "http://schemas.openxmlformats.org/package/2006/relationships"
LINK = '<Relationship Id="{}" Type="' + RELATED + '/hyperlink" Target="{}" TargetMode="External"/>'


def word(body, links="", declared="", **parts):
    """A document with this markup in its body, and other parts under word/."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "word/document.xml",
            f"{declared}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        )
        archive.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{PACKAGE_RELATED}">{links}</Relationships>',
        )
        for name, content in parts.items():
            archive.writestr(f"word/{name.replace('__', '/')}.xml", content)
    return stream.getvalue()


def run(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(text):
    return f"<w:p>{run(text)}</w:p>"


def cell(text, properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def table(*rows):
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def read(content, **limits):
    """Rows of each sheet with rows, by its name as {number: cells}, and the warnings."""
    sheets, warnings = {}, []
    for message in read_document(Document("brief.docx", content=content), Limits(**limits)):
        match message:
            case SheetBegins(name):
                rows = {}
            case Rows(packed):
                sheets[name] = rows
                rows.update((row[0], list(split_cells(row[2]))) for row in packed)
            case Warned():
                warnings.append(message)
    return sheets, warnings


def sheets_of(content, **limits):
    sheets, warnings = read(content, **limits)
    assert warnings == []
    return sheets


def text_of(body, **options):
    return list(sheets_of(word(body, **options))["text"].values())


def notes_of(content):
    messages = read_document(Document("brief.docx", content=content), Limits())
    return {
        row[0]: notes_from_json(row[4])
        for message in messages if isinstance(message, Rows)
        for row in message.rows if row[4]
    }  # fmt: skip


def refused(content, **limits):
    with pytest.raises(UnreadableError) as caught:
        read(content, **limits)
    return caught.value.problem


def saved(document):
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


# --- what Word's own documents hold


@pytest.fixture
def letter():
    """A document made by another library, with a bit of everything."""
    made = docx.Document()
    made.add_paragraph("Gästeliste")
    made.add_paragraph("")
    made.add_paragraph("Tel.:\t06 12 34 56 78")
    guests = made.add_table(rows=3, cols=3)
    for row, texts in zip(guests.rows, [["Nom", "Ville", "E-mail"], ["Dupont", "Metz", "d@acme.example"],
                                        ["Weber", "", "w@acme.example"]], strict=True):  # fmt: skip
        for place, text in zip(row.cells, texts, strict=True):
            place.text = text
    guests.cell(2, 0).merge(guests.cell(2, 1))
    made.add_paragraph("Nach der Tabelle")
    made.add_table(rows=1, cols=1).cell(0, 0).text = "Kunz"
    made.sections[0].header.paragraphs[0].text = "Acme, Frau Lindner"
    made.sections[0].footer.paragraphs[0].text = "Seite 1"
    noted = made.add_paragraph("Bitte prüfen")
    made.add_comment(noted.runs, text="ruft Frau Arendt an", author="Lea Kunz", initials="LK")
    return saved(made)


def test_text_tables_margins_and_comments_are_read(letter):
    sheets = sheets_of(letter)

    assert sheets["text"] == {
        1: ["Gästeliste"], 3: ["Tel.:", "06 12 34 56 78"], 4: ["Nach der Tabelle"], 5: ["Bitte prüfen"],
    }  # fmt: skip
    assert sheets["table 1"] == {
        1: ["Nom", "Ville", "E-mail"], 2: ["Dupont", "Metz", "d@acme.example"],
        3: ["Weber", "", "w@acme.example"],
    }  # fmt: skip
    assert sheets["table 2"] == {1: ["Kunz"]}
    assert sheets["header1"] == {1: ["Acme, Frau Lindner"]}
    assert sheets["footer1"] == {1: ["Seite 1"]}
    assert sheets["comments"] == {1: ["Lea Kunz", "ruft Frau Arendt an"]}


def test_the_format_is_told():
    messages = list(read_document(Document("b.docm", content=word(paragraph("x"))), Limits()))

    assert messages[0] == FileFound("docx", None)


def test_line_breaks_are_kept_and_a_page_break_alone_is_no_text():
    made = docx.Document()
    made.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    lines = made.add_paragraph("Dupont").runs[0]
    lines.add_break()
    lines.add_text("Metz")

    assert sheets_of(saved(made))["text"] == {2: ["Dupont\nMetz"]}


# --- markup that libraries pass over


def test_text_under_revision_is_read_the_deleted_one_too():
    body = (
        "<w:p><w:ins>" + run("Weber ") + "</w:ins><w:del><w:r><w:delText>Dupont</w:delText></w:r>"
        "</w:del></w:p>"
    )

    assert text_of(body) == [["Weber Dupont"]]


def test_text_boxes_and_drawn_words_are_read_once():
    box = f"<w:txbxContent>{paragraph('Dupont')}</w:txbxContent>"
    body = (
        f"<w:p>{run('vorher')}<w:r><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx>{box}</wps:txbx>"
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        f"</mc:AlternateContent></w:r>{run(' nachher')}</w:p>"
        f"<w:p><w:r><w:pict><v:textpath string='Weber'/></w:pict></w:r></w:p>"
    )

    assert text_of(body) == [["Dupont"], ["vorher nachher"], ["Weber"]]


def test_a_box_of_an_old_word_is_read():
    box = f"<w:txbxContent>{paragraph('Dupont')}</w:txbxContent>"

    assert text_of(
        f"<w:p><w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r></w:p>"
    ) == [["Dupont"]]  # fmt: skip


def test_notes_and_diagrams_are_read():
    notes = f"<w:footnotes {NAMESPACES}><w:footnote w:id='2'>{paragraph('Frau Arendt')}</w:footnote></w:footnotes>"
    diagram = (
        f"<x {NAMESPACES}><a:p><a:r><a:t>Leitung: </a:t></a:r><a:r><a:t>Weber</a:t></a:r></a:p></x>"
    )

    sheets = sheets_of(
        word(paragraph("x"), footnotes=notes, endnotes=notes, diagrams__data1=diagram)
    )

    assert sheets["footnotes"] == sheets["endnotes"] == {1: ["Frau Arendt"]}
    assert sheets["data1"] == {1: ["Leitung: Weber"]}


def test_tab_stops_are_no_tabs():
    stops = "<w:pPr><w:tabs><w:tab w:val='left' w:pos='720'/></w:tabs></w:pPr>"

    assert text_of(f"<w:p>{stops}{run('Dupont')}<w:r><w:tab/></w:r>{run('Metz')}</w:p>") == [
        ["Dupont", "Metz"]
    ]


def test_hidden_controls_and_formulas_are_text():
    control = f"<w:sdt><w:sdtContent>{run('Dupont')}</w:sdtContent></w:sdt>"
    formula = "<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>"

    assert text_of(f"<w:p>{control}{formula}</w:p>") == [["Dupontx+1"]]


def test_cells_keep_their_columns_under_merged_ones():
    rows = [
        cell("a", '<w:gridSpan w:val="2"/>') + cell("b"),
        '<w:trPr><w:gridBefore w:val="1"/></w:trPr>' + cell("c") + cell("d"),
        cell("", "<w:vMerge/>") + cell("e") + cell("f", '<w:gridSpan w:val="x"/>'),
    ]

    assert sheets_of(word(table(*rows)))["table 1"] == {
        1: ["a", "", "b"], 2: ["", "c", "d"], 3: ["", "e", "f"],
    }  # fmt: skip


def test_a_span_beyond_any_table_is_cut():
    rows = [cell("a", '<w:gridSpan w:val="99999999"/>') + cell("b")]

    assert sheets_of(word(table(*rows)))["table 1"] == {1: ["a", *[""] * 62, "b"]}


def test_a_table_inside_a_table_is_text_of_its_cell():
    inner = table(cell("Weber") + cell("Metz"), cell("Kunz") + cell("Köln"))
    outer = table(f"<w:tc>{paragraph('Gäste')}{inner}{paragraph('Ende')}</w:tc>" + cell("rechts"))

    assert sheets_of(word(outer + paragraph("danach"))) == {
        "table 1": {1: ["Gäste\nWeber\nMetz\nKunz\nKöln\nEnde", "rechts"]},
        "text": {1: ["danach"]},
    }


def test_links_are_notes_unless_the_text_shows_them():
    links = LINK.format("r1", "mailto:lea%2Bx@acme.example?subject=Hallo") + LINK.format(
        "r2", "https://acme.example/weber"
    )
    body = (
        f"<w:p><w:hyperlink r:id='r1'>{run('Lea')}</w:hyperlink></w:p>"
        f"<w:p><w:hyperlink r:id='r2'>{run('https://acme.example/weber')}</w:hyperlink></w:p>"
        '<w:p><w:r><w:instrText>HYPERLINK "mailto:d@acme</w:instrText></w:r>'
        '<w:r><w:instrText>.example"</w:instrText></w:r>' + run("Dupont") + "</w:p>"
        f"<w:p><w:fldSimple w:instr=' HYPERLINK mailto:w@acme.example '>{run('Weber')}</w:fldSimple></w:p>"
        f"<w:p><w:hyperlink r:id='gone'>{run('x')}</w:hyperlink></w:p>"
        '<w:p><w:r><w:instrText>HYPERLINK \\l "marke"</w:instrText></w:r></w:p>'
    )

    assert notes_of(word(body, links)) == {
        1: (CellNote(1, NoteKind.LINK, "lea+x@acme.example"),),
        3: (CellNote(1, NoteKind.LINK, "d@acme.example"),),
        4: (CellNote(1, NoteKind.LINK, "w@acme.example"),),
    }


def test_a_link_in_a_table_hangs_on_its_cell():
    linked = f"<w:tc><w:p><w:hyperlink r:id='r1'>{run('Lea')}</w:hyperlink></w:p></w:tc>"
    content = word(table(cell("x") + linked), LINK.format("r1", "mailto:lea@acme.example"))

    assert notes_of(content) == {1: (CellNote(2, NoteKind.LINK, "lea@acme.example"),)}


def test_embedded_lists_are_read_and_other_objects_named():
    stream = io.BytesIO(word(paragraph("x")))
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("word/embeddings/liste.csv", "Nom;Ville\nDupont;Metz\n")
        archive.writestr("word/embeddings/bild.bin", b"\x89PNG")

    sheets, warnings = read(stream.getvalue())

    assert sheets["liste.csv"] == {1: ["Nom", "Ville"], 2: ["Dupont", "Metz"]}
    assert [one.details["part"] for one in warnings] == ["bild.bin"]


# --- hostile


LAUGHS = (
    '<!DOCTYPE d [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {new} "{f"&{old};" * 10}">'
        for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)


@pytest.mark.parametrize("declared", [
    LAUGHS, '<!DOCTYPE d SYSTEM "file:///etc/hostname">',
    '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/hostname">]>',
])  # fmt: skip
def test_a_document_that_defines_text_is_refused(declared):
    body = paragraph("&a;") if "ENTITY" in declared else paragraph("x")

    assert refused(word(body, declared=declared)) is Problem.DEFINES_TEXT


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_it_is_refused_in_other_encodings_too(encoding):
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}[encoding]
    text = f"{LAUGHS}<w:document {NAMESPACES}><w:body>{paragraph('&i;')}</w:body></w:document>"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", mark + text.encode(encoding))

    assert refused(stream.getvalue()) is Problem.DEFINES_TEXT


def test_a_giant_cell_is_refused():
    assert refused(word(paragraph("x" * 40_000))) is Problem.CELL_TOO_LONG
    assert refused(word(table(cell("x" * 40_000)))) is Problem.CELL_TOO_LONG


def test_long_paragraphs_one_after_the_other_are_no_giant_cell():
    body = "".join(paragraph("x" * 30_000) for _ in range(3)) + table(cell("y" * 30_000))

    assert len(text_of(body + paragraph("z" * 30_000))) == 4


def test_tables_nested_ten_thousand_deep_are_read_or_refused():
    deep = "<w:tbl><w:tr><w:tc>" * 10_000 + paragraph("x") + "</w:tc></w:tr></w:tbl>" * 10_000

    assert sheets_of(word(deep)) == {"table 1": {1: ["x"]}}


@pytest.mark.parametrize("broken", ["\0", "<w:tr", "<w:tr a=<w:tc>>"])
def test_markup_that_nobody_can_follow_is_damage(broken):
    assert refused(word(paragraph("Dupont") + broken)) is Problem.DAMAGED


def test_cut_off_documents_are_damaged(letter):
    for size in (30, len(letter) // 2, len(letter) - 1):
        assert refused(letter[:size]) is Problem.DAMAGED


@settings(max_examples=30)
@given(st.integers(0, 30_000), st.binary(min_size=1, max_size=6))
def test_random_bytes_in_a_document_are_read_or_refused(at, noise):
    content = word(table(cell("Nom"), cell("Dupont")) + paragraph("x" * 3))
    at %= len(content)

    try:
        sheets, _ = read(content[:at] + noise + content[at + len(noise) :])
    except UnreadableError:
        return
    assert sheets


TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn", "Zl", "Zp"]), max_size=10
).filter(lambda text: text == text.strip())


@settings(max_examples=40)
@given(
    st.integers(1, 4).flatmap(
        lambda width: st.lists(
            st.lists(TEXTS, min_size=width, max_size=width), min_size=1, max_size=4
        )
    ),
    st.lists(TEXTS, max_size=4),
)
def test_random_tables_and_texts_are_read_back(rows, texts):
    made = docx.Document()
    for text in texts:
        made.add_paragraph(text)
    written = made.add_table(rows=len(rows), cols=len(rows[0]))
    for row, cells in zip(written.rows, rows, strict=True):
        for place, text in zip(row.cells, cells, strict=True):
            place.text = text

    if not any(map(any, [*rows, texts])):
        assert refused(saved(made)) is Problem.NOTHING_INSIDE
        return
    sheets = sheets_of(saved(made))

    wide = [[*cells, *[""] * 4][: len(rows[0])] for n in range(1, len(rows) + 1)
            for cells in [sheets.get("table 1", {}).get(n, [])]]  # fmt: skip
    assert wide == rows
    assert [sheets.get("text", {}).get(n, [""]) for n in range(1, len(texts) + 1)] == [
        [text] for text in texts
    ]
