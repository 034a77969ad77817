"""What the user says of columns is followed, remembered, and reaches all that depends on fields."""

import json
from dataclasses import replace
from datetime import datetime

import pytest
from openpyxl import Workbook

from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.errors import InvalidInputError, NotFoundError, OutputFileError
from dsr_desktop.domain.fields import Field, Origin
from dsr_desktop.domain.mapping import ColumnChoice
from dsr_desktop.domain.portability import ExclusionReason
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.services.checklists import make_checklist
from dsr_desktop.services.handling import new_request
from dsr_desktop.services.importing import ImportOptions, import_paths
from dsr_desktop.services.mapping import (
    export_mappings,
    forget_mapping,
    list_mappings,
    read_mapping_file,
    save_mappings,
)
from dsr_desktop.services.origins import column_place, set_origins
from dsr_desktop.services.packaging import build_portability
from dsr_desktop.services.previewing import preview_paths
from dsr_desktop.services.rescanning import rescan
from dsr_desktop.services.reviewing import find_person, judge_hits
from dsr_desktop.services.searching import search
from dsr_desktop.services.source_views import view_sources
from dsr_desktop.services.sourcing import set_activity
from dsr_desktop.services.verifying import verify
from dsr_desktop.wording.checklist import unread_reason
from dsr_desktop.wording.language import speak

pytestmark = pytest.mark.usefixtures("nothing_left_running")

IBAN = "FR76 3000 6000 0112 3456 7890 189"
HEAD = ["Nom", "E-mail", "Infos", "Stand"]
CAMILLE = ["Camille Dupont", "camille.dupont@acme.example", IBAN, "K-4711"]
PAUL = ["Paul Petit", "paul.petit@acme.example", IBAN, "K-4712"]
SKIP = ColumnChoice(skip=True, reason="not needed")


@pytest.fixture
def crm(tmp_path, write_csv):
    return write_csv(tmp_path / "crm.csv", [HEAD, CAMILLE, PAUL])


@pytest.fixture
def chosen(register):
    """Return the mapping of a file's only sheet with changes by column."""

    def choose(path, **changes):
        (file,) = preview_paths(register, [path], ImportOptions()).files
        return file.sheets[0].mapping({int(key[1:]): one for key, one in changes.items()})

    return choose


def columns_of(report):
    return report.files[0].sheets[0].columns


def stored(register):
    rows = register.database.connection.execute("SELECT cells, typed, notes FROM row ORDER BY id")
    return rows.fetchall()


def events(register, kind):
    rows = register.database.connection.execute(
        "SELECT payload FROM event WHERE kind = ? ORDER BY seq", (kind,)
    )
    return [json.loads(payload) for (payload,) in rows]


# --- followed and remembered


def test_a_choice_is_followed_and_remembered_for_the_next_file_of_its_kind(
    register, bring_in, chosen, crm, tmp_path, write_csv
):
    mapping = chosen(crm, c4=ColumnChoice(Field.IDENTIFIER, Origin.INTERNAL))
    bring_in(register, crm, mappings=(mapping,))
    later = write_csv(tmp_path / "december.csv", [HEAD, ["Zoé Roux", "", "", "K-5"]])
    (seen,) = preview_paths(register, [later], ImportOptions()).files
    report = bring_in(register, later)

    assert (seen.sheets[0].is_remembered, seen.sheets[0].columns[3].told_by) == (True, "remembered")
    fourth = columns_of(report)[3]
    assert (fourth.field, fourth.origin, fourth.told_by) == ("identifier", "internal", "remembered")


def test_a_meaning_that_was_chosen_reaches_the_search(register, bring_in, chosen, crm):
    asked = make_criteria({"identifier": "K-4711"})
    bring_in(register, crm, mappings=(chosen(crm, c4=ColumnChoice(Field.IDENTIFIER)),))

    (hit,) = search(register, asked).hits
    assert (hit.place.row.n, hit.grade.level) == (2, "probable")


def test_without_the_choice_the_same_number_is_no_identifier(register, bring_in, crm):
    bring_in(register, crm)

    hits = search(register, make_criteria({"identifier": "K-4711"})).hits
    assert [str(hit.grade.level) for hit in hits] == ["weak"]


