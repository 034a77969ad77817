"""How stored formulas read, token by token, in every version of the binary format."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.readers.formulas.layout import Version, layout_of
from dsr_desktop.readers.formulas.parsed import ParsedFormula, formula_at
from dsr_desktop.readers.formulas.references import KnownNames
from dsr_desktop.readers.formulas.spelling import spelled
from tests.integration.readers import rgce

VERSIONS = [int(version) for version in Version]
MODERN = [5, 8, 12]
BOOK = KnownNames(
    names=("Contact", "_xlfn.TEXTJOIN"),
    sheets={0: "Clients", 1: "L'an dernier"},
    foreign_names={3: ("TRADUIRE",)},
)


def read(version, tokens, extra=b"", *, cell=(0, 0)):
    layout = layout_of(Version(version), "cp1252")
    return spelled(ParsedFormula(tokens, extra), layout, BOOK, cell)


def text_of(version, tokens, extra=b"", **about):
    said = read(version, tokens, extra, **about)
    assert said.is_whole
    return said.text


def beside(version, tokens):
    """The tokens joined to a text, for only formulas with texts are spelled."""
    return rgce.text(version, "x") + tokens + rgce.CONCAT


@pytest.mark.parametrize("version", VERSIONS)
def test_a_text_is_found_with_its_accents_and_quotes(version):
    assert text_of(version, rgce.text(version, 'Zoé dite "Zo"')) == '="Zoé dite ""Zo"""'


@pytest.mark.parametrize("version", [8, 12])
def test_texts_of_any_script_are_found(version):
    assert text_of(version, rgce.text(version, "Łukasz 日本 😀")) == '="Łukasz 日本 😀"'


@pytest.mark.parametrize("version", [4, *MODERN])
def test_a_mail_link_reads_as_it_was_typed(version):
    tokens = (
        rgce.text(version, "mailto:marie@acme.example")
        + rgce.text(version, "Marie")
        + rgce.call(version, rgce.HYPERLINK, 2)
    )

    assert text_of(version, tokens) == '=HYPERLINK("mailto:marie@acme.example","Marie")'


@pytest.mark.parametrize(
    ("token", "sign"),
    [
        (0x03, "+"), (0x04, "-"), (0x05, "*"), (0x06, "/"), (0x07, "^"), (0x08, "&"), (0x09, "<"),
        (0x0A, "<="), (0x0B, "="), (0x0C, ">="), (0x0D, ">"), (0x0E, "<>"), (0x0F, " "),
        (0x10, ","), (0x11, ":"),
    ],
)  # fmt: skip
def test_operators_stand_between_their_operands(token, sign):
    tokens = rgce.text(8, "a") + rgce.whole(2) + bytes([token])

    assert text_of(8, tokens) == f'="a"{sign}2'


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize(
    ("token", "shown"),
    [
        (rgce.whole(65535), "65535"),
        (rgce.real(-2.5), "-2.5"),
        (rgce.real(1e21), "1E+21"),
        (b"\x1d\x01", "TRUE"),
        (b"\x1c\x2a", "#N/A"),
        (rgce.whole(5) + rgce.PERCENT, "5%"),
        (rgce.whole(5) + b"\x12", "+5"),
        (rgce.whole(1) + rgce.whole(2) + b"\x03" + rgce.PAREN + rgce.MINUS, "-(1+2)"),
    ],
)
def test_numbers_signs_and_errors_read_as_typed(version, token, shown):
    assert text_of(version, beside(version, token)) == f'="x"&{shown}'


@pytest.mark.parametrize("version", VERSIONS)
def test_cells_and_areas_are_named(version):
    cases = [
        (rgce.cell(version, 4, 1), "B5"),
        (rgce.cell(version, 4, 27, moves=False), "$AB$5"),
        (rgce.area(version, (0, 0), (9, 2)), "A1:C10"),
        (rgce.area(version, (0, 1), (-1, 1)), "B:B"),
        (rgce.area(version, (1, 0), (2, -1), moves=False), "$2:$3"),
    ]

    assert [text_of(version, beside(version, token)) for token, _ in cases] == [
        f'="x"&{shown}' for _, shown in cases
    ]


