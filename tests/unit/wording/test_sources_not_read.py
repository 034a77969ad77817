"""Files that were not read: lists by name and reason, pictures and the like by kind and count."""

from dataclasses import replace

import pytest

from dsr_desktop.domain.notice import Notice
from dsr_desktop.domain.reading import Problem
from dsr_desktop.domain.source import Source, SourceKind, SourceStatus
from dsr_desktop.wording.language import speak
from dsr_desktop.wording.reading import problem_sentence
from dsr_desktop.wording.sources import not_searched_sentence, unread_reasons

ENGLISH = speak("en")
MISSING = "A person in it would be missing from every search."
DAMAGED = "The file is damaged or cut off. Ask for a new copy."
BLANK = Source(
    id=1, path="/x", name="x", sha256=None, size=1, format=None, encoding=None,
    kind=SourceKind.LIST, activity=None, channel=None, collected_on=None, policy_version=None,
    retention=None, status=SourceStatus.UNREADABLE, reason=None, warnings=(), row_count=0,
    imported_at="2026-11-16T10:00:00+00:00", imported_by="dpo", purge_on=None,
)  # fmt: skip


def unread(name, problem=Problem.DAMAGED, **details):
    return replace(BLANK, name=name, reason=Notice(problem_sentence(problem), details))


def picture(n):
    return unread(f"{n}.jpg", Problem.MEDIA_NOT_SEARCHED, kind="JPEG")


def test_kinds_are_counted_most_frequent_first():
    assert not_searched_sentence(ENGLISH, {"Access": 1, "JPEG": 1_200, "PNG": 1}) == (
        "Not searched because of their kind: 1,200 JPEG, 1 Access, 1 PNG."
    )


def test_a_list_is_named_however_many_pictures_there_are():
    pictures = [picture(n) for n in range(500)]

    assert unread_reasons(ENGLISH, [*pictures, unread("crm.xlsx")]).splitlines() == [
        f"crm.xlsx: {DAMAGED}", "Not searched because of their kind: 500 JPEG.", MISSING,
    ]  # fmt: skip


def test_one_picture_alone_has_its_own_sentence():
    assert unread_reasons(ENGLISH, [picture(1)]).splitlines() == [
        "Pictures, films and sounds (JPEG) are not searched. "
        "Look at it by hand if it may show the person.",
        MISSING,
    ]


def test_pictures_alone_are_only_counted():
    assert unread_reasons(ENGLISH, [picture(1), picture(2)]).splitlines() == [
        "Not searched because of their kind: 2 JPEG.", MISSING,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "details", [{}, {"kind": "PNG", "cause": "media_not_searched", "part": "a.png"}]
)
def test_an_archive_is_not_counted_as_the_picture_inside_it(details):
    assert Notice("x", details).foreign_kind is None
