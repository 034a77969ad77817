"""Texts of xls files with signs beyond U+FFFF, which xls counts as two: emoji, rare Chinese names."""

import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.biff_texts import paired
from tests.integration.readers import biff
from tests.integration.readers.read_sheets import refusal_of, rows_of, sheet_of, warnings_of

LISTS = Path(__file__).parents[2] / "data" / "lists"
LINK = bytes.fromhex("d0c9ea79f9bace118c8200aa004ba90b")
URL = bytes.fromhex("e0c9ea79f9bace118c8200aa004ba90b")
CONTINUE, STRING, SST, LABEL_SST, HLINK = 0x003C, 0x0207, 0x00FC, 0x00FD, 0x01B8


def one_sheet(*records, settings=b""):
    return biff.workbook(8, ("Clients", 0, b"".join(records)), settings=settings)


def formula_with_result(text):
    """A cell whose formula, 1+1 by its tokens, gave a text: that stands in a record of its own."""
    head = struct.pack("<HHHB5xHHI", 0, 0, 0, 0, 0xFFFF, 0, 0)
    tokens = b"\x1e\x01\x00\x1e\x01\x00\x03"
    return biff.record(0x0006, head + struct.pack("<H", len(tokens)) + tokens) + biff.record(
        STRING, biff.unicode_text(text)
    )


def link(target):
    written = (target + "\0").encode("utf-16-le")
    head = struct.pack("<4H", 0, 0, 0, 0) + LINK + struct.pack("<II", 2, 3)
    return biff.record(HLINK, head + URL + struct.pack("<I", len(written)) + written)


def shared_texts(text, cut):
    """The list of shared texts with one in it, which goes on in a second record after `cut` units."""
    content = text.encode("utf-16-le")
    head = struct.pack("<IIHB", 1, 1, len(content) // 2, 1)
    return biff.record(SST, head + content[: 2 * cut]) + biff.record(
        CONTINUE, b"\x01" + content[2 * cut :]
    )


def test_a_file_of_libreoffice_with_emoji_everywhere_is_read_whole():
    sheet = sheet_of((LISTS / "emoji.xls").read_bytes())

    assert (sheet.name, sheet.rows) == (
        "Fête 🎉", {1: ["Nom", "Lien"], 2: ["Zoé 😀", "écrire"], 3: ["Léa 😀"]},
    )  # fmt: skip
    assert sheet.notes == {
        2: [(1, "comment", "vue 🎂 hier"), (2, "link", "mailto:zoe😀@acme.example")],
        3: [(1, "formula", '="Léa "&"😀"')],
    }
    assert warnings_of((LISTS / "emoji.xls").read_bytes()) == set()


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=40))
def test_any_text_that_a_formula_gave_is_read(text):
    content = one_sheet(formula_with_result(text), biff.label(8, 0, 1, "Zoé"))

    assert rows_of(content) == {1: [text, "Zoé"]}


def test_a_link_with_an_emoji_is_read():
    content = one_sheet(biff.label(8, 0, 0, "Zoé"), link("mailto:zoe😀@acme.example"))

    assert sheet_of(content).notes == {1: [(1, "link", "mailto:zoe😀@acme.example")]}


@pytest.mark.parametrize("cut", range(1, 6))
def test_a_sign_that_two_records_part_is_put_together(cut):
    content = one_sheet(
        biff.record(LABEL_SST, struct.pack("<HHHI", 0, 0, 0, 0)),
        settings=shared_texts("Zo😀🎉", cut),
    )

    assert rows_of(content) == {1: ["Zo😀🎉"]}


def test_half_a_sign_is_marked_and_hides_nothing_around_it():
    torn = biff.unicode_text("Zoé!").replace("!".encode("utf-16-le"), b"\x3d\xd8")
    cell = biff.record(0x0204, struct.pack("<HHH", 0, 0, 0) + torn)

    assert rows_of(one_sheet(cell, biff.label(8, 1, 0, "Petit"))) == {
        1: ["Zoé\ufffd"],
        2: ["Petit"],
    }


def test_a_result_that_is_cut_off_stays_damage():
    whole = formula_with_result("Zoé 😀")
    cut = whole[:-2].replace(struct.pack("<HH", STRING, 15), struct.pack("<HH", STRING, 13))

    assert refusal_of(one_sheet(cut)) is Problem.DAMAGED


def test_a_code_page_that_nobody_knows_is_damage_of_the_file():
    content = biff.workbook(
        5, ("Clients", 0, biff.label(5, 0, 0, "Zoe")), settings=biff.record(0x0042, b"\x39\x30")
    )

    assert refusal_of(content) is Problem.DAMAGED


@given(st.text())
def test_units_are_put_together_again(text):
    units = "".join(map(chr, memoryview(text.encode("utf-16-le")).cast("H")))

    assert paired(units) == paired(text) == text