def test_a_header_row_that_was_chosen_is_no_row_of_data(register, bring_in, tmp_path, write_csv):
    path = write_csv(
        tmp_path / "x.csv", [["Liste"], ["Wer", "Was"], ["Zoé Roux", "z@roux.example"]]
    )
    (file,) = preview_paths(register, [path], ImportOptions()).files
    report = bring_in(register, path, mappings=(file.sheets[0].with_header(2),))

    assert [cells for cells, _typed, _notes in stored(register)] == [
        "Liste",
        "Zoé Roux\x1fz@roux.example",
    ]
    assert report.files[0].sheets[0].header_row == 2


@pytest.mark.parametrize("people", [1, 2, 5])
def test_titles_that_nobody_knows_are_recognised_by_the_next_file_however_short(
    register, bring_in, tmp_path, write_csv, people
):
    rows = [["Wer", "Was", "Wo"], *([f"Gast {n}", f"g{n}@roux.example", "Metz"] for n in range(5))]
    first = write_csv(tmp_path / "a.csv", rows)
    (file,) = preview_paths(register, [first], ImportOptions()).files
    by_hand = file.sheets[0].with_header(1)
    by_hand = replace(by_hand, columns={1: ColumnChoice(Field.NAME)})
    bring_in(register, first, mappings=(by_hand,))
    short = [["Wer", "Was", "Wo"], *([f"Ana {n}", f"a{n}@lang.example", ""] for n in range(people))]
    path = write_csv(tmp_path / "b.csv", short)

    (next_file,) = preview_paths(register, [path], ImportOptions()).files
    (sheet,) = bring_in(register, path).files[0].sheets

    assert not next_file.has_question
    assert (sheet.header_row, sheet.columns[0].field) == (1, Field.NAME)
    assert len(stored(register)) == 5 + people
    assert len(list_mappings(register)) == 1


def test_a_header_chosen_in_one_list_takes_nobody_from_another(
    register, bring_in, tmp_path, write_csv
):
    first = write_csv(tmp_path / "a.csv", [["Wer", "Was"], ["Zoé Roux", "z@roux.example"]])
    (file,) = preview_paths(register, [first], ImportOptions()).files
    by_hand = file.sheets[0].with_header(1)
    other = write_csv(tmp_path / "b.csv", [["Max Brun", ""], ["Ana Lang", "a@lang.example"]])

    bring_in(register, first, other, mappings=(by_hand,))

    assert "Max Brun" in [cells for cells, _typed, _notes in stored(register)]


def test_a_choice_for_this_import_only_is_followed_and_not_remembered(
    register, bring_in, chosen, crm
):
    mapping = chosen(crm, c4=ColumnChoice(Field.IDENTIFIER))
    bring_in(register, crm, mappings=(mapping,), remembers=False)

    assert list_mappings(register) == ()
    assert view_sources(register)[0].sheets[0].columns[3].field is Field.IDENTIFIER


def test_a_mapping_of_no_sheet_is_told_and_not_remembered(register, bring_in, chosen, crm):
    other = replace(chosen(crm), fingerprint="0" * 32)

    assert bring_in(register, crm, mappings=(other,)).unused_mappings == ("0" * 32,)
    assert list_mappings(register) == ()


def test_an_import_that_fails_remembers_nothing(register, chosen, crm, today):
    def fail(done, total, _what):
        if done == total:
            raise RuntimeError

    options = ImportOptions(mappings=(chosen(crm),))
    with pytest.raises(RuntimeError):
        import_paths(register, [crm], options, today, progress=fail)

    assert list_mappings(register) == ()


# --- columns that are skipped


@pytest.fixture
def skipping(register, bring_in, chosen, crm):
    """A register in which the IBANs of a list were left out."""
    return bring_in(register, crm, mappings=(chosen(crm, c3=SKIP),))


def test_nothing_of_a_skipped_column_is_in_the_register(register, skipping):
    assert [cells.split("\x1f")[2] for cells, _typed, _notes in stored(register)] == ["", ""]
    assert search(register, make_criteria({"text": "FR76"})).total == 0
    assert search(register, make_criteria({"email": "paul.petit@acme.example"})).total == 1
    assert columns_of(skipping)[2].is_skipped
    assert verify(register).sound


