"""The list of hits: groups by file and sheet, weak ones folded, every row spoken in full."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from dsr_desktop.domain.hit import Verdict
from dsr_desktop.domain.matching import How, Level, Reason
from dsr_desktop.gui.pages.search.rows import HitRow
from dsr_desktop.gui.pages.search.table import HitModel
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.tokens import Ink
from dsr_desktop.gui.widgets.cells import LOOK_ROLE
from dsr_desktop.wording.language import speak

SPOKEN = Qt.ItemDataRole.AccessibleTextRole
PHONE = Reason("phone", 5, "06.12.34.56.78", How.PHONE_OTHER_WRITING)
NAME = Reason("name", 1, "Camille Dupont", How.SAME_NAME)
HIT = HitRow(
    key=1, title="Dupont Camille", path="/lists/contacts.xlsx", file="contacts.xlsx",
    sheet="Archive", hidden=True, n=214, level=Level.STRONG, score=96.0, reasons=(PHONE,),
    place=None,
)  # fmt: skip
CONTACT = replace(HIT, key=2, sheet="Contacts", hidden=False, n=41)
LETTER = replace(HIT, key=3, path="/lists/newsletter.csv", file="newsletter.csv", sheet="", n=1087,
                 hidden=False, level=Level.PROBABLE, score=64.0)  # fmt: skip
WEAK = replace(LETTER, key=4, level=Level.WEAK, score=20.0, reasons=(NAME,))


@pytest.fixture
def model(qapp):
    model = HitModel(speak("en"))
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    return model


def looks(model):
    return [model.index(row).data(LOOK_ROLE) for row in range(model.rowCount())]


def titles(model):
    return [look.title for look in looks(model)]


def test_the_model_is_a_sound_one(model, qtmodeltester):
    model.show_rows((CONTACT, HIT, LETTER, WEAK), judged=True)
    model.fold_weak(is_open=True)

    qtmodeltester.check(model)


def test_hits_of_a_file_stay_together_sheet_by_sheet(model):
    model.show_rows((CONTACT, LETTER, HIT), judged=True)

    assert titles(model) == [
        "contacts.xlsx", "Dupont Camille", "contacts.xlsx", "Dupont Camille",
        "newsletter.csv", "Dupont Camille",
    ]  # fmt: skip


def test_a_hidden_sheet_is_marked_in_its_head(model):
    model.show_rows((HIT,), judged=True)

    head = looks(model)[0]
    assert (head.header, head.aside, head.chip.text) == (True, "· Sheet Archive", "Hidden")
    assert model.index(0).data(SPOKEN) == "contacts.xlsx, Sheet Archive, Hidden, 1 hit"


def test_the_arrows_pass_over_heads(model):
    model.show_rows((HIT,), judged=True)

    assert model.flags(model.index(0)) == Qt.ItemFlag.NoItemFlags
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsSelectable


def test_a_row_says_level_and_verdict_to_a_screen_reader(model):
    model.show_rows((HIT,), judged=True)

    assert model.index(1).data(SPOKEN) == (
        "Dupont Camille, row 214, strong, open, Same phone, written 06.12.34.56.78"
    )


def test_a_free_search_knows_no_verdict(model):
    model.show_rows((HIT,), judged=False)

    assert "open" not in model.index(1).data(SPOKEN)
    assert looks(model)[1].icon is None


def test_weak_hits_lie_under_their_number_until_asked_for(model):
    model.show_rows((HIT, WEAK), judged=True)

    assert titles(model) == ["contacts.xlsx", "Dupont Camille", "1 weak hit hidden"]
    model.fold_weak(is_open=True)
    assert titles(model)[2:] == ["1 weak hit", "newsletter.csv", "Dupont Camille"]


def test_a_weak_hit_that_was_judged_is_shown_with_the_others(model):
    model.show_rows((replace(WEAK, verdict=Verdict.REJECTED),), judged=True)

    assert titles(model) == ["newsletter.csv", "Dupont Camille"]


def test_a_verdict_changes_its_row_and_no_other(model, qtbot):
    model.show_rows((HIT, LETTER), judged=True)
    resets = []
    model.modelReset.connect(lambda: resets.append(True))

    with qtbot.waitSignal(model.dataChanged) as changed:
        model.show_rows((replace(HIT, verdict=Verdict.CONFIRMED), LETTER), judged=True)

    assert changed.args[0].row() == changed.args[1].row() == 1
    assert resets == []
    assert looks(model)[1].icon is Icon.CIRCLE_CHECK


def test_someone_else_is_drawn_quietly_and_said_so(model):
    model.show_rows((replace(HIT, verdict=Verdict.REJECTED),), judged=True)

    look = looks(model)[1]
    assert (look.icon, look.ink, look.strong) == (Icon.CIRCLE_X, Ink.MUTED, False)
    assert look.detail.endswith("marked as someone else")


def test_the_next_open_hit_is_looked_for_from_the_top_again(model):
    confirmed = replace(LETTER, verdict=Verdict.CONFIRMED)
    model.show_rows((HIT, confirmed), judged=True)

    after_the_last = model.next_open(model.index_of(LETTER.key))

    assert model.hit_at(after_the_last).key == HIT.key


def test_there_is_no_next_open_hit_when_all_are_judged(model):
    model.show_rows((replace(HIT, verdict=Verdict.CONFIRMED),), judged=True)

    assert not model.next_open(model.index(0)).isValid()


def test_what_speaks_against_the_person_comes_first_in_the_line(model):
    other = Reason("given_name", 1, "Marie", How.OTHER_GIVEN_NAME)
    model.show_rows((replace(HIT, reasons=(PHONE, other)),), judged=True)

    assert looks(model)[1].detail.startswith("But another name: Marie · same phone")


def test_given_and_family_name_in_other_letters_are_one_reason(model):
    parts = tuple(
        Reason("name", n, text, How.NAME_OTHER_WRITING)
        for n, text in enumerate(("CAMILLE", "DUPONT"))
    )
    model.show_rows((replace(HIT, reasons=parts),), judged=True)

    assert looks(model)[1].detail == "Same name, written CAMILLE DUPONT"


def test_a_tag_in_a_cell_is_shown_letter_by_letter(model):
    tagged = Reason("email", 1, "<b>x@acme.example</b>", How.EMAIL_OTHER_CASE)
    model.show_rows((replace(HIT, reasons=(tagged,)),), judged=True)

    assert "&lt;b&gt;" in model.index(1).data(Qt.ItemDataRole.ToolTipRole)


def hits(count, level=Level.STRONG):
    return tuple(replace(HIT, key=n, n=n, level=level, sheet="") for n in range(1, count + 1))


def test_of_a_search_that_found_more_the_next_hits_are_asked_for_once(model, qtbot):
    model.show_rows(hits(3), judged=False, total=10)
    asked = []
    model.more_wanted.connect(lambda: asked.append(True))

    assert model.canFetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    model.fetchMore(QModelIndex())

    assert asked == [True]
    assert (model.count, len(model.hits())) == (10, 3)


def test_hits_that_come_later_are_added_below_and_nothing_is_built_anew(model, qtbot):
    model.show_rows(hits(3), judged=False, total=10)
    resets = []
    model.modelReset.connect(lambda: resets.append(True))

    with qtbot.waitSignal(model.rowsInserted) as added:
        model.show_rows(hits(5), judged=False, total=10)

    assert added.args[1:] == [4, 6], "a head and two hits"
    assert resets == []
    assert [hit.key for hit in model.hits()] == [1, 2, 3, 4, 5]
    assert model.canFetchMore(QModelIndex()), "five are still missing"


def test_as_long_as_hits_are_missing_no_head_says_how_many_a_sheet_has(model):
    model.show_rows(hits(3), judged=False, total=10)
    assert looks(model)[0].state == ""

    model.show_rows(hits(3), judged=False, total=3)
    assert looks(model)[0].state == "3 hits"


def test_the_number_of_weak_hits_is_known_once_the_first_of_them_is(model):
    strong, weak = hits(2), tuple(replace(one, key=one.key + 9) for one in hits(2, Level.WEAK))
    model.show_rows(strong, judged=False, total=10)
    assert titles(model) == ["contacts.xlsx", "Dupont Camille", "Dupont Camille"]

    model.show_rows((*strong, *weak), judged=False, total=10)

    assert titles(model)[-1] == "8 weak hits hidden"
    assert model.count == 2
    assert not model.canFetchMore(QModelIndex()), "nobody looks at them"


def test_unfolded_weak_hits_are_fetched_to_the_last(model):
    weak = hits(4, Level.WEAK)
    model.show_rows(weak[:2], judged=False, total=4)
    model.fold_weak(is_open=True)
    assert model.canFetchMore(QModelIndex())
    assert model.count == 4

    model.show_rows(weak, judged=False, total=4)

    assert not model.canFetchMore(QModelIndex())
    assert [hit.key for hit in model.hits()] == [1, 2, 3, 4]


def test_a_hit_knows_its_place_among_all(model):
    model.show_rows((CONTACT, HIT, LETTER), judged=True)

    assert [model.place_of(model.index(line)) for line in range(6)] == [0, 1, 0, 2, 0, 3]
    assert model.hit_at(model.hit_number(2)).key == HIT.key
    assert not model.hit_number(4).isValid()
    assert not model.hit_number(0).isValid()
