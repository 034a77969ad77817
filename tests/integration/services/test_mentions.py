"""Rows about somebody else that mention the person: graded, explained, kept out of the bundle."""

import json

import pytest
import pyzipper

from dsr_desktop.domain.checklist import Action
from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.errors import NotAllowedError
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.domain.traces import RescanStatus
from dsr_desktop.services.checklists import make_checklist
from dsr_desktop.services.handling import new_request, view_request
from dsr_desktop.services.packaging import build_portability
from dsr_desktop.services.rescanning import rescan
from dsr_desktop.services.reviewing import find_person, judge_hits
from dsr_desktop.wording.language import speak
from dsr_desktop.wording.matching import explain_reasons

ENGLISH = speak("en")
ANNE = "anne.roux@acme.example"
REFERRED = [
    ["Nom", "Email", "Email parrain"],
    ["Anne Roux", ANNE, ""],
    ["Paul Noir", "paul@foo.example", ANNE],
    ["Zoé Petit", "zoe@foo.example", "hugo@foo.example"],
]
NOTED = [
    ["Nom", "Email", "Message"],
    ["Luc Blanc", "luc@foo.example", f"de la part de {ANNE}"],
]


@pytest.fixture
def ask(register, today):
    """Record a request, find the person by what is given and confirm every hit."""

    def ask_(**criteria):
        asked = make_criteria(criteria)
        ref = new_request(
            register, [Right.PORTABILITY], asked, today, Channel.WEB_FORM, today
        ).request.ref
        find_person(register, ref, today)
        ids = [hit.id for hit in view_request(register, ref, today).hits]
        return judge_hits(register, ref, confirm=ids, today=today)

    return ask_


@pytest.fixture
def referred(register, write_csv, bring_in, tmp_path):
    bring_in(register, write_csv(tmp_path / "parrainage.csv", REFERRED), activity="PA3")


@pytest.fixture
def noted(register, write_csv, bring_in, tmp_path):
    bring_in(register, write_csv(tmp_path / "formulaire.csv", NOTED), activity="PA3")


@pytest.fixture
def build(register, today, tmp_path):
    def build_(view):
        bundle = build_portability(register, view.request.ref, tmp_path / "out", today, ENGLISH)
        with pyzipper.AESZipFile(bundle.path) as archive:
            archive.setpassword(bundle.passphrase.encode())
            return bundle, {name: archive.read(name) for name in archive.namelist()}

    return build_


@pytest.mark.usefixtures("referred")
def test_a_hit_names_the_column_that_is_kept_for_somebody_else(ask):
    found = [
        (hit.row, str(hit.level), explain_reasons(ENGLISH, hit.reasons))
        for hit in ask(email=ANNE).hits
    ]

    assert found == [
        (2, "strong", "same e-mail"),
        (3, "probable", "same e-mail, in the column “Email parrain”"),
    ]


@pytest.mark.usefixtures("referred", "noted")
def test_nothing_of_a_third_person_enters_the_bundle_and_each_column_is_listed(ask, build):
    bundle, files = build(ask(email=ANNE))

    assert bundle.records == 1
    assert not [name for name, content in files.items() if b"Noir" in content or b"Luc" in content]
    assert [(one.file, one.header, one.reason) for one in bundle.excluded] == [
        *(("formulaire.csv", header, "A20_4") for header in ("Nom", "Email", "Message")),
        *(("parrainage.csv", header, "A20_4") for header in ("Nom", "Email", "Email parrain")),
    ]
    (readme,) = (text.decode() for name, text in files.items() if name.endswith("README.txt"))
    assert readme.count("[A20_4]") == 6
    (data,) = (text for name, text in files.items() if name.endswith("contacts.json"))
    assert {one["reason"] for one in json.loads(data)["dsr"]["excluded"]} == {"A20_4"}


@pytest.mark.usefixtures("noted")
def test_where_the_person_is_only_mentioned_nothing_is_in_scope(ask, build):
    with pytest.raises(NotAllowedError, match=r"Nothing in scope.*\(A20_4\)"):
        build(ask(email=ANNE))


def test_once_her_name_is_known_a_row_of_hers_is_no_mention(
    register, write_csv, bring_in, tmp_path, ask, build
):
    rows = [["Nom", "Email", "Login"], ["Anne Roux", "", ANNE]]
    bring_in(register, write_csv(tmp_path / "comptes.csv", rows), activity="PA3")

    bundle, _files = build(ask(email=ANNE, name="Anne Roux"))

    assert bundle.records == 1


