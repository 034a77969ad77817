"""The register's own tables are searched as one more source, and the searching request is left out."""

from contextlib import closing
from datetime import date

import pytest

from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.held_row import HeldDecision
from dsr_desktop.domain.identity import IdentityMethod, IdentityResult
from dsr_desktop.domain.matching import Level
from dsr_desktop.domain.request import Channel, Decision, Right
from dsr_desktop.domain.suppression import SuppressionReason, SuppressionScope
from dsr_desktop.services.clocking import record_identity
from dsr_desktop.services.gone_places import say_gone
from dsr_desktop.services.handling import decide, new_request
from dsr_desktop.services.held_rows import decide_held_row
from dsr_desktop.services.register import open_register
from dsr_desktop.services.reviewing import change_criteria, find_person, judge_hits, review
from dsr_desktop.services.searching import search
from dsr_desktop.services.suppressing import (
    TypedKeys,
    add_to_list,
    list_entries,
    remove_from_list,
)

EMAIL = "camille.dupont@acme.example"
CAMILLE = make_criteria({"name": "Camille Dupont", "email": EMAIL})
HUGO = make_criteria({"name": "Hugo Perrin"})
ROWS = [["Nom", "E-mail"], ["Camille Dupont", EMAIL], ["Ana Ruiz", "ana@ruiz.example"]]


@pytest.fixture
def ask(register, today):
    """Return a function that records a request and gives its reference."""

    def ask(criteria=CAMILLE):
        received = date(2026, 11, 2)
        view = new_request(register, [Right.ERASURE], criteria, received, Channel.POST, today)
        return view.request.ref

    return ask


@pytest.fixture
def crm(register, bring_in, write_csv, lists):
    path = write_csv(lists / "crm.csv", ROWS)
    bring_in(register, path)
    return path


def found(register, asked, **more):
    result = search(register, make_criteria(asked), **more)
    return [(one.kind, one.ref, str(one.grade.level)) for one in result.own_records]


def parts(register, asked):
    (one,) = search(register, make_criteria(asked)).own_records
    return {one.part(reason.column) for reason in one.grade.reasons}


# --- requests


def test_a_request_of_the_person_is_found_like_a_row(register, ask):
    ref = ask()

    assert found(register, {"email": EMAIL}) == [("request", ref, "strong")]
    assert found(register, {"name": "Dupont Camille"}) == [("request", ref, "weak")]
    assert found(register, {"name": "Zoé Roux"}) == []


def test_a_request_made_since_the_last_search_is_found_whoever_made_it(
    register, ask, passphrase, today
):
    assert found(register, {"email": EMAIL}) == []

    first = ask()
    assert found(register, {"email": EMAIL}) == [("request", first, "strong")]

    with closing(open_register(register.path, passphrase)) as elsewhere:
        received = date(2026, 11, 2)
        new_request(elsewhere, [Right.ACCESS], CAMILLE, received, Channel.POST, today)
    assert len(found(register, {"email": EMAIL})) == 2


def test_the_requests_are_read_once_while_nothing_changes(register, ask):
    ref = ask()
    found(register, {"email": EMAIL})

    queries = []
    register.database.connection.set_trace_callback(queries.append)
    assert found(register, {"name": "Dupont Camille"}) == [("request", ref, "weak")]
    assert queries
    assert not any("request_criterion" in query for query in queries)


def test_own_records_are_no_rows_and_change_no_count(register, ask, crm):
    before = search(register, CAMILLE)
    ask()
    after = search(register, CAMILLE)

    assert (after.total, after.rows, after.hits) == (before.total, before.rows, before.hits)
    assert (len(before.own_records), len(after.own_records)) == (0, 1)


def test_the_least_level_holds_for_them_too(register, ask):
    ask(make_criteria({"name": "Camille Dupont"}))

    assert found(register, {"name": "Camille Dupont"}, level=Level.PROBABLE) == []


def test_a_request_does_not_find_itself_but_another_one_of_its_person(register, ask, crm, today):
    mine, other = ask(), ask()

    result = find_person(register, mine, today)

    assert [one.ref for one in result.own_records] == [other]
    assert [one.ref for one in review(register, mine, today).own_records] == [other]
    assert found(register, {"email": EMAIL})[0][1] == mine


