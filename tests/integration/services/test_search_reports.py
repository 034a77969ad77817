"""A search is saved as a report: what was asked, every source with its result, who and when (R-MAT-5)."""

import json
from dataclasses import replace
from datetime import date

import pytest

from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.errors import NotAllowedError, NotFoundError, OutputFileError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.matching import Level
from dsr_desktop.domain.request import Channel, Decision, Right
from dsr_desktop.domain.source_task import StepKind
from dsr_desktop.services.closing import close_request
from dsr_desktop.services.handling import decide, new_request
from dsr_desktop.services.reviewing import find_person, judge_hits
from dsr_desktop.services.search_reports import (
    make_report,
    make_report_of_request,
    save_report,
    save_report_of_request,
)
from dsr_desktop.services.source_tasks import record_answer
from dsr_desktop.services.sourcing import remove
from dsr_desktop.services.systems import add_system, change_system, list_systems
from dsr_desktop.services.verifying import verify
from dsr_desktop.store.events import events
from dsr_desktop.store.unfinished_documents import read_notes
from dsr_desktop.wording.language import speak
from dsr_desktop.wording.search_report import warnings
from tests.integration.writers.pdf_reading import Pdf
from tests.unit.domain.systems_made import CRM as CRM_SYSTEM
from tests.unit.domain.systems_made import PAPER

EN = speak("en")
EMAIL = "camille.dupont@acme.example"
CAMILLE = make_criteria({"name": "Camille Dupont", "email": EMAIL})
NOBODY = make_criteria({"name": "Zoé Nobody", "phone": "06 99 99 99 99"})
CRM = [["Nom", "E-mail"], ["Camille Dupont", EMAIL], ["Ana Ruiz", "ana@ruiz.example"]]
FAIR = [["Name", "Mail"], ["Dupont Camille", "cd@lenoir.example"]]


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "out"


@pytest.fixture(autouse=True)
def _lists(register, bring_in, write_csv, lists):
    bring_in(register, write_csv(lists / "crm.csv", CRM), collected_on=date(2026, 3, 2))
    bring_in(register, write_csv(lists / "fair.csv", FAIR))
    (lists / "broken.csv").write_bytes(b"")
    bring_in(register, lists / "broken.csv")


@pytest.fixture
def ref(register, today):
    received = date(2026, 11, 2)
    view = new_request(register, [Right.ERASURE], CAMILLE, received, Channel.POST, today)
    return view.request.ref


def results(report):
    return {one.name: [str(hit.level) for hit in one.hits] for one in report.sources}


def last_event(register):
    return list(events(register.database))[-1]


# --- a free search


def test_every_source_is_there_with_its_result(register, today):
    report = make_report(register, CAMILLE, today)

    assert results(report) == {"broken.csv": [], "crm.csv": ["strong"], "fair.csv": ["weak"]}
    assert [one.was_searched for one in report.sources] == [False, True, True]
    assert report.sources[1].coverage.listed_on == date(2026, 3, 2)
    assert (report.files, report.rows) == (2, 3)
    assert report.counts == {Level.STRONG: 1, Level.PROBABLE: 0, Level.WEAK: 1}


def test_it_says_who_searched_for_whom(register, today):
    report = make_report(register, CAMILLE, today)

    assert (report.ref, report.company, report.searched_by) == (None, "Exemple SAS", "Nora Vidal")
    assert report.criteria == CAMILLE.given()
    assert report.made_on == today
    assert report.is_current


def test_nothing_found_is_a_report_too(register, folder, today):
    files = save_report(register, NOBODY, folder, today, EN)

    document = json.loads(files.json.read_text("utf-8"))
    assert document["total"] == 0
    assert [one["result"] for one in document["sources"]] == [
        "Not searched: it could not be read", "Nothing found", "Nothing found",
    ]  # fmt: skip
    assert files.pdf.read_bytes().startswith(b"%PDF")


def test_its_files_are_named_by_the_day_alone(register, folder, today):
    first = save_report(register, CAMILLE, folder, today, EN)
    second = save_report(register, CAMILLE, folder, today, EN)

    assert [first.pdf.name, first.json.name] == ["search_20261116.pdf", "search_20261116.json"]
    assert [second.pdf.name, second.json.name] == [
        "search_20261116-2.pdf", "search_20261116-2.json",
    ]  # fmt: skip


def test_it_is_logged_with_sources_and_digests_and_without_the_person(register, folder, today):
    save_report(register, NOBODY, folder, today, EN)

    event = last_event(register)
    assert (event.kind, event.ref) == ("search_report_made", None)
    assert event.payload["criteria"] == ["name", "phone"]
    assert (event.payload["sources"], event.payload["not_searched"]) == ([1, 2], [3])
    assert event.payload["hits"] == 0
    assert len(event.payload["pdf_sha256"]) == len(event.payload["json_sha256"]) == 64
    assert "Nobody" not in str(event.payload)
    assert verify(register).sound


