"""The suppression list and the rows it holds back, on the command line."""

from datetime import date

import pytest

from dsr_desktop.domain.suppression import SuppressionReason, SuppressionScope
from dsr_desktop.domain.workdays import add_months
from dsr_desktop.services.register import open_register
from dsr_desktop.services.suppressing import TypedKeys, add_to_list

pytestmark = pytest.mark.usefixtures("with_register")

CAMILLE = ("--email", "camille.dupont@acme.example", "--phone", "06 12 34 56 78")
ERASED = ("--scope", "all", "--reason", "erasure")


@pytest.fixture
def answer(dsr):
    """Run a command that works and return its document."""

    def run(*arguments, code=0):
        result = dsr(*arguments, "--json")
        assert (result.code, result.err) == (code, "")
        return result.json

    return run


@pytest.fixture
def listed(answer):
    return answer("suppression", "add", *CAMILLE, *ERASED)["entries"]


@pytest.fixture
def crm(tmp_path, write_csv):
    rows = [
        ["Nom", "E-mail"], ["Petit", "zoe@bar.example"], ["Dupont", "CAMILLE.DUPONT@acme.example"],
    ]  # fmt: skip
    return write_csv(tmp_path / "crm.csv", rows)


@pytest.fixture
def held(listed, answer, crm):
    answer("import", crm)
    (row,) = answer("held")["held"]
    return row


# --- the list


def test_keys_are_added_and_listed_as_digests(listed, answer):
    assert [(one["kind"], one["scope"], one["reason"]) for one in listed] == [
        ("email", "all", "erasure"), ("phone", "all", "erasure"),
    ]  # fmt: skip
    assert [(one["new"], one["rows"]) for one in listed] == [(True, 0), (True, 0)]
    document = answer("suppression")
    assert document["lists_erased"] is True
    assert [one["id"] for one in document["entries"]] == [1, 2]
    assert all(len(one["digest"]) == 64 for one in document["entries"])
    assert "camille" not in repr(document)
    assert answer("suppression", "list") == document


def test_an_entry_says_when_it_is_looked_at_again(listed):
    year = int(listed[0]["created_on"][:4])

    assert listed[0]["review_on"].startswith(str(year + 3))
    assert listed[0]["review_due"] is False


def test_rows_that_are_there_already_are_counted(dsr, answer, with_lists):
    result = dsr("suppression", "add", *CAMILLE, *ERASED)

    assert [line.rpartition(" · ")[2] for line in result.lines] == [
        "2 rows of the register hold it", "1 row of the register holds it",
    ]  # fmt: skip


def test_adding_again_says_that_it_was_there(listed, answer):
    again = answer("suppression", "add", *CAMILLE, *ERASED)["entries"]

    assert [(one["id"], one["new"]) for one in again] == [(1, False), (2, False)]


def test_the_list_is_words_for_a_person(dsr, listed):
    (email, phone) = dsr("suppression").lines

    assert email.startswith("1  E-mail: not to be stored · Erasure · ")
    assert phone.startswith("2  Phone: not to be stored · Erasure · ")


def test_an_empty_list_says_so(dsr):
    assert dsr("suppression").lines == ["The suppression list is empty."]


def test_an_entry_is_removed_with_its_reason(listed, answer):
    gone = answer("suppression", "remove", 1, "--reason", "opted in again")

    assert gone == {"removed": 1, "kept": None}
    assert [one["id"] for one in answer("suppression")["entries"]] == [2]


def test_a_new_relation_keeps_what_is_about_marketing(listed, answer):
    kept = answer("suppression", "remove", 1, "--reason", "ordered", "--new-relation")["kept"]

    assert (kept["id"], kept["scope"], kept["kind"]) == (3, "marketing", "email")


@pytest.fixture
def due(tmp_path, passphrase, with_register):
    """An entry that somebody made three years ago."""
    register = open_register(tmp_path / "register.dsr", passphrase)
    listed = add_to_list(
        register, TypedKeys((CAMILLE[1],)), SuppressionScope.MARKETING,
        SuppressionReason.OBJECTION, add_months(date.today(), -37),
    )  # fmt: skip
    register.close()
    return listed[0].entry


