"""Rows of a shared mailbox: given if the DPO says so, and pointed out before and after."""

import pytest

from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.services.handling import new_request
from dsr_desktop.services.packaging import build_portability
from dsr_desktop.services.request_state import read_state
from dsr_desktop.services.reviewing import find_person, judge_hits, review
from dsr_desktop.services.searching import search
from dsr_desktop.store.events import last_event
from dsr_desktop.wording.language import speak

SHARED = "contact@acme.example"
ROWS = [
    ["Nom", "Email", "Ville"],
    ["Marie Dupont", SHARED, "Metz"],
    ["Jean Roux", SHARED, "Lyon"],
    ["", SHARED, "Nancy"],
    ["Jean Roux, pour Marie Dupont", SHARED, "Toul"],
]
CRITERIA = make_criteria({"name": "Marie Dupont", "email": SHARED})


@pytest.fixture
def ref(register, write_csv, bring_in, tmp_path, today):
    """A request of Marie Dupont, whose hits are not judged yet."""
    bring_in(register, write_csv(tmp_path / "acme.csv", ROWS), activity="PA3")
    view = new_request(register, [Right.PORTABILITY], CRITERIA, today, Channel.POST, today)
    find_person(register, view.request.ref, today)
    return view.request.ref


@pytest.fixture
def ids(register, ref, today):
    """The ids of the hits by row."""
    return {hit.row: hit.id for hit in review(register, ref, today).view.hits}


def test_a_search_points_at_the_row_that_names_another(register, ref):
    found = search(register, CRITERIA)

    assert {one.place.row.n: one.names_another for one in found.hits} == {
        2: False, 3: True, 4: False, 5: False,
    }  # fmt: skip


def test_a_review_points_at_it_before_it_is_confirmed(register, ref, ids, today):
    assert review(register, ref, today).naming_others == {ids[3]}
    assert read_state(register, ref, today).confirmed_naming_others == ()


def test_what_is_confirmed_all_the_same_is_given_and_told(register, ref, ids, today, tmp_path):
    judge_hits(register, ref, confirm=list(ids.values()), today=today)

    (hit,) = read_state(register, ref, today).confirmed_naming_others
    bundle = build_portability(register, ref, tmp_path / "out", today, speak("en"))

    assert hit.row == 3
    assert bundle.records == 4
    assert [(one.source.name, one.row.n) for one in bundle.naming_others] == [("acme.csv", 3)]
    event = last_event(register.database, EventKind.PACKAGE_BUILT, ref)
    assert event.payload["naming_others"] == 1


def test_once_it_is_rejected_nothing_is_told(register, ref, ids, today, tmp_path):
    judge_hits(register, ref, confirm=[ids[2]], reject=[ids[3]], today=today)

    bundle = build_portability(register, ref, tmp_path / "out", today, speak("en"))

    assert bundle.naming_others == ()
    assert read_state(register, ref, today).confirmed_naming_others == ()


def test_a_row_that_only_mentions_her_stays_out_and_is_not_told(
    register, ref, ids, write_csv, bring_in, tmp_path, today
):
    rows = [["Nom", "Email", "Email parrain"], ["Paul Noir", "paul@foo.example", SHARED]]
    bring_in(register, write_csv(tmp_path / "parrainage.csv", rows), activity="PA3")
    find_person(register, ref, today)
    hits = review(register, ref, today).view.hits
    judge_hits(
        register, ref, confirm=[hit.id for hit in hits if hit.is_only_mention or hit.row == 4],
        today=today,
    )  # fmt: skip

    bundle = build_portability(register, ref, tmp_path / "out", today, speak("en"))

    assert (bundle.records, bundle.naming_others) == (1, ())


def test_a_confirmed_row_is_looked_at_however_it_was_found(
    register, ref, write_csv, bring_in, tmp_path, today
):
    rows = [["Nom", "Email"], ["Jean-Marie Dupont", "jmd@foo.example"]]
    bring_in(register, write_csv(tmp_path / "salon.csv", rows), activity="PA3")
    find_person(register, ref, today)
    (found,) = (hit for hit in review(register, ref, today).view.hits if "salon" in hit.file)

    before = review(register, ref, today).naming_others
    judge_hits(register, ref, confirm=[found.id], today=today)

    assert found.id not in before
    assert found.id in review(register, ref, today).naming_others
