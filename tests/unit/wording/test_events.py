"""Events of the log in words: what was done, how much, on which day; never a person."""

import re
from pathlib import Path

import pytest

import dsr_desktop.services
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.wording.events import word_event
from dsr_desktop.wording.language import speak

ENGLISH = speak("en")
SERVICES = Path(dsr_desktop.services.__file__).parent


@pytest.mark.parametrize(
    ("kind", "payload", "words"),
    [
        ("request_recorded", {"rights": ["access", "erasure"]}, "Request recorded: Access, Erasure"),
        ("criteria_changed", {"criteria": ["name"]}, "What is known about the person changed"),
        ("searched", {"files": 12, "hits": 1, "unreadable": 0}, "Searched 12 files: 1 hit"),
        ("searched", {"files": 1, "hits": 0, "unreadable": 2},
         "Searched 1 file: 0 hits, 2 files not read"),
        ("hits_judged", {"confirmed": [4, 5], "rejected": [6], "reopened": []},
         "Hits reviewed: 2 confirmed, 1 someone else"),
        ("hits_judged", {"confirmed": [], "rejected": [], "reopened": [4]},
         "Hits reviewed: 1 reopened"),
        ("hits_reopened", {"hits": 1, "newer": 2}, "1 hit is open again: its row changed in a newer file"),
        ("hits_judged", {}, "Hits reviewed"),
        ("identity_checked", {"result": "confirmed"}, "Identity confirmed"),
        ("identity_checked", {"result": "not_confirmed"}, "Identity not confirmed"),
        ("identity_checked", {"result": "pending"}, "Identity asked, waiting for the person"),
        ("clock_paused", {"on": "2026-11-09"}, "Clock paused on 9 November 2026"),
        ("clock_resumed", {"on": "2026-11-12"}, "Clock running again from 12 November 2026"),
        ("extended", {"reasons": ["complexity"]}, "Extension by two months recorded"),
        ("decided", {"right": "erasure", "decision": "granted_partly"},
         "Erasure: Granted in part"),
        ("answer_sent", {"on": "2026-11-16", "channel": "post"},
         "Answer sent on 16 November 2026: Post"),
        ("letter_made", {"letter": "refusal"}, "Letter written: Refusal"),
        ("letter_sent", {"letter": "refusal", "on": "2026-11-09"},
         "Letter sent on 9 November 2026: Refusal"),
        ("closed", {"working_copies_purged": []}, "Request closed"),
        ("closed", {"working_copies_purged": [3, 4]}, "Request closed, 2 working copies purged"),
        ("checklist_made", {"rows": 14}, "Erasure checklist: 14 rows"),
        ("package_built", {"right": "portability", "records": 1}, "Package Portability: 1 row"),
        ("document_unfinished", {"files": ["a.pdf", "a.xlsx"]},
         "Making a.pdf, a.xlsx was cut off; what was left was removed"),
        ("document_unfinished", {"files": []},
         "A document was cut off while it was made; what was left was removed"),
        ("sources_read_again", {"clean": True}, "Sources read again: all clean"),
        ("sources_read_again", {"clean": False}, "Sources read again: not clean yet"),
        ("sources_read_again", {"clean": True, "gone": [4]},
         "Sources read again: clean, 1 file is gone for good"),
        ("sources_read_again", {"clean": False, "gone": [4]}, "Sources read again: not clean yet"),
        ("document_unfinished", {"files": ["a.pdf"], "lost": ["a.pdf"]},
         "a.pdf was not made: it was cut off, and its folder is gone"),
        ("document_unfinished", {"files": ["a.pdf", "a.xlsx"], "lost": ["a.pdf", "a.xlsx"]},
         "a.pdf, a.xlsx were not made: they were cut off, and their folder is gone"),
        ("source_stays_at_copy", {"source": 3, "copies": 0},
         "An import undone; the same content stays at another place"),
        ("place_gone", {"place": 1}, "A file is gone for good"),
        ("source_tasks_opened", {"systems": [1, 4]}, "2 systems to be asked"),
        ("source_slips_made", {"tasks": [3]}, "1 slip for colleagues"),
        ("source_asked", {"system": 4, "on": "2026-11-09"}, "System 4 asked on 9 November 2026"),
        ("source_chased", {"system": 4, "on": "2026-11-09"}, "System 4 chased on 9 November 2026"),
        ("source_answered", {"system": 4, "answer": "found", "on": "2026-11-09"},
         "System 4: something found, 9 November 2026"),
        ("source_answered", {"system": 4, "answer": "not_searched", "on": "2026-11-09"},
         "System 4: not searched, 9 November 2026"),
        ("source_answered", {"system": 4, "answer": "of the future"}, "A system answered"),
        ("communication_logged", {"what": "answer", "direction": "out"}, "The answer: sent"),
        ("communication_logged", {"what": "telex", "direction": "out"}, "Message logged"),
        ("unasked_copy_gone", {"outcome": "destroyed", "on": "2026-11-09"},
         "Copy of an identity document destroyed on 9 November 2026: nobody asked for it"),
        ("breach_decided", {"decision": "person_told"}, "Breach: person told"),
        ("place_not_gone", {"place": 1}, "A file is not gone for good after all"),
        ("reading_overtaken", {"places": [1]},
         "Sources to be read again: a file is not gone for good after all"),
        ("fee_told", {"cents": 1550, "on": "2026-11-09"}, "Fee of €15.50 told on 9 November 2026"),
        ("fee_replied", {"reply": "waived"}, "The fee is given up"),
        ("register_made", {}, "Register made"),
        ("imported", {"files": 2, "rows": 1}, "Imported 2 files: 1 row"),
        ("source_removed", {"source": 3}, "An import undone"),
        ("activity_set", {"source": 3, "activity": "PA2"}, "Activity of a file set: PA2"),
        ("activity_confirmed", {"legal_basis": "6(1)(b)"}, "Activity confirmed: 6(1)(b)"),
        ("working_copies_purged", {"sources": [3, 4]}, "2 working copies purged"),
    ],
)  # fmt: skip
def test_an_event_is_worded(kind, payload, words):
    assert word_event(ENGLISH, kind, payload) == words


