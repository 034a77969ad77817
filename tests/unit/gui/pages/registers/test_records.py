"""Systems, recipients, disclosures, consents, authorities, policies in the window."""

from datetime import date

import pytest

from dsr_desktop.domain.authority_request import AuthorityOutcome, MayTell
from dsr_desktop.domain.recipient import Recipient, RecipientRole, Safeguard
from dsr_desktop.domain.system import HowAsked
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.services.authority_requests import list_authority_requests
from dsr_desktop.services.consents import list_consents
from dsr_desktop.services.disclosures import list_disclosures
from dsr_desktop.services.policy_versions import list_policy_uses
from dsr_desktop.services.recipients import add_recipient, list_recipients
from dsr_desktop.services.systems import list_proposals, list_systems
from dsr_desktop.services.trackers import list_trackers


@pytest.fixture
def show(page, settle):
    def show(kind):
        page.show_kind(kind)
        settle()

    return show


@pytest.fixture
def mailing(register, today, page, settle):
    made = add_recipient(register, Recipient("Mail Tool", RecipientRole.PROCESSOR, "US"), today)
    page.load()
    settle()
    return made


def banners(page):
    return [one.accessibleName() for one in page.findChildren(Banner) if one.isVisible()]


# --- systems


def test_a_proposed_system_is_confirmed_for_a_colleague(page, register, show, press, fill_in):
    show("systems")
    page.pane.choose("crm")
    press("Confirm…")
    fill_in(owner="Hugo Perrin", activities=("PA2",))

    (view,) = list_systems(register)
    assert (view.system.proposal, view.system.owner) == ("crm", "Hugo Perrin")
    assert view.system.activities == ("PA2",)


def test_a_slip_for_nobody_is_refused_with_what_to_do(page, register, show, press, fill_in, settle):
    show("systems")
    press("Add a system…")
    form = fill_in(name="Archives", how_asked=HowAsked.SLIP)

    (banner,) = [one for one in form.findChildren(Banner) if one.isVisible()]
    assert banner.accessibleName() == "Nothing was recorded"
    assert "Name the colleague" in banner.accessibleDescription()
    fill_in(how_asked=HowAsked.BY_DPO)
    assert [one.system.name for one in list_systems(register)] == ["Archives"]


def test_a_system_that_the_company_has_not_is_no_longer_proposed(
    page, register, show, press, settle
):
    show("systems")
    page.pane.choose("telephone")
    press("There is none…")
    page.dialog.verb_button.click()
    settle()

    assert "telephone" not in [one.code for one in list_proposals(register)]


def test_the_lists_of_a_system_are_ticked_and_its_use_ends(
    page, register, show, press, fill_in, bring_in, write_csv, lists, today
):
    bring_in(register, write_csv(lists / "crm.csv", [["Mail"], ["a@b.example"]]))
    show("systems")
    press("Add a system…")
    fill_in(name="CRM", how_asked=HowAsked.BY_DPO)
    page.pane.choose("1")
    press("Lists from it…")
    fill_in(lists=("crm.csv",))
    press("End its use…")
    fill_in()

    (view,) = list_systems(register)
    assert [one.name for one in view.lists] == ["crm.csv"]
    assert view.system.active_to == today
    assert not page.pane.details.buttons[1].isEnabled()


# --- recipients and disclosures


def test_a_recipient_is_added_and_what_its_record_lacks_is_said(
    page, register, show, press, fill_in
):
    show("recipients")
    press("Add a recipient…")
    country = page.dialog.fields["country"].editor
    country.setCurrentIndex(country.values.index("US"))
    assert "outside the EEA" in page.dialog.remark
    fill_in(name="Mail Tool", activities=("PA2",))

    (view,) = list_recipients(register)
    assert (view.recipient.country, view.recipient.activities) == ("US", ("PA2",))
    row = page.pane.filter.row_at(page.pane.table.currentIndex())
    assert row.hints == (
        "No contract of art. 28 recorded", "Outside the EEA without a safeguard",
        "No contact recorded",
    )  # fmt: skip


