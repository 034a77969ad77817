"""Letters to many people reach whom they may, leave out the others, and settle what they settle."""

import csv
from datetime import date

import pytest
from pypdf import PdfReader

from dsr_desktop.domain.article14 import Art14Facts, Art14State, ObtainedFrom
from dsr_desktop.domain.circular import CircularFormat, Reach
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError, NotFoundError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.letters import LetterKind
from dsr_desktop.domain.outgoing import Why
from dsr_desktop.domain.policy_version import PolicyVersion
from dsr_desktop.domain.restriction import Ground
from dsr_desktop.domain.right import Right
from dsr_desktop.domain.suppression import SuppressionReason, SuppressionScope
from dsr_desktop.services.article14 import describe_art14, list_art14
from dsr_desktop.services.circular_sending import list_circulars, send_circular
from dsr_desktop.services.circulars import draft_circular, write_circular
from dsr_desktop.services.letter_writing import LetterOrder
from dsr_desktop.services.policy_versions import add_policy_version
from dsr_desktop.services.restricting import restrict
from dsr_desktop.services.sourcing import undo_import
from dsr_desktop.services.suppressing import TypedKeys, add_to_list
from dsr_desktop.store.events import events
from tests.integration.services.letters_made import TODAY, ask, find, found_company

NOTICE = {"notice": "Nous tenons vos coordonnées d’un partenaire."}
ROWS = [
    ["Nom", "E-mail", "Adresse", "Code postal", "Ville"],
    ["Camille Dupont", "camille.dupont@acme.example", "3 rue Haute", "44000", "Nantes"],
    ["Paul Petit", "paul@acme.example", "", "", ""],
    ["Zoé Roy", "zoe@acme.example", "", "", ""],
    ["Nobody Reached", "", "", "", "Nantes"],
]


@pytest.fixture
def partners(register, bring_in, write_csv, tmp_path):
    """A list from a partner whose people are to be told."""
    found_company(register)
    bring_in(register, write_csv(tmp_path / "partner.csv", ROWS), activity="PA2")
    describe_art14(register, 1, Art14Facts(ObtainedFrom.PARTNER, TODAY), TODAY)
    return register


def told(**more):
    return LetterOrder(LetterKind.ART14, **{"written": NOTICE, "source_id": 1, **more})


def text_of(path):
    return [page.extract_text() for page in PdfReader(path).pages]


def test_the_people_of_a_list_are_counted_and_one_letter_is_shown(partners):
    draft = draft_circular(partners, told(), TODAY)

    assert draft.reach == Reach(3, {}, unreachable=1)
    assert draft.letter.addressee == ("Camille Dupont", "3 rue Haute", "44000 Nantes")
    assert list_circulars(partners) == ()


def test_one_pdf_has_a_page_for_each_person(partners, tmp_path):
    made = write_circular(partners, told(), CircularFormat.PDF, tmp_path / "out", TODAY)

    pages = text_of(made.files[0])
    assert len(pages) == 3
    assert [name in page for name, page in zip(["Camille", "Paul", "Zoé"], pages, strict=True)] == [
        True, True, True,
    ]  # fmt: skip
    (event,) = [one for one in events(partners.database) if one.kind == EventKind.CIRCULAR_MADE]
    assert (event.payload["people"], event.payload["unreachable"]) == (3, 1)
    assert "Camille" not in str(event.payload)


def test_a_list_to_merge_lies_beside_the_letter(partners, tmp_path):
    made = write_circular(partners, told(), CircularFormat.CSV, tmp_path / "out", TODAY)

    assert [path.name for path in made.files] == ["art14.docx", "art14.csv"]
    with made.files[1].open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[1][1] == "Camille Dupont, 3 rue Haute, 44000 Nantes"
    assert [row[3] for row in rows[1:]] == [row[1] for row in ROWS[1:4]]


def test_nobody_restricted_or_opposed_gets_a_letter(partners):
    ref = ask(partners, Right.RESTRICTION)
    find(partners, ref)
    restrict(partners, ref, Ground.ACCURACY, TODAY)
    add_to_list(
        partners, TypedKeys(("paul@acme.example",)), SuppressionScope.MARKETING,
        SuppressionReason.OBJECTION, TODAY,
    )  # fmt: skip

    draft = draft_circular(partners, told(), TODAY)

    assert draft.reach.left == {Why.OPPOSED: 1, Why.RESTRICTED: 1}
    assert draft.letter.addressee == ("Zoé Roy", "zoe@acme.example")


