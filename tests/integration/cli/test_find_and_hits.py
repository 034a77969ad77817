"""`find` looks for the person of a request, `hits` records what the DPO says of each row."""

import pytest

HIT_KEYS = {
    "id", "file", "sha256", "sheet", "row", "level", "score", "reasons", "verdict",
    "verdict_reason", "decided_at", "decided_by", "names_another", "set_apart",
}  # fmt: skip
REF = "DSR-2025-0001"

pytestmark = pytest.mark.usefixtures("with_lists")


@pytest.fixture
def request_ref(dsr):
    """A request of Camille Dupont, known by name, e-mail and phone."""
    person = ("--name", "Camille Dupont", "--email", "camille.dupont@acme.example", "--phone",
              "06 12 34 56 78")  # fmt: skip
    dsr("request", "new", "--right", "erasure", "--received", "2025-06-20", *person)
    return REF


@pytest.fixture
def found(dsr, request_ref):
    """The hits of that request, best first: crm.csv, newsletter.xlsx, salon.csv."""
    hits = dsr("find", request_ref, "--json").json["hits"]
    assert [hit["level"] for hit in hits] == ["strong", "strong", "weak"]
    return [hit["id"] for hit in hits]


@pytest.fixture
def judge(dsr):
    """Record verdicts and return the verdict of every hit, by id."""

    def judge_(*arguments):
        result = dsr("hits", REF, *arguments, "--json")
        assert (result.code, result.err) == (0, "")
        return {hit["id"]: hit["verdict"] for hit in result.json["hits"]}

    return judge_


# --- find


def test_the_document_is_that_of_a_search_with_hits_that_have_ids(dsr, request_ref):
    found = dsr("find", request_ref, "--json").json

    assert (found["id"], found["total"]) == (REF, 3)
    assert found["searched"] == {"files": 3, "rows": 24}
    assert set(found["criteria"]) == {"name", "email", "phone"}
    assert {frozenset(hit) for hit in found["hits"]} == {frozenset(HIT_KEYS)}
    assert {hit["verdict"] for hit in found["hits"]} == {"open"}


def test_a_hit_keeps_where_it_was_found(dsr, request_ref, lists):
    best = dsr("find", request_ref, "--json").json["hits"][0]

    assert (best["file"], best["sheet"], best["row"]) == (str(lists / "crm.csv"), "crm", 14)
    assert len(best["sha256"]) == 64


def test_what_was_not_searched_is_named(dsr, request_ref):
    result = dsr("find", request_ref)

    assert (result.code, result.err) == (0, "")
    assert result.lines[0].startswith("broken.xlsx was not searched: ")


def test_finding_moves_the_request_on(dsr, request_ref):
    assert dsr("request", "show", REF, "--json").json["stage"] == "new"
    dsr("find", request_ref)

    shown = dsr("request", "show", REF, "--json").json

    assert shown["stage"] == "in_progress"
    assert shown["hits"] == {"confirmed": 0, "rejected": 0, "open": 3}


def test_finding_again_keeps_the_verdicts(dsr, found, judge):
    judge("--confirm", found[0])

    again = dsr("find", REF, "--json").json["hits"]

    assert [hit["verdict"] for hit in again] == ["confirmed", "open", "open"]
    assert again[0]["id"] == found[0]


def test_nothing_found_is_said(dsr):
    dsr("request", "new", "--right", "access", "--received", "2025-06-20", "--name", "Nobody Else")

    assert dsr("find", REF, "--json").json["total"] == 0
    assert dsr("find", REF).lines[1:] == ["Nothing was found."]
    assert dsr("hits", REF).lines[1:] == ["Nothing was found."]


# --- hits


def test_hits_are_listed_for_a_person_with_their_ids(dsr, found):
    lines = dsr("hits", REF).lines[1:]

    assert [int(line.split()[0]) for line in lines] == found
    assert [line.split()[1] for line in lines] == ["Strong", "Strong", "Weak"]
    assert "crm.csv · crm · 14: same e-mail" in lines[0]


def test_listing_changes_nothing(dsr, found, tmp_path):
    before = (tmp_path / "register.dsr").read_bytes()

    assert dsr("hits", REF, "--json").json["ref"] == REF
    assert (tmp_path / "register.dsr").read_bytes() == before


def test_ids_may_follow_an_option_in_a_row(found, judge):
    first, second, third = found

    assert judge("--confirm", first, second, "--reject", third) == {
        first: "confirmed", second: "confirmed", third: "rejected",
    }  # fmt: skip


