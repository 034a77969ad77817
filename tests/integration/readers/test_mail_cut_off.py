"""Mails that are cut off are read as far as they go, and that is told."""

import pytest

from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.messages import Warned
from tests.integration.readers.read_sheets import messages_of, warnings_of
from tests.integration.readers.test_mail import HEAD, mbox

PARTS = "Content-Type: multipart/mixed; boundary=x\n\n--x\n\nBonjour\n--x\nContent-Type: text/csv; name=a.csv\n\nNom;Ville\nDupont;Metz\n"


@pytest.mark.parametrize(
    ("content", "is_told"),
    [
        (PARTS + "--x--\n", False),
        (PARTS + "--x-- \nunsubscribe here\n", False),
        (PARTS, True),
        (PARTS.partition("--x\nContent")[0], True),
        (PARTS.replace("boundary=x", "boundary x") + "--x--\n", True),
        (PARTS.replace("boundary=x", "boundary=y") + "--x--\n", True),
        ("Content-Type: text/plain\n\nBonjour\n", False),
    ],
    ids=["whole", "more behind the end", "no end", "cut in the middle", "no boundary", "another boundary",
         "no parts"],
)  # fmt: skip
def test_a_mail_whose_parts_have_no_end_is_told(content, is_told):
    told = warnings_of(f"{HEAD}{content}".encode())

    assert (Problem.NOT_ENDED in told) is is_told


def test_mails_without_an_end_are_counted_once_each():
    cut = mbox(*[f"{HEAD}{PARTS}".encode()] * 2, f"{HEAD}{PARTS}--x--\n".encode())

    assert Warned(Problem.NOT_ENDED, {"count": 2}) in messages_of(cut)
