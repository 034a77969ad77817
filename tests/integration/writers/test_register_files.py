"""Registers as files: many columns are printed line by line, long texts say that they are cut."""

import io
from itertools import chain

import pytest
from openpyxl import load_workbook

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.register_table import RegisterTable, TableSection
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.services.handling import new_request
from dsr_desktop.services.register_exports import RegisterKind, register_table
from dsr_desktop.wording.language import speak
from dsr_desktop.writers.checklist_blocks import (
    GAP,
    LEFT,
    WIDTH,
    columns_with_room,
    side_by_side,
)
from dsr_desktop.writers.csv_text import read_csv
from dsr_desktop.writers.register_files import (
    write_register_csv,
    write_register_pdf,
    write_register_xlsx,
)
from tests.integration.writers.pdf_reading import Pdf

EN = speak("en")


@pytest.fixture
def table(today):
    """Return a function that makes a register of so many columns and rows."""

    def make(columns=3, rows=2, text="cell"):
        headings = tuple(f"Title {n}" for n in range(columns))
        section = TableSection(
            "Lines", headings, (1,) * columns,
            [tuple(f"{text} {row}.{n}" for n in range(columns)) for row in range(rows)],
            nothing="Nothing is here.",
        )  # fmt: skip
        return RegisterTable("name", "A register", (("Made by", "Nora"),), ("A note.",), (section,),
                             today, footer="Foot")  # fmt: skip

    return make


def pdf(table):
    stream = io.BytesIO()
    write_register_pdf(stream, table, EN)
    return Pdf(stream.getvalue())


@pytest.mark.parametrize("columns", [3, 18])
def test_every_cell_is_printed(table, columns):
    text = pdf(table(columns)).text

    for row in range(2):
        for column in range(columns):
            assert f"cell {row}.{column}" in text
    assert f"Title {columns - 1}" in text


def test_a_long_register_repeats_its_titles_and_counts_its_pages(table):
    pages = pdf(table(rows=90)).pages

    assert len(pages) > 1
    assert all("Title 0" in page for page in pages)
    assert f"Page {len(pages)} of {len(pages)}" in pages[-1]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_word_of_the_register_of_requests_is_broken(register, today, language):
    person = Criteria(name=("Camille Dupont",))
    rights = [Right.AUTOMATED_DECISION, Right.RECTIFICATION]
    new_request(register, rights, person, today, Channel.WEB_FORM, today)
    registered = register_table(register, RegisterKind.REQUESTS, today, speak(language))
    section = registered.sections[0]

    lines = {line for page in pdf(registered).pages for line in page}

    words = {word for text in (*section.headings, *chain(*section.rows)) for word in text.split()}
    assert words <= {word for line in lines for word in line.split()}


def test_a_column_is_as_wide_as_its_longest_word_if_all_have_room():
    narrow, wide, other = columns_with_room((1, 1, 2), (20, 300, 30))
    assert wide.width >= 300
    assert other.width + GAP == pytest.approx(2 * (narrow.width + GAP))
    assert other.x + other.width + GAP == pytest.approx(LEFT + WIDTH)

    assert columns_with_room((1, 1, 2), (500, 300, 30)) == side_by_side(1, 1, 2)


def test_an_endless_word_takes_no_room_from_the_other_columns(table):
    (lines,) = pdf(table(columns=8, rows=1, text="x" * 60)).pages

    assert all(f"Title {n}" in lines for n in range(8))
    assert sum("xxx" in line for line in lines) == 8 * 3


def test_an_empty_register_says_so(table):
    assert "Nothing is here." in pdf(table(rows=0)).text


def test_a_text_that_is_cut_or_cannot_be_printed_is_told(table):
    assert "is cut" in pdf(table(text="word " * 900)).text
    assert "cannot be printed" in pdf(table(text="漢字")).text


def test_the_workbook_has_the_facts_and_the_csv_the_first_section(table):
    book, text = io.BytesIO(), io.BytesIO()
    write_register_xlsx(book, table(), EN)
    write_register_csv(text, table())

    sheets = load_workbook(book)
    assert sheets["Summary"]["A2"].value == "Made by"
    assert [cell.value for cell in sheets["Lines"][2]] == ["cell 0.0", "cell 0.1", "cell 0.2"]
    assert read_csv(text.getvalue())[1] == ["cell 0.0", "cell 0.1", "cell 0.2"]


def test_texts_like_formulas_are_safe_in_csv_and_come_back(table):
    text = io.BytesIO()
    write_register_csv(text, table(text="=1+1"))

    assert b"\"'=1+1" in text.getvalue()
    assert read_csv(text.getvalue())[1][0] == "=1+1 0.0"
