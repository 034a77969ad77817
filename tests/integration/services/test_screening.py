"""Imports look every row up in the suppression list before they store it (R-SUP-4, SC3)."""

import json
from datetime import date
from email.message import EmailMessage

import pytest

from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.reading import Limits
from dsr_desktop.domain.source import Source, SourceKind, SourceStatus
from dsr_desktop.domain.suppression import (
    SuppressionKind,
    SuppressionReason,
    SuppressionScope,
)
from dsr_desktop.readers.batches import Packer
from dsr_desktop.readers.messages import FileDone, SheetBegins, StartsAgain
from dsr_desktop.readers.parts import ReadRow
from dsr_desktop.services.held_rows import list_held_rows, open_held_rows
from dsr_desktop.services.mapping import mappings_for
from dsr_desktop.services.register import open_register
from dsr_desktop.services.screening import Screen, load_list
from dsr_desktop.services.searching import search
from dsr_desktop.services.sheets import SheetStore
from dsr_desktop.services.sourcing import remove
from dsr_desktop.services.suppressing import TypedKeys, add_to_list
from dsr_desktop.services.verifying import verify
from dsr_desktop.store.events import events
from dsr_desktop.store.sources import add_source, read_sources
from dsr_desktop.store.suppression import blocked_rows
from dsr_desktop.wording.errors import word_sentence
from dsr_desktop.wording.language import speak

pytestmark = pytest.mark.usefixtures("nothing_left_running")

DAY = date(2026, 10, 5)
HEADER = ["Nom", "Prénom", "E-mail", "Téléphone", "Code postal"]
JEAN = ["Rouxxx", "Jeanno", "Jean.ROUX@FOO.example", "06 11 22 33 44", "57000"]
ZOE = ["Petit", "Zoé", "zoe.petit@bar.example", "06 55 66 77 88", "54000"]
PAUL = ["Martin", "Paul", "paul@bar.example", "01 40 20 50 50", "01000"]
A_SOURCE = Source(
    id=None, path="/x.csv", name="x.csv", sha256="aa", size=1, format="csv", encoding="utf-8",
    kind=SourceKind.LIST, activity=None, channel=None, collected_on=None, policy_version=None,
    retention=None, status=SourceStatus.IMPORTED, reason=None, warnings=(), row_count=0,
    imported_at="2026-10-05T10:00:00+00:00", imported_by="dpo", purge_on=None,
)  # fmt: skip
SENTINELS = ("rouxxx", "jeanno", "jean.roux", "611223344", "11223344", "0611223344", "06 11 22")


@pytest.fixture
def listed(register):
    """Return a function that puts keys on the list and gives the ids of the entries."""

    def put(scope=SuppressionScope.ALL, reason=SuppressionReason.ERASURE, **typed):
        return [
            one.entry.id for one in add_to_list(register, TypedKeys(**typed), scope, reason, DAY)
        ]

    return put


@pytest.fixture
def jean_erased(listed):
    return listed(emails=("jean.roux@foo.example",), phones=("+33 6 11 22 33 44",))


def positions(register):
    return [(one.file, one.sheet, one.row, one.kind) for one in list_held_rows(register)]


def stored_numbers(register):
    return [n for (n,) in register.database.connection.execute("SELECT n FROM row ORDER BY id")]


def everything(register):
    """Every value of every table, in small letters; the index of words decoded as it can be."""
    connection = register.database.connection
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    dumped = []
    for (table,) in tables:
        for row in connection.execute(f'SELECT * FROM "{table}"'):
            dumped += [
                value.decode("latin-1") if isinstance(value, bytes) else str(value) for value in row
            ]
    return "\x1f".join(dumped).casefold()


def warned(file):
    return [word_sentence(speak("en"), one.sentence, one.details) for one in file.warnings]


# --- scenario SC3


