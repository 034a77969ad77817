"""The table of rules and the tests agree: nothing is claimed that no test holds."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TABLE = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (R-[A-Z]+-\d+) \| (.+) \|$", re.MULTILINE)
RULES = dict(ROW.findall(TABLE))
TESTS = {
    name
    for file in (ROOT / "tests").rglob("test_*.py")
    for name in re.findall(r"def (test_\w+)", file.read_text(encoding="utf-8"))
}


def rule_of(test):
    named = re.match(r"test_r_([a-z]+)_(\d+)", test)
    return f"R-{named[1].upper()}-{named[2]}" if named else None


def test_the_table_has_every_rule_once():
    assert len(ROW.findall(TABLE)) == len(RULES) > 70


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_is_held_by_tests_that_exist_or_says_where_it_is_held(rule):
    named = re.findall(r"`(\w+)`", RULES[rule])

    assert set(named) <= TESTS
    assert named or re.match(r"(part [A-H]\b|the window)", RULES[rule])


def test_every_rule_that_a_test_is_named_after_stands_in_the_table_with_that_test():
    named = {test: rule for test in TESTS if (rule := rule_of(test))}

    assert len(named) > 60
    assert [test for test, rule in named.items() if f"`{test}`" not in RULES.get(rule, "")] == []
