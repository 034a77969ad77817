"""Slips for colleagues: a page each, with what is needed to find the person and no more."""

from dataclasses import replace
from datetime import date

import pytest

from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.errors import NotAllowedError, NotFoundError, OutputFileError
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.domain.source_task import StepKind
from dsr_desktop.services.handling import new_request
from dsr_desktop.services.source_slips import write_slips
from dsr_desktop.services.source_tasks import list_tasks, record_answer
from dsr_desktop.services.systems import add_system
from dsr_desktop.services.verifying import verify
from dsr_desktop.store.events import events, short_fingerprint
from dsr_desktop.store.unfinished_documents import read_notes
from dsr_desktop.wording.language import speak
from tests.integration.writers.pdf_reading import Pdf
from tests.unit.domain.systems_made import CRM, PAPER

EN = speak("en")
CAMILLE = make_criteria(
    {"name": "Camille Dupont", "phone": "06 12 34 56 78", "birth_date": "24/05/1990",
     "text": "rude on the phone"}
)  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "slips"


@pytest.fixture
def ref(register, today):
    add_system(register, CRM, today)
    add_system(register, PAPER, today)
    add_system(register, replace(CRM, name="Phones", owner="Ana Ruiz"), today)
    received = date(2026, 11, 2)
    view = new_request(register, [Right.ERASURE], CAMILLE, received, Channel.POST, today)
    return view.request.ref


def names(files):
    return [one.path.name for one in files]


def test_r_src_1_each_colleague_who_has_not_answered_gets_a_slip(register, ref, folder, today):
    files = write_slips(register, ref, folder, today, EN)

    assert names(files) == [f"{ref}_slip_1.pdf", f"{ref}_slip_3.pdf"]
    record_answer(register, ref, 1, StepKind.NOTHING_FOUND, today, today, by="Léa Morel")
    assert names(write_slips(register, ref, folder, today, EN)) == [f"{ref}_slip_3-2.pdf"]


def test_a_slip_can_be_made_for_any_task_that_is_named(register, ref, folder, today):
    assert names(write_slips(register, ref, folder, today, EN, task_ids=[2])) == [
        f"{ref}_slip_2.pdf"
    ]


def test_a_slip_tells_no_right_no_birth_date_and_nothing_of_other_systems(
    register, ref, folder, today
):
    before = short_fingerprint(register.database)
    text = Pdf(write_slips(register, ref, folder, today, EN)[0].path.read_bytes()).text

    for wanted in ("Camille Dupont", "06 12 34 56 78", "CRM", "Léa Morel", before, ref):
        assert wanted in text
    for kept in ("1990", "rude", "Erasure", "Phones", "Archives", "Ana Ruiz", "Post"):
        assert kept not in text


def test_slips_are_logged_by_task_with_their_digests(register, ref, folder, today):
    write_slips(register, ref, folder, today, EN)

    event = list(events(register.database))[-1]
    assert (event.kind, event.ref, event.payload["tasks"]) == ("source_slips_made", ref, [1, 3])
    assert [len(one) for one in event.payload["pdf_sha256"]] == [64, 64]
    assert [str(one.state) for one in list_tasks(register, ref)] == ["open"] * 3
    assert verify(register).sound


def test_nobody_left_to_ask_is_told_and_leaves_nothing(register, ref, folder, today):
    for task_id in (1, 3):
        record_answer(register, ref, task_id, StepKind.NOTHING_FOUND, today, today, by="Léa")
    before = list(events(register.database))

    with pytest.raises(NotAllowedError, match="no system that is still to be asked with a slip"):
        write_slips(register, ref, folder, today, EN)

    assert not folder.exists()
    assert list(events(register.database)) == before
    assert read_notes(register.database) == ()


def test_an_unknown_task_or_request_is_told(register, ref, folder, today):
    with pytest.raises(NotFoundError, match="no task 9"):
        write_slips(register, ref, folder, today, EN, task_ids=[9])
    with pytest.raises(NotFoundError, match="no request DSR-2026-0999"):
        write_slips(register, "DSR-2026-0999", folder, today, EN)


def test_a_folder_that_cannot_be_written_leaves_no_slip_and_no_event(
    register, ref, tmp_path, today
):
    (tmp_path / "slips").write_text("a file, no folder")
    before = list(events(register.database))

    with pytest.raises(OutputFileError):
        write_slips(register, ref, tmp_path / "slips", today, EN)

    assert list(events(register.database)) == before
