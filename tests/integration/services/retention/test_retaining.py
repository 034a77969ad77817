"""Retention of contacts in a register: review, ends, holds, and the run (domain.md 5, SC8)."""

from datetime import date, timedelta

import pytest

from dsr_desktop.domain.contact_retention import ClockMode, ContactState, EndedBy, RetentionRule
from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.errors import (
    InvalidInputError,
    NotAllowedError,
    NotFoundError,
    OutputFileError,
)
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.domain.retention_run import RUN_REF
from dsr_desktop.services.contact_clocks import count_clocks, uncounted_lists
from dsr_desktop.services.handling import new_request
from dsr_desktop.services.repeating_erasures import list_erasures
from dsr_desktop.services.retaining import plan_run, run_retention
from dsr_desktop.services.retention_review import ReviewFilter, read_retention, review_contacts
from dsr_desktop.services.retention_settings import (
    Scope,
    release_hold,
    rule_for,
    set_end,
    set_hold,
    set_legal_period,
    set_rule,
)
from dsr_desktop.services.reviewing import find_person
from dsr_desktop.services.sourcing import list_sources, remove
from dsr_desktop.services.verifying import verify
from dsr_desktop.store.events import events
from dsr_desktop.wording.language import speak

DAY = date(2026, 11, 22)
TR = speak("en")
ALL = ReviewFilter(tuple(ContactState))
HEADER = ["Nom", "E-mail", "Fin de traitement", "Dernier contact"]
ROWS = [
    HEADER,
    ["Alix Premier", "alix@un.example", "2025-11-21", ""],
    ["Basile Second", "basile@deux.example", "2025-11-30", ""],
    ["Clara Tiers", "clara@trois.example", "2024-02-29", ""],
    ["Denis Quart", "denis@quatre.example", "", "2023-10-01"],
    ["Elsa Quint", "elsa@cinq.example", "2025-01-15", ""],
]


@pytest.fixture
def sc8(register, tmp_path, write_csv, bring_in):
    """The five contacts of SC8: c3 held for a dispute, c5 in an open request."""
    bring_in(register, write_csv(tmp_path / "clients.csv", ROWS), activity="PA2")
    count_clocks(register, DAY)
    set_hold(register, Scope((row(register, "Clara"),)), "litige", date(2027, 6, 30), DAY)
    criteria = make_criteria({"email": "elsa@cinq.example"})
    new_request(register, [Right.ACCESS], criteria, date(2026, 11, 10), Channel.POST, DAY)
    return register


def seen(register, wanted=ALL, today=DAY, **more):
    return review_contacts(register, wanted, today, **more)


def row(register, name):
    return next(one.row_id for one in seen(register) if one.title.startswith(name))


def state(register, name, today=DAY):
    return next(one.state for one in seen(register, today=today) if one.title.startswith(name))


def last_event(register, kind):
    return [one for one in events(register.database) if one.kind == kind][-1]


def test_sc8_each_contact_is_in_its_state(sc8):
    found = {one.title.split()[0]: one for one in seen(sc8)}

    assert {name: one.state for name, one in found.items()} == {
        "Alix": ContactState.OVERDUE, "Basile": ContactState.DUE_SOON, "Clara": ContactState.HELD,
        "Denis": ContactState.ACTIVE, "Elsa": ContactState.HELD,
    }  # fmt: skip
    assert found["Alix"].delete_on == date(2026, 11, 21)
    assert found["Clara"].promised == date(2025, 2, 28)
    assert found["Denis"].stale
    assert found["Denis"].cnil_mark == date(2026, 10, 1)
    assert [one.kind for one in found["Elsa"].held_by] == ["asked"]


def test_sc8_the_list_is_by_day_and_what_is_held_is_not_in_it(sc8):
    due = seen(sc8, ReviewFilter())

    assert [one.title for one in due] == ["Alix Premier", "Basile Second"]
    assert all(one.may_go for one in due)
    assert not any(one.may_go for one in seen(sc8, ReviewFilter((ContactState.HELD,))))


