"""`request identity`, `pause` and `extend`: what moves the date of an answer, and what does not."""

import pytest

REF = "DSR-2025-0001"

pytestmark = pytest.mark.usefixtures("with_register")


# --- identity and pause


def test_a_doubt_and_a_question_move_the_date_and_the_other_one_stays(new, request_):
    new()
    doubt = ("--doubt", "address unknown, asks for everything", "--result", "pending")
    assert request_("identity", *doubt)["stage"] == "identity_pending"

    waiting = request_("pause", "--asked-on", "2025-06-23")
    assert (waiting["status"], waiting["provisional"]) == ("paused", True)
    assert waiting["first_due"] > "2025-07-28"

    answered = request_("pause", "--answered-on", "2025-06-30")
    assert (answered["first_raw"], answered["first_due"]) == ("2025-07-20", "2025-07-28")
    assert (answered["unsuspended_due"], answered["provisional"]) == ("2025-07-21", False)

    confirmed = request_("identity", "--method", "code_to_known_channel", "--result", "confirmed")
    assert confirmed["stage"] == "in_progress"
    assert confirmed["current_due"] == "2025-07-28"


def test_question_and_answer_may_be_recorded_at_once(new, request_):
    new()
    request_("identity", "--doubt", "address unknown")

    paused = request_("pause", "--asked-on", "2025-06-23", "--answered-on", "2025-06-30")

    assert paused["first_due"] == "2025-07-28"


@pytest.mark.parametrize("nothing", ["", "  "])
def test_a_doubt_without_words_is_refused_and_stops_no_clock(new, refused, nothing):
    new()

    assert "doubt" in refused("request", "identity", REF, "--doubt", nothing)
    assert "doubt" in refused("request", "pause", REF, "--asked-on", "2025-06-23")


def test_no_pause_without_a_doubt(new, refused):
    new()

    assert "doubt" in refused("request", "pause", REF, "--asked-on", "2025-06-23")


def test_no_answer_without_a_question(new, refused):
    new()

    assert REF in refused("request", "pause", REF, "--answered-on", "2025-06-30")


@pytest.mark.parametrize(
    ("asked", "answered", "named"),
    [
        ("2025-06-19", "2025-06-30", "2025-06-19"),
        ("2099-06-23", "2099-06-30", "2099-06-23"),
        ("2025-06-30", "2025-06-23", "23 June 2025"),
        ("2025-06-31", "2025-07-02", "2025-06-31"),
        ("2025-06-23", "2099-06-30", "2099-06-30"),
    ],
    ids=["before receipt", "after today", "backwards", "no day", "answer after today"],
)  # fmt: skip
def test_a_pause_that_cannot_have_been_is_refused(new, request_, refused, asked, answered, named):
    new()
    request_("identity", "--doubt", "address unknown")

    days = ("--asked-on", asked, "--answered-on", answered)
    assert named in refused("request", "pause", REF, *days)


def test_a_clarification_stops_the_clock_of_access_to_much_data_only(new, request_, refused):
    new("access")
    new("erasure")
    days = ("--reason", "clarification", "--asked-on", "2025-06-23", "--answered-on", "2025-06-30")

    refused("request", "pause", REF, *days)
    refused("request", "pause", "DSR-2025-0002", *days, "--large-quantity")
    assert request_("pause", *days, "--large-quantity")["first_due"] == "2025-07-28"


def test_a_marketing_objection_never_meets_an_identity_check(new, refused):
    new("objection_marketing")

    assert REF in refused("request", "identity", REF, "--doubt", "address unknown")


# --- extension


@pytest.fixture
def complex_request(new):
    """Received on a Friday of November: the month ends on a Sunday, the third on a Saturday."""
    assert new(received="2020-11-06")["first_due"] == "2020-12-07"
    return "DSR-2020-0001"


def extension(*sent_on):
    return ("--reason", "complexity", "--text", "14 files, 3 mailboxes", *sent_on)


@pytest.mark.parametrize("sent_on", ["2020-12-04", "2020-12-07"], ids=["in time", "last day"])
def test_a_notice_sent_in_the_month_lengthens_it_to_three(dsr, complex_request, sent_on):
    extended = dsr(
        "request", "extend", complex_request, *extension("--sent-on", sent_on), "--json"
    ).json

    assert extended["current_due"] == extended["extended_due"] == "2021-02-08"
    assert extended["refusal_deadline"] == extended["first_due"] == "2020-12-07"


def test_a_notice_after_the_month_is_refused(refused, complex_request):
    assert "7 December 2020" in refused("request", "extend", complex_request, *extension())
    late = extension("--sent-on", "2020-12-08")
    assert "7 December 2020" in refused("request", "extend", complex_request, *late)


def test_a_second_extension_is_refused(dsr, refused, complex_request):
    in_time = extension("--sent-on", "2020-12-04")
    dsr("request", "extend", complex_request, *in_time)

    assert "8 February 2021" in refused("request", "extend", complex_request, *in_time)


def test_an_extension_tells_the_person_why(refused, misused, complex_request):
    sent = ("--sent-on", "2020-12-04")

    refused("request", "extend", complex_request, "--reason", "complexity", "--text", " ", *sent)
    assert "--text" in misused(
        "request", "extend", complex_request, "--reason", "complexity", *sent
    )
    assert "--reason" in misused("request", "extend", complex_request, "--text", "14 files", *sent)


def test_a_notice_before_receipt_is_refused_and_the_request_stays_usable(
    dsr, refused, complex_request
):
    early = extension("--sent-on", "2020-11-05")

    assert "2020" in refused("request", "extend", complex_request, *early)
    assert dsr("request", "list").code == 0
