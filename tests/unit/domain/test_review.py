"""The DPO's choices on pieces: what holds, what is refused, and that nothing masked gets out."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError, NotFoundError
from dsr_desktop.domain.review import (
    Approval,
    Choice,
    PackageReview,
    check_is_approved,
    check_may_approve,
    digest_of,
    hide,
    make_decision,
    release,
    with_decisions,
)
from dsr_desktop.domain.review_item import Found, ItemKind, ItemToReview, ReviewItem, Suggestion

MASK = "[masked]"
NOTE = "rappeler Paul Martin 06 98 76 54 32"
PAUL = Suggestion(9, 20, Found.NAME)


def piece(text, key="h1.c6", *suggestions, **more):
    return ItemToReview(
        ReviewItem(key, "file:1", ItemKind.CELL, text, name="crm.csv", **more), suggestions
    )


def reviewed(*pieces, **choices):
    """Return pieces with decisions; `choices` are arguments of `make_decision` by key."""
    bare = {one.item.key: one for one in with_decisions(pieces, {})}
    decided = {key: make_decision(bare[key], **how) for key, how in choices.items()}
    return with_decisions(pieces, decided)


def test_what_nobody_decided_on_goes_in_and_waits_if_something_was_pointed_out():
    plain, noted = reviewed(piece("Camille", "a"), piece(NOTE, "b", PAUL))

    assert (plain.choice, plain.is_open, noted.is_open) == (Choice.INCLUDE, False, True)


def test_a_mask_covers_what_was_pointed_out():
    released = release(reviewed(piece(NOTE, "b", PAUL), b={"choice": Choice.MASK}), MASK)

    assert [one.text for one in released.items] == ["rappeler [masked] 06 98 76 54 32"]
    assert [(one.masked, one.reason_code) for one in released.withheld] == [(1, "A15_4")]


def test_a_mask_covers_words_that_the_dpo_names_and_stretches_that_meet_are_one():
    how = {"choice": Choice.MASK, "words": ["Paul Martin", "Martin 06"]}

    released = release(reviewed(piece(NOTE, "b"), b=how), MASK)

    assert released.items[0].text == "rappeler [masked] 98 76 54 32"


def test_what_stays_out_leaves_its_place_and_its_reason_alone():
    how = {"choice": Choice.EXCLUDE, "reason_code": "not_about_person", "note": "copied by mistake"}

    released = release(reviewed(piece(NOTE, "b", header="Note"), b=how), MASK)

    assert released.items == ()
    assert [(one.item.text, one.item.header, one.reason_code) for one in released.withheld] == [
        ("", "Note", "not_about_person")
    ]


def test_a_masked_value_is_hidden_wherever_else_it_stands():
    rows = reviewed(
        piece(NOTE, "b", PAUL), piece("PAUL  MARTIN a appelé", "c", sheet="Paul Martin"),
        b={"choice": Choice.MASK},
    )  # fmt: skip

    released = release(rows, MASK)

    assert released.items[1].text == "[masked] a appelé"
    assert released.items[1].sheet == MASK
    assert released.hide("Paul Martin.xlsx", MASK) == "[masked].xlsx"


def test_a_short_value_is_hidden_as_a_word_of_its_own():
    assert hide("Léa et Léandre", {"Léa"}, MASK) == "[masked] et Léandre"


@pytest.mark.parametrize(
    "how",
    [
        {"choice": Choice.MASK},
        {"choice": Choice.MASK, "words": ["Hugo"]},
        {"choice": Choice.MASK, "words": [" "]},
        {"choice": Choice.MASK, "spans": [(0, 999)]},
        {"choice": Choice.EXCLUDE, "reason_code": "because"},
        {"choice": Choice.EXCLUDE, "note": "x" * 3_000},
    ],
)
def test_a_choice_that_says_nothing_is_refused(how):
    (one,) = with_decisions([piece(NOTE)], {})

    with pytest.raises(InvalidInputError):
        make_decision(one, **how)


def test_a_decision_holds_for_the_text_that_was_looked_at():
    (before,) = with_decisions([piece(NOTE, "b", PAUL)], {})
    decided = {"b": make_decision(before, Choice.INCLUDE)}

    (after,) = with_decisions([piece(f"{NOTE}!", "b", PAUL)], decided)

    assert after.is_open


def test_nothing_is_approved_while_a_piece_waits():
    waiting = PackageReview("DSR-2026-0001", reviewed(piece(NOTE, "b", PAUL)))
    settled = replace(waiting, items=reviewed(piece(NOTE, "b", PAUL), b={"choice": Choice.INCLUDE}))

    with pytest.raises(NotAllowedError, match="wait for your decision"):
        check_may_approve(waiting)
    check_may_approve(settled)


def test_only_an_approval_that_holds_lets_a_package_leave():
    review = PackageReview("DSR-2026-0001", reviewed(piece("Camille")))

    for refused in (review, replace(review, is_outdated=True)):
        with pytest.raises(NotAllowedError):
            check_is_approved(refused)
    check_is_approved(replace(review, approval=Approval("", "dpo", "")))


def test_the_digest_changes_with_a_text_and_with_a_decision():
    before = reviewed(piece(NOTE, "b", PAUL))

    assert digest_of(before) == digest_of(reviewed(piece(NOTE, "b", PAUL)))
    assert digest_of(before) != digest_of(reviewed(piece(f"{NOTE}!", "b", PAUL)))
    assert digest_of(before) != digest_of(
        reviewed(piece(NOTE, "b", PAUL), b={"choice": Choice.MASK})
    )


def test_an_unknown_piece_is_told():
    with pytest.raises(NotFoundError):
        PackageReview("DSR-2026-0001", ()).item("h9.c9")


SECRETS = st.text(st.sampled_from("xyz0123@ß"), min_size=6, max_size=20)
WORDS = st.text(st.sampled_from("abcde \n\t\"'<&\\é"), max_size=30)


@given(secret=SECRETS, before=WORDS, after=WORDS, elsewhere=WORDS)
def test_no_masked_value_is_in_what_is_released(secret, before, after, elsewhere):
    rows = reviewed(
        piece(before + secret + after, "a", header=f"{elsewhere}{secret}"),
        piece(f"{elsewhere}{secret}{secret}{before}", "b"),
        a={"choice": Choice.MASK, "words": [secret]},
    )  # fmt: skip

    released = release(rows, MASK)

    assert secret not in repr((released.items, released.withheld))
