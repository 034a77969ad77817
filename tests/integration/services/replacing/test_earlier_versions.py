"""How long earlier versions of a list are kept."""

from datetime import timedelta

import pytest

from dsr_desktop.domain.hit import Verdict
from dsr_desktop.services.purging import purge_due_copies
from dsr_desktop.services.replacing import replace
from dsr_desktop.services.reviewing import judge_hits
from dsr_desktop.services.sourcing import list_sources, remove
from dsr_desktop.services.verifying import verify
from dsr_desktop.store.sources import remove_source
from tests.integration.services.replacing.lists import (
    CAMILLE,
    HUGO,
    OPTIONS,
    PAUL,
    TITLES,
    found,
    hits_of,
)

pytestmark = pytest.mark.usefixtures("nothing_left_running")


def test_the_version_before_the_last_goes_with_the_next_replacement(register, first, replaced):
    replaced(CAMILLE, HUGO)
    third = replaced(HUGO).newer_id

    assert [one.id for one in list_sources(register)] == [2, third]
    remove(register, third)
    (second,) = list_sources(register)
    assert (second.id, second.is_current) == (2, True)


def test_a_version_that_a_request_cites_stays_through_every_replacement(
    register, first, ref, replaced, today
):
    replaced(PAUL)
    replaced(PAUL, HUGO)
    later = today + timedelta(days=90)

    assert [one.id for one in purge_due_copies(register, later)] == [2]

    (hit,) = hits_of(register, ref, today)
    assert (hit.source_id, hit.verdict) == (first.id, Verdict.CONFIRMED)
    assert found(register, email="camille.dupont@acme.example") == []
    judge_hits(register, ref, reject=[hit.id], today=today)
    assert [one.id for one in purge_due_copies(register, later)] == [1]


def test_an_earlier_version_is_purged_after_thirty_days(
    register, first, replaced, today, decrypted
):
    replaced(CAMILLE)

    assert purge_due_copies(register, today + timedelta(days=29)) == ()
    (purged,) = purge_due_copies(register, today + timedelta(days=30))

    assert purged.id == first.id
    assert [one.id for one in list_sources(register)] == [2]
    assert b"paul@acme.example" not in decrypted(register.path)
    assert verify(register).sound


def test_an_earlier_version_goes_with_a_working_copy_that_is_purged(
    register, rewrite, crm, bring_in, today
):
    bring_in(register, rewrite(CAMILLE), kind="copy")
    rewrite(PAUL)
    replace(register, 1, crm, OPTIONS, today)

    purged = purge_due_copies(register, today + timedelta(days=30))

    assert {one.id for one in purged} == {1, 2}
    assert list_sources(register) == ()


def test_an_id_that_a_purged_version_had_is_not_given_again(
    register, first, ref, replaced, bring_in, tmp_path, write_csv, today
):
    second = replaced(PAUL).newer_id
    remove_source(register.database, second)

    bring_in(register, write_csv(tmp_path / "other.csv", [TITLES, HUGO]))

    assert [one.id for one in list_sources(register)] == [1, 3]
