"""Parts of a workbook that are read twice are unpacked once, within the same limits."""

import io
import zipfile
from unittest.mock import patch

import pytest

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.messages import UnreadableError
from dsr_desktop.readers.ooxml import package
from dsr_desktop.readers.ooxml.package import open_package
from dsr_desktop.readers.strict_xml import XML_PER_TEXT

PART = "xl/worksheets/sheet1.xml"
CONTENT = bytes(range(256)) * 1_000


def opened(limits=None):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(PART, CONTENT)
    return open_package(Document("list.xlsx", None, packed.getvalue()), limits or Limits())


@pytest.mark.parametrize("most_kept", [len(CONTENT), len(CONTENT) - 1], ids=["short", "long"])
def test_a_part_is_the_same_each_time_it_is_read(most_kept):
    with patch.object(package, "_MOST_KEPT", most_kept), opened() as parts:
        read = [b"".join(parts.chunks(PART, will_return=again)) for again in (True, False, False)]

    assert read == [CONTENT] * 3


def test_a_part_that_is_read_again_counts_again_towards_the_limit_of_text():
    limits = Limits(text=2 * len(CONTENT) // XML_PER_TEXT - 1)
    with opened(limits) as parts:
        assert b"".join(parts.chunks(PART, will_return=True)) == CONTENT

        with pytest.raises(UnreadableError) as refused:
            list(parts.chunks(PART))

    assert refused.value.problem is Problem.TOO_MUCH_TEXT
