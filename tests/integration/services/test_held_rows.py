"""The DPO's decision on rows that an import held back: not stored, or stored as another person's."""

from datetime import date

import pytest
from openpyxl import load_workbook

from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.errors import (
    CancelledError,
    InvalidInputError,
    NotAllowedError,
    NotFoundError,
)
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.held_row import HeldDecision
from dsr_desktop.domain.suppression import SuppressionReason, SuppressionScope
from dsr_desktop.services.held_rows import decide_held_row, list_held_rows, open_held_rows
from dsr_desktop.services.searching import search
from dsr_desktop.services.source_views import view_sources
from dsr_desktop.services.suppressing import TypedKeys, add_to_list, remove_from_list
from dsr_desktop.services.verifying import verify
from dsr_desktop.store.events import events
from dsr_desktop.store.suppression import blocked_rows
from dsr_desktop.wording.errors import word_error
from dsr_desktop.wording.language import speak

pytestmark = pytest.mark.usefixtures("nothing_left_running")

DAY = date(2026, 11, 16)
SAME, OTHER = HeldDecision
HEADER = ["Nom", "Prénom", "E-mail", "Téléphone", "Note"]
ANNE = ["Roux", "Anne", "famille@roux.example", "03 87 11 22 33", "appeler tôt"]
ZOE = ["Petit", "Zoé", "zoe@bar.example", "06 55 66 77 88", ""]


@pytest.fixture
def listed(register):
    """A family mailbox is on the list: somebody of the family had his data erased."""
    return put(register, emails=("famille@roux.example",))


def put(register, scope=SuppressionScope.ALL, **typed):
    (one,) = add_to_list(register, TypedKeys(**typed), scope, SuppressionReason.ERASURE, DAY)
    return one.entry


@pytest.fixture
def crm(tmp_path, write_csv):
    return write_csv(tmp_path / "crm.csv", [HEADER, ZOE, ANNE])


@pytest.fixture
def held(register, listed, bring_in, crm):
    """Row 3 of crm.csv, held back."""
    bring_in(register, crm)
    (row,) = open_held_rows(register)
    return row


def decide(register, held, decision=OTHER, reason="another given name", **more):
    return decide_held_row(register, held.id, decision, reason, DAY, **more)


def rows(register):
    query = "SELECT n, hidden, cells, typed, notes FROM row ORDER BY n, cells"
    return register.database.connection.execute(query).fetchall()


def keys(register):
    query = "SELECT kind, key, n, col FROM ident JOIN row ON row.id = row ORDER BY kind, key, n"
    return register.database.connection.execute(query).fetchall()


def refusal(register, held, **more):
    with pytest.raises(NotAllowedError) as refused:
        decide(register, held, **more)
    assert open_held_rows(register) == (held,)
    assert len(rows(register)) == 1
    assert verify(register).sound
    return word_error(speak("en"), refused.value)


# --- the same person


def test_the_row_of_the_same_person_is_not_stored(register, held):
    decided = decide(register, held, SAME, " same birth date ")

    assert (decided.decision, decided.reason, decided.decided_on) == (SAME, "same birth date", DAY)
    assert decided.decided_by == "Nora Vidal"
    assert open_held_rows(register) == ()
    assert list_held_rows(register) == (decided,)
    assert search(register, make_criteria({"name": "Roux"})).total == 0


def test_the_log_names_the_position_and_no_value(register, held):
    decide(register, held, SAME, "Anne is the daughter of Jean")

    event = list(events(register.database))[-1]
    assert event.kind == "held_row_decided"
    assert event.payload == {
        "held": held.id, "source": held.source_id, "row": 3, "entry": held.entry_id,
        "decision": "same_person",
    }  # fmt: skip


# --- another person


def test_the_row_of_another_person_is_stored_as_the_import_would_have(
    register, held, bring_in, copy_register, tmp_path, crm
):
    decide(register, held)
    plain = copy_register(tmp_path / "plain.dsr")
    bring_in(plain, crm)

    assert rows(register) == rows(plain)
    assert keys(register) == keys(plain)
    for asked in ({"email": ANNE[2]}, {"phone": ANNE[3]}, {"name": "Anne Roux"}, {"text": "tôt"}):
        (hit,) = search(register, make_criteria(asked)).hits
        assert (hit.place.row.n, list(hit.place.row.cells)) == (3, ANNE)
        assert hit.place.sheet.columns[0].field is Field.FAMILY_NAME
    plain.close()


def test_afterwards_the_figures_hold_and_nothing_is_open(register, held):
    decided = decide(register, held)

    assert (decided.decision, decided.reason) == (OTHER, "another given name")
    assert search(register, make_criteria({"name": "Roux"})).held == 0
    assert search(register, make_criteria({"name": "Roux"})).rows == 2
    assert verify(register).sound


def test_comments_and_hidden_rows_come_back_too(register, listed, bring_in, write_xlsx, tmp_path):
    from openpyxl.comments import Comment  # noqa: PLC0415 - only here

    path = write_xlsx(
        tmp_path / "x.xlsx", {"Autre": [["Nom"], ["x"]], "Clients": [HEADER, ZOE, ANNE]}
    )
    book = load_workbook(path)
    book["Clients"].row_dimensions[3].hidden = True
    book["Clients"]["B3"].comment = Comment("fille de Paul", "x")
    book.save(path)
    bring_in(register, path)
    (held,) = open_held_rows(register)
    decide(register, held)

    (hit,) = search(register, make_criteria({"text": "fille de Paul"})).hits
    assert (hit.place.sheet.name, hit.place.row.n, hit.place.row.hidden) == ("Clients", 3, True)
    assert verify(register).sound