def test_an_entry_that_is_due_is_renewed(due, answer, dsr):
    (before,) = answer("suppression")["entries"]
    assert before["review_due"] is True
    assert "look at it again: due since" in dsr("suppression").lines[0]

    renewed = answer("suppression", "renew", due.id, "--reason", "still needed")

    assert {**before, "review_due": False, "review_on": renewed["review_on"]} == renewed
    assert renewed["review_on"] > before["review_on"]
    assert answer("suppression")["entries"] == [renewed]


def test_a_renewal_is_words_for_a_person(due, dsr):
    (line,) = dsr("suppression", "renew", due.id, "--reason", "still needed").lines

    assert line.startswith("Entry 1 stays. It is looked at again on ")


def test_values_are_checked_in_their_order(listed, answer):
    document = answer(
        "suppression", "check", "zoe@bar.example", "+33612345678", "--name", "A B",
        "--postcode", "1",
    )  # fmt: skip

    assert [(one["kind"], one["listed"]) for one in document["values"]] == [
        ("email", False), ("phone", True), ("person", False),
    ]  # fmt: skip
    assert [one["id"] for one in document["values"][1]["entries"]] == [2]


def test_a_check_is_words_for_a_person(dsr, listed):
    yes, no = dsr("suppression", "check", CAMILLE[1], "zoe@bar.example").lines

    assert yes.startswith("camille.dupont@acme.example: 1  E-mail: not to be stored")
    assert no == "zoe@bar.example: not on the list"


def test_erased_people_can_be_kept_off_the_list(answer, refused):
    assert answer("suppression", "erased", "--off", "--reason", "as our lawyer says") == {
        "lists_erased": False
    }
    assert answer("suppression")["lists_erased"] is False
    assert refused("suppression", "add", *CAMILLE, *ERASED).startswith("Erased people are not put")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("add", *ERASED), "Nothing says who goes on the list."),
        (("add", "--email", "nobody", *ERASED), "This is not one e-mail address."),
        (("add", "--phone", "12", *ERASED), "This is not one phone number."),
        (("add", "--name", "Camille", *ERASED), "A name needs a given name"),
        (("add", *CAMILLE, *ERASED, "--request", "DSR-2026-0009"), "There is no request"),
        (("remove", "7", "--reason", "x"), "The suppression list has no entry 7."),
        (("renew", "7", "--reason", "x"), "The suppression list has no entry 7."),
        (("check",), "There is nothing to check."),
        (("check", "Jean"), "This is not one phone number."),
        (("check", ""), "This is not one phone number."),
    ],
)
def test_what_cannot_be_meant_is_said_in_one_sentence(refused, arguments, sentence):
    assert refused("suppression", *arguments).startswith(sentence)


def test_an_entry_that_is_not_due_is_not_renewed(listed, refused):
    sentence = refused("suppression", "renew", "1", "--reason", "still needed")

    assert sentence.startswith("Entry 1 is to be looked at on ")
    assert refused("suppression", "renew", "1", "--reason", " ").startswith("A reason has between")


def test_a_refusal_never_repeats_the_address(refused):
    typed = "camille.dupont at acme"

    assert typed not in refused("suppression", "add", "--email", typed, *ERASED)


@pytest.mark.parametrize(
    "arguments",
    [
        ("suppression", "add", *CAMILLE, "--scope", "all"),
        ("suppression", "add", *CAMILLE, "--scope", "none", "--reason", "erasure"),
        ("suppression", "remove", "1"),
        ("suppression", "renew", "1"),
        ("suppression", "renew", "--reason", "x"),
        ("suppression", "erased", "--reason", "x"),
        ("held", "decide", "1", "--same-person"),
    ],
)
def test_wrong_use_is_named(misused, arguments):
    assert misused(*arguments)


# --- what an import makes of it


def test_an_import_counts_what_it_held_and_marked(answer, crm):
    answer("suppression", "add", *CAMILLE, *ERASED)
    answer("suppression", "add", "--email", "zoe@bar.example", "--scope", "marketing",
           "--reason", "objection")  # fmt: skip
    document = answer("import", crm)

    (file,) = document["files"]
    assert (file["status"], file["rows"], file["held"], file["marketing_blocked"]) == (
        "imported", 1, 1, 1,
    )  # fmt: skip
    totals = document["totals"]
    assert (totals["rows"], totals["held"], totals["marketing_blocked"]) == (1, 1, 1)


