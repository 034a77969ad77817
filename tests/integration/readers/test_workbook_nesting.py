"""Workbooks whose tags are broken: no cell is given the place, or the text, of another one."""

import pytest

from dsr_desktop.domain.reading import Problem
from tests.integration.readers.workbook_parts import (
    book,
    number,
    problems,
    refusal,
    relations,
    row,
    rows_of,
    sheet,
    strings,
    styles,
)

WHOLE = sheet(
    row(1, "Nom", "Tél.", "Ville")
    + row(2, "Dupont", number(612345678), "Lyon")
    + row(3, "Petit", number(698765432), "Metz")
)
BREAKS = {
    "a tag begins inside another": ('<c r="B2"', '<c r="B2" <'),
    "a cell does not begin": ('<c r="B2"', 'c r="B2"'),
    "a cell begins as something else": ('<c r="B2">', '<x r="B2">'),
    "a cell does not end": ("</v></c>", "</v>"),
    "a value does not end": ("612345678</v>", "612345678"),
    "a value ends as something else": ("612345678</v>", "612345678</x>"),
    "a text does not begin": ("<is><t", "<t"),
    "a text does not end": ("</is>", ""),
    "a row does not begin": ('<row r="2">', ""),
    "a row does not end": ('</row><row r="3">', '<row r="3">'),
    "a row ends as something else": ('</row><row r="3">', '</rox><row r="3">'),
    "a row and a cell end crosswise": ("</c></row>", "</row></c>"),
    "a place has half its quotes": ('<c r="B2">', '<c r="B2>'),
    "a place has no quotes": ('<c r="B2">', "<c r=B2>"),
    "a place has no sign": ('<c r="B2">', '<c r"B2">'),
    "a cell has two places": ('<c r="B2">', '<c r="B2" r="C2">'),
    "a comment has no end": ('<row r="2">', '<!-- <row r="2">'),
}


@pytest.mark.parametrize("change", BREAKS.values(), ids=BREAKS)
def test_a_sheet_of_broken_tags_is_refused_by_every_reader(change):
    broken = WHOLE.replace(*change, 1)

    assert broken != WHOLE
    assert refusal(book(broken)) is Problem.DAMAGED


SHARED = strings("<t>Dupont</t>", "<r><t>Pe</t></r><r><t>tit</t></r>", "<t>Lyon</t>")
POINTING = sheet("\x0b" + row(1, *((' t="s"', f"<v>{n}</v>") for n in range(3))))


@pytest.mark.parametrize(
    "change", [("</si>", ""), ("<si>", ""), ("<si>", "<sj>"), ("</si><si>", "<si></si>"), ("<t>", "<t<")]
)  # fmt: skip
def test_shared_texts_of_broken_tags_do_not_stand_for_each_other(change):
    assert rows_of(book(POINTING, shared=SHARED)) == [(1, ["Dupont", "Petit", "Lyon"])]
    assert refusal(book(POINTING, shared=SHARED.replace(*change, 1))) is Problem.DAMAGED


def test_styles_of_broken_tags_make_no_date_of_a_number():
    dated = sheet("\x0b" + row(1, number(45000, 1), number(45000, 2)))
    style = styles("yyyy-mm-dd", "0")

    assert rows_of(book(dated, style=style)) == [(1, ["2023-03-15", "45000"])]
    assert refusal(book(dated, style=style.replace("<xf ", "<xf <", 1))) is Problem.DAMAGED


@pytest.mark.parametrize(
    "harmless",
    ["<!-- no tag -->", "<?a program?>", '<ext uri="{x}"><x:f>A1&gt;2</x:f></ext>', "a > b"],
)
def test_what_is_odd_but_whole_moves_nothing(harmless):
    content = book(WHOLE.replace("</sheetData>", f"</sheetData>{harmless}\x0b"))

    assert rows_of(content)[1] == (2, ["Dupont", "612345678", "Lyon"])
    assert problems(content) == [Problem.ONLY_VALUES_READ, Problem.READ_BY_ANOTHER]


def test_broken_tags_of_a_part_without_places_do_not_hide_the_rows():
    lists = {
        "xl/worksheets/_rels/sheet1.xml.rels": relations(("r", "comments", "../comments1.xml")),
        "xl/comments1.xml": "<comments><comment <",
    }

    assert rows_of(book(WHOLE, more=lists)) == rows_of(book(WHOLE))


def test_no_sign_of_markup_can_go_missing_or_double_and_move_a_cell():
    cells = placed(WHOLE)
    signs = [at for at, sign in enumerate(WHOLE) if sign in MARKUP and at > WHOLE.index("<row")]

    for at in signs:
        for changed in (WHOLE[:at] + WHOLE[at + 1 :], WHOLE[: at + 1] + WHOLE[at:]):
            if refusal(book(changed)) is None:
                assert placed(changed).items() <= cells.items(), changed[at - 20 : at + 20]


MARKUP = '<>/"='


def placed(sheet_xml):
    """Texts by their row and column; a sign of markup that became text is none of them."""
    return {
        (n, column): text.strip(MARKUP)
        for n, texts in rows_of(book(sheet_xml))
        for column, text in enumerate(texts)
        if text
    }
