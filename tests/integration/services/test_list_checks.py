"""A list that is about to be used: who is left out, what comes back, and what is recorded of it."""

from datetime import date

import openpyxl
import pytest

from dsr_desktop.domain.consent import Consent
from dsr_desktop.domain.disclosure import AgainstPolicy
from dsr_desktop.domain.errors import CancelledError, InvalidInputError, NotFoundError
from dsr_desktop.domain.outgoing import ListUse, Why
from dsr_desktop.domain.recipient import Recipient, RecipientRole
from dsr_desktop.domain.suppression import SuppressionReason, SuppressionScope
from dsr_desktop.services.consents import record_consent
from dsr_desktop.services.disclosures import list_disclosures
from dsr_desktop.services.list_checks import check_list, give_back_list
from dsr_desktop.services.recipients import add_recipient
from dsr_desktop.services.suppressing import TypedKeys, add_to_list
from dsr_desktop.store.events import events
from dsr_desktop.store.sources import read_sources
from dsr_desktop.wording.language import speak
from tests.integration.writers.pdf_reading import Pdf

MARKETING, ALL = SuppressionScope
ENGLISH = speak("en")
ANN = 'Vidal;Ann;"ann@foo.example";"12, rue ""X""";75001\r\n'
TITLES = "\ufeffNom;Prénom;E-mail;Adresse;CP\r\n"
BOB = "Roux;Bob;bob@foo.example;;75002\r\n"
EVE = "=1+1;Ève;eve@foo.example;;\r\n"


@pytest.fixture
def use(register, today):
    mailer = add_recipient(register, Recipient("Routeur", RecipientRole.PROCESSOR, "FR"), today)
    return ListUse(mailer.id, "Invitation au salon")


@pytest.fixture
def mailing(tmp_path):
    path = tmp_path / "mailing.csv"
    path.write_bytes((TITLES + ANN + BOB + EVE).encode())
    return path


@pytest.fixture
def check(register, today, use):
    def checked(path, purpose="Invitation", needs_consent=None):
        return check_list(
            register, path, ListUse(use.recipient_id, purpose, needs_consent), today
        )  # fmt: skip

    return checked


@pytest.fixture
def give_back(register, today, use, tmp_path):
    def given(path, tr=ENGLISH, use=use, **more):
        return give_back_list(register, path, use, tmp_path / "out", today, tr, **more)

    return given


def put(register, today, scope, reason, *emails):
    add_to_list(register, TypedKeys(emails=emails), scope, reason, today)


@pytest.fixture
def listed(register, today):
    """Bob opposed, Ann was erased."""
    put(register, today, MARKETING, SuppressionReason.OBJECTION, "bob@foo.example")
    put(register, today, ALL, SuppressionReason.ERASURE, "ann@foo.example")


@pytest.mark.usefixtures("listed")
def test_r_dis_1_a_list_comes_back_byte_for_byte_without_the_opposed_and_the_erased(
    mailing, give_back
):
    made = give_back(mailing)

    assert made.path.read_bytes() == (TITLES + EVE).encode()
    assert made.certificate.checked.counts == {Why.ERASED: 1, Why.OPPOSED: 1}
    assert made.path.name == "mailing.csv"
    assert made.path.stat().st_mode & 0o777 == 0o600


@pytest.mark.usefixtures("listed")
def test_r_dis_1_what_went_is_a_disclosure_with_its_counts_and_fields(register, mailing, give_back):
    made = give_back(mailing)

    (told,) = list_disclosures(register)
    assert told == made.disclosed
    assert (told.disclosure.persons, told.disclosure.opposed, told.disclosure.erased) == (1, 1, 1)
    assert {"email", "family_name", "postcode"} <= set(told.disclosure.fields)


@pytest.mark.usefixtures("listed")
def test_r_log_2_the_log_and_the_register_hold_nothing_of_the_list(register, mailing, give_back):
    made = give_back(mailing)

    last = list(events(register.database))[-1]
    assert last.kind == "list_checked"
    assert last.payload == {
        "disclosure": 1, "rows": 3, "left_out": 2,
        "sha256_before": made.certificate.checked.sha256,
        "sha256_after": made.certificate.sha256_after,
        "pdf_sha256": last.payload["pdf_sha256"],
    }  # fmt: skip
    assert read_sources(register.database) == ()


@pytest.mark.usefixtures("listed")
@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_other_encodings_come_back_as_they_were(tmp_path, give_back, encoding):
    path = tmp_path / "old.csv"
    path.write_bytes((TITLES[1:] + ANN + BOB + EVE * 4).encode(encoding))

    made = give_back(path)

    assert made.path.read_bytes() == (TITLES[1:] + EVE * 4).encode(encoding)


