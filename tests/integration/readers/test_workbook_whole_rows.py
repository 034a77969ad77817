"""Workbooks: rows read by one pattern at once are read as the parser reads them."""

import random
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.readers.messages import UnreadableError
from dsr_desktop.readers.ooxml import package
from dsr_desktop.readers.ooxml.cells import CellValues
from dsr_desktop.readers.ooxml.numbers import read_number
from dsr_desktop.readers.ooxml.row_shapes import RowShapes
from dsr_desktop.readers.ooxml.whole_rows import WholeRowsOfSheet
from dsr_desktop.readers.parts import ReadRow
from tests.integration.readers.workbook_parts import book, read, sheet, strings, styles

SHARED = strings(*(f"<t>Nom {n}</t>" for n in range(40)))
STYLE = styles(14, "0.00", "00000")
USUAL = [
    ("", "<v>7</v>"), ("", "<v>2156.01</v>"), (' t="n"', "<v>-3</v>"), (' s="1"', "<v>32874</v>"),
    (' s="3"', "<v>1480</v>"), (' t="s"', "<v>12</v>"), (' s="2" t="s"', "<v>39</v>"),
    (' t="str"', "<v>a &amp; b</v>"), (' t="b"', "<v>1</v>"), (' t="e"', "<v>#N/A</v>"),
    (' s="1"', ""), (' s="1"', "<v></v>"),
]  # fmt: skip
ODD = [
    (' t="s"', "<v>-1</v>"), (' t="s"', "<v>40</v>"), (' t="s"', "<v> 3 </v>"),
    (' t="inlineStr"', "<is><t>Zoé</t></is>"), ("", "<f>A1+1</f><v>8</v>"), ("", "<v>&#55;</v>"),
    (' t="str"', "<v>&lt;b></v>"), ('  s="1"', "<v>5</v>"), (" s='1'", "<v>6</v>"), ("", "<v>x</v>"),
]  # fmt: skip
SEEDS = st.integers(0, 2**32)
SMALL_PIECES = 700


def rows_xml(seed, odd):
    """Some hundred rows: each column has few kinds of cells, `odd` of a thousand cells any kind."""
    chosen = random.Random(seed)
    columns = [chosen.sample(USUAL, chosen.randint(1, 3)) for _ in range(chosen.randint(1, 6))]
    written, n = [], 0
    for _ in range(150):
        n += chosen.choice([1, 1, 1, 2])
        cells = "".join(
            cell(f"{chr(65 + 2 * at)}{n}", *chosen.choice(any_cell(chosen, kinds, odd)))
            for at, kinds in enumerate(columns)
            if chosen.random() < 0.9
        )
        about = chosen.choice(["", ' spans="1:9"', ' hidden="1"'])
        written.append(
            f'<row r="{n}"{about}>{cells}</row>' + chosen.choice(["", "", "<row r='9'/>"])
        )
    return "".join(written)


def any_cell(chosen, kinds, odd):
    return ODD if chosen.randrange(1000) < odd else kinds


def cell(place, about, content):
    return f'<c r="{place}"{about}>{content}</c>' if content else f'<c r="{place}"{about}/>'


def outcome(rows):
    """What is said of a workbook whose sheet has these rows."""
    with patch.object(package, "CHUNK", SMALL_PIECES):
        try:
            return read(book(sheet(rows), shared=SHARED, style=STYLE))
        except UnreadableError as error:
            return error.problem


@given(SEEDS)
def test_lists_are_read_as_the_parser_reads_them(seed):
    rows = rows_xml(seed, odd=0)

    assert outcome(rows) == outcome("<!-- for the parser -->" + rows)


@given(SEEDS, st.integers(1, 200))
def test_lists_with_odd_cells_are_read_as_the_parser_reads_them(seed, odd):
    rows = rows_xml(seed, odd)

    assert outcome(rows) == outcome("<!-- for the parser -->" + rows)


def whole_rows(*written):
    """What reads rows at once where rows like the ones `written` were met twice."""
    values = CellValues(["Dupont", "Roux"], [read_number], 100)
    shapes = RowShapes(values)
    for letters, about in written * 2:
        shapes.plan(letters, about)
    return WholeRowsOfSheet(values, shapes)


NAME_AND_AMOUNT = (("A", "C"), (' t="s"', ' s="0"'))


def row_xml(n, name, amount):
    return f'<row r="{n}"><c r="A{n}" t="s"><v>{name}</v></c><c r="C{n}" s="0"><v>{amount}</v></c></row>'  # fmt: skip


def test_rows_of_cells_met_before_are_read_at_once():
    rows = whole_rows(NAME_AND_AMOUNT).read(row_xml(4, 1, "12.5") + row_xml(6, 0, 7))

    assert rows == [
        ReadRow(4, ("Roux", "", "12.5"), '{"3":12.5}'),
        ReadRow(6, ("Dupont", "", "7"), '{"3":7}'),
    ]


def test_cells_that_a_row_does_not_have_are_empty():
    piece = '<row r="2"><c r="C2" s="0"><v>5</v></c></row><row r="3" hidden="1"></row><row r="4"/>'

    assert whole_rows(NAME_AND_AMOUNT).read(piece) == [ReadRow(2, ("", "", "5"), '{"3":5}')]


@pytest.mark.parametrize(
    "piece",
    [
        row_xml(1, 2, 5),
        row_xml(1, "-1", 5),
        row_xml(1, 0, "<!-- x -->5"),
        row_xml(1, 0, 5).replace("C1", "B1"),
        row_xml(1, 0, 5).replace("C1", "C2"),
        row_xml(1, 0, 5) + "<row>",
        row_xml(1, 0, 5) + "x" + row_xml(2, 0, 5),
        row_xml(1_048_577, 0, 5),
        row_xml(1, 0, 5).replace('s="0"', 's="1"'),
    ],
)
def test_what_was_not_met_is_left_to_others(piece):
    assert whole_rows(NAME_AND_AMOUNT).read(piece) == []


def test_a_sheet_of_other_things_is_given_up():
    rows = whole_rows(NAME_AND_AMOUNT)
    for _ in range(100):
        rows.read("<row>")

    assert rows.read(row_xml(1, 0, 5)) == []


def test_many_rows_of_few_cells_are_not_spread_over_far_columns():
    far = whole_rows((("A", "XFD"), ("", "")))
    piece = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 200))

    assert far.read(piece) == []
