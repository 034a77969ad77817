"""Key-value list, step bar, timeline, folds, counts: what they show and how they are opened."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QWidget

from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.tokens import LIGHT, Ink, Tone
from dsr_desktop.gui.widgets.button import Button
from dsr_desktop.gui.widgets.card import Card, ListCard
from dsr_desktop.gui.widgets.confidence_legend import ConfidenceDot, ConfidenceLegend
from dsr_desktop.gui.widgets.count_tile import Count, CountStrip, CountTile
from dsr_desktop.gui.widgets.fact_row import AdviceRow, FactRow
from dsr_desktop.gui.widgets.flow import Flow
from dsr_desktop.gui.widgets.fold import Fold
from dsr_desktop.gui.widgets.key_values import KeyValue, KeyValueList
from dsr_desktop.gui.widgets.label import CutLabel, Label
from dsr_desktop.gui.widgets.marks import Confidence, confidence_icon
from dsr_desktop.gui.widgets.numbered_step import NumberedStep
from dsr_desktop.gui.widgets.score_bar import ScoreBar
from dsr_desktop.gui.widgets.scroll_pane import ScrollPane
from dsr_desktop.gui.widgets.section_label import SectionLabel
from dsr_desktop.gui.widgets.step_bar import Step, StepBar, StepState
from dsr_desktop.gui.widgets.timeline import DatedStep, Timeline

ROWS = (
    KeyValue("Last name", "Dupont", marked=True, reason="same", reason_icon=Icon.EQUAL),
    KeyValue("Company", "ACME"),
)
STEPS = (
    Step("Received", "2 Nov", StepState.DONE, spoken="Received, done on 2 November"),
    Step("Identity", "3 Nov", StepState.DONE),
    Step("Decide", "now", StepState.CURRENT),
    Step("Closed", "", StepState.LATER),
)


def texts_in(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def test_a_marked_cell_has_a_tint_a_bar_and_its_reason(theme, show, colours_of):
    values = KeyValueList(theme, ROWS, folded="6 empty columns")
    values.setFixedWidth(500)
    show(values)
    assert {"Dupont", "same", "ACME", "6 empty columns"} <= set(texts_in(values))
    shown = colours_of(values)
    assert shown[LIGHT.mark] > 5_000
    assert shown[LIGHT.mark_line] >= 3 * 27


def test_rows_are_27_high_and_grow_with_long_values(theme, show, qtbot):
    long = KeyValue("Note", "Asked for the catalogue by phone. " * 12)
    values = KeyValueList(theme, (*ROWS, long))
    values.setFixedWidth(400)
    show(values)
    rows = [values.layout().itemAt(n).widget() for n in range(3)]
    qtbot.waitUntil(lambda: rows[2].height() > 60)
    assert [row.height() for row in rows[:2]] == [27, 27]


def test_a_row_is_read_out_with_its_reason(theme, qtbot):
    values = KeyValueList(theme, ROWS)
    qtbot.addWidget(values)
    row = values.layout().itemAt(0).widget()
    assert row.accessibleName() == "Last name: Dupont"
    assert row.accessibleDescription() == "same"


def test_other_rows_replace_the_first(theme, show, qtbot):
    values = KeyValueList(theme, ROWS)
    show(values)
    values.show_rows([KeyValue("Company", "Nord Bois")])
    qtbot.waitUntil(lambda: texts_in(values) == ["Company", "Nord Bois"])


def test_values_can_be_copied_but_are_no_stop_for_tab(theme, qtbot):
    values = KeyValueList(theme, ROWS)
    qtbot.addWidget(values)
    value = next(label for label in values.findChildren(QLabel) if label.text() == "Dupont")
    assert value.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    assert not value.focusPolicy() & Qt.FocusPolicy.TabFocus


@pytest.fixture
def steps(theme, show):
    bar = StepBar(theme, "Steps", STEPS)
    bar.setFixedWidth(800)
    show(bar)
    return bar


def step_buttons(bar: StepBar) -> list[QAbstractButton]:
    return bar.findChildren(QAbstractButton)


def test_a_finished_step_is_opened_by_click(steps, qtbot):
    with qtbot.waitSignal(steps.step_opened) as signal:
        QTest.mouseClick(step_buttons(steps)[1], Qt.MouseButton.LeftButton)
    assert signal.args == [1]


def test_a_later_step_cannot_be_opened(steps, qtbot):
    with qtbot.assertNotEmitted(steps.step_opened):
        QTest.mouseClick(step_buttons(steps)[3], Qt.MouseButton.LeftButton)


def test_the_steps_are_one_stop_and_arrows_move_inside(steps, qtbot):
    buttons = step_buttons(steps)
    stops = [b for b in buttons if b.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert stops == [buttons[2]], "Tab reaches the current step"
    buttons[2].setFocus()
    QTest.keyClick(buttons[2], Qt.Key.Key_Left)
    assert buttons[1].hasFocus()
    with qtbot.waitSignal(steps.step_opened) as signal:
        QTest.keyClick(buttons[1], Qt.Key.Key_Return)
    assert signal.args == [1]


def test_home_and_end_stay_among_the_steps_that_can_be_opened(steps):
    buttons = step_buttons(steps)
    buttons[2].setFocus()
    QTest.keyClick(buttons[2], Qt.Key.Key_Home)
    assert buttons[0].hasFocus()
    QTest.keyClick(buttons[0], Qt.Key.Key_End)
    assert buttons[2].hasFocus()
    QTest.keyClick(buttons[2], Qt.Key.Key_Right)
    assert buttons[2].hasFocus()


def test_steps_are_named_for_screen_readers(steps):
    names = [button.accessibleName() for button in step_buttons(steps)]
    assert names[:2] == ["Received, done on 2 November", "Identity, 3 Nov"]


def test_the_line_behind_finished_steps_is_green(theme, steps, colours_of):
    many = colours_of(steps)
    steps.show_steps([Step(step.name, step.note, StepState.LATER) for step in STEPS])
    steps.grab()
    assert many[LIGHT.ok.fill] > 100
    assert LIGHT.ok.fill not in colours_of(steps)


def test_why_this_date_names_each_step_and_wraps(theme, show, qtbot):
    timeline = Timeline(
        theme,
        [
            DatedStep("2 November 2026", "Received: the period starts, art. 12(3)"),
            DatedStep("2 February 2027", "Three months, if the notice of extension " * 3, True),
        ],
    )
    window = show(timeline)
    window.resize(280, 400)
    qtbot.waitUntil(lambda: timeline.height() == timeline.heightForWidth(timeline.width()))
    first = timeline.layout().itemAt(0).widget()
    assert first.accessibleName() == "2 November 2026: Received: the period starts, art. 12(3)"
    assert timeline.height() > 90


def test_a_date_that_is_only_possible_has_a_hollow_dot(theme, show, colours_of):
    step = DatedStep("2 February 2027", "If it is extended")
    certain = Timeline(theme, [step])
    possible = Timeline(theme, [DatedStep(step.date, step.sentence, possible=True)])
    show(certain, possible)
    assert colours_of(certain)[LIGHT.accent] > 40
    assert LIGHT.accent not in colours_of(possible)


def test_a_fold_opens_and_closes_by_key(theme, show, qtbot):
    fold = Fold(theme, "Why this date?")
    inside = Label(theme, "One month later")
    fold.add(inside)
    window = show(fold)
    assert not inside.isVisible()
    with qtbot.waitSignal(fold.toggled) as signal:
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert signal.args == [True]
    assert inside.isVisible()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    assert not fold.is_open
    assert not inside.isVisible()


def test_a_fold_says_what_is_inside_while_it_is_folded(theme, show):
    fold = Fold(theme, "More")
    fold.add(Label(theme, "Policy of 4 March"))
    show(fold)
    line = fold.findChild(QAbstractButton)
    (note,) = fold.findChildren(CutLabel)
    assert not note.isVisible()

    fold.set_note("4 March 2026")
    assert note.isVisible()
    assert line.accessibleDescription() == "4 March 2026"

    fold.set_open(True)
    assert not note.isVisible()
    fold.set_open(False)
    fold.set_note("")
    assert not note.isVisible()


def test_a_fold_that_was_closed_out_of_sight_is_whole_when_it_comes_back(theme, show, qtbot):
    page = QWidget()
    fold = Fold(theme, "More", is_open=True, parent=page)
    for _line in range(4):
        fold.add(Label(theme, "Policy of 4 March"))
    show(page)
    fold.resize(200, 120)
    page.hide()

    fold.set_open(False)
    fold.resize(200, 57)
    page.show()

    line = fold.findChild(QAbstractButton)
    qtbot.waitUntil(lambda: fold.height() == line.sizeHint().height())
    assert line.geometry() == fold.rect()


def test_a_card_is_as_tall_as_its_content(theme, show, qtbot):
    card = Card(theme, "Sources", note="2 of 4")
    card.add(Label(theme, "12 files"))
    card.add_row(Button(theme, "Extend…"), Button(theme, "Pause…"))
    window = show(card)
    window.resize(400, 900)
    qtbot.waitUntil(lambda: window.height() >= 900)
    assert card.height() < 150
    assert card.accessibleName() == "Sources"


def test_a_list_card_fills_its_height_and_rounds_its_content(theme, show, qtbot):
    card = ListCard(theme, "5 hits", aside=Label(theme, "2 open"))
    content = QWidget()
    content.setAutoFillBackground(True)
    card.add(content, stretch=1)
    window = show(card)
    window.resize(300, 500)
    qtbot.waitUntil(lambda: card.height() > 400)
    image = card.grab().toImage()
    corner = image.pixelColor(0, image.height() - 1).name()
    assert corner == LIGHT.bg


def test_a_large_count_says_what_is_counted(theme, show):
    tile = CountTile(theme, Count("14", "to erase", Icon.ERASER, Tone.INFO, "13 erased"))
    show(tile)
    assert tile.accessibleName() == "14 to erase"
    assert texts_in(tile) == ["14", "to erase", "13 erased"]


def test_a_count_without_room_takes_two_lines_instead_of_being_cut(theme, show, qtbot):
    tile = CountTile(theme, Count("2", "Échéance sous 7 jours", Icon.CLOCK))
    window = show(tile)
    window.setFixedWidth(230)
    what = next(label for label in tile.findChildren(Label) if "sous" in label.text())

    qtbot.waitUntil(lambda: what.height() >= what.heightForWidth(what.width()))
    assert what.height() > what.fontMetrics().height()


def test_a_strip_shows_all_counts(theme, show):
    strip = CountStrip(
        theme, (Count("11,482", "new", Icon.PLUS), Count("1", "unreadable", Icon.FILE_X))
    )
    show(strip)
    assert texts_in(strip) == ["11,482", "new", "1", "unreadable"]
    assert strip.height() == 43


def test_rows_of_a_side_panel_are_read_out(theme, qtbot):
    fact = FactRow(theme, Icon.CLOCK, Ink.SOON, "CRM", note="asked on 3 Nov")
    advice = AdviceRow(theme, Icon.SCALE, "You decide", "The app gives the article")
    for row in (fact, advice):
        qtbot.addWidget(row)
    assert fact.accessibleName() == "CRM asked on 3 Nov"
    assert advice.accessibleName() == "You decide. The app gives the article"


def test_a_first_step_shows_its_state(theme, show, colours_of):
    step = NumberedStep(theme, 1, "Bring in your lists", "Ask each colleague")
    step.add(Button(theme, "Import files…"))
    show(step)
    assert LIGHT.accent not in colours_of(step.findChildren(QWidget)[0])
    for state, colour in ((StepState.CURRENT, LIGHT.accent), (StepState.DONE, LIGHT.ok.fill)):
        step.set_state(state)
        assert colours_of(step)[colour] > 200
    assert step.accessibleName() == "1. Bring in your lists"


@pytest.mark.parametrize(("score", "share"), [(0, 0.0), (50, 0.5), (100, 1.0)])
def test_the_score_fills_its_bar(theme, show, colours_of, score, share):
    bar = ScoreBar(theme, score)
    show(bar)
    shown = colours_of(bar)
    filled = shown[LIGHT.accent] / (shown[LIGHT.accent] + shown[LIGHT.line])
    assert filled == pytest.approx(share, abs=0.06)
    assert bar.accessibleName() == str(score)


def test_confidence_is_a_full_half_quarter_or_empty_dot(theme, show, colours_of):
    dots = [ConfidenceDot(theme, confidence) for confidence in Confidence]
    show(*dots)
    sure, likely, guess, none = (colours_of(dot) for dot in dots)
    assert sure[LIGHT.ok.ink] > 50
    soon = LIGHT.soon.ink
    assert likely[soon] > guess[soon] > none[soon]
    assert len(none) > 5, "a ring is drawn"


def test_confidence_has_words_and_an_icon_for_lists(theme, show):
    legend = ConfidenceLegend(theme, ((Confidence.SURE, "sure"), (Confidence.NONE, "no field")))
    show(legend)
    assert texts_in(legend) == ["sure", "no field"]
    assert not confidence_icon(theme, Confidence.LIKELY).isNull()


def test_chips_go_on_to_the_next_line(theme, show, qtbot):
    holder = QWidget()
    flow = Flow(holder)
    for number in range(6):
        flow.addWidget(Button(theme, f"Criterion {number}"))
    window = show(holder)
    window.resize(300, 400)
    qtbot.waitUntil(lambda: flow.itemAt(5).widget().y() > flow.itemAt(0).widget().y())
    lines = {flow.itemAt(n).widget().y() for n in range(6)}
    assert len(lines) >= 2
    assert max(flow.itemAt(n).geometry().right() for n in range(6)) <= holder.width()
    assert flow.itemAt(6) is None
    assert flow.takeAt(6) is None


def test_the_focus_of_a_pane_is_drawn_over_it_and_moves_nothing(theme, show, colours_of):
    pane, other = ScrollPane("Deadline"), Button(theme, "Next")
    card = Card(theme, "Deadline")
    pane.add(card, stretch=1)
    pane.body.addStretch(1)
    show(pane, other)
    other.setFocus()
    place = card.mapTo(pane, QPoint(0, 0))
    pane.setFocus()
    assert colours_of(pane)[LIGHT.accent] > 100

    other.setFocus()
    assert colours_of(pane)[LIGHT.accent] == 0
    assert card.mapTo(pane, QPoint(0, 0)) == place == QPoint(0, 0)


LONG_NAME = "export_complet_des_contacts_du_salon_de_lyon_2024_version_definitive.csv"


def test_a_word_longer_than_a_line_is_broken_and_copied_whole(theme, show, qtbot):
    label = Label(theme, f"Not read: {LONG_NAME}", wraps=True, selectable=True)
    window = show(label)
    window.setFixedWidth(240)
    qtbot.waitUntil(lambda: label.height() > 2 * label.fontMetrics().height())
    assert label.width() <= 240
    assert label.text() == f"Not read: {LONG_NAME}"

    select_all(label)
    label.setFocus()
    QTest.keyClick(label, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == f"Not read: {LONG_NAME}"


def test_what_is_selected_can_be_copied_by_the_menu(theme, show):
    label = Label(theme, LONG_NAME, wraps=True, selectable=True)
    show(label)
    right_click(label)
    assert label.findChild(QMenu) is None

    select_all(label)
    right_click(label)
    label.findChild(QMenu).actions()[0].trigger()
    assert QApplication.clipboard().text() == LONG_NAME


def select_all(label):
    label.setSelection(0, len(QLabel.text(label)))


def right_click(widget):
    spot = QPoint(3, 3)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, widget.mapToGlobal(spot))
    QApplication.sendEvent(widget, event)


def test_a_named_pane_can_be_scrolled_by_keys(theme, show):
    pane = ScrollPane("Row of the file")
    for number in range(60):
        pane.add(Label(theme, f"Line {number}"))
    pane.setFixedHeight(200)
    show(pane)
    pane.setFocus()
    QTest.keyClick(pane, Qt.Key.Key_PageDown)
    assert pane.verticalScrollBar().value() > 0
    assert ScrollPane().focusPolicy() == Qt.FocusPolicy.NoFocus


def test_a_section_label_can_change_its_note(theme, show):
    label = SectionLabel(theme, "Three steps to start", note="0 of 3 done")
    show(label)
    label.set_note("1 of 3 done")
    assert texts_in(label) == ["Three steps to start", "1 of 3 done"]


def test_a_long_reason_goes_on_in_a_second_line_and_never_beyond_the_edge(theme, qtbot):
    reason = "perhaps a shared mailbox · same e-mail"
    values = KeyValueList(theme, [KeyValue("Mail", "desk@acme.example", True, reason)])
    qtbot.addWidget(values)

    said = next(label for label in values.findChildren(Label) if label.text() == reason)

    assert values.minimumSizeHint().width() <= 456
    assert said.heightForWidth(said.width()) > 1.5 * said.fontMetrics().height()