def test_keys_comments_and_values_of_a_skipped_column_go_too(register, bring_in, chosen, tmp_path):
    book = Workbook()
    book.active.append(["Nom", "Appels"])
    book.active.append(["Zoé Roux", "zoe@secret.example"])
    book.active.append(["Max Brun", 33612345678])
    book.save(tmp_path / "x.xlsx")
    mapping = chosen(tmp_path / "x.xlsx", c2=SKIP)

    bring_in(register, tmp_path / "x.xlsx", mappings=(mapping,))

    assert stored(register) == [("Zoé Roux", None, None), ("Max Brun", None, None)]
    for asked in ({"email": "zoe@secret.example"}, {"phone": "06 12 34 56 78"}):
        assert search(register, make_criteria(asked)).total == 0


def test_each_skipped_column_is_logged_by_its_place_and_kind(register, skipping):
    (source_id,) = [file.source_id for file in skipping.files]

    assert events(register, "column_skipped") == [
        {"source": source_id, "sheet": 1, "column": 3, "holds": "bank_account", "remembered": False}
    ]


def test_the_next_list_of_its_kind_is_skipped_without_a_question(
    register, skipping, bring_in, tmp_path, write_csv
):
    path = write_csv(tmp_path / "next.csv", [HEAD, ["Zoé Roux", "z@roux.example", IBAN, ""]])
    (seen,) = preview_paths(register, [path], ImportOptions()).files
    bring_in(register, path)

    assert not seen.has_question
    assert stored(register)[2][0] == "Zoé Roux\x1fz@roux.example"
    assert events(register, "column_skipped")[1]["remembered"] is True


def confirm_camille(register, today, right=Right.ERASURE):
    asked = make_criteria({"email": CAMILLE[1]})
    day = today
    ref = new_request(register, [right], asked, day, Channel.EMAIL_GENERAL, day).request.ref
    find_person(register, ref, day)
    judge_hits(register, ref, confirm_strong=True, today=day)
    return ref


@pytest.mark.parametrize(("iban", "undeclared"), [("", None), (IBAN, "bank_account")])
def test_only_a_column_that_holds_something_is_stored_as_undeclared(
    register, tmp_path, write_csv, bring_in, iban, undeclared
):
    rows = [["E-mail", "IBAN"], [CAMILLE[1], ""], [PAUL[1], iban]]

    report = bring_in(register, write_csv(tmp_path / "crm.csv", rows))

    assert columns_of(report)[1].undeclared == undeclared


def test_a_column_left_out_is_still_said_to_hold_what_it_does(register, skipping):
    assert columns_of(skipping)[2].undeclared == "bank_account"


def test_a_search_names_what_was_left_out_and_when(register, skipping, crm):
    (skipped,) = search(register, make_criteria({"email": CAMILLE[1]})).skipped

    assert (skipped.source.path, skipped.sheet) == (str(crm), "crm")
    assert [(one.number, one.header, one.reason) for one in skipped.columns] == [
        (3, "Infos", "not needed")
    ]


def test_a_search_names_what_was_left_out_even_if_it_finds_nobody(register, skipping):
    assert len(search(register, make_criteria({"name": "Nobody Here"})).skipped) == 1


def test_what_an_earlier_version_left_out_is_named_no_more(
    register, skipping, crm, write_csv, bring_in
):
    write_csv(crm, [["Nom", "E-mail"], CAMILLE[:2], PAUL[:2]])
    bring_in(register, crm, replaces=True)

    assert search(register, make_criteria({"email": CAMILLE[1]})).skipped == ()


def test_a_title_that_reads_like_our_mark_is_no_column_left_out(
    register, tmp_path, write_csv, bring_in
):
    bring_in(register, write_csv(tmp_path / "x.csv", [["E-mail", '"skipped": true'], CAMILLE[1:3]]))

    assert search(register, make_criteria({"email": CAMILLE[1]})).skipped == ()


