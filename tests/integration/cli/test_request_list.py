"""`request list`: all requests, or those that every option fits."""

import pytest

REFS = ("DSR-2025-0001", "DSR-2025-0002", "DSR-2025-0003", "DSR-2025-0004")

pytestmark = pytest.mark.usefixtures("with_register")


@pytest.fixture
def four(dsr):
    """Four requests: one overdue, one new and handled by somebody, one waiting, one closed."""
    for right, day, name in (
        ("access", "2025-05-02", "Ana Sánchez"), ("erasure", "2025-06-20", "Zoë Čapek"),
        ("access", "2025-06-20", "Jürgen Groß"), ("rectification", "2025-06-20", "Ivana Horvat"),
    ):  # fmt: skip
        dsr("request", "new", "--right", right, "--received", day, "--name", name)
    assert dsr("request", "edit", REFS[1], "--handled-by", "Nora Vidal").code == 0
    asked = ("identity", REFS[2], "--doubt", "another address", "--method", "shared_facts",
             "--result", "pending", "--on", "2025-06-21")  # fmt: skip
    assert dsr("request", *asked).code == 0
    assert dsr("request", "pause", REFS[2], "--asked-on", "2025-06-21").code == 0
    decided = ("--right", "rectification", "--decision", "withdrawn_by_person")
    assert dsr("request", "decide", REFS[3], *decided).code == 0
    assert dsr("request", "send", REFS[3]).code == 0
    assert dsr("request", "close", REFS[3]).code == 0


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ([], REFS),
        (["--standing", "open"], REFS[:3]),
        (["--standing", "waiting"], [REFS[2]]),
        (["--standing", "closed"], [REFS[3]]),
        (["--stage", "new"], REFS[:2]),
        (["--stage", "closed"], [REFS[3]]),
        (["--right", "access"], [REFS[0], REFS[2]]),
        (["--handled-by", "nora VIDAL"], [REFS[1]]),
        (["--handled-by", ""], [REFS[0], REFS[2], REFS[3]]),
        (["--text", "capek"], [REFS[1]]),
        (["--text", "erasure 0002"], [REFS[1]]),
        (["--standing", "open", "--right", "access", "--text", "groß"], [REFS[2]]),
        (["--standing", "waiting", "--right", "erasure"], []),
    ],
)
def test_requests_are_listed_that_every_option_fits(dsr, four, options, found):
    listed = dsr("request", "list", *options, "--json").json["requests"]

    assert sorted(one["ref"] for one in listed) == sorted(found)


def test_answers_due_within_some_days_are_those_owed_by_then(dsr, four):
    whole = dsr("request", "list", "--json").json["requests"]
    owed = {one["ref"]: one["days_left"] for one in whole if one["ref"] in REFS[:2]}

    for days in (0, min(owed.values()) + 1 if min(owed.values()) >= 0 else 3, 3_650):
        listed = dsr("request", "list", "--due-within", days, "--json").json["requests"]
        there = {one["ref"] for one in listed}
        assert there & owed.keys() == {ref for ref, left in owed.items() if left <= days}
        assert REFS[3] not in there


def test_where_none_fits_it_says_so(dsr, four):
    assert "No request matches" in dsr("request", "list", "--text", "nobody").out
    assert "There is no request yet" not in dsr("request", "list", "--text", "nobody").out


@pytest.mark.parametrize("options", [["--due-within", "-1"], ["--stage", "lost"], ["--right", "x"]])
def test_a_filter_that_cannot_be_is_refused_in_one_sentence(dsr, four, options):
    refused = dsr("request", "list", *options)

    assert refused.code != 0
    assert "Traceback" not in refused.err
