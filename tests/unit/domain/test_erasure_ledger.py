"""The ledger of erasures: what it says, whom it belongs to, what an older register lacks of it."""

import json
from dataclasses import replace

import pytest

from dsr_desktop.domain.erasure_ledger import (
    ErasedRow,
    LedgerEntry,
    LedgerKey,
    joined,
    ledger_from_text,
    ledger_to_text,
    missing_from,
)

SECRET, OURS = bytes(range(32)), "11111111-2222"
ROW = ErasedRow("ab" * 32, "Feuille 1", 7)
PART = ErasedRow("cd" * 32, "Feuille 1", 9, (2, 4))
KEY = LedgerKey("email", "ef" * 32, None, "2026-11-16", "2029-11-16")
DONE = LedgerEntry(
    "a1", "DSR-2026-0001", "2026-11-16T10:00:00+00:00", "Nora", (ROW, PART), (KEY,),
    "2026-11-16T10:00:02+00:00",
)  # fmt: skip
PLANNED = replace(DONE, uid="b2", planned_at="2026-11-17T10:00:00+00:00", done_at=None)


def test_it_reads_back_what_it_wrote():
    text = ledger_to_text(OURS, [DONE, PLANNED], SECRET)

    assert ledger_from_text(text, OURS, SECRET) == (DONE, PLANNED)


def test_an_empty_ledger_is_one_too():
    assert ledger_from_text(ledger_to_text(OURS, [], SECRET), OURS, SECRET) == ()


@pytest.mark.parametrize("register", ["other", ""])
def test_another_registers_ledger_is_refused(register):
    with pytest.raises(ValueError, match=r"other|^$"):
        ledger_from_text(ledger_to_text(OURS, [DONE], SECRET), register, SECRET)


def test_a_ledger_sealed_with_another_secret_is_refused():
    with pytest.raises(ValueError, match="erasures"):
        ledger_from_text(ledger_to_text(OURS, [DONE], SECRET), OURS, b"another")


@pytest.mark.parametrize(
    ("before", "after"), [("Feuille 1", "Feuille 2"), ("Nora", "Paul"), ("0001", "0002")]
)
def test_any_change_breaks_the_seal(before, after):
    text = ledger_to_text(OURS, [DONE], SECRET)
    assert before in text

    with pytest.raises(ValueError, match="erasures"):
        ledger_from_text(text.replace(before, after), OURS, SECRET)


def test_an_erasure_added_by_somebody_breaks_the_seal():
    content = json.loads(ledger_to_text(OURS, [DONE], SECRET))
    content["entries"].append({**content["entries"][0], "uid": "zz"})

    with pytest.raises(ValueError, match="erasures"):
        ledger_from_text(json.dumps(content), OURS, SECRET)


@pytest.mark.parametrize("text", ["[]", "3", "{}", '{"format": "dsr-desktop-keys"}', "no json"])
def test_what_is_no_ledger_is_refused(text):
    with pytest.raises(ValueError, match=r"erasures|Expecting"):
        ledger_from_text(text, OURS, SECRET)


def test_joined_ledgers_know_each_erasure_once_and_that_it_is_done():
    not_yet = replace(DONE, done_at=None)

    assert joined([PLANNED, not_yet], [DONE]) == (DONE, PLANNED)
    assert joined([DONE], [not_yet]) == (DONE,)
    assert joined() == ()


def test_an_older_register_lacks_what_it_has_not_done():
    not_yet = replace(DONE, done_at=None)

    assert missing_from([], [DONE, PLANNED]) == (DONE, PLANNED)
    assert missing_from([not_yet], [DONE]) == (DONE,)
    assert missing_from([DONE], [not_yet]) == ()
