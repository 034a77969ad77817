"""The files of closed requests are purged when due; their events outlive them (domain.md 4.3)."""

from datetime import UTC, date, datetime

import pytest

from dsr_desktop.domain.communication import CommunicationKind, Direction
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError, NotFoundError
from dsr_desktop.domain.links import LinkKind
from dsr_desktop.domain.request import Channel, Decision, Right, Stage
from dsr_desktop.domain.request_retention import Kept, PurgeStep
from dsr_desktop.domain.source_task import StepKind
from dsr_desktop.domain.system import HowAsked, System, SystemKind
from dsr_desktop.services.communications import list_communications, record_communication
from dsr_desktop.services.handling import new_request, view_request
from dsr_desktop.services.history import history
from dsr_desktop.services.linking import link_requests
from dsr_desktop.services.request_lists import list_requests
from dsr_desktop.services.request_retention import (
    due_request_files,
    list_retention_figures,
    purge_request_files,
    retention_months,
    set_retention_figures,
)
from dsr_desktop.services.source_tasks import list_tasks, record_answer
from dsr_desktop.services.systems import add_system
from dsr_desktop.services.verifying import verify
from dsr_desktop.store.request_purge import (
    BLANKED,
    EVIDENCE,
    REMOVED_WITH_THE_FILE,
    SET_FREE,
    reduced_refs,
)
from tests.integration.services.records.closed_requests import DAY, REDUCED, REMOVED, close
from tests.integration.services.requests_made import confirmed_request

NOW = datetime(DAY.year, DAY.month, DAY.day, 12, tzinfo=UTC)
CAMILLE = Criteria(name=("Camille Dupont",), email=("camille@acme.example",))


@pytest.fixture
def closed(register, lists, write_csv, bring_in):
    rows = [["Nom", "E-mail"], ["Camille Dupont", "camille@acme.example"]]
    bring_in(register, write_csv(lists / "crm.csv", rows))
    ref = confirmed_request(register, CAMILLE, DAY)
    close(register, ref)
    return ref


def test_a_file_is_due_a_year_after_closing_and_not_before(register, closed):
    assert due_request_files(register, date(2026, 6, 19)) == ()
    (due,) = due_request_files(register, REDUCED)

    assert (due.ref, due.step, due.due_on) == (closed, PurgeStep.REDUCE, REDUCED)


@pytest.mark.parametrize(
    ("kind", "waits"),
    [
        (LinkKind.CONTINUES, True),
        (LinkKind.COMPLAINS_ABOUT, True),
        (LinkKind.REPEATS, True),
        (LinkKind.DUPLICATES, False),
        (LinkKind.RELATED, False),
    ],
)
def test_a_file_that_an_open_request_needs_waits_until_that_is_closed(
    register, closed, kind, waits
):
    other = confirmed_request(register, CAMILLE, DAY)
    link_requests(register, other, closed, kind, DAY)

    assert (due_request_files(register, REDUCED) == ()) == waits
    if waits:
        with pytest.raises(NotAllowedError, match="not due"):
            purge_request_files(register, [closed], REDUCED)
    close(register, other)
    assert {one.ref for one in due_request_files(register, REDUCED)} == {closed, other}


def test_a_reduced_file_keeps_its_evidence_and_nobody_s_name(register, closed, decrypted):
    events_before = history(register, closed)

    purge_request_files(register, [closed], REDUCED)

    view = view_request(register, closed, REDUCED)
    (item,) = view.request.items
    assert (view.request.person, view.hits) == (closed, ())
    assert (item.decision, item.reason_code, item.reason_text) == (
        Decision.REFUSED,
        "A11_2",
        None,
    )
    assert (view.request.received_on, view.request.closed_on) == (DAY, DAY)
    assert history(register, closed)[: len(events_before)] == events_before
    assert reduced_refs(register.database) == {closed}
    assert due_request_files(register, REDUCED) == ()
    assert b"Camille's invoice" not in decrypted(register.path)
    assert verify(register).sound


def test_the_event_log_outlives_the_file(register, closed):
    purge_request_files(register, [closed], REMOVED)

    assert list_requests(register, REMOVED) == ()
    kinds = [event.kind for event in history(register, closed)]
    assert (kinds[0], kinds[-1]) == ("request_recorded", "request_file_removed")
    assert verify(register).sound


