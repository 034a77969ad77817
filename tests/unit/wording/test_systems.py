"""Systems, tasks and progress in words: what was found is never among them."""

from datetime import date

import pytest

from dsr_desktop.domain.source_task import SourceProgress, TaskState
from dsr_desktop.domain.system import HowAsked, SystemKind
from dsr_desktop.domain.system_answer import answer_of_task, not_asked
from dsr_desktop.wording.language import speak
from dsr_desktop.wording.systems import (
    answer_line,
    how_asked_label,
    kind_label,
    missing_sentence,
    progress_line,
    system_line,
    task_line,
)
from tests.unit.domain.systems_made import CRM, PAPER, system, task

EN = speak("en")


@pytest.mark.parametrize("kind", SystemKind)
def test_every_kind_of_system_has_a_name(kind):
    assert "_" not in kind_label(EN, kind)


@pytest.mark.parametrize("how", HowAsked)
def test_every_way_of_asking_has_a_name(how):
    assert "_" not in how_asked_label(EN, how)


def test_a_system_is_one_line_with_its_owner_and_its_end():
    assert system_line(EN, CRM) == "CRM: Customer file · Léa Morel · asked with a slip"
    ended = system(active_to=date(2026, 12, 31))
    assert system_line(EN, ended).endswith("asked with a slip · used until 31 December 2026")
    assert system_line(EN, PAPER) == "Archives: Paper · searched by the DPO"


@pytest.mark.parametrize(
    ("kinds", "line", "answer"),
    [
        ((), "CRM: Not asked yet · answer by 18 November 2026", "Not asked yet: no answer"),
        (("asked",), "CRM: Asked on 3 November 2026 · answer by 18 November 2026",
         "Asked on 3 November 2026: no answer yet"),
        (("asked", "chased"), "CRM: Chased on 4 November 2026 · answer by 18 November 2026",
         "Chased on 4 November 2026: no answer yet"),
        (("found",), "CRM: Found, said Léa Morel on 3 November 2026",
         "Found, said Léa Morel on 3 November 2026"),
        (("nothing_found",), "CRM: Nothing found, said Léa Morel on 3 November 2026",
         "Nothing found, said Léa Morel on 3 November 2026"),
        (("not_searched",), "CRM: Not searched, said Léa Morel on 3 November 2026",
         "Not searched, said Léa Morel on 3 November 2026: deux fiches"),
    ],
    ids=list(TaskState),
)  # fmt: skip
def test_r_src_1_a_task_says_what_it_has_come_to(kinds, line, answer):
    assert task_line(EN, task(*kinds)) == line
    assert answer_line(EN, answer_of_task(task(*kinds))) == answer


def test_a_system_without_a_task_was_not_asked():
    assert answer_line(EN, not_asked(CRM, None)) == "Not asked"


@pytest.mark.parametrize(
    ("progress", "words"),
    [
        (SourceProgress(), ""),
        (SourceProgress(0, 1, 0, 0), "0 of 1 system has answered"),
        (SourceProgress(3, 5, 1, 0), "3 of 5 systems have answered"),
        (SourceProgress(3, 5, 1, 1), "3 of 5 systems have answered, 1 answer is late"),
        (SourceProgress(1, 5, 0, 4), "1 of 5 systems have answered, 4 answers are late"),
    ],
)
def test_progress_is_told_in_one_line(progress, words):
    assert progress_line(EN, progress) == words


def test_nothing_found_names_the_systems_it_leaves_out():
    answers = (answer_of_task(task("found")), not_asked(PAPER, None), answer_of_task(task("asked")))

    assert missing_sentence(EN, answers) == (
        "2 systems have not answered, and cannot be searched from here: Archives, CRM."
    )
    assert missing_sentence(EN, answers[:1]) == ""
