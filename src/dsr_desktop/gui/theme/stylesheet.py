"""The style sheet generated from the tokens: fields, lists, menus, scroll bars, label colours.

Buttons, chips and cards paint themselves and need none.
"""

from string import Template

from dsr_desktop.gui.theme.tokens import Ink, Radius, Tokens

_FIELDS = Template("""
QLineEdit, QAbstractSpinBox, QComboBox, QPlainTextEdit {
    background: $panel; color: $text; border: 1px solid $field; border-radius: ${radius}px;
    padding: 0 10px; min-height: 30px;
    selection-background-color: $accent; selection-color: $on_accent;
    placeholder-text-color: $muted;
}
QPlainTextEdit { padding: 5px 8px; }
QComboBox, QAbstractSpinBox { padding-right: 0; }
QComboBox { padding-left: 12px; combobox-popup: 0; }
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus, QComboBox:on, QPlainTextEdit:focus {
    border: 2px solid $accent;
}
QLineEdit:focus { padding: 0 9px; min-height: 28px; }
QAbstractSpinBox:focus { padding: 0 0 0 9px; min-height: 28px; }
QComboBox:focus, QComboBox:on { padding: 0 0 0 11px; min-height: 28px; }
QPlainTextEdit:focus { padding: 4px 7px; }
QLineEdit[wrong="true"], QAbstractSpinBox[wrong="true"], QComboBox[wrong="true"],
QPlainTextEdit[wrong="true"] { border: 2px solid $late; }
QLineEdit[wrong="true"] { padding: 0 9px; min-height: 28px; }
QAbstractSpinBox[wrong="true"] { padding: 0 0 0 9px; min-height: 28px; }
QComboBox[wrong="true"] { padding: 0 0 0 11px; min-height: 28px; }
QPlainTextEdit[wrong="true"] { padding: 4px 7px; }
QComboBox[undecided="true"] { background: $mark; border-color: $mark_line; }
QComboBox[undecided="true"]:focus, QComboBox[undecided="true"]:on { border-color: $accent; }
QComboBox[compact="small"] { min-height: 26px; padding-left: 9px; }
QComboBox[compact="small"]:focus, QComboBox[compact="small"]:on {
    min-height: 24px; padding-left: 8px;
}
QComboBox[compact="mapping"] { min-height: 22px; padding-left: 8px; }
QComboBox[compact="mapping"]:focus, QComboBox[compact="mapping"]:on {
    min-height: 20px; padding-left: 7px;
}
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled, QPlainTextEdit:disabled,
QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"] {
    background: $dis_bg; color: $muted; border-color: $edge;
}
QLineEdit[readOnly="true"]:focus, QPlainTextEdit[readOnly="true"]:focus {
    border-color: $accent;
}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {
    border: none; background: transparent; padding: 0; min-height: 0;
}
QAbstractSpinBox QLineEdit:focus { border: none; padding: 0; min-height: 0; }
QComboBox::drop-down { border: none; width: 20px; background: transparent; }
QComboBox::down-arrow { image: none; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: none; }
""")

_LISTS = Template("""
QAbstractItemView {
    background: $panel; color: $text; border: none; outline: none;
    selection-background-color: $accent_soft; selection-color: $text;
}
Table, RowList, GroupedList { background: transparent; }
QComboBox QAbstractItemView { border: 1px solid $edge; padding: 4px; }
QComboBox QAbstractItemView::item { min-height: 28px; padding: 0 8px; border-radius: 5px; }
QComboBox QAbstractItemView::item:selected { background: $accent_soft; color: $text; }
QListView#offers { border: 1px solid $edge; padding: 4px; }
QListView#offers::item { min-height: 28px; padding: 0 8px; border-radius: 5px; }
QListView#offers::item:selected { background: $accent_soft; color: $text; }
QHeaderView { background: transparent; border: none; }
QFileDialog QHeaderView::section {
    background: $panel; color: $muted; border: none; border-bottom: 1px solid $line;
    padding: 4px 6px;
}
QTableCornerButton::section {
    background: transparent; border: none; border-bottom: 1px solid $line;
}
""")

_FRAME = Template("""
QLabel { background: transparent; }
QDialog { background: $panel; }
QToolTip {
    background: $panel; color: $text; border: 1px solid $edge; padding: 5px 8px;
}
QMenu { background: $panel; color: $text; border: 1px solid $edge; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 5px; }
QMenu::icon { padding-left: 8px; }
QMenu::item:selected { background: $accent_soft; }
QMenu::item:disabled { color: $dis; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QScrollArea, QScrollArea > QWidget > QWidget#scrolled { background: transparent; border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $edge; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $field; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; }
QCalendarWidget QWidget { alternate-background-color: $panel; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $panel; }
QCalendarWidget QToolButton {
    color: $text; background: transparent; border: none; border-radius: ${radius}px;
    padding: 4px 8px; font-weight: 600;
}
QCalendarWidget QToolButton::menu-indicator { image: none; }
QCalendarWidget QToolButton:hover { background: $hover; }
QCalendarWidget QToolButton:focus { border: 2px solid $accent; }
QCalendarWidget QSpinBox { min-height: 24px; }
""")


def stylesheet_of(tokens: Tokens) -> str:
    """Return the style sheet of one scheme."""
    values = {**vars(tokens), "late": tokens.late.ink}
    parts = [part.substitute(values, radius=int(Radius.FIELD)) for part in _PARTS]
    return "".join([*parts, *_label_rules(tokens)])


_PARTS = (_FIELDS, _LISTS, _FRAME)


def _label_rules(tokens: Tokens) -> list[str]:
    return [f'QLabel[ink="{ink.value}"] {{ color: {tokens.ink(ink)}; }}\n' for ink in Ink]