@pytest.mark.parametrize("version", VERSIONS)
def test_cells_of_a_shared_formula_count_from_the_cell_that_has_it(version):
    up_and_left = beside(version, rgce.near_cell(version, -2, -1))
    below = beside(version, rgce.near_area(version, (0, 1), (3, 2)))

    assert text_of(version, up_and_left, cell=(5, 3)) == '="x"&C4'
    assert text_of(version, below, cell=(5, 3)) == '="x"&E6:F9'


@pytest.mark.parametrize("version", MODERN)
def test_cells_of_other_sheets_have_their_sheet(version):
    shown = [
        text_of(version, beside(version, rgce.cell_abroad(version, sheet, 0, 0)))
        for sheet in (0, 1, 7)
    ]

    assert shown == ['="x"&Clients!A1', "=\"x\"&'L''an dernier'!A1", '="x"&?!A1']


def test_cells_of_other_workbooks_before_excel_97_have_no_sheet_of_this_one():
    abroad = b"\x5a" + struct.pack("<h8xHH", 2, 0, 0) + b"\0\xc0\0"

    assert text_of(5, beside(5, abroad)) == '="x"&?!A1'


@pytest.mark.parametrize("version", VERSIONS)
def test_names_are_called_by_their_name(version):
    assert text_of(version, beside(version, rgce.name(version, 1))) == '="x"&Contact'
    assert text_of(version, beside(version, rgce.name(version, 9))) == '="x"&?'


@pytest.mark.parametrize(
    ("version", "token"),
    [
        (5, b"\x39" + struct.pack("<H8xH12x", 3, 1)),
        (8, b"\x39" + struct.pack("<HHH", 3, 1, 0)),
        (12, b"\x39" + struct.pack("<HI", 3, 1)),
    ],
)
def test_functions_of_others_have_their_name(version, token):
    tokens = token + rgce.text(version, "Marie") + rgce.call(version, rgce.USER, 2)

    assert text_of(version, tokens) == '=TRADUIRE("Marie")'


def test_functions_newer_than_the_format_are_named():
    tokens = (
        rgce.name(12, 2) + rgce.text(12, ";") + rgce.text(12, "Ana") + rgce.call(12, rgce.USER, 3)
    )

    assert text_of(12, tokens) == '=_xlfn.TEXTJOIN(";","Ana")'


@pytest.mark.parametrize("version", VERSIONS)
def test_functions_take_as_many_arguments_as_they_have(version):
    length = rgce.text(version, "Marie") + rgce.fixed(version, rgce.LEN)
    chosen = (
        rgce.cell(version, 0, 0)
        + rgce.choose(version, 2)
        + rgce.text(version, "Un")
        + rgce.attribute(version, 0x08)
        + rgce.MISSING
        + rgce.attribute(version, 0x08)
        + rgce.call(version, rgce.CHOOSE, 3)
    )

    assert text_of(version, length) == '=LEN("Marie")'
    assert text_of(version, beside(version, rgce.fixed(version, rgce.NOW))) == '="x"&NOW()'
    assert text_of(version, chosen) == '=CHOOSE(A1,"Un",)'


@pytest.mark.parametrize("version", VERSIONS)
def test_what_only_helps_to_compute_is_left_out(version):
    tokens = (
        rgce.attribute(version, 0x40)
        + rgce.cell(version, 0, 1)
        + rgce.attribute(version, 0x02)
        + rgce.text(version, "oui")
        + rgce.attribute(version, 0x10)
        + rgce.call(version, rgce.IF, 2)
    )

    assert text_of(version, tokens) == '=IF(B1,SUM("oui"))'


@pytest.mark.parametrize("version", VERSIONS)
def test_texts_in_constant_arrays_are_found(version):
    rows = [["Anaïs", 2.5, True], ["Paul", None, "Lyon"]]

    assert text_of(version, rgce.array(version), rgce.constants(version, rows)) == (
        '={"Anaïs",2.5,TRUE;"Paul",#N/A,"Lyon"}'
    )


