"""How often the person asked for the same, and what that may be called."""

from datetime import date

import pytest

from dsr_desktop.domain.errors import NotAllowedError
from dsr_desktop.domain.links import same_person
from dsr_desktop.domain.matching import Level
from dsr_desktop.domain.repetition import Repetition, check_may_be_excessive, repetition_of
from dsr_desktop.domain.request import Right, Stage
from tests.unit.domain.requests_made import RECEIVED, a_request

NOW = a_request(Right.ACCESS, ref="DSR-2026-0009")


def other(ref, received_on, *rights, answered_on=None):
    stage = Stage.ANSWERED if answered_on else Stage.IN_PROGRESS
    found = a_request(
        *(rights or (Right.ACCESS,)), ref=ref, received_on=received_on, stage=stage,
        answered_on=answered_on,
    )  # fmt: skip
    return same_person(NOW, found, Level.STRONG, None)


def test_earlier_requests_for_the_same_are_told_oldest_first():
    found = repetition_of(
        NOW,
        [
            other("DSR-2026-0005", date(2026, 10, 20), answered_on=date(2026, 10, 22)),
            other("DSR-2026-0003", date(2026, 9, 28), answered_on=date(2026, 10, 30)),
            other("DSR-2026-0004", date(2026, 10, 1), Right.ERASURE),
            other("DSR-2026-0010", RECEIVED, answered_on=RECEIVED),
        ],
        changed=True,
    )

    assert found == Repetition(
        ("DSR-2026-0003", "DSR-2026-0005"), 35, date(2026, 10, 30), changed=True
    )


def test_a_first_request_repeats_nothing():
    assert repetition_of(NOW, [], changed=False) == Repetition()
    assert check_may_be_excessive("DSR-2026-0009", Repetition()) is None


def test_an_unanswered_one_makes_it_a_reminder():
    found = repetition_of(NOW, [other("DSR-2026-0003", date(2026, 9, 28))], changed=False)

    assert found.unanswered == "DSR-2026-0003"
    with pytest.raises(NotAllowedError, match="DSR-2026-0003 was not answered"):
        check_may_be_excessive("DSR-2026-0009", found)


def test_a_year_between_them_is_never_excessive():
    answered = date(2025, 11, 20)
    old = other("DSR-2025-0001", date(2025, 11, 2), answered_on=answered)
    newer = other("DSR-2025-0002", date(2025, 11, 3), answered_on=answered)

    with pytest.raises(NotAllowedError, match="never excessive"):
        check_may_be_excessive("DSR-2026-0009", repetition_of(NOW, [old], changed=False))
    assert check_may_be_excessive(
        "DSR-2026-0009", repetition_of(NOW, [old, newer], changed=False)
    ) is None  # fmt: skip
