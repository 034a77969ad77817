"""How long the file of a request is kept (domain.md 4.3)."""

from datetime import date

import pytest

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.request import Channel, Item, Request, Right, Stage
from dsr_desktop.domain.request_retention import (
    RETENTION_FIGURES,
    DuePurge,
    Kept,
    PurgeStep,
    check_figures,
    due_purges,
    purge_dates,
)

MONTHS = {kept: figure.default for kept, figure in RETENTION_FIGURES.items()}
CLOSED = date(2025, 2, 28)


def request(ref="DSR-2025-0001", closed_on=CLOSED):
    stage = Stage.CLOSED if closed_on else Stage.ANSWERED
    return Request(ref, date(2025, 1, 10), date(2025, 1, 10), Channel.POST, stage,
                   (Item(Right.ACCESS),), Criteria(), closed_on=closed_on)  # fmt: skip


def due(today, *, reduced=frozenset(), requests=None):
    return due_purges(requests or [request()], reduced, MONTHS, today)


def test_r_gen_1_every_figure_has_value_source_and_day_of_check():
    assert set(RETENTION_FIGURES) == set(Kept)
    for figure in RETENTION_FIGURES.values():
        assert figure.source
        assert figure.checked_on >= date(2026, 11, 22)
        assert figure.lowest <= figure.default <= figure.highest


def test_the_defaults_are_those_of_the_specification():
    assert MONTHS == {
        Kept.IDENTITY_DOCUMENT: 0, Kept.PACKAGE: 3, Kept.FULL_FILE: 12, Kept.LETTERS: 60,
        Kept.EVIDENCE: 60,
    }  # fmt: skip


def test_the_days_are_counted_from_the_closing_in_calendar_months():
    dates = purge_dates(date(2024, 11, 30), MONTHS)

    assert (dates.package, dates.full_file, dates.evidence) == (
        date(2025, 2, 28), date(2025, 11, 30), date(2029, 11, 30),
    )  # fmt: skip
    assert dates.letters == dates.evidence


def test_a_file_is_reduced_on_its_day_and_not_a_day_before():
    assert due(date(2026, 2, 27)) == ()
    assert due(date(2026, 2, 28)) == (
        DuePurge("DSR-2025-0001", PurgeStep.REDUCE, date(2026, 2, 28)),
    )


def test_a_reduced_file_waits_until_its_evidence_is_due():
    reduced = frozenset({"DSR-2025-0001"})

    assert due(date(2030, 2, 27), reduced=reduced) == ()
    assert [one.step for one in due(date(2030, 2, 28), reduced=reduced)] == [PurgeStep.REMOVE]


def test_a_file_nobody_reduced_in_time_is_removed_at_once():
    assert [one.step for one in due(date(2030, 3, 1))] == [PurgeStep.REMOVE]


def test_a_request_that_is_open_is_never_due():
    assert due(date(2040, 1, 1), requests=[request(closed_on=None)]) == ()


def test_the_longest_due_comes_first():
    requests = [request("DSR-2025-0002", date(2025, 6, 1)), request()]

    assert [one.ref for one in due(date(2027, 1, 1), requests=requests)] == [
        "DSR-2025-0001", "DSR-2025-0002",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["", "-1", "3.5", "twelve", "37", "0", "9" * 30, "٣"])
def test_a_figure_that_cannot_be_is_refused(text):
    with pytest.raises(InvalidInputError):
        RETENTION_FIGURES[Kept.FULL_FILE].parse(text)


def test_an_identity_document_is_never_kept():
    with pytest.raises(InvalidInputError):
        RETENTION_FIGURES[Kept.IDENTITY_DOCUMENT].check(0)


def test_the_evidence_outlives_the_file_and_the_letters():
    check_figures(MONTHS)
    with pytest.raises(InvalidInputError):
        check_figures({**MONTHS, Kept.EVIDENCE: 12})