def test_a_recipient_is_completed(page, register, show, press, fill_in, mailing):
    show("recipients")
    press("Change…")
    fill_in(
        safeguard=Safeguard.STANDARD_CLAUSES, contract_on="02/03/2026", contact="dpo@mail.example"
    )

    (view,) = list_recipients(register)
    assert view.gaps == ()
    assert view.recipient.contract_on == date(2026, 3, 2)


def test_a_recipient_that_got_nothing_is_removed_after_a_question(
    page, register, show, press, settle, mailing
):
    show("recipients")
    press("Remove…")
    page.dialog.verb_button.click()
    settle()

    assert list_recipients(register) == ()


def test_r_dis_1_a_purpose_against_the_policy_warns_while_it_is_typed_and_once_recorded(
    page, register, show, press, fill_in, mailing
):
    show("disclosures")
    press("Record a hand-over…")
    page.dialog.fields["purpose"].editor.setText("location du fichier")
    assert "excludes renting" in page.dialog.remark
    fill_in(fields="e-mail; name", persons="412", opposed="12")

    (made,) = list_disclosures(register)
    assert (made.disclosure.fields, made.disclosure.persons) == (("e-mail", "name"), 412)
    assert made.disclosure.left_out.opposed == 12
    assert banners(page) == ["The hand-over is recorded, and against the policy"]


def test_a_recipient_that_received_a_list_shows_it_and_stays(
    page, register, show, press, fill_in, mailing, facts, today
):
    show("disclosures")
    press("Record a hand-over…")
    fill_in(purpose="newsletter", fields="e-mail", persons="3")
    show("recipients")

    assert facts()["16 November 2026"] == "newsletter · 3 people"
    remove = page.pane.details.buttons[1]
    assert not remove.isEnabled()
    assert remove.accessibleDescription() == "It received 1 list: the record of it stays"


def test_a_number_of_people_is_a_number(page, show, press, fill_in, mailing):
    show("disclosures")
    press("Record a hand-over…")
    form = fill_in(purpose="newsletter", fields="e-mail", persons="many")

    assert form.fields["persons"].error == "Write a whole number, 0 or more"
    form.reject()


def test_nothing_is_handed_over_to_nobody(page, show):
    show("disclosures")

    assert not page.add.isEnabled()
    assert page.add.accessibleDescription() == "Name the recipient first, under Recipients"


# --- consents


def consent(press, fill_in, purpose):
    press("Record a consent…")
    fill_in(emails="paul@acme.example", purpose=purpose, proof="form of the fair")


def test_r_cns_1_a_purpose_is_withdrawn_and_the_others_stay(page, register, show, press, fill_in):
    show("consents")
    consent(press, fill_in, "newsletter")
    consent(press, fill_in, "sms")
    page.pane.choose("1")
    press("Withdraw…")
    fill_in()

    assert [(one.purpose, one.is_withdrawn) for one in list_consents(register)] == [
        ("newsletter", True), ("sms", False),
    ]  # fmt: skip


def test_what_a_person_agreed_to_is_looked_up(page, show, press, fill_in):
    show("consents")
    consent(press, fill_in, "sms")
    press("Look a person up…")
    fill_in(emails="PAUL@acme.example")
    assert banners(page) == ["Allowed: sms"]

    press("Look a person up…")
    fill_in(emails="zoe@acme.example")
    assert banners(page) == ["Nothing is known of this person's consents"]


def test_a_consent_of_nobody_is_refused(page, register, show, press, fill_in):
    show("consents")
    press("Record a consent…")
    form = fill_in(purpose="sms", proof="form")

    assert any("whose consent" in one.accessibleDescription() for one in form.findChildren(Banner))
    form.reject()
    assert list_consents(register) == ()


# --- authorities


