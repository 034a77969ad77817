"""Lists that leave, in the window: counted in the form before anything is written."""

import pytest

from dsr_desktop.domain.recipient import Recipient, RecipientRole
from dsr_desktop.domain.suppression import SuppressionReason, SuppressionScope
from dsr_desktop.gui.pages.files.leaving import desk
from dsr_desktop.services.disclosures import list_disclosures
from dsr_desktop.services.recipients import add_recipient
from dsr_desktop.services.suppressing import TypedKeys, add_to_list


@pytest.fixture
def out(monkeypatch, tmp_path, crm):
    """The list and the folder that the user chooses."""
    folder = tmp_path / "out"
    monkeypatch.setattr(desk, "choose_file", lambda _parent, _title: crm)
    monkeypatch.setattr(desk, "choose_folder", lambda _parent, _title: [folder])
    return folder


@pytest.fixture
def mailer(register, today):
    add_to_list(register, TypedKeys(emails=("j@b.example",)), SuppressionScope.MARKETING,
                SuppressionReason.OBJECTION, today)  # fmt: skip
    return add_recipient(register, Recipient("Routeur", RecipientRole.PROCESSOR, "FR"), today)


def verb(form):
    return form.verb_button.text()


@pytest.mark.usefixtures("mailer")
def test_a_list_is_counted_then_saved_with_its_certificate(register, page, seen, out):
    seen.button("Check a list before sending…").click()
    form = page.leaving.form
    form.purpose.setText("Invitation")
    form.submit()

    assert verb(form) == "Save and record…"
    assert not out.exists()
    form.submit()

    assert {one.name for one in out.iterdir()} == {"crm.csv", "list-check.pdf"}
    assert b"j@b.example" not in (out / "crm.csv").read_bytes()
    assert len(list_disclosures(register)) == 1
    assert "The checked list and its certificate are saved" in seen.banners()


@pytest.mark.usefixtures("mailer", "out")
def test_a_change_asks_to_count_again(page, seen):
    seen.button("Check a list before sending…").click()
    form = page.leaving.form
    form.purpose.setText("Invitation")
    form.submit()
    form.purpose.setText("Location du fichier")

    assert verb(form) == "Count who may go"
    form.reject()


@pytest.mark.usefixtures("out")
def test_without_recipient_and_purpose_the_form_says_what_is_missing(page, seen):
    seen.button("Check a list before sending…").click()
    form = page.leaving.form
    form.submit()

    assert {name for name, field in form.fields.items() if field.error} == {"recipient", "purpose"}
    form.reject()


@pytest.mark.usefixtures("mailer")
def test_contacts_are_counted_then_exported(register, bring_in, crm, page, seen, out):
    bring_in(register, crm)
    page.load()
    seen.button("Export contacts…").click()
    form = page.leaving.form
    form.purpose.setText("Invitation")
    form.format.setCurrentIndex(1)
    form.submit()
    form.submit()

    assert [one.name for one in out.iterdir()] == ["contacts.csv"]
    assert b"j@b.example" not in (out / "contacts.csv").read_bytes()
    assert len(list_disclosures(register)) == 1