def test_a_marketing_objection_marks_the_row_and_scope_all_would_hold_it(
    register, listed, bring_in, write_csv, tmp_path
):
    entries = listed(
        SuppressionScope.MARKETING, SuppressionReason.OBJECTION,
        emails=("jean.roux@foo.example",), phones=("+33 6 11 22 33 44",),
    )  # fmt: skip
    assert len(entries) == 2

    salon = write_csv(tmp_path / "salon2.csv", [["Mail"], ["Jean.ROUX@FOO.example"], [ZOE[2]]])
    report = bring_in(register, salon)
    (file,) = report.files
    assert (file.status, file.rows, file.held, file.marketing_blocked) == ("imported", 2, 0, 1)
    assert (report.held, report.marketing_blocked) == (0, 1)
    assert blocked_rows(register.database, entries[0]) == (1,)
    assert search(register, make_criteria({"email": "jean.roux@foo.example"})).total == 1
    remove(register, file.source_id)

    listed(emails=("jean.roux@foo.example",))
    (again,) = bring_in(register, salon).files
    assert (again.status, again.rows, again.held, again.marketing_blocked) == ("imported", 1, 1, 0)
    assert positions(register) == [("salon2.csv", "salon2", 2, SuppressionKind.EMAIL)]
    assert search(register, make_criteria({"email": "jean.roux@foo.example"})).total == 0


# --- what is held


def as_json(path, rows):
    people = [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]
    path.write_text(json.dumps(people), encoding="utf-8")
    return path


def as_vcards(path, rows):
    cards = (
        f"BEGIN:VCARD\r\nVERSION:3.0\r\nN:{family};{given};;;\r\nFN:{given} {family}\r\n"
        f"EMAIL:{email}\r\nTEL:{phone}\r\nEND:VCARD\r\n"
        for family, given, email, phone, _postcode in rows[1:]
    )
    path.write_bytes("".join(cards).encode())
    return path


