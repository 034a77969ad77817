"""Words of the suppression list: every kind, scope, reason and decision has some."""

from dataclasses import replace
from datetime import date

import pytest

from dsr_desktop.domain.held_row import HeldContent, HeldDecision, HeldRow
from dsr_desktop.domain.suppression import (
    SuppressionKind,
    SuppressionReason,
    SuppressionScope,
)
from dsr_desktop.wording.language import speak
from dsr_desktop.wording.suppression import (
    decision_label,
    entries_due_sentence,
    held_content,
    held_place,
    held_rows_sentence,
    held_task,
    kind_label,
    reason_label,
    scope_label,
    suppressed_sentences,
)

TR = speak("en")
HELD = HeldRow(
    1, 1, "/lists/crm.csv", "crm.csv", "Clients", 1_214, SuppressionKind.EMAIL, 1,
    SuppressionReason.ERASURE, date(2026, 10, 5),
)  # fmt: skip


@pytest.mark.parametrize(
    ("members", "label"),
    [
        (SuppressionKind, kind_label),
        (SuppressionScope, scope_label),
        (SuppressionReason, reason_label),
        (HeldDecision, decision_label),
    ],
    ids=["kind", "scope", "reason", "decision"],
)
def test_each_has_words_of_its_own(members, label):
    words = [label(TR, one) for one in members]

    assert all(words)
    assert len(set(words)) == len(list(members))


def test_an_erased_person_found_again_is_to_be_told_to_the_owner():
    assert held_task(TR, HELD) == (
        "Erased person found again in crm.csv, row 1,214: tell its owner"
    )


def test_the_owners_of_copies_are_to_be_told_too():
    copied = replace(HELD, copies=("/lists/old.csv",))

    assert held_task(TR, copied) == (
        "Erased person found again in crm.csv, row 1,214, and in its copies: tell their owners"
    )


@pytest.mark.parametrize("why", [SuppressionReason.OBJECTION, SuppressionReason.WITHDRAWAL])
def test_nobody_is_called_erased_who_only_objected(why):
    assert held_task(TR, replace(HELD, why=why)).startswith("Person who objected found again")


def test_a_place_is_file_sheet_and_row():
    assert held_place(TR, HELD) == "crm.csv · Clients · row 1,214"


@pytest.mark.parametrize(
    ("content", "copies", "told"),
    [
        (HeldContent.ONLY, ("/lists/old.csv",), ""),
        (HeldContent.LATEST, (), "latest content, imported on 5 October 2026"),
        (HeldContent.EARLIER, (), "earlier content, imported on 5 October 2026"),
        (HeldContent.EARLIER, ("/lists/old.csv", "/stick/old.csv"),
         "earlier content, imported on 5 October 2026, at /lists/old.csv, /stick/old.csv"),
    ],
)  # fmt: skip
def test_rows_of_several_contents_of_a_file_do_not_read_alike(content, copies, told):
    assert held_content(TR, replace(HELD, content=content, copies=copies)) == told


@pytest.mark.parametrize(
    ("held", "blocked", "told"),
    [
        (0, 0, ()),
        (0, 1, ("1 row is on the suppression list: stored, no marketing.",)),
        (2, 0, ("2 rows are held back by the suppression list. Decide on each.",)),
        (1, 3, ("3 rows are on the suppression list: stored, no marketing.",
                "1 row is held back by the suppression list. Decide on it.")),
    ],
)  # fmt: skip
def test_an_import_says_what_met_the_list(held, blocked, told):
    assert suppressed_sentences(TR, held, blocked) == told


def test_an_import_says_who_passed_by_an_earlier_decision():
    assert suppressed_sentences(TR, 0, 0, 1) == (
        "1 row is stored as another person's: you said so in the earlier version.",
    )
    blocked, passed, held = suppressed_sentences(TR, 1, 1, 2)
    assert passed == "2 rows are stored as other people's: you said so in the earlier version."
    assert (blocked[:5], held[:5]) == ("1 row", "1 row")


def test_entries_that_are_due_are_a_question():
    assert entries_due_sentence(TR, 1) == (
        "1 entry of the suppression list is due for review: does it stay?"
    )
    assert entries_due_sentence(TR, 2).endswith(
        "entries of the suppression list are due for review: do they stay?"
    )


def test_one_row_and_several_are_said_rightly():
    assert held_rows_sentence(TR, 1).startswith("1 row is held back")
    assert held_rows_sentence(TR, 1_200).startswith("1,200 rows are held back")
