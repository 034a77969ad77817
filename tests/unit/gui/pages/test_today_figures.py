"""The figures of the year on the Today page: drawn, said in words, and saved as a report."""

from datetime import timedelta

import pytest

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.request import Channel, Decision, Right
from dsr_desktop.gui.pages.today.page import TodayPage
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.services.handling import decide, mark_sent, new_request


@pytest.fixture
def page(workspace, open_page):
    return open_page(TodayPage(workspace))


@pytest.fixture
def answered(register, today):
    received = today - timedelta(days=12)
    criteria = Criteria(name=("Camille Dupont",))
    view = new_request(register, [Right.PORTABILITY], criteria, received, Channel.POST, today)
    ref = view.request.ref
    decide(register, ref, Right.PORTABILITY, Decision.WITHDRAWN_BY_PERSON, today)
    mark_sent(register, ref, today, Channel.POST, today)


def said(page):
    return [label.text() for label in page.figures.findChildren(Label)]


def test_without_a_request_there_is_no_chart(page):
    assert not page.figures.isVisible()


def test_the_chart_says_its_months_in_words_and_stands_beside_its_figures(answered, page, load):
    load()

    assert page.figures.isVisible()
    months = page.figures.chart.accessibleDescription().splitlines()
    assert len(months) == 12
    assert months[-1] == "November 2026: 1 request, answered in 12 days"
    assert {"Answered within one month", "1 of 1 (100 %)", "12 days"} <= set(said(page))


def test_the_report_of_the_year_is_written(answered, page, tmp_path, settle):
    page._presenter.write_report(tmp_path / "out")
    settle()

    assert sorted(one.name for one in (tmp_path / "out").iterdir()) == [
        "requests-2026.csv", "requests-2026.pdf",
    ]  # fmt: skip
    assert page.notices.isVisible()


def test_r_dl_6_the_share_of_extended_requests_stands_on_today(answered, page, load):
    load()

    texts = said(page)
    assert texts[texts.index("Deadline extended") + 1] == "0 of 1 (0 %)"
