"""Blanks never overwrite: what a newer version of a file leaves blank stays with its person."""

import json
from datetime import date

import pytest
import pyzipper

from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.domain.source import KeptValue
from dsr_desktop.services.checklists import make_checklist
from dsr_desktop.services.handling import new_request, view_request
from dsr_desktop.services.importing import ImportOptions
from dsr_desktop.services.packaging import build_portability
from dsr_desktop.services.replacing import replace
from dsr_desktop.services.rescanning import rescan
from dsr_desktop.services.reviewing import find_person, judge_hits
from dsr_desktop.services.searching import search
from dsr_desktop.services.sourcing import list_sources, remove
from dsr_desktop.services.verifying import verify
from dsr_desktop.wording.checklist import what_to_do
from dsr_desktop.wording.language import speak
from tests.integration.services.requests_made import confirmed_request

TITLES = ["Nom", "Prénom", "E-mail", "Téléphone", "Ville"]
CAMILLE = ["Dupont", "Camille", "camille@acme.example", "06 12 34 56 78", "Nîmes"]
PAUL = ["Petit", "Paul", "paul@acme.example", "06 98 76 54 32", "Nancy"]
ASKED = {"email": "camille@acme.example"}


@pytest.fixture
def crm(tmp_path):
    return tmp_path / "crm.csv"


@pytest.fixture
def first(register, crm, write_csv, bring_in):
    bring_in(register, write_csv(crm, [TITLES, CAMILLE, PAUL]), activity="PA3")
    return list_sources(register)[0]


@pytest.fixture
def replaced(register, first, crm, write_csv, today):
    """Return a function that puts a newer version in the place of the file."""

    def put(*rows, titles=TITLES):
        write_csv(crm, [titles, *rows])
        current = [one for one in list_sources(register) if one.is_current]
        return replace(register, current[-1].id, crm, ImportOptions(), today).newer_id

    return put


def confirmed(register, right, today):
    received = date(2026, 11, 2)
    return confirmed_request(register, make_criteria(ASKED), today, right=right, received=received)


def found(register, **criteria):
    return [hit.place.row for hit in search(register, make_criteria(criteria)).hits]


def kept(register, **criteria):
    (row,) = found(register, **criteria)
    return [(one.column, one.text) for one in row.kept]


def test_what_is_left_blank_is_found_by_key_and_by_word(register, first, replaced):
    replaced([*CAMILLE[:3], "", ""], PAUL)

    (row,) = found(register, phone="+33 6 12 34 56 78")
    day = first.imported_at[:10]
    assert row.cells == tuple(CAMILLE[:3])
    assert row.all_cells == tuple(CAMILLE)
    assert row.kept == (KeptValue(4, CAMILLE[3], day), KeptValue(5, "Nîmes", day))
    assert found(register, text="nimes") == [row]
    assert verify(register).sound


def test_what_is_filled_or_different_is_the_newer_version_s(register, first, replaced):
    replaced([*CAMILLE[:3], "06 00 00 00 01", "Metz"], PAUL)

    assert kept(register, **ASKED) == []
    assert found(register, phone="06 12 34 56 78") == []


def test_a_column_that_is_gone_is_kept_beyond_the_others(register, first, replaced):
    replaced(CAMILLE[:3], PAUL[:3], titles=TITLES[:3])

    (hit,) = search(register, make_criteria({"phone": "06 12 34 56 78"})).hits
    assert kept(register, **ASKED) == [(4, CAMILLE[3]), (5, "Nîmes")]
    assert [column.header for column in hit.place.sheet.columns] == TITLES
    assert hit.place.sheet.columns[3].field == "phone"
    assert hit.grade.level == "strong"


