"""Files with formulas, of other programs and at random: what has words is noted."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.domain.reading import Problem
from tests.integration.readers import biff, rgce
from tests.integration.readers.formula_cells import (
    XLS,
    fmla,
    formulas_of,
    greeting,
    one_of,
    parsed,
    xls,
)
from tests.integration.readers.read_sheets import (
    read_or_refuse,
    sheet_of,
    sheets_of,
    warnings_of,
)
from tests.integration.readers.test_xlsb import (
    area,
    one_sheet,
    record,
    row,
)

LISTS = Path(__file__).parents[2] / "data" / "lists"
WRITTEN = {
    1: [(1, '=HYPERLINK("mailto:marie@acme.example","Marie")'), (4, '="Arr "&B1:B3'),
        (5, '=IF(B1>2,"Client "&B1,$B$1&" ancien")')],
    2: [(1, '=IF(B1="oui","Zoé Dupont",IF(B2>3.5,"non",""))'),
        (5, '=IF(B2>2,"Client "&B2,$B$1&" ancien")')],
    3: [(1, '="Mme "&B1&" dit ""bonjour"""'), (5, '=IF(B3>2,"Client "&B3,$B$1&" ancien")')],
    4: [(1, '=CONCATENATE("a@b.example",";",B1,TRUE,-5%)'),
        (5, '=IF(B4>2,"Client "&B4,$B$1&" ancien")')],
    5: [(5, '=IF(B5>2,"Client "&B5,$B$1&" ancien")')],
    6: [(1, "='Autres clients'!A1&\" de Lyon\"")],
    7: [(1, '=VLOOKUP("Anaïs",{"Anaïs","Lyon";"Paul",2},2,FALSE)')],
    8: [(1, '=CHOOSE(B1,"Un","Deux",$C$1:D4)')],
    9: [(1, '=IFERROR(B1/0,"Ève")')],
    10: [(1, '=COUNTIFS(B1:B9,"Léa",C1:C9,">1")')],
    12: [(1, '=SUM(B1:B2,D4)&TEXT(NOW(),"yyyy")')],
    13: [(1, '=IF(TRUE,,"vide")')],
    14: [(1, '=LEFT("Œuvre",2)&#N/A')],
    15: [(1, '=SUM((B1:B2,D1:D2))&"x"')],
    16: [(1, '=B1:B3 B2&"isect"')],
    18: [(1, '=SUBSTITUTE(B1,"é","e")&UPPER("loïc")')],
    19: [(1, '="日本 Łukasz"')],
}  # fmt: skip


def test_formulas_of_an_xlsb_file_of_another_program_read_as_in_its_xlsx():
    clients, others = sheets_of((LISTS / "formulas.xlsb").read_bytes())

    assert formulas_of(clients) == WRITTEN
    assert formulas_of(others) == {}


def test_formulas_of_a_file_of_libreoffice_read_as_in_its_xlsx():
    """It computes the one with an error itself, and marks functions that Excel 97 lacks."""
    written = {n: formulas for n, formulas in WRITTEN.items() if n != 14}
    written[9] = [(1, '=_xlfn.IFERROR(B1/0,"Ève")')]
    written[10] = [(1, '=_xlfn.COUNTIFS(B1:B9,"Léa",C1:C9,">1")')]

    clients, others = sheets_of((LISTS / "formulas.xls").read_bytes())

    assert formulas_of(clients) == written
    assert formulas_of(others) == {}


def test_the_xlsx_file_of_both_has_these_formulas():
    """Where cells share a formula, xlsx spells it in the first of them only."""
    clients, _ = sheets_of((LISTS / "formulas.xlsx").read_bytes())
    first = WRITTEN[1][-1][1]

    assert formulas_of(clients) == {
        n: [(column, first if column == 5 else words) for column, words in formulas]
        for n, formulas in WRITTEN.items()
    }


@pytest.mark.parametrize("name", ["formulas.xls", "formulas.xlsb", "formulas.xlsx"])
def test_a_name_for_a_fixed_text_is_pointed_out_and_nothing_else(name):
    assert warnings_of((LISTS / name).read_bytes()) == {Problem.NAMES_NOT_READ}


@given(st.binary(max_size=60), st.binary(max_size=30))
def test_random_bytes_as_formulas_end_clearly(tokens, extra):
    for version in XLS:
        read_or_refuse(xls(
            version,
            biff.formula(version, 0, 0, tokens, extra),
            biff.array_formula(version, 0, 0, 0, 0, tokens, extra),
            biff.shared_formula(0, 0, 0, 0, tokens),
            biff.formula(version, 1, 0, rgce.shared(version, 0, 0)),
        ))  # fmt: skip
    shared = record(427, area(1, 2, 1, 1) + parsed(tokens, extra))
    array = record(426, area(1, 2, 1, 1) + b"\0" + parsed(tokens, extra))
    read_or_refuse(one_sheet(row(1, fmla(1, tokens, extra), shared, array, fmla(2, *one_of(1, 1)))))


@pytest.mark.parametrize("name", ["formulas.xls", "formulas.xlsb"])
@given(st.data())
def test_random_bytes_anywhere_in_a_file_with_formulas_end_clearly(name, data):
    content = bytearray((LISTS / name).read_bytes())
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=8)):
        content[place] = data.draw(st.integers(0, 255))

    read_or_refuse(bytes(content))


words = st.text(
    st.characters(codec="cp1252", exclude_categories=["Cc"], exclude_characters='"'), min_size=1
).filter(lambda one: any(map(str.isalnum, one)))


@given(st.lists(words, min_size=1, max_size=8), st.sampled_from([*XLS, 12]))
def test_every_text_of_every_formula_reaches_the_notes(names, version):
    if version == 12:
        content = one_sheet(
            row(1, *(fmla(column, greeting(12, one)) for column, one in enumerate(names, 1)))
        )
    else:
        cells = (
            biff.formula(version, 0, column, greeting(version, one))
            for column, one in enumerate(names)
        )
        content = xls(version, *cells)

    assert formulas_of(sheet_of(content)) == {
        1: [(column, f'="{one}"&A1') for column, one in enumerate(names, 1)]
    }
