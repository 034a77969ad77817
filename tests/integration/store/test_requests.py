"""Request files: everything recorded comes back."""

from dataclasses import replace
from datetime import date

import pytest

from dsr_desktop.domain.abuse import Abuse
from dsr_desktop.domain.clock import Extension, ExtensionReason, Pause, PauseReason
from dsr_desktop.domain.conditions import AuthorityLetter, Condition, ConditionKind
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.errors import NotFoundError
from dsr_desktop.domain.identity import (
    IdentityCheck,
    IdentityMethod,
    IdentityResult,
    LoggedCheck,
)
from dsr_desktop.domain.request import Channel, Decision, Item, Request, Right, Stage
from dsr_desktop.domain.request_steps import StepCode, StepMark
from dsr_desktop.domain.requester import (
    Address,
    AddressKind,
    DataSubject,
    Mandate,
    Relation,
    Requester,
)
from dsr_desktop.store.request_saving import next_ref, save_request, set_criteria
from dsr_desktop.store.request_selection import (
    ALL_REQUESTS,
    CLOSED_REQUESTS,
    OPEN_REQUESTS,
    RequestSelection,
)
from dsr_desktop.store.requests import count_requests, read_request, read_requests
from dsr_desktop.store.settings import (
    add_activities,
    read_activities,
    read_settings,
    write_settings,
)
from tests.integration.store.requests_made import CRITERIA, RECEIVED, a_request


@pytest.fixture
def database(register):
    return register.database


# --- references


def test_references_are_counted_within_the_year_of_receipt(database):
    assert next_ref(database, 2026) == "DSR-2026-0001"
    a_request(database, "DSR-2026-0001")
    a_request(database, "DSR-2025-0041")

    assert next_ref(database, 2026) == "DSR-2026-0002"
    assert next_ref(database, 2025) == "DSR-2025-0042"
    assert next_ref(database, 2027) == "DSR-2027-0001"


def test_references_go_on_after_nine_thousand_nine_hundred_and_ninety_nine(database):
    a_request(database, "DSR-2026-9999")
    a_request(database, "DSR-2026-10000")

    assert next_ref(database, 2026) == "DSR-2026-10001"


def test_a_reference_may_be_typed_in_small_letters(database):
    made = a_request(database)

    assert read_request(database, " dsr-2026-0001 ") == made


def test_an_unknown_reference_is_told(database):
    with pytest.raises(NotFoundError, match="no request DSR-2026-0009"):
        read_request(database, "DSR-2026-0009")


# --- the request


def test_a_request_comes_back_as_it_was_recorded(database):
    made = a_request(database, language="en")

    assert made == Request(
        "DSR-2026-0001", RECEIVED, RECEIVED, Channel.POST, Stage.NEW,
        (Item(Right.ACCESS), Item(Right.ERASURE)), CRITERIA, "en",
    )  # fmt: skip


def test_requests_are_listed_by_receipt(database):
    a_request(database, "DSR-2026-0001", received_on=date(2026, 11, 9))
    a_request(database, "DSR-2026-0002")

    assert [one.ref for one in read_requests(database)] == ["DSR-2026-0002", "DSR-2026-0001"]


def test_what_is_known_about_the_person_can_be_replaced(database):
    request = a_request(database)

    set_criteria(database, request, Criteria(phone=("06 12 34 56 78",)))

    assert read_request(database, request.ref).criteria == Criteria(phone=("06 12 34 56 78",))