def test_r_era_1_an_authority_is_logged_with_from_when_the_person_may_be_told(
    page, register, show, press, fill_in, facts
):
    show("authorities")
    press("Record a request…")
    fill_in(authority="Tribunal", requisition="PV 114", may_tell=MayTell.FROM_A_DAY,
            may_tell_from="01/06/2027")  # fmt: skip

    (asked,) = list_authority_requests(register)
    assert asked.may_tell_from == date(2027, 6, 1)
    assert facts()["Telling the person"] == "the person may be told from 1 June 2027"
    row = page.pane.filter.row_at(page.pane.table.currentIndex())
    assert any("no recipient" in hint for hint in row.hints)
    assert list_recipients(register) == ()


def test_nothing_leaves_before_the_basis_is_checked(page, register, show, press, fill_in):
    show("authorities")
    press("Record a request…")
    fill_in(authority="Tribunal", requisition="PV 114")
    press("Settle or change…")
    form = fill_in(outcome=AuthorityOutcome.DISCLOSED, left="name, address")
    assert any("Nothing leaves" in one.accessibleDescription() for one in form.findChildren(Banner))

    fill_in(basis="CPP art. 60-1", basis_checked_on="16/11/2026", left_on="16/11/2026")
    (asked,) = list_authority_requests(register)
    assert asked.outcome is AuthorityOutcome.DISCLOSED


# --- policy versions


def test_a_version_is_recorded_with_the_digest_of_its_text_changed_and_removed(
    page, register, show, press, fill_in, settle, tmp_path
):
    text = tmp_path / "policy.txt"
    text.write_text("We keep little.", "utf-8")
    show("policies")
    press("Record a version…")
    fill_in(version="2.0", in_force_from="01/01/2026", text=text)
    press("Change…")
    fill_in(note="Recipients are named")

    (use,) = list_policy_uses(register)
    assert len(use.recorded.sha256) == 64
    assert use.recorded.note == "Recipients are named"
    press("Remove…")
    page.dialog.verb_button.click()
    settle()
    assert list_policy_uses(register) == ()


def test_a_version_that_only_imports_name_is_recorded_from_there(
    page, register, show, press, fill_in, bring_in, write_csv, lists, titles, facts
):
    path = write_csv(lists / "fair.csv", [["Mail"], ["a@b.example"]])
    bring_in(register, path, policy_version="1.1")
    show("policies")
    page.load()
    assert titles() == ["1.1"]
    press("Record a version…")
    fill_in(in_force_from="01/01/2026")
    press("Record a version…")
    page.dialog.reject()

    assert facts()["Import"] == "fair.csv"


# --- trackers


def test_the_trackers_of_the_policy_are_there_from_the_first_day(show, titles, page, facts):
    show("trackers")

    assert titles()[0] == "_clck"
    page.pane.choose(next(one.key for one in lines(page) if one.title == "MUID"))
    assert facts()["Kept in the browser"] == "390 days"
    assert facts()["Consent"] == "needed"


def test_a_tracker_is_added_and_removed(page, register, show, press, fill_in, settle):
    show("trackers")
    press("Add a tracker…")
    fill_in(
        name="_pk_id*", provider="Matomo", days="1,5", purpose_fr="Mesure", purpose_en="Measures"
    )

    added = list_trackers(register)[-1]
    assert (added.name, added.lifetime) == ("_pk_id*", 129_600)
    page.pane.choose(str(added.id))
    press("Remove…")
    page.dialog.accept()
    settle()
    assert list_trackers(register)[-1].name == "SM"


def test_days_that_are_no_number_are_told_and_nothing_is_recorded(
    page, register, show, press, fill_in
):
    show("trackers")
    press("Add a tracker…")
    fill_in(name="x", days="soon")

    assert "no number" in " ".join(one.text() for one in page.dialog.findChildren(Label))
    assert len(list_trackers(register)) == 8


def lines(page):
    pane = page.pane
    rows = range(pane.filter.rowCount())
    return [pane.filter.row_at(pane.filter.index(number, 0)) for number in rows]
