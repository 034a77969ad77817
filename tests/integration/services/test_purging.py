"""Working copies leave the register after thirty days, unless an open request cites them."""

import sys
from datetime import date, timedelta

import pytest

from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.errors import RegisterFileError
from dsr_desktop.domain.request import Channel, Decision, Right
from dsr_desktop.services.closing import close_request
from dsr_desktop.services.handling import decide, new_request, view_request
from dsr_desktop.services.purging import purge_at_opening, purge_due_copies
from dsr_desktop.services.register import open_register
from dsr_desktop.services.reviewing import find_person, judge_hits
from dsr_desktop.services.sourcing import list_sources
from dsr_desktop.services.verifying import verify
from dsr_desktop.store.events import events

CAMILLE = make_criteria({"email": "camille.dupont@acme.example"})
RECEIVED = date(2026, 11, 2)


@pytest.fixture
def imported(register, tmp_path, write_csv, bring_in):
    """A list of the register and a working copy, imported today."""
    rows = [["Nom", "E-mail"], ["Camille Dupont", "camille.dupont@acme.example"]]
    bring_in(register, write_csv(tmp_path / "crm.csv", rows))
    copy = [*rows, ["Zoé Quintal", "zoe.quintal@acme.example"]]
    bring_in(register, write_csv(tmp_path / "copie.csv", copy), kind="copy")
    return list_sources(register)


@pytest.fixture
def later(today):
    return today + timedelta(days=30)


@pytest.fixture
def ref(register, imported, today):
    view = new_request(register, [Right.ACCESS], CAMILLE, RECEIVED, Channel.POST, today)
    find_person(register, view.request.ref, today)
    return view.request.ref


def names(register):
    return [source.name for source in list_sources(register)]


def test_a_copy_goes_after_thirty_days_and_the_list_stays(register, imported, later, decrypted):
    assert purge_due_copies(register, later - timedelta(days=1)) == ()
    assert names(register) == ["crm.csv", "copie.csv"]

    assert purge_due_copies(register, later) == imported[1:]

    assert names(register) == ["crm.csv"]
    assert b"quintal" not in decrypted(register.path).lower()
    assert verify(register).sound


def test_the_purge_is_an_event_that_names_hashes_only(register, imported, later):
    purge_due_copies(register, later)

    last = list(events(register.database))[-1]
    assert (last.kind, last.ref) == ("working_copies_purged", None)
    assert last.payload == {"sources": [2], "sha256": [imported[1].sha256]}


def test_nothing_due_is_no_event(register, imported, today):
    before = len(list(events(register.database)))

    assert purge_due_copies(register, today) == ()

    assert len(list(events(register.database))) == before


def test_a_copy_stays_while_an_open_request_cites_it(register, ref, later, today):
    assert purge_due_copies(register, later) == ()

    hits = [hit.id for hit in view_request(register, ref, today).hits]
    judge_hits(register, ref, reject=hits, today=today)
    assert [source.name for source in purge_due_copies(register, later)] == ["copie.csv"]


def test_a_closed_request_holds_no_copy(register, ref, later, today, tmp_path, write_csv, bring_in):
    decide(register, ref, Right.ACCESS, Decision.WITHDRAWN_BY_PERSON, today)
    close_request(register, ref, today)
    rows = [["Nom", "E-mail"], ["Camille Dupont", "camille.dupont@acme.example"]]
    bring_in(register, write_csv(tmp_path / "autre.csv", [*rows, ["x", "y"]]), kind="copy")

    assert [source.name for source in purge_due_copies(register, later)] == ["autre.csv"]
    assert names(register) == ["crm.csv"]


def test_two_programs_purge_a_copy_once(register, imported, later, passphrase):
    other = open_register(register.path, passphrase)
    connection = register.database.connection

    def purge_first(sql):
        if sql.startswith("BEGIN"):
            connection.set_trace_callback(None)
            purge_due_copies(other, later)

    connection.set_trace_callback(purge_first)

    assert purge_due_copies(register, later) == ()

    assert [one.kind for one in events(register.database)].count("working_copies_purged") == 1
    other.close()


def test_opening_goes_on_when_another_program_writes(register, imported, later, passphrase):
    other = open_register(register.path, passphrase)
    register.database.connection.execute("PRAGMA busy_timeout = 10")

    with other.database.transaction():
        assert purge_at_opening(register, later) == ()

    assert names(register) == ["crm.csv", "copie.csv"]
    assert purge_at_opening(register, later) == imported[1:]
    other.close()


def test_opening_goes_on_when_the_register_is_read_only(register, imported, later):
    register.database.connection.execute("PRAGMA query_only = ON")

    assert purge_at_opening(register, later) == ()

    assert names(register) == ["crm.csv", "copie.csv"]


@pytest.mark.skipif(sys.platform != "linux", reason="limits of the Linux kernel")
def test_a_full_disk_at_opening_is_told(register, imported, later, no_file_larger_than):
    log = register.path.with_name(register.path.name + "-wal")

    with no_file_larger_than(log.stat().st_size), pytest.raises(RegisterFileError):
        purge_at_opening(register, later)

    assert names(register) == ["crm.csv", "copie.csv"]
