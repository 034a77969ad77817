"""Versions of the privacy policy: changed and removed, while imports go on naming them."""

from dataclasses import replace
from datetime import date

import pytest

from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError, NotFoundError
from dsr_desktop.domain.policy_version import PolicyVersion
from dsr_desktop.services.policy_versions import (
    add_policy_version,
    change_policy_version,
    list_policy_uses,
    remove_policy_version,
)
from dsr_desktop.store.events import events

FIRST = PolicyVersion("1.0", date(2024, 1, 1))


def kinds(register):
    return [one.kind for one in events(register.database)]


@pytest.fixture
def used(register, bring_in, write_csv, lists):
    bring_in(register, write_csv(lists / "fair.csv", [["Mail"], ["a@b.example"]]),
             policy_version="1.0")  # fmt: skip
    return add_policy_version(register, FIRST)


def test_a_version_is_changed_and_keeps_the_digest_of_its_text(register, tmp_path):
    text = tmp_path / "policy.txt"
    text.write_text("We keep little.", "utf-8")
    added = add_policy_version(register, FIRST, text)

    changed = change_policy_version(register, replace(added, note="Recipients", sha256=""))

    assert (changed.note, changed.sha256) == ("Recipients", added.sha256)
    assert kinds(register)[-1] == "policy_version_changed"


def test_a_version_that_is_the_same_leaves_no_event(register):
    added = add_policy_version(register, FIRST)
    change_policy_version(register, added)

    assert "policy_version_changed" not in kinds(register)


def test_a_version_that_imports_name_keeps_its_name_and_may_change_its_day(register, used):
    with pytest.raises(NotAllowedError, match="Keep its name"):
        change_policy_version(register, replace(used, version="1.1"))

    moved = change_policy_version(register, replace(used, in_force_from=date(2024, 2, 1)))
    assert moved.in_force_from == date(2024, 2, 1)


def test_two_versions_do_not_begin_on_one_day(register):
    add_policy_version(register, FIRST)
    second = add_policy_version(register, PolicyVersion("2.0", date(2025, 1, 1)))

    with pytest.raises(InvalidInputError, match="first day"):
        change_policy_version(register, replace(second, in_force_from=date(2024, 1, 1)))


def test_imports_go_on_naming_a_version_that_was_removed(register, used):
    assert remove_policy_version(register, used.id) == 1

    (use,) = list_policy_uses(register)
    assert (use.name, use.recorded, len(use.sources)) == ("1.0", None, 1)
    with pytest.raises(NotFoundError, match="no version"):
        remove_policy_version(register, used.id)
