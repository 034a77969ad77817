"""A line of text that offers what was written in it before."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from dsr_desktop.gui.widgets.recall_editor import RecallEditor

KEY = Qt.Key


@pytest.fixture
def editor(theme, show):
    editor = RecallEditor()
    editor.offer(["Hugo Perrin", "Lina Roy"])
    show(editor)
    editor.setFocus()
    return editor


def offers(editor):
    model = editor.completer().completionModel()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_it_offers_what_goes_on_from_some_letters(editor):
    QTest.keyClicks(editor, "perr")

    assert editor.completer().popup().isVisible()
    assert offers(editor) == ["Hugo Perrin"]


def test_an_offer_is_taken_by_keyboard(editor):
    QTest.keyClicks(editor, "li")
    popup = editor.completer().popup()
    QTest.keyClick(popup, KEY.Key_Down)
    QTest.keyClick(popup, KEY.Key_Return)

    assert editor.text() == "Lina Roy"
    assert not popup.isVisible()


def test_down_offers_everything_in_an_empty_field(editor):
    QTest.keyClick(editor, KEY.Key_Down)

    assert editor.completer().popup().isVisible()
    assert offers(editor) == ["Hugo Perrin", "Lina Roy"]


def test_without_offers_down_opens_nothing(editor):
    editor.offer([])

    QTest.keyClick(editor, KEY.Key_Down)

    assert not editor.completer().popup().isVisible()


def test_escape_closes_the_offers_and_keeps_what_was_typed(editor):
    QTest.keyClicks(editor, "hu")
    QTest.keyClick(editor.completer().popup(), KEY.Key_Escape)

    assert editor.text() == "hu"
    assert not editor.completer().popup().isVisible()
