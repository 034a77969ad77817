"""A row of thousands of columns: graded with bounded work, told in few reasons, the best kept."""

import sys

import pytest

from dsr_desktop.domain.asked import make_ready
from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.grading import MOST_OF_A_KIND, grade_row
from dsr_desktop.domain.matching import How, Level, Reason
from dsr_desktop.domain.names import MOST_NAMES, likely_names, names_of_row
from dsr_desktop.domain.row import Row

F = Field
WIDE = 2_000
MOST_STEPS = 500
NAME = make_ready(make_criteria({"name": "Camille Dupont"}), "FR")
SEVERAL = make_ready(
    make_criteria(
        {"name": [f"Camille{n} Dupont{n}" for n in range(99)] + ["Camille Dupont"],
         "email": [f"c{n}@acme.example" for n in range(100)], "text": "Camille Dupont",
         "company": "Camille Dupont"}
    ),
    "FR",
)  # fmt: skip


def steps(asked, row):
    """Count the function calls that grading a row takes."""
    calls = 0

    def count(_frame, event, _argument):
        nonlocal calls
        calls += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        grade_row(asked, row)
    finally:
        sys.setprofile(before)
    return calls


def given_and_family(width):
    """One column in two a given name, one fewer family names: which goes with which is open."""
    fields = [F.GIVEN_NAME, F.FAMILY_NAME] * (width // 2)
    return Row(["Camille", "Dupont"] * (width // 2), [*fields[:-1], F.COMPANY])


def full_names(width):
    return Row(["Camille Dupont"] * width, [F.NAME] * width)


def untitled(width):
    return Row(["Camille", "Dupont"] * (width // 2), [None] * width)


def texts(width):
    return Row(["vu Camille et Paul Dupont"] * width, [F.NOTE] * width)


@pytest.mark.parametrize("make_row", [given_and_family, full_names, untitled, texts])
@pytest.mark.parametrize("asked", [NAME, SEVERAL], ids=["one name", "a hundred"])
def test_twice_as_wide_a_row_takes_no_more_than_twice_the_work(make_row, asked):
    grade_row(asked, make_row(WIDE))

    assert steps(asked, make_row(WIDE)) < 2.2 * steps(asked, make_row(WIDE // 2))
    assert steps(asked, make_row(WIDE)) < 500 * WIDE


def test_a_usual_row_of_another_name_is_told_apart_in_few_steps():
    cells = [
        "10042",
        "Camile",
        "Durand",
        "c.durand@acme.example",
        "06 12 34 56 78",
        "Metz",
        "vu au salon",
    ]
    fields = [F.IDENTIFIER, F.GIVEN_NAME, F.FAMILY_NAME, F.EMAIL, F.PHONE, F.CITY, F.NOTE]
    grade_row(NAME, Row(cells, fields))

    assert steps(NAME, Row(cells, fields)) < MOST_STEPS


@pytest.mark.parametrize("make_row", [given_and_family, full_names, untitled, texts])
def test_a_wide_row_is_told_in_few_reasons(make_row):
    found = grade_row(SEVERAL, make_row(WIDE))

    kinds = {(reason.criterion, reason.how) for reason in found.reasons}
    assert len(found.reasons) <= MOST_OF_A_KIND * len(kinds)
    assert len(kinds) <= 4


@pytest.mark.parametrize(
    ("crowd", "best", "how"),
    [
        (("Camille Marie Dupont", F.NAME), ("Camille Dupont", F.NAME), How.SAME_NAME),
        (("Camille Marie Dupont", F.NAME), ("Dupont Camille", F.NAME), How.NAME_SWAPPED),
        (("vu Camille Dupont", F.NOTE), ("Camille Dupont", F.NAME), How.SAME_NAME),
        (("vu c@acme.example", F.NOTE), ("c@acme.example", F.EMAIL), How.SAME_EMAIL),
    ],
)
def test_the_best_reason_is_kept_wherever_it_stands(crowd, best, how):
    asked = make_ready(make_criteria({"name": "Camille Dupont", "email": "c@acme.example"}), "FR")
    cells = [crowd] * (WIDE - 1) + [best]

    found = grade_row(asked, Row([cell for cell, _ in cells], [field for _, field in cells]))

    assert (WIDE, how) in {(reason.column, reason.how) for reason in found.reasons}


def test_words_far_apart_are_not_missed():
    cells = ["Camille"] * (WIDE - 1) + ["Dupont"]
    found = grade_row(NAME, Row(cells, [F.CITY] * WIDE))

    assert found.level is Level.WEAK
    assert Reason("name", WIDE, "Dupont", How.NAME_SCATTERED) in found.reasons


def test_no_more_names_are_compared_than_the_limit():
    row = given_and_family(WIDE)

    assert len(list(names_of_row(row.filled()))) <= 3 * WIDE
    assert len(likely_names(row.filled(), NAME.words_of_names)) == MOST_NAMES
