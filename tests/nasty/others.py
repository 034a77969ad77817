"""Documents, mails and pages made to do harm, and kinds of files that are no lists."""

from functools import partial

from dsr_desktop.domain.reading import Problem
from tests.integration.readers import test_html_tables as html
from tests.integration.readers import test_open_document as ods
from tests.integration.readers import test_pdf as pdf
from tests.integration.readers import test_word as word
from tests.nasty.nasty_file import read, read_in_part, refused

UNESCAPED = ods.row(ods.cell("<text:p>Dupont & Fils</text:p>"))
SOUND_WORD = partial(word.word, word.paragraph("Camille Dupont"))


def giant_paragraph():
    return word.word(word.paragraph("x" * 20_000_000))


def endless_header():
    return b"From: a@b.example\nTo: c@d.example\nSubject: " + b"x" * 40_000_000


OTHERS = (
    refused("a cut off letter.docx", lambda: SOUND_WORD()[:-100], Problem.DAMAGED),
    refused("a paragraph of 20 MB.docx", giant_paragraph, Problem.CELL_TOO_LONG),
    refused("rows without end behind damage.fods", partial(ods.one_sheet, UNESCAPED, ods.row(
        ods.cell(ods.p("x")), table__number_rows_repeated=5_000_001)), Problem.TOO_MANY_ROWS),
    refused("definitions behind damage.fods", partial(
        ods.one_sheet, UNESCAPED, '<!ENTITY a SYSTEM "file:///etc/passwd">'), Problem.DEFINES_TEXT),
    refused("tables in tables behind damage.fods", partial(
        ods.one_sheet, UNESCAPED, "<table:table>" * 60), Problem.OUT_OF_PROPORTION),
    refused("only the beginning.pdf", lambda: b"%PDF-1.7", Problem.DAMAGED),
    refused("pages in a circle.pdf", lambda: pdf.assembled(
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 1>>"), Problem.DAMAGED),
    refused("tables in tables.html", lambda: html.page("<table><tr><td>" * 100_000), Problem.OUT_OF_PROPORTION),
    refused("a cell of 5 MB.html", lambda: html.page(html.table(html.cells("x" * 5_000_000))),
            Problem.CELL_TOO_LONG),
    read("spans beyond reason.html", lambda: html.page(html.table(
        "<td rowspan=999999999 colspan=99999999999999999999>a</td>", html.cells("c"))), 2),
    read_in_part("a header of 40 MB.eml", endless_header, Problem.MAILS_CUT, 1),
    refused("a picture.jpg", lambda: b"\xff\xd8\xff\xe0" + bytes(500), Problem.MEDIA_NOT_SEARCHED),
    refused("a picture that says it is a list.csv", lambda: b"\x89PNG\r\n\x1a\n" + bytes(500),
            Problem.MEDIA_NOT_SEARCHED),
    refused("a film.mp4", lambda: b"\0\0\0\x18ftypmp42" + bytes(500), Problem.MEDIA_NOT_SEARCHED),
    refused("a database.accdb", lambda: b"\0\1\0\0Standard ACE DB\0" + bytes(500),
            Problem.MUST_BE_EXPORTED),
    refused("mails.pst", lambda: b"!BDN" + bytes(500), Problem.MUST_BE_EXPORTED),
    refused("notes.one", lambda: b"\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d" + bytes(500),
            Problem.MUST_BE_EXPORTED),
    refused("a program.csv", lambda: b"MZ\x90\0" + bytes(500), Problem.PROGRAM),
    refused("packed otherwise.rar", lambda: b"Rar!\x1a\x07\x01\0" + bytes(500), Problem.OTHER_ARCHIVE),
)  # fmt: skip
