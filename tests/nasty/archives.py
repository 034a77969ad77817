"""Archives made to do harm, and documents inside of them."""

import struct
from functools import partial

from dsr_desktop.domain.reading import Problem
from tests.integration.readers.test_archive import LIST, nested, zipped
from tests.nasty.nasty_file import read, read_in_part, refused
from tests.nasty.packing import packed
from tests.nasty.spreadsheets import cut


def zip_slip():
    return zipped(
        {
            "../../slipped.csv": LIST,
            "/tmp/slipped.csv": LIST,
            "C:\\slipped.csv": LIST,
            "..\\..\\slipped.csv": LIST,
        }
    )


def overlapping():
    """Two members over the same bytes, as a bomb of 42 kB has thousands of."""
    content = bytearray(zipped({"a.csv": LIST, "b.csv": LIST}))
    second = content.rindex(b"PK\x01\x02")
    content[second + 42 : second + 46] = bytes(4)
    return bytes(content)


def gigabyte(name):
    return packed({name: [b"Dupont;Metz\n" * 87_000] * 1024})


def lying():
    content = bytearray(zipped({"a.csv": LIST * 100, "b.csv": LIST}))
    for at in (content.index(b"PK\x03\x04") + 22, content.index(b"PK\x01\x02") + 24):
        content[at : at + 4] = struct.pack("<I", 30)
    return bytes(content)


def many_members():
    return packed({str(n): [] for n in range(50_001)})


def with_unreadable():
    return zipped({"liste.csv": LIST, "cut off.xlsx": b"PK\x03\x04xl/workbook.xml"})


ARCHIVES = (
    read("ways out of the archive.zip", zip_slip, 4),
    refused(
        "archives in archives.zip",
        partial(nested, zipped({"l.csv": LIST}), 100),
        Problem.PART_NOT_READ,
    ),
    refused("members over each other.zip", overlapping, Problem.PACKED_TOO_TIGHTLY),
    refused("a member of 1 GB.zip", partial(gigabyte, "liste.csv"), Problem.PART_NOT_READ),
    read_in_part("a member that lies.zip", lying, Problem.PART_NOT_READ, 1),
    read_in_part("a broken member.zip", with_unreadable, Problem.PART_NOT_READ, 1),
    refused("cut off.zip", partial(cut, zip_slip, 0.7), Problem.DAMAGED),
    refused(
        "fifty thousand and one members.zip",
        many_members,
        Problem.TOO_MANY_PARTS,
    ),
)
