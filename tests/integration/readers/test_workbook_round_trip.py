"""Workbooks: what was written in any way is what is read."""

import io
import itertools
import json
import zipfile
from xml.sax.saxutils import escape

import python_calamine
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from dsr_desktop.domain.cells import CELL_SEPARATOR
from dsr_desktop.domain.reading import Problem
from tests.integration.readers.workbook_parts import (
    MAIN,
    SHEET,
    book,
    packed,
    read,
    refusal,
    rows_of,
    sheet,
    strings,
    styles,
)

AWKWARD = [
    "", " ", "  Dupont  ", "a\nb", "a\n", "\ta", '"', "'", "it's", '"q', "<b>&amp;</b>", "]]>", "&#10;",
    "_x0007_", "_x005F_", "_xD83D_", "x_", "😀👩\u200d👧", "עברית", "\u200fفارسی\u200e", "é", "é", "ﬁ", "０６",
    "=1+1", "+33 6 12 34 56 78", "0612345678", "007", "1E5", "TRUE", "#N/A", "1990-05-04",
    "12345678901234567890", "\u00a0", "\u2028", "\ufeff", "\ufffd", "\U0001f600",
]  # fmt: skip
CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters=[CELL_SEPARATOR])
XML_TEXT = st.text(CHARACTERS, max_size=40).filter(
    lambda text: "\ufffe" not in text and "\uffff" not in text
)
TEXTS = st.sampled_from(AWKWARD) | XML_TEXT
TABLES = st.lists(st.lists(TEXTS, min_size=1, max_size=6), min_size=1, max_size=12)


def without_empty_ends(table):
    rows = []
    for n, cells in enumerate(table, 1):
        kept = list(cells)
        while kept and not kept[-1]:
            kept.pop()
        if kept:
            rows.append((n, kept))
    return rows


def spelled(text):
    """Text as a workbook stores it: escapes for what XML cannot hold, and for what looks like one."""
    safe = text.replace("_x", "_x005F_x")
    kept = (
        one if one >= " " or one == "\n" or one == "\t" else f"_x{ord(one):04X}_" for one in safe
    )
    return escape("".join(kept))


def place(n, column):
    return f"{chr(64 + column)}{n}"


def written(table, cell):
    rows = (
        f'<row r="{n}">'
        + "".join(cell(n, column, text) for column, text in enumerate(cells, 1))
        + "</row>"
        for n, cells in enumerate(table, 1)
    )
    return sheet("".join(rows))


def inline(n, column, text):
    body = f'<is><t xml:space="preserve">{spelled(text)}</t></is>'
    return f'<c r="{place(n, column)}" t="inlineStr">{body}</c>'


def as_result(n, column, text):
    return f'<c r="{place(n, column)}" t="str"><f>A1</f><v>{spelled(text)}</v></c>'


def in_runs(n, column, text):
    half = len(text) // 2
    runs = (
        f'<r><t xml:space="preserve">{spelled(part)}</t></r>' for part in (text[:half], text[half:])
    )
    return f'<c r="{place(n, column)}" t="inlineStr"><is>{"".join(runs)}</is></c>'


@given(TABLES, st.sampled_from([inline, as_result, in_runs]), st.sampled_from(["utf-8", "utf-16"]))
def test_texts_in_their_cells(table, cell, encoding):
    xml = written(table, cell)
    if cell is in_runs:  # an escape that two runs share spells nothing
        table = [
            [text for text in cells] for cells in table if not any("_" in text for text in cells)
        ]
        xml = written(table, cell)
    content = book(xml.replace("UTF-8", encoding).encode(encoding))
    expected = without_empty_ends(table)

    assert (rows_of(content) if expected else []) == expected


@given(TABLES, st.booleans(), st.booleans())
def test_texts_that_cells_share(table, prefixed, spaced):
    items = list(dict.fromkeys(itertools.chain.from_iterable(table)))
    numbers = {text: number for number, text in enumerate(items)}
    xml = written(
        table, lambda n, column, text: f'<c r="{place(n, column)}" t="s"><v>{numbers[text]}</v></c>'
    )
    shared = strings(*(f'<t xml:space="preserve">{spelled(text)}</t>' for text in items))
    if prefixed:
        xml = xml.replace("<c ", "<c\n")
        shared = shared.replace("<si>", "<si >")
    if spaced:
        xml = xml.replace("<row", "\n<row")
        shared = shared.replace("<si", "\n<si")
    expected = without_empty_ends(table)

    assert (rows_of(book(xml, shared=shared)) if expected else []) == expected