def test_r_rt_2_a_run_deletes_what_is_due_and_reports_it_without_a_name(sc8, tmp_path, decrypted):
    plan = plan_run(sc8, DAY, DAY)
    assert (plan.contacts, plan.held, plan.without_clock) == (1, 2, 1)

    done = run_retention(sc8, DAY, tmp_path, DAY, TR, expected=1)

    assert [one.title for one in seen(sc8, ReviewFilter())] == ["Basile Second"]
    told = done.csv.read_text(encoding="utf-8-sig")
    assert "clients.csv" in told
    assert "PA2" in told
    assert "Alix" not in told
    assert "un.example" not in told
    assert done.pdf.read_bytes().startswith(b"%PDF")
    assert b"alix" not in decrypted(sc8.path).lower()
    event = last_event(sc8, "contacts_deleted")
    assert event.payload["contacts"] == 1
    assert "Alix" not in str(event.payload)
    assert verify(sc8).sound


def test_a_run_is_in_the_ledger_so_that_a_restored_backup_repeats_it(sc8, tmp_path):
    run_retention(sc8, DAY, tmp_path, DAY, TR)

    (entry,) = list_erasures(sc8)
    assert (entry.ref, len(entry.rows), entry.keys) == (RUN_REF, 1, ())
    assert entry.done_at is not None


def test_r_rt_3_what_is_held_or_asked_for_cannot_be_chosen(sc8, tmp_path):
    for name in ("Clara", "Elsa", "Denis"):
        with pytest.raises(NotAllowedError):
            plan_run(sc8, DAY, DAY, [row(sc8, name)])

    plan = plan_run(sc8, DAY, DAY, [row(sc8, "Basile")])
    assert plan.contacts == 1


def test_nothing_goes_if_what_is_due_changed_since_it_was_counted(sc8, tmp_path):
    with pytest.raises(NotAllowedError):
        run_retention(sc8, DAY, tmp_path, DAY, TR, expected=2)

    assert len(seen(sc8)) == len(ROWS) - 1
    assert list_erasures(sc8) == ()


def test_nothing_goes_if_the_report_cannot_be_written(sc8, tmp_path):
    with pytest.raises(OutputFileError):
        run_retention(sc8, DAY, tmp_path / "clients.csv", DAY, TR)

    assert len(seen(sc8)) == len(ROWS) - 1
    assert [one for one in list_erasures(sc8) if one.done_at is None] == []
    assert last_event(sc8, "retention_run_given_up")


def test_a_run_without_anything_due_is_refused(sc8, tmp_path):
    with pytest.raises(NotAllowedError):
        run_retention(sc8, DAY - timedelta(days=30), tmp_path, DAY, TR)


def test_r_rt_1_an_end_is_set_for_chosen_contacts_and_says_how_many_have_none(sc8):
    assert read_retention(sc8, DAY).count(ContactState.ACTIVE) == 1

    set_end(sc8, Scope((row(sc8, "Denis"),)), date(2025, 6, 1), EndedBy.CONTRACT_ENDED, DAY)

    assert state(sc8, "Denis") is ContactState.OVERDUE
    assert read_retention(sc8, DAY).count(ContactState.ACTIVE) == 0
    assert last_event(sc8, "processing_end_set").payload["contacts"] == 1
    set_end(sc8, Scope((row(sc8, "Denis"),)), None, EndedBy.OTHER, DAY)
    assert state(sc8, "Denis") is ContactState.ACTIVE


def test_r_rt_1_an_end_is_set_for_an_import_and_for_an_activity(sc8):
    (source,) = list_sources(sc8)
    assert set_end(sc8, Scope(source_id=source.id), date(2026, 6, 1), EndedBy.OTHER, DAY) == 5
    assert state(sc8, "Alix") is ContactState.RETAINED

    rule = RetentionRule(ended_on=date(2026, 1, 1))
    set_rule(sc8, "PA2", rule, DAY)
    assert rule_for(sc8, "PA2") == rule
    assert state(sc8, "Alix") is ContactState.RETAINED