def test_a_search_that_was_not_understood_as_meant_says_so(register, folder, today):
    unclear = make_criteria({"email": "camille.dupont"})

    files = save_report(register, unclear, folder, today, EN)

    assert json.loads(files.json.read_text("utf-8"))["warnings"] == [
        "An e-mail criterion is no complete address; it was searched as text."
    ]


def test_a_name_that_nothing_can_be_compared_with_is_not_just_not_found(register, today):
    report = make_report(register, make_criteria({"name": "\U0001f600"}), today)

    (warning,) = warnings(EN, report)
    assert warning.startswith("A criterion has no letter and no figure")


@pytest.mark.parametrize(
    ("asked", "searched"),
    [
        ({"name": "Zoé Nobody"}, False),
        ({"company": "Acme", "postcode": "69003"}, False),
        ({"email": "zoe@"}, False),
        ({"name": "Zoé Nobody", "postcode": "69003"}, True),
        ({"phone": "06 99 99 99 99"}, True),
        ({"email": "zoe@nobody.example"}, True),
    ],
)
def test_the_suppression_list_is_searched_only_by_what_it_knows_people_by(
    register, today, asked, searched
):
    assert make_report(register, make_criteria(asked), today).was_list_searched is searched


# --- the search of a request


def test_a_search_of_an_earlier_version_of_the_app_is_told_as_one(register, ref, today):
    find_person(register, ref, today)
    assert list(warnings(EN, make_report_of_request(register, ref, today))) == []

    as_earlier_versions_logged = {"criteria": ["name", "email"], "files": 2, "rows": 3, "hits": 2}
    register.log(EventKind.SEARCHED, ref, **as_earlier_versions_logged)

    (warning,) = warnings(EN, make_report_of_request(register, ref, today))
    assert warning.startswith("The search was made by an earlier version of the app")

    find_person(register, ref, today)
    assert list(warnings(EN, make_report_of_request(register, ref, today))) == []


def test_the_report_of_a_request_says_what_was_not_understood_as_meant(register, today):
    unclear = make_criteria({"name": "Camille Dupont", "email": "camille.dupont"})
    view = new_request(register, [Right.ACCESS], unclear, today, Channel.POST, today)
    find_person(register, view.request.ref, today)

    report = make_report_of_request(register, view.request.ref, today)

    assert list(warnings(EN, report)) == [
        "An e-mail criterion is no complete address; it was searched as text."
    ]
    assert not report.was_list_searched


def test_the_report_of_a_request_has_the_verdicts(register, ref, folder, today):
    find_person(register, ref, today)
    judge_hits(register, ref, confirm_strong=True, today=today)

    files = save_report_of_request(register, ref, folder, today, EN)

    assert files.pdf.name == f"{ref}_search.pdf"
    document = json.loads(files.json.read_text("utf-8"))
    assert document["request"] == ref
    assert [hit["verdict"] for one in document["sources"] for hit in one["hits"]] == [
        "confirmed", None,
    ]  # fmt: skip
    assert [one["round"] for one in document["rounds"]] == [1]
    assert (last_event(register).kind, last_event(register).ref) == ("search_report_made", ref)


def test_before_the_first_search_there_is_no_report(register, ref, folder, today):
    with pytest.raises(NotAllowedError):
        save_report_of_request(register, ref, folder, today, EN)

    assert not folder.exists()


def test_an_unknown_request_has_no_report(register, folder, today):
    with pytest.raises(NotFoundError):
        save_report_of_request(register, "DSR-2026-0099", folder, today, EN)


def test_the_reference_names_the_files_as_the_register_writes_it(register, ref, folder, today):
    find_person(register, ref, today)

    files = save_report_of_request(register, f" {ref.lower()} ", folder, today, EN)

    assert files.pdf.name == f"{ref}_search.pdf"


def test_what_came_after_the_search_is_not_said_to_hold_nothing(
    register, ref, bring_in, write_csv, lists, today
):
    find_person(register, ref, today)
    bring_in(register, write_csv(lists / "late.csv", [["Nom"], ["Camille Dupont"]]))

    report = make_report_of_request(register, ref, today)

    late = next(one for one in report.sources if one.name == "late.csv")
    assert (late.is_later, late.was_searched) == (True, False)
    assert not report.is_current
    assert sum(one.was_searched for one in report.sources) == report.files == 2


