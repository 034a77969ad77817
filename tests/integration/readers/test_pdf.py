"""PDFs: lines and columns of a page, entries, remarks and links on it, scans, hostile ones."""

import io
import os
import subprocess
import sys
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.lib import pagesizes
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table

from dsr_desktop.domain.cells import split_cells
from dsr_desktop.domain.notes import CellNote, NoteKind, notes_from_json
from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers import pdf as pdfs
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.messages import FileFound, Rows, SheetBegins, UnreadableError, Warned
from dsr_desktop.readers.pdf import ranges
from dsr_desktop.readers.pdf_lines import PlacedWord, lines_of
from dsr_desktop.readers.process import ReaderProcess
from dsr_desktop.readers.reading import read_document

GUESTS = [
    ["Nom", "Prénom", "E-mail", "Téléphone"],
    ["Dupont", "Éloïse", "eloise@acme.example", "06 12 34 56 78"],
    ["de la Tour", "Jörg", "jt@acme.example", "0171 2345678"],
]


def printed(*flowables):
    stream = io.BytesIO()
    SimpleDocTemplate(stream, pagesize=pagesizes.A4, invariant=1).build(list(flowables))
    return stream.getvalue()


def drawn(draw, **options):
    """A PDF drawn by `draw(canvas)`."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=pagesizes.A4, invariant=1, **options)
    draw(canvas)
    canvas.save()
    return stream.getvalue()


def assembled(*objects, root=1):
    """A PDF of these objects, numbered from 1, as they are."""
    body, places = bytearray(b"%PDF-1.7\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF"
    return bytes(body) + end % (len(places) + 1, table, len(places) + 1, root, len(body))


def with_page(content, page=b"", font=b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", *more):
    """A PDF with one page of this content and these further keys of the page; objects from 6 on."""
    stream = b"<</Length %d>>\nstream\n%s\nendstream" % (len(content), content)
    return assembled(
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>>>" + page + b">>", stream, font, *more,
    )  # fmt: skip


TEXT = b"BT /F 12 Tf 50 700 Td (Dupont) Tj ET"


def read(content, passwords=(), **limits):
    """Rows of each page as {number: cells}, and the warnings."""
    sheets, warnings = {}, []
    document = Document("liste.pdf", content=content, passwords=tuple(passwords))
    for message in read_document(document, Limits(**limits)):
        match message:
            case SheetBegins(name):
                sheets[name] = rows = {}
            case Rows(packed):
                rows.update((row[0], list(split_cells(row[2]))) for row in packed)
            case Warned():
                warnings.append(message)
    return sheets, warnings


def pages_of(content, **options):
    sheets, warnings = read(content, **options)
    assert warnings == []
    return sheets


def page_of(content):
    return list(pages_of(content)["page 1"].values())


def notes_of(content):
    messages = read_document(Document("liste.pdf", content=content), Limits())
    return {
        row[0]: notes_from_json(row[4])
        for message in messages if isinstance(message, Rows)
        for row in message.rows if row[4]
    }  # fmt: skip


def refused(content, **options):
    with pytest.raises(UnreadableError) as caught:
        read(content, **options)
    return caught.value.problem


# --- lines and columns


def test_a_printed_table_keeps_its_cells():
    text = Paragraph("Liste der Gäste vom 2. November", getSampleStyleSheet()["Normal"])

    assert pages_of(printed(text, Table(GUESTS))) == {
        "page 1": {1: ["Liste der Gäste vom 2. November"], 2: GUESTS[0], 3: GUESTS[1], 4: GUESTS[2]}
    }


def test_each_page_is_a_sheet():
    content = printed(Table(GUESTS), PageBreak(), Table([["Kunz"]]))

    assert list(pages_of(content)) == ["page 1", "page 2"]
    assert pages_of(content)["page 2"] == {1: ["Kunz"]}


def test_the_format_is_told():
    messages = list(read_document(Document("l.pdf", content=printed(Table(GUESTS))), Limits()))

    assert messages[0] == FileFound("pdf", None)


def test_a_table_written_column_by_column_is_put_together():
    def draw(canvas):
        for column, texts in enumerate(zip(*GUESTS, strict=True)):
            for row, text in enumerate(texts):
                canvas.drawString(40 + 130 * column, 700 - 20 * row, text)

    assert page_of(drawn(draw)) == GUESTS


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_turned_page_is_read_as_one_sees_it(turned):
    upright = with_page(
        b"BT /F 12 Tf 50 700 Td (Dupont) Tj 0 -20 Td (Metz) Tj 100 0 Td (Kunz) Tj ET"
    )
    moved = {
        90: b"q 0 1 -1 0 600 0 cm ", 180: b"q -1 0 0 -1 600 800 cm ", 270: b"q 0 -1 1 0 0 800 cm ",
    }[turned]  # fmt: skip
    content = b"BT /F 12 Tf 50 500 Td (Dupont) Tj 0 -20 Td (Metz) Tj 100 0 Td (Kunz) Tj ET"

    assert page_of(upright) == [["Dupont"], ["Metz", "Kunz"]]
    assert page_of(with_page(moved + content + b" Q", b"/Rotate %d" % turned)) == [
        ["Dupont"], ["Metz", "Kunz"],
    ]  # fmt: skip


def test_text_written_upwards_is_a_line_of_its_own():
    def draw(canvas):
        canvas.drawString(100, 500, "Dupont")
        canvas.rotate(90)
        canvas.drawString(480, -40, "Entwurf vom Montag")

    assert page_of(drawn(draw)) == [["Dupont"], ["Entwurf vom Montag"]]


def test_ligatures_are_the_letters_one_reads():
    content = b"BT /F 12 Tf 50 700 Td (o\x01ce@acme.example) Tj ET"
    font = (
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Type/Encoding"
        b"/Differences[1/ffi]>>/ToUnicode 6 0 R>>"
    )
    spelled = (
        b"1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <01> <FB03> endbfchar"
    )
    spelled += b" 1 beginbfrange <20> <7e> <0020> endbfrange"
    names = b"/CIDInit /ProcSet findresource begin begincmap " + spelled + b" endcmap end"

    stream = b"<</Length %d>>\nstream\n%s\nendstream" % (len(names), names)
    assert page_of(with_page(content, b"", font, stream)) == [["office@acme.example"]]


def placed(text, left, bottom, width=None, height=10):
    return PlacedWord(text, left, bottom, left + (width or 5 * len(text)), bottom + height)


def test_words_on_one_line_need_not_stand_at_the_very_same_height():
    words = [placed("Dupont", 0, 100), placed("Metz", 35, 103), placed("Kunz", 0, 88)]

    assert [line.cells for line in lines_of(words)] == [["Dupont Metz"], ["Kunz"]]


def test_a_gap_of_half_the_height_of_the_letters_ends_a_cell():
    words = [placed("Jean", 0, 0), placed("Dupont", 25, 0), placed("Metz", 65, 0)]

    assert lines_of(words)[0].cells == ["Jean Dupont", "Metz"]


@given(
    st.lists(
        st.lists(st.text("abcdefgh@.", min_size=1, max_size=6), min_size=1, max_size=4),
        min_size=1,
        max_size=5,
    )
)
def test_a_grid_of_words_gives_its_cells_whatever_their_order(grid):
    words = [
        placed(text, 100 * column, 500 - 20 * row)
        for row, texts in enumerate(grid) for column, text in enumerate(texts)
    ]  # fmt: skip

    for order in (words, words[::-1], sorted(words, key=lambda word: word.text)):
        assert [line.cells for line in lines_of(order)] == grid


TEXTS = st.text("abcdefghijklmnopqrstuvwxyzABCÉéüöß0123456789@.+-", min_size=1, max_size=10)


@settings(max_examples=30)
@given(st.integers(1, 3).flatmap(
    lambda width: st.lists(st.lists(TEXTS, min_size=width, max_size=width), min_size=1, max_size=4)
))  # fmt: skip
def test_random_tables_are_read_back_cell_by_cell(rows):
    def draw(canvas):
        for n, row in enumerate(rows):
            for column, text in enumerate(row):
                canvas.drawString(40 + 150 * column, 700 - 20 * n, text)

    assert page_of(drawn(draw)) == rows


# --- what lies on the page


def test_entries_of_a_form_are_read():
    def draw(canvas):
        canvas.drawString(50, 700, "Anmeldung")
        canvas.acroForm.textfield(name="nom", value="Dupont", x=50, y=600)
        canvas.acroForm.textfield(name="leer", value="", x=50, y=500)
        canvas.acroForm.checkbox(name="newsletter", checked=True, x=50, y=400)
        canvas.acroForm.checkbox(name="anrufe", checked=False, x=50, y=300)

    rows = page_of(drawn(draw))

    assert rows[0] == ["Anmeldung"]
    assert ["nom", "Dupont"] in rows
    assert [row[0] for row in rows if len(row) > 1] == ["nom", "newsletter"]


def test_remarks_are_read_with_their_author():
    remark = b"<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(ruft Weber an)/T(Lea Kunz)>>"
    shown = b"<</Type/Annot/Subtype/Popup/Rect[0 0 9 9]/Contents(doppelt)>>"

    content = with_page(TEXT, b"/Annots[6 0 R 7 0 R]", b"<<>>", remark, shown)
    assert page_of(content)[1:] == [["Lea Kunz", "ruft Weber an"]]


def test_links_hang_on_their_line_unless_it_shows_them():
    def draw(canvas):
        canvas.drawString(50, 700, "Lea")
        canvas.drawString(300, 700, "Herr Weber")
        canvas.linkURL("mailto:weber%2Bx@acme.example?subject=x", (300, 698, 350, 712))
        canvas.drawString(50, 650, "https://acme.example/lea")
        canvas.linkURL("https://acme.example/lea", (50, 648, 200, 662))
        canvas.linkURL("mailto:rand@acme.example", (50, 20, 60, 30))

    assert notes_of(drawn(draw)) == {
        1: (CellNote(2, NoteKind.LINK, "weber+x@acme.example"),),
        3: (CellNote(1, NoteKind.LINK, "rand@acme.example"),),
    }


def attached(content, name=b"liste.csv"):
    return [
        b"<</Type/Filespec/F(%s)/UF(%s)/EF<</F 7 0 R>>>>" % (name, name),
        b"<</Type/EmbeddedFile/Length %d>>\nstream\n%s\nendstream" % (len(content), content),
    ]


@pytest.mark.parametrize("content", [b"Nom;Ville\nDupont;Metz\n"])
def test_attached_and_pinned_lists_are_read(content):
    pinned = b"/Annots[<</Type/Annot/Subtype/FileAttachment/Rect[0 0 9 9]/FS 6 0 R>>]"
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    in_tree = with_page(TEXT, b"", font, *attached(content)).replace(
        b"/Catalog/Pages 2 0 R", b"/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(a)6 0 R]>>>>"
    )

    for pdf in (with_page(TEXT, pinned, font, *attached(content)), in_tree):
        assert pages_of(pdf)["liste.csv"] == {1: ["Nom", "Ville"], 2: ["Dupont", "Metz"]}


def test_attachments_that_are_not_read_are_named():
    pinned = b"/Annots[<</Type/Annot/Subtype/FileAttachment/Rect[0 0 9 9]/FS 6 0 R>>]"
    content = with_page(TEXT, pinned, b"<<>>", *attached(b"\x89PNG", b"foto.png"))

    _, warnings = read(content)

    assert [(one.problem, one.details["part"]) for one in warnings] == [
        (Problem.PART_NOT_READ, "foto.png")
    ]


def test_a_form_of_the_other_kind_is_pointed_out():
    content = with_page(TEXT, b"", b"<<>>", b"<</XFA[(datasets)7 0 R]/Fields[]>>",
                        b"<</Length 3>>\nstream\n<x>\nendstream")  # fmt: skip
    content = content.replace(b"/Catalog/Pages 2 0 R", b"/Catalog/Pages 2 0 R/AcroForm 6 0 R")

    _, warnings = read(content)

    assert warnings == [Warned(Problem.FORM_NOT_READ, {})]


# --- scans


def picture(canvas, share=1.0):
    width, height = pagesizes.A4
    canvas.drawImage(ImageReader(Image.new("L", (8, 8))), 0, 0, width, height * share)


def test_a_scan_has_no_text():
    assert refused(drawn(picture)) is Problem.NO_TEXT


def test_pages_that_are_pictures_are_named():
    def draw(canvas):
        for number in range(1, 8):
            if number in {2, 4, 5, 6}:
                picture(canvas)
            if number in {1, 3, 6}:
                canvas.drawString(50, 700, "Dupont")
            canvas.showPage()

    sheets, warnings = read(drawn(draw))

    assert list(sheets) == ["page 1", "page 3", "page 6"]
    assert warnings == [Warned(Problem.PAGES_WITHOUT_TEXT, {"pages": "2, 4–6"})]


def test_a_letterhead_with_text_is_no_scan():
    def draw(canvas):
        picture(canvas, share=0.2)
        canvas.drawString(50, 700, "Dupont")

    assert page_of(drawn(draw)) == [["Dupont"]]


def test_letters_of_an_unknown_font_are_pointed_out():
    font = (
        b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts"
        b"[<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo"
        b"<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>]>>"
    )
    content = with_page(b"BT /F 12 Tf 50 700 Td <00010003000400050006> Tj ET", b"", font)

    with pytest.raises(UnreadableError) as caught:
        read(content)
    assert caught.value.problem is Problem.NO_TEXT


def test_an_empty_page_is_no_scan():
    assert refused(with_page(b"")) is Problem.NOTHING_INSIDE


def test_page_numbers_are_written_shortly():
    assert ranges([1]) == "1"
    assert ranges([1, 2, 3, 7, 9, 10]) == "1–3, 7, 9–10"
    assert ranges(list(range(1, 300, 2))).endswith("97, 99, …")


# --- passwords


@pytest.mark.parametrize("strength", [40, 128])
def test_a_protected_pdf_is_read_with_its_password(strength):
    content = drawn(
        lambda canvas: canvas.drawString(50, 700, "Dupont"),
        encrypt=StandardEncryption("clé", "besitzer", strength=strength),
    )

    assert pages_of(content, passwords=["falsch", "clé"]) == {"page 1": {1: ["Dupont"]}}
    assert refused(content, passwords=["falsch"]) is Problem.PASSWORD
    assert refused(content) is Problem.PASSWORD


def test_a_pdf_that_only_forbids_printing_is_read():
    content = drawn(
        lambda canvas: canvas.drawString(50, 700, "Dupont"),
        encrypt=StandardEncryption("", "besitzer", canPrint=0, canCopy=0),
    )

    assert page_of(content) == [["Dupont"]]


# --- hostile


CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
LOOPS = {
    "pages that hold themselves": assembled(CATALOG, b"<</Type/Pages/Kids[2 0 R]/Count 1>>"),
    "pages in a ring": assembled(
        CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 9>>", b"<</Type/Pages/Kids[2 0 R]/Count 9>>"
    ),
    "a root that is not there": assembled(CATALOG, root=9),
    "a table that points to itself": b"%PDF-1.7\nxref\n0 0\ntrailer<</Prev 9/Size 1>>\nstartxref\n9\n%%EOF",
    "only a beginning": b"%PDF-1.7\n",
    "a length that points to itself": assembled(
        CATALOG, b"<</Length 2 0 R>>\nstream\nx\nendstream"
    ),
}


@pytest.mark.parametrize("name", LOOPS)
def test_a_pdf_that_turns_in_circles_is_damaged(name):
    assert refused(LOOPS[name]) in {Problem.DAMAGED, Problem.NOTHING_INSIDE}


def test_a_form_that_draws_itself_ends():
    drawing = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>/Length 6>>\nstream\n/X Do \nendstream"  # fmt: skip
    page = b"/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>"
    content = with_page(TEXT + b" /X Do", page, b"<<>>", drawing)

    assert "Dupont" in str(pages_of(content.replace(b"/Resources<</Font<</F 5 0 R>>>>", b"", 1)))


def test_a_million_pages_are_refused(monkeypatch):
    monkeypatch.setattr(pdfs, "MOST_PAGES", 3)

    assert refused(printed(*[Table([["x"]]), PageBreak()] * 4)) is Problem.TOO_MANY_PAGES


def test_more_pages_told_than_there_are_end():
    content = with_page(TEXT).replace(b"/Count 1>", b"/Count 900>")

    sheets, warnings = read(content)

    assert sheets == {"page 1": {1: ["Dupont"]}}
    assert {one.problem for one in warnings} <= {Problem.PAGES_DAMAGED}


def test_a_cut_off_pdf_is_read_or_damaged():
    content = printed(Table(GUESTS))

    for size in (20, len(content) // 3, len(content) // 2, len(content) - 10):
        try:
            sheets, _ = read(content[:size])
        except UnreadableError as error:
            assert error.problem in {Problem.DAMAGED, Problem.NOTHING_INSIDE}  # noqa: PT017
        else:
            assert sheets["page 1"]


def test_a_page_that_unpacks_without_end_ends_within_the_limits(tmp_path):
    """400 MB of text commands in 400 kB: the reader process ends it by time, memory or size."""
    packed = zlib.compress(b"BT /F 12 Tf 50 700 Td (Dupont) Tj ET\n" * 10_000_000, 9)
    stream = b"<</Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream" % (len(packed), packed)
    path = tmp_path / "bombe.pdf"
    path.write_bytes(assembled(
        CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>>>>>", stream,
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ))  # fmt: skip
    with ReaderProcess(Limits(seconds=5, memory=10**9)) as reader:
        with pytest.raises(UnreadableError) as caught:
            list(reader.read(path, lambda: None))
        assert caught.value.problem in {
            Problem.TOO_LONG, Problem.TOO_MUCH_MEMORY, Problem.READER_DIED,
        }  # fmt: skip
        (tmp_path / "gut.csv").write_text("Nom;Ville\nDupont;Metz\n")
        assert list(reader.read(tmp_path / "gut.csv", lambda: None))


@settings(max_examples=40)
@given(st.integers(0, 3_000), st.binary(min_size=1, max_size=6))
def test_random_bytes_in_a_pdf_are_read_or_refused(at, noise):
    content = with_page(TEXT)
    at %= len(content)

    try:
        read(b"%PDF-1.7" + content[8:at] + noise + content[max(8, at) + len(noise) :])
    except UnreadableError as error:
        assert error.problem  # noqa: PT017


def test_nothing_of_the_network_is_loaded():
    code = (
        "import sys, dsr_desktop.readers.pdf, dsr_desktop.readers.word, dsr_desktop.readers.archive, "
        "dsr_desktop.readers.json_records, msoffcrypto, pyzipper; "
        "print(sorted({'ssl', 'numpy', 'pandas', 'socket'} & set(sys.modules)))"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, env={**os.environ}
    )
    assert answer.stdout.strip() == "[]"
