"""Text for printed pages: only letters that can be drawn, cut into lines that fit."""

from dsr_desktop.writers.fonts import Style, drawable, load_faces
from dsr_desktop.writers.pdf_page import wrap

BODY = Style("Inter-Regular", 8.5)
LONG_NOTE = "Asked to be called back after the trade fair in Lyon. " * 30

load_faces()


def test_composed_letters_and_full_width_forms_are_drawn():
    assert drawable("Zoe\u0308 Ｄｕｐｏｎｔ") == "Zoë Dupont"


def test_blanks_and_controls_become_single_blanks_and_invisible_marks_go():
    assert drawable(" a\tb\r\n\x00c\u200e\u00ad d ") == "a b c d"


def test_a_text_that_fits_is_one_line():
    assert wrap("Camille Dupont", BODY, 200) == ("Camille Dupont",)


def test_lines_break_between_words_and_none_is_too_wide():
    lines = wrap(LONG_NOTE.strip(), BODY, 120)

    assert " ".join(lines) == LONG_NOTE.strip()
    assert all(BODY.width(one) <= 120 for one in lines)


def test_a_word_wider_than_the_line_is_cut_anywhere():
    address = "camille.dupont-lefevre" * 5 + "@ateliers.example"

    lines = wrap(f"see {address} please", BODY, 100)

    assert "".join(lines).replace("see", "").replace("please", "").replace(" ", "") == address
    assert all(BODY.width(one) <= 100 for one in lines)


def test_the_last_line_allowed_ends_with_an_ellipsis_inside_the_width():
    lines = wrap(LONG_NOTE, BODY, 120, most=3)

    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert BODY.width(lines[-1]) <= 120


def test_a_cut_word_makes_room_for_the_ellipsis():
    lines = wrap("m" * 500, BODY, 120, most=2)

    assert lines[-1].endswith("m…")
    assert BODY.width(lines[-1]) <= 120


def test_an_empty_text_is_one_empty_line():
    assert wrap("", BODY, 100) == ("",)
