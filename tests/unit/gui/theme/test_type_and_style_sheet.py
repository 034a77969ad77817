"""The type scale, and a style sheet made of tokens only."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QFontInfo, QFontMetricsF

import dsr_desktop.gui.theme.tokens as tokens_module
from dsr_desktop.gui.theme.fonts import Fonts, tabular
from dsr_desktop.gui.theme.stylesheet import stylesheet_of
from dsr_desktop.gui.theme.tokens import DARK, LIGHT, Ink, TextStyle, Tokens, Tone

GUI = Path(tokens_module.__file__).parents[1]


@pytest.mark.parametrize("style", list(TextStyle))
def test_each_style_is_inter_in_its_size_and_weight(qapp, style):
    font = Fonts().font(style)
    assert (font.pixelSize(), font.weight()) == (style.pixels, style.weight)
    assert QFontInfo(font).family() == "Inter"


def test_nothing_is_smaller_than_a_key_cap():
    assert min(style.pixels for style in TextStyle) == TextStyle.KEY_CAP.pixels == 11


def test_a_font_given_out_can_be_changed_without_harm(qapp):
    fonts = Fonts()
    fonts.font(TextStyle.BODY).setPixelSize(99)
    assert fonts.font(TextStyle.BODY).pixelSize() == 13


def test_tabular_figures_have_one_width(qapp):
    body = Fonts().font(TextStyle.BODY)
    plain, figures = QFontMetricsF(body), QFontMetricsF(tabular(body))
    assert plain.horizontalAdvance("1111") < plain.horizontalAdvance("0000")
    assert figures.horizontalAdvance("1111") == figures.horizontalAdvance("0000")


def colours_of(tokens: Tokens) -> set[str]:
    states = [vars(tokens.tone(tone)).values() for tone in Tone]
    plain = [value for value in vars(tokens).values() if isinstance(value, str)]
    return {*plain, *(colour for state in states for colour in state)}


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_is_made_of_tokens_only(tokens):
    sheet = stylesheet_of(tokens)
    assert "$" not in sheet
    assert set(re.findall(r"#[0-9a-f]{6}", sheet)) <= colours_of(tokens)
    assert sheet.count("{") == sheet.count("}")


def test_every_ink_has_a_rule_for_labels():
    sheet = stylesheet_of(LIGHT)
    assert all(f'QLabel[ink="{ink.value}"] {{ color: {LIGHT.ink(ink)}; }}' in sheet for ink in Ink)


def test_colours_stand_in_one_place():
    elsewhere = [path for path in (GUI / "widgets").rglob("*.py")]
    elsewhere += [path for path in (GUI / "theme").glob("*.py") if path.name != "tokens.py"]
    assert len(elsewhere) > 30
    written = [p.name for p in elsewhere if re.search(r'"#[0-9a-fA-F]{3,8}"', p.read_text("utf-8"))]
    assert written == []