SOLD = [
    ["Nom", "Email", "E-mail commercial", "Tél. commercial"],
    ["Anne Roux", ANNE, "hugo@vente.example", "06 98 76 54 32"],
    ["Anne Roux", "", "hugo@vente.example", ""],
    ["Zoé Petit", "zoe@foo.example", "hugo@vente.example", "06 98 76 54 32"],
]


@pytest.fixture
def sold(register, write_csv, bring_in, tmp_path):
    path = write_csv(tmp_path / "ventes.csv", SOLD)
    bring_in(register, path, activity="PA3")
    return path


@pytest.mark.usefixtures("sold")
def test_the_salesperson_of_her_rows_enters_no_file_of_the_bundle(ask, build):
    bundle, files = build(ask(email=ANNE, name="Anne Roux"))

    assert bundle.records == 2
    assert [(one.header, one.reason, one.values) for one in bundle.excluded] == [
        ("E-mail commercial", "A20_4", 2),
        ("Tél. commercial", "A20_4", 1),
    ]
    for content in files.values():
        assert b"hugo" not in content
        assert b"98 76 54" not in content
        assert b"698765432" not in content


def test_her_own_address_under_an_odd_title_enters_the_bundle(
    register, write_csv, bring_in, tmp_path, ask, build
):
    rows = [["Nom", "Email", "Login"], ["Anne Roux", "anne@acme.example", ANNE]]
    bring_in(register, write_csv(tmp_path / "comptes.csv", rows), activity="PA3")

    bundle, files = build(ask(email=ANNE, name="Anne Roux"))

    assert bundle.excluded == ()
    assert any(ANNE.encode() in content for content in files.values())


# --- erasure


def erasures(register, ref, today):
    return [
        (line.cell, line.action, line.text)
        for line in make_checklist(register, ref, today, ENGLISH).lines
    ]


@pytest.mark.usefixtures("referred")
def test_only_what_names_the_person_is_erased_from_somebody_elses_row(register, ask, today):
    view = ask(email=ANNE)

    assert erasures(register, view.request.ref, today) == [
        ("A2", Action.ERASE, "Anne Roux"),
        ("B2", Action.ERASE, ANNE),
        ("C3", Action.ERASE_MENTION, ANNE),
    ]


def left(register, ref):
    (one,) = rescan(register, ref).sources
    return one.status, [(each.row, each.what) for each in one.left]


@pytest.mark.usefixtures("noted")
def test_the_other_person_stays_in_the_list_and_it_is_clean(register, ask, write_csv, tmp_path):
    ref = ask(name="Anne Roux", email=ANNE).request.ref
    titles, (name, email, _message) = NOTED[0], NOTED[1]
    path = tmp_path / "formulaire.csv"

    assert left(register, ref) == (RescanStatus.STILL_THERE, [(2, ("email", "name"))])
    write_csv(path, [titles, [name, email, "de la part de quelqu’un"]])
    assert left(register, ref) == (RescanStatus.CLEAN, [])
    write_csv(path, [titles, [name, email, "de la part de Mme ANNE ROUX"]])
    assert left(register, ref) == (RescanStatus.STILL_THERE, [(2, ("name",))])


def test_a_name_left_in_the_text_is_still_there(register, ask, write_csv, bring_in, tmp_path):
    path = tmp_path / "notes.csv"
    row = ["Luc Blanc", "luc@foo.example"]
    write_csv(path, [NOTED[0], [*row, "vu avec Anne Roux lundi"]])
    bring_in(register, path, activity="PA3")
    ref = ask(name="Anne Roux").request.ref

    write_csv(path, [NOTED[0], [*row, "revu avec Anne ROUX mardi"]])
    assert left(register, ref) == (RescanStatus.STILL_THERE, [(2, ("name",))])
    write_csv(path, [NOTED[0], [*row, "revu mardi"]])
    assert left(register, ref) == (RescanStatus.CLEAN, [])


def test_the_list_is_clean_though_other_rows_have_the_same_salesperson(
    register, sold, ask, write_csv
):
    ref = ask(email=ANNE, name="Anne Roux").request.ref

    write_csv(sold, [SOLD[0], SOLD[3]])
    assert left(register, ref) == (RescanStatus.CLEAN, [])
    write_csv(sold, [SOLD[0], ["", ANNE, "", ""], SOLD[3]])
    assert left(register, ref) == (RescanStatus.STILL_THERE, [(2, ("email", "name"))])