def as_openpyxl_keeps_it(text):
    """Text without what openpyxl refuses, takes for a formula or an error, or writes otherwise."""
    is_other = text.startswith(("=", "#")) or "_x" in text or "\r" in text
    return "" if is_other else ILLEGAL_CHARACTERS_RE.sub("", text)


@given(TABLES)
def test_what_openpyxl_writes(table):
    table = [[as_openpyxl_keeps_it(text) for text in cells] for cells in table]
    workbook = Workbook()
    for cells in table:
        workbook.active.append([text or None for text in cells])
    stream = io.BytesIO()
    workbook.save(stream)
    expected = without_empty_ends(table)

    assert (rows_of(stream.getvalue()) if expected else []) == expected


def test_a_text_of_the_greatest_length_is_whole():
    text = "é\n😀" * 10_922 + "."
    workbook = Workbook()
    workbook.active.append([text])
    stream = io.BytesIO()
    workbook.save(stream)

    assert len(text) == 32_767
    assert rows_of(stream.getvalue()) == [(1, [text])]
    assert rows_of(book(written([[text]], inline))) == [(1, [text])]


def test_a_text_of_escapes_alone_is_whole_at_the_greatest_length():
    text = "\x07" * 32_767

    assert rows_of(book(written([[text]], inline))) == [(1, [text])]
    assert rows_of(book(written([[text]], in_runs))) == [(1, [text])]


# --- two ways of reading, and two readers


NUMBERS = st.integers(-(10**14), 10**15 - 1) | st.floats(
    allow_nan=False, allow_infinity=False, width=32
)
CELLS = st.one_of(
    st.none(),
    TEXTS,
    NUMBERS,
    st.booleans(),
)
SPARSE = st.dictionaries(
    st.integers(1, 60),
    st.dictionaries(st.integers(1, 26), CELLS, min_size=1, max_size=8),
    min_size=1,
    max_size=12,
)


def any_cell(n, column, value, style):
    if value is None:
        return f'<c r="{place(n, column)}" s="{style}"/>'
    if isinstance(value, bool):
        return f'<c r="{place(n, column)}" s="{style}" t="b"><v>{value:d}</v></c>'
    if isinstance(value, str):
        return inline(n, column, value) if style % 2 else as_result(n, column, value)
    return f'<c r="{place(n, column)}" s="{style}"><v>{value!r}</v></c>'


def sparse(table, style):
    rows = (
        f'<row r="{n}" spans="1:26"{" hidden=" + chr(34) + "1" + chr(34) if n % 3 else ""}>'
        + "".join(
            any_cell(n, column, cells[column], (style + column) % 6) for column in sorted(cells)
        )
        + "</row>"
        for n, cells in sorted(table.items())
    )
    return sheet("".join(rows))


STYLES = styles(14, "00000", 22, "00 00 00 00 00", "[h]:mm")


@given(SPARSE, st.integers(0, 5))
@example({1: {1: ""}}, 0)
def test_patterns_and_parser_read_alike(table, style):
    quick = sparse(table, style)
    careful = quick.replace("<sheetData>", "<sheetData><!-- -->")

    assert all_about(quick) == all_about(careful)


def all_about(xml):
    return packed(read_or_nothing(book(xml, style=STYLES)))


def read_or_nothing(content):
    return [] if refusal(content) is Problem.NOTHING_INSIDE else read(content)


@given(SPARSE)
def test_calamine_reads_the_same_values(table):
    content = book(sparse(table, 0).replace(' s="', ' cm="'))
    ours = {
        (n, column): values.get(str(column), text)
        for n, _hidden, joined, typed, *_ in packed(read_or_nothing(content))
        for values in [json.loads(typed or "{}")]
        for column, text in enumerate(joined.split(CELL_SEPARATOR), 1)
        if text
    }

    assert {place: as_calamine(value) for place, value in ours.items()} == dict(theirs(content))


def theirs(content):
    workbook = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    only = workbook.get_sheet_by_index(0)
    for n, values in enumerate(only.iter_rows(), 1):
        for column, value in enumerate(values, 1 + (only.start[1] if only.start else 0)):
            if value != "":
                yield (n, column), value


def as_calamine(value):
    return float(value) if type(value) is int else value


def test_the_hand_made_parts_are_of_the_main_namespace():
    assert MAIN.encode() in zipfile.ZipFile(io.BytesIO(book(sheet("")))).read(SHEET)
