"""The printed report of a search: unread files on top, then every source with its result."""

import io
from dataclasses import replace

import pytest

from dsr_desktop.domain.hit import SearchRun, Verdict
from dsr_desktop.domain.matching import Grade, How, Level, Reason
from dsr_desktop.domain.own_record import OwnFound, RecordKind, RecordPart, RecordText
from dsr_desktop.domain.search_report import LostResult, ReportedHit
from dsr_desktop.domain.search_rounds import rounds_of
from dsr_desktop.wording.language import speak
from dsr_desktop.writers.search_report_pdf import write_search_report_pdf
from tests.integration.writers.pdf_reading import Pdf
from tests.unit.domain.search_reports import SHA, report, result, unread_result

EN = speak("en")
SAME_EMAIL = Reason("email", 3, "c@acme.example", How.SAME_EMAIL)
SAME_NAME = Reason("name", 1, "Camille Dupont", How.SAME_NAME)


def hit(row=14, level=Level.STRONG, verdict=None, sheet="crm", reasons=(SAME_EMAIL,)):
    return ReportedHit(sheet, row, level, 90.0, reasons, verdict)


def written(made, tr=EN):
    stream = io.BytesIO()
    write_search_report_pdf(stream, made, tr)
    return Pdf(stream.getvalue())


# --- the front


def test_it_says_whose_search_it_is():
    front = written(report()).pages[0]

    assert front[:3] == ["Search report", "Request", "DSR-2026-0005"]
    assert {"Ines Roy", "Ateliers du Rhône"} <= {*front}
    assert "16 November 2026, Nora Vidal, DSR Desktop 1.2.3" in " ".join(front)


def test_hits_are_counted_by_level_before_anything_is_named():
    page = written(report([hit(), hit(15, Level.WEAK)])).pages[0]

    assert page[page.index("strong hit") - 1] == "1"
    assert page[page.index("weak hit") - 1] == "1"
    assert page[page.index("files searched") - 1] == "12"
    assert page[page.index("rows searched") - 1] == "48,210"


def test_unread_files_stand_above_the_criteria_and_the_results():
    page = written(report(sources=(unread_result(), result([hit()])))).pages[0]

    at = page.index("broken.xlsx")
    assert page[at - 1].startswith("⚠ 1 file was not searched")
    assert page[at + 1] == "The file is damaged or cut off. Ask for a new copy."
    assert at < page.index("Who was looked for") < page.index("Result by source")


def test_without_unread_files_there_is_no_box():
    assert "not searched" not in written(report()).text


def test_a_report_that_files_have_overtaken_says_so_on_top():
    page = written(report(is_current=False)).pages[0]

    warning = next(one for one in page if one.startswith("⚠ Files were added or removed"))
    assert page.index(warning) < page.index("Who was looked for")


def test_every_value_that_was_asked_is_printed():
    many = tuple(f"alias {n} of hers" for n in range(100))

    text = written(report(criteria={"name": many, "email": ("c@acme.example",)})).text

    assert all(one in text.split("\n") for one in many)
    assert "c@acme.example" in text


# --- by source


def test_a_source_has_its_whole_hash_its_age_and_its_result():
    page = written(report()).pages[0]

    at = page.index("crm.csv")
    assert "".join(page[at + 1 : at + 3]) == SHA
    assert page[at + 3 : at + 7] == [
        "1 November 2026, 15 days old", "2 November 2026", "1,250", "Nothing found",
    ]  # fmt: skip


def test_a_thousand_sources_are_all_there_with_titles_on_every_page():
    sources = tuple(result(id=n, name=f"list-{n}.csv") for n in range(1_000))

    pdf = written(report(sources=sources))

    assert [one for one in pdf.text.split("\n") if one.startswith("list-")] == [
        one.name for one in sources
    ]
    with_sources = [page for page in pdf.pages if any(one.startswith("list-") for one in page)]
    assert all("SHA-256" in page for page in with_sources)


def test_a_register_without_a_file_says_that_there_was_nothing_to_search():
    assert "there was nothing to search" in written(report(sources=())).text


