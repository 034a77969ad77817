"""What is read together belongs together: another program's writing in between is not half seen."""

from dataclasses import replace
from datetime import date

import pytest

from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.request import Channel, Decision, Right
from dsr_desktop.services.checklists import make_checklist
from dsr_desktop.services.closing import working_copies_to_purge
from dsr_desktop.services.handling import decide, mark_sent, new_request, view_request
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.overview import read_overview
from dsr_desktop.services.register import open_register
from dsr_desktop.services.request_lists import list_requests
from dsr_desktop.services.request_state import read_state
from dsr_desktop.services.rescanning import last_rescan, rescan
from dsr_desktop.services.reviewing import find_person, judge_hits, review
from dsr_desktop.services.searching import search
from dsr_desktop.services.source_views import view_sources
from dsr_desktop.wording.language import speak

RECEIVED = date(2026, 11, 2)
CAMILLE = make_criteria({"email": "camille.dupont@acme.example", "name": "Camille Dupont"})
ROWS = [["Nom", "E-mail"], ["Camille Dupont", "camille.dupont@acme.example"],
        ["Camille Dupont", "c.dupont@perso.example"], ["Ana Ruiz", "ana@ruiz.example"]]  # fmt: skip


@pytest.fixture
def second(register, passphrase):
    """The same register, open in another program."""
    other = open_register(register.path, passphrase)
    yield other
    other.close()


@pytest.fixture
def bring_in_list(bring_in, write_csv, tmp_path):
    def bring(register, name):
        bring_in(register, write_csv(tmp_path / name, [*ROWS, [name, ""]]), kind="copy")

    return bring


@pytest.fixture
def ref(register, bring_in_list, today):
    """A request with a confirmed hit whose file was read again."""
    bring_in_list(register, "crm.csv")
    view = new_request(register, [Right.ERASURE], CAMILLE, RECEIVED, Channel.POST, today)
    find_person(register, view.request.ref, today)
    judge_hits(register, view.request.ref, confirm_strong=True, today=today)
    rescan(register, view.request.ref)
    return view.request.ref


@pytest.fixture
def everything_changes(second, ref, bring_in_list, today):
    """Return what another program does: it changes all that any of the readings shows."""

    def change():
        bring_in_list(second, "shop.csv")
        find_person(second, ref, today)
        open_ones = [hit.id for hit in view_request(second, ref, today).hits if not hit.verdict]
        judge_hits(second, ref, confirm=open_ones, today=today)
        rescan(second, ref)
        decide(second, ref, Right.ERASURE, Decision.GRANTED, today)
        mark_sent(second, ref, today, Channel.POST, today)
        new_request(second, [Right.ACCESS], CAMILLE, RECEIVED, Channel.POST, today)

    return change


@pytest.fixture
def before_statement(register):
    """Return a function: what it is given happens just before the n-th statement of this program."""
    connection = register.database.connection

    def arrange(number, work):
        statements = []

        def on_statement(sql):
            statements.append(sql)
            if len(statements) == number:
                connection.set_trace_callback(None)
                work()

        connection.set_trace_callback(on_statement)

    yield arrange
    connection.set_trace_callback(None)


READINGS = {
    "view_request": view_request,
    "list_requests": lambda register, _ref, today: list_requests(register, today),
    "working_copies": lambda register, ref, _today: working_copies_to_purge(register, ref),
    "review": review,
    "search": lambda register, _ref, _today: replace(search(register, CAMILLE), elapsed_ms=0),
    "checklist": lambda register, ref, today: make_checklist(register, ref, today, speak("en")),
    "last_rescan": lambda register, ref, _today: last_rescan(register, ref),
    "sources": lambda register, _ref, _today: view_sources(register),
    "request state": read_state,
    "overview": lambda register, _ref, today: read_overview(register, today),
}
BEGUN = 3  # BEGIN, the first read, and then


@pytest.mark.parametrize("read", READINGS.values(), ids=READINGS)
def test_a_reading_shows_one_moment_whatever_is_written_meanwhile(
    read, register, ref, everything_changes, before_statement, today
):
    before = read(register, ref, today)
    before_statement(BEGUN, everything_changes)

    during = read(register, ref, today)

    assert during == before
    after = read(register, ref, today)
    assert after != before


@pytest.mark.parametrize(
    ("prepared", "seen"), [(at_one_moment, (1, 1)), (lambda read: read, (1, 2))],
    ids=["at one moment", "as it comes"],
)  # fmt: skip
def test_two_readings_at_one_moment_agree(prepared, seen, register, ref, everything_changes, today):
    @prepared
    def requests_and_files(register):
        requests = len(list_requests(register, today))
        everything_changes()
        return requests, len(view_sources(register))

    assert requests_and_files(register) == seen


def test_an_error_of_a_reading_ends_its_moment(register, second, today):
    with pytest.raises(Exception, match="no request"):
        view_request(register, "DSR-2026-0099", today)

    assert not register.database.connection.in_transaction
    new_request(second, [Right.ACCESS], CAMILLE, RECEIVED, Channel.POST, today)
    assert len(list_requests(register, today)) == 1


def test_a_reading_keeps_its_name_and_words():
    assert view_request.__name__ == "view_request"
    assert "NotFoundError" in view_request.__doc__
