"""A review with thousands of weak hits: they are counted, and read only as one asks for them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.hit import Verdict
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.gui.pages.search import finding
from dsr_desktop.services.handling import new_request, view_request
from dsr_desktop.services.reviewing import judge_hits, review

ROWS, AT_FIRST = 60, 10
SURE = "camille@acme.example"


@pytest.fixture
def few_at_first(monkeypatch):
    """Ten weak hits are many here: two thousand would take long to make."""
    monkeypatch.setattr(finding, "MOST_WEAK_AT_FIRST", AT_FIRST)


@pytest.fixture
def ref(register, bring_in, write_csv, tmp_path, today, few_at_first):
    rows = [["Nom complet", "Mail"], ["Camille Dupont", SURE]]
    rows += [["Camille Dupont", f"n{n}@acme.example"] for n in range(ROWS)]
    bring_in(register, write_csv(tmp_path / "many.csv", rows))
    asked = Criteria(name=("Camille Dupont",), email=(SURE,))
    return new_request(register, [Right.ACCESS], asked, today, Channel.POST, today).request.ref


@pytest.fixture
def page(page, ref, settle):
    page.open_search(None, ref)
    settle()
    return page


@pytest.fixture
def unfold(page, settle):
    """Open the fold, then scroll down as far as it goes."""

    def unfold():
        page.hits.fold_weak(is_open=True)
        settle()
        for _page in range(6):
            bar = page.hits.list.verticalScrollBar()
            bar.setValue(bar.maximum())
            settle()

    return unfold


def test_weak_hits_are_counted_not_read(page):
    assert len(page.state.rows) == 1 + AT_FIRST
    assert page.state.total == 1 + ROWS
    assert page.hits.count_text == "1 hit"
    assert page.hits.model.index(page.hits.model.rowCount() - 1).data().startswith("60 weak hits")


def test_every_one_comes_once_in_its_order_as_one_scrolls(page, unfold, register, ref, today):
    unfold()

    assert [row.key for row in page.state.rows] == [
        hit.id for hit in view_request(register, ref, today).hits
    ]
    assert page.hits.model.count == 1 + ROWS


def test_a_verdict_on_one_that_was_fetched_is_kept(page, unfold, settle, register, ref, today):
    unfold()
    page.hits.choose(page.state.rows[-1].key)
    chosen = page.hits.current.key

    QTest.keyClick(page.hits.list, Qt.Key.Key_N)
    settle()

    hits = {hit.id: hit.verdict for hit in view_request(register, ref, today).hits}
    assert hits[chosen] is Verdict.REJECTED
    assert len(page.state.rows) == 1 + ROWS


def test_what_was_fetched_stays_when_the_register_changes(page, unfold, workspace, settle):
    unfold()

    workspace.register_changed.emit()
    settle()

    assert len(page.state.rows) == 1 + ROWS


def test_one_that_has_a_verdict_is_read_however_weak(page, register, ref, today, settle):
    last = view_request(register, ref, today).hits[-1]
    judge_hits(register, ref, confirm=[last.id], today=today)

    page.open_search(None, ref)
    settle()

    assert last.id in [row.key for row in page.state.shown]
    assert page.state.total == 1 + ROWS
    assert page.hits.model.index(page.hits.model.rowCount() - 1).data().startswith("59 weak hits")


def test_the_finish_waits_for_the_hits_that_are_to_be_decided_only(page, settle):
    assert not page.finish.isEnabled()

    QTest.keyClick(page.hits.list, Qt.Key.Key_Y)
    settle()

    assert page.finish.isEnabled()


def test_a_review_reads_the_rows_that_it_is_asked_for(page, register, ref, today):
    for weak, read in ((0, 1), (5, 6), (ROWS, 1 + ROWS), (None, 1 + ROWS)):
        seen = review(register, ref, today, weak=weak)
        assert (len(seen.hits), len(seen.places), len(seen.view.hits)) == (read, read, 1 + ROWS)
