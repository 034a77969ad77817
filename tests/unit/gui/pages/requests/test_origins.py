"""The page asks who values come from before it builds a bundle, and nothing is preset."""

import pytest

from dsr_desktop.domain.request import Right
from dsr_desktop.gui.pages.requests.bundle_dialogs import FormatDialog
from dsr_desktop.gui.pages.requests.forms.origins_form import OriginsForm
from dsr_desktop.services.reviewing import find_person, judge_hits

EMAIL = "camille.dupont@acme.example"


@pytest.fixture
def show(register, bring_in, write_csv, tmp_path, ask, today, open_request):
    """Show a request for portability of a list with these further columns."""

    def show(*titles):
        rows = [["Nom", "Mail", *titles], ["Camille Dupont", EMAIL, *["38"] * len(titles)]]
        bring_in(register, write_csv(tmp_path / "crm.csv", rows), activity="PA3")
        ref = ask(Right.PORTABILITY)
        find_person(register, ref, today)
        judge_hits(register, ref, confirm_strong=True, today=today)
        return open_request(ref)

    return show


def test_the_card_says_what_is_missing_and_leads_to_it(show):
    page = show("Pointure", "Remise")
    bundle = page.request.documents.bundle

    assert bundle.line.text() == "Say first who the values of 2 columns come from."
    assert bundle.button.text() == "Say the origins…"
    bundle.button.click()

    form = page.questions.dialog
    assert isinstance(form, OriginsForm)
    labels = [form.fields[name].editor.accessibleName() for name in ("0", "1")]
    assert labels == ["crm.csv · column C · Pointure", "crm.csv · column D · Remise"]
    assert [editor.currentText() for editor in form.choices] == ["Choose…", "Choose…"]


def test_a_column_of_which_nothing_is_said_is_asked_again(show):
    page = show("Pointure", "Remise")
    page.request.documents.bundle.button.click()
    form = page.questions.dialog
    form.choices[0].setCurrentIndex(1)

    form.submit()

    assert form.isVisible()
    assert form.fields["0"].error == ""
    assert form.fields["1"].error == "Choose an origin."


def test_once_said_the_bundle_can_be_built(show, settle):
    page = show("Pointure", "Remise")
    page.request.documents.bundle.button.click()
    form = page.questions.dialog
    form.all.setCurrentIndex(4)
    form.all.activated.emit(4)
    form.choices[0].setCurrentIndex(1)

    form.submit()
    settle()
    assert page.state.unknown_origins == ()
    page.request.documents.bundle.button.click()

    assert isinstance(page.questions.dialog, FormatDialog)


def test_one_column_has_no_choice_for_all(show):
    page = show("Pointure")
    page.request.documents.bundle.button.click()

    assert "all" not in page.questions.dialog.fields


def test_many_columns_scroll_within_the_screen(show):
    page = show(*(f"Colonne {n}" for n in range(20)))
    page.request.documents.bundle.button.click()

    assert len(page.questions.dialog.choices) == 20
    assert page.questions.dialog.height() < 700