def test_criteria_that_were_taken_back_are_still_found(register, ask, today):
    ref = ask()
    find_person(register, ref, today)
    change_criteria(register, ref, make_criteria({"name": "Camille Dupont"}), today)

    assert found(register, {"email": EMAIL}) == [("request", ref, "strong")]
    assert parts(register, {"email": EMAIL}) == {"earlier_criterion"}


def test_what_the_dpo_wrote_about_a_request_is_searched(register, ask, crm, today):
    ref = ask(HUGO)
    decide(
        register, ref, Right.ERASURE, Decision.REFUSED, today,
        reason_code="A17_no_ground", reason_text="Camille Dupont asked in his name",
    )  # fmt: skip

    assert found(register, {"name": "Camille Dupont"}) == [("request", ref, "weak")]
    assert parts(register, {"name": "Camille Dupont"}) == {"decision_reason"}


def test_a_doubt_about_an_identity_is_searched(register, ask, today):
    ask(HUGO)
    record_identity(
        register, "DSR-2026-0001", today, doubt=f"wrote from {EMAIL}",
        method=IdentityMethod.MANDATE, result=IdentityResult.PENDING,
    )  # fmt: skip

    assert parts(register, {"email": EMAIL}) == {"identity_doubt"}


def test_the_reason_of_a_verdict_is_searched(register, ask, crm, today):
    ref = ask(make_criteria({"email": "ana@ruiz.example"}))
    find_person(register, ref, today)
    (hit,) = review(register, ref, today).view.hits
    judge_hits(register, ref, reject=[hit.id], reason="sister of Camille Dupont", today=today)

    assert parts(register, {"name": "Camille Dupont"}) == {"verdict_reason"}


def test_verdict_reasons_are_read_from_an_index(register):
    plan = register.database.connection.execute(
        "EXPLAIN QUERY PLAN SELECT DISTINCT request_id, verdict_reason FROM hit "
        "WHERE verdict_reason IS NOT NULL"
    ).fetchall()

    assert "COVERING INDEX hit_with_reason" in str(plan)


def test_a_request_under_a_misspelt_name_is_shown_with_the_reason(register, ask, today):
    ref = ask(make_criteria({"name": "Camille Dupond"}))
    mine = ask(make_criteria({"name": "Camille Dupont"}))

    (one,) = find_person(register, mine, today).own_records

    assert (one.kind, one.ref, str(one.grade.level)) == ("request", ref, "weak")
    assert [str(reason.how) for reason in one.grade.reasons] == ["name_one_typo"]
    assert review(register, mine, today).own_records == (one,)


@pytest.mark.parametrize("asked", ["Camile Dupont", "Dupond Camille", "Camille Dupnot"])
def test_notes_and_suppliers_are_found_misspelt(register, bring_in, write_csv, lists, asked):
    path = write_csv(lists / "crm.csv", [["Nom"], ["Ana Ruiz"]])
    bring_in(register, path, supplied_by="Camille Dupont")
    path.unlink()
    say_gone(register, path, "deleted by Camille Dupont", date(2026, 11, 16))

    assert set(found(register, {"name": asked})) == {
        ("import", "1", "weak"), ("supplier", "1", "weak"),
    }  # fmt: skip


def test_misspelt_names_do_not_bring_records_of_others(register, ask):
    ask(make_criteria({"name": "Camille Durand"}))
    ask(make_criteria({"name": "Hugo Dupond"}))

    assert found(register, {"name": "Camille Dupont"}) == []


def test_a_tagged_address_of_a_request_is_the_same_mailbox(register, ask):
    ref = ask(make_criteria({"email": "camille+news@müller.example"}))

    assert found(register, {"email": "camille@müller.example"}) == [("request", ref, "probable")]


# --- files, suppliers, staff, company


def test_the_name_of_a_file_may_name_the_person(register, bring_in, write_csv, lists, tmp_path):
    rows = [["Nom"], ["Ana Ruiz"]]
    path = write_csv(lists / "dupont_camille.csv", rows)
    bring_in(register, path)
    (tmp_path / "Camille Dupont").mkdir()
    bring_in(register, write_csv(tmp_path / "Camille Dupont" / "export.csv", rows))

    assert found(register, {"name": "Camille Dupont"}) == [("import", "1", "weak")]


def test_a_copy_of_a_file_may_be_named_after_the_person(register, bring_in, write_csv, lists):
    rows = [["Nom"], ["Ana Ruiz"]]
    bring_in(register, write_csv(lists / "export.csv", rows))
    bring_in(register, write_csv(lists / "camille-dupont.csv", rows))

    assert found(register, {"name": "Camille Dupont"}) == [("import", "1", "weak")]


