"""The dossier for the authority on the command line, and the log checked against a fingerprint."""

import pytest

pytestmark = pytest.mark.usefixtures("with_register")


def test_the_dossier_of_a_request_is_written(dsr, new, tmp_path):
    new()

    result = dsr("dossier", "dsr-2025-0001", "--out", tmp_path / "out", "--json").json

    assert result["path"].endswith("DSR-2025-0001_dossier.zip")
    assert (result["ref"], result["files"], result["broken_at"]) == ("DSR-2025-0001", 5, None)
    assert len(result["fingerprint"]) == 16


def test_that_of_the_company_too(dsr, tmp_path):
    result = dsr("dossier", "--company", "--out", tmp_path / "out")

    assert result.code == 0
    assert [one.name for one in (tmp_path / "out").iterdir()] == ["company_dossier.zip"]


def test_either_is_named_and_not_both(misused, new, tmp_path):
    new()

    assert "--company" in misused("dossier", "--out", tmp_path / "out")
    assert "--company" in misused(
        "dossier", "DSR-2025-0001", "--company", "--out", tmp_path / "out"
    )


def test_texts_of_others_can_be_left_out(dsr, new, tmp_path):
    new()

    assert dsr("dossier", "DSR-2025-0001", "--without-texts", "--out", tmp_path / "out").code == 0


def test_an_unknown_request_has_none(refused, tmp_path):
    assert "DSR-2025-0009" in refused("dossier", "DSR-2025-0009", "--out", tmp_path / "out")


def test_a_fingerprint_kept_elsewhere_is_found_in_the_log(dsr, new, tmp_path):
    new()
    kept = dsr("dossier", "--company", "--out", tmp_path / "out", "--json").json["fingerprint"]

    result = dsr("verify", "--fingerprint", f"{kept[:8]} {kept[8:].upper()}")

    assert result.code == 0
    assert "nothing was cut off" in result.lines[-1]
    found = dsr("verify", "--fingerprint", kept, "--json").json
    assert found["found_at"] == found["events"] - 1


def test_one_that_no_event_has_shows_a_log_that_was_cut_off(dsr):
    result = dsr("verify", "--fingerprint", "0123456789abcdef")

    assert result.code == 1
    assert "cut off" in result.lines[0]
    assert result.err == ""


def test_what_is_no_fingerprint_is_refused(refused):
    assert "16 signs" in refused("verify", "--fingerprint", "hello")
