"""Finding one person in every row of every list (R-MAT-1 to R-MAT-5)."""

import dataclasses
import itertools

import pytest

from dsr_desktop.domain.criteria import Criteria, make_criteria
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.matching import How, Level
from dsr_desktop.services.register import Company
from dsr_desktop.services.searching import search

CAMILLE = {
    "name": "Camille Dupont",
    "email": "camille.dupont@acme.example",
    "phone": "06 12 34 56 78",
}


@pytest.fixture(scope="module")
def register(tmp_path_factory, copy_register, write_csv, write_xlsx, bring_in):
    """The lists of the first scenario of the specification, and some more."""
    folder = tmp_path_factory.mktemp("lists")
    crm = [
        ["Nom", "Prénom", "E-mail", "Téléphone", "Société", "Code postal", "Né le", "N° client", "Note"],
        *[[f"Personne{n}", "Une", f"p{n}@foo.example", "", "", "", "", f"C-{n:04}", ""] for n in range(12)],
        ["Dupont", "Camille", "camille.dupont@acme.example", "06 12 34 56 78", "ACME", "57000",
         "24/05/1990", "C-0042", "rappeler M. Paul Martin 06 98 76 54 32"],
        ["Dupont", "Marie", "contact@acme.example", "01 40 20 50 50", "ACME", "57000", "", "C-0043", ""],
        ["Brehat", "Eloise", "", "", "Cœur & fils", "75011", "", "", "vu camille.dupont@acme.example"],
        ["Roux", "Jean-Pierre", "", "+33 (0)6.11.22.33.44", "", "", "", "", ""],
    ]  # fmt: skip
    newsletter = {
        "Abonnés": [
            ["E-mail", "Inscrit le"],
            ["x@foo.example", ""],
            ["CAMILLE.DUPONT@ACME.EXAMPLE", ""],
        ],
        "Interne": [["Nom", "Mobile"], ["Roux", 33611223344]],
    }
    salon = [
        ["DUPONT Camille", "camille@autre.example", "Autre SARL"],
        ["Cœur Lætitia", "l@foo.example", ""],
    ]
    (folder / "empty.csv").write_bytes(b"")
    (folder / "letter.pdf").write_bytes(b"%PDF-1.7")
    write_csv(folder / "crm.csv", crm)
    write_xlsx(folder / "newsletter.xlsx", newsletter, hidden=["Interne"])
    write_csv(folder / "salon.csv", salon, delimiter=",")
    opened = copy_register(folder.parent / f"{folder.name}.dsr")
    bring_in(opened, folder)
    yield opened
    opened.close()


def find(register, asked, **options):
    return search(register, make_criteria(asked), **options)


def places(result):
    return [
        (hit.place.source.name, hit.place.sheet.name, hit.place.row.n, str(hit.grade.level))
        for hit in result.hits
    ]


# --- the first scenario


def test_a_known_prospect_is_found_in_every_list_with_the_right_levels(register):
    assert places(find(register, CAMILLE)) == [
        ("crm.csv", "crm", 14, "strong"),
        ("newsletter.xlsx", "Abonnés", 3, "strong"),
        ("salon.csv", "salon", 1, "weak"),
        ("crm.csv", "crm", 16, "weak"),
    ]


def test_a_hit_points_at_the_cells_that_agree(register):
    first = find(register, CAMILLE).hits[0]

    assert {(reason.criterion, reason.column, reason.cell) for reason in first.grade.reasons} == {
        ("email", 3, "camille.dupont@acme.example"),
        ("phone", 4, "06 12 34 56 78"),
        ("name", 1, "Dupont"),
        ("name", 2, "Camille"),
    }


def test_a_hit_carries_where_it_comes_from(register):
    place = find(register, CAMILLE).hits[0].place

    assert place.source.path.endswith("crm.csv")
    assert len(place.source.sha256) == 64
    assert place.source.imported_at
    assert place.sheet.columns[2].header == "E-mail"


def test_a_shared_mailbox_with_another_given_name_is_probable(register):
    result = find(register, {"name": "Camille Dupont", "email": "contact@acme.example"})

    assert ("crm.csv", "crm", 15, "probable") in places(result)


