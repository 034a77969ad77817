"""The access package from the review to the archive: what is in it, and what never is."""

import hashlib
import json
from datetime import date
from html.parser import HTMLParser
from io import BytesIO

import pypdfium2
import pytest
import pyzipper

from dsr_desktop.domain.access_package import PackageForm
from dsr_desktop.domain.communication import AddressState
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError, OutputFileError
from dsr_desktop.domain.recipient import Recipient, RecipientRole
from dsr_desktop.domain.request import Channel, Decision, Right
from dsr_desktop.domain.request_retention import PurgeStep
from dsr_desktop.domain.request_steps import StepMark
from dsr_desktop.domain.review import Choice
from dsr_desktop.domain.step_list import Seen, missing_steps
from dsr_desktop.services.access_packages import HandingOver, build_access
from dsr_desktop.services.closing import close_request
from dsr_desktop.services.handling import decide, new_request
from dsr_desktop.services.importing import ImportOptions, import_paths
from dsr_desktop.services.package_reviews import (
    approve_package,
    decide_pieces,
    mask_what_is_pointed_out,
    review_package,
)
from dsr_desktop.services.recipients import add_recipient
from dsr_desktop.services.request_edits import read_notes
from dsr_desktop.services.request_facts import mark_steps
from dsr_desktop.services.request_retention import due_request_files, purge_request_files
from dsr_desktop.services.reviewing import find_person, judge_hits
from dsr_desktop.services.sourcing import remove
from dsr_desktop.store.events import events, first_broken
from dsr_desktop.store.package_reviews import read_content, read_packages
from dsr_desktop.store.requests import read_request

RECEIVED, TODAY = date(2026, 11, 2), date(2026, 11, 9)
EMAIL = "camille.dupont@acme.example"
HEADER = "Nom;Prénom;Courriel;Tél;Note;Fin de traitement\n"
CAMILLE = (
    f"Dupont;Camille;{EMAIL};06 12 34 56 78;rappeler M. Paul Martin 06 98 76 54 32;30/11/2026\n"
)
PAUL = ("Paul Martin", "06 98 76 54 32")
ENCRYPTED = HandingOver(PackageForm.ZIP, AddressState.ON_FILE)
PDF = HandingOver(PackageForm.PDF, AddressState.ON_FILE)
PAPER = HandingOver(PackageForm.PAPER, AddressState.VERIFIED)


@pytest.fixture
def register(copy_register, tmp_path):
    with_one = copy_register(tmp_path / "register.dsr")
    yield with_one
    with_one.close()


@pytest.fixture
def out(tmp_path):
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


@pytest.fixture
def import_list(register, tmp_path):
    def import_(name, text):
        (tmp_path / name).write_text(text, encoding="utf-8")
        options = ImportOptions(activity="PA1", channel="web form", collected_on=date(2026, 1, 15))
        import_paths(register, [tmp_path / name], options, RECEIVED)

    return import_


@pytest.fixture
def ask(register, import_list):
    """Record a request, find the person and confirm the strong hits."""

    def ask_(text=HEADER + CAMILLE, criteria=None, language="fr", right=Right.ACCESS):
        import_list("crm.csv", text)
        criteria = criteria or Criteria(name=("Camille Dupont",), email=(EMAIL,))
        ref = new_request(
            register, [right], criteria, RECEIVED, Channel.WEB_FORM, TODAY, language=language
        ).request.ref
        find_person(register, ref, TODAY)
        judge_hits(register, ref, confirm_strong=True, today=TODAY)
        return ref

    return ask_


@pytest.fixture
def approved(register, ask):
    ref = ask()
    mask_what_is_pointed_out(register, ref, TODAY)
    approve_package(register, ref, TODAY)
    return ref


def unpacked(made):
    with pyzipper.AESZipFile(made.path) as archive:
        archive.setpassword(made.passphrase.encode())
        return {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}


def words_of(pdf, password=None):
    document = pypdfium2.PdfDocument(BytesIO(pdf), password=password)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


