"""Lists that are written oddly, from the import to the checklist: rows where the DPO finds them."""

from datetime import date

import pytest

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.reading import Problem
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.domain.source import SourceStatus
from dsr_desktop.services.checklists import make_checklist
from dsr_desktop.services.handling import new_request, view_request
from dsr_desktop.services.importing import ImportOptions, import_paths
from dsr_desktop.services.register import Company, make_register
from dsr_desktop.services.reviewing import find_person, judge_hits
from dsr_desktop.wording.language import speak
from dsr_desktop.wording.reading import problem_sentence
from tests.integration.readers.test_html_tables import cells, page, table
from tests.integration.readers.test_open_document import cell, one_sheet, p, row

RECEIVED, TODAY = date(2026, 11, 2), date(2026, 11, 23)
CAMILLE = Criteria(email=("camille@dupont.example",))
PRINTED = """\
NOM          EMAIL                    VILLE
PERRIN       hugo@perrin.example      Metz
DUPONT       camille@dupont.example   Nancy
ROUX         anne@roux.example        Brest
"""
STACKED = page(
    table(cells("Clients"), cells("au 23 novembre"))
    + table(cells("Nom", "E-mail"), cells("Perrin", "hugo@perrin.example"))
    + table(cells("Nom", "E-mail"), cells("Dupont", "camille@dupont.example"))
)
UNESCAPED = one_sheet(
    row(cell(p("Nom")), cell(p("E-mail"))),
    row(cell("<text:p>Dupont & Fils</text:p>"), cell("<text:p><camille@dupont.example></text:p>")),
)


@pytest.fixture
def register(tmp_path):
    company = Company("Ateliers du Rhône", dpo_name="Nora Vidal")
    register = make_register(
        tmp_path / "register.dsr", "a long enough passphrase", company, cost=2**4
    )
    yield register
    register.close()


def brought_in(register, folder, name, content):
    path = folder / name
    path.write_bytes(content)
    (file,) = import_paths(register, [path], ImportOptions(), TODAY).files
    return file


def lines(register):
    view = new_request(register, [Right.ERASURE], CAMILLE, RECEIVED, Channel.POST, TODAY)
    ref = view.request.ref
    find_person(register, ref, TODAY)
    hits = view_request(register, ref, TODAY).hits
    judge_hits(register, ref, confirm=[hit.id for hit in hits], today=TODAY)
    checklist = make_checklist(register, ref, TODAY, speak("en"))
    return [(line.sheet, line.cell, line.text) for line in checklist.lines]


def test_a_printed_list_is_told_by_line_and_column(register, tmp_path):
    file = brought_in(register, tmp_path, "clients.lst", PRINTED.encode())

    assert file.status is SourceStatus.IMPORTED
    assert lines(register) == [
        ("", "A3", "DUPONT"), ("", "B3", "camille@dupont.example"), ("", "C3", "Nancy"),
    ]  # fmt: skip


def test_a_row_of_the_third_table_of_a_page_has_the_number_that_a_spreadsheet_shows(
    register, tmp_path
):
    file = brought_in(register, tmp_path, "clients.xls", STACKED)

    assert file.status is SourceStatus.IMPORTED
    assert lines(register) == [
        ("Table 3", "A6", "Dupont"), ("Table 3", "B6", "camille@dupont.example"),
    ]  # fmt: skip


def test_a_damaged_list_is_searched_and_told_to_be_read_in_part_by_another(register, tmp_path):
    file = brought_in(register, tmp_path, "clients.fods", UNESCAPED)

    assert file.status is SourceStatus.PARTLY
    assert [warning.sentence for warning in file.warnings] == [
        problem_sentence(Problem.ONLY_TEXT_READ), problem_sentence(Problem.READ_BY_ANOTHER),
    ]  # fmt: skip
    assert [text for _, _, text in lines(register)] == ["Dupont & Fils", "<camille@dupont.example>"]
