"""Putting people on the suppression list, taking them off, and asking whether they are on it."""

from datetime import date

import pytest

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError, NotFoundError
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.domain.suppression import (
    SuppressionKind,
    SuppressionReason,
    SuppressionScope,
)
from dsr_desktop.services.handling import new_request
from dsr_desktop.services.history import history
from dsr_desktop.services.suppressing import (
    TypedKeys,
    add_to_list,
    check_person,
    check_value,
    choose_to_list_erased,
    entries_to_review,
    list_entries,
    lists_erased,
    remove_from_list,
    renew_entry,
)
from dsr_desktop.services.verifying import verify
from dsr_desktop.store.events import events
from dsr_desktop.store.suppression import blocked_rows
from dsr_desktop.wording.events import word_event
from dsr_desktop.wording.language import speak

DAY = date(2026, 10, 5)
MARKETING, ALL = SuppressionScope
JEAN = TypedKeys(("jean.roux@foo.example",), ("+33 6 11 22 33 44",))


@pytest.fixture
def put(register):
    """Return a function that puts keys on the list; what it gives says what became of them."""

    def put_(typed=JEAN, scope=MARKETING, reason=SuppressionReason.OBJECTION, **more):
        return add_to_list(register, typed, scope, reason, DAY, **more)

    return put_


@pytest.fixture
def salon(register, bring_in, write_csv, tmp_path):
    rows = [
        ["Nom", "Prénom", "E-mail", "Tél", "Code postal"],
        ["Roux", "Jean", "Jean.Roux@foo.example", "06 11 22 33 44", "57000"],
        ["Roux", "Anne", "anne@foo.example", "0611223344", "57000"],
        ["Petit", "Zoé", "zoe@bar.example", "+32 6 11 22 33 44", "1000"],
    ]
    (file,) = bring_in(register, write_csv(tmp_path / "salon.csv", rows)).files
    return file


def last_event(register):
    return list(events(register.database))[-1]


def dumped_events(register):
    return repr(list(events(register.database))).casefold()


# --- adding


def test_each_key_becomes_an_entry_to_be_looked_at_in_three_years(register, put):
    listed = put()

    assert [one.entry.kind for one in listed] == [SuppressionKind.EMAIL, SuppressionKind.PHONE]
    assert all(one.is_new for one in listed)
    assert list_entries(register) == tuple(one.entry for one in listed)
    for one in listed:
        assert (one.entry.scope, one.entry.reason) == (MARKETING, SuppressionReason.OBJECTION)
        assert (one.entry.created_on, one.entry.review_on) == (DAY, date(2029, 10, 5))


def test_the_rows_that_hold_a_key_now_are_counted_and_marked(register, put, salon):
    email, phone = put()

    assert (email.rows, phone.rows) == (1, 2)
    assert blocked_rows(register.database, email.entry.id) == (1,)
    assert blocked_rows(register.database, phone.entry.id) == (1, 2)


def test_scope_all_counts_the_rows_and_marks_none(register, put, salon):
    email, _phone = put(scope=ALL)

    assert email.rows == 1
    assert blocked_rows(register.database, email.entry.id) == ()


def test_a_person_is_counted_by_name_and_postcode_and_marks_nothing(register, put, salon):
    (person,) = put(TypedKeys(name="ROUX Jean", postcode="57000"))
    (other,) = put(TypedKeys(name="Jean Roux", postcode="54000"))

    assert (person.rows, other.rows) == (1, 0)
    assert blocked_rows(register.database, person.entry.id) == ()


def test_a_key_that_is_there_already_stays_one_entry(register, put):
    first = put()
    again = put(reason=SuppressionReason.WITHDRAWAL)

    assert [one.entry for one in again] == [one.entry for one in first]
    assert not any(one.is_new for one in again)
    assert len(list_entries(register)) == 2


def test_listing_a_known_key_again_marks_the_rows_that_came_since(register, put, bring_in, salon):
    put(TypedKeys(("zoe@bar.example",)))
    (again,) = put(TypedKeys(("zoe@bar.example",)))

    assert blocked_rows(register.database, again.entry.id) == (3,)


def test_the_same_key_typed_twice_is_one_entry(put):
    assert len(put(TypedKeys(("a@b.example", " A@B.example "), ()))) == 1


def test_the_other_scope_is_an_entry_of_its_own(register, put):
    put()
    assert all(one.is_new for one in put(scope=ALL))
    assert len(list_entries(register)) == 4


