"""What a form fills in for a supplier: the last words said of their files, never over one's own."""

from dataclasses import replace

import pytest

from dsr_desktop.domain.import_details import (
    ImportDetails,
    fill_in,
    filled_in,
    said_before,
    said_of_supplier,
)

HUGO = ImportDetails("Hugo Perrin", "PA2", "trade fair", "4 March 2026", "3 years")
HUGO_BEFORE = replace(HUGO, channel="phone")
LINA = ImportDetails("Lina Roy", "PA1", "", "", "5 years")
KNOWN = (HUGO, LINA, HUGO_BEFORE)
NOTHING = ImportDetails()


@pytest.mark.parametrize("name", ["Hugo Perrin", " hugo PERRIN "])
def test_the_last_import_of_a_supplier_tells(name):
    assert said_of_supplier(KNOWN, name) == HUGO


@pytest.mark.parametrize("name", ["", "  ", "Hugo", "Zoé"])
def test_somebody_unknown_tells_nothing(name):
    assert said_of_supplier((*KNOWN, NOTHING), name) is None


def test_each_text_said_before_is_offered_once_the_newest_first():
    assert said_before(KNOWN, "channel") == ("trade fair", "phone")
    assert said_before(KNOWN, "supplied_by") == ("Hugo Perrin", "Lina Roy")


def test_what_is_empty_is_filled_in():
    shown, filled = fill_in(ImportDetails("Hugo Perrin"), NOTHING, HUGO)

    assert shown == HUGO
    assert filled == replace(HUGO, supplied_by="")
    assert filled_in(filled) == ["activity", "channel", "policy_version", "retention"]


def test_ones_own_words_stay():
    said = ImportDetails("Hugo Perrin", channel="web form")

    shown, filled = fill_in(said, NOTHING, HUGO)

    assert (shown.channel, shown.retention) == ("web form", "3 years")
    assert filled.channel == ""


def test_another_supplier_takes_back_what_was_filled_in_for_the_first():
    shown, filled = fill_in(ImportDetails("Hugo Perrin", retention="none"), NOTHING, HUGO)

    shown, filled = fill_in(replace(shown, supplied_by="Lina Roy"), filled, LINA)

    assert shown == ImportDetails("Lina Roy", "PA1", "", "", "none")
    assert filled_in(filled) == ["activity"]


def test_an_unknown_supplier_leaves_ones_own_words_alone():
    shown, filled = fill_in(ImportDetails("Hugo Perrin", channel="web form"), NOTHING, HUGO)

    shown, filled = fill_in(replace(shown, supplied_by="Somebody"), filled, None)

    assert shown == ImportDetails("Somebody", channel="web form")
    assert filled == NOTHING


def test_what_was_filled_in_and_changed_is_ones_own():
    shown, filled = fill_in(ImportDetails("Hugo Perrin"), NOTHING, HUGO)
    changed = replace(shown, channel="web form", supplied_by="Lina Roy")

    shown, _filled = fill_in(changed, filled, LINA)

    assert shown.channel == "web form"