def test_who_supplied_many_deliveries_is_one_record(register, bring_in, write_csv, lists):
    for n in range(3):
        path = write_csv(lists / f"{n}.csv", [["Nom"], [f"Ana {n}"]])
        bring_in(register, path, supplied_by="Camille Dupont")

    (one,) = search(register, CAMILLE).own_records

    assert (one.kind, one.ref, one.entries) == ("supplier", "3", 3)
    assert str(one.grade.level) == "weak"


def test_who_worked_with_the_register_is_found(register, crm):
    assert found(register, {"name": "Nora Vidal"}) == [
        ("staff", "", "weak"),
        ("company", "", "weak"),
    ]


def test_the_company_alone_makes_nobody_more_than_weak(register):
    assert found(register, {"company": "Exemple SAS"}) == [("company", "", "weak")]


def test_why_a_file_is_gone_is_searched(register, crm):
    crm.unlink()
    say_gone(register, crm, "deleted by Camille Dupont", date(2026, 11, 16))

    assert parts(register, {"name": "Camille Dupont"}) == {"gone_reason"}


# --- suppression list and held rows


@pytest.fixture
def listed(register, today):
    """Her e-mail on the list, as a digest."""
    keys = TypedKeys(emails=(EMAIL,))
    add_to_list(register, keys, SuppressionScope.ALL, SuppressionReason.ERASURE, today)


def test_a_key_on_the_suppression_list_is_found_by_its_digest(register, listed):
    assert found(register, {"email": EMAIL.upper()}) == [("suppression", "1", "strong")]
    assert found(register, {"email": "ana@ruiz.example"}) == []
    assert parts(register, {"email": EMAIL}) == {"listed_key"}


def test_the_list_is_read_once_while_nothing_changes(register, listed, today):
    found(register, {"email": EMAIL})

    queries = []
    register.database.connection.set_trace_callback(queries.append)
    assert found(register, {"email": EMAIL}) == [("suppression", "1", "strong")]
    register.database.connection.set_trace_callback(None)
    assert not any("FROM suppression_entry" in query for query in queries)

    remove_from_list(register, 1, "a mistake", today)
    assert found(register, {"email": EMAIL}) == []


def test_a_key_listed_elsewhere_since_the_last_search_is_found(register, passphrase, today):
    assert found(register, {"email": EMAIL}) == []

    with closing(open_register(register.path, passphrase)) as elsewhere:
        keys = TypedKeys(emails=(EMAIL,))
        add_to_list(elsewhere, keys, SuppressionScope.ALL, SuppressionReason.ERASURE, today)
    assert found(register, {"email": EMAIL}) == [("suppression", "1", "strong")]


def test_a_name_with_its_postcode_on_the_list_is_probable(register, today):
    keys = TypedKeys(name="Camille Dupont", postcode="69003")
    add_to_list(register, keys, SuppressionScope.ALL, SuppressionReason.ERASURE, today)

    assert found(register, {"name": "Dupont Camille", "postcode": "69003"}) == [
        ("suppression", "1", "probable")
    ]
    assert found(register, {"name": "Dupont Camille"}) == []


def test_a_row_held_back_is_found_by_its_position(register, listed, crm):
    held = next(one for one in search(register, CAMILLE).own_records if one.kind == "held_row")

    assert (held.position.file, held.position.sheet, held.position.row) == (str(crm), "crm", 2)
    assert held.grade.level is Level.STRONG
    assert search(register, CAMILLE).total == 0


def test_a_row_found_to_be_another_persons_is_not(register, listed, crm, today):
    decide_held_row(register, 1, HeldDecision.ANOTHER_PERSON, "a namesake", today)

    assert ("held_row", "1", "strong") not in found(register, {"email": EMAIL})


def test_the_reason_why_a_key_came_off_the_list_is_searched(register, listed, today):
    remove_from_list(register, 1, "Camille Dupont is a customer again", today)

    assert list_entries(register) == ()
    assert parts(register, {"name": "Camille Dupont"}) == {"removal_reason"}


def test_a_search_writes_nothing_to_look_into_the_list(register, listed, ask):
    ask()
    before = register.database.connection.total_changes

    search(register, CAMILLE)

    assert register.database.connection.total_changes == before