def test_the_checklist_names_what_was_left_out_on_top_at_each_place(
    register, skipping, crm, today, bring_in
):
    copy = crm.with_name("copy.csv")
    copy.write_bytes(crm.read_bytes())
    bring_in(register, copy)
    words = speak("en")

    checklist = make_checklist(register, confirm_camille(register, today), today, words)

    assert checklist.unread == ()
    assert [(one.file, unread_reason(words, one)) for one in checklist.not_searched] == [
        (name, f"Left out at the import on {words.date(datetime.now().astimezone().date())}: "
               "column C “Infos” (bank account).")
        for name in ("crm.csv", "copy.csv")
    ]  # fmt: skip


def test_the_bundle_says_that_the_column_was_left_out(register, skipping, today, tmp_path):
    source_id = skipping.files[0].source_id
    set_activity(register, source_id, "PA3")
    set_origins(register, {column_place(register, source_id, 4): Origin.INTERNAL})
    ref = confirm_camille(register, today, Right.PORTABILITY)

    bundle = build_portability(register, ref, tmp_path / "out", today, speak("en"))

    left_out = [one for one in bundle.excluded if one.reason is ExclusionReason.NOT_STORED]
    assert [(one.file, one.column, one.header, one.values) for one in left_out] == [
        ("crm.csv", 3, "Infos", 0)
    ]


def test_the_checklist_sends_somebody_to_the_skipped_cell(register, skipping, today):
    checklist = make_checklist(register, confirm_camille(register, today), today, speak("en"))

    assert [(line.cell, line.not_stored) for line in checklist.lines] == [
        ("A2", False), ("B2", False), ("C2", True), ("D2", False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("left", "status"),
    [
        ([HEAD, ["", "", "", ""], PAUL], "clean"),
        ([HEAD, PAUL], "clean"),
        ([HEAD, ["", "", IBAN, ""], PAUL], "still_there"),
        ([HEAD, ["", "", CAMILLE[1], ""], PAUL], "still_there"),
        ([HEAD, PAUL, ["", "", CAMILLE[1], ""]], "still_there"),
        ([HEAD, CAMILLE, PAUL], "still_there"),
    ],
    ids=["emptied", "deleted", "number left", "address left", "address elsewhere", "untouched"],
)
def test_a_rescan_looks_into_skipped_columns_too(
    register, skipping, crm, today, write_csv, left, status
):
    ref = confirm_camille(register, today)
    write_csv(crm, left)

    assert [source.status for source in rescan(register, ref).sources] == [status]


def test_a_column_kept_with_a_reason_has_it_in_the_register(register, bring_in, chosen, crm):
    bring_in(register, crm, mappings=(chosen(crm, c3=ColumnChoice(None, reason="refunds")),))

    (view,) = view_sources(register)
    third = view.sheets[0].columns[2]
    assert (third.undeclared, third.reason, third.awaits_choice) == (
        "bank_account",
        "refunds",
        False,
    )
    assert IBAN in stored(register)[0][0]


# --- encodings


def test_an_encoding_that_was_named_is_used_by_the_rescan_too(register, bring_in, today, tmp_path):
    path = tmp_path / "crm.csv"
    text = "Nom;E-mail\r\nNuńez Éloďse;eloise@acme.example\r\nBréhat José;b@x.example\r\n"
    path.write_bytes(text.encode("cp1250"))
    bring_in(register, path, encodings={path: "cp1250"})
    assert "Nuńez" in stored(register)[0][0]
    asked = make_criteria({"name": "Nuńez Éloďse", "email": "eloise@acme.example"})
    ref = new_request(register, [Right.ERASURE], asked, today, Channel.POST, today).request.ref
    find_person(register, ref, today)
    judge_hits(register, ref, confirm_strong=True, today=today)

    path.write_bytes(text.replace("eloise@acme.example", "").encode("cp1250"))
    (source,) = rescan(register, ref).sources
    assert source.status == "still_there"
    assert source.left[0].what == ("name",)


# --- files and forgetting


def test_remembered_mappings_go_to_a_file_and_come_back(register, bring_in, chosen, crm, tmp_path):
    mapping = chosen(crm, c3=SKIP)
    bring_in(register, crm, mappings=(mapping,))

    assert export_mappings(register, tmp_path / "team.json") == 1
    (back,) = read_mapping_file(tmp_path / "team.json")
    assert (back.fingerprint, back.columns) == (mapping.fingerprint, mapping.columns)
    assert back.titles == tuple(HEAD)


def test_the_mapping_of_one_list_is_saved_and_serves_the_next(
    register, bring_in, chosen, crm, tmp_path, write_csv
):
    save_mappings(register, [chosen(crm, c3=SKIP)], tmp_path / "crm-columns.json")
    later = write_csv(tmp_path / "later.csv", [HEAD, PAUL])

    report = bring_in(register, later, mappings=read_mapping_file(tmp_path / "crm-columns.json"))

    assert report.files[0].sheets[0].columns[2].is_skipped
    assert report.unused_mappings == ()


def test_an_earlier_file_of_mappings_gives_way(register, chosen, crm, tmp_path):
    target = tmp_path / "crm-columns.json"
    save_mappings(register, [chosen(crm)], target)

    save_mappings(register, [chosen(crm, c3=SKIP)], target)

    assert read_mapping_file(target)[0].columns[3] == SKIP


def test_a_list_is_never_overwritten_by_what_its_columns_mean(register, chosen, crm):
    before = crm.read_bytes()

    with pytest.raises(
        InvalidInputError, match=r"crm\.csv is there already and is no mapping file"
    ):
        save_mappings(register, [chosen(crm)], crm)

    assert crm.read_bytes() == before


def test_a_folder_that_cannot_be_written_is_named(register, chosen, crm):
    with pytest.raises(OutputFileError, match=r"columns\.json could not be written"):
        save_mappings(register, [chosen(crm)], crm / "columns.json")


def test_the_open_register_is_neither_read_nor_overwritten(register, chosen, crm):
    before = register.path.read_bytes()

    with pytest.raises(InvalidInputError, match="belongs to the open register"):
        read_mapping_file(register.path, register)
    with pytest.raises(InvalidInputError, match="is no mapping file"):
        save_mappings(register, [chosen(crm)], register.path)

    assert register.path.read_bytes() == before
    assert verify(register).sound


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b'{"version": 1'])
def test_a_file_that_holds_no_mappings_is_named(tmp_path, content):
    (tmp_path / "team.json").write_bytes(content)

    with pytest.raises(InvalidInputError, match=r"team\.json"):
        read_mapping_file(tmp_path / "team.json")