# --- hits


def test_a_hit_says_where_it_stands_how_sure_it_is_and_why():
    page = written(report([hit(verdict=Verdict.CONFIRMED, sheet="Clients")])).pages[0]

    at = page.index("Clients")
    assert page[at : at + 5] == ["Clients", "14", "Strong", "The person", "same e-mail"]


def test_weak_hits_without_a_verdict_are_counted_and_left_to_the_json():
    weak = [hit(n, Level.WEAK, reasons=(SAME_NAME,)) for n in range(2, 32)]
    rejected = hit(40, Level.WEAK, Verdict.REJECTED, reasons=(SAME_NAME,))

    text = written(report([*weak, rejected])).text

    assert text.count("same name") == 1
    assert "30 weak hits without a verdict: the JSON beside this report names their rows." in text


def test_strong_and_probable_hits_are_never_cut():
    hits = [hit(n) for n in range(2, 1_002)]

    text = written(report(hits)).text.split("\n")

    assert text.count("same e-mail") == 1_000
    assert "1,001" in text


def test_a_file_that_left_the_register_is_named_with_its_hits():
    lost = LostResult("old.csv", "/lists/old.csv", "cd", (hit(),))

    assert "old.csv (its import left the register)" in written(report(lost=(lost,))).text


def test_a_search_of_nobodys_request_has_no_verdicts():
    page = written(report([hit()], ref=None)).pages[0]

    assert "Open" not in page
    assert "none, a free search" in page


# --- the register itself, rounds


def test_records_of_the_register_are_named_and_their_absence_too():
    found = OwnFound(
        RecordKind.REQUEST, "DSR-2026-0001", (RecordText(RecordPart.CRITERION, "c@acme.example"),),
        Grade(Level.STRONG, 90.0, (replace(SAME_EMAIL, column=1),)),
    )  # fmt: skip

    page = written(report(own_records=(found,))).pages[0]
    at = page.index("Register: request DSR-2026-0001")
    assert (page[at - 1], page[at + 1]) == ("Strong", "criterion: same e-mail")
    assert "Nothing found in requests, suppliers, staff" in written(report()).text


def test_a_list_of_digests_that_a_name_cannot_search_is_not_said_to_hold_nothing():
    text = " ".join(written(report(was_list_searched=False)).text.split())

    assert "Nothing found in requests, suppliers, staff and names of files." in text
    assert "The suppression list was not searched: it knows people only by e-mail" in text


def test_several_rounds_are_told_one_is_not():
    runs = [
        SearchRun("2026-11-15T09:30:00+00:00", "Ines Roy", 2, 40, n, {"name": ("Camille",) * n})
        for n in (1, 1)
    ]
    more = replace(runs[1], criteria={"name": ("Camille", "C. D.")})

    assert "Rounds of searching" not in written(report(rounds=rounds_of(runs))).text
    assert "new: Name: C. D." in written(report(rounds=rounds_of([runs[0], more]))).text


# --- letters, pages, properties


def test_a_text_that_is_too_long_for_its_cell_is_said_to_be_cut():
    name = "a very long name of a file " * 60 + ".csv"

    text = written(report(sources=(result(name=name),))).text

    assert "A text that ends with … is cut" in text
    assert "is cut" not in written(report()).text


def test_letters_that_cannot_be_printed_are_pointed_out():
    text = written(report(criteria={"name": ("山田 花子",)})).text

    assert "¤¤ ¤¤" in text
    assert "the JSON beside this report has it" in text.replace("\n", " ")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_page_is_numbered_and_names_no_person(language):
    tr = speak(language)

    pdf = written(report([hit(n) for n in range(2, 200)]), tr)

    assert len(pdf.pages) > 3
    assert all("9f3ac07be21d4456" in "\n".join(page) for page in pdf.pages)
    assert pdf.language == language
    assert "DSR-2026-0005" in pdf.properties["Title"]
    assert "Camille" not in str(pdf.properties)
    assert pdf.properties["Author"] == ""
