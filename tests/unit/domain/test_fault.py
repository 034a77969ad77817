"""A bug is told by its type and its places in our own modules, never by a value."""

import re

import pytest

from dsr_desktop.domain.activity import check_activity_name
from dsr_desktop.domain.fault import fault_lines, fault_place


def caught(function, *arguments):
    with pytest.raises(Exception) as error:  # noqa: PT011 - whatever it is
        function(*arguments)
    return error.value


class Unreadable:
    """A text that fails in the hands of whoever splits it, and tells whose it is."""

    def split(self):
        raise LookupError("Zéphyrine Quintanilha")


def fail_inside():
    check_activity_name(Unreadable())


def test_a_bug_is_told_by_its_type_and_our_innermost_place():
    place = fault_place(caught(fail_inside))

    assert re.fullmatch(r"LookupError, dsr_desktop/domain/activity\.py:\d+", place)


def test_a_bug_outside_our_modules_is_told_by_its_type_alone():
    assert fault_place(caught(int, "Zéphyrine")) == "ValueError"


def test_the_causes_are_told_too_each_with_its_places():
    def fail_again():
        try:
            fail_inside()
        except LookupError as error:
            raise RuntimeError("of Zéphyrine") from error

    lines = fault_lines(caught(fail_again))

    assert [line for line in lines if not line.startswith(" ")] == ["RuntimeError", "LookupError"]
    assert not any("phyrine" in line for line in lines)
