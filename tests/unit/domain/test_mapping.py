"""A mapping holds for the sheets with its fingerprint; options go before what is remembered."""

import pytest

from dsr_desktop.domain.columns import ToldBy
from dsr_desktop.domain.fields import Field, Origin
from dsr_desktop.domain.headers import recognise_layout
from dsr_desktop.domain.mapping import (
    ColumnChoice,
    HeaderChoice,
    Mappings,
    SheetMapping,
    as_followed,
    fingerprint_of,
    lay_out,
)

TITLES = ("Nom", "E-mail", "IBAN")
CAMILLE = ("Camille Dupont", "camille@dupont.example", "FR76 3000 6000 0112 3456 7890 189")
ROWS = [(1, TITLES), (2, CAMILLE)]
UNTITLED = [(1, ("Wer", "Was")), (2, ("Zoé Roux", "zoe@roux.example")), (3, ("Max Brun", ""))]
SKIP = ColumnChoice(skip=True)


def fingerprint(rows, width=3):
    return fingerprint_of(recognise_layout(rows, width))


def laid_out(rows, width=3, *, chosen=None, remembered=None, hidden=()):
    mappings = Mappings(*({one.fingerprint: one} if one else {} for one in (chosen, remembered)))
    return lay_out(rows, width, mappings, frozenset(hidden))


def mapping(rows=ROWS, columns=None, width=3, **more):
    return SheetMapping(fingerprint(rows, width), columns=columns or {}, **more)


# --- fingerprints


def test_case_accents_and_blanks_of_titles_make_no_other_sheet():
    assert fingerprint([(4, ("NOM", "é-mail ", " iban")), (5, CAMILLE)]) == fingerprint(ROWS)


@pytest.mark.parametrize(
    "titles",
    [("E-mail", "Nom", "IBAN"), ("Nom", "E-mail", "BIC"), ("Nom", "E-mail", "IBAN", "Stand")],
)
def test_other_titles_another_order_or_more_columns_do(titles):
    assert fingerprint([(1, titles), (2, CAMILLE)], len(titles)) != fingerprint(ROWS)


def test_without_titles_the_meaning_of_the_columns_counts():
    one, other = [(1, CAMILLE)], [(1, ("Zoé Roux", "zoe@roux.example", "x")), (2, ("", "", ""))]

    assert fingerprint(one) == fingerprint(other)
    assert fingerprint(one) != fingerprint([(1, (CAMILLE[1], CAMILLE[0], "x"))])


# --- what is followed


def test_a_mapping_that_names_its_row_holds_wherever_its_titles_stand_there():
    many = [(1, ("Wer", "Was")), *((n, (f"Gast {n}", f"g{n}@roux.example")) for n in range(2, 9))]
    by_hand = mapping(
        many, {1: ColumnChoice(Field.NAME)}, 2,
        header=HeaderChoice.ROW, header_row=1, titles=("Wer", "Was"),
    )  # fmt: skip
    one_row = [(1, ("Wer", "Was")), (2, ("", "ana@lang.example"))]
    lower = [(2, ("Wer", "Was")), (3, ("Ana", "x"))]
    other = [(1, ("Wer", "Wann")), (2, ("Ana", ""))]
    assert fingerprint(one_row, 2) != by_hand.fingerprint

    layout = laid_out(one_row, 2, remembered=by_hand)
    assert (layout.header_row, layout.columns[0].field, layout.fingerprint) == (
        1, Field.NAME, by_hand.fingerprint,
    )  # fmt: skip
    for rows in (lower, other):
        assert laid_out(rows, 2, remembered=by_hand).mapping is None


def test_without_a_mapping_a_sheet_is_stored_as_recognised():
    layout = laid_out(ROWS)

    assert [one.field for one in layout.columns] == ["name", "email", None]
    assert (layout.header_row, layout.row_left_out, layout.told_by) == (1, 1, ToldBy.NOTHING)
    assert layout.columns_left_out == frozenset()


def test_a_column_is_what_the_user_says():
    choice = ColumnChoice(Field.IDENTIFIER, Origin.OBSERVED, reason="contract")
    layout = laid_out(ROWS, chosen=mapping(columns={3: choice}))

    third = layout.columns[2]
    assert (third.field, third.origin, third.reason) == ("identifier", "observed", "contract")
    assert (third.confidence, third.told_by, third.undeclared) == ("sure", "chosen", "bank_account")
    assert layout.columns[0].told_by == "title"


def test_a_meaning_taken_away_takes_its_origin_with_it():
    layout = laid_out(ROWS, chosen=mapping(columns={1: ColumnChoice(None)}))

    assert (layout.columns[0].field, layout.columns[0].confidence) == (None, "unknown")
    assert layout.columns[0].origin is None