def test_a_key_listed_for_marketing_still_marks_the_row(register, held):
    marketing = put(register, SuppressionScope.MARKETING, phones=(ANNE[3],))
    decide(register, held)

    (hit,) = search(register, make_criteria({"phone": ANNE[3]})).hits
    assert blocked_rows(register.database, marketing.id) == (hit.place.row.id,)


def test_a_row_of_a_sheet_that_was_held_whole_gets_its_sheet_back(
    register, listed, bring_in, write_csv, tmp_path
):
    bring_in(register, write_csv(tmp_path / "brut.csv", [ANNE, ANNE]))
    first, second = open_held_rows(register)
    decide(register, second)
    decide(register, first)

    hits = search(register, make_criteria({"email": ANNE[2]})).hits
    assert sorted(hit.place.row.n for hit in hits) == [1, 2]
    assert {hit.place.sheet.id for hit in hits} == {hits[0].place.sheet.id}
    assert verify(register).sound


def test_it_can_be_stored_after_its_entry_left_the_list(register, listed, held):
    remove_from_list(register, listed.id, "a mistake", DAY)
    decide(register, held)

    assert search(register, make_criteria({"email": ANNE[2]})).total == 1


def test_a_row_of_a_protected_file_is_read_with_its_password(
    register, listed, bring_in, write_xlsx, tmp_path
):
    from msoffcrypto.format.ooxml import OOXMLFile  # noqa: PLC0415 - only here

    plain = write_xlsx(tmp_path / "plain.xlsx", {"x": [HEADER, ZOE, ANNE]})
    path = tmp_path / "x.xlsx"
    with plain.open("rb") as source, path.open("wb") as target:
        OOXMLFile(source).encrypt("sesame", target)
    bring_in(register, path, passwords=("sesame",))
    (held,) = open_held_rows(register)

    assert "protected by a password" in refusal(register, held)
    decide(register, held, passwords=("sesame",))
    assert search(register, make_criteria({"email": ANNE[2]})).total == 1


def test_a_row_that_two_readers_met_is_stored_once(register, listed, bring_in, tmp_path):
    """Broken JSON is begun as JSON and read as text: only what the last reader found counts."""
    path = tmp_path / "cut.json"
    whole = [f'{{"nom": "Personne {n}", "ville": "Metz"}}' for n in range(5_000)]
    path.write_text(
        "\n".join([*whole, f'{{"mail": "{ANNE[2]}"}}', '{"nom": "Ku']), encoding="utf-8"
    )
    (file,) = bring_in(register, path).files
    (held,) = open_held_rows(register)
    decide(register, held)

    (hit,) = search(register, make_criteria({"email": ANNE[2]})).hits
    assert (hit.place.row.n, file.held) == (held.row, 1)
    assert verify(register).sound


# --- what cannot be


def test_a_file_that_changed_is_not_read(register, held, crm):
    crm.write_bytes(crm.read_bytes().replace(b"Anne", b"Jean"))

    assert refusal(register, held) == (
        "crm.csv is not the file that was imported any more. Import it again."
    )


def test_a_file_that_is_gone_is_named(register, held, crm):
    crm.unlink()

    assert refusal(register, held).startswith("crm.csv is not where it was imported from.")


def test_a_folder_in_the_place_of_the_file_is_no_crash(register, held, crm):
    crm.unlink()
    crm.mkdir()

    assert refusal(register, held).startswith("crm.csv cannot be read again:")


def test_a_stop_leaves_everything_as_it_was(register, held):
    def stop(_done, _total, _what):
        raise CancelledError("stop")

    with pytest.raises(CancelledError):
        decide(register, held, progress=stop)
    assert open_held_rows(register) == (held,)
    assert len(rows(register)) == 1


def test_a_decision_is_taken_once(register, held):
    decide(register, held, SAME)

    with pytest.raises(NotAllowedError, match="was decided before"):
        decide(register, held, OTHER)
    assert len(rows(register)) == 1


@pytest.mark.parametrize("decision", [SAME, OTHER])
def test_a_decision_needs_a_reason(register, held, decision):
    with pytest.raises(InvalidInputError):
        decide(register, held, decision, "  ")
    assert open_held_rows(register) == (held,)


def test_an_unknown_row_is_named(register):
    with pytest.raises(NotFoundError, match="no held row 7"):
        decide_held_row(register, 7, SAME, "x", DAY)


def test_each_file_is_shown_with_its_own_held_rows(
    register, listed, bring_in, crm, tmp_path, write_csv
):
    fair = write_csv(tmp_path / "fair.csv", [HEADER, ANNE])
    calm = write_csv(tmp_path / "calm.csv", [HEADER, ZOE])
    bring_in(register, crm, fair, calm)

    shown = {view.source.name: [row.row for row in view.held] for view in view_sources(register)}
    assert shown == {"crm.csv": [3], "fair.csv": [2], "calm.csv": []}