def as_html(path, rows):
    lines = ("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    path.write_text(f"<html><body><table>{''.join(lines)}</table></body></html>", encoding="utf-8")
    return path


@pytest.fixture(params=["csv", "xlsx", "json", "vcf", "html"])
def people(request, tmp_path, write_csv, write_xlsx):
    """The same three people in a file of each kind, the erased one in the middle."""
    rows, path = [HEADER, ZOE, JEAN, PAUL], tmp_path / f"people.{request.param}"
    match request.param:
        case "csv":
            return write_csv(path, rows)
        case "xlsx":
            return write_xlsx(path, {"people": rows})
        case "json":
            return as_json(path, rows)
        case "vcf":
            return as_vcards(path, rows)
        case _:
            return as_html(path, rows)


def test_a_row_of_an_erased_person_is_held_whatever_the_kind_of_file(
    register, jean_erased, bring_in, people
):
    (file,) = bring_in(register, people).files

    assert (file.status, file.rows, file.held, file.marketing_blocked) == ("imported", 2, 1, 0)
    assert len(open_held_rows(register)) == 1
    assert search(register, make_criteria({"name": "Petit"})).total == 1
    assert search(register, make_criteria({"name": "Martin"})).total == 1
    assert verify(register).sound


def test_no_cell_of_a_held_row_is_in_the_register(
    register, jean_erased, bring_in, people, decrypted, passphrase
):
    bring_in(register, people)
    dump = everything(register)
    register.close()
    pages = decrypted(register.path).decode("latin-1").casefold()

    assert "zoe.petit@bar.example" in dump
    assert "zoe.petit@bar.example" in pages
    for sentinel in SENTINELS:
        assert sentinel not in dump
        assert sentinel not in pages
    again = open_register(register.path, passphrase)
    for word in ("Rouxxx", "Jeanno", "foo"):
        assert search(again, make_criteria({"text": word})).total == 0
    again.close()


@pytest.mark.parametrize(
    "row",
    [
        ["x", "x", "jean.roux@foo.example", ""],
        ["x", "écrire à Jean.Roux@foo.example svp", "", ""],
        ["x", "x", "", "+33611223344"],
        ["x", "x", "", "0033 6 11 22 33 44"],
        ["x", "rappeler au 06.11.22.33.44 demain", "", ""],
        ["x", "x", "", "01 40 20 50 50 / 06 11 22 33 44"],
    ],
)
def test_the_key_is_met_in_any_cell_and_in_any_writing(
    register, jean_erased, bring_in, write_csv, tmp_path, row
):
    (file,) = bring_in(register, write_csv(tmp_path / "x.csv", [HEADER[:4], row, ZOE[:4]])).files

    assert (file.rows, file.held) == (1, 1)


def test_the_key_is_met_in_a_comment_on_a_cell(register, jean_erased, bring_in, tmp_path):
    from openpyxl import Workbook  # noqa: PLC0415 - only here
    from openpyxl.comments import Comment  # noqa: PLC0415

    book = Workbook()
    for row in (["Nom", "Ville"], ["Durand", "Metz"], ["Petit", "Nancy"]):
        book.active.append(row)
    book.active["A2"].comment = Comment("alias jean.roux@foo.example", "x")
    book.save(tmp_path / "x.xlsx")
    (file,) = bring_in(register, tmp_path / "x.xlsx").files

    assert (file.rows, file.held) == (1, 1)
    assert "durand" not in everything(register)


def test_a_phone_typed_as_a_number_that_lost_its_zero_is_met(
    register, jean_erased, bring_in, write_xlsx, tmp_path
):
    rows = [["Nom", "Mobile"], ["Roux", 611223344], ["Petit", 655667788]]
    (file,) = bring_in(register, write_xlsx(tmp_path / "x.xlsx", {"x": rows})).files

    assert (file.rows, file.held) == (1, 1)


def test_one_row_is_held_once_though_both_its_keys_are_listed(
    register, jean_erased, bring_in, write_csv, tmp_path
):
    bring_in(register, write_csv(tmp_path / "x.csv", [HEADER, JEAN, ZOE]))

    (held,) = list_held_rows(register)
    assert (held.kind, held.entry_id) == (SuppressionKind.EMAIL, jean_erased[0])


def test_being_held_goes_before_being_marked(register, listed, bring_in, write_csv, tmp_path):
    listed(SuppressionScope.MARKETING, emails=(JEAN[2],))
    listed(phones=(JEAN[3],))
    (file,) = bring_in(register, write_csv(tmp_path / "x.csv", [HEADER, JEAN, ZOE])).files

    assert (file.rows, file.held, file.marketing_blocked) == (1, 1, 0)


def test_the_numbers_of_the_rows_below_stay_those_of_the_file(
    register, jean_erased, bring_in, write_csv, tmp_path
):
    bring_in(register, write_csv(tmp_path / "x.csv", [HEADER, ZOE, JEAN, PAUL]))

    assert stored_numbers(register) == [2, 4]
    (hit,) = search(register, make_criteria({"email": PAUL[2]})).hits
    assert (hit.place.row.n, hit.place.row.cells[0]) == (4, "Martin")


def test_a_file_all_of_whose_rows_are_held_is_imported_without_rows(
    register, jean_erased, bring_in, write_csv, tmp_path
):
    path = write_csv(tmp_path / "x.csv", [HEADER, JEAN, JEAN])
    (file,) = bring_in(register, path).files

    assert (file.status, file.reason, file.rows, file.held) == ("imported", None, 0, 2)
    assert [sheet.header_row for sheet in file.sheets] == [1]
    assert bring_in(register, path).files[0].status == "duplicate"
    assert verify(register).sound


def test_a_list_without_header_whose_first_row_is_held_makes_no_titles_of_it(
    register, jean_erased, bring_in, write_csv, tmp_path
):
    titles_and_jean = ["Client", "Newsletter", JEAN[2], "Rouxxx", "57000"]
    (file,) = bring_in(register, write_csv(tmp_path / "x.csv", [titles_and_jean, ZOE, PAUL])).files

    assert (file.rows, file.held) == (2, 1)
    assert "rouxxx" not in everything(register)


def test_a_file_of_nothing_but_held_rows_has_no_sheet(
    register, jean_erased, bring_in, write_csv, tmp_path
):
    (file,) = bring_in(register, write_csv(tmp_path / "x.csv", [JEAN, JEAN])).files

    assert (file.status, file.rows, file.held, file.sheets) == ("imported", 0, 2, ())
    assert "rouxxx" not in everything(register)


def test_a_whole_first_batch_that_is_held_does_not_stop_the_rest(
    register, listed, bring_in, write_csv, tmp_path
):
    listed(phones=("03 87 00 00 00",))
    switchboard = [["x", "x", "x", "03 87 00 00 00"]] * 4_500
    path = write_csv(tmp_path / "x.csv", [*switchboard, ZOE[:4], PAUL[:4]])
    (file,) = bring_in(register, path).files

    assert (file.rows, file.held) == (2, 4_500)
    assert stored_numbers(register) == [4_501, 4_502]


def test_a_row_of_nobody_on_the_list_is_stored_as_ever(
    register, jean_erased, bring_in, write_csv, tmp_path
):
    (file,) = bring_in(register, write_csv(tmp_path / "x.csv", [HEADER, ZOE, PAUL])).files

    assert (file.rows, file.held, file.marketing_blocked, file.warnings) == (2, 0, 0, ())


def test_held_rows_neither_make_a_file_partly_read_nor_hide_that_it_is(
    register, listed, bring_in, write_partly_readable, tmp_path
):
    listed(emails=("hugo@brun.example",))
    (file,) = bring_in(register, write_partly_readable(tmp_path / "x.xlsx")).files

    assert (file.status, file.rows, file.held) == ("partly", 0, 1)


# --- what only warns


def test_name_and_postcode_only_warn_and_the_row_is_stored(
    register, listed, bring_in, write_csv, tmp_path
):
    listed(name="Jeanno Rouxxx", postcode="57000")
    rows = [
        ["Nom", "Prénom", "Code postal"],
        ["Petit", "Zoé", "57000"],
        ["ROUXXX", "jeanno", "57000"],
    ]
    (file,) = bring_in(register, write_csv(tmp_path / "x.csv", rows)).files

    assert (file.status, file.rows, file.held, file.marketing_blocked) == ("imported", 2, 0, 0)
    assert warned(file) == [
        "Row 3 of x has the name and postcode of a person on the suppression list. It was stored; "
        "look whether it is the same person."
    ]
    (source,) = read_sources(register.database)
    assert source.warnings == file.warnings


def test_a_postcode_that_lost_its_zero_and_other_people_of_the_place_are_told_apart(
    register, listed, bring_in, write_csv, tmp_path
):
    listed(name="Jeanno Rouxxx", postcode="01000")
    rows = [["Nom complet", "Code postal"], ["Zoé Petit", "01000"], ["Jeanno Rouxxx", "1000"],
            ["Jeanno Rouxxx", "57000"], ["", "01000"], ["Jeanno Rouxxx", ""]]  # fmt: skip
    (file,) = bring_in(register, write_csv(tmp_path / "x.csv", rows)).files

    (sentence,) = warned(file)
    assert sentence.startswith("Row 3 of x has the name and postcode")


def test_many_such_rows_make_one_warning(register, listed, bring_in, write_csv, tmp_path):
    listed(name="Jeanno Rouxxx", postcode="57000")
    rows = [["Nom complet", "Code postal"], *[["Rouxxx Jeanno", "57000"]] * 120]
    (file,) = bring_in(register, write_csv(tmp_path / "x.csv", rows)).files

    (sentence,) = warned(file)
    assert sentence.startswith("120 rows of x have the name and postcode")
    assert ": 2, 3, 4, " in sentence
    assert "101…" in sentence


def test_a_phone_that_ends_alike_but_is_of_another_country_only_warns(
    register, listed, bring_in, write_csv, tmp_path
):
    listed(phones=("+32 475 12 34 56",))
    rows = [["Nom", "Tél"], ["Petit", "0475 12 34 56"], ["Roux", "+32475123456"]]
    (file,) = bring_in(register, write_csv(tmp_path / "x.csv", rows)).files

    assert (file.rows, file.held) == (1, 1)
    assert warned(file) == [
        "Row 2 of x has a phone that ends like one on the suppression list. It was stored; look "
        "whether it is the same number."
    ]


# --- again


def test_a_newer_version_of_a_file_does_not_hold_the_same_row_twice(
    register, jean_erased, bring_in, write_csv, tmp_path
):
    path = write_csv(tmp_path / "x.csv", [HEADER, JEAN, ZOE])
    bring_in(register, path)
    (newer,) = bring_in(register, write_csv(path, [HEADER, JEAN, ZOE, PAUL])).files

    (held,) = list_held_rows(register)
    assert (held.row, held.source_id) == (2, newer.source_id)


def test_undoing_an_import_forgets_its_held_rows(
    register, jean_erased, bring_in, write_csv, tmp_path
):
    (file,) = bring_in(register, write_csv(tmp_path / "x.csv", [HEADER, JEAN, ZOE])).files
    remove(register, file.source_id)

    assert list_held_rows(register) == ()
    assert verify(register).sound


def test_a_file_that_cannot_be_read_after_all_leaves_no_held_row(
    register, jean_erased, bring_in, write_csv, tmp_path
):
    rows = [HEADER, JEAN, *[[f"Personne {n}", "x", "", "", ""] for n in range(5_000)]]
    path = write_csv(tmp_path / "x.csv", rows)
    (file,) = bring_in(register, path, limits=Limits(rows=4_500)).files

    assert (file.status, file.held) == ("unreadable", 0)
    assert list_held_rows(register) == ()


def test_the_log_counts_and_names_nobody(register, jean_erased, bring_in, write_csv, tmp_path):
    bring_in(register, write_csv(tmp_path / "x.csv", [HEADER, JEAN, ZOE]))

    last = list(events(register.database))[-1]
    assert (last.kind, last.payload["held"], last.payload["marketing_blocked"]) == (
        "imported",
        1,
        0,
    )


def test_a_mail_from_an_erased_person_is_held(register, jean_erased, bring_in, tmp_path):
    mail = EmailMessage()
    mail["From"] = "Jean Roux <jean.roux@foo.example>"
    mail["To"] = "accueil@exemple.example"
    mail["Subject"] = "Bonjour"
    mail.set_content("Rappelez-moi")
    (tmp_path / "x.eml").write_bytes(mail.as_bytes())
    (file,) = bring_in(register, tmp_path / "x.eml").files

    assert (file.rows, file.held) == (0, 1)


def test_what_a_first_reader_found_is_void_when_another_begins(register, jean_erased):
    database, country = register.database, register.company.country
    begins, rows = SheetBegins("x", hidden=False), list(Packer(Limits()).pack([
        ReadRow(1, HEADER), ReadRow(2, JEAN), ReadRow(3, ["Rouxxx", "Jeanno", "", "", "57000"]),
    ]))  # fmt: skip
    add_to_list(
        register, TypedKeys(name="Jeanno Rouxxx", postcode="57000"), SuppressionScope.ALL,
        SuppressionReason.ERASURE, DAY,
    )  # fmt: skip
    with database.transaction():
        source_id = add_source(database, A_SOURCE)
        screen = Screen(load_list(register), country)
        store = SheetStore(database, source_id, mappings_for(register, ()), screen, DAY)
        for message in (begins, *rows, StartsAgain(), begins, *rows, FileDone()):
            store.take(message)
        stored = store.finish()

    assert (stored.rows, stored.held, len(stored.warnings)) == (1, 1, 1)
    (count,) = database.connection.execute("SELECT count(*) FROM held_row").fetchone()
    assert count == 1


def test_a_listed_person_is_met_again_after_more_postcodes_than_are_kept_in_mind(register, listed):
    listed(name="Zoé Petit", postcode="54000")
    screen = Screen(load_list(register), "FR")
    fields = (Field.FAMILY_NAME, Field.GIVEN_NAME, Field.POSTCODE)

    def numbers(*people):
        rows = [(n, False, "\x1f".join(one), None, None, None) for n, one in people]
        return list(screen.persons(rows, fields))

    zoe, paul = ("Petit", "Zoé", "54000"), ("Martin", "Paul", "54000")
    others = [(n, ("Martin", "Paul", f"{n:06}")) for n in range(100_001)]

    assert numbers((2, zoe), (3, paul)) == [2]
    assert numbers(*others) == []
    assert numbers((4, paul), (5, zoe)) == [5]