@pytest.mark.parametrize(
    "typed",
    [
        TypedKeys(),
        TypedKeys(("a@b.example", "nobody"), ()),
        TypedKeys(("a@b.example",), ("12",)),
        TypedKeys(("a@b.example",), name="Jean Roux"),
        TypedKeys(postcode="57000"),
    ],
)
def test_if_one_key_cannot_be_meant_none_is_listed(register, put, typed):
    with pytest.raises(InvalidInputError):
        put(typed)

    assert list_entries(register) == ()


def test_the_log_says_how_many_and_why_and_names_nobody(register, put, salon):
    put()

    event = last_event(register)
    assert event.kind == "suppression_added"
    assert event.payload == {
        "entries": [1, 2], "kinds": ["email", "phone"], "scope": "marketing",
        "reason": "objection", "rows": 3,
    }  # fmt: skip
    for value in ("roux", "foo.example", "611223344", list_entries(register)[0].digest):
        assert value not in dumped_events(register)


def test_listing_what_is_listed_logs_nothing(register, put):
    put()
    before = last_event(register)
    put()

    assert last_event(register) == before


def test_an_entry_belongs_to_the_request_that_asked_for_it(register, put):
    ref = new_request(
        register, [Right.OBJECTION_MARKETING], Criteria(name=("Jean Roux",)), DAY,
        Channel.EMAIL_DPO, DAY,
    ).request.ref  # fmt: skip
    entry = put(request_ref=ref)[0].entry
    remove_from_list(register, entry.id, "a mistake", DAY)

    assert entry.request_ref == ref
    said = [word_event(speak("en"), one.kind, one.payload) for one in history(register, ref)]
    assert said[1:] == ["Suppression list: 2 keys added", "Suppression list: key removed"]


def test_an_unknown_request_is_refused_and_nobody_is_listed(register, put):
    with pytest.raises(NotFoundError):
        put(request_ref="DSR-2026-0009")

    assert list_entries(register) == ()


# --- removing


def test_a_removed_entry_marks_and_recognises_nobody_any_more(register, put, salon):
    email, _phone = put()
    assert remove_from_list(register, email.entry.id, "opted in again", DAY) is None

    assert check_value(register, "jean.roux@foo.example").entries == ()
    assert blocked_rows(register.database, email.entry.id) == ()
    assert last_event(register).kind == "suppression_removed"
    assert "opted in" not in dumped_events(register)
    assert verify(register).sound


def test_the_digests_of_a_removed_entry_leave_the_file(register, put, decrypted):
    email, phone = (one.entry for one in put())
    remove_from_list(register, phone.id, "a mistake", DAY)
    register.close()
    pages = decrypted(register.path)

    assert email.digest.encode() in pages
    assert phone.digest.encode() not in pages
    assert phone.lookup_digest.encode() not in pages


def test_in_a_new_relation_the_entry_stays_for_marketing(register, put):
    (entry,) = put(TypedKeys(("a@b.example",)), ALL, SuppressionReason.ERASURE)
    kept = remove_from_list(register, entry.entry.id, "she ordered again", DAY, new_relation=True)

    assert list_entries(register) == (kept,)
    assert (kept.scope, kept.digest) == (MARKETING, entry.entry.digest)
    assert kept.review_on == entry.entry.review_on


def test_a_new_relation_leaves_the_marketing_entry_that_is_there(register, put):
    typed = TypedKeys(("a@b.example",))
    (marketing,), (everything,) = put(typed), put(typed, ALL)
    kept = remove_from_list(register, everything.entry.id, "back", DAY, new_relation=True)

    assert kept == marketing.entry
    assert list_entries(register) == (kept,)


def test_a_new_relation_does_not_lift_an_objection_to_marketing(register, put):
    entry = put()[0].entry

    with pytest.raises(NotAllowedError, match="stays in a new relation"):
        remove_from_list(register, entry.id, "she ordered again", DAY, new_relation=True)
    assert entry in list_entries(register)


def test_an_entry_is_not_removed_without_a_reason(register, put):
    entry = put()[0].entry

    with pytest.raises(InvalidInputError):
        remove_from_list(register, entry.id, "  ", DAY)
    assert entry in list_entries(register)


def test_an_unknown_entry_is_named(register):
    with pytest.raises(NotFoundError, match="no entry 7"):
        remove_from_list(register, 7, "x", DAY)


# --- asking