def test_a_reference_that_was_purged_is_never_given_again(register, closed):
    purge_request_files(register, [closed], REMOVED)

    again = new_request(register, [Right.ACCESS], CAMILLE, DAY, Channel.POST, REMOVED)

    assert (closed, again.request.ref) == ("DSR-2025-0001", "DSR-2025-0002")


def test_what_is_not_due_or_unknown_is_refused_with_all_the_others(register, closed):
    other = new_request(register, [Right.ACCESS], CAMILLE, DAY, Channel.POST, DAY).request.ref

    with pytest.raises(NotAllowedError):
        purge_request_files(register, [closed, other], REDUCED)
    with pytest.raises(NotFoundError):
        purge_request_files(register, [closed, "DSR-2025-0404"], REDUCED)

    assert view_request(register, closed, REDUCED).hits
    assert reduced_refs(register.database) == frozenset()


def test_an_open_request_is_never_due(register):
    ref = new_request(register, [Right.ACCESS], CAMILLE, DAY, Channel.POST, DAY).request.ref

    assert view_request(register, ref, REMOVED).request.stage is Stage.NEW
    assert due_request_files(register, REMOVED) == ()


def test_r_gen_1_figures_are_settings_with_source_and_day(register, closed):
    before = retention_months(register)

    set_retention_figures(register, {Kept.FULL_FILE: 6}, "Complaints come within weeks.")

    assert retention_months(register) == {**before, Kept.FULL_FILE: 6}
    assert [one.ref for one in due_request_files(register, date(2025, 12, 20))] == [closed]
    assert all(
        one.figure.source and one.figure.checked_on for one in list_retention_figures(register)
    )


@pytest.mark.parametrize(
    ("months", "reason"),
    [({Kept.FULL_FILE: 0}, "why"), ({Kept.EVIDENCE: 12}, "why"), ({Kept.EVIDENCE: 73}, "why"),
     ({Kept.IDENTITY_DOCUMENT: 1}, "why"), ({Kept.FULL_FILE: 6}, " ")],
    ids=["too short", "before the letters", "too long", "never kept", "no reason"],
)  # fmt: skip
def test_a_figure_that_cannot_be_changes_nothing(register, months, reason):
    before = retention_months(register)

    with pytest.raises(InvalidInputError):
        set_retention_figures(register, months, reason)

    assert retention_months(register) == before


def test_every_table_that_hangs_on_a_request_is_named_in_the_purge(register):
    tables = register.database.connection.execute(
        "SELECT DISTINCT m.name FROM sqlite_master m, pragma_table_info(m.name) c "
        "WHERE m.type = 'table' AND c.name = 'request_id'"
    )

    named = {*REMOVED_WITH_THE_FILE, *BLANKED, *EVIDENCE, *SET_FREE}
    assert {name for (name,) in tables} == named


def test_messages_and_answers_of_systems_stay_as_facts_until_the_file_goes(
    register, tmp_path, decrypted
):
    add_system(register, System("Paper files", SystemKind.PAPER, HowAsked.BY_DPO, DAY), DAY)
    ref = new_request(register, [Right.ACCESS], CAMILLE, DAY, Channel.POST, DAY).request.ref
    letter = tmp_path / "letter.txt"
    letter.write_text("Camille writes of her divorce")
    record_communication(
        register, ref, Direction.IN, CommunicationKind.REQUEST, Channel.POST, DAY, NOW,
        files=[letter], note="Camille sounded upset",
    )  # fmt: skip
    (task,) = list_tasks(register, ref)
    record_answer(register, ref, task.id, StepKind.FOUND, DAY, DAY, by="Hugo", text="her old file")
    close(register, ref)

    purge_request_files(register, [ref], REDUCED)
    (message,) = list_communications(register, ref)
    (task,) = list_tasks(register, ref)
    assert (message.day, message.note, message.attachments) == (DAY, "", ())
    assert task.state == "found"
    stored = decrypted(register.path)
    assert not any(said in stored for said in (b"divorce", b"upset", b"her old file"))

    purge_request_files(register, [ref], REMOVED)
    assert list_requests(register, REMOVED) == ()
    assert verify(register).sound
