"""The colours keep the contrasts that the design guide promises (WCAG 2.2, 1.4.3 and 1.4.11)."""

import re

import pytest

from dsr_desktop.gui.theme.tokens import DARK, LIGHT, Tokens, Tone

SCHEMES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
TEXT = 4.5
SIGN = 3.0
GROUNDS = ("bg", "sunk", "panel", "side", "hover", "accent_soft", "mark")
STATES = [tone for tone in Tone if tone is not Tone.OUTLINE]


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_itself_is_right():
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@SCHEMES
@pytest.mark.parametrize("ground", GROUNDS)
def test_reading_text_is_strong_on_every_ground(tokens: Tokens, ground: str):
    assert contrast(tokens.text, getattr(tokens, ground)) >= 10


@SCHEMES
@pytest.mark.parametrize("ground", GROUNDS)
def test_captions_and_placeholders_are_readable_on_every_ground(tokens: Tokens, ground: str):
    assert contrast(tokens.muted, getattr(tokens, ground)) >= TEXT


@SCHEMES
@pytest.mark.parametrize("ground", ["bg", "panel", "accent_soft"])
def test_links_are_readable(tokens: Tokens, ground: str):
    assert contrast(tokens.accent, getattr(tokens, ground)) >= TEXT


@SCHEMES
@pytest.mark.parametrize("fill", ["accent", "accent_hover", "danger_hover"])
def test_words_on_filled_buttons_are_readable(tokens: Tokens, fill: str):
    assert contrast(tokens.on_accent, getattr(tokens, fill)) >= TEXT
    assert contrast(tokens.on_accent, tokens.late.ink) >= TEXT


@SCHEMES
@pytest.mark.parametrize("tone", STATES, ids=lambda tone: tone.value)
def test_states_are_readable_on_their_chip_and_on_a_selected_row(tokens: Tokens, tone: Tone):
    colours = tokens.tone(tone)
    assert contrast(colours.ink, colours.fill) >= TEXT
    assert contrast(colours.ink, tokens.panel) >= TEXT
    assert contrast(tokens.text, colours.fill) >= TEXT


@SCHEMES
@pytest.mark.parametrize("ground", ["panel", "bg"])
def test_borders_of_inputs_are_seen(tokens: Tokens, ground: str):
    assert contrast(tokens.field, getattr(tokens, ground)) >= SIGN


@SCHEMES
def test_border_of_an_input_in_a_banner_or_on_a_marked_cell_is_seen(tokens: Tokens):
    for ground in (tokens.mark, tokens.soon.fill, tokens.info.fill):
        assert contrast(tokens.field, ground) >= SIGN


@SCHEMES
def test_mark_line_focus_ring_and_disabled_words_are_seen(tokens: Tokens):
    assert contrast(tokens.mark_line, tokens.mark) >= SIGN
    assert contrast(tokens.accent, tokens.panel) >= SIGN
    assert contrast(tokens.dis, tokens.dis_bg) >= SIGN


@SCHEMES
def test_every_token_is_a_colour(tokens: Tokens):
    states = [vars(tokens.tone(tone)).values() for tone in STATES]
    plain = [value for value in vars(tokens).values() if isinstance(value, str)]
    for colour in [*plain, *(colour for state in states for colour in state)]:
        assert re.fullmatch(r"#[0-9a-f]{6}", colour)
