"""`request transfer`: to whom the data go, whether that is feasible, and when they went."""

import pytest

REF = "DSR-2026-0001"
PERSON = ("--name", "Camille Dupont", "--email", "camille.dupont@acme.example")


@pytest.fixture
def asked(dsr, with_register, tmp_path):
    """A request for portability with its hit confirmed."""
    row = "Dupont;camille.dupont@acme.example\n"
    (tmp_path / "crm.csv").write_text(f"Nom;Courriel\n{row}", encoding="utf-8")
    dsr("import", tmp_path / "crm.csv", "--activity", "PA3")
    dsr("request", "new", "--right", "portability", "--received", "2026-11-02", *PERSON)
    dsr("find", REF)
    dsr("hits", REF, "--confirm-strong")


@pytest.mark.usefixtures("asked")
def test_a_transfer_from_the_wish_to_the_hand_over(dsr, tmp_path):
    none = dsr("request", "transfer", "list", REF)
    wish = dsr("request", "transfer", "ask", REF, "--to", "Autre SARL", "--on", "2026-11-02")
    judged = dsr(
        "request", "transfer", "judge", REF, "1", "--feasible", "yes", "--because", "portail"
    )
    early = dsr("request", "transfer", "sent", REF, "1", "--json")
    dsr("package", REF, "--right", "portability", "--out", tmp_path / "out")
    sent = dsr("request", "transfer", "sent", REF, "1", "--json")

    assert none.lines == ["No other organisation was named."]
    assert wish.lines == ["1  Autre SARL: asked for; not known yet whether it is feasible"]
    assert judged.lines == ["1  Autre SARL: feasible, not sent yet · portail"]
    assert (early.code, sent.code) == (1, 0)
    assert sent.json == {
        "id": 1, "recipient": 1, "name": "Autre SARL", "asked_on": "2026-11-02",
        "state": "handed_over", "explanation": "portail", "sent_on": sent.json["sent_on"],
        "disclosure": 1,
    }  # fmt: skip


@pytest.mark.usefixtures("asked")
def test_whether_it_is_feasible_has_to_be_said(dsr):
    dsr("request", "transfer", "ask", REF, "--to", "Autre SARL")

    assert dsr("request", "transfer", "judge", REF, "1", "--because", "x").code == 2
