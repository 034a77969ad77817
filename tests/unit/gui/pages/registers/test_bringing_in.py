"""A register kept elsewhere: previewed with its columns, brought in whole or not at all."""

import pytest

from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.services.activities import list_activities
from dsr_desktop.services.request_lists import list_requests

TITLES = ["Reference", "Received on", "Right", "Name", "Answer sent on", "Closed on", "Decision",
          "Followed by"]  # fmt: skip
CLOSED = ["2024-01", "2024-02-04", "access", "Zoé Perrin", "2024-02-20", "2024-02-21", "granted",
          "HP"]  # fmt: skip


@pytest.fixture
def bring(page, settle, write_xlsx, tmp_path):
    """Open the form for a workbook with one sheet."""

    def bring(*rows, titles=TITLES):
        page.bring_in_from(write_xlsx(tmp_path / "old.xlsx", {"Requests": [titles, *rows]}))
        settle()
        return page.dialog

    return bring


def mapped(form):
    return dict(zip(form.columns.titles, (one.option for one in form.columns.mapping._columns),
                    strict=True))  # fmt: skip


def test_the_register_is_told_by_its_titles_and_its_columns_are_proposed(bring):
    form = bring(CLOSED)

    assert form.register.currentText() == "Register of requests"
    assert form.sheet.currentText() == "Requests"
    names = form.columns.mapping._options
    meant = {title: names[option] for title, option in mapped(form).items()}
    assert meant["Received on"] == "Received on"
    assert meant["Followed by"] == "Left out"
    assert form.summary.text() == "1 entry would be recorded"
    assert form.verb_button.text() == "Bring in 1 entry"
    form.reject()


def test_all_of_it_is_recorded_by_one_button(bring, register, today, settle, page):
    form = bring(CLOSED, ["2024-02", *CLOSED[1:]])
    form.verb_button.click()
    settle()

    assert len(list_requests(register, today)) == 2
    assert [one.accessibleName() for one in page.findChildren(Banner) if one.isVisible()] == [
        "2 entries are recorded"
    ]


def test_a_row_that_cannot_be_read_is_named_with_its_reason_and_nothing_comes_in(
    bring, register, today
):
    form = bring(CLOSED, ["2024-02", "31/06/2024", *CLOSED[2:]])

    assert form.problems == ["Row 3: column Received on holds no day. Write it as 2026-11-02."]
    assert form.summary.text().startswith("1 entry would be recorded, 1 row cannot be.")
    assert not form.verb_button.isEnabled()
    assert form.verb_button.accessibleDescription() == "Rows with a problem stand in the way"
    form.submit()
    assert list_requests(register, today) == ()
    form.reject()


def test_a_column_is_given_another_meaning(bring, register, settle, today):
    form = bring(["2024-02-04", "access", "2024-02-20", "2024-02-21", "granted", "Zoé Perrin"],
                 titles=["Received on", "Right", "Answer sent on", "Closed on", "Decision",
                         "Who"])  # fmt: skip
    number = form.columns.titles.index("Who")
    form.columns.choose(number, "name")
    settle()
    form.verb_button.click()
    settle()

    (view,) = list_requests(register, today)
    assert view.request.person == "Zoé Perrin"


def test_two_columns_never_have_one_meaning(bring, settle):
    form = bring(CLOSED)
    for title in ("Followed by", "Name"):
        form.columns.choose(form.columns.titles.index(title), "reason")
        settle()

    options = mapped(form)
    assert options["Followed by"] == 0
    assert options["Name"] > 0
    form.reject()


def test_a_record_of_processing_is_brought_in(page, register, settle, write_xlsx, tmp_path):
    rows = [["Activity", "Legal basis", "Purposes"], ["Job applications", "6(1)(b)", "Hire"]]
    page.show_kind("recipients")
    page.bring_in_from(write_xlsx(tmp_path / "record.xlsx", {"A30": rows}))
    settle()
    page.dialog.verb_button.click()
    settle()

    assert "Job applications" in [one.name for one in list_activities(register)]


def test_a_file_without_known_titles_says_what_is_missing(page, settle, write_csv, tmp_path):
    page.bring_in_from(write_csv(tmp_path / "x.csv", [["a", "b"], ["1", "2"]]))
    settle()

    (banner,) = [one for one in page.dialog.findChildren(Banner) if one.isVisible()]
    assert banner.accessibleName() == "The file cannot be brought in as this register"
    assert "Legal basis" in banner.accessibleDescription()
    assert not page.dialog.verb_button.isEnabled()
    page.dialog.reject()
