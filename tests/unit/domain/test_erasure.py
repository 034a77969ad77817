"""When a person may be erased from the register, what may be kept, and how it is counted."""

from dataclasses import replace
from datetime import date

import pytest

from dsr_desktop.domain.erasure import (
    ErasurePlan,
    KeptDataset,
    RowToErase,
    check_kept,
    check_keys_listed,
    check_may_erase,
    check_not_needed,
    check_read_again,
)
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.hit import HitCounts
from dsr_desktop.domain.identity import IdentityCheck, IdentityMethod, IdentityResult, LoggedCheck
from dsr_desktop.domain.request import Decision, Item, Right, Stage
from tests.unit.domain.requests_made import TODAY, a_request

FOUND = HitCounts(confirmed=1)
UNTIL = date(2035, 12, 31)
DOUBT = LoggedCheck(
    IdentityCheck(IdentityMethod.SHARED_FACTS, IdentityResult.NOT_CONFIRMED, "address unknown"),
    TODAY,
    "Nora Vidal",
)


def granted(*rights, **details):
    items = tuple(Item(right, Decision.GRANTED) for right in rights)
    return a_request(items=items, **details)


def test_a_granted_erasure_may_be_carried_out():
    check_may_erase(granted(Right.ERASURE), FOUND)
    check_may_erase(granted(Right.MINOR_ERASURE), FOUND)


@pytest.mark.parametrize(
    ("request_", "found", "said"),
    [
        (granted(Right.ERASURE, stage=Stage.CLOSED), FOUND, "is closed"),
        (a_request(Right.ERASURE), FOUND, "before an erasure is granted"),
        (granted(Right.ACCESS), FOUND, "before an erasure is granted"),
        (granted(Right.ERASURE, Right.ACCESS), FOUND, "before the copy is sent"),
        (granted(Right.ERASURE, identity=(DOUBT,)), FOUND, "in doubt who asks"),
        (granted(Right.ERASURE), replace(FOUND, to_review=2), "without a verdict: 2"),
    ],
    ids=["closed", "undecided", "no erasure", "copy owed", "doubt", "hits open"],
)
def test_what_is_missing_is_named(request_, found, said):
    with pytest.raises(NotAllowedError, match=said):
        check_may_erase(request_, found)


def test_a_dataset_is_kept_for_a_reason_of_the_article_and_a_day_to_come():
    check_kept([KeptDataset(4, "A17_3_b", UNTIL)], frozenset({4}), TODAY)
    check_kept([], frozenset(), TODAY)


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        (KeptDataset(5, "A17_3_b", UNTIL), "file 5"),
        (KeptDataset(4, "A17_no_ground", UNTIL), "A17_no_ground is no reason"),
        (KeptDataset(4, "A17_3_b", TODAY), "not until"),
    ],
)
def test_what_cannot_be_kept_is_named(kept, said):
    with pytest.raises(InvalidInputError, match=said):
        check_kept([kept], frozenset({4}), TODAY)


def test_rows_that_others_need_and_files_not_read_again_are_named():
    check_not_needed("DSR-2026-0001", [])
    check_read_again("DSR-2026-0001", [])
    with pytest.raises(NotAllowedError, match="needed by DSR-2026-0002, DSR-2026-0003"):
        check_not_needed("DSR-2026-0001", ["DSR-2026-0002", "DSR-2026-0003"])
    with pytest.raises(NotAllowedError, match=r"crm\.csv, salon\.csv"):
        check_read_again("DSR-2026-0001", ["crm.csv", "salon.csv"])


def test_e05_nothing_is_deleted_while_a_key_is_not_on_the_list():
    check_keys_listed("DSR-2026-0001", [], [])
    check_keys_listed("DSR-2026-0001", ["a"], ["a", "b"])
    with pytest.raises(NotAllowedError, match="lacks a key"):
        check_keys_listed("DSR-2026-0001", ["a", "c"], ["a", "b"])


def test_the_three_counts_of_a_plan():
    rows = (
        RowToErase(1, 4, "ab", "Feuille 1", 2), RowToErase(2, 4, "ab", "Feuille 1", 3, (2,)),
        RowToErase(3, 6, "cd", "Feuille 1", 2),
    )  # fmt: skip
    kept = (KeptDataset(7, "A17_3_b", UNTIL, 2),)

    plan = ErasurePlan("DSR-2026-0001", rows, kept, 5, 2, lists_keys=True)

    assert (plan.whole, plan.in_part, plan.kept_rows, plan.files) == (2, 1, 2, (4, 6))
