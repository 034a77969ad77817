"""Grading the rows of a search by the cells that can tell gives each the grade of the whole row."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dsr_desktop.domain.asked import make_ready
from dsr_desktop.domain.bits import scale_of
from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.grader import Grader
from dsr_desktop.domain.grading import grade_row
from dsr_desktop.domain.notes import CellNote, NoteKind
from dsr_desktop.domain.rarity import UNKNOWN_RARITY
from dsr_desktop.domain.row import Row

CELLS = st.sampled_from(
    ["", "Camille", "Dupont", "Camile", "Dupond", "Camille Dupont", "C. Dupont", "Lefort",
     "c.dupont@acme.example", "vu Camille Dupont", "rue Dupont", "ACME", "57000", "Дюпон", "42",
     "vu à Nîmes (873)", "né Müller", "de", "la Tour", "Delatour", "Camille De La Tour", "C.", "O'Brien", "OBrien", "Kamile", "5imon"]
)  # fmt: skip
FIELDS = st.lists(st.sampled_from([None, *Field]), min_size=1, max_size=5).map(tuple)
ASKED = st.sampled_from(
    [{"name": "Camille Dupont"}, {"given_name": "Camille", "family_name": "Dupont"},
     {"family_name": "Dupont"}, {"name": ["Camille Dupont", "Camille Lefort"]},
     {"name": "Camille Delatour"}, {"name": "Camille de la Tour"}, {"name": "Camille OBrien"},
     {"given_name": "Simon"},
     {"name": "Camille Dupont", "company": "ACME"}]
)  # fmt: skip


@settings(max_examples=500)
@given(ASKED, FIELDS, st.lists(st.lists(CELLS, min_size=4, max_size=4), min_size=2, max_size=12))
def test_every_row_has_the_grade_it_has_by_itself(asked, fields, rows):
    scale = scale_of(make_ready(make_criteria(asked), "FR"), UNKNOWN_RARITY)
    grader = Grader(scale)

    for cells in rows:
        row = Row(cells, fields)
        assert grader.grade(row) == grade_row(scale.asked, row, scale)


def test_a_note_on_a_namesakes_row_is_told():
    scale = scale_of(make_ready(make_criteria({"name": "Camille Dupont"}), "FR"), UNKNOWN_RARITY)
    grader, fields = Grader(scale), (Field.NAME,)
    note = CellNote(1, NoteKind.COMMENT, "Camille Dupont")

    assert len(grader.grade(Row(["Camille Dupont"], fields)).reasons) == 1
    assert len(grader.grade(Row(["Camille Dupont"], fields, notes=(note,))).reasons) == 2


def test_a_particle_in_one_cell_belongs_to_the_name_in_the_next():
    scale = scale_of(make_ready(make_criteria({"name": "Delatour"}), "FR"), UNKNOWN_RARITY)
    row = Row(["Paul", "de la", "Tour"], (Field.GIVEN_NAME, None, None))

    assert Grader(scale).grade(row) == grade_row(scale.asked, row, scale)
