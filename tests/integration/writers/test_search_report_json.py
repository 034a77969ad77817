"""The report of a search as JSON: every hit, every source, in the words of one language."""

import io
import json

from dsr_desktop.domain.hit import SearchRun, Verdict
from dsr_desktop.domain.matching import How, Level, Reason
from dsr_desktop.domain.search_report import ReportedHit
from dsr_desktop.domain.search_rounds import rounds_of
from dsr_desktop.wording.language import speak
from dsr_desktop.writers.search_report_json import write_search_report_json
from tests.unit.domain.search_reports import SHA, report, result, unread_result

KEYS = {
    "format", "version", "app_version", "request", "company", "made_on", "made_by", "searched_at",
    "searched_by", "is_current", "criteria", "not_searched", "warnings", "searched", "held",
    "earlier_versions", "total", "sources", "left_the_register", "own_records",
    "suppression_list_searched", "rounds", "systems", "event_log",
}  # fmt: skip
SOURCE_KEYS = {
    "id", "path", "copies", "sha256", "kind", "collected_on", "imported_at", "listed_on",
    "age_days", "rows", "searched", "not_seen", "result", "found", "hits",
}  # fmt: skip
AGAINST = Reason("name", 1, "Marie", How.OTHER_GIVEN_NAME)


def written(made, language="en"):
    stream = io.BytesIO()
    write_search_report_json(stream, made, speak(language))
    return json.loads(stream.getvalue().decode("utf-8"))


def hit(row, level=Level.WEAK, verdict=None):
    return ReportedHit("crm", row, level, 20.0, (AGAINST,), verdict)


def test_the_document_has_the_keys_that_are_documented():
    document = written(report())

    assert set(document) == KEYS
    assert (document["format"], document["version"]) == ("dsr-search-report", 1)
    assert [set(one) for one in document["sources"]] == [SOURCE_KEYS]


def test_what_was_not_searched_stands_before_the_results():
    document = written(report(sources=(unread_result(), result())))

    keys = list(document)
    assert keys.index("not_searched") < keys.index("sources")
    assert document["not_searched"] == [
        {"file": "broken.xlsx", "reason": "The file is damaged or cut off. Ask for a new copy."}
    ]
    assert [one["searched"] for one in document["sources"]] == ["not_searched", "searched"]


def test_every_hit_is_there_the_weak_ones_too():
    document = written(report([hit(n) for n in range(2, 502)]))

    (source,) = document["sources"]
    assert len(source["hits"]) == document["total"] == 500
    assert source["found"] == {"strong": 0, "probable": 0, "weak": 500}
    assert source["result"] == "500 weak"


def test_a_hit_has_its_verdict_and_what_speaks_against_it():
    (source,) = written(report([hit(2, verdict=Verdict.REJECTED)]))["sources"]

    (only,) = source["hits"]
    assert (only["row"], only["verdict"]) == (2, "rejected")
    assert only["reasons"] == [
        {"criterion": "name", "column": 1, "cell": "Marie", "how": "but another name: Marie",
         "against": True}
    ]  # fmt: skip


def test_a_source_tells_hash_and_age_and_whether_it_came_later():
    (source,) = written(report(sources=(result(is_later=True),)))["sources"]

    assert (source["sha256"], source["age_days"], source["listed_on"]) == (SHA, 15, "2026-11-01")
    assert source["searched"] == "later"


def test_rounds_have_their_searches():
    run = SearchRun("2026-11-15T09:30:00+00:00", "Ines Roy", 2, 40, 3, {"name": ("Camille",)})

    assert written(report(rounds=rounds_of([run])))["rounds"] == [
        {"round": 1, "added": {"name": ["Camille"]}, "removed": {},
         "searches": [{"at": run.at, "by": "Ines Roy", "files": 2, "rows": 40, "total": 3}]}
    ]  # fmt: skip


def test_halves_of_surrogate_pairs_in_a_file_name_are_no_reason_to_stop():
    assert written(report(sources=(result(path="/lists/caf\udce9.csv"),)))["sources"]


def test_sentences_speak_the_language_asked_for_and_keys_do_not():
    french = written(report(), "fr")

    assert set(french) == KEYS
    assert french["sources"][0]["result"] == "Rien trouvé"