def test_a_birth_date_that_is_none_is_no_longer_pointed_out():
    rows = [(1, ("Nom", "Né le")), (2, ("Dupont", "1990-05-04"))]
    before = laid_out(rows, 2)
    after = laid_out(rows, 2, chosen=mapping(rows, {2: ColumnChoice(Field.COLLECTED_ON)}, 2))

    assert before.columns[1].undeclared == "birth_date"
    assert after.columns[1].undeclared is None


def test_a_consent_gets_the_purpose_chosen_or_that_of_its_title():
    rows = [(1, ("E-mail", "SMS", "Divers")), (2, ("zoe@roux.example", "oui", "oui"))]
    chosen = {2: ColumnChoice(Field.OPT_IN), 3: ColumnChoice(Field.OPT_OUT, purpose="partners")}
    layout = laid_out(rows, chosen=mapping(rows, chosen))

    assert [one.purpose for one in layout.columns] == [None, "sms", "partners"]


def test_what_is_chosen_now_goes_before_what_is_remembered():
    now, then = mapping(columns={3: ColumnChoice(Field.NOTE)}), mapping(columns={3: SKIP})

    layout = laid_out(ROWS, chosen=now, remembered=then)

    assert (layout.columns[2].field, layout.columns[2].is_skipped) == ("note", False)
    assert layout.is_chosen
    assert laid_out(ROWS, remembered=then).is_remembered


def test_a_mapping_of_other_sheets_changes_nothing():
    other = SheetMapping("0" * 32, columns={1: SKIP})

    assert laid_out(ROWS, chosen=other) == laid_out(ROWS)


def test_hidden_columns_are_marked():
    assert [one.hidden for one in laid_out(ROWS, hidden={2, 9}).columns] == [False, True, False]


# --- skipping


def test_a_skipped_column_keeps_its_title_and_says_why():
    layout = laid_out(ROWS, chosen=mapping(columns={3: ColumnChoice(skip=True, reason="no use")}))

    assert layout.columns_left_out == {3}
    assert (layout.columns[2].header, layout.columns[2].reason) == ("IBAN", "no use")


def test_a_remembered_mapping_skips_nothing_of_a_sheet_without_titles():
    rows = [(1, CAMILLE)]
    skipping = mapping(rows, {3: SKIP})

    assert laid_out(rows, remembered=skipping).columns_left_out == frozenset()
    assert laid_out(rows, remembered=skipping).columns[2].awaits_choice
    assert laid_out(rows, chosen=skipping).columns_left_out == {3}


# --- header


def test_a_row_chosen_for_the_header_is_taken_where_its_titles_stand():
    chosen = mapping(
        UNTITLED, width=2, header=HeaderChoice.ROW, header_row=1, titles=("WER", "was")
    )
    layout = laid_out(UNTITLED, 2, chosen=chosen)

    assert (layout.header_row, layout.row_left_out, layout.header_unsure) == (1, 1, False)
    assert (layout.header, laid_out(UNTITLED, 2).header) == (HeaderChoice.ROW, HeaderChoice.FOUND)
    assert [one.header for one in layout.columns] == ["Wer", "Was"]
    assert layout.columns[1].field == "email"


@pytest.mark.parametrize("titles", [(), ("Zoé Roux", "zoe@roux.example"), ("Wer",)])
def test_nobodys_row_is_taken_for_a_header_that_was_chosen_elsewhere(titles):
    chosen = mapping(UNTITLED, width=2, header=HeaderChoice.ROW, header_row=1, titles=titles)
    layout = laid_out(UNTITLED, 2, remembered=chosen)

    assert (layout.header_row, layout.mapping) == (None, None)


def test_a_sheet_that_has_no_titles_keeps_every_row():
    layout = laid_out(ROWS, chosen=mapping(header=HeaderChoice.NONE))

    assert (layout.header_row, layout.row_left_out, layout.header_unsure) == (None, None, False)
    assert [one.header for one in layout.columns] == ["", "", ""]


def test_a_header_that_may_be_data_is_kept_as_data_until_somebody_confirms_it():
    rows = [(1, ("Client", "Newsletter")), (2, ("Brun", "Lyon"))]
    before, after = laid_out(rows, 2), laid_out(rows, 2, chosen=mapping(rows, width=2))

    assert (before.header_unsure, before.row_left_out) == (True, None)
    assert (after.header_unsure, after.row_left_out) == (False, 1)


def test_what_was_followed_is_remembered_with_the_titles_of_the_sheet():
    layout = laid_out(ROWS, chosen=mapping(columns={3: SKIP}))

    assert as_followed(layout) == SheetMapping(
        fingerprint(ROWS), titles=TITLES, columns={3: SKIP}
    )  # fmt: skip
