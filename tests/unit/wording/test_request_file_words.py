"""The request file in words: every action, step, link, event and clock has a name."""

from datetime import date

import pytest

from dsr_desktop.domain.clock import Step, StepKind
from dsr_desktop.domain.conditions import ConditionKind
from dsr_desktop.domain.lifecycle import Action, SideState
from dsr_desktop.domain.links import LinkKind
from dsr_desktop.domain.request_steps import StepCode
from dsr_desktop.domain.requester import AddressKind, Relation
from dsr_desktop.domain.right import Scope
from dsr_desktop.wording import lifecycle
from dsr_desktop.wording.deadlines import explain_step
from dsr_desktop.wording.events import word_event
from dsr_desktop.wording.language import speak
from dsr_desktop.wording.request_steps import step_label

EN = speak("en")
NAMES = [
    (lifecycle.action_label, Action), (lifecycle.side_state_label, SideState),
    (lifecycle.link_label, LinkKind), (lifecycle.relation_label, Relation),
    (lifecycle.address_label, AddressKind), (lifecycle.condition_label, ConditionKind),
    (lifecycle.scope_label, Scope), (step_label, StepCode),
]  # fmt: skip


@pytest.mark.parametrize(("label", "kinds"), NAMES, ids=[kinds.__name__ for _label, kinds in NAMES])
def test_everything_has_a_name_of_its_own(label, kinds):
    names = [label(EN, kind) for kind in kinds]

    assert all(names)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("kind", "payload", "words"),
    [
        ("step_corrected", {"corrects": 7, "on": "2026-11-09"},
         "Event 7 corrected: it was on 9 November 2026"),
        ("step_corrected", {"corrects": 7, "undone": True},
         "Event 7 was recorded by mistake: taken back"),
        ("step_corrected", {"corrects": 7, "decision": "refused"}, "Event 7 corrected"),
        ("step_marked", {"code": "C06", "not_applicable": False},
         "Step done: C06 Search all sources"),
        ("step_marked", {"code": "C06", "not_applicable": True},
         "Step does not apply: C06 Search all sources"),
        ("requester_changed", {"relation": "lawyer", "mandate": True},
         "Requester: Lawyer, mandate checked"),
        ("requester_changed", {"relation": "heir", "mandate": False}, "Requester: Heir"),
        ("condition_met", {"condition": "death"}, "Proof of the death seen"),
        ("request_linked", {"link": "continues", "to": "DSR-2026-0001"},
         "Linked: continues DSR-2026-0001"),
        ("request_unlinked", {"to": "DSR-2026-0001"}, "Link with DSR-2026-0001 removed"),
        ("copy_sent", {"on": "2026-11-09"}, "Copy sent on 9 November 2026"),
        ("reminded", {"on": "2026-11-09"}, "The person wrote again on 9 November 2026: a reminder"),
        ("authority_wrote", {"on": "2026-11-30"},
         "The authority asks for an answer by 30 November 2026"),
        ("marketing_blocked", {}, "Marketing to the person is blocked"),
        ("handed_to", {}, "Handed over"),
        ("language_changed", {}, "Language of the answer changed"),
        ("note_written", {}, "Note written"),
    ],
)  # fmt: skip
def test_an_event_of_the_file_is_told_without_a_person(kind, payload, words):
    assert word_event(EN, kind, payload) == words


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (StepKind.NO_STATUTORY_MONTH, "No statutory month"),
        (StepKind.WITHDRAWAL_TARGET, "Internal target"),
        (StepKind.AUTHORITY_DATE, "The date set in the authority's letter"),
    ],
)
def test_a_clock_of_another_kind_says_so(kind, words):
    assert explain_step(EN, Step(kind, date(2026, 11, 30))).startswith(words)
