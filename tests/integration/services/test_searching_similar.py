"""Finding people whose names and keys a list has in another form."""

import pytest

from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.matching import How, Level
from dsr_desktop.services.searching import search

ROWS = [
    ["Nom", "E-mail", "Société", "Né le"],
    ["O'BRIEN Sean", "", "", ""],
    ["Marie Dupont", "", "", ""],
    ["Ludwig van Beethoven", "", "", ""],
    ["Юрий Иванов", "", "", "03/04/1990"],
    ["Γιώργος Παππάς", "", "", ""],
    ["Nadia al-Masri", "", "", ""],
    ["Zoé Roux", "zoe+promo@acme.example", "ACME SARL", ""],
    ["Luc Petit", "luc.petit@gmail.com", "", ""],
    ["Jean de La Tour", "", "", ""],
]


@pytest.fixture(scope="module")
def register(tmp_path_factory, copy_register, write_csv, bring_in):
    folder = tmp_path_factory.mktemp("similar")
    write_csv(folder / "crm.csv", ROWS)
    opened = copy_register(folder.parent / f"{folder.name}.dsr")
    bring_in(opened, folder)
    yield opened
    opened.close()


def found(register, asked):
    hits = search(register, make_criteria(asked)).hits
    return [(hit.place.row.cells[0], hit.grade.reasons[0].how, hit.grade.level) for hit in hits]


@pytest.mark.parametrize(
    ("asked", "name", "how", "level"),
    [
        ({"name": "Sean OBrien"}, "O'BRIEN Sean", How.NAME_OTHER_SPELLING, Level.WEAK),
        ({"name": "Marie Dupont-Martin"}, "Marie Dupont", How.NAME_IN_PART, Level.WEAK),
        ({"name": "Ludwig Beethoven"}, "Ludwig van Beethoven", How.NAME_OTHER_SPELLING, Level.WEAK),
        ({"name": "Youri Ivanov"}, "Юрий Иванов", How.NAME_OTHER_ALPHABET, Level.WEAK),
        ({"name": "Yuri Ivanov", "birth_date": "1990-04-03"}, "Юрий Иванов", How.NAME_OTHER_ALPHABET,
         Level.PROBABLE),
        ({"name": "Иванов Юрий"}, "Юрий Иванов", How.NAME_SWAPPED, Level.WEAK),
        ({"name": "Yorgos Pappas"}, "Γιώργος Παππάς", How.NAME_OTHER_ALPHABET, Level.WEAK),
        ({"name": "Nadia Almasri"}, "Nadia al-Masri", How.NAME_OTHER_SPELLING, Level.WEAK),
        ({"name": "Jean Latour"}, "Jean de La Tour", How.NAME_OTHER_SPELLING, Level.WEAK),
        ({"email": "zoe@acme.example"}, "Zoé Roux", How.SAME_MAILBOX, Level.PROBABLE),
        ({"email": "zoe+vente@acme.example"}, "Zoé Roux", How.SAME_MAILBOX, Level.PROBABLE),
        ({"email": "lucpetit@googlemail.com"}, "Luc Petit", How.SAME_MAILBOX, Level.PROBABLE),
        ({"name": "Zoé Roux", "company": "S.A.S. Acme"}, "Zoé Roux", How.SAME_NAME, Level.PROBABLE),
    ],
    ids=str,
)  # fmt: skip
def test_a_row_in_another_form_is_found_and_says_how(register, asked, name, how, level):
    assert found(register, asked) == [(name, how, level)]