def test_r_rt_1_silence_ends_contacts_and_is_logged(sc8):
    set_rule(sc8, "PA2", RetentionRule(silent_months=24), DAY)

    denis = next(one for one in seen(sc8) if one.title.startswith("Denis"))
    assert (denis.ended_by, denis.dates.ended_on) == (EndedBy.SILENCE, date(2025, 10, 1))
    assert denis.state is ContactState.OVERDUE
    assert last_event(sc8, "silence_counted").payload["contacts"] == 1


def test_an_activity_that_ended_ends_the_contacts_that_nothing_else_ended(sc8):
    set_rule(sc8, "PA2", RetentionRule(ended_on=date(2026, 5, 1)), DAY)

    denis = next(one for one in seen(sc8) if one.title.startswith("Denis"))
    assert (denis.ended_by, denis.delete_on) == (EndedBy.ACTIVITY, date(2027, 5, 1))
    assert state(sc8, "Alix") is ContactState.OVERDUE


def test_r_rt_4_a_statutory_period_keeps_the_records_concerned_alone(sc8):
    set_legal_period(sc8, Scope((row(sc8, "Alix"),)), date(2035, 12, 31), DAY)

    alix = next(one for one in seen(sc8) if one.title.startswith("Alix"))
    assert (alix.state, alix.delete_on, alix.by_law) == (
        ContactState.RETAINED, date(2035, 12, 31), True,
    )  # fmt: skip
    assert state(sc8, "Basile") is ContactState.DUE_SOON
    set_legal_period(sc8, Scope((row(sc8, "Alix"),)), None, DAY)
    assert state(sc8, "Alix") is ContactState.OVERDUE


def test_r_rt_3_an_expired_hold_is_flagged_and_released_by_somebody_alone(sc8):
    later = date(2027, 7, 1)
    (hold,) = read_retention(sc8, later).holds
    assert hold.is_expired
    assert state(sc8, "Clara", later) is ContactState.HELD

    release_hold(sc8, hold.hold.id, "jugement rendu", later)

    assert state(sc8, "Clara", later) is ContactState.OVERDUE
    with pytest.raises(NotAllowedError):
        release_hold(sc8, hold.hold.id, "encore", later)
    with pytest.raises(NotFoundError):
        release_hold(sc8, 99, "encore", later)


def test_a_hold_on_an_import_holds_all_of_it(sc8, tmp_path):
    (source,) = list_sources(sc8)
    set_hold(sc8, Scope(source_id=source.id), "contrôle fiscal", date(2027, 1, 1), DAY)

    assert read_retention(sc8, DAY).count(ContactState.HELD) == len(ROWS) - 1
    with pytest.raises(NotAllowedError):
        run_retention(sc8, DAY, tmp_path, DAY, TR)


def test_r_rt_3_hits_of_an_open_request_hold_their_contacts(
    register, tmp_path, write_csv, bring_in
):
    bring_in(register, write_csv(tmp_path / "clients.csv", ROWS))
    criteria = make_criteria({"name": "Alix Premier"})
    view = new_request(register, [Right.ACCESS], criteria, DAY, Channel.POST, DAY)
    count_clocks(register, DAY)
    assert state(register, "Alix") is ContactState.OVERDUE

    find_person(register, view.request.ref, DAY)

    (alix,) = (one for one in seen(register) if one.title.startswith("Alix"))
    assert alix.state is ContactState.HELD
    assert [(one.kind, one.ref) for one in alix.held_by] == [("request", view.request.ref)]


def test_pages_follow_each_other_without_a_gap(register, tmp_path, write_csv, bring_in):
    rows = [HEADER, *([f"Nom {n}", f"n{n}@acme.example", "2025-11-01", ""] for n in range(25))]
    bring_in(register, write_csv(tmp_path / "liste.csv", rows))
    count_clocks(register, DAY)

    met, after = [], ("", 0)
    while page := seen(register, ReviewFilter(), after=after, most=10):
        met += [one.row_id for one in page]
        after = page[-1].key

    assert len(met) == len(set(met)) == 25


def test_clocks_are_counted_once_and_again_when_what_they_hang_on_changed(sc8):
    assert count_clocks(sc8, DAY) == ()
    set_rule(sc8, "PA2", RetentionRule(ClockMode.AFTER_LAST_CONTACT, 36), DAY)
    assert uncounted_lists(sc8) == ()

    assert state(sc8, "Denis") is ContactState.OVERDUE
    assert state(sc8, "Alix") is ContactState.ACTIVE