@pytest.mark.parametrize(
    ("version", "areas"),
    [(5, struct.pack("<H6x", 1)), (8, struct.pack("<H8x", 1)), (12, struct.pack("<I16x", 1))],
)
def test_arrays_are_found_behind_computed_areas(version, areas):
    union = rgce.area(version, (0, 0), (1, 1)) + rgce.cell(version, 3, 3) + b"\x10"
    tokens = b"\x26" + bytes(6) + union + rgce.PAREN + rgce.array(version) + rgce.CONCAT
    extra = areas + rgce.constants(version, [["Zoé"]])

    assert text_of(version, tokens, extra) == '=(A1:B2,D4)&{"Zoé"}'


def test_an_array_of_256_columns_is_read_whole_before_excel_97():
    said = text_of(5, rgce.array(5), rgce.constants(5, [[*range(255), "Zoé"]]))

    assert said.count(",") == 255
    assert said.endswith(',"Zoé"}')


def test_labels_of_excel_97_do_not_hide_what_follows():
    label = b"\x18\x03" + bytes(4)
    radical = b"\x18\x0b" + bytes(4) + rgce.area(8, (1, 1), (5, 1))
    tokens = label + radical + rgce.CONCAT + rgce.array(8) + rgce.CONCAT
    extra = struct.pack("<I8x", 2) + rgce.constants(8, [["Zoé"]])

    assert text_of(8, tokens, extra) == '=?&B2:B6&{"Zoé"}'


def test_tables_of_excel_2007_do_not_hide_what_follows():
    table = b"\x18\x19" + bytes(12)
    tokens = table + rgce.text(12, "Marie") + rgce.CONCAT

    assert text_of(12, tokens) == '=?&"Marie"'


def test_constants_behind_a_table_of_another_workbook_count_as_unread():
    elsewhere = b"\x18\x19" + struct.pack("<HHIHH", 0, 0x2000, 1, 0, 0)
    tokens = rgce.text(12, "Marie") + elsewhere + rgce.CONCAT
    with_array = tokens + rgce.array(12) + rgce.CONCAT

    assert text_of(12, tokens) == '="Marie"&?'
    said = read(12, with_array, bytes(9) + rgce.constants(12, [["Zoé"]]))
    assert (said.text, said.is_whole) == ('="Marie"&?&{…}', False)


@pytest.mark.parametrize("version", VERSIONS)
def test_a_formula_without_texts_is_not_spelled(version):
    tokens = rgce.cell(version, 0, 0) + rgce.whole(1) + b"\x03"

    assert text_of(version, tokens) == ""
    assert text_of(version, b"\x02" + bytes(3 if version == 2 else 4)) == ""
    assert text_of(version, b"") == ""


