"""Saying on the command line that a file is gone for good, and taking it back."""

from datetime import datetime

import pytest

from dsr_desktop.wording.language import speak

WHY = "shredded with the old laptop"


@pytest.fixture
def ref(dsr, with_register, crm, copy, erase):
    """A request whose one hit was cleared in the list, and whose copy was deleted."""
    dsr("import", crm, copy)
    dsr("request", "new", "--right", "erasure", "--received", "2026-11-02", "--email",
        "camille@acme.example")  # fmt: skip
    (ref,) = (one for one in dsr("request", "list").out.split() if one.startswith("DSR-"))
    dsr("find", ref)
    dsr("hits", ref, "--confirm-strong")
    erase(crm)
    copy.unlink()
    return ref


@pytest.fixture
def here():
    """Today, as an answer and as a sentence write it."""
    today = datetime.now().astimezone().date()
    return today.isoformat(), speak("en").date(today)


def said(day):
    return f"Gone for good: said by Nora Vidal on {day}. Reason: {WHY}"


def test_a_rescan_is_clean_once_the_missing_file_is_said_to_be_gone(dsr, ref, crm, copy, here):
    assert dsr("rescan", ref).code == 3

    told = dsr("sources", "gone", copy, "--reason", WHY)

    assert (told.code, told.lines) == (
        0, [f"{copy}: {said(here[1])}", f"Read the sources again for {ref}."],
    )  # fmt: skip
    result = dsr("rescan", ref, "--json")
    assert (result.code, result.json["clean"]) == (0, True)
    own, other = result.json["sources"]
    assert (own["path"], own["status"], own["gone"]) == (str(crm), "clean", None)
    assert (other["path"], other["status"], other["hits"]) == (str(copy), "gone", [])
    assert other["gone"] == {"on": here[0], "by": "Nora Vidal", "reason": WHY}
    assert dsr("rescan", ref).lines == [f"{crm}: Clean", f"{copy}: {said(here[1])}"]


def test_the_answers_have_the_places_and_the_requests_to_read_again(dsr, ref, copy, here):
    dsr("rescan", ref)
    place = {"path": str(copy), "on": here[0], "by": "Nora Vidal", "reason": WHY}

    gone = dsr("sources", "gone", copy, "--reason", WHY, "--json").json
    dsr("rescan", ref)
    taken_back = dsr("sources", "not-gone", copy, "--json").json

    assert gone == taken_back == {"places": [place], "read_again": [ref]}


def test_taken_back_the_file_is_missing_again(dsr, ref, copy):
    dsr("sources", "gone", copy, "--reason", WHY)
    assert dsr("rescan", ref).code == 0

    assert dsr("sources", "not-gone", copy).lines == [
        f"{copy} is no longer taken for gone.", f"Read the sources again for {ref}.",
    ]  # fmt: skip

    again = dsr("rescan", ref, "--json")
    assert (again.code, again.json["sources"][1]["status"]) == (3, "missing")
    assert again.json["sources"][1]["gone"] is None
    assert dsr("verify").code == 0


def test_the_sources_say_which_places_are_gone(dsr, ref, crm, copy, here):
    assert dsr("sources", "--json").json["sources"][0]["gone"] == []

    dsr("sources", "gone", copy, "--reason", WHY)

    (source,) = dsr("sources", "--json").json["sources"]
    assert source["gone"] == [{"path": str(copy), "on": here[0], "by": "Nora Vidal", "reason": WHY}]
    assert dsr("sources").lines == [
        "1  crm.csv: 2 rows", f"   also at {copy}", f"   {copy}: {said(here[1])}",
    ]  # fmt: skip


def test_the_checklist_names_the_files_that_are_gone(dsr, ref, copy, tmp_path):
    dsr("sources", "gone", copy, "--reason", WHY)

    made = dsr("checklist", ref, "--out", tmp_path / "out", "--json").json

    assert (made["rows"], made["gone"]) == (1, ["crm copy.csv"])


def test_a_file_that_is_there_a_strange_one_and_no_reason_are_refused(dsr, refused, ref, crm, copy):
    assert refused("sources", "gone", crm, "--reason", WHY) == (
        "crm.csv is still there. Have it deleted first, or read the sources again."
    )
    assert "No file of the register came from" in refused(
        "sources", "gone", crm.with_name("other.csv"), "--reason", WHY
    )
    assert "A reason has between 1 and" in refused("sources", "gone", copy, "--reason", " ")
    assert "is not said to be gone" in refused("sources", "not-gone", copy)


def test_a_reason_has_to_be_given(dsr, misused, ref, copy):
    assert "--reason" in misused("sources", "gone", copy)