DAY, LATER = date(2026, 11, 3), date(2026, 11, 9)
MANDATE = Mandate(DAY, DAY, LATER, "Nora Vidal", frozenset({Right.ACCESS, Right.ERASURE}))
CHANGES = {
    "decision": {"items": (
        Item(Right.ACCESS),
        Item(Right.ERASURE, Decision.REFUSED, "A17_3_b", "Facture", LATER, scope="2025"),
    )},
    "abuse and duplicate": {"items": (
        Item(Right.ACCESS, Decision.DUPLICATE_OF, duplicate_of="DSR-2026-0009"),
        Item(Right.ERASURE, Decision.REFUSED, "A12_5_unfounded", None, LATER,
             abuse=Abuse("a joke", "no cost", "Nora Vidal", ("DSR-2025-0001",))),
    )},
    "stage and days": {
        "stage": Stage.CLOSED, "answered_on": DAY, "answer_channel": Channel.POST,
        "copy_sent_on": DAY, "remedies_told": True, "closed_on": LATER, "received_on": DAY,
    },
    "pauses": {"pauses": (
        Pause(PauseReason.IDENTITY, DAY, LATER),
        Pause(PauseReason.CLARIFICATION, LATER, None, "Quelles listes ?"),
    )},
    "extension": {"extension": Extension(frozenset(ExtensionReason), LATER, "14 fichiers", True)},
    "identity": {"identity": (
        LoggedCheck(IdentityCheck(), DAY, "Nora Vidal"),
        LoggedCheck(
            IdentityCheck(IdentityMethod.SHARED_FACTS, IdentityResult.PENDING, "adresse"),
            LATER, "Nora Vidal",
        ),
    )},
    "requester": {"requester": Requester(
        Relation.LAWYER, "Me Roux",
        (Address(AddressKind.EMAIL, "roux@cabinet.example"), Address(AddressKind.POST, "Metz")),
        MANDATE,
    )},
    "conditions": {"conditions": (Condition(ConditionKind.DEATH, DAY, "Nora Vidal"),)},
    "authority": {"authority": AuthorityLetter("CNIL", "2026-77", LATER)},
    "steps": {"steps": (
        StepMark(StepCode.C02, DAY, "Nora Vidal", "by e-mail"),
        StepMark(StepCode.E10, not_applicable="nothing is public"),
    )},
    "edits": {"handled_by": "Hugo Perrin", "language": "en"},
}  # fmt: skip


@pytest.mark.parametrize("changes", CHANGES.values(), ids=CHANGES)
def test_what_a_step_made_of_a_request_comes_back_and_another_request_stays(database, changes):
    request, other = a_request(database), a_request(database, "DSR-2026-0002")
    changed = replace(request, **changes)

    save_request(database, changed)

    assert read_request(database, request.ref) == changed
    assert read_requests(database)[0 if "received_on" not in changes else 1] == changed
    assert read_request(database, other.ref) == other
    save_request(database, request)
    assert read_request(database, request.ref) == request


@pytest.mark.parametrize(
    ("which", "refs"),
    [
        (ALL_REQUESTS, ["DSR-2025-0001", "DSR-2026-0001", "DSR-2026-0002"]),
        (OPEN_REQUESTS, ["DSR-2026-0001"]),
        (CLOSED_REQUESTS, ["DSR-2025-0001", "DSR-2026-0002"]),
        (RequestSelection(is_open=False, since=RECEIVED), ["DSR-2026-0002"]),
        (RequestSelection(since=date(2026, 1, 1)), ["DSR-2026-0001", "DSR-2026-0002"]),
    ],
)
def test_of_some_requests_all_comes_back_that_hangs_on_them(database, which, refs):
    for ref, stage, day in (
        ("DSR-2026-0001", Stage.NEW, RECEIVED), ("DSR-2026-0002", Stage.CLOSED, RECEIVED),
        ("DSR-2025-0001", Stage.CLOSED, date(2025, 3, 3)),
    ):  # fmt: skip
        request = a_request(database, ref, received_on=day)
        save_request(database, replace(request, stage=stage, handled_by="Hugo Perrin"))

    found = read_requests(database, which)

    assert [one.ref for one in found] == refs
    assert list(found) == [read_request(database, ref) for ref in refs]
    assert count_requests(database, which) == len(refs)


def test_whom_the_message_named_is_kept_apart_from_what_is_searched_for(database):
    subject = DataSubject(
        ("Camille Dupont", "Camille Martin"), (Address(AddressKind.POST, "1 rue X, Metz"),)
    )
    request = a_request(database, data_subject=subject)

    set_criteria(database, request, Criteria(name=("C. Dupont",)))

    assert read_request(database, request.ref).data_subject == subject


# --- settings


def test_settings_named_are_set_and_the_others_stay(database):
    before = read_settings(database)

    write_settings(database, {"company": "Autre SARL", "pin": "set"})

    assert read_settings(database) == before | {"company": "Autre SARL", "pin": "set"}


def test_activities_are_listed_by_code(database):
    first, *_others = known = read_activities(database)
    added = replace(first, code="PA0", name="Recrutement")

    add_activities(database, (added,))

    assert read_activities(database) == (added, *known)
