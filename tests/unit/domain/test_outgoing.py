"""Who must not be in a list that leaves, and what is said of those left out."""

from datetime import date

import pytest

from dsr_desktop.domain.columns import Column
from dsr_desktop.domain.consent import Consent
from dsr_desktop.domain.disclosure import LeftOut
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.outgoing import (
    OutgoingList,
    OutgoingSheet,
    Why,
    first_reason,
    is_expired,
    says_no,
)

ENDED = (Column(1, "E-mail", Field.EMAIL), Column(2, "Fin", Field.PROCESSING_ENDED_ON))
YES = Consent("newsletter", is_given=True, given_on=date(2026, 1, 5))
NO = Consent("newsletter", is_withdrawn=True, withdrawn_on=date(2026, 3, 5))
NO_TO_ALL = Consent("", is_withdrawn=True)


def test_of_several_reasons_the_erasure_is_told_first():
    assert first_reason([Why.NO_CONSENT, Why.OPPOSED, Why.ERASED]) is Why.ERASED
    assert first_reason([]) is None


def test_a_list_counts_what_goes_and_what_stays_by_reason():
    one = OutgoingSheet("a", 10, {3: Why.OPPOSED, 4: Why.ERASED}, fields=(Field.EMAIL,))
    other = OutgoingSheet("b", 5, {2: Why.OPPOSED}, fields=(Field.EMAIL, Field.PHONE))
    found = OutgoingList((one, other), "xlsx", None, "0")

    assert (found.rows, found.kept) == (15, 12)
    assert found.counts == {Why.ERASED: 1, Why.OPPOSED: 2}
    assert found.left_out == LeftOut(opposed=2, erased=1)
    assert found.fields == (Field.EMAIL, Field.PHONE)


@pytest.mark.parametrize(
    ("said", "needs_consent", "stays"),
    [
        ([], False, False),
        ([], True, True),
        ([YES], True, False),
        ([YES, NO], True, True),
        ([NO], False, True),
        ([NO_TO_ALL], False, True),
        ([Consent("sms", is_withdrawn=True)], False, False),
        ([Consent("sms", is_given=True)], True, True),
    ],
)
def test_r_cns_1_what_a_person_said_of_a_purpose_decides(said, needs_consent, stays):
    assert says_no(said, "newsletter", needs_consent=needs_consent) is stays


@pytest.mark.parametrize(
    ("end", "today", "is_over"),
    [
        ("31/03/2026", date(2027, 3, 31), False),
        ("31/03/2026", date(2027, 4, 1), True),
        ("2028-02-29", date(2029, 2, 28), False),
        ("2028-02-29", date(2029, 3, 1), True),
        ("03/04/2026", date(2027, 4, 2), False),
        ("", date(2040, 1, 1), None),
        ("bientôt", date(2040, 1, 1), None),
    ],
)
def test_a_row_is_kept_for_twelve_months_after_its_end(end, today, is_over):
    assert is_expired(ENDED, ("a@b.example", end), today) is is_over


def test_a_row_shorter_than_its_columns_names_no_end():
    assert is_expired(ENDED, ("a@b.example",), date(2040, 1, 1)) is None
