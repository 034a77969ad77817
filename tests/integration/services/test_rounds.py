"""Keys of confirmed hits are searched for round by round, until none is new (R-MAT-4)."""

from datetime import date

import pytest

from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError, NotFoundError
from dsr_desktop.domain.request import Channel, Decision, Right
from dsr_desktop.services.closing import close_request
from dsr_desktop.services.handling import decide, new_request, view_request
from dsr_desktop.services.history import history
from dsr_desktop.services.reviewing import find_person, judge_hits
from dsr_desktop.services.rounds import proposed_keys, search_again, search_rounds

CAMILLE = make_criteria({"email": "camille.dupont@acme.example"})
CRM = [["Nom", "E-mail", "Mobile"],
       ["Camille Dupont", "camille.dupont@acme.example", "06 12 34 56 78"]]  # fmt: skip
FAIR = [["Name", "Mail", "Phone"], ["C. Dupont", "c.dupont@perso.example", "+33 6 12 34 56 78"],
        ["Camille Dupont", "", ""]]  # fmt: skip
SHOP = [["Client", "Courriel"], ["Dupont", "c.dupont@perso.example"]]


@pytest.fixture
def ref(register, bring_in, write_csv, lists, today):
    """A request whose person is in three lists, each known by a key of the one before."""
    for name, rows in (("crm", CRM), ("fair", FAIR), ("shop", SHOP)):
        bring_in(register, write_csv(lists / f"{name}.csv", rows))
    received = date(2026, 11, 2)
    view = new_request(register, [Right.ERASURE], CAMILLE, received, Channel.POST, today)
    find_person(register, view.request.ref, today)
    return view.request.ref


@pytest.fixture
def confirm(register, ref, today):
    """Return a function that confirms every strong hit that is open."""
    return lambda: judge_hits(register, ref, confirm_strong=True, today=today)


@pytest.fixture
def proposed(register, ref, today):
    return lambda: [one.key.value for one in proposed_keys(register, ref, today)]


def files_found(register, ref, today):
    return [hit.file.rpartition("/")[2] for hit in view_request(register, ref, today).hits]


def verdicts(register, ref, today):
    return {hit.id: hit.verdict for hit in view_request(register, ref, today).hits}


def test_a_hit_proposes_nothing_before_it_is_confirmed(proposed, confirm):
    assert proposed() == []
    confirm()
    assert proposed() == ["06 12 34 56 78"]


def test_a_key_names_the_hits_that_hold_it(register, ref, confirm, today):
    confirm()
    search_again(register, ref, today)
    confirm()

    (one,) = proposed_keys(register, ref, today)

    in_fair = next(h.id for h in view_request(register, ref, today).hits if "fair" in h.file)
    assert (one.key.criterion, one.key.value) == ("email", "c.dupont@perso.example")
    assert one.hits == (in_fair,)


def test_rounds_go_on_until_no_key_is_new(register, ref, confirm, proposed, today):
    added = []
    confirm()
    while proposed():
        added.append([key.value for key in search_again(register, ref, today).added])
        confirm()

    assert added == [["06 12 34 56 78"], ["c.dupont@perso.example"]]
    assert sorted(files_found(register, ref, today)) == ["crm.csv", "fair.csv", "shop.csv"]
    assert [one.number for one in search_rounds(register, ref)] == [1, 2, 3]
    assert [dict(one.added) for one in search_rounds(register, ref)] == [
        {"email": ("camille.dupont@acme.example",)}, {"phone": ("06 12 34 56 78",)},
        {"email": ("c.dupont@perso.example",)},
    ]  # fmt: skip


def test_a_further_round_loses_no_verdict(register, ref, confirm, today):
    confirm()
    search_again(register, ref, today)
    others = [hit.id for hit in view_request(register, ref, today).hits if hit.verdict is None]
    judge_hits(register, ref, reject=others, reason="a namesake", today=today)
    before = verdicts(register, ref, today)
    assert set(before.values()) == {"confirmed", "rejected"}

    search_again(register, ref, today, ())

    assert verdicts(register, ref, today).items() >= before.items()


def test_each_round_is_logged_with_its_number_and_without_the_key(register, ref, confirm, today):
    confirm()
    search_again(register, ref, today)

    searched = [one.payload for one in history(register, ref) if one.kind == "searched"]
    assert [one["round"] for one in searched] == [1, 2]
    assert searched[-1]["criteria"] == ["email", "phone"]
    assert searched[-1]["sources"] == [1, 2, 3]
    assert not any("06 12" in str(one.payload) for one in history(register, ref))


def test_the_same_search_again_is_the_same_round(register, ref, today):
    result = search_again(register, ref, today)

    assert result.added == ()
    assert [len(one.runs) for one in search_rounds(register, ref)] == [2]


def test_only_the_keys_that_are_taken_are_added(
    register, ref, confirm, proposed, bring_in, write_csv, lists, today
):
    more = [["Mail", "Mobile"], ["camille.dupont@acme.example", "07 51 33 09 60"]]
    bring_in(register, write_csv(lists / "more.csv", more))
    find_person(register, ref, today)
    confirm()
    assert sorted(proposed()) == ["06 12 34 56 78", "07 51 33 09 60"]

    result = search_again(register, ref, today, ["+33 7 51 33 09 60"])

    assert [key.value for key in result.added] == ["07 51 33 09 60"]
    assert view_request(register, ref, today).request.criteria.phone == ("07 51 33 09 60",)
    assert proposed() == ["06 12 34 56 78"]


@pytest.mark.parametrize("key", ["paul@petit.example", "06 99 99 99 99", "nonsense", ""])
def test_a_key_that_is_not_proposed_is_refused_and_not_repeated(register, ref, confirm, today, key):
    confirm()
    before = history(register, ref)

    with pytest.raises(InvalidInputError) as refused:
        search_again(register, ref, today, ["06 12 34 56 78", key])

    assert not refused.value.details
    assert history(register, ref) == before
    assert view_request(register, ref, today).request.criteria == CAMILLE


def test_a_closed_request_is_not_searched_again(register, ref, today):
    decide(register, ref, Right.ERASURE, Decision.WITHDRAWN_BY_PERSON, today)
    close_request(register, ref, today)

    with pytest.raises(NotAllowedError):
        search_again(register, ref, today)


def test_an_unknown_request_has_no_rounds(register, today):
    for ask in (
        lambda: search_rounds(register, "DSR-2026-0099"),
        lambda: proposed_keys(register, "DSR-2026-0099", today),
        lambda: search_again(register, "DSR-2026-0099", today),
    ):
        with pytest.raises(NotFoundError):
            ask()