@pytest.mark.parametrize("value", ["JEAN.ROUX@foo.example", "0611223344", "+33 6 11 22 33 44"])
def test_a_listed_value_is_recognised_in_any_writing(register, put, value):
    put()

    assert len(check_value(register, value).entries) == 1


@pytest.mark.parametrize("value", ["anne@foo.example", "06 11 22 33 45", "+32 6 11 22 33 44"])
def test_others_are_not(register, put, value):
    put()

    assert check_value(register, value).entries == ()


def test_an_empty_list_knows_nobody(register):
    assert check_value(register, "jean.roux@foo.example").entries == ()


@pytest.mark.parametrize("value", ["", "Jean", "jean@", "12"])
def test_a_value_that_is_neither_is_refused(register, value):
    with pytest.raises(InvalidInputError):
        check_value(register, value)


def test_a_person_is_recognised_by_name_and_postcode(register, put):
    put(TypedKeys(name="Jean Roux", postcode="57000"))

    assert len(check_person(register, "roux JEAN", "57000").entries) == 1
    assert check_person(register, "roux JEAN", "57001").entries == ()


def test_entries_come_up_after_three_years_and_none_goes_by_itself(register, put):
    put()

    assert entries_to_review(register, date(2029, 10, 4)) == ()
    assert entries_to_review(register, date(2029, 10, 5)) == list_entries(register)
    assert len(list_entries(register)) == 2


def test_an_entry_that_is_due_is_renewed_with_the_reason(register, put):
    put(reason=SuppressionReason.WITHDRAWAL)
    due = date(2029, 10, 6)

    renewed = renew_entry(register, 1, "  lists that we buy may still have her ", due)

    assert renewed.review_on == date(2032, 10, 6)
    assert list_entries(register)[0] == renewed
    assert [one.id for one in entries_to_review(register, due)] == [2]
    assert check_value(register, JEAN.emails[0]).entries == (renewed,)
    kept = "SELECT renewed_on, renewed_by, renewal_reason FROM suppression_entry ORDER BY id"
    assert register.database.connection.execute(kept).fetchall() == [
        ("2029-10-06", "Nora Vidal", "lists that we buy may still have her"), (None, None, None),
    ]  # fmt: skip


def test_a_renewal_is_an_event_without_the_reason(register, put):
    put()
    renew_entry(register, 2, "asked Jean Roux", date(2029, 10, 5))

    last = list(events(register.database))[-1]
    assert (last.kind, last.payload) == (
        "suppression_renewed",
        {"entry": 2, "key": "phone", "scope": "marketing", "review_on": "2032-10-05"},
    )
    assert word_event(speak("en"), last.kind, last.payload) == "Suppression list: key stays"
    assert verify(register).sound


@pytest.mark.parametrize(
    ("entry_id", "reason", "day", "error"),
    [
        (1, "still needed", date(2029, 10, 4), NotAllowedError),
        (1, "  ", date(2029, 10, 5), InvalidInputError),
        (9, "still needed", date(2029, 10, 5), NotFoundError),
    ],
)
def test_what_cannot_be_renewed_stays_as_it_is(register, put, entry_id, reason, day, error):
    put()
    before, number = list_entries(register), len(list(events(register.database)))

    with pytest.raises(error):
        renew_entry(register, entry_id, reason, day)

    assert list_entries(register) == before
    assert len(list(events(register.database))) == number


def test_an_entry_that_was_removed_cannot_be_renewed(register, put):
    put()
    remove_from_list(register, 1, "a mistake", DAY)

    with pytest.raises(NotFoundError):
        renew_entry(register, 1, "still needed", date(2029, 10, 5))


# --- whether erased people are listed


def test_erased_people_are_listed_unless_the_dpo_chose_otherwise(register, put):
    assert lists_erased(register)
    choose_to_list_erased(register, "our lawyer says so", on=False)

    assert not lists_erased(register)
    with pytest.raises(NotAllowedError, match="that was chosen here"):
        put(scope=ALL, reason=SuppressionReason.ERASURE)
    assert list_entries(register) == ()
    assert put()[0].is_new

    choose_to_list_erased(register, "the authority says so", on=True)
    assert put(scope=ALL, reason=SuppressionReason.ERASURE)[0].is_new


def test_the_choice_needs_a_reason_and_is_logged(register):
    with pytest.raises(InvalidInputError):
        choose_to_list_erased(register, "", on=False)
    assert lists_erased(register)

    choose_to_list_erased(register, "our lawyer says so", on=False)
    assert last_event(register).payload == {"on": False}
