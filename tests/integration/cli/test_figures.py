"""The figures of the clock on the command line."""

import pytest

pytestmark = pytest.mark.usefixtures("with_register")


def test_the_figures_are_listed_with_source_and_bounds(dsr):
    figures = {one["name"]: one for one in dsr("figures", "--json").json["figures"]}

    assert figures["answer_months"] == {
        "name": "answer_months", "value": 1, "default": 1, "lowest": None, "highest": None,
        "source": "GDPR art. 12(3)", "checked_on": "2026-11-22", "editable": False,
    }  # fmt: skip
    assert (figures["internal_days"]["lowest"], figures["internal_days"]["highest"]) == (0, 25)
    assert "fixed by law" in dsr("figures").lines[0]


def test_a_figure_is_changed_with_a_reason(dsr):
    changed = dsr("figures", "set", "internal_days", "10", "--reason", "holidays", "--json").json

    assert {one["name"]: one["value"] for one in changed["figures"]}["internal_days"] == 10


def test_what_the_law_fixes_and_what_has_no_reason_is_refused(refused):
    assert "law fixes" in refused("figures", "set", "answer_months", "2", "--reason", "x")
    assert "why" in refused("figures", "set", "internal_days", "10")
    assert "no figure" in refused("figures", "set", "months", "10", "--reason", "x")