def test_it_is_kept_on_through_further_versions_until_it_is_filled(register, first, replaced):
    replaced([*CAMILLE[:3], "", "Nîmes"], PAUL)
    replaced(PAUL, [*CAMILLE[:3], "", "Metz"])
    assert kept(register, **ASKED) == [(4, CAMILLE[3])]

    replaced([CAMILLE[2], "Dupont", "Camille"], titles=["E-mail", "Nom", "Prénom"])
    assert kept(register, **ASKED) == [(4, "Metz"), (5, CAMILLE[3])]

    replaced([*CAMILLE[:3], "06 00 00 00 01", "Metz"])
    assert kept(register, **ASKED) == []


def test_what_many_rows_lost_is_kept_on_for_each_of_them(register, bring_in, crm, write_csv, today):
    """More values than are read at once; each version leaves another column blank."""
    people = [
        [f"Nom{n}", f"Prénom{n}", f"p{n}@acme.example", f"06 {n:08d}", f"Ville {n}"]
        for n in range(1_300)
    ]
    bring_in(register, write_csv(crm, [TITLES, *people]))
    for version, blank in enumerate((3, 4, None), 1):
        for person in people:
            person[blank or 0] = "" if blank else person[0] + "x"
        write_csv(crm, [TITLES, *people])
        newer = replace(register, version, crm, ImportOptions(), today).newer_id

    rows = register.database.connection.execute(
        "SELECT count(*), count(DISTINCT row_id), count(DISTINCT text) FROM row_carry "
        "JOIN row ON row.id = row_id JOIN sheet ON sheet.id = sheet_id WHERE source_id = ?",
        (newer,),
    ).fetchall()
    assert rows == [(2_600, 1_300, 2_600)]
    assert kept(register, email="p1299@acme.example") == [(4, "06 00001299"), (5, "Ville 1299")]
    assert [one.cells[0] for one in found(register, text="Ville 1299")] == ["Nom1299x"]


def test_undoing_leaves_nothing_of_it(register, first, replaced):
    newer = replaced([*CAMILLE[:3], "", ""], PAUL)

    remove(register, newer)

    assert kept(register, phone="06 12 34 56 78") == []
    assert register.database.connection.execute("SELECT count(*) FROM row_carry").fetchone() == (0,)
    assert verify(register).sound


def test_a_removed_row_is_not_kept_with_anybody(register, first, replaced):
    replaced(CAMILLE)

    assert found(register, email="paul@acme.example") == []


@pytest.mark.parametrize("right", [Right.ERASURE, Right.RECTIFICATION])
def test_a_blank_where_somebody_asked_for_it_is_meant(register, first, replaced, today, right):
    confirmed(register, right, today)

    replaced([*CAMILLE[:3], "", ""], PAUL)

    assert kept(register, **ASKED) == []
    assert found(register, phone="06 12 34 56 78") == []


def test_a_checklist_says_that_it_stands_in_no_file(register, first, replaced, today):
    replaced([*CAMILLE[:3], "", "Nîmes"], PAUL)
    ref = confirmed(register, Right.ERASURE, today)

    lines = make_checklist(register, ref, today, speak("en")).lines

    todo = {line.text: what_to_do(speak("en"), line) for line in lines}
    assert todo[CAMILLE[3]] == "In no file any more, only in the register"
    assert [one.action for one in lines if one.text != CAMILLE[3]] == ["erase"] * 4


def test_a_mention_that_was_kept_is_to_be_erased_from_no_file(
    register, bring_in, crm, write_csv, today
):
    titles = [*TITLES, "Parrainé par"]
    paul = [*PAUL, "camille@acme.example"]
    bring_in(register, write_csv(crm, [titles, paul]))
    write_csv(crm, [titles, PAUL])
    replace(register, 1, crm, ImportOptions(), today)
    view = new_request(
        register, [Right.ERASURE], make_criteria(ASKED), today, Channel.POST, today
    )  # fmt: skip
    find_person(register, view.request.ref, today)
    (hit,) = view_request(register, view.request.ref, today).hits
    assert hit.is_only_mention
    judge_hits(register, view.request.ref, confirm=[hit.id], today=today)

    (line,) = make_checklist(register, view.request.ref, today, speak("en")).lines

    assert (line.text, line.action) == ("camille@acme.example", "only_in_register")


