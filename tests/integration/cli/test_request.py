"""`request`: a file for each message, and the guards on the way to its close."""

from datetime import date, timedelta

import pytest

from dsr_desktop.services.register import Company

KEYS = {
    "ref", "stage", "status", "days_left", "channel", "language", "recorded_on", "answered_on",
    "closed_on", "rights", "criteria", "hits", "received", "first_raw", "first_due", "extended_raw",
    "extended_due", "internal_target", "refusal_deadline", "unsuspended_due", "current_due",
    "provisional", "steps", "sources", "data_subject", "requester", "handled_by", "conditions",
    "authority", "copy_sent_on", "remedies_told", "decisions", "side_states", "hints",
}  # fmt: skip
REF = "DSR-2025-0001"
FRIDAY = "2025-06-20"

pytestmark = pytest.mark.usefixtures("with_register")


# --- new


def test_the_document_has_the_keys_that_scripts_rely_on(new):
    made = new()

    assert set(made) == KEYS
    assert (made["ref"], made["first_due"]) == (REF, "2025-07-21")
    assert all(set(one) == {"date", "why"} for one in made["steps"])


def test_everything_said_comes_back(new):
    made = new("access", more=("--email", "camille@acme.example", "--email", "c@acme.example",
                               "--channel", "post", "--language", "fr"))  # fmt: skip

    assert made["criteria"] == {
        "name": ["Camille Dupont"], "email": ["camille@acme.example", "c@acme.example"],
    }  # fmt: skip
    assert (made["channel"], made["language"], made["stage"]) == ("post", "fr", "new")
    assert (made["answered_on"], made["closed_on"]) == (None, None)
    assert made["hits"] == {"confirmed": 0, "rejected": 0, "open": 0}


def test_several_rights_share_one_request(dsr, new):
    rights = ["access", "erasure", "portability"]

    repeated = new(*rights)
    in_a_row = dsr("request", "new", "--right", *rights, "--received", FRIDAY, "--name", "Camille",
                   "--json").json  # fmt: skip

    assert [one["right"] for one in repeated["rights"]] == rights
    assert repeated["rights"] == in_a_row["rights"]
    assert repeated["rights"][0] == {"right": "access", "decision": None, "reason_code": None}


def test_references_count_up_in_the_year_of_receipt(new):
    made = [new(received=day)["ref"] for day in (FRIDAY, "2025-06-23", "2024-06-21", FRIDAY)]

    assert made == [REF, "DSR-2025-0002", "DSR-2024-0001", "DSR-2025-0003"]


def test_the_clock_goes_by_the_calendar_of_the_company(new, dsr, tmp_path, make_register):
    moselle = tmp_path / "moselle.dsr"
    make_register(moselle, company=Company("Exemple SAS", "FR", "57")).close()

    there = new(received="2025-11-26", more=("--register", moselle))

    assert there["first_due"] == "2025-12-29"
    assert new(received="2025-11-26")["first_due"] == "2025-12-26"


def test_the_first_day_of_the_regulation_and_today_are_taken(new):
    assert new(received="2018-05-25")["first_due"] == "2018-06-25"
    assert new(received=date.today().isoformat())["status"] == "on_time"


def test_a_receipt_that_cannot_be_is_refused(refused):
    future = (date.today() + timedelta(days=2)).isoformat()
    for day in (future, "2018-05-24", "2025-06-31", "20/06/2025"):
        asked = ("--right", "access", "--received", day, "--name", "Camille")
        assert day in refused("request", "new", *asked)


def test_a_request_of_nobody_is_refused(refused):
    assert "name" in refused("request", "new", "--right", "access", "--received", FRIDAY)


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        ([], "--right"),
        (["--right", "access"], "--received"),
        (["--right", "forgetting", "--received", FRIDAY], "forgetting"),
        (["--right", "access", "--received", FRIDAY, "--channel", "pigeon"], "pigeon"),
        (["--right", "access", "--received", FRIDAY, "--language", "de"], "de"),
    ],
)
def test_wrong_use_ends_with_two(misused, arguments, named):
    assert named in misused("request", "new", *arguments)


def test_a_group_without_a_command_is_wrong_use(dsr):
    assert dsr("request").code == 2


# --- list and show


def test_requests_are_listed_the_next_due_first_and_the_closed_last(dsr, new, request_):
    for day in ("2025-06-20", "2025-09-12", "2025-08-01"):
        new(received=day)
    request_("decide", "--right", "access", "--decision", "withdrawn_by_person")
    request_("close")

    listed = dsr("request", "list", "--json").json["requests"]

    assert [one["received"] for one in listed] == ["2025-08-01", "2025-09-12", "2025-06-20"]
    assert {frozenset(one) for one in listed} == {frozenset(KEYS - {"hints"})}


def test_an_empty_list_says_what_to_do_next(dsr):
    assert dsr("request", "list", "--json").json == {"requests": []}
    assert "request new" in dsr("request", "list").out


def test_a_request_is_shown_as_it_was_made(new, request_):
    made = new("erasure")

    assert request_("show") == made


def test_a_reference_may_be_written_small(dsr, new):
    new()

    assert dsr("request", "show", "dsr-2025-0001", "--json").json["ref"] == REF


def test_a_person_reads_rights_stage_and_why_this_date(dsr, new):
    new("access", "erasure")

    first, *steps = dsr("request", "show", REF).lines

    assert first.startswith(f"{REF}  Access, Erasure  New  due on 21 July 2025  ")
    assert first.endswith("days late")
    assert steps[2].startswith("  21 July 2025: Sunday: moved to the next working day")


