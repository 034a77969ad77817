"""What the app sees done of a checklist, and what it leaves to be said."""

import pytest

from dsr_desktop.domain.identity import IdentityCheck, IdentityMethod, IdentityResult, LoggedCheck
from dsr_desktop.domain.request import Decision, Item, Right
from dsr_desktop.domain.request_steps import StepCode
from dsr_desktop.domain.step_list import Seen, StepFacts, step_list
from tests.unit.domain.requests_made import TODAY, a_request

C04, C06, E02, E06, M01, M04, P02 = (
    StepCode.C04, StepCode.C06, StepCode.E02, StepCode.E06, StepCode.M01, StepCode.M04,
    StepCode.P02,
)  # fmt: skip
GRANTED, NOTHING = Decision.GRANTED, Decision.NO_DATA
PENDING = LoggedCheck(
    IdentityCheck(IdentityMethod.SHARED_FACTS, IdentityResult.PENDING, "address unknown"), TODAY,
    "Nora Vidal",
)  # fmt: skip


def decided(*pairs, **details):
    items = tuple(Item(right, decision) for right, decision in pairs)
    return a_request(*(right for right, _decision in pairs), items=items, **details)


ACCESS = (Right.ACCESS, GRANTED)
ERASURE = (Right.ERASURE, GRANTED)
PORTABLE = (Right.PORTABILITY, GRANTED)
RECTIFIED = (Right.RECTIFICATION, GRANTED)
OBJECTION = (Right.OBJECTION_MARKETING, GRANTED)


@pytest.mark.parametrize(
    ("code", "request_", "seen", "is_done"),
    [
        (C04, decided(ACCESS), Seen(), True),
        (C04, decided(ACCESS, identity=(PENDING,)), Seen(), False),
        (C04, decided((Right.ACCESS, Decision.REFUSED), identity=(PENDING,)), Seen(), True),
        (C06, decided(ACCESS), Seen(), False),
        (C06, decided(ACCESS), Seen(searched=True), True),
        (C06, decided((Right.ACCESS, Decision.REFUSED)), Seen(), True),
        (E02, decided(ACCESS, ERASURE), Seen(), False),
        (E02, decided(ACCESS, ERASURE, copy_sent_on=TODAY), Seen(), True),
        (E02, decided(ERASURE), Seen(), True),
        (E02, decided((Right.ACCESS, Decision.REFUSED), ERASURE), Seen(), True),
        (E06, decided(ERASURE), Seen(confirmed=1), False),
        (E06, decided(ERASURE), Seen(confirmed=1, clean=True), True),
        (E06, decided(ERASURE), Seen(), True),
        (E06, decided((Right.ERASURE, Decision.REFUSED)), Seen(confirmed=1), True),
        (E06, decided((Right.ERASURE, Decision.REFUSED), ACCESS), Seen(confirmed=1), True),
        (M01, decided(OBJECTION), Seen(), False),
        (M01, decided(OBJECTION), Seen(blocked=True), True),
        (M01, decided((Right.OBJECTION_MARKETING, Decision.WITHDRAWN_BY_PERSON)), Seen(), True),
        (M04, decided(OBJECTION), Seen(blocked=True), False),
        (M04, decided(OBJECTION, answered_on=TODAY), Seen(blocked=True), True),
        (StepCode.A02, decided(ACCESS), Seen(confirmed=1), False),
        (StepCode.A01, decided(ACCESS), Seen(confirmed=1, copied=True), True),
        (StepCode.A02, decided(ACCESS), Seen(confirmed=1, copied=True), True),
        (StepCode.A03, decided(ACCESS), Seen(copied=True), True),
        (StepCode.A04, decided(ACCESS), Seen(copied=True), True),
        (P02, decided(PORTABLE), Seen(confirmed=1), False),
        (P02, decided(PORTABLE), Seen(confirmed=1, packed=True), True),
        (P02, decided(PORTABLE), Seen(), True),
        (P02, decided((Right.PORTABILITY, NOTHING)), Seen(confirmed=1), True),
        (StepCode.P03, decided(PORTABLE), Seen(confirmed=1), False),
        (StepCode.P03, decided(PORTABLE), Seen(confirmed=1, packed=True), True),
        (StepCode.P04, decided(PORTABLE), Seen(confirmed=1, packed=True), True),
        (StepCode.C02, decided(ACCESS), Seen(), False),
        (StepCode.C02, decided(ACCESS), Seen(acknowledged=True), True),
        (StepCode.E03, decided(ERASURE), Seen(confirmed=1), False),
        (StepCode.E03, decided(ERASURE), Seen(confirmed=1, weighed=True), True),
        (StepCode.E03, decided((Right.ERASURE, Decision.REFUSED)), Seen(confirmed=1), True),
        (StepCode.E04, decided((Right.ERASURE, None)), Seen(confirmed=1), False),
        (StepCode.E04, decided(ERASURE), Seen(confirmed=1), True),
        (StepCode.E09, decided(ERASURE), Seen(), False),
        (StepCode.E09, decided(ERASURE), Seen(facts=StepFacts(to_tell=2, told=1)), False),
        (StepCode.E09, decided(ERASURE), Seen(facts=StepFacts(to_tell=2, told=2)), True),
        (StepCode.L03, decided((Right.RESTRICTION, GRANTED)), Seen(), False),
        (StepCode.L03, decided((Right.RESTRICTION, GRANTED)),
         Seen(facts=StepFacts(to_tell=1, told=1)), True),
        (StepCode.X01, decided((Right.RECTIFICATION, None)), Seen(), False),
        (StepCode.X01, decided(RECTIFIED), Seen(), False),
        (StepCode.X01, decided(RECTIFIED), Seen(facts=StepFacts(rectified=1)), True),
        (StepCode.X01, decided((Right.RECTIFICATION, Decision.REFUSED)), Seen(), True),
        (StepCode.X02, decided(RECTIFIED), Seen(), False),
        (StepCode.X02, decided(RECTIFIED), Seen(facts=StepFacts(2, to_correct=1)), False),
        (StepCode.X02, decided(RECTIFIED), Seen(facts=StepFacts(2)), True),
        (StepCode.X03, decided(RECTIFIED), Seen(facts=StepFacts(to_tell=1)), False),
        (StepCode.X03, decided(RECTIFIED), Seen(facts=StepFacts(to_tell=1, told=1)), True),
        (StepCode.X03, decided((Right.RECTIFICATION, Decision.REFUSED)), Seen(), True),
    ],
)  # fmt: skip
def test_a_step_is_done_as_far_as_the_app_saw_it(code, request_, seen, is_done):
    [step] = [one for one in step_list(request_, seen) if one.code is code]

    assert step.by_app is is_done
    assert step.is_settled is is_done
