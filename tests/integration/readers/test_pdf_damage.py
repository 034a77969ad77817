"""A PDF of which some text cannot be unpacked is read as far as it goes, and that is told."""

import base64
import zlib

import pytest
from reportlab.platypus import Table

from dsr_desktop.domain.reading import Problem
from tests.integration.readers.test_pdf import TEXT, printed, read, with_page


def packed_page(packed, filters=b"/FlateDecode", about=b""):
    stream = b"<</Length %d/Filter %s%s>>\nstream\n%s\nendstream" % (
        len(packed),
        filters,
        about,
        packed,
    )
    return with_page(TEXT, b"", b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", stream)


def told_of(content):
    return [one.problem for one in read(content)[1]]


PACKED = zlib.compress(TEXT * 50)
BROKEN = PACKED[:20] + b"\xff\xff" + PACKED[22:]
AS_LETTERS = b"[ /ASCII85Decode /FlateDecode ]"


@pytest.mark.parametrize(
    "content",
    [
        packed_page(PACKED),
        packed_page(PACKED[:-4]),
        packed_page(PACKED + b"\r\n "),
        packed_page(b""),
        packed_page(base64.a85encode(PACKED) + b"~>", AS_LETTERS),
        packed_page(b"not packed at all", b"/LZWDecode"),
        packed_page(BROKEN, about=b"/Subtype/Image"),
        packed_page(BROKEN) + b"<</Encrypt 9 0 R>>",
    ],
    ids=["whole", "no checksum", "blanks behind", "empty", "as letters", "another filter", "picture",
         "encrypted"],
)  # fmt: skip
def test_nothing_is_said_of_streams_that_can_be_unpacked_or_are_no_text(content):
    assert told_of(content) == []


@pytest.mark.parametrize(
    "content",
    [
        packed_page(BROKEN),
        packed_page(PACKED[:-10]),
        packed_page(PACKED[:-2] + b"xx"),
        packed_page(base64.a85encode(BROKEN) + b"~>", AS_LETTERS),
        packed_page(b"vvvvv" + base64.a85encode(PACKED) + b"~>", AS_LETTERS),
    ],
    ids=["broken", "cut off", "another checksum", "broken as letters", "no letters"],
)
def test_a_stream_that_cannot_be_unpacked_to_its_end_is_told(content):
    assert told_of(content) == [Problem.DAMAGED_IN_PART]


def test_a_printed_list_of_which_the_middle_is_damaged_is_not_taken_for_whole():
    content = printed(Table([["Nom", "Ville"]] + [[f"Dupont {n}", "Metz"] for n in range(40)]))
    place = content.index(b"stream") + 200
    damaged = content[:place] + b"!" + content[place + 1 :]

    sheets, warnings = read(damaged)
    assert len(sheets["page 1"]) < 41
    assert [one.problem for one in warnings] == [Problem.DAMAGED_IN_PART]
