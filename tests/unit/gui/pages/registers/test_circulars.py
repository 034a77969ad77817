"""Letters to many people in the window: seen before they are written, written, ticked as sent."""

import pytest

from dsr_desktop.domain.article14 import Art14Facts, Art14State, ObtainedFrom
from dsr_desktop.domain.processing import Controller
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.services.article14 import describe_art14, list_art14
from dsr_desktop.services.circular_sending import list_circulars
from dsr_desktop.services.importing import ImportOptions, import_paths
from dsr_desktop.services.processing import set_controller

ROWS = "Nom;E-mail\nPaul Petit;paul@acme.example\nZoé Roy;zoe@acme.example\n"


@pytest.fixture
def partners(page, register, today, tmp_path, settle):
    """A list from a partner, shown among the letters to many."""
    (tmp_path / "partner.csv").write_text(ROWS, encoding="utf-8")
    set_controller(register, Controller("Exemple SAS", "1 rue Haute", dpo_contact="dpo@e.example"))
    import_paths(register, [tmp_path / "partner.csv"], ImportOptions(activity="PA2"), today)
    describe_art14(register, 1, Art14Facts(ObtainedFrom.PARTNER, today), today)
    page.load()
    page.show_kind("circulars")
    settle()
    page.pane.choose("art14 1")
    return page


def told(page):
    return [one.accessibleName() for one in page.findChildren(Banner) if one.isVisible()]


def test_what_can_be_written_is_shown_with_its_words(partners, facts, titles):
    assert len(titles()) == 3
    assert facts()["List"] == "partner.csv"
    assert "GDPR" in facts()["The letter"] or "RGPD" in facts()["The letter"]


def test_the_people_are_counted_before_anything_is_written(partners, press, settle):
    press("Count…")
    partners.dialog.submit()
    settle()

    assert "2 people get the letter" in told(partners)[0]
    assert list_circulars(partners.workspace.register) == ()


def test_letters_are_written_then_ticked_as_sent(
    partners, register, press, fill_in, settle, tmp_path
):
    press("Write…")
    fill_in(notice="What we do.", folder=tmp_path / "out")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["art14.pdf"]

    partners.pane.choose("written 1")
    press("Record that it left…")
    partners.dialog.submit()
    settle()

    assert list_circulars(register)[0].sent == 2
    assert list_art14(register)[0].state is Art14State.DONE


def test_what_is_still_to_fill_in_is_said_in_the_form(partners, press, settle):
    partners.pane.choose("still_interested 0")
    press("Write…")

    assert "Day of the reply" in partners.dialog.remark
