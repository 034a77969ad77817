"""A colleague gets what is needed to find the person, and no more."""

from dsr_desktop.domain.criteria import CRITERIA, Criteria
from dsr_desktop.domain.source_slip import criteria_for_slip
from dsr_desktop.domain.system_answer import answer_of_task, not_asked
from tests.unit.domain.systems_made import CRM, RECEIVED, task


def test_a_slip_leaves_out_street_birth_date_and_free_text():
    everything = Criteria(**{name: (f"x {name}",) for name in CRITERIA})

    told = criteria_for_slip(everything)

    assert set(CRITERIA) - set(told) == {"address", "birth_date", "text"}
    assert told["email"] == ("x email",)


def test_criteria_that_nobody_knows_are_not_on_the_slip():
    assert criteria_for_slip(Criteria(name=("Camille", "C. Martin"))) == {
        "name": ("Camille", "C. Martin")
    }


def test_a_report_says_what_was_answered_and_never_what_was_found():
    answer = answer_of_task(task("asked", "found"))

    assert (answer.state, answer.by, answer.reason) == ("found", "Léa Morel", "")
    assert not answer.is_missing
    assert answer_of_task(task("not_searched")).reason == "deux fiches"


def test_a_system_that_was_not_asked_or_is_silent_is_missing():
    assert not_asked(CRM, RECEIVED).is_missing
    assert answer_of_task(task()).is_missing
    assert answer_of_task(task("asked", "chased")).is_missing
