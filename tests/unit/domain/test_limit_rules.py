"""The limits for reading a file as settings (R-SEC-7): defaults, bounds, what may be typed."""

import pytest

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.limit_rules import LIMIT_RULES, LimitName, limits_of, rule_named
from dsr_desktop.domain.reading import Limits

DEFAULTS = {name: rule.default for name, rule in LIMIT_RULES.items()}


def test_the_defaults_are_those_of_the_specification():
    assert limits_of(DEFAULTS) == Limits() == Limits(
        memory=2_000_000_000, seconds=60, bytes_per_second=5_000_000, file_size=500_000_000,
        rows=5_000_000, cell_characters=32_767, text=2_000_000_000,
    )  # fmt: skip


@pytest.mark.parametrize("name", LimitName)
def test_every_limit_has_a_rule_whose_default_it_may_have(name):
    rule = rule_named(name)

    assert rule.name is name
    assert rule.lowest < rule.default < rule.highest
    assert (rule.source, rule.editable) == ("R-SEC-7", True)


@pytest.mark.parametrize("name", LimitName)
def test_each_value_reaches_the_reader(name):
    raised = limits_of({**DEFAULTS, name: DEFAULTS[name] + 1})

    changed = [
        one for one in Limits.__dataclass_fields__ if getattr(raised, one) != getattr(Limits(), one)
    ]
    assert len(changed) == 1


@pytest.mark.parametrize("text", ["1000", "1,000", "1 000", "1\u202f000", " 1000 "])
def test_a_number_is_read_however_its_thousands_are_grouped(text):
    assert rule_named("rows").parse(text) == 1_000


@pytest.mark.parametrize("name", LimitName)
def test_the_bounds_themselves_may_be_set_and_nothing_beyond(name):
    rule = rule_named(name)

    assert rule.parse(str(rule.lowest)) == rule.lowest
    assert rule.parse(str(rule.highest)) == rule.highest
    for value in (rule.lowest - 1, rule.highest + 1):
        with pytest.raises(InvalidInputError):
            rule.check(value)


@pytest.mark.parametrize(
    "text", ["", " ", "0", "-5", "1.5", "1e6", "many", "٣٣٣٣", "²000", "9" * 21, "9" * 100_000]
)
def test_what_is_no_such_number_is_refused_in_a_short_sentence(text):
    with pytest.raises(InvalidInputError) as caught:
        rule_named("rows").parse(text)

    assert "Write a whole number from 1000 to 50000000." in str(caught.value)
    assert len(str(caught.value)) < 120


def test_a_name_that_is_no_limit_is_refused_with_those_there_are():
    with pytest.raises(InvalidInputError) as caught:
        rule_named("patience")

    assert str(caught.value).startswith("There is no limit patience. There are: file_size, memory,")
