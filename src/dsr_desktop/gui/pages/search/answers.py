"""The answers to "is this the person?" and the keys that give them."""

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence


class Answer(Enum):
    """What the DPO says about one hit; UNDO takes the last answer back."""

    PERSON = "person"
    SOMEONE_ELSE = "someone_else"
    UNSURE = "unsure"
    UNDO = "undo"


_KEYS = {
    Qt.Key.Key_Y: Answer.PERSON,
    Qt.Key.Key_N: Answer.SOMEONE_ELSE,
    Qt.Key.Key_U: Answer.UNSURE,
}


def answer_of(event: QKeyEvent) -> Answer | None:
    """Return the answer that a key gives in the list or the detail, None for any other key.

    A key held down answers once: the next hit has to be looked at first.
    """
    if event.isAutoRepeat():
        return None
    if event.matches(QKeySequence.StandardKey.Undo):
        return Answer.UNDO
    if event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
        return None
    return _KEYS.get(Qt.Key(event.key()))
