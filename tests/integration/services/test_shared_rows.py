"""A stored row that may be several people's: nobody gets it, and only hers is erased from it."""

import json
import zipfile

import pytest
import pyzipper

from dsr_desktop.domain.checklist import Action
from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.errors import NotAllowedError
from dsr_desktop.domain.reading import MOST_ROWS_NAMED
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.domain.traces import RescanStatus
from dsr_desktop.services.checklists import make_checklist
from dsr_desktop.services.handling import new_request, view_request
from dsr_desktop.services.packaging import build_portability
from dsr_desktop.services.rescanning import rescan
from dsr_desktop.services.reviewing import find_person, judge_hits
from dsr_desktop.wording.language import speak

ENGLISH = speak("en")
ANNE = "anne.roux@acme.example"
HEADER = "Nom;Email;Ville\n"
# Properly quoted, and yet two lines as wide as the table: a note, or the rows of Anne and Luc.
SHARED = f'Anne Roux;{ANNE};"Metz\nLuc Blanc;luc@foo.example;5\'10"\n'
OWN = f"Anne Roux;{ANNE};Nancy\n"
STRAY = f'Anne Roux;{ANNE};"Metz\nLuc Blanc;luc@foo.example;Lyon\n'
NOTED = f'Anne Roux;{ANNE};"3, rue\ndes Lilas"\n'


@pytest.fixture
def bring(register, bring_in, tmp_path):
    """Import a list with this text below its header."""

    def bring_(text, name="salon.csv"):
        (tmp_path / name).write_text(HEADER + text, encoding="utf-8")
        bring_in(register, tmp_path / name, activity="PA3")

    return bring_


@pytest.fixture
def confirmed(register, today):
    """The reference of Anne's request with every hit confirmed."""

    def confirmed_():
        ref = new_request(
            register, [Right.PORTABILITY], make_criteria({"email": ANNE}), today,
            Channel.WEB_FORM, today,
        ).request.ref  # fmt: skip
        find_person(register, ref, today)
        ids = [hit.id for hit in view_request(register, ref, today).hits]
        judge_hits(register, ref, confirm=ids, today=today)
        return ref

    return confirmed_


@pytest.fixture
def build(register, tmp_path, today):
    """The documents of the bundle, and what was left out as (row title, reason)."""

    def build_(ref):
        bundle = build_portability(register, ref, tmp_path / "out", today, ENGLISH)
        with pyzipper.AESZipFile(bundle.path) as archive:
            archive.setpassword(bundle.passphrase.encode())
            contacts = json.loads(archive.read(f"{ref}/data/contacts.json"))["contacts"]
        return contacts, [(one.header, str(one.reason)) for one in bundle.excluded]

    return build_


def actions(register, ref, today):
    return {(line.row, line.action) for line in make_checklist(register, ref, today, ENGLISH).lines}


def test_nothing_of_a_row_that_may_be_several_peoples_goes_into_the_bundle(bring, confirmed, build):
    bring(OWN + SHARED)

    contacts, excluded = build(confirmed())

    assert [one["source_row"] for one in contacts] == [2]
    assert excluded == [("Nom", "A20_4"), ("Email", "A20_4"), ("Ville", "A20_4")]


def test_alone_such_a_row_leaves_nothing_to_give(bring, confirmed, build):
    bring(SHARED)

    with pytest.raises(NotAllowedError, match="A20_4"):
        build(confirmed())


def test_only_what_is_the_persons_is_erased_from_such_a_row(register, bring, confirmed, today):
    bring(OWN + SHARED)

    assert actions(register, confirmed(), today) == {(2, Action.ERASE), (3, Action.ERASE_MENTION)}


@pytest.mark.parametrize("names", ["Luc et Anne Roux", "Luc ou Anne Roux", "M. et Mme Roux"])
def test_a_couple_loses_only_what_names_the_person(register, bring, confirmed, today, names):
    bring(OWN + f"{names};{ANNE};Metz\n")

    assert actions(register, confirmed(), today) == {(2, Action.ERASE), (3, Action.ERASE_MENTION)}