BROKEN = {
    "a token of no version": b"\x1b\x1b\x1b\x1b\x1b\x1b\x1b",
    "the token zero": b"\0",
    "an attribute of no version": b"\x19\x7f\0\0",
    "a text cut off": b"\x17\x09\0\0Mar",
    "a number cut off": b"\x1f\0\0",
    "constants that are missing": rgce.array(8),
    "nothing but an operator": rgce.CONCAT,
    "two operands and no operator": rgce.whole(1) + rgce.text(8, ""),
    "a label of no version": b"\x18\x55" + bytes(4),
    "an owner in the middle": rgce.shared(8, 0, 0),
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_a_broken_formula_gives_the_texts_before_its_fault_and_counts_as_unread(broken):
    said = read(8, rgce.text(8, "Marie") + broken)

    assert not said.is_whole
    assert '"Marie"' in said.text


@pytest.mark.parametrize("version", VERSIONS)
def test_texts_around_a_fault_behind_the_tokens_are_kept(version):
    tokens = rgce.array(version) + rgce.text(version, "Paul") + rgce.CONCAT
    twice = tokens + rgce.array(version) + rgce.CONCAT
    extra = rgce.constants(version, [["Zoé", "Léa", "Anaïs"]])

    said = read(version, twice, extra[:-3])

    assert (said.text, said.is_whole) == ('={"Zoé","Léa",…}&"Paul"&{…}', False)


def test_a_function_that_no_sheet_uses_still_gives_its_texts():
    assert text_of(8, rgce.text(8, "Marie") + rgce.fixed(8, 257)) == '=?257("Marie")'


@pytest.mark.parametrize("version", VERSIONS)
def test_operators_nested_as_deep_as_a_formula_allows_are_spelled(version):
    tokens = rgce.text(version, "x") + rgce.MINUS * 16_000

    assert text_of(version, tokens) == "=" + "-" * 16_000 + '"x"'


def test_more_tokens_than_a_formula_has_are_not_read():
    assert not read(12, rgce.text(12, "x") + rgce.MINUS * 16_400).is_whole


@pytest.mark.parametrize("extent", [(0xFFFFFFFF, 0xFFFFFFFF), (0xFFFFFFFF, 1), (1, 0xFFFFFFFF)])
def test_an_array_larger_than_its_bytes_ends_at_once(extent):
    said = read(12, rgce.array(12), struct.pack("<II", *extent) + b"\0" + bytes(8))

    assert not said.is_whole


def test_an_array_of_rows_without_columns_ends_at_once():
    assert text_of(12, rgce.array(12), struct.pack("<II", 0xFFFFFFFF, 0)) == "={}"


@pytest.mark.parametrize("size", [1, 2, 4])
def test_a_formula_that_its_record_cuts_off_is_broken(size):
    tokens = rgce.text(8, "Marie")
    layout = layout_of(Version.BIFF8)

    def whole_with(length, content):
        formula = formula_at(b"head" + length.to_bytes(size, "little") + content, 4, size)
        return spelled(formula, layout, BOOK, (0, 0)).is_whole

    assert whole_with(len(tokens), tokens)
    assert whole_with(len(tokens), tokens + b"more")
    assert not whole_with(len(tokens) + 1, tokens)
    assert not spelled(formula_at(b"head", 4, size), layout, BOOK, (0, 0)).is_whole


words = st.text(st.characters(codec="cp1252", exclude_categories=["Cc"]), max_size=20)


def trees(version):
    """Formulas as tokens and as text, each with all the texts in it."""
    leaves = st.one_of(
        words.map(lambda one: (rgce.text(version, one), f'"{one.replace(chr(34), chr(34) * 2)}"')),
        st.integers(0, 65535).map(lambda one: (rgce.whole(one), str(one))),
        st.integers(0, 99).map(lambda row: (rgce.cell(version, row, 0), f"A{row + 1}")),
    )
    return st.recursive(leaves, lambda inner: _larger(version, inner), max_leaves=12)


def _larger(version, inner):
    return st.one_of(
        st.tuples(inner, inner).map(
            lambda pair: (pair[0][0] + pair[1][0] + rgce.CONCAT, f"{pair[0][1]}&{pair[1][1]}")
        ),
        inner.map(lambda one: (one[0] + rgce.PAREN, f"({one[1]})")),
        st.lists(inner, min_size=1, max_size=4).map(
            lambda some: (
                b"".join(one for one, _ in some) + rgce.call(version, rgce.IF, len(some)),
                f"IF({','.join(shown for _, shown in some)})",
            )
        ),
    )


@pytest.mark.parametrize("version", VERSIONS)
@given(st.data())
def test_any_formula_comes_back_with_all_its_texts(version, data):
    tokens, shown = data.draw(trees(version))

    assert text_of(version, beside(version, tokens)) == f'="x"&{shown}'


@pytest.mark.parametrize("version", VERSIONS)
@given(tokens=st.binary(max_size=60), extra=st.binary(max_size=40))
def test_random_bytes_are_spelled_or_counted(version, tokens, extra):
    said = read(version, tokens, extra)

    assert said.is_whole or said.text.startswith("=")


@pytest.mark.parametrize("version", VERSIONS)
@given(data=st.data())
def test_a_text_before_a_random_fault_is_kept(version, data):
    said = read(version, rgce.text(version, "Marie") + data.draw(st.binary(max_size=30)))

    assert '"Marie"' in said.text
