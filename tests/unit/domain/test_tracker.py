"""Trackers of a site: what can be recorded, what a record lacks, and what a browser saw of them."""

from dataclasses import replace
from datetime import date

import pytest

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.tracker import (
    Tracker,
    TrackerCategory,
    TrackerGap,
    check_tracker,
    gaps_of,
)

TODAY = date(2026, 11, 16)
WHOLE = Tracker("_ga", "Google", purpose_fr="Mesure", purpose_en="Measures", lifetime=86_400)


def test_a_tracker_is_kept_with_tidy_texts():
    checked = check_tracker(replace(WHOLE, name="  _ga ", source=" site seen "), TODAY)

    assert (checked.name, checked.source) == ("_ga", "site seen")


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name": " "}, "is empty"),
        ({"checked_on": date(2026, 11, 17)}, "after today"),
        ({"value_pattern": "[a-"}, "no regular expression"),
        ({"lifetime": -1}, "0 seconds"),
        ({"lifetime": 10**12}, "100 years"),
        ({"category": TrackerCategory.NECESSARY}, "needs no consent"),
    ],
)
def test_what_cannot_be_is_refused(wrong, sentence):
    with pytest.raises(InvalidInputError, match=sentence):
        check_tracker(replace(WHOLE, **wrong), TODAY)


def test_a_necessary_tracker_goes_without_consent():
    necessary = replace(WHOLE, category=TrackerCategory.NECESSARY, consent_required=False)

    assert check_tracker(necessary, TODAY) == necessary


def test_a_record_says_what_it_lacks():
    assert gaps_of(WHOLE) == ()
    assert gaps_of(Tracker("_ga")) == tuple(TrackerGap)
    assert gaps_of(replace(WHOLE, lifetime=0)) == ()
    assert gaps_of(replace(WHOLE, purpose_en="")) == (TrackerGap.NO_PURPOSE,)


def test_a_purpose_is_shown_in_the_other_language_rather_than_not_at_all():
    assert WHOLE.purpose("fr") == "Mesure"
    assert WHOLE.purpose("en") == "Measures"
    assert replace(WHOLE, purpose_fr="").purpose("fr") == "Measures"
    assert replace(WHOLE, retention_fr="30 jours").retention("en") == "30 jours"
