"""Where the first reader refuses or finds nothing, the next one tries: but not after every refusal."""

import io
import zipfile

import pytest

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.formats import readers_of
from dsr_desktop.readers.kinds import Kind
from dsr_desktop.readers.messages import StartsAgain, UnreadableError, Warned
from dsr_desktop.readers.parts import ReadSheet
from dsr_desktop.readers.turns import MAY_BE_READ_BY_ANOTHER, Turns, refuse_empty
from tests.integration.readers.read_sheets import messages_of, refusal_of, rows_of, warnings_of
from tests.integration.readers.test_open_document import cell, fods, p, row, table
from tests.integration.readers.test_word import paragraph, word

UNESCAPED = fods(table(row(cell("<text:p>Dupont & Fils</text:p>"))))


def turns_over(content, **limits):
    return Turns(Document("liste", content=content), Limits(**limits))


def test_only_damage_emptiness_and_our_own_faults_are_left_to_another_reader():
    assert {Problem.DAMAGED, Problem.NOTHING_INSIDE, Problem.READER_FAILED} == (
        MAY_BE_READ_BY_ANOTHER
    )


@pytest.mark.parametrize("problem", Problem)
def test_a_refusal_ends_the_reading_unless_another_reader_may_try(problem):
    turns = turns_over(UNESCAPED)
    tried = []

    def let_all_try():
        for reader in turns:
            tried.append(reader.name)
            with turns.parts_by(reader):
                raise UnreadableError(problem)

    with pytest.raises(UnreadableError) as caught:
        let_all_try()
    assert caught.value.problem is problem
    assert len(tried) == (len(readers_of(Kind.FODS)) if problem in MAY_BE_READ_BY_ANOTHER else 1)


def test_a_fault_of_a_library_counts_as_damage_and_lets_another_try():
    turns = turns_over(UNESCAPED)

    for reader in turns:
        with turns.parts_by(reader):
            if not turns.refusals:
                zipfile.ZipFile(io.BytesIO(b"no zip"))
            break
    assert [error.problem for error in turns.refusals] == [Problem.DAMAGED]


@pytest.mark.parametrize("fault", [MemoryError, PermissionError])
def test_memory_that_runs_out_and_a_file_that_cannot_be_opened_are_no_matter_of_the_reader(fault):
    turns = turns_over(UNESCAPED)

    with pytest.raises(fault), turns.parts_by(next(iter(turns))):
        raise fault


def test_of_several_refusals_the_first_that_is_not_mere_emptiness_is_told():
    turns = turns_over(UNESCAPED)
    problems = iter([Problem.NOTHING_INSIDE, Problem.DAMAGED])

    def let_all_try():
        for reader in turns:
            with turns.parts_by(reader):
                raise UnreadableError(next(problems))

    with pytest.raises(UnreadableError, match=Problem.DAMAGED):
        let_all_try()


def test_nothing_found_is_a_refusal():
    refuse_empty(1)
    with pytest.raises(UnreadableError, match=Problem.NOTHING_INSIDE):
        refuse_empty(0)


def test_what_the_first_reader_said_is_taken_back_and_the_second_named():
    messages = messages_of(UNESCAPED)

    assert StartsAgain() in messages
    assert Warned(Problem.READ_BY_ANOTHER, {"reader": "tag walk"}) in messages
    assert rows_of(UNESCAPED) == {1: ["Dupont & Fils"]}


def test_inside_an_archive_the_same_rule_holds():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("clients.fods", UNESCAPED)
        archive.writestr("vide.html", "<table></table>")
        archive.writestr("lettre.docx", word(paragraph("Petit") + "</w:p>"))

    told = [one for one in messages_of(packed.getvalue()) if isinstance(one, Warned)]
    assert {(one.details["part"], one.details["cause"]) for one in told} == {
        ("clients.fods, lettre.docx", Problem.ONLY_TEXT_READ),
        ("clients.fods, lettre.docx", Problem.READ_BY_ANOTHER),
        ("vide.html", Problem.NOTHING_INSIDE),
    }
    assert Problem.PART_READ_IN_PART in warnings_of(packed.getvalue())


def test_only_what_is_read_anyhow_or_is_packed_has_one_reader():
    one_reader = {
        kind for kind in Kind if kind is not Kind.PROTECTED_OFFICE and len(readers_of(kind)) == 1
    }

    assert one_reader == {
        Kind.DELIMITED, Kind.XML, Kind.OUTLOOK_MAIL, Kind.ARCHIVE, Kind.CLARITY, Kind.RECORDING,
    }  # fmt: skip


@pytest.mark.parametrize(
    "kind", [Kind.VCARD, Kind.LDIF, Kind.MAIL, Kind.MAILBOX, Kind.HTML, Kind.FODS, Kind.EXCEL_XML]
)
def test_the_last_reader_of_a_text_reads_its_lines(kind):
    assert readers_of(kind)[-1].name == "plain text"


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.PROTECTED_OFFICE])
def test_every_reader_there_is_can_be_loaded(kind):
    assert all(callable(reader.load()) for reader in readers_of(kind))


def test_both_readers_share_the_limits_of_the_file():
    many = fods(table(*[row(cell(p("Dupont")))] * 50, row(cell("<text:p>a & b</text:p>"))))

    assert refusal_of(many, rows=50) is Problem.TOO_MANY_ROWS
    assert refusal_of(many, cell_characters=5) is Problem.CELL_TOO_LONG
    assert refusal_of(many, text=200) is Problem.TOO_MUCH_TEXT
    assert refusal_of(many, file_size=len(many) - 1) is Problem.FILE_TOO_LARGE


def test_a_document_inside_is_counted_as_unpacked_by_each_reader_that_tries():
    packed = io.BytesIO()
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("x.csv", "Nom;Ville\nDupont;Metz\n")
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("in.zip", inner.getvalue())
    document = Document("liste", content=packed.getvalue())

    turns = Turns(document, Limits())
    for part in turns.read_anew(next(iter(turns))):
        if isinstance(part, ReadSheet):
            list(part.rows)
    assert document.unpacked.total >= len(inner.getvalue()) + len("Nom;Ville\nDupont;Metz\n")