class Page(HTMLParser):
    """Knows which elements are open, and every attribute that leads somewhere."""

    VOID = frozenset({"meta", "br", "link", "img"})

    def __init__(self):
        super().__init__()
        self.open, self.seen, self.links = [], set(), []

    def handle_starttag(self, tag, attrs):
        self.seen.add(tag)
        self.links += [value for name, value in attrs if name in {"href", "src"}]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_the_package_holds_the_data_the_reasons_and_no_masked_word(register, approved, out):
    made = build_access(register, approved, out, TODAY, ENCRYPTED)
    files = unpacked(made)

    assert set(files) == {"index.html", "reply.pdf", "data.json", "manifest-sha256.txt"}
    assert [path.name for path in sorted(out.iterdir())] == [
        f"{approved}_access_20261109.zip", f"{approved}_how_to_open.pdf",
    ]  # fmt: skip
    told = files["index.html"].decode() + files["data.json"].decode() + words_of(files["reply.pdf"])
    for value in PAUL:
        assert value not in told
        assert all(value.encode() not in content for content in files.values())
        assert value.encode() not in made.path.read_bytes()
    assert told.count("[masqué : tiers]") >= 3
    assert {EMAIL, "06 12 34 56 78"} <= {
        one["value"] for one in json.loads(files["data.json"])["data"]
    }


def test_r_acc_2_what_was_there_when_it_was_asked_for_is_not_taken_away(register, ask):
    ref = ask()
    before = [one.item.text for one in review_package(register, ref, TODAY).items]

    with pytest.raises(NotAllowedError):
        remove(register, 1)

    assert [one.item.text for one in review_package(register, ref, TODAY).items] == before
    assert EMAIL in before


def test_r_acc_3_the_copy_is_of_the_data_and_holds_no_document(register, approved, out, tmp_path):
    files = unpacked(build_access(register, approved, out, TODAY, ENCRYPTED))

    document = (tmp_path / "crm.csv").read_bytes()
    assert not any(name.endswith((".csv", ".xlsx", ".eml")) for name in files)
    assert all(document not in content for content in files.values())
    held = [one["value"] for one in json.loads(files["data.json"])["data"]]
    assert EMAIL in held


def test_the_page_is_well_formed_and_needs_neither_script_nor_network(register, approved, out):
    page = Page()
    page.feed(
        unpacked(build_access(register, approved, out, TODAY, ENCRYPTED))["index.html"].decode()
    )

    assert page.open == []
    assert "script" not in page.seen
    assert all(link.startswith("#") or link in {"reply.pdf", "data.json", "manifest-sha256.txt"}
               for link in page.links)  # fmt: skip


def test_r_acc_1_the_information_is_this_persons_with_named_recipients_and_a_date(
    register, approved, out
):
    mailer = Recipient("Mailer Inc", RecipientRole.PROCESSOR, "US", activities=("PA1",))
    add_recipient(register, mailer, TODAY)

    made = build_access(register, approved, out, TODAY, ENCRYPTED)
    sections = json.loads(unpacked(made)["data.json"])["sections"]
    block = next(one["rows"] for one in sections if one["headings"][1:2] == ["Art. 15"])

    assert [row[1] for row in block if row[1]] == [
        "(1)(a)", "(1)(b)", "(1)(c)", "(1)(d)", "(1)(e)", "(1)(f)", "(1)(g)", "(1)(h)", "(2)",
    ]  # fmt: skip
    told = "\n".join(" ".join(row) for row in block)
    assert "Mailer Inc" in told
    assert "au plus tard le 30 novembre 2027" in told


def test_names_of_any_script_are_in_the_print(register, ask, out):
    text = "Nom;Courriel\n" + f"Łukasz Ștefan Ελένη;{EMAIL}\n"
    ref = ask(text, Criteria(email=(EMAIL,)))
    approve_package(register, ref, TODAY)

    made = build_access(register, ref, out, TODAY, PAPER)
    told = words_of(made.path.read_bytes())

    assert all(name in told for name in ("Łukasz", "Ελένη", "Ștefan"))
    assert made.dispatch in told


