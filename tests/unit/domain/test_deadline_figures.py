"""The figures of the clock as settings (R-GEN-1): bounds, and those that the law fixes."""

import pytest

from dsr_desktop.domain.clock import DEFAULT_SETTINGS, ExtensionMode
from dsr_desktop.domain.deadline_figures import figures_of_clock, with_figures
from dsr_desktop.domain.errors import InvalidInputError

FIGURES = {one.name: one for one in figures_of_clock(DEFAULT_SETTINGS)}
FIXED = ("answer_months", "extension_months")


def test_r_gen_1_every_figure_of_the_clock_is_shown_with_source_and_day():
    assert [name for name, one in FIGURES.items() if not (one.source and one.checked_on)] == []
    assert tuple(name for name, one in FIGURES.items() if not one.editable) == FIXED


def test_every_number_that_may_be_set_has_bounds_around_its_default():
    for one in FIGURES.values():
        if one.editable and isinstance(one.value, int):
            lowest, highest = one.bounds
            assert lowest <= one.default <= highest


@pytest.mark.parametrize("name", FIXED)
def test_r_gen_1_the_statutory_month_and_its_extension_cannot_be_set(name):
    with pytest.raises(InvalidInputError, match="law fixes"):
        with_figures(DEFAULT_SETTINGS, {name: "2"})


def test_one_figure_changes_and_the_others_stay():
    changed = with_figures(DEFAULT_SETTINGS, {"internal_days": " 10 "})

    assert changed.internal_days == 10
    assert with_figures(changed, {"extension_mode": "min"}).internal_days == 10


def test_what_the_extension_counts_from_is_chosen_by_name():
    changed = with_figures(DEFAULT_SETTINGS, {"extension_mode": "min"})

    assert changed.extension_mode is ExtensionMode.MIN
    assert {one.name: one.value for one in figures_of_clock(changed)}["extension_mode"] == "min"


@pytest.mark.parametrize(
    ("name", "text"),
    [("internal_days", "26"), ("internal_days", "-1"), ("internal_days", "x"),
     ("identity_silence_days", "13"), ("extension_mode", "max"), ("unknown", "1"),
     ("source_days", "9" * 30), ("source_days", "")],
)  # fmt: skip
def test_what_cannot_be_set_is_refused(name, text):
    with pytest.raises(InvalidInputError):
        with_figures(DEFAULT_SETTINGS, {name: text})
