"""The page as Clarity recorded it: nodes with their places, masked texts and texts in the clear."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.domain.clarity_dom import DomNode, is_masked, read_nodes

EXAMPLE = [
    20, 5, 1, "*D", 2, 1, "HTML", "lang=fr", 3, 2, "BODY", 4, 3, "P", -5, 4, "*T", "1k", 6, 3, 4,
    "INPUT", "type=email", "value=•••• •••••", 7, 3, 6, [13], 8, 7, [16],
    "Contact : jean@exemple.example",
]  # fmt: skip


def test_the_example_of_the_specification_is_eight_nodes():
    assert list(read_nodes(EXAMPLE)) == [
        DomNode(1, "*D"),
        DomNode(2, "HTML", 1, attributes={"lang": "fr"}),
        DomNode(3, "BODY", 2),
        DomNode(4, "P", 3),
        DomNode(5, "*T", 4, masked_length=56),
        DomNode(6, "INPUT", 3, 4, {"type": "email", "value": "•••• •••••"}),
        DomNode(7, "P", 3, 6),
        DomNode(8, "*T", 7, text="Contact : jean@exemple.example"),
    ]


def test_what_can_be_read_of_a_node_is_its_text_or_its_attributes():
    nodes = {node.number: list(node.texts()) for node in read_nodes(EXAMPLE)}

    assert nodes[2] == ["fr"]
    assert nodes[5] == []
    assert nodes[6] == ["email", "•••• •••••"]
    assert nodes[8] == ["Contact : jean@exemple.example"]


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("•••• •••••", True),
        ("▪▪▪ ▫▫", True),
        ("", False),
        ("   ", False),
        ("Contact", False),
        ("jean •••", False),
    ],
)
def test_a_text_of_masks_alone_is_masked(text, masked):
    assert is_masked(text) is masked


@pytest.mark.parametrize(
    ("tokens", "nodes"),
    [
        ([0, 5], []),
        ([0, 5, 1], []),
        ([0, 5, "P"], []),
        ([0, 6, 4, "DIV", "#w36.h36", "class=a=b", "x"],
         [DomNode(4, "DIV", attributes={"class": "a=b"})]),
        ([0, 6, 4, "P", 5, 4, "*T", [99], "seen"],
         [DomNode(4, "P"), DomNode(5, "*T", 4, text="seen")]),
        ([0, 6, -5, 4, "*T", "no length!"], [DomNode(5, "*T", 4, text="no length!")]),
        ([0, 6, 9, 8, "*T"], [DomNode(9, "*T", 8)]),
    ],
)  # fmt: skip
def test_what_is_of_no_known_form_is_passed_over(tokens, nodes):
    assert list(read_nodes(tokens)) == nodes


@given(
    st.lists(
        st.integers() | st.text(max_size=6) | st.lists(st.integers(-3, 60), max_size=4) | st.none(),
        max_size=40,
    )
)
def test_no_tokens_break_the_reader(tokens):
    assert all(node.number >= 0 and node.tag is not None for node in read_nodes(tokens))
