"""From the command line: reports of searches, further rounds, what the register itself says."""

import json
from pathlib import Path

import pytest

REF = "DSR-2025-0001"
CAMILLE = ("--name", "Camille Dupont", "--email", "camille.dupont@acme.example")
OWN_KEYS = {"kind", "ref", "entries", "level", "score", "position", "reasons"}
REASON_KEYS = {"criterion", "part", "text", "how", "against"}

pytestmark = pytest.mark.usefixtures("with_lists")


@pytest.fixture
def out(tmp_path):
    return tmp_path / "reports"


@pytest.fixture
def ask(dsr):
    """Record a request of Camille Dupont."""

    def ask_(*person):
        arguments = ("--right", "erasure", "--received", "2025-06-20", *(person or CAMILLE))
        return dsr("request", "new", *arguments, "--json").json["ref"]

    return ask_


@pytest.fixture
def document(dsr):
    """Run a command and return its document."""

    def document_(*arguments):
        result = dsr(*arguments, "--json")
        assert result.code == 0
        return result.json

    return document_


# --- reports


def test_a_search_is_saved_beside_its_answer(document, out):
    answer = document("search", *CAMILLE, "--limit", "1", "--report", out)

    report = json.loads((out / answer["report"]["json"]).read_text("utf-8"))
    assert len(answer["hits"]) == 1
    assert report["total"] == answer["total"] == 3
    assert report["not_searched"][0]["file"] == "broken.xlsx"
    assert {one["result"] for one in report["sources"]} >= {"Not searched: it could not be read"}
    assert (out / answer["report"]["pdf"]).read_bytes().startswith(b"%PDF")


def test_without_a_folder_nothing_is_saved(document):
    assert "report" not in document("search", *CAMILLE)


def test_the_files_are_named_for_a_person_last(dsr, out):
    lines = dsr("search", *CAMILLE, "--report", out).lines

    assert [line.rpartition(".")[2] for line in lines[-2:]] == ["pdf", "json"]
    assert all("camille" not in line.rpartition("/")[2].lower() for line in lines[-2:])


def test_the_search_of_a_request_is_saved_with_its_hits(document, ask, out):
    ref = ask()
    found = document("find", ref, "--report", out)

    assert found["report"]["pdf"].endswith(f"{ref}_search.pdf")
    document("hits", ref, "--confirm-strong")
    again = document("hits", ref, "--report", out)
    report = json.loads(Path(again["report"]["json"]).read_text("utf-8"))
    assert again["report"]["json"].endswith(f"{ref}_search-2.json")
    verdicts = [hit["verdict"] for one in report["sources"] for hit in one["hits"]]
    assert sorted(map(str, verdicts)) == ["None", "confirmed", "confirmed"]


def test_a_report_in_french_speaks_french(dsr, out):
    result = dsr("search", "--name", "Nobody Anywhere", "--report", out, "--lang", "fr", "--json")

    report = json.loads(Path(result.json["report"]["json"]).read_text("utf-8"))
    assert "Rien trouvé" in {one["result"] for one in report["sources"]}


def test_a_batch_has_no_report(refused, out, tmp_path):
    batch = tmp_path / "batch.jsonl"
    batch.write_text('{"name": "Camille Dupont"}\n')

    assert "--report" in refused("search", "--batch", batch, "--report", out)


def test_a_request_that_was_not_searched_has_no_report(refused, ask, out):
    ref = ask()

    assert "was not searched yet" in refused("hits", ref, "--report", out)


def test_a_folder_that_is_a_file_is_told(refused, tmp_path):
    (tmp_path / "taken").write_text("a file")

    refused("search", *CAMILLE, "--report", tmp_path / "taken")


# --- rounds


@pytest.fixture
def confirmed(dsr, ask):
    """A request of which the strong hits are confirmed; one of them has a phone number."""
    ref = ask()
    dsr("find", ref)
    dsr("hits", ref, "--confirm-strong")
    return ref


def test_confirmed_hits_propose_their_keys(document, confirmed):
    hits = document("hits", confirmed)

    (key,) = hits["new_keys"]
    assert (key["criterion"], key["value"]) == ("phone", "06 12 34 56 78")
    assert set(key["hits"]) <= {hit["id"] for hit in hits["hits"]}


def test_a_further_round_asks_for_them_and_keeps_the_verdicts(document, confirmed):
    before = {hit["id"]: hit["verdict"] for hit in document("hits", confirmed)["hits"]}

    again = document("find", confirmed, "--again")

    assert again["round"] == 2
    assert again["added"] == [{"criterion": "phone", "value": "06 12 34 56 78"}]
    assert again["criteria"]["phone"] == ["06 12 34 56 78"]
    assert again["new_keys"] == []
    assert before.items() <= {hit["id"]: hit["verdict"] for hit in again["hits"]}.items()


def test_one_key_can_be_taken_by_itself_however_it_is_written(document, confirmed):
    assert document("find", confirmed, "--key", "+33612345678")["added"] == [
        {"criterion": "phone", "value": "06 12 34 56 78"}
    ]


def test_a_search_for_what_is_known_adds_no_key(document, confirmed):
    again = document("find", confirmed)

    assert (again["round"], again["added"]) == (1, [])
    assert len(again["new_keys"]) == 1


def test_the_end_of_the_rounds_is_said(dsr, confirmed):
    dsr("find", confirmed, "--again")

    result = dsr("find", confirmed, "--again")

    assert result.code == 0
    assert result.sentence.startswith("The confirmed hits hold no new key.")


def test_new_keys_are_named_for_a_person_with_what_to_do(dsr, confirmed):
    lines = dsr("hits", confirmed).lines

    assert lines[-2] == "New key in a confirmed hit: Phone 06 12 34 56 78"
    assert "--again" in lines[-1]


def test_a_key_that_is_not_proposed_is_refused(refused, confirmed):
    sentence = refused("find", confirmed, "--key", "paul@petit.example")

    assert "paul" not in sentence


# --- the register's own records


def test_a_request_of_the_person_is_found_in_the_register_itself(document, ask):
    ref = ask()

    found = document("search", *CAMILLE)

    (own,) = found["own_records"]
    assert set(own) == OWN_KEYS
    assert (own["kind"], own["ref"], own["level"], own["position"]) == (
        "request", ref, "strong", None,
    )  # fmt: skip
    assert {frozenset(one) for one in own["reasons"]} == {frozenset(REASON_KEYS)}
    assert {one["part"] for one in own["reasons"]} == {"criterion"}
    assert found["total"] == 3


def test_the_request_that_searches_is_not_among_them(document, ask):
    first, second = ask(), ask()

    found = document("find", first)

    assert [one["ref"] for one in found["own_records"]] == [second]


def test_they_are_told_to_a_person_below_the_hits(dsr, ask):
    ref = ask()

    lines = dsr("search", *CAMILLE).lines

    assert lines[-1].startswith(f"Strong    Register: request {ref}: criterion: same e-mail")


def test_a_row_held_back_is_told_with_its_position(dsr, document, tmp_path, write_csv):
    dsr(
        "suppression", "add", "--email", "zoe@roux.example", "--scope", "all", "--reason", "erasure"
    )
    path = write_csv(tmp_path / "new.csv", [["Nom", "Mail"], ["Zoé Roux", "zoe@roux.example"]])
    dsr("import", path)

    own = document("search", "--email", "zoe@roux.example")["own_records"]

    assert [one["kind"] for one in own] == ["suppression", "held_row"]
    assert own[1]["position"] == {"file": str(path), "sheet": "new", "row": 2}