def test_an_import_says_so_in_words(dsr, listed, crm):
    result = dsr("import", crm)

    assert result.code == 0
    assert result.lines[0] == (
        "crm.csv: 1 row. 1 row is held back by the suppression list. Decide on it."
    )


def test_every_search_says_that_rows_are_held(dsr, held, answer):
    assert answer("search", "--name", "Petit")["held"] == 1
    lines = dsr("search", "--name", "Petit").lines
    assert lines[0] == (
        "1 row is held back by the suppression list and was not searched. Decide on it first."
    )

    answer("held", "decide", held["id"], "--same-person", "--reason", "same birth date")
    assert answer("search", "--name", "Petit")["held"] == 0
    assert dsr("search", "--name", "Petit").lines[0].startswith("Searched")


# --- held rows


def test_a_held_row_is_its_position_and_no_value(held, answer, crm):
    document = answer("held")

    assert document["open"] == 1
    assert document == answer("held", "list")
    keys = ("path", "content", "sheet", "row", "kind", "decision")
    assert {key: held[key] for key in keys} == {
        "path": str(crm), "content": "only", "sheet": "crm", "row": 3, "kind": "email",
        "decision": None,
    }  # fmt: skip
    assert "dupont" not in repr(document).casefold()


def test_a_held_row_is_a_task_in_words(dsr, held):
    assert dsr("held").lines == [
        "1  crm.csv · crm · row 3 · E-mail: "
        "Erased person found again in crm.csv, row 3: tell its owner"
    ]


def test_no_held_row_is_said(dsr):
    assert dsr("held").lines == ["No row is held back."]


def test_the_row_of_the_same_person_stays_out(held, answer, dsr):
    decided = answer("held", "decide", 1, "--same-person", "--reason", "same birth date")

    assert (decided["decision"], decided["reason"]) == ("same_person", "same birth date")
    assert decided["decided_by"] == "Nora Vidal"
    assert answer("held")["open"] == 0
    assert dsr("held").lines[0].endswith("Same person, not stored: tell the owner of the file")


def test_the_row_of_another_person_is_stored(held, answer):
    answer("held", "decide", 1, "--another-person", "--reason", "her daughter")

    (hit,) = answer("search", "--name", "Dupont")["hits"]
    assert hit["row"] == 3
    assert answer("verify")["sound"] is True


def test_the_row_of_another_person_passes_in_the_next_version(held, answer, dsr, crm):
    answer("held", "decide", 1, "--another-person", "--reason", "her daughter")
    crm.write_text(crm.read_text(encoding="utf-8") + "Blanc;lea@blanc.example\n", encoding="utf-8")

    result = dsr("import", crm, "--replace")

    assert result.lines[0].endswith(
        "1 row is stored as another person's: you said so in the earlier version."
    )
    assert answer("held") == {"held": [], "open": 0}
    assert answer("search", "--name", "Dupont")["total"] == 1


def test_what_passed_is_counted(held, answer, crm):
    answer("held", "decide", 1, "--another-person", "--reason", "her daughter")
    crm.write_text(crm.read_text(encoding="utf-8") + "Blanc;lea@blanc.example\n", encoding="utf-8")

    (file,) = answer("import", crm, "--replace")["files"]

    assert (file["rows"], file["held"], file["cleared"]) == (3, 0, 1)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("1", "--reason", "x"), "Say whose row it is"),
        (("1", "--same-person", "--another-person", "--reason", "x"), "Say whose row it is"),
        (("1", "--same-person", "--reason", " "), "A reason has between 1 and 1,000 characters"),
        (("7", "--same-person", "--reason", "x"), "There is no held row 7."),
    ],
)
def test_a_decision_that_cannot_be_meant_is_refused(held, refused, arguments, sentence):
    assert refused("held", "decide", *arguments).startswith(sentence)


def test_a_file_that_changed_since_is_named(held, refused, crm):
    crm.write_text("Nom;E-mail\n", encoding="utf-8")

    assert refused("held", "decide", "1", "--another-person", "--reason", "x").startswith(
        "crm.csv is not the file that was imported any more."
    )


def test_a_held_row_is_named_at_each_copy_of_its_file(held, answer, dsr, crm):
    copy = crm.with_name("old.csv")
    copy.write_bytes(crm.read_bytes())
    answer("import", copy)

    (row,) = answer("held")["held"]
    assert row["copies"] == [str(copy)]
    assert dsr("held").lines[1].strip() == f"also at {copy}"
