"""Template files: read, checked with the line of the fault, filled (R-LET-1)."""

import pytest

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.letter_template import (
    PartStyle,
    complete_template,
    fill_template,
    names_in,
    parse_template,
)
from dsr_desktop.domain.letters import LETTERS, Block, LetterKind

OPENING = "[opening]\n= Head\nTwo lines\nof one text.\n\n- {rights}\n; a remark\n"


def filled(text, **values):
    template = parse_template(text, "x.txt")
    return fill_template(template, [Block.OPENING], values)


def texts(text, **values):
    return [part.text for part in filled(text, **values)]


def test_lines_are_joined_to_paragraphs_and_signs_make_headings_and_lists():
    parts = filled(OPENING, rights="Access")

    assert [(part.style, part.text) for part in parts] == [
        (PartStyle.HEADING, "Head"), (PartStyle.TEXT, "Two lines of one text."),
        (PartStyle.BULLET, "Access"),
    ]  # fmt: skip


def test_a_placeholder_alone_becomes_as_many_paragraphs_as_it_has_lines():
    assert texts("[opening]\n- {rights}", rights="Access\n\nErasure") == ["Access", "Erasure"]


def test_a_placeholder_among_words_stays_on_its_line():
    assert texts("[opening]\nYou ask: {rights}.", rights="A\nB") == ["You ask: A B."]


def test_r_let_1_what_nothing_fills_stays_visible_and_is_a_gap():
    (part,) = filled("[opening]\nBy {due_on}.")

    assert (part.text, part.gaps) == ("By {due_on}.", ("due_on",))


def test_what_is_only_blank_fills_nothing():
    assert filled("[opening]\nBy {due_on}.", due_on=" \n ")[0].gaps == ("due_on",)


def test_a_paragraph_that_may_be_left_out_is():
    assert texts("[opening]\nA\n\n{remark?}") == ["A"]
    assert texts("[opening]\nA\n\n{remark?}", remark="B") == ["A", "B"]


def test_a_value_is_never_read_as_a_placeholder():
    (part,) = filled("[opening]\n{remark} x", remark="{due_on}")

    assert (part.text, part.gaps) == ("{due_on} x", ())


def test_the_placeholders_of_blocks_are_named_once_in_their_order():
    template = parse_template("[opening]\n{ref} {due_on} {ref}\n\n{remark?}", "x.txt")

    assert names_in(template, [Block.OPENING]) == ("ref", "due_on", "remark")


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("[opening]\nA\n[nonsense]\n", 3, "block"),
        ("[opening]\nA\n[opening]\n", 3, "twice"),
        ("[opening]\n\n{nobody}\n", 3, "placeholder"),
        ("[opening]\nA {ref\n", 2, "brace"),
        ("Hello\n[opening]\n", 1, "before"),
    ],
)
def test_a_fault_is_told_with_its_line(text, line, words):
    with pytest.raises(InvalidInputError) as caught:
        parse_template(text, "letters/en/x.txt")

    assert caught.value.details["line"] == line
    assert caught.value.details["file"] == "letters/en/x.txt"
    assert words in caught.value.sentence


def test_a_letter_needs_each_of_its_blocks():
    blocks = LETTERS[LetterKind.REFUSAL].blocks
    common = dict.fromkeys(blocks, (object(),))
    own = dict.fromkeys((one for one in blocks if one is not Block.REMEDIES), ())

    with pytest.raises(InvalidInputError) as caught:
        complete_template(own, common, LetterKind.REFUSAL, "x.txt")

    assert caught.value.details["block"] is Block.REMEDIES


def test_a_block_without_words_takes_those_that_letters_share():
    blocks = LETTERS[LetterKind.REFUSAL].blocks
    shared = parse_template("[closing]\nShared: {authority}, or a court.", "common.txt")[
        Block.CLOSING
    ]
    common, own = dict.fromkeys(blocks, shared), dict.fromkeys(blocks, ())

    whole = complete_template({**own, Block.OPENING: ("own",)}, common, LetterKind.REFUSAL, "x")

    assert (whole[Block.OPENING], whole[Block.CLOSING]) == (("own",), shared)
