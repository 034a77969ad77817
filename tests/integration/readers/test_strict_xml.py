"""The parser of foreign XML: whole, without definitions, and never an endless tag."""

import pytest

from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.messages import UnreadableError
from dsr_desktop.readers.strict_xml import StrictParser

LONGEST = 1_000
TYPE = '<!DOCTYPE x SYSTEM "office.dtd">'
ENTITY = '<!DOCTYPE x [<!ENTITY a "ha">]>'


def parser(*, may_name_type=False):
    return StrictParser(separator=" ", longest_token=LONGEST, may_name_type=may_name_type)


def problem_of(*pieces, **options):
    def parse():
        strict = parser(**options)
        for piece in pieces:
            strict.feed(piece if isinstance(piece, bytes) else piece.encode())
        strict.close()

    with pytest.raises(UnreadableError) as refused:
        parse()
    return refused.value.problem


def test_a_document_that_comes_in_pieces_is_told_to_the_handlers():
    strict, heard = parser(), []
    strict.expat.StartElementHandler = lambda name, _attributes: heard.append(name)
    strict.expat.CharacterDataHandler = heard.append

    for piece in (b'<x xmlns="urn:a"><na', b"me>Du", b"pont</name></x>"):
        strict.feed(piece)
    strict.close()

    assert heard[:2] == ["urn:a x", "urn:a name"]
    assert "".join(heard[2:]) == "Dupont"
    assert strict.fed == 40


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1", "cp1252"])
@pytest.mark.parametrize("may_name_type", [True, False])
def test_what_defines_text_is_refused_in_every_encoding(encoding, may_name_type):
    content = f'<?xml version="1.0" encoding="{encoding}"?>{ENTITY}<x>&a;</x>'.encode(encoding)

    assert problem_of(content, may_name_type=may_name_type) is Problem.DEFINES_TEXT


def test_a_type_that_is_only_named_is_refused_unless_the_format_has_one():
    allowed = parser(may_name_type=True)
    allowed.feed(f"{TYPE}<x/>".encode())
    allowed.close()

    assert problem_of(f"{TYPE}<x/>") is Problem.DEFINES_TEXT


def test_text_that_is_defined_elsewhere_is_refused_and_not_left_out():
    assert problem_of(f"{TYPE}<x>&a;</x>", may_name_type=True) is Problem.DEFINES_TEXT


@pytest.mark.parametrize(
    "pieces",
    [
        ["<x>"], ["<x></y>"], ["no markup"], [""],
        ["<?xml version='1.0' encoding='klingon'?><x/>"], [b"<x>\xff\xfe</x>"],
    ],
    ids=["cut off", "wrong end", "text", "empty", "unknown encoding", "broken letters"],
)  # fmt: skip
def test_what_is_not_whole_is_damaged(pieces):
    assert problem_of(*pieces) is Problem.DAMAGED


def test_an_endless_tag_is_refused_before_it_is_scanned_again_and_again():
    pieces = ['<x a="', *["y" * 100] * 20]

    assert problem_of(*pieces) is Problem.OUT_OF_PROPORTION


def test_a_long_text_is_no_endless_tag():
    strict = parser()

    for piece in (b"<x>", *[b"y" * 100] * 50, b"</x>"):
        strict.feed(piece)
    strict.close()

    assert strict.fed == 5_007


def test_a_handler_that_finds_no_memory_is_no_damage():
    strict = parser()

    def start(_name, _attributes):
        raise MemoryError

    strict.expat.StartElementHandler = start
    with pytest.raises(MemoryError):
        strict.feed(b"<x/>")