def test_months_said_at_the_import_hold_where_they_are_fewer(
    register, tmp_path, write_csv, bring_in
):
    bring_in(register, write_csv(tmp_path / "salon.csv", ROWS), retention="6 mois")
    count_clocks(register, DAY)
    (alix,) = (one for one in seen(register) if one.title.startswith("Alix"))
    assert alix.delete_on == date(2026, 5, 21)


def test_cells_that_hold_no_day_are_counted(register, tmp_path, write_csv, bring_in):
    rows = [HEADER, *ROWS[1:], ["Fanny Six", "fanny@six.example", "bientôt", ""]]
    bring_in(register, write_csv(tmp_path / "clients.csv", rows))
    count_clocks(register, DAY)

    (counts,) = read_retention(register, DAY).lists
    assert (counts.misread, counts.without_clock) == (1, 2)


def test_what_is_no_list_has_no_contacts_and_a_removed_list_takes_its_clocks(
    register, tmp_path, write_csv, bring_in
):
    bring_in(register, write_csv(tmp_path / "copie.csv", ROWS), kind="copy")
    count_clocks(register, DAY)
    overview = read_retention(register, DAY)
    assert (overview.contacts, [one.name for one in overview.copies]) == (0, ["copie.csv"])

    bring_in(register, write_csv(tmp_path / "liste.csv", ROWS[:4]))
    count_clocks(register, DAY)
    remove(register, list_sources(register)[-1].id)
    left = register.database.connection.execute("SELECT count(*) FROM contact_clock").fetchone()
    assert left == (0,)


def test_a_newer_version_keeps_what_was_said_and_the_holds(sc8, tmp_path, write_csv, bring_in):
    set_end(sc8, Scope((row(sc8, "Denis"),)), date(2025, 6, 1), EndedBy.CONTRACT_ENDED, DAY)
    rows = [*ROWS, ["Fanny Six", "fanny@six.example", "", ""]]
    bring_in(sc8, write_csv(tmp_path / "clients.csv", rows), activity="PA2", replaces=True)
    count_clocks(sc8, DAY)

    denis = next(one for one in seen(sc8) if one.title.startswith("Denis"))
    assert (denis.ended_by, denis.state) == (EndedBy.CONTRACT_ENDED, ContactState.OVERDUE)
    assert state(sc8, "Clara") is ContactState.HELD
    assert len(seen(sc8)) == len(rows) - 1


def test_a_run_takes_the_rows_of_earlier_versions_with_it(sc8, tmp_path, write_csv, bring_in, decrypted):  # fmt: skip
    rows = [*ROWS, ["Fanny Six", "fanny@six.example", "", ""]]
    bring_in(sc8, write_csv(tmp_path / "clients.csv", rows), activity="PA2", replaces=True)

    done = run_retention(sc8, DAY, tmp_path, DAY, TR)

    assert (done.plan.contacts, done.plan.earlier_rows) == (1, 1)
    assert b"alix" not in decrypted(sc8.path).lower()


@pytest.mark.parametrize(
    ("act", "error"),
    [
        (lambda r: set_end(r, Scope(activity="PA9"), DAY, EndedBy.OTHER, DAY), NotFoundError),
        (lambda r: set_end(r, Scope((99,)), DAY, EndedBy.OTHER, DAY), NotFoundError),
        (lambda r: set_end(r, Scope((1,)), DAY, EndedBy.COLUMN, DAY), InvalidInputError),
        (lambda r: set_end(r, Scope((1,)), DAY + timedelta(1), EndedBy.OTHER, DAY),
         InvalidInputError),
        (lambda r: set_legal_period(r, Scope((1,)), DAY, DAY), InvalidInputError),
        (lambda r: set_hold(r, Scope((1,)), "", DAY + timedelta(9), DAY), InvalidInputError),
        (lambda r: set_rule(r, "PA99", RetentionRule(), DAY), InvalidInputError),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(sc8, act, error):
    with pytest.raises(error):
        act(sc8)
