"""`restriction`: proposed, set, seen in the hits, lifted with the notice."""

import pytest

REF = "DSR-2026-0001"

pytestmark = pytest.mark.usefixtures("with_register")


@pytest.fixture
def objected(dsr, tmp_path):
    crm = tmp_path / "crm.csv"
    crm.write_text("Nom;E-mail\nCamille Dupont;camille@acme.example\n", encoding="utf-8")
    dsr("import", crm)
    made = dsr(
        "request",
        "new",
        "--right",
        "objection",
        "--received",
        "2025-06-20",
        "--email",
        "camille@acme.example",
        "--json",
    )
    ref = made.json["ref"]
    dsr("find", ref)
    dsr("hits", ref, "--confirm-strong")
    return ref


def test_a_restriction_is_proposed_set_seen_and_lifted(dsr, objected):
    proposed = dsr("restriction", "of", objected, "--json").json["proposed"]
    assert proposed == [{"ground": "A18_1_d", "right": "objection"}]

    made = dsr("restriction", "set", objected, "--ground", "A18_1_d", "--json").json
    hits = dsr("hits", objected, "--json").json["hits"]

    assert (made["rows"], made["activity"], made["lifted_on"]) == (1, None, None)
    assert [one["set_apart"] for one in hits] == [["restricted"]]
    assert dsr("restriction", "--json").json["rows_set_apart"]["restricted"] == 1
    assert "told before" in dsr("restriction", "lift", made["id"]).sentence
    lifted = dsr("restriction", "lift", made["id"], "--told-on", made["since"], "--json").json
    assert (lifted["rows"], lifted["told_on"]) == (0, made["since"])


def test_it_is_told_in_lines(dsr, objected):
    assert "Objection" in dsr("restriction", "of", objected).lines[0]
    (line,) = dsr("restriction", "set", objected, "--ground", "A18_1_d").lines
    assert "all data of the person" in line
    assert dsr("restriction").lines[1:] == [
        "Restricted: 1", "Frozen, to be erased: 0", "Archived: 0"
    ]  # fmt: skip
