"""Finds English in a French window: texts of the catalogue whose French is another."""

import re
from itertools import chain
from pathlib import Path
from string import Formatter

from babel.messages.pofile import read_po
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLabel, QLineEdit, QTableView, QWidget

CATALOGUE = Path(__file__).resolve().parents[2] / "resources/i18n/fr/LC_MESSAGES/dsr_desktop.po"
_TAGS = re.compile(r"<[^<>]+>")
_WORD = re.compile(r"[A-Za-z]{2,}")


class FrenchCatalogue:
    """Tells which lines of a window are English, filled-in placeholders and plurals included."""

    def __init__(self):
        with CATALOGUE.open("rb") as stream:
            messages = [message for message in read_po(stream, locale="fr") if message.id]
        self._french = set(chain.from_iterable(forms(one.string) for one in messages))
        english = chain.from_iterable(
            set(forms(one.id)) - set(forms(one.string)) for one in messages
        )
        patterns = [pattern for text in english if (pattern := pattern_of(text))]
        self._english = re.compile("|".join(patterns))

    def english_in(self, lines):
        """Return the lines that should have been French."""
        return sorted(
            line
            for line in set(lines)
            if line not in self._french and self._english.fullmatch(line)
        )


def everything_said_in(window):
    """Return what is said besides what is drawn: to screen readers, in tooltips, in closed lists."""
    said = [window.windowTitle()]
    for widget in [window, *window.findChildren(QWidget)]:
        if widget.isVisibleTo(window):
            said += [widget.accessibleName(), widget.accessibleDescription()]
            said += [_TAGS.sub("", widget.toolTip()), *_said_by_kind(widget)]
    return [line for line in said if line]


def _said_by_kind(widget):
    match widget:
        case QLabel():
            return [widget.text()]
        case QLineEdit():
            return [widget.placeholderText()]
        case QComboBox():
            return [widget.itemText(number) for number in range(widget.count())]
        case QAbstractItemView() if widget.model() is not None:
            return _said_by_rows(widget, widget.model())
    return []


def _said_by_rows(view, model):
    columns = range(view.horizontalHeader().count() if isinstance(view, QTableView) else 1)
    heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in columns]
    cells = [
        model.index(row, column).data() for row in range(model.rowCount()) for column in columns
    ]
    return [str(text) for text in (*heads, *cells) if text]


def forms(text):
    return (text,) if isinstance(text, str) else tuple(text)


def pattern_of(text):
    """Return what a text looks like once its placeholders are filled; "" if that says nothing."""
    parts = [(before, name) for before, name, _format, _how in Formatter().parse(text)]
    if not _WORD.search("".join(before for before, _name in parts)):
        return ""
    return "".join(re.escape(before) + (".+" if name is not None else "") for before, name in parts)