@pytest.mark.parametrize(
    "command",
    [
        ["show"],
        ["identity"],
        ["pause", "--asked-on", FRIDAY],
        ["extend", "--reason", "complexity", "--text", "14 files"],
        ["decide", "--right", "access", "--decision", "granted"],
        ["send"],
        ["close"],
    ],
    ids=lambda command: command[0],
)
def test_a_request_that_is_not_there_is_named(refused, command):
    assert "DSR-2020-0099" in refused("request", command[0], "DSR-2020-0099", *command[1:])


# --- decide, send, close


def test_a_request_goes_from_decision_to_close(dsr, new, request_):
    new("access", "erasure")
    assert dsr("find", REF).code == 0
    first = request_("decide", "--right", "access", "--decision", "granted")
    assert first["stage"] == "in_progress"
    last = request_("decide", "--right", "erasure", "--decision", "granted_partly", "--reason",
                    "A17_3_b", "--text", "invoice of 2024")  # fmt: skip
    assert last["stage"] == "decided"
    assert last["rights"] == [
        {"right": "access", "decision": "granted", "reason_code": None},
        {"right": "erasure", "decision": "granted_partly", "reason_code": "A17_3_b"},
    ]

    sent = request_("send", "--on", "2025-07-21", "--channel", "post")
    assert (sent["stage"], sent["status"], sent["answered_on"]) == (
        "answered", "answered", "2025-07-21",
    )  # fmt: skip

    closed = request_("close")
    assert (closed["stage"], closed["closed_on"]) == ("closed", date.today().isoformat())


def test_an_answer_after_the_legal_date_is_late(dsr, new, request_):
    new()
    assert dsr("find", REF).code == 0
    request_("decide", "--right", "access", "--decision", "no_data")

    assert request_("send", "--on", "2025-07-22")["status"] == "answered_late"


def test_nothing_is_answered_while_nobody_has_looked(new, request_, refused):
    new()
    assert "lists were not searched" in refused(
        "request", "decide", REF, "--right", "access", "--decision", "no_data"
    )
    request_("decide", "--right", "access", "--decision", "granted")
    assert "nobody has looked" in refused("request", "send", REF)


def test_r_dl_5_an_extension_that_is_withdrawn_leaves_the_first_date(new, request_, refused):
    first = new()["current_due"]
    sent = ("--reason", "complexity", "--text", "14 files", "--sent-on", "2025-07-01")
    assert request_("extend", *sent)["current_due"] > first

    assert request_("withdraw-extension", "--on", "2025-07-10")["current_due"] == first
    assert "nothing to withdraw" in refused("request", "withdraw-extension", REF)


def test_the_person_of_a_request_has_aliases_and_addresses(new, request_, refused):
    new()
    request_("person", "--name", "Camille Dupont", "--name", "Camille Martin",
             "--address", "email:camille@dupont.example")  # fmt: skip
    assert "written as email" in refused(
        "request", "person", REF, "--name", "Camille", "--address", "camille@dupont.example"
    )


def test_an_answer_is_of_today_unless_told_otherwise(dsr, new, request_):
    new()
    assert dsr("find", REF).code == 0
    request_("decide", "--right", "access", "--decision", "granted")

    assert request_("send")["answered_on"] == date.today().isoformat()


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["--right", "portability", "--decision", "granted"], "access, erasure"),
        (["--right", "erasure", "--decision", "refused"], "reason code"),
        (["--right", "erasure", "--decision", "refused", "--reason", "A99"], "A99"),
    ],
)
def test_a_decision_that_cannot_be_is_refused(new, refused, arguments, named):
    new("access", "erasure")

    assert named in refused("request", "decide", REF, *arguments)


def test_a_decision_out_of_the_catalogue_is_wrong_use(new, misused):
    new()

    decision = ("--right", "access", "--decision", "maybe")
    assert "maybe" in misused("request", "decide", REF, *decision)


def test_nothing_is_sent_before_everything_is_decided(new, request_, refused):
    new("access", "erasure")
    request_("decide", "--right", "access", "--decision", "granted")

    assert "decide first on Erasure" in refused("request", "send", REF)


@pytest.mark.parametrize("day", ["2025-06-19", "2099-01-01"], ids=["before receipt", "after today"])
def test_nothing_is_sent_on_a_day_that_cannot_be(new, request_, refused, day):
    new()
    request_("decide", "--right", "access", "--decision", "granted")

    assert day in refused("request", "send", REF, "--on", day)


def test_silence_is_no_end(new, request_, refused):
    new()
    assert REF in refused("request", "close", REF)
    request_("decide", "--right", "access", "--decision", "granted")
    assert REF in refused("request", "close", REF)


@pytest.mark.parametrize(
    "command",
    [
        ["request", "identity"],
        ["request", "pause", "--asked-on", FRIDAY],
        ["request", "extend", "--reason", "complexity", "--text", "14 files", "--sent-on", FRIDAY],
        ["request", "decide", "--right", "access", "--decision", "granted"],
        ["request", "send"],
        ["request", "close"],
        ["find"],
        ["hits", "--confirm-strong"],
    ],
    ids=lambda command: " ".join(command[:2]),
)
def test_a_closed_request_no_longer_changes(new, request_, refused, command):
    new()
    request_("decide", "--right", "access", "--decision", "withdrawn_by_person")
    request_("close")
    at = 2 if command[0] == "request" else 1

    assert REF in refused(*command[:at], REF, *command[at:])