def test_r_inf_1_a_list_is_told_once_all_of_its_letters_left(partners, tmp_path):
    write_circular(partners, told(), CircularFormat.PDF, tmp_path / "out", TODAY)
    (view,) = list_circulars(partners)
    first, *others = (one.row_id for one in view.people)

    half = send_circular(partners, 1, TODAY, TODAY, frozenset({first}))
    assert (half.sent, list_art14(partners)[0].state) == (1, Art14State.TO_DO)
    send_circular(partners, 1, TODAY, TODAY)

    assert list_art14(partners)[0].state is Art14State.DONE
    assert draft_circular(partners, told(), TODAY).reach == Reach(0, {}, 3, 1)
    sent = [one for one in events(partners.database) if one.kind == EventKind.CIRCULAR_SENT]
    assert [one.payload["people"] for one in sent] == [1, len(others)]


def test_what_left_is_not_marked_again_and_nobody_else_is(partners, tmp_path):
    write_circular(partners, told(), CircularFormat.PDF, tmp_path / "out", TODAY)
    with pytest.raises(NotFoundError):
        send_circular(partners, 1, TODAY, TODAY, frozenset({99}))
    send_circular(partners, 1, TODAY, TODAY)

    with pytest.raises(NotAllowedError):
        send_circular(partners, 1, TODAY, TODAY)
    with pytest.raises(NotFoundError):
        send_circular(partners, 2, TODAY, TODAY)


def test_a_letter_that_lacks_something_is_written_to_nobody(partners, tmp_path):
    bare = LetterOrder(LetterKind.POLICY_CHANGE)
    add_policy_version(partners, PolicyVersion("2027", date(2027, 1, 1)))

    with pytest.raises(NotAllowedError):
        write_circular(partners, bare, CircularFormat.PDF, tmp_path / "out", TODAY)

    assert (list_circulars(partners), list(tmp_path.glob("out/*"))) == ((), [])


def test_a_change_of_the_policy_goes_to_lists_under_an_older_one(partners):
    order = LetterOrder(LetterKind.POLICY_CHANGE)
    with pytest.raises(InvalidInputError) as caught:
        draft_circular(partners, order, TODAY)
    assert "older version" in caught.value.sentence

    add_policy_version(partners, PolicyVersion("2027", date(2027, 1, 1)))
    assert draft_circular(partners, order, TODAY).reach.people == 3


def test_r_rt_6_only_who_was_silent_for_three_years_is_asked_and_once(
    register, bring_in, write_csv, tmp_path
):
    found_company(register)
    rows = [
        ["Nom", "E-mail", "Dernier contact"],
        ["Camille Dupont", "camille@acme.example", "2022-05-01"],
        ["Paul Petit", "paul@acme.example", "2026-05-01"],
    ]
    bring_in(register, write_csv(tmp_path / "old.csv", rows), activity="PA2")
    order = LetterOrder(LetterKind.STILL_INTERESTED, written={"answer_by": "31/12/2026"})

    made = write_circular(register, order, CircularFormat.PDF, tmp_path / "out", TODAY)
    send_circular(register, made.circular.id, TODAY, TODAY)

    assert made.reach.people == 1
    assert draft_circular(register, order, TODAY).reach == Reach(0, {}, 1)
    with pytest.raises(InvalidInputError):
        write_circular(register, order, CircularFormat.PDF, tmp_path / "out", TODAY)


def test_a_letter_to_one_person_is_no_letter_to_many(partners):
    with pytest.raises(InvalidInputError) as caught:
        draft_circular(partners, LetterOrder(LetterKind.REFUSAL), TODAY)

    assert "one person" in caught.value.sentence


def test_who_is_gone_from_the_register_is_gone_from_the_letters(partners, tmp_path):
    write_circular(partners, told(), CircularFormat.PDF, tmp_path / "out", TODAY)
    undo_import(partners, [1])

    (view,) = list_circulars(partners)
    assert (view.circular.people, view.people) == (3, ())