def test_hits_that_went_over_to_a_newer_version_are_told_as_those_of_the_earlier_one(
    register, ref, bring_in, write_csv, lists, folder, today
):
    find_person(register, ref, today)
    bring_in(
        register, write_csv(lists / "crm.csv", [*CRM, ["Camille Dupont", "new@acme.example"]]),
        replaces=True,
    )  # fmt: skip

    files = save_report_of_request(register, ref, folder, today, EN)

    crm = next(one for one in files.report.sources if one.name == "crm.csv")
    assert (crm.is_later, [str(hit.level) for hit in crm.hits]) == (True, ["strong"])
    said = {
        one["path"]: one["result"] for one in json.loads(files.json.read_text("utf-8"))["sources"]
    }
    assert said[str(lists / "crm.csv")] == "1 strong, in its earlier version"
    assert [one.name for one in files.report.earlier] == ["crm.csv"]


def test_a_closed_request_can_still_be_reported(register, ref, folder, today):
    find_person(register, ref, today)
    decide(register, ref, Right.ERASURE, Decision.WITHDRAWN_BY_PERSON, today)
    close_request(register, ref, today)

    assert save_report_of_request(register, ref, folder, today, EN).report.counts[Level.STRONG] == 1


def test_hits_of_an_import_that_was_undone_are_still_named(register, ref, today):
    find_person(register, ref, today)
    report = make_report_of_request(register, ref, today)
    (fair,) = [one for one in report.sources if one.name == "fair.csv"]
    judge_hits(
        register, ref, reject=[hit.id for hit in find_hits(register, ref, today, "fair.csv")],
        today=today,
    )  # fmt: skip
    remove(register, fair.source.id)

    (lost,) = make_report_of_request(register, ref, today).lost

    assert (lost.name, lost.sha256) == ("fair.csv", fair.source.sha256)
    assert [str(hit.level) for hit in lost.hits] == ["weak"]


def find_hits(register, ref, today, name):
    view = judge_hits(register, ref, today=today)
    return [hit for hit in view.hits if hit.file.endswith(name)]


def test_own_records_stand_in_the_report_but_not_the_request_itself(register, ref, folder, today):
    find_person(register, ref, today)

    of_request = save_report_of_request(register, ref, folder, today, EN).report
    free = save_report(register, CAMILLE, folder, today, EN).report

    assert of_request.own_records == ()
    assert [one.ref for one in free.own_records] == [ref]


# --- all or nothing


def test_a_folder_that_is_none_leaves_nothing_behind(register, folder, today):
    folder.write_text("a file")
    before = len(list(events(register.database)))

    with pytest.raises(OutputFileError):
        save_report(register, CAMILLE, folder, today, EN)

    assert len(list(events(register.database))) == before
    assert read_notes(register.database) == ()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_both_languages_are_written_whole(register, ref, folder, today, language):
    find_person(register, ref, today)

    files = save_report_of_request(register, ref, folder, today, speak(language))

    assert json.loads(files.json.read_text("utf-8"))["total"] == 2
    assert files.pdf.read_bytes().rstrip().endswith(b"%%EOF")


# --- systems beside the lists


@pytest.fixture
def systems(register, today):
    for system in (CRM_SYSTEM, PAPER):
        add_system(register, system, today)


def test_r_src_1_a_free_search_names_the_systems_that_nobody_asked(register, systems, today):
    report = make_report(register, NOBODY, today)

    assert [(one.name, one.state) for one in report.systems] == [("CRM", None), ("Archives", None)]
    assert "2 systems have not answered, and cannot be searched from here: CRM, Archives." in {
        *warnings(EN, report)
    }


def test_r_src_1_the_report_of_a_request_says_what_each_system_answered_and_not_what_it_found(
    register, systems, ref, folder, today
):
    find_person(register, ref, today)
    more = {"by": "Léa Morel", "text": "two cards of Camille in the blue box"}
    record_answer(register, ref, 1, StepKind.FOUND, today, today, **more)

    files = save_report_of_request(register, ref, folder, today, EN)

    told = json.loads(files.json.read_text("utf-8"))["systems"]
    assert [(one["name"], one["state"], one["by"]) for one in told] == [
        ("Archives", "open", None), ("CRM", "found", "Léa Morel"),
    ]  # fmt: skip
    assert told[1]["result"] == "Found, said Léa Morel on 16 November 2026"
    printed = Pdf(files.pdf.read_bytes()).text
    assert "Systems beside the lists" in printed
    assert "Not asked yet: no answer" in printed
    assert "blue box" not in printed + files.json.read_text("utf-8")


def test_a_system_that_is_not_used_any_more_is_not_missing(register, systems, today):
    ended = replace(list_systems(register)[0].system, active_to=date(2026, 11, 15))
    change_system(register, ended, today)

    assert [one.name for one in make_report(register, NOBODY, today).systems] == ["Archives"]
