"""`rectify`: put right, followed, listed."""

import pytest

pytestmark = pytest.mark.usefixtures("with_register")


def test_a_value_is_put_right_and_followed(dsr, tmp_path):
    crm = tmp_path / "crm.csv"
    crm.write_text("Nom;E-mail;Ville\nCamille Dupont;camille@acme.example;Metz\n", "utf-8")
    dsr("import", crm)
    ref = dsr("request", "new", "--right", "rectification", "--received", "2025-06-20",
              "--email", "camille@acme.example", "--json").json["ref"]  # fmt: skip
    dsr("find", ref)
    dsr("hits", ref, "--confirm-strong")
    dsr("request", "decide", ref, "--right", "rectification", "--decision", "granted")

    (copy,) = dsr("rectify", "value", ref, "--before", "Metz", "--after", "Nancy",
                  "--json").json["copies"]  # fmt: skip

    assert (copy["before"], copy["after"], copy["state"]) == ("Metz", "Nancy", "to_correct")
    assert "C2 · Metz → Nancy · to correct" in dsr("rectify", "list", ref).out
    (done,) = dsr("rectify", "done", ref, copy["id"], "--json").json["copies"]
    assert done["state"] == "corrected"