def test_a_long_text_is_printed_whole(register, ask, out):
    note = " ".join(f"mot{n}" for n in range(900))
    ref = ask(HEADER + f"Dupont;Camille;{EMAIL};;{note};\n")
    approve_package(register, ref, TODAY)

    told = words_of(build_access(register, ref, out, TODAY, PAPER).path.read_bytes())

    assert "mot899" in told
    assert "…" not in told


def test_r_hnd_1_the_archive_is_aes_256_and_opens_with_nothing_but_its_passphrase(
    register, approved, out
):
    made = build_access(register, approved, out, TODAY, ENCRYPTED)

    with pyzipper.AESZipFile(made.path) as archive:
        assert {(one.wz_aes_version, one.wz_aes_strength) for one in archive.infolist()} == {(2, 3)}
        archive.setpassword(b"wrong")
        with pytest.raises(RuntimeError):
            archive.read(archive.namelist()[0])


def test_the_whole_answer_leaves_as_one_encrypted_pdf_with_its_sheet(register, approved, out):
    made = build_access(register, approved, out, TODAY, PDF)

    locked = made.path.read_bytes()
    assert made.path.suffix == ".pdf"
    assert b"Camille" not in locked
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(locked)
    assert EMAIL in words_of(locked, made.passphrase)
    sheet = words_of(made.how_to_open.read_bytes())
    assert made.path.name in sheet
    assert "7-Zip" not in sheet
    assert "Camille" not in sheet
    event = list(events(register.database, approved))[-1].payload
    assert (event["encrypted"], event["sha256"]) == (True, hashlib.sha256(locked).hexdigest())


def test_the_passphrase_of_a_pdf_is_new_each_time_too(register, approved, out):
    one, other = (build_access(register, approved, out, TODAY, PDF) for _ in range(2))

    assert one.passphrase != other.passphrase
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(other.path, password=one.passphrase)


def test_r_hnd_2_the_passphrase_is_new_each_time_and_kept_nowhere(register, approved, out):
    one, other = (build_access(register, approved, out, TODAY, ENCRYPTED) for _ in range(2))

    assert len(one.passphrase) >= 20
    assert (one.passphrase != other.passphrase, other.is_reissued) == (True, True)
    kept = "".join(str(event.payload) for event in events(register.database))
    kept += "".join(words_of(sheet.read_bytes()) for sheet in out.glob("*.pdf"))
    assert one.passphrase not in kept
    assert one.path != other.path


def test_r_hnd_3_a_sheet_says_how_to_open_the_archive(register, approved, out):
    made = build_access(register, approved, out, TODAY, ENCRYPTED)

    told = words_of(made.how_to_open.read_bytes())
    assert "7-Zip" in told
    assert made.path.name in told
    assert "Camille" not in told


def test_r_hnd_4_a_plain_package_leaves_with_a_reason_that_is_logged(register, approved, out):
    plain = HandingOver(PackageForm.PLAIN_ZIP, AddressState.ON_FILE)
    with pytest.raises(NotAllowedError):
        build_access(register, approved, out, TODAY, plain)

    asked = HandingOver(PackageForm.PLAIN_ZIP, AddressState.ON_FILE, "e-mail of 5 November")
    made = build_access(register, approved, out, TODAY, asked)

    with pyzipper.AESZipFile(made.path) as archive:
        assert f"{approved}/index.html" in archive.namelist()
        assert archive.read(f"{approved}/data.json")
    assert made.passphrase == ""
    assert "e-mail of 5 November" in read_notes(register, approved)[-1].text
    assert list(events(register.database, approved))[-1].payload["encrypted"] is False


def test_r_com_9_nothing_is_built_for_an_address_that_nobody_verified(register, approved, out):
    unknown = HandingOver(PackageForm.ZIP, AddressState.NOT_VERIFIED)

    with pytest.raises(NotAllowedError):
        build_access(register, approved, out, TODAY, unknown)
    assert list(out.iterdir()) == []


