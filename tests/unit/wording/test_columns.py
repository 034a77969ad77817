"""Every origin, purpose and text encoding that a user may choose has a name of its own."""

from dsr_desktop.domain.column_titles.purposes import Purpose
from dsr_desktop.domain.fields import Origin
from dsr_desktop.readers.encodings import CHOICES
from dsr_desktop.wording.columns import origin_label, purpose_label
from dsr_desktop.wording.encodings import encoding_label
from dsr_desktop.wording.language import speak

EN = speak("en")


def test_every_origin_has_its_own_name():
    names = {origin_label(EN, origin) for origin in (None, *Origin)}

    assert len(names) == len(Origin) + 1
    assert origin_label(EN, None) == "Not known"


def test_every_purpose_has_its_own_name():
    names = {purpose_label(EN, purpose) for purpose in (None, *Purpose)}

    assert len(names) == len(Purpose) + 1
    assert purpose_label(EN, None) == "All of it"


def test_every_encoding_that_can_be_chosen_is_named_after_who_writes_it():
    names = {encoding_label(EN, encoding) for encoding in CHOICES}

    assert len(names) == len(CHOICES)
    assert all(name.endswith(")") for name in names)


def test_an_encoding_nobody_named_goes_by_its_own_name():
    assert encoding_label(EN, "utf-32") == "utf-32"
