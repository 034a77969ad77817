"""Plans of backups: how many stay, how long none lay outside this machine, what cannot be meant."""

from datetime import date, datetime
from pathlib import Path

import pytest

from dsr_desktop.domain.backup import (
    Backup,
    BackupPlan,
    check_plan,
    daily_name,
    days_without_outside,
    to_make_way,
)
from dsr_desktop.domain.errors import InvalidInputError

STICK, SHARE = Path("/stick"), Path("/share")
BEGUN, TODAY = date(2026, 11, 1), date(2026, 11, 16)


def backup(id_, place=STICK, *, day=10, daily=True, outside=False):
    at = f"2026-11-{day:02d}T18:00:00+01:00"
    return Backup(id_, place / f"{id_}.dsr", at, "Nora", daily, outside, "ab", 4096, 3)


def test_the_newest_n_of_a_place_stay():
    known = [backup(1), backup(2), backup(3, SHARE), backup(4)]

    assert [one.id for one in to_make_way(known, STICK, 1)] == [1, 2]
    assert to_make_way(known, STICK, 3) == ()
    assert to_make_way(known, SHARE, 1) == ()


def test_what_was_made_by_hand_never_makes_way():
    assert to_make_way([backup(1, daily=False), backup(2)], STICK, 1) == ()


def test_days_are_counted_from_the_last_one_outside():
    known = [backup(1, day=5, outside=True), backup(2, day=9, outside=True), backup(3, day=15)]

    assert days_without_outside(known, BEGUN, TODAY) == 7


def test_without_any_outside_days_are_counted_from_the_beginning():
    assert days_without_outside([backup(1, day=15)], BEGUN, TODAY) == 15
    assert days_without_outside([], date(2026, 12, 1), TODAY) == 0


@pytest.mark.parametrize(
    ("register", "name"),
    [("register.dsr", "register-2026-11-16-181502.dsr"), ("mine", "mine-2026-11-16-181502.dsr")],
)
def test_a_daily_backup_is_named_after_the_register_and_the_moment(register, name):
    assert daily_name(Path("/x") / register, datetime(2026, 11, 16, 18, 15, 2)) == name


@pytest.mark.parametrize(
    "plan",
    [
        BackupPlan((STICK, STICK)),
        BackupPlan(tuple(Path(f"/{n}") for n in range(5))),
        BackupPlan(keep=0),
        BackupPlan(keep=366),
        BackupPlan(warn_after_days=0),
        BackupPlan(warn_after_days=366),
    ],
    ids=["twice", "too many", "none", "too many kept", "no day", "too many days"],
)
def test_what_is_no_plan_is_refused(plan):
    with pytest.raises(InvalidInputError):
        check_plan(plan)


def test_a_plan_is_one():
    plan = BackupPlan((STICK, SHARE), 1, 365)

    assert check_plan(plan) is plan