def test_nothing_is_built_before_the_approval_or_after_a_change(register, ask, out):
    ref = ask()
    mask_what_is_pointed_out(register, ref, TODAY)
    with pytest.raises(NotAllowedError, match="not approved"):
        build_access(register, ref, out, TODAY, ENCRYPTED)
    approve_package(register, ref, TODAY)

    decide_pieces(register, ref, ["h1.c1"], Choice.EXCLUDE, TODAY)

    assert review_package(register, ref, TODAY).is_outdated
    with pytest.raises(NotAllowedError, match="changed after"):
        build_access(register, ref, out, TODAY, ENCRYPTED)


def test_a_hit_that_is_taken_back_voids_the_approval(register, approved):
    judge_hits(register, approved, reopen=[1], today=TODAY)

    assert review_package(register, approved, TODAY).approval is None


def test_nothing_is_approved_while_something_pointed_out_waits(register, ask):
    ref = ask()

    with pytest.raises(NotAllowedError, match="wait for your decision"):
        approve_package(register, ref, TODAY)


def test_access_that_was_not_asked_has_no_review(register, ask):
    ref = ask(right=Right.ERASURE)

    with pytest.raises(InvalidInputError):
        review_package(register, ref, TODAY)


def test_what_leaves_is_frozen_in_the_log_and_kept_in_the_register(register, approved, out):
    made = build_access(register, approved, out, TODAY, ENCRYPTED)

    event = list(events(register.database, approved))[-1]
    (kept,) = read_packages(register.database, read_request(register.database, approved))
    assert event.payload["sha256"] == kept.sha256 == made.sha256
    assert event.payload["manifest"] == kept.manifest.splitlines()
    assert first_broken(events(register.database)) is None
    told = str(event.payload)
    assert not any(word in told for word in (EMAIL, "Camille", *PAUL))


def test_the_copy_of_what_was_sent_goes_three_months_after_closing(register, approved, out):
    build_access(register, approved, out, TODAY, ENCRYPTED)
    request = read_request(register.database, approved)
    (kept,) = read_packages(register.database, request)
    assert read_content(register.database, kept).startswith(b"PK")
    decide(register, approved, Right.ACCESS, Decision.WITHDRAWN_BY_PERSON, TODAY)
    missing = missing_steps(read_request(register.database, approved), Seen())
    marks = [StepMark(code, not_applicable="withdrawn") for code in missing]
    mark_steps(register, approved, marks, TODAY)
    close_request(register, approved, TODAY)

    assert due_request_files(register, date(2027, 2, 8)) == ()
    (due,) = due_request_files(register, date(2027, 2, 9))
    assert due.step is PurgeStep.PACKAGE
    purge_request_files(register, [approved], date(2027, 2, 9))

    assert read_content(register.database, kept) == b""
    assert read_packages(register.database, request) == (kept,)
    assert due_request_files(register, date(2027, 2, 9)) == ()


def test_a_person_of_whom_nothing_is_held_is_told_so(register, ask, out):
    ref = ask("Nom;Courriel\nHugo;h@foo.example\n")
    approve_package(register, ref, TODAY)

    told = words_of(build_access(register, ref, out, TODAY, PAPER).path.read_bytes())

    assert "Nous ne détenons aucune donnée" in told


def test_the_words_follow_the_language_of_the_request(register, ask, out):
    ref = ask(language="en")
    mask_what_is_pointed_out(register, ref, TODAY)
    approve_package(register, ref, TODAY)

    told = words_of(build_access(register, ref, out, TODAY, PAPER).path.read_bytes())

    assert "[masked: third party]" in told
    assert "Your personal data" in told


def test_a_folder_that_cannot_be_written_leaves_no_event(register, approved, out):
    before = len(list(events(register.database)))
    (out / "file").write_text("")

    with pytest.raises(OutputFileError):
        build_access(register, approved, out / "file", TODAY, ENCRYPTED)
    assert len(list(events(register.database))) == before
