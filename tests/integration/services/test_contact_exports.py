"""Contacts that leave the register: who goes, who stays, and what is recorded of it."""

import json
from datetime import date

import openpyxl
import pytest

from dsr_desktop.domain.consent import Consent
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.disclosure import AgainstPolicy, LeftOut
from dsr_desktop.domain.errors import (
    CancelledError,
    InvalidInputError,
    NotFoundError,
)
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.outgoing import ListUse, Why
from dsr_desktop.domain.recipient import Recipient, RecipientRole
from dsr_desktop.domain.source import SourceKind
from dsr_desktop.domain.suppression import SuppressionReason, SuppressionScope
from dsr_desktop.services.consents import record_consent
from dsr_desktop.services.contact_exports import (
    ContactChoice,
    ExportFormat,
    count_contacts,
    export_contacts,
)
from dsr_desktop.services.disclosures import list_disclosures
from dsr_desktop.services.recipients import add_recipient
from dsr_desktop.services.suppressing import TypedKeys, add_to_list
from dsr_desktop.store.events import events
from dsr_desktop.wording.language import speak
from dsr_desktop.writers.csv_text import read_csv

MARKETING, ALL = SuppressionScope
EVERYBODY = ContactChoice()
ENGLISH = speak("en")
ROWS = [
    ["Nom", "Prénom", "E-mail", "Tél", "Fin de traitement"],
    ["Roux", "Jean", "jean@foo.example", "06 11 22 33 44", ""],
    ["Petit", "Zoé", "zoe@bar.example", "+32 6 11 22 33 44", "2026-06-30"],
    ["Blanc", "Ida", "ida@bar.example", "+33612345678", "2024-02-29"],
    ["=1+1", "Łukasz", "luk@bar.example", "", ""],
]


@pytest.fixture
def mailer(register, today):
    return add_recipient(register, Recipient("Routeur SAS", RecipientRole.PROCESSOR, "FR"), today)


@pytest.fixture
def use(mailer):
    return ListUse(mailer.id, "Invitation au salon")


@pytest.fixture
def salon(register, bring_in, write_csv, tmp_path):
    (file,) = bring_in(register, write_csv(tmp_path / "salon.csv", ROWS)).files
    return file


@pytest.fixture
def counted(register, today, use):
    def count(choice=EVERYBODY, **more):
        return count_contacts(
            register, choice, ListUse(use.recipient_id, **{"purpose": use.purpose, **more}), today
        )

    return count


@pytest.fixture
def export(register, today, use, tmp_path):
    def write(kind=ExportFormat.JSON, choice=EVERYBODY, tr=ENGLISH, **more):
        folder = tmp_path / "out"
        return export_contacts(register, choice, use, kind, folder, today, tr, **more)

    return write


def put(register, today, scope, reason, **keys):
    add_to_list(register, TypedKeys(**keys), scope, reason, today)


def names(made):
    return [one["family_name"] for one in json.loads(made.path.read_text("utf-8"))]


def test_r_dis_1_who_opposed_was_erased_or_is_past_the_time_stays_behind(
    register, today, salon, export
):
    put(register, today, MARKETING, SuppressionReason.OBJECTION, emails=("jean@foo.example",))
    put(register, today, ALL, SuppressionReason.ERASURE, emails=("zoe@bar.example",))

    made = export()

    assert names(made) == ["=1+1"]
    assert made.counted.left == {Why.ERASED: 1, Why.OPPOSED: 1, Why.EXPIRED: 1}
    (told,) = list_disclosures(register)
    assert told.disclosure.left_out == LeftOut(opposed=1, erased=1, expired=1)
    assert (told.disclosure.persons, told.recipient.name) == (1, "Routeur SAS")
    assert "email" in told.disclosure.fields


def test_a_row_kept_from_marketing_by_its_predecessor_stays_behind(register, today, salon, counted):
    put(register, today, MARKETING, SuppressionReason.OBJECTION, phones=("06 11 22 33 44",))

    assert counted().left == {Why.OPPOSED: 1, Why.EXPIRED: 1}
    assert counted().doubtful == 1


def test_the_export_is_logged_without_a_word_of_anybody(register, salon, export):
    made = export()

    kinds = [one.kind for one in events(register.database)][-2:]
    assert kinds == ["disclosed", "contacts_exported"]
    assert list(events(register.database))[-1].payload == {
        "disclosure": 1, "format": "json", "rows": 3, "sha256": made.sha256,
    }  # fmt: skip