def test_a_bundle_holds_it(register, first, replaced, today, tmp_path):
    replaced([*CAMILLE[:3], "", "Nîmes"], PAUL)
    ref = confirmed(register, Right.PORTABILITY, today)

    bundle = build_portability(register, ref, tmp_path, today, speak("fr"))

    assert bundle.records == 1
    assert not any(one.field == "phone" for one in bundle.excluded)


def bundled(bundle, ref):
    with pyzipper.AESZipFile(bundle.path) as archive:
        archive.setpassword(bundle.passphrase.encode())
        return json.loads(archive.read(f"{ref}/data/contacts.json"))["contacts"]


def test_of_a_kept_cell_of_several_people_only_hers_is_given(
    register, bring_in, crm, write_csv, today, tmp_path
):
    """Art. 20(4): what the newer version left blank is nobody else's to have either."""
    both = [*CAMILLE[:2], f"{CAMILLE[2]}; {PAUL[2]}", *CAMILLE[3:]]
    bring_in(register, write_csv(crm, [TITLES, both]), activity="PA3")
    write_csv(crm, [TITLES, [*CAMILLE[:2], "", *CAMILLE[3:]]])
    replace(register, 1, crm, ImportOptions(), today)
    assert kept(register, **ASKED) == [(3, both[2])]
    ref = confirmed(register, Right.PORTABILITY, today)
    (hit,) = view_request(register, ref, today).hits
    judge_hits(register, ref, confirm=[hit.id], today=today)

    bundle = build_portability(register, ref, tmp_path, today, speak("fr"))

    given = json.dumps(bundled(bundle, ref), ensure_ascii=False)
    assert CAMILLE[2] in given
    assert PAUL[2] not in given


def test_what_an_unclosed_quotation_mark_ran_together_is_not_kept(register, crm, bring_in, today):
    """Those are other people's rows; the newer version has them as rows of their own."""
    titles = ";".join(TITLES[:4])
    lines = [titles, 'Dupont;Camille;camille@acme.example;"VIP', "Petit;Paul;paul@acme.example;", 'Roux;Zoé;zoe@acme.example;x"']  # fmt: skip
    crm.write_text("\n".join(lines) + "\n", encoding="utf-8")
    bring_in(register, crm)
    (row,) = found(register, **ASKED)
    assert "Paul" in row.cells[3], "the row that the reader could not tell apart"
    fixed = [titles, "Dupont;Camille;camille@acme.example;", *lines[2:3], "Roux;Zoé;zoe@acme.example;x"]  # fmt: skip
    crm.write_text("\n".join(fixed) + "\n", encoding="utf-8")

    done = replace(register, 1, crm, ImportOptions(), today)

    assert (done.difference.changed, kept(register, **ASKED)) == (1, [])


def test_a_rescan_looks_for_it_too(register, first, replaced, crm, write_csv, today):
    replaced([*CAMILLE[:3], "", "Nîmes"], PAUL)
    ref = confirmed(register, Right.ACCESS, today)
    write_csv(crm, [TITLES, ["", "", "", "0612345678", ""], PAUL])

    (source,) = rescan(register, ref).sources
    assert [(one.row, one.what) for one in source.left] == [(2, ("phone",))]

    write_csv(crm, [TITLES, PAUL])
    assert rescan(register, ref).clean


def test_a_changed_row_with_kept_values_is_graded_with_them(register, first, replaced, today):
    criteria = make_criteria({"phone": "06 12 34 56 78"})
    view = new_request(register, [Right.ACCESS], criteria, today, Channel.POST, today)
    ref = view.request.ref
    find_person(register, ref, today)

    replaced([*CAMILLE[:3], "", "Nîmes"], PAUL)

    (hit,) = view_request(register, ref, today).hits
    assert (hit.level, hit.reasons[0].cell) == ("strong", CAMILLE[3])
