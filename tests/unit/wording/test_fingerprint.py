"""The fingerprint of the event log is worded in one place, for every document."""

from pathlib import Path

from dsr_desktop.wording.fingerprint import found_sentence, log_line
from dsr_desktop.wording.language import speak

SOURCE = Path(__file__).resolve().parents[3] / "src" / "dsr_desktop"


def test_no_other_place_words_it():
    said = [
        file.name
        for file in sorted(SOURCE.rglob("*.py"))
        if "Event log {fingerprint}" in file.read_text(encoding="utf-8")
    ]

    assert said == ["fingerprint.py"]


def test_every_document_with_a_foot_takes_it_from_there():
    using = {
        file.stem
        for file in (SOURCE / "wording").glob("*.py")
        if "log_line(tr," in file.read_text(encoding="utf-8")
    }

    assert {
        "checklist", "search_report", "source_slip", "processing", "request_register",
        "request_figures", "dossier_request", "dossier_company",
    } <= using  # fmt: skip


def test_it_says_the_sixteen_signs_in_both_languages():
    assert log_line(speak("en"), "0123456789abcdef") == "Event log 0123456789abcdef"
    assert log_line(speak("fr"), "0123456789abcdef") == "Journal 0123456789abcdef"


def test_where_a_fingerprint_stands_is_said_with_how_many_events_followed():
    assert "that of the last event" in found_sentence(speak("en"), 7, 7)
    assert "event 6, and 1 event followed" in found_sentence(speak("en"), 6, 7)
    assert "event 1, and 6 events followed" in found_sentence(speak("en"), 1, 7)
