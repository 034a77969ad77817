"""`hits` and `find` say when confirmed rows can hardly be one person."""

import pytest

REF = "DSR-2025-0001"
SHARED = "famille@dupont.example"
TEXT = (
    f"Nom complet,Email\nCamille Dupont,{SHARED}\nMarie Dupont,{SHARED}\nCamille Dupont,{SHARED}\n"
)


@pytest.fixture
def hits(dsr, with_register, tmp_path):
    """The ids of the hits by row."""
    (tmp_path / "famille.csv").write_text(TEXT)
    dsr("import", tmp_path / "famille.csv")
    dsr("request", "new", "--right", "access", "--received", "2025-06-20", "--email", SHARED)
    return {hit["row"]: hit["id"] for hit in dsr("find", REF, "--json").json["hits"]}


def test_confirming_two_people_is_told_by_their_rows_and_never_by_their_names(dsr, hits):
    result = dsr("hits", REF, "--confirm", *hits.values(), "--json")

    assert result.code == 0
    (one,) = result.json["namesakes"]
    assert one == {
        "about": "given_name",
        "values": [
            {"value": "Camille Dupont", "hits": [hits[2], hits[4]]},
            {"value": "Marie Dupont", "hits": [hits[3]]},
        ],
    }
    assert result.sentence == (
        "The confirmed rows may be about two people. They have 2 given names: famille.csv, row 2; "
        "famille.csv, row 3. Look at these rows again, and reject those that are about somebody else."
    )


def test_a_search_again_says_it_too(dsr, hits):
    dsr("hits", REF, "--confirm", *hits.values())

    assert len(dsr("find", REF, "--json").json["namesakes"]) == 1


def test_one_person_is_nothing_to_tell(dsr, hits):
    result = dsr("hits", REF, "--confirm", hits[2], hits[4], "--json")

    assert (result.err, result.json["namesakes"]) == ("", [])
    judged = {hit["row"]: hit["decided_by"] for hit in result.json["hits"]}
    assert judged[2] == judged[4] != ""
    assert judged[3] is None
