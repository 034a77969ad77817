"""docs/window.md says what the window says: its bold words are texts of the source, its keys work."""

import re
from pathlib import Path

from tests.architecture.test_translations import forms, texts_of_the_source

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "window.md").read_text(encoding="utf-8")
MAIN_WINDOW = (ROOT / "src/dsr_desktop/gui/main_window.py").read_text(encoding="utf-8")
BOLD = sorted({" ".join(words.split()) for words in re.findall(r"\*\*(.+?)\*\*", PAGE, re.DOTALL)})


def test_the_page_quotes_the_window():
    assert len(BOLD) > 40


def test_what_the_page_quotes_is_said_somewhere():
    said = {form for text in texts_of_the_source() for form in forms(text)}

    assert [words for words in BOLD if words not in {*said, "bold"}] == []


def test_the_page_names_every_key_of_the_main_window():
    for keys in re.findall(r'"(Ctrl\+[A-Z]|F\d+)"', MAIN_WINDOW):
        assert f"| {keys} |" in PAGE
