"""Expected failures carry a sentence and what fills it."""

import pytest

from dsr_desktop.domain import errors
from dsr_desktop.domain.errors import DsrError, NotFoundError


def test_an_error_reads_as_its_sentence_with_the_details_filled_in():
    error = NotFoundError("There is no import {id}. Take one from the list.", id=7)

    assert str(error) == "There is no import 7. Take one from the list."
    assert error.sentence == "There is no import {id}. Take one from the list."
    assert error.details == {"id": 7}


@pytest.mark.parametrize(
    "kind",
    [one for name, one in vars(errors).items() if name.endswith("Error")],
    ids=lambda kind: kind.__name__,
)
def test_every_expected_failure_is_caught_as_one_kind(kind):
    assert issubclass(kind, DsrError)
    assert str(kind("No disk.")) == "No disk."