def test_until_the_row_of_a_couple_is_looked_through_it_is_not_clean(
    register, bring, confirmed, tmp_path
):
    bring(f"Luc et Anne Roux;{ANNE};Metz\n")
    ref = confirmed()

    (tmp_path / "salon.csv").write_text(f"{HEADER}Luc et Anne Roux;;Metz\n")

    assert rescan(register, ref).sources[0].status is RescanStatus.STILL_THERE


def test_such_a_row_is_clean_once_it_no_longer_names_the_person(
    register, bring, confirmed, tmp_path
):
    others = "Jean Petit;jean@foo.example;Lille\n"
    bring(others + SHARED)
    ref = confirmed()
    (before,) = rescan(register, ref).sources

    kept = "Jean Petit;Luc Blanc;luc@foo.example;5'10;Metz\n"
    (tmp_path / "salon.csv").write_text(HEADER + others + kept)
    (after,) = rescan(register, ref).sources

    assert (before.status, after.status) == (RescanStatus.STILL_THERE, RescanStatus.CLEAN)


def test_such_a_row_is_not_clean_while_her_address_stands_anywhere(
    register, bring, confirmed, tmp_path
):
    bring(SHARED)
    ref = confirmed()

    (tmp_path / "salon.csv").write_text(f"{HEADER}Luc Blanc;luc@foo.example;{ANNE}\n")

    assert rescan(register, ref).sources[0].status is RescanStatus.STILL_THERE


COUPLE = "Prénom;Nom;Courriel;Ville\n"


def test_a_couples_row_is_clean_once_only_the_other_is_left(
    register, bring_in, confirmed, tmp_path
):
    list_ = tmp_path / "couples.csv"
    others = "Luc;Blanc;luc@foo.example;Metz\nEva;Noir;eva@foo.example;Lyon\n"
    list_.write_text(f"{COUPLE}Jean et Anne;Roux;jean@roux.example, {ANNE};Nancy\n{others}")
    bring_in(register, list_, activity="PA3")
    ref = confirmed()

    list_.write_text(f"{COUPLE}Jean et Anne;Roux;jean@roux.example;Nancy\n{others}")
    (half,) = rescan(register, ref).sources
    list_.write_text(f"{COUPLE}Jean;Roux;jean@roux.example;Nancy\n{others}")
    (done,) = rescan(register, ref).sources

    assert (half.status, done.status) == (RescanStatus.STILL_THERE, RescanStatus.CLEAN)


def test_lines_that_were_read_apart_are_each_their_own_persons(
    register, bring, confirmed, build, today
):
    bring(STRAY)
    ref = confirmed()

    contacts, excluded = build(ref)

    assert [(one["name"], one["city"]) for one in contacts] == [("Anne Roux", '"Metz')]
    assert excluded == []
    assert actions(register, ref, today) == {(2, Action.ERASE)}


def test_an_address_of_two_lines_is_the_persons(register, bring, confirmed, build, today):
    bring(NOTED + SHARED.replace(ANNE, "zoe@foo.example"))
    ref = confirmed()

    contacts, excluded = build(ref)

    assert [one["city"] for one in contacts] == ["3, rue\ndes Lilas"]
    assert excluded == []
    assert actions(register, ref, today) == {(2, Action.ERASE)}


def test_of_more_such_rows_than_are_named_none_is_given_either(bring, confirmed, build):
    others = SHARED.replace(ANNE, "zoe@foo.example") * MOST_ROWS_NAMED
    bring(others + SHARED + OWN)

    contacts, _excluded = build(confirmed())

    assert [one["city"] for one in contacts] == ["Nancy"]


def test_such_a_row_is_known_inside_an_archive_too(register, bring_in, tmp_path, confirmed, today):
    with zipfile.ZipFile(tmp_path / "lists.zip", "w") as archive:
        archive.writestr("salon.csv", HEADER + OWN + SHARED)
    bring_in(register, tmp_path / "lists.zip", activity="PA3")

    assert actions(register, confirmed(), today) == {(2, Action.ERASE), (3, Action.ERASE_MENTION)}
