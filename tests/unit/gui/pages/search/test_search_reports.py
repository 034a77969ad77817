"""From the search page: the report of a search, new keys as chips, what the register itself says."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.services.handling import new_request, view_request
from dsr_desktop.services.history import history
from dsr_desktop.store.events import events

CAMILLE = Criteria(name=("Camille Dupont",), email=("camille.dupont@acme.example",))


@pytest.fixture
def save(settle, tmp_path):
    """Return a function that presses the button and chooses a folder, or goes back."""

    def save(page, *, goes_back=False):
        folder = tmp_path / "reports"
        page.saving.ask_folder = lambda _title: [] if goes_back else [folder]
        page.saving.button.click()
        settle()
        return sorted(path.name for path in folder.iterdir()) if folder.exists() else []

    return save


@pytest.fixture
def searched(page, lists, settle):
    """The page after a free search."""
    page.open_search(CAMILLE, "")
    settle()
    return page


def done_banner(page):
    return page.notices.findChild(type(page.detail.warning))


# --- the report


def test_before_a_search_there_is_nothing_to_save(page):
    assert not page.saving.button.isVisible()


def test_a_free_search_is_saved_as_pdf_and_json(searched, save, register, tmp_path, today):
    assert save(searched) == [f"search_{today:%Y%m%d}.json", f"search_{today:%Y%m%d}.pdf"]

    banner = done_banner(searched)
    assert banner.accessibleName() == "Search saved: 4 hits, each source with its result"
    assert str(tmp_path / "reports") in banner.accessibleDescription()
    assert [one.kind for one in events(register.database)][-1] == "search_report_made"


def test_the_search_of_a_request_is_saved_under_its_reference(review, save, ref, register):
    assert save(review) == [f"{ref}_search.json", f"{ref}_search.pdf"]

    assert history(register, ref)[-1].kind == "search_report_made"


def test_who_goes_back_saves_nothing(searched, save, register):
    before = len(list(events(register.database)))

    assert save(searched, goes_back=True) == []
    assert len(list(events(register.database))) == before


def test_a_folder_that_is_none_is_told_in_a_sentence(searched, settle, workspace, tmp_path):
    errors = []
    workspace.error_met.connect(errors.append)
    (tmp_path / "taken").write_text("a file")

    searched.saving.ask_folder = lambda _title: [tmp_path / "taken"]
    searched.saving.button.click()
    settle()

    assert len(errors) == 1
    assert done_banner(searched) is None


def test_the_news_of_a_saved_search_can_be_closed(searched, save, settle):
    save(searched)

    done_banner(searched).buttons[0].click()
    settle()

    assert searched.notices.is_empty


def test_the_button_is_reached_by_the_keyboard(searched, save, tmp_path):
    searched.saving.ask_folder = lambda _title: [tmp_path / "reports"]

    QTest.keyClick(searched.saving.button, Qt.Key.Key_Space)

    assert (tmp_path / "reports").is_dir()


# --- new keys


@pytest.fixture
def two_new_keys(review, register, bring_in, write_csv, tmp_path, settle):
    """A review in which confirmed rows hold an e-mail and a phone that nobody asked for."""
    more = [["Mail", "Mobile", "Autre mail"],
            ["camille.dupont@acme.example", "07 51 33 09 60", ""]]  # fmt: skip
    bring_in(register, write_csv(tmp_path / "shop.csv", more))
    review.criteria.again.click()
    settle()
    review.hits.confirm_strong.click()
    settle()
    return review


def test_several_new_keys_are_shown_as_chips(two_new_keys):
    chips = two_new_keys.suggested.chips

    assert two_new_keys.suggested.isVisible()
    assert {chip.text() for chip in chips} == {
        "E-mail c.dupont@perso.example", "Phone 07 51 33 09 60",
    }  # fmt: skip
    assert all(chip.accessibleName().startswith("Search also for ") for chip in chips)
    assert "New in confirmed hits:" in {
        label.text() for label in two_new_keys.suggested.findChildren(Label)
    }


def test_tab_goes_from_chip_to_chip_then_to_all_of_them(two_new_keys, qapp):
    first, second = two_new_keys.suggested.chips
    first.setFocus()

    reached = []
    for _press in range(2):
        QTest.keyClick(qapp.focusWidget(), Qt.Key.Key_Tab)
        reached.append(qapp.focusWidget())

    assert reached == [second, two_new_keys.suggested.all]


def test_a_chip_searches_for_its_key_alone(two_new_keys, register, ref, today, settle):
    phone = next(one for one in two_new_keys.suggested.chips if one.text().startswith("Phone"))

    phone.click()
    settle()

    criteria = view_request(register, ref, today).request.criteria
    assert criteria.phone == ("06 12 34 56 78", "07 51 33 09 60")
    assert criteria.email == ("camille.dupont@acme.example",)
    assert not two_new_keys.suggested.isVisible()
    assert two_new_keys.detail.banner.accessibleName() == "New key: c.dupont@perso.example"


def test_all_new_keys_are_one_round_that_keeps_the_verdicts(
    two_new_keys, register, ref, today, settle
):
    before = {hit.id: hit.verdict for hit in view_request(register, ref, today).hits}

    two_new_keys.suggested.all.click()
    settle()

    view = view_request(register, ref, today)
    assert "c.dupont@perso.example" in view.request.criteria.email
    assert "07 51 33 09 60" in view.request.criteria.phone
    assert before.items() <= {hit.id: hit.verdict for hit in view.hits}.items()
    rounds = [one.payload["round"] for one in history(register, ref) if one.kind == "searched"]
    assert rounds[-2:] == [1, 2]
    assert not two_new_keys.suggested.isVisible()


def test_a_single_new_key_is_asked_about_at_the_hit_only(review, settle):
    fair = next(row for row in review.state.rows if row.file == "fair.csv")
    review.hits.choose(fair.key)

    QTest.keyClick(review.hits.list, Qt.Key.Key_Y)
    settle()

    assert review.detail.banner is not None
    assert not review.suggested.isVisible()


# --- the register's own records


@pytest.fixture
def earlier(register, today, lists):
    """An earlier request of the same person."""
    view = new_request(register, [Right.ACCESS], CAMILLE, today, Channel.POST, today)
    return view.request.ref


def test_an_earlier_request_of_the_person_is_named_and_leads_there(
    page, earlier, settle, workspace, qtbot
):
    page.open_search(CAMILLE, "")
    settle()

    banner = page.own_records.banner
    assert banner.accessibleName().startswith("1 record of the register itself")
    assert f"Strong · Register: request {earlier}: criterion: same e-mail" in (
        banner.accessibleDescription()
    )
    with qtbot.waitSignal(workspace.request_wanted) as wanted:
        banner.buttons[-1].click()
    assert wanted.args == [earlier]


def test_a_request_does_not_find_itself(review):
    assert review.own_records.banner is None
    assert not review.own_records.isVisible()


def test_weak_records_are_counted_until_asked_for(page, register, today, lists, settle):
    for _n in range(2):
        same_name = Criteria(name=("Camille Dupont",))
        new_request(register, [Right.ACCESS], same_name, today, Channel.POST, today)
    page.open_search(CAMILLE, "")
    settle()

    banner = page.own_records.banner
    assert banner.accessibleDescription() == ""
    assert [button.text() for button in banner.buttons] == ["Show all 2 records"]
    banner.buttons[0].click()
    settle()

    lines = page.own_records.banner.accessibleDescription().split("\n")
    assert len(lines) == 2
    assert all(line.startswith("Weak · Register: request ") for line in lines)


def test_a_new_search_takes_the_records_away(page, earlier, settle):
    page.open_search(CAMILLE, "")
    settle()
    page.open_search(Criteria(name=("Hugo Perrin",)), "")
    settle()

    assert page.own_records.banner is None


def test_the_report_says_the_same_records(page, earlier, settle, save, tmp_path, today):
    page.open_search(CAMILLE, "")
    settle()
    save(page)

    document = json.loads((tmp_path / "reports" / f"search_{today:%Y%m%d}.json").read_text("utf-8"))
    assert [(one["kind"], one["ref"]) for one in document["own_records"]] == [("request", earlier)]