@pytest.mark.usefixtures("listed")
def test_a_workbook_keeps_its_rows_in_place_and_those_left_out_are_empty(
    tmp_path, write_xlsx, give_back
):
    rows = [["Nom", "E-mail", "Depuis"], ["Vidal", "ann@foo.example", date(2020, 1, 2)],
            ["Roy", "eve@foo.example", date(2021, 1, 2)]]  # fmt: skip
    made = give_back(write_xlsx(tmp_path / "m.xlsx", {"Salon": rows, "Autre": [["x"]]}))

    sheet = openpyxl.load_workbook(made.path)["Salon"]
    told = [[cell.value for cell in row] for row in sheet.rows]
    assert told[0] == rows[0]
    assert told[1] == [None, None, None]
    assert told[2][:2] == rows[2][:2]
    assert told[2][2].date() == rows[2][2]
    assert b"ann@foo" not in made.path.read_bytes()


def test_a_list_with_nobody_to_leave_out_comes_back_as_it_was(tmp_path, write_xlsx, give_back):
    path = write_xlsx(tmp_path / "m.xlsx", {"Salon": [["E-mail"], ["eve@foo.example"]]})

    assert give_back(path).path.read_bytes() == path.read_bytes()


@pytest.mark.usefixtures("listed")
def test_the_certificate_says_who_got_what_and_who_was_left_out(mailing, give_back):
    made = give_back(mailing)

    text = " ".join(Pdf(made.certificate_path.read_bytes()).text.split())
    for said in ("mailing.csv", "Routeur", "Invitation au salon", made.certificate.sha256_after[:20],
                 made.certificate.checked.sha256[:20], "Left out: opposed", "Rows that go 1"):  # fmt: skip
        assert said in text
    assert "foo.example" not in text


def test_same_name_and_postcode_only_warns_with_the_number_of_the_row(
    register, today, mailing, check
):
    gone = TypedKeys(name="Bob Roux", postcode="75002")
    add_to_list(register, gone, ALL, SuppressionReason.ERASURE, today)

    told = check(mailing)

    assert (told.kept, told.counts) == (3, {})
    assert [one.doubtful for one in told.sheets] == [(3,)]


def test_r_cns_1_where_consent_is_needed_who_did_not_give_it_stays(register, today, mailing, check):
    given = Consent("newsletter", is_given=True, given_on=date(2026, 1, 2), proof="form")
    record_consent(register, given, TypedKeys(emails=("eve@foo.example",)), today)

    told = check(mailing, "Newsletter", needs_consent=True)

    assert (told.kept, told.counts) == (1, {Why.NO_CONSENT: 2})


def test_rows_past_their_time_stay(tmp_path, check):
    path = tmp_path / "m.csv"
    path.write_text(
        "E-mail;Fin de traitement\na@foo.example;2024-01-31\nb@foo.example;2026-10-01\n"
    )

    assert check(path).counts == {Why.EXPIRED: 1}


def test_a_purpose_against_the_policy_stands_on_the_certificate(mailing, use, give_back):
    made = give_back(mailing, use=ListUse(use.recipient_id, "Location du fichier"))

    assert made.certificate.warning is AgainstPolicy.RENT


def test_checking_alone_writes_nothing(register, mailing, check, tmp_path):
    before = len(list(events(register.database)))

    assert check(mailing).kept == 3

    assert len(list(events(register.database))) == before
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.csv", b"", "empty"),
        ("a.xlsx", b"PK\x03\x04 cut short", "damaged|cut|read|incomplete"),
        ("a.json", b'[{"email": "ann@foo.example"}]', "Save it as CSV"),
        ("a.csv", b"x;y\n1;2\n", "recognise anybody"),
    ],
)
def test_what_cannot_be_checked_is_said_in_one_sentence(tmp_path, check, name, content, sentence):
    path = tmp_path / name
    path.write_bytes(content)

    with pytest.raises(InvalidInputError, match=sentence):
        check(path)


def test_a_missing_list_and_an_unknown_recipient_are_told(
    register, today, tmp_path, check, mailing
):
    with pytest.raises(InvalidInputError):
        check(tmp_path / "nowhere.csv")
    with pytest.raises(NotFoundError):
        check_list(register, mailing, ListUse(404, "x"), today)
    with pytest.raises(InvalidInputError):
        check(mailing, "  ")


@pytest.mark.usefixtures("listed")
def test_with_nobody_left_nothing_is_written(register, tmp_path, give_back):
    path = tmp_path / "two.csv"
    path.write_text(TITLES + ANN + BOB, newline="")

    with pytest.raises(InvalidInputError, match="nothing was written"):
        give_back(path)

    assert not (tmp_path / "out").exists()
    assert list_disclosures(register) == ()


def test_a_cancelled_check_leaves_nothing(register, mailing, give_back, tmp_path):
    def stop(_done, _total, _what):
        raise CancelledError("Stopped.")

    with pytest.raises(CancelledError):
        give_back(mailing, progress=stop)

    assert not list((tmp_path / "out").glob("*"))
    assert list_disclosures(register) == ()
