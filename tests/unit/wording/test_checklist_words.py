"""What the checklist says about itself."""

from datetime import date

import pytest

from dsr_desktop.domain.checklist import Checklist
from dsr_desktop.wording.checklist import instructions
from dsr_desktop.wording.language import speak


def checklist(copies):
    day = date(2026, 11, 2)
    return Checklist(
        ref="DSR-2026-0005", company="Exemple SAS", made_on=day, received_on=day, due_on=day,
        lines=(), unread=(), rows_to_erase=1, rows_not_ours=0, rows_undecided=0, files_searched=1,
        rows_searched=1, fingerprint="9f3ac07be21d4456", copies=copies,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("copies", "about_copies"),
    [(0, []), (1, ["1 file is a copy of another"]), (2, ["2 files are copies of others"])],
)
def test_copies_are_explained_when_there_are_any(copies, about_copies):
    first, *more = instructions(speak("en"), checklist(copies))

    assert first.startswith("Clear each cell in its file")
    assert [sentence.split(":")[0] for sentence in more] == about_copies
