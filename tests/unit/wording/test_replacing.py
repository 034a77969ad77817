"""Words about newer versions, in the user's language."""

import pytest

from dsr_desktop.domain.hit import ROW_CHANGED
from dsr_desktop.domain.source import Source, SourceKind, SourceStatus
from dsr_desktop.domain.versions import VersionCounts
from dsr_desktop.wording.language import speak
from dsr_desktop.wording.replacing import changes_text, difference_text, verdict_reason_text
from dsr_desktop.wording.sources import purged_sentence

EN = speak("en")


def purged(name, kind):
    return Source(
        id=1, path=f"/lists/{name}", name=name, sha256="", size=1, format="csv", encoding=None,
        kind=kind, activity=None, channel=None, collected_on=None, policy_version=None,
        retention=None, status=SourceStatus.IMPORTED, reason=None, warnings=(), row_count=1,
        imported_at="2026-11-02T10:00:00+00:00", imported_by="dpo", purge_on=None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ((1, 0, 2), "1 row added, 0 rows removed, 2 rows changed"),
        ((1200, 1, 1), "1,200 rows added, 1 row removed, 1 row changed"),
    ],
)
def test_a_difference_is_told_in_counts(numbers, words):
    assert difference_text(EN, *numbers) == words


@pytest.mark.parametrize(
    ("blanked", "end"),
    [
        (0, "2 rows changed"),
        (1, "changed, 1 cell is empty now"),
        (3, "changed, 3 cells are empty now"),
    ],
)
def test_cells_that_lost_what_they_held_are_told(blanked, end):
    assert changes_text(EN, VersionCounts(changed=2, blanked=blanked)).endswith(end)


def test_the_dpos_own_reason_is_told_as_it_was_written():
    assert verdict_reason_text(EN, "{not she}") == "{not she}"
    assert verdict_reason_text(EN, ROW_CHANGED) == ROW_CHANGED
    assert verdict_reason_text(EN, None) is None
    assert verdict_reason_text(speak("fr"), "") == ""


def test_purged_copies_and_earlier_versions_are_named_apart():
    copy, version = purged("a.csv", SourceKind.COPY), purged("b.csv", SourceKind.LIST)

    assert purged_sentence(EN, [copy]) == "1 working copy was purged, its month is over: a.csv."
    assert purged_sentence(EN, [copy, version, version]) == (
        "1 working copy was purged, its month is over: a.csv. "
        "2 earlier versions were purged, their month is over: b.csv, b.csv."
    )