def test_an_event_of_a_newer_program_is_shown_as_it_is():
    assert word_event(ENGLISH, "teleported", {}) == "teleported"


@pytest.mark.parametrize("kind", EventKind)
def test_every_kind_of_event_has_words(kind):
    particulars = {
        EventKind.DECIDED: {"right": "access", "decision": "granted"},
        EventKind.ANSWER_SENT: {"on": "2026-11-16", "channel": "post"},
        EventKind.CLOCK_PAUSED: {"on": "2026-11-09"},
        EventKind.CLOCK_RESUMED: {"on": "2026-11-12"},
        EventKind.PACKAGE_BUILT: {"right": "portability"},
        EventKind.COPY_SENT: {"on": "2026-11-09"},
        EventKind.LETTER_MADE: {"letter": "refusal"},
        EventKind.LETTER_SENT: {"letter": "refusal", "on": "2026-11-09"},
        EventKind.REQUESTER_CHANGED: {"relation": "heir"},
        EventKind.CONDITION_MET: {"condition": "death"},
        EventKind.AUTHORITY_WROTE: {"on": "2026-11-30"},
        EventKind.STEP_MARKED: {"code": "C06"},
        EventKind.STEP_CORRECTED: {"corrects": 7},
        EventKind.REQUEST_LINKED: {"link": "repeats", "to": "DSR-2026-0001"},
        EventKind.REQUEST_UNLINKED: {"to": "DSR-2026-0001"},
        EventKind.REMINDED: {"on": "2026-11-09"},
        EventKind.EXTENSION_WITHDRAWN: {"on": "2026-11-09"},
        EventKind.FEE_TOLD: {"on": "2026-11-09", "cents": 1550},
        EventKind.FEE_REPLIED: {"on": "2026-11-09", "reply": "waived"},
        EventKind.EXTENSION_WITHDRAWN: {"on": "2026-11-09"},
        EventKind.RESTRICTED: {"on": "2026-11-09", "ground": "A18_1_d"},
    }

    words = word_event(ENGLISH, kind, particulars.get(kind, {}))

    assert words != kind
    assert "_" not in words


def test_events_are_logged_by_their_kind_and_never_by_a_bare_word():
    source = "\n".join(file.read_text(encoding="utf-8") for file in SERVICES.glob("*.py"))
    logged = re.findall(r"\b_?(?:register|made)\.log\(\s*([^,)]+)", source)
    of_steps = re.findall(r"\btake_step\((?:(?!take_step)[\s\S])*?(EventKind\.\w+)", source)
    kinds = {name.strip() for name in (*logged, *of_steps)}

    assert kinds - {"kind"} == {f"EventKind.{kind.name}" for kind in EventKind}
