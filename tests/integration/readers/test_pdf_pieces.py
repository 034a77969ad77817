"""PDFs that are cut off or damaged: what of their text can be unpacked is read, line by line."""

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import PageBreak, Paragraph

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.messages import UnreadableError
from dsr_desktop.readers.parts import ReadSheet
from dsr_desktop.readers.pdf_pieces import read_pdf_pieces
from tests.integration.readers.read_sheets import refusal_of, sheets_of, warnings_of
from tests.integration.readers.test_pdf import printed

STYLE = getSampleStyleSheet()["Normal"]


def letters(pages=30):
    """Pages of a letter each, about different people."""
    flowables = []
    for n in range(pages):
        flowables += [
            Paragraph(f"Madame Éloïse Dupont {n}, eloise{n}@acme.example", STYLE),
            PageBreak(),
        ]
    return printed(*flowables)


def lines_of(content, **limits):
    parts = read_pdf_pieces(Document("x.pdf", content=content), Limits(**limits))
    return [row.cells[0] for part in parts if isinstance(part, ReadSheet) for row in part.rows]


def drawn(stream):
    """What is left of a PDF: one stream, and nothing that says what it is for."""
    body = zlib.compress(stream)
    return (
        b"%%PDF-1.4\n4 0 obj\n<</Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream\nendobj\n"
        % (len(body), body)
    )


def test_a_pdf_that_is_cut_off_is_read_as_far_as_it_goes():
    whole = letters()
    content = whole[: len(whole) * 3 // 4]
    (sheet,) = sheets_of(content, "lettres.pdf")

    assert sheet.rows[1] == ["Madame Éloïse Dupont 0, eloise0@acme.example"]
    assert 3 < len(sheet.rows) < 30
    assert warnings_of(content) == {Problem.ONLY_LINES_READ, Problem.READ_BY_ANOTHER}


def test_a_whole_pdf_is_not_left_to_it():
    assert Problem.READ_BY_ANOTHER not in warnings_of(letters(2))


@pytest.mark.parametrize(
    ("stream", "lines"),
    [
        (b"BT 1 0 0 1 50 700 Tm (Dupont) Tj 1 0 0 1 200 700 Tm (Metz) Tj ET", ["Dupont Metz"]),
        (
            b"BT 50 700 Td (Dupont) Tj 0 -14 Td (Petit) Tj 90 0 Td (Nancy) Tj ET",
            ["Dupont", "Petit Nancy"],
        ),
        (b"BT [(Du) 20 (pont) -250 (Zo\\351)] TJ ET", ["Dupont Zoé"]),
        (b"BT <4475706F6E74> Tj T* (a \\(b\\) (c)) Tj ET", ["Dupont", "a (b) (c)"]),
        (b"BT (un) ' (deux) ' ET", ["un", "deux"]),
        (b"BT (un) Tj (deux) ' ET", ["un", "deux"]),
        (b"BT <002400250026> Tj T* (Petit) Tj ET", ["Petit"]),
        (b"BT (never ended Tj ET", []),
        (b"(Dupont) no text at all", []),
        (b"BT (...) Tj ET", []),
    ],
)
def test_strings_that_stand_at_one_height_are_a_line(stream, lines):
    assert lines_of(drawn(stream)) == lines


def test_nothing_is_made_up_where_nothing_can_be_read():
    content = b"BT (Dupont) Tj ET"

    assert lines_of(drawn(content) + b"trailer<</Encrypt 9 0 R>>") == []
    assert refusal_of(b"%PDF-1.4 cut off") is Problem.DAMAGED
    assert lines_of(drawn(content)[:30]) == []


def test_a_stream_of_which_the_end_is_damaged_is_read_up_to_there():
    stream = b"".join(b"BT 50 %d Td (Dupont %d) Tj ET\n" % (n, n * 7919) for n in range(2_000))
    content = bytearray(drawn(stream))
    content[len(content) // 2] ^= 0xFF

    lines = lines_of(bytes(content))
    assert lines[:2] == ["Dupont 0", "Dupont 7919"]
    assert 100 < len(lines) < 2_000


def test_what_unpacks_without_end_is_too_much():
    content = drawn(b"BT (x) Tj ET" + b" " * 5_000_000)

    with pytest.raises(UnreadableError, match=Problem.TOO_MUCH_TEXT):
        lines_of(content, text=1_000_000)


@given(st.binary(max_size=300))
def test_any_bytes_between_the_marks_of_text_end_clearly(inside):
    assert all(isinstance(line, str) for line in lines_of(drawn(b"BT " + inside + b" Tj ET")))
