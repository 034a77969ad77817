"""Calendar files as RFC 5545 asks for them: folded, escaped, all-day, with lasting identifiers."""

from datetime import date

import pytest

from dsr_desktop.domain.calendar_entries import CalendarEntry, EntryKind
from dsr_desktop.wording.language import speak
from dsr_desktop.writers.calendar_file import escaped, fold, to_calendar

MADE = date(2026, 11, 16)
DUE = CalendarEntry("DSR-2026-0001", EntryKind.LEGAL_DATE, date(2026, 12, 31))


def calendar(*entries, language="en", register_id="ab12"):
    return to_calendar(entries, register_id, MADE, speak(language)).decode()


def test_a_calendar_without_entries_is_a_calendar():
    lines = calendar().split("\r\n")

    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert lines[-2:] == ["END:VCALENDAR", ""]


def test_an_entry_takes_its_whole_day_and_blocks_nobody_s_time():
    lines = calendar(DUE).split("\r\n")

    assert lines[lines.index("BEGIN:VEVENT") : lines.index("BEGIN:VALARM")] == [
        "BEGIN:VEVENT",
        "UID:DSR-2026-0001-due-ab12@dsr-desktop.invalid",
        "DTSTAMP:20261116T000000Z",
        "DTSTART;VALUE=DATE:20261231",
        "DTEND;VALUE=DATE:20270101",
        "SUMMARY:DSR-2026-0001: answer due",
        "STATUS:CONFIRMED",
        "TRANSP:TRANSPARENT",
    ]


def test_a_legal_date_sounds_the_morning_before_and_a_target_on_its_morning():
    target = CalendarEntry("DSR-2026-0001", EntryKind.INTERNAL_TARGET, MADE)
    triggers = [line for line in calendar(DUE, target).split("\r\n") if "TRIGGER" in line]

    assert triggers == ["TRIGGER:-PT15H", "TRIGGER:PT9H", "TRIGGER:PT9H"]


def test_a_date_that_may_still_move_is_tentative():
    moving = CalendarEntry("DSR-2026-0001", EntryKind.LEGAL_DATE, MADE, is_provisional=True)

    assert "STATUS:TENTATIVE" in calendar(moving)
    assert "provisional" in calendar(moving)


def test_the_entries_of_two_registers_have_other_identifiers():
    first, second = calendar(DUE), calendar(DUE, register_id="cd34")

    assert first != second
    assert first.replace("ab12", "cd34") == second


@pytest.mark.parametrize(
    "text", ["x" * 74, "x" * 75, "x" * 76, "é" * 200, "x" + "€" * 60, "👩" * 40]
)
def test_no_line_is_longer_than_75_octets_and_none_is_cut_inside_a_character(text):
    folded = fold(text)

    assert all(len(line) <= 75 for line in folded.encode().split(b"\r\n"))
    assert [line.decode() for line in folded.encode().split(b"\r\n")]
    assert folded.replace("\r\n ", "") == text


@pytest.mark.parametrize(
    ("text", "written"),
    [("a, b; c", "a\\, b\\; c"), ("back\\slash", "back\\\\slash"), ("two\nlines", "two\\nlines"),
     ("two\r\nlines", "two\\nlines"), ("one\rtwo", "one\\ntwo"), ("a:b", "a:b")],
)  # fmt: skip
def test_signs_with_a_meaning_are_escaped(text, written):
    assert escaped(text) == written