def test_an_option_may_be_repeated(found, judge):
    first, second, third = found

    assert judge("--confirm", first, "--reject", third, "--confirm", second) == {
        first: "confirmed", second: "confirmed", third: "rejected",
    }  # fmt: skip


def test_the_reason_given_stays_with_the_verdict(dsr, found):
    arguments = ("--reject", found[2], "--reason", "another Camille, works in Lille")

    rejected = dsr("hits", REF, *arguments, "--json").json["hits"][2]

    assert rejected["verdict_reason"] == "another Camille, works in Lille"


def test_all_strong_ones_at_once_leave_the_weak_open(found, judge):
    first, second, third = found

    assert judge("--confirm-strong") == {first: "confirmed", second: "confirmed", third: "open"}


def test_all_strong_ones_but_one(found, judge):
    first, second, third = found

    assert judge("--confirm-strong", "--reject", first, third) == {
        first: "rejected", second: "confirmed", third: "rejected",
    }  # fmt: skip


def test_a_verdict_can_be_taken_back(found, judge):
    judge("--confirm-strong")

    assert judge("--reopen", found[0])[found[0]] == "open"


def test_counts_follow_the_verdicts(dsr, found, judge):
    judge("--confirm", found[0], "--reject", found[2])

    shown = dsr("request", "show", REF, "--json").json["hits"]

    assert shown == {"confirmed": 1, "rejected": 1, "open": 1}


def test_a_hit_that_is_not_there_is_named_and_no_verdict_kept(found, refused, judge):
    assert "999" in refused("hits", REF, "--confirm", found[0], 999)
    assert set(judge().values()) == {"open"}


def test_a_hit_of_another_request_is_none_of_this_one(dsr, found, refused):
    dsr("request", "new", "--right", "access", "--received", "2025-06-23", "--name", "Hugo Perrin")
    (other, *_rest) = dsr("find", "DSR-2025-0002", "--json").json["hits"]

    assert str(other["id"]) in refused("hits", REF, "--confirm", other["id"])


def test_a_hit_is_not_confirmed_and_rejected(found, refused, judge):
    refused("hits", REF, "--confirm", *found, "--reject", found[1])

    assert set(judge().values()) == {"open"}


@pytest.mark.parametrize("command", ["find", "hits"])
def test_a_request_that_is_not_there_is_named(refused, command):
    assert "DSR-2020-0099" in refused(command, "DSR-2020-0099")


@pytest.mark.parametrize(
    ("arguments", "named"),
    [([], "REF"), ([REF, "--confirm"], "--confirm"), ([REF, "--confirm", "first"], "first")],
)
def test_wrong_use_ends_with_two(misused, arguments, named):
    assert named in misused("hits", *arguments)


def test_a_source_that_the_request_cites_stays_until_its_hits_are_rejected(
    dsr, found, refused, judge
):
    cited = next(
        one["id"] for one in dsr("sources", "--json").json["sources"] if "crm.csv" in one["path"]
    )
    assert "crm.csv" in refused("sources", "remove", cited)
    judge("--reject", *found)

    assert dsr("sources", "remove", cited).code == 0


def test_a_criterion_that_was_not_understood_as_meant_is_told(dsr):
    dsr("request", "new", "--right", "access", "--received", "2025-06-20", "--email", "c.dupont")

    result = dsr("find", REF, "--json")

    assert (result.code, result.json["total"]) == (0, 0)
    assert result.err == "An e-mail criterion is no complete address; it was searched as text.\n"


# --- what the last search looked at, told again


def test_hits_tell_what_the_last_search_looked_at(dsr, request_ref):
    before = dsr("hits", request_ref, "--json").json
    assert (before["searched"], before["hints"]) == (None, [])

    dsr("find", request_ref)
    seen = dsr("hits", request_ref, "--json").json

    assert set(seen["searched"]) == {"at", "by", "files", "rows"}
    assert (seen["searched"]["files"], seen["searched"]["rows"]) == (3, 24)
    assert [one["path"].rpartition("/")[2] for one in seen["unreadable"]] == ["broken.xlsx"]
    assert (seen["partly"], seen["skipped_columns"], seen["held"]) == ([], [], 0)
    assert dsr("hits", request_ref).lines[0].startswith("broken.xlsx was not searched: ")


def test_hits_tell_the_hints_of_the_last_search_again(dsr):
    person = ("--name", "Camille Dupont", "--phone", "12")
    dsr("request", "new", "--right", "access", "--received", "2025-06-20", *person)
    told = dsr("find", REF, "--json").json["hints"]

    again = dsr("hits", REF, "--json")

    assert again.json["hints"] == told
    assert again.sentence == told[0]