def test_another_birth_date_makes_a_strong_hit_probable(register):
    result = find(register, {"email": "camille.dupont@acme.example", "birth_date": "1991-05-24"})

    assert places(result)[:2] == [
        ("newsletter.xlsx", "Abonnés", 3, "strong"), ("crm.csv", "crm", 14, "probable"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "name",
    ["Camille Dupont", "Dupont Camille", "CAMILLE DUPONT", "camille dupont", "Camille-Dupont",
     "Camîlle Düpont", "dupont, camille"],
)  # fmt: skip
def test_a_name_alone_is_weak_whatever_its_writing(register, name):
    assert places(find(register, {"name": name})) == [
        ("crm.csv", "crm", 14, "weak"),
        ("salon.csv", "salon", 1, "weak"),
        ("crm.csv", "crm", 16, "weak"),
    ]


@pytest.mark.parametrize(
    ("asked", "row"),
    [
        ({"name": "Éloïse Bréhat"}, 16),
        ({"name": "Jean Pierre Roux"}, 17),
        ({"name": "jean-pierre ROUX"}, 17),
        ({"given_name": "Éloïse", "family_name": "Bréhat"}, 16),
        ({"given_name": "Marie"}, 15),
        ({"identifier": "c 0043"}, 15),
        ({"identifier": "C0043"}, 15),
        ({"phone": "0611223344"}, 17),
        ({"phone": "0698765432"}, 14),
        ({"company": "COEUR & FILS"}, 16),
        ({"postcode": "75011"}, 16),
        ({"birth_date": "1990-05-24"}, 14),
        ({"text": "m paul martin"}, 14),
    ],
    ids=str,
)
def test_every_criterion_finds_its_row(register, asked, row):
    assert ("crm.csv", "crm", row) in [place[:3] for place in places(find(register, asked))]


def test_identifiers_and_dates_are_found_whatever_stands_between_their_parts(
    copy_register, tmp_path, write_csv, bring_in
):
    register = copy_register(tmp_path / "x.dsr")
    rows = [
        ["N° client", "Né le"],
        ["C0042", "4/5/1990"],
        ["C-0042", "04.05.1990"],
        ["C 0042", "1990-05-04"],
    ]
    bring_in(register, write_csv(tmp_path / "x.csv", rows))

    for asked in ("C-0042", "c0042", "C 0042"):
        assert find(register, {"identifier": asked}, level=Level.PROBABLE).total == 3
    for asked in ("1990-05-04", "04/05/1990", "4.5.1990"):
        assert find(register, {"birth_date": asked}).total == 3
    register.close()


def test_what_export_tools_do_to_names_addresses_and_numbers_hides_nobody(
    copy_register, tmp_path, write_csv, bring_in
):
    register = copy_register(tmp_path / "x.dsr")
    rows = [
        ["Nom", "Contact"],
        ["Fran&ccedil;ois Lemoine", "x"],
        ["Fran\u00ad\u00e7ois Le\u00admoine", "x"],
        ["x", "lemoine [at] acme.example"],
        ["x", "06:98:11:22:33"],
        ["x", "+262 692 11 22 33"],
    ]
    bring_in(register, write_csv(tmp_path / "x.csv", rows))

    def rows_with(**asked):
        hits = find(register, asked).hits
        return sorted(hit.place.row.n for hit in hits if hit.place.source.name == "x.csv")

    assert rows_with(name="François Lemoine") == [2, 3]
    assert rows_with(email="lemoine@acme.example") == [4]
    assert rows_with(phone="06 98 11 22 33") == [5]
    assert rows_with(phone="0692 11 22 33") == [6]
    register.close()


def test_ligatures_are_found_written_out(register):
    assert places(find(register, {"name": "laetitia coeur"})) == [("salon.csv", "salon", 2, "weak")]


def test_a_number_stored_as_a_number_in_a_hidden_sheet_is_found(register):
    assert places(find(register, {"phone": "06 11 22 33 44"})) == [
        ("crm.csv", "crm", 17, "strong"), ("newsletter.xlsx", "Interne", 2, "strong"),
    ]  # fmt: skip


def test_a_key_inside_a_note_is_weak(register):
    assert places(find(register, {"phone": "06 98 76 54 32"})) == [("crm.csv", "crm", 14, "weak")]


def test_a_full_name_with_its_company_is_probable(register):
    result = find(register, {"name": "Camille Dupont", "company": "acme"})

    assert places(result)[0] == ("crm.csv", "crm", 14, "probable")


def test_several_names_and_addresses_are_one_person(register):
    aliases = {
        "name": ["Camille Dupont", "Camille Martin"],
        "email": ["x@foo.example", "l@foo.example"],
    }

    assert {place[:3] for place in places(find(register, aliases, level=Level.STRONG))} == {
        ("newsletter.xlsx", "Abonnés", 2), ("salon.csv", "salon", 2),
    }  # fmt: skip


# --- nothing found is a result


def test_nothing_found_still_says_what_was_looked_at(register):
    result = find(register, {"email": "inconnue@foo.example"})

    assert (result.total, result.hits) == (0, ())
    assert (result.files, result.rows) == (3, 21)


def test_files_that_could_not_be_read_are_always_named(register):
    assert [source.name for source in find(register, CAMILLE).unreadable] == [
        "empty.csv",
        "letter.pdf",
    ]


def test_an_empty_register_is_searched_too(copy_register, tmp_path):
    empty = copy_register(tmp_path / "empty.dsr")

    result = find(empty, CAMILLE)

    assert (result.total, result.files, result.rows, result.unreadable) == (0, 0, 0, ())
    empty.close()


# --- order, pages, levels


def test_the_order_is_the_same_every_time_and_best_first(register):
    asked = {"name": "Une Personne3", "text": "une"}
    runs = [[hit.place.row.id for hit in find(register, asked).hits] for _ in range(3)]

    assert runs[0] == runs[1] == runs[2]
    grades = [(hit.grade.level.rank, -hit.grade.score) for hit in find(register, asked).hits]
    assert grades == sorted(grades)


def test_pages_together_are_the_whole_and_the_total_counts_all(register):
    asked = {"given_name": "Une"}
    everything = find(register, asked, limit=None)
    pages = [find(register, asked, limit=5, offset=offset) for offset in (0, 5, 10, 15)]

    assert everything.total == 12
    assert [page.total for page in pages] == [12] * 4
    assert [len(page.hits) for page in pages] == [5, 5, 2, 0]
    assert tuple(itertools.chain.from_iterable(page.hits for page in pages)) == everything.hits


@pytest.mark.parametrize(
    ("level", "total"), [(Level.STRONG, 2), (Level.PROBABLE, 2), (Level.WEAK, 4)]
)
def test_the_least_level_shown_is_chosen(register, level, total):
    result = find(register, CAMILLE, level=level)

    assert result.total == len(result.hits) == total


# --- odd questions


@pytest.mark.parametrize(
    ("asked", "hint"),
    [
        ({"email": "camille.dupont"}, "e-mail"),
        ({"email": "@acme.example"}, "e-mail"),
        ({"phone": "06 12"}, "phone"),
        ({"phone": "numéro de Camille"}, "phone"),
    ],
)
def test_half_an_address_or_number_is_searched_as_text_and_said_so(register, asked, hint):
    result = find(register, asked)

    assert len(result.hints) == 1
    assert hint in result.hints[0].sentence
    assert all(hit.grade.level is Level.WEAK for hit in result.hits)


def test_half_an_address_finds_the_row_that_holds_it(register):
    result = find(register, {"email": "camille.dupont"})

    assert ("crm.csv", "crm", 14, "weak") in places(result)
    assert {reason.how for hit in result.hits for reason in hit.grade.reasons} == {
        How.INSIDE_TEXT, How.INSIDE_VALUE,
    }  # fmt: skip


def test_a_complete_question_needs_no_hint(register):
    assert find(register, CAMILLE).hints == ()


@pytest.mark.parametrize("criterion", ["name", "given_name", "family_name", "text"])
@pytest.mark.parametrize("text", ["M", "de", "de la", "the"])
def test_one_letter_or_small_words_alone_find_nothing_and_a_hint_says_so(register, criterion, text):
    result = find(register, {criterion: text})

    assert result.total == 0
    assert [hint.sentence[:25] for hint in result.hints] == ["A criterion is one letter"]


@pytest.mark.parametrize(
    "text",
    ['" OR * NEAR(', 'text:camille', "camille*", "NOT camille", "'; DROP TABLE row; --", "{camille}",
     "camille AND", "^camille", "(", '""', "%", "_", "\\"],
)  # fmt: skip
@pytest.mark.parametrize("criterion", ["text", "name", "email", "phone", "identifier", "company"])
def test_signs_with_a_meaning_elsewhere_are_searched_as_text(register, criterion, text):
    result = find(register, {criterion: text})

    assert result.total <= 4


@pytest.mark.parametrize("text", ["…", "-- !! ??", "«»", ".", "@", "+"])
def test_signs_alone_find_nothing(register, text):
    assert find(register, {"text": text, "name": text, "email": text, "phone": text}).total == 0


def test_control_characters_in_a_question_are_blanks(register):
    coloured = find(register, {"name": "Camille\x00\x1b[31m\nDupont\x1f"})
    assert {hit.place.row.n for hit in coloured.hits} <= {1, 14, 16}
    assert find(register, {"name": "Camille\x00\tDupont\x1f"}).total == 3


def test_a_question_too_long_to_be_meant_is_refused(register):
    with pytest.raises(InvalidInputError, match="too long"):
        find(register, {"text": "a" * 10_000})


def test_the_longest_question_that_can_be_meant_is_answered(register):
    assert find(register, {"text": "camille " * 120}).total == 0


def test_other_scripts_are_no_obstacle(register):
    assert find(register, {"name": "東京 Νίκος हिन्दी \u19b0"}).total == 0


def test_criteria_that_are_empty_find_nothing(register):
    assert search(register, Criteria()).total == 0


# --- one country


def test_local_numbers_are_those_of_the_companys_country(
    tmp_path, make_register, write_csv, bring_in
):
    belgian = make_register(tmp_path / "be.dsr", company=Company("Exemple SRL", "BE"))
    rows = [["Nom", "Téléphone"], ["Peeters", "02 512 34 56"], ["Janssens", "+32 2 512 34 56"]]
    bring_in(belgian, write_csv(tmp_path / "x.csv", rows))

    for asked in ("+32 2 512 34 56", "02/512.34.56", "0032 2 5123456"):
        assert find(belgian, {"phone": asked}, level=Level.STRONG).total == 2
    belgian.close()


def test_a_result_cannot_be_changed(register):
    with pytest.raises(dataclasses.FrozenInstanceError):
        find(register, CAMILLE).total = 0


# --- other spellings of a name


@pytest.fixture(scope="module")
def spelt(tmp_path_factory, copy_register, write_csv, bring_in):
    folder = tmp_path_factory.mktemp("spelt")
    names = ["Anna Müller", "Anna Mueller", "Luc Saint-Martin", "Luc St Martin", "Jean De La Tour",
             "Jean Delatour", "Jean-Pierre Roux", "Jeanpierre Roux"]  # fmt: skip
    opened = copy_register(folder / "register.dsr")
    bring_in(opened, write_csv(folder / "noms.csv", [["Nom complet"], *([name] for name in names)]))
    yield opened
    opened.close()


@pytest.mark.parametrize(
    "pair",
    [
        ("Anna Müller", "Anna Mueller"),
        ("Luc Saint-Martin", "Luc St Martin"),
        ("Jean De La Tour", "Jean Delatour"),
        ("Jean-Pierre Roux", "Jeanpierre Roux"),
    ],
    ids=str,
)
def test_a_name_is_found_in_both_of_its_spellings(spelt, pair):
    for asked in pair:
        found = find(spelt, {"name": asked}).hits
        cells = [(hit.place.row.cells[0], hit.grade.reasons[0].how) for hit in found]
        other = next(one for one in pair if one != asked)
        assert cells == [(asked, How.SAME_NAME), (other, How.NAME_OTHER_SPELLING)]
