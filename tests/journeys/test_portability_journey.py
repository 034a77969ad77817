"""SC5: somebody takes her data along; what is left out is told, and what she gets proves itself."""

import json
import shutil
import subprocess
from datetime import date
from pathlib import Path

import jsonschema
import pytest
import pyzipper
import vobject
from tests.journeys.desk import Desk

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.request import Decision, Right, Stage
from dsr_desktop.services.activities import confirm_activity
from dsr_desktop.services.packaging import build_portability
from dsr_desktop.services.verifying import verify
from dsr_desktop.wording.language import speak
from dsr_desktop.writers.csv_text import read_csv

FORMULA = '=HYPERLINK("http://evil","x")'
EMAIL = "camille.dupont@acme.example"
CAMILLE = Criteria(name=("Camille Dupont",), email=(EMAIL,))
DAY = date(2026, 10, 20)
PROFILE = Path(__file__).parents[1] / "data" / "datapackage-2.0-datapackage.json"


@pytest.fixture
def desk(register):
    desk = Desk(register)
    yield desk
    assert verify(register).sound


@pytest.fixture
def asked(desk, register, bring_in, write_csv, tmp_path):
    """Camille stands in three lists, and asked for her data."""
    quotes = [["Nom", "E-mail", "Message", "Lead score"], ["Camille Dupont", EMAIL, FORMULA, "87"]]
    news = [["E-mail", "Newsletter"], [EMAIL, "oui"]]
    sales = [["Nom", "E-mail", "Commentaire"], ["Camille Dupont", EMAIL, "relancer en mars"]]
    for name, rows, activity in (
        ("devis.csv", quotes, "PA3"), ("news.csv", news, "PA4"), ("ventes.csv", sales, "PA2"),
    ):  # fmt: skip
        bring_in(register, write_csv(tmp_path / name, rows), activity=activity, channel="web_form")
    confirm_activity(register, "PA4", "6(1)(a)", None, DAY)
    confirm_activity(register, "PA2", "6(1)(f)", None, DAY)
    view = desk.receives(date(2026, 10, 12), CAMILLE, Right.PORTABILITY)
    assert view.deadline.first_due == date(2026, 11, 12)
    desk.finds(DAY)
    desk.confirms(DAY)
    return desk.ref


def unpacked(bundle, folder):
    with pyzipper.AESZipFile(bundle.path) as archive:
        archive.setpassword(bundle.passphrase.encode())
        archive.extractall(folder)
    (root,) = folder.iterdir()
    return root


def contents(root):
    return {
        str(one.relative_to(root)): one.read_bytes() for one in root.rglob("*") if one.is_file()
    }


def test_sc5_the_bundle_says_what_it_holds_and_leaves_out_and_proves_itself(
    desk, register, asked, tmp_path
):
    bundle = build_portability(register, asked, tmp_path / "out", DAY, speak("fr"))
    root = unpacked(bundle, tmp_path / "person")
    files = contents(root)
    package = json.loads(files["datapackage.json"])
    readme = files["LISEZMOI.txt"].decode()

    assert bundle.path.name == f"{asked}_portabilite_20261020.zip"
    assert {one["reason"] for one in package["dsr"]["excluded"]} == {
        "A20_1_inferred",
        "A20_1_basis",
    }
    assert "[A20_1_inferred]" in readme
    assert "[A20_1_basis]" in readme
    jsonschema.validate(package, json.loads(PROFILE.read_text("utf-8")))
    (message,) = json.loads(files["data/messages.json"])["messages"]
    assert message["text"] == FORMULA
    assert b'"\'=HYPERLINK(""http://evil"",""x"")"' in files["data/messages.csv"]
    assert read_csv(files["data/messages.csv"])[1][4] == FORMULA
    assert vobject.readOne(files["data/contact.vcf"].decode()).email.value == EMAIL
    (consent,) = json.loads(files["data/consents.json"])["consents"]
    assert (consent["purposes"], consent["event_state"]) == (["newsletter"], "given")
    assert all(b"87" not in files[name] for name in files if name.startswith("data/contacts"))
    assert desk.sees(DAY).hits[0].row_id is not None


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum is not installed")
def test_sc5_the_person_checks_every_file_with_an_ordinary_program(register, asked, tmp_path):
    bundle = build_portability(register, asked, tmp_path / "out", DAY, speak("fr"))
    root = unpacked(bundle, tmp_path / "person")

    done = subprocess.run(
        ["sha256sum", "--strict", "-c", "manifest-sha256.txt"], cwd=root, capture_output=True,
        check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr


def test_sc5_building_again_changes_id_and_time_only_and_closes_with_the_data_still_there(
    desk, register, asked, tmp_path
):
    first, second = (
        contents(unpacked(build_portability(register, asked, tmp_path / "out", DAY, speak("fr")),
                          tmp_path / name))
        for name in ("one", "two")
    )  # fmt: skip
    assert {name for name in first if first[name] != second[name]} == {
        "datapackage.json", "manifest-sha256.txt",
    }  # fmt: skip

    desk.decides(DAY, Right.PORTABILITY, Decision.GRANTED_PARTLY, "A20_1_inferred")
    desk.sends(DAY)
    assert desk.closes(DAY).request.stage is Stage.CLOSED
    assert desk.sees(DAY).hits[0].row_id is not None