def test_a_mapping_forgotten_is_asked_again(register, skipping, tmp_path, write_csv):
    (known,) = list_mappings(register)
    forget_mapping(register, known.id)
    path = write_csv(tmp_path / "next.csv", [HEAD, ["Zoé Roux", "z@roux.example", IBAN, ""]])

    (seen,) = preview_paths(register, [path], ImportOptions()).files
    assert [str(one) for one in seen.questions] == ["undeclared_column"]
    assert events(register, "mapping_forgotten") == [{"mapping": known.id}]
    with pytest.raises(NotFoundError, match=r"There is no mapping 7\."):
        forget_mapping(register, 7)


# --- a delivery


def test_twelve_files_of_one_colleague_are_one_delivery(register, bring_in, tmp_path, write_csv):
    for n in range(12):
        write_csv(
            tmp_path / f"visites-{n:02}.csv", [HEAD[:2], [f"Ana Lang{n}", f"a{n}@lang.example"]]
        )

    bring_in(register, tmp_path, supplied_by="Hugo Perrin", policy_version="3", retention="R1")

    views = view_sources(register)
    assert len(views) == 12
    assert {(one.source.delivery_id, one.supplied_by) for one in views} == {(1, "Hugo Perrin")}
    assert {(one.source.policy_version, one.source.retention) for one in views} == {("3", "R1")}


@pytest.mark.parametrize("detail", ["channel", "supplied_by", "policy_version", "retention"])
@pytest.mark.parametrize("text", [" ", "x" * 201])
def test_a_detail_of_an_import_is_a_few_words(register, bring_in, crm, detail, text):
    with pytest.raises(InvalidInputError, match=f"{detail} is empty or has more than 200"):
        bring_in(register, crm, **{detail: text})