def test_a_workbook_holds_texts_alone(salon, export):
    made = export(ExportFormat.XLSX)

    sheet = openpyxl.load_workbook(made.path).active
    cells = [[cell.value for cell in row] for row in sheet.rows]
    assert cells[0][:2] == ["Given name", "Family name"]
    assert cells[3][:2] == ["Łukasz", "=1+1"]
    assert {cell.data_type for row in sheet.rows for cell in row if cell.value} == {"s"}
    assert sheet.auto_filter.ref == "A1:E4"
    assert made.path.stat().st_mode & 0o777 == 0o600


def test_what_begins_like_a_formula_is_made_safe(salon, export):
    content = export(ExportFormat.CSV).path.read_bytes()

    assert b'"\'=1+1"' in content
    assert b'"+33612345678"' not in content  # Ida is past the time
    assert read_csv(content)[3][:2] == ["Łukasz", "=1+1"]


def test_nothing_beyond_the_usual_goes_unasked(register, bring_in, write_csv, tmp_path, export):
    rows = [["E-mail", "Remarque", "Né le"], ["ann@foo.example", "fâchée", "1990-02-03"]]
    bring_in(register, write_csv(tmp_path / "crm.csv", rows))

    (usual,) = json.loads(export().path.read_text("utf-8"))
    (asked,) = json.loads(
        export(choice=ContactChoice(fields=(Field.BIRTH_DATE,))).path.read_text("utf-8")
    )

    assert usual == {"email": "ann@foo.example"}
    assert asked == {"birth_date": "1990-02-03"}


def test_the_same_contact_in_two_lists_goes_once(register, bring_in, write_csv, tmp_path, counted):
    bring_in(register, write_csv(tmp_path / "a.csv", [["E-mail"], ["ann@foo.example"]]))
    bring_in(register, write_csv(tmp_path / "b.csv", [["E-mail", "X"], ["ann@foo.example", "1"]]))

    assert (counted().kept, counted().twice, counted().lists) == (1, 1, 2)


def test_working_copies_never_leave(register, bring_in, write_csv, tmp_path, counted):
    bring_in(
        register, write_csv(tmp_path / "copy.csv", [["E-mail"], ["ann@foo.example"]]),
        kind=SourceKind.COPY,
    )  # fmt: skip

    with pytest.raises(InvalidInputError, match="Working copies"):
        counted()


def test_r_cns_1_who_withdrew_stays_and_who_said_nothing_goes(register, today, salon, counted):
    gone = Consent("newsletter", is_withdrawn=True, proof="mail")
    record_consent(register, gone, TypedKeys(emails=("jean@foo.example",)), today)

    assert counted(purpose="Newsletter de mai").left == {Why.EXPIRED: 1, Why.NO_CONSENT: 1}
    assert counted(purpose="Facture").left == {Why.EXPIRED: 1}


def test_r_cns_1_where_consent_is_needed_only_those_who_gave_it_go(register, today, salon, counted):
    given = Consent("newsletter", is_given=True, given_on=date(2026, 1, 2), proof="form")
    record_consent(register, given, TypedKeys(phones=("06 11 22 33 44",)), today)
    record_consent(register, given, TypedKeys(emails=("zoe@bar.example",)), today)

    told = counted(purpose="Newsletter", needs_consent=True)

    assert (told.kept, told.consent_needed) == (1, True)


def test_a_search_and_single_imports_choose_contacts(register, salon, counted):
    assert counted(ContactChoice(criteria=Criteria(email=("zoe@bar.example",)))).kept == 1
    assert counted(ContactChoice(sources=(1,))).kept == 3
    with pytest.raises(NotFoundError):
        counted(ContactChoice(sources=(7,)))
    with pytest.raises(InvalidInputError, match="no activity"):
        counted(ContactChoice(activity="PA99"))


def test_a_purpose_against_the_policy_warns(salon, counted):
    assert counted(purpose="Location du fichier").warning is AgainstPolicy.RENT


def test_without_anybody_left_nothing_is_written(register, today, salon, export, tmp_path):
    put(register, today, ALL, SuppressionReason.ERASURE, emails=("luk@bar.example",))

    with pytest.raises(InvalidInputError, match="nothing was written"):
        export(choice=ContactChoice(criteria=Criteria(email=("luk@bar.example",))))

    assert not list((tmp_path / "out").iterdir())
    assert list_disclosures(register) == ()


def test_a_cancelled_export_leaves_nothing(register, salon, export, tmp_path):
    def stop(_done, _total, _what):
        raise CancelledError("Stopped.")

    with pytest.raises(CancelledError):
        export(progress=stop)

    assert not list((tmp_path / "out").iterdir())
    assert list_disclosures(register) == ()


def test_counting_writes_nothing(register, salon, counted):
    before = len(list(events(register.database)))

    counted()

    assert len(list(events(register.database))) == before
