"""Tasks come back with their steps in order, and are counted for all requests at once."""

from dataclasses import replace
from datetime import date

import pytest

from dsr_desktop.domain.errors import NotFoundError
from dsr_desktop.domain.source_task import SourceProgress, StepKind, progress_of
from dsr_desktop.store.source_tasks import (
    add_step,
    add_tasks,
    count_tasks,
    count_tasks_of,
    read_tasks,
    task_of,
)
from dsr_desktop.store.sqlcipher import IntegrityError
from dsr_desktop.store.systems import add_system, read_systems
from tests.integration.store.requests_made import RECEIVED, a_request
from tests.unit.domain.systems_made import CRM, PAPER, TODAY, step

DUE = date(2026, 11, 18)


@pytest.fixture
def database(register):
    for system in (CRM, PAPER):
        add_system(register.database, system)
    return register.database


def opened(database, ref="DSR-2026-0001"):
    """A request with a task for each system."""
    request = a_request(database, ref)
    add_tasks(database, request, read_systems(database), RECEIVED, DUE)
    return request


def happened(database, request, task_id, *kinds):
    task = task_of(read_tasks(database, request), task_id)
    for kind in kinds:
        add_step(database, task, step(StepKind(kind)))


def test_a_task_comes_back_with_its_system_and_its_days(database):
    request = opened(database)

    first, second = read_tasks(database, request)
    assert (first.ref, first.made_on, first.due_on) == ("DSR-2026-0001", RECEIVED, DUE)
    assert [one.system.name for one in (first, second)] == ["CRM", "Archives"]
    assert first.steps == ()


def test_steps_come_back_in_the_order_of_recording(database):
    request = opened(database)
    asked, found = step(StepKind.ASKED, by=""), step(StepKind.FOUND, date(2026, 11, 4))
    first = read_tasks(database, request)[0]
    for one in (asked, found):
        add_step(database, first, one)

    assert read_tasks(database, request)[0].steps == (asked, found)
    assert read_tasks(database, request)[1].steps == ()


def test_a_system_is_asked_once_for_a_request(database):
    request = opened(database)

    with pytest.raises(IntegrityError):
        add_tasks(database, request, [replace(CRM, id=1)], RECEIVED, DUE)


def test_an_unknown_task_is_told(database):
    with pytest.raises(NotFoundError, match="no task 9"):
        task_of(read_tasks(database, opened(database)), 9)


def test_tasks_are_counted_in_sql_as_the_rules_count_them(database):
    first, second = opened(database), opened(database, "DSR-2026-0002")
    nobody = a_request(database, "DSR-2026-0003")
    happened(database, first, 1, "asked", "nothing_found", "found", "asked")
    happened(database, first, 2, "not_searched")
    happened(database, second, 3, "asked", "chased")

    for day in (TODAY, DUE, date(2026, 11, 19)):
        counted = count_tasks(database, day)
        assert set(counted) == {first.id, second.id}
        for request in (first, second):
            told = progress_of(read_tasks(database, request), day)
            assert counted[request.id] == count_tasks_of(database, request, day) == told
        assert count_tasks_of(database, nobody, day) == SourceProgress()
    assert count_tasks_of(database, first, TODAY) == SourceProgress(2, 2, 1, 0)
