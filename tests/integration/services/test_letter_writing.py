"""Letters are made of what the register says; what is missing is never written over (R-LET)."""

import hashlib
import os
from datetime import UTC, date, datetime
from email import message_from_bytes
from email.policy import default

import pytest

from dsr_desktop.domain.backup import BackupPlan
from dsr_desktop.domain.communication import AddressState
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.erasure_decisions import Choice
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.letters import LETTERS, Block, LetterKind
from dsr_desktop.domain.letters_due import LetterState
from dsr_desktop.domain.own_record import RecordKind
from dsr_desktop.domain.request import Right
from dsr_desktop.domain.requester import DataSubject
from dsr_desktop.domain.transfer import Feasibility
from dsr_desktop.resources import resource_path
from dsr_desktop.services.backing_up import back_up
from dsr_desktop.services.backup_places import set_backup_plan
from dsr_desktop.services.dossier_contents import gather_request
from dsr_desktop.services.erasure_decisions import decide_dataset
from dsr_desktop.services.letter_templates import check_own_templates, write_templates
from dsr_desktop.services.letter_writing import (
    LetterOrder,
    draft_letter,
    write_letter,
)
from dsr_desktop.services.letters import letters_of_request
from dsr_desktop.services.rescanning import rescan
from dsr_desktop.services.searching import search
from dsr_desktop.services.transfers import ask_transfer, judge_transfer
from dsr_desktop.store.events import events
from dsr_desktop.wording.dossier_request import request_dossier_table
from dsr_desktop.wording.errors import word_error
from dsr_desktop.wording.language import speak
from tests.integration.services.letters_made import (
    AUTRE,
    EMAIL,
    TODAY,
    ask,
    bring_list,
    found_company,
    order,
    ready_for,
    write,
)

OF_REQUESTS = [kind for kind, card in LETTERS.items() if card.of_request]


def kinds_of(register, ref):
    return [one.kind for one in events(register.database, ref)]


def own_template(register, name, block, whole=""):
    """Lay the company's own file beside the register: the shipped one with another block."""
    path = register.path.parent / "letters" / "fr" / f"{name}.txt"
    path.parent.mkdir(parents=True)
    text = resource_path("letters", "fr", path.name).read_text(encoding="utf-8")
    path.write_text(whole or text.replace("[remedies]\n", block), encoding="utf-8")
    return path


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("kind", OF_REQUESTS)
def test_every_letter_of_a_request_can_be_written_in_both_languages(
    kind, language, register, tmp_path
):
    ref = ready_for(register, tmp_path, kind, language)

    draft = draft_letter(register, order(kind, ref), TODAY)
    made = write(register, tmp_path / "out", kind, ref)

    assert (draft.letter.gaps, draft.letter.empty) == ((), ())
    assert made.letter.language == language
    assert made.pdf.name == f"{ref}_{kind}.pdf"


def test_r_let_1_a_letter_with_something_unfilled_is_not_written(register, tmp_path):
    ref = ready_for(register, tmp_path, LetterKind.IDENTITY_REQUEST)
    bare = LetterOrder(LetterKind.IDENTITY_REQUEST, ref)

    assert draft_letter(register, bare, TODAY).letter.gaps == ("proof",)
    with pytest.raises(NotAllowedError) as caught:
        write_letter(register, bare, tmp_path / "out", TODAY)

    assert "What the person is asked for" in word_error(speak("en"), caught.value)
    assert not (tmp_path / "out").exists()
    assert kinds_of(register, ref).count(EventKind.LETTER_MADE) == 0


def test_r_let_1_what_only_the_register_knows_is_recorded_there(register, tmp_path):
    ref = ask(register, Right.ACCESS)

    with pytest.raises(NotAllowedError) as caught:
        write(register, tmp_path, LetterKind.ACKNOWLEDGEMENT, ref)

    assert "Contact of the DPO" in word_error(speak("en"), caught.value)


def test_r_let_2_a_refusal_without_remedies_is_not_written(register, tmp_path):
    ref = ready_for(register, tmp_path, LetterKind.REFUSAL)
    own = own_template(register, "refusal", "[remedies]\nThank you for your attention.\n")
    assert own.exists()

    with pytest.raises(InvalidInputError, match="names no authority"):
        write(register, tmp_path / "out", LetterKind.REFUSAL, ref)


def test_r_com_3_a_refusal_says_why_and_names_authority_and_court(register, tmp_path):
    ref = ready_for(register, tmp_path, LetterKind.REFUSAL)

    text = draft_letter(register, order(LetterKind.REFUSAL, ref), TODAY).letter.body

    assert "Art.\u00a017(3)(e)" in text
    assert "Ces factures sont à garder dix ans." in text
    assert "CNIL, 3 place de Fontenoy" in text
    assert "tribunal compétent" in text


def test_r_ret_1_the_acknowledgement_tells_how_long_the_request_is_kept(register, tmp_path):
    ref = ready_for(register, tmp_path, LetterKind.ACKNOWLEDGEMENT, "en")

    text = draft_letter(register, order(LetterKind.ACKNOWLEDGEMENT, ref), TODAY).letter.body

    assert "- Full file of the request: 12 months after closing" in text
    assert f"Its reference is {ref}" in text
    assert "by 2 December 2026 at the latest" in text


def test_r_com_7_a_person_who_cannot_be_told_learns_what_to_bring(register, tmp_path):
    ref = ready_for(register, tmp_path, LetterKind.NOT_IDENTIFIABLE, "en")

    text = draft_letter(register, order(LetterKind.NOT_IDENTIFIABLE, ref), TODAY).letter.body

    assert "_clck" in text
    for browser in ("Chrome", "Firefox", "Edge", "Safari"):
        assert f"- {browser}" in text


def test_r_com_5_a_letter_is_written_for_print_to_edit_and_to_send(register, tmp_path):
    ref = ready_for(register, tmp_path, LetterKind.ACKNOWLEDGEMENT)

    made = write(
        register, tmp_path / "out", LetterKind.ACKNOWLEDGEMENT, ref, address=AddressState.ON_FILE
    )

    mail = message_from_bytes(made.eml.read_bytes(), policy=default)
    (pdf,) = mail.iter_attachments()
    assert (mail["X-Unsent"], mail["To"], mail["Subject"]) == ("1", EMAIL, made.letter.subject)
    assert mail.get_body().get_content().startswith("Madame, Monsieur,")
    assert pdf.get_payload(decode=True) == made.pdf.read_bytes()
    assert "From" not in mail


def test_r_com_9_no_mail_with_data_is_drafted_for_an_unverified_address(register, tmp_path):
    ref = ready_for(register, tmp_path, LetterKind.RECTIFICATION)

    with pytest.raises(NotAllowedError):
        write(register, tmp_path, LetterKind.RECTIFICATION, ref, address=AddressState.NOT_VERIFIED)


def test_a_draft_needs_an_address_to_write_to(register, tmp_path):
    found_company(register)
    ref = ask(register, Right.ACCESS, subject=DataSubject(("Camille Dupont",)))

    with pytest.raises(NotAllowedError):
        write(register, tmp_path, LetterKind.ACKNOWLEDGEMENT, ref, address=AddressState.ON_FILE)


def test_the_event_of_a_letter_names_the_files_and_nobody(register, tmp_path):
    ref = ready_for(register, tmp_path, LetterKind.ACKNOWLEDGEMENT)
    made = write(register, tmp_path / "out", LetterKind.ACKNOWLEDGEMENT, ref)

    last = list(events(register.database, ref))[-1]
    assert last.kind == EventKind.LETTER_MADE
    assert last.payload["pdf_sha256"] == hashlib.sha256(made.pdf.read_bytes()).hexdigest()
    assert "Dupont" not in str(last.payload)


def test_the_notice_to_a_recipient_is_not_addressed_to_the_person(register, tmp_path):
    ref = ready_for(register, tmp_path, LetterKind.RECIPIENT_NOTICE)

    letter = draft_letter(register, order(LetterKind.RECIPIENT_NOTICE, ref), TODAY).letter

    assert letter.addressee == ("Hébergeur Exemple",)
    assert (letter.to, letter.about) == ("", "")
    assert letter.parts[-1].block is Block.SLIP


def test_blocks_can_be_added_to_a_letter(register, tmp_path):
    ref = ready_for(register, tmp_path, LetterKind.ACKNOWLEDGEMENT)
    with_cookies = order(LetterKind.ACKNOWLEDGEMENT, ref, included=frozenset({Block.COOKIES}))

    assert "Firefox" in draft_letter(register, with_cookies, TODAY).letter.body


def test_the_company_writes_its_own_words(register, tmp_path):
    ref = ready_for(register, tmp_path, LetterKind.EXTENSION_WITHDRAWN)
    names = "\n".join(f"[{one}]" for one in LETTERS[LetterKind.EXTENSION_WITHDRAWN].blocks)
    own_template(register, "extension_withdrawn", "", whole=names.replace(
        "[deadline]", "[deadline]\nWir antworten bis {first_due}."
    ).replace("[subject]", "[subject]\nX").replace("[opening]", "[opening]\nY"))  # fmt: skip

    letter = draft_letter(register, order(LetterKind.EXTENSION_WITHDRAWN, ref), TODAY).letter

    assert letter.own_words
    assert "Wir antworten bis 2 décembre 2026." in letter.body


def test_own_words_that_cannot_be_used_say_where(register, tmp_path):
    own_template(register, "refusal", "[remedies]\n{nobody}\n")

    with pytest.raises(InvalidInputError) as caught:
        check_own_templates(register)

    assert caught.value.details["file"] == "letters/fr/refusal.txt"
    assert caught.value.details["line"] > 1


def no_words(path):
    path.write_text(" \n", encoding="utf-8")


def western(path):
    path.write_bytes("[subject]\né".encode("latin-1"))


def wide(path):
    path.write_bytes("[subject]\nx".encode("utf-16-le"))


def endless(path):
    path.write_text("[subject]\n" + "x" * 200_000, encoding="utf-8")


def folder(path):
    path.unlink()
    path.mkdir()


def pipe(path):
    path.unlink()
    os.mkfifo(path)


def link(path):
    path.unlink()
    path.symlink_to(path.with_name("nowhere.txt"))


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (no_words, "is empty"), (western, "UTF-8"), (wide, "UTF-8"), (endless, "too long"),
        (folder, "is a folder"), (link, "is a link"), (pipe, "is a pipe or a device"),
    ],
)  # fmt: skip
def test_own_words_that_are_no_text_say_so_in_a_sentence(spoil, words, register):
    spoil(own_template(register, "refusal", "[remedies]\nx\n"))

    with pytest.raises(InvalidInputError) as caught:
        check_own_templates(register)

    assert words in caught.value.sentence


@pytest.mark.parametrize(
    ("remedies", "words"),
    [
        ("Tribunal.", "names no authority"),
        ("= {authority}, tribunal\nÉcrivez-nous.", "names no authority"),
        ("Réclamation : {authority}.", "may go to court"),
    ],
)
def test_r_let_2_own_remedies_name_the_authority_and_the_court(remedies, words, register):
    own_template(register, "refusal", f"[remedies]\n{remedies}\n")

    with pytest.raises(InvalidInputError) as caught:
        check_own_templates(register)

    assert words in caught.value.sentence


def test_the_shipped_words_are_written_to_start_from_and_pass_the_check(register, tmp_path):
    paths = write_templates(register, register.path.parent / "letters")

    assert len(paths) == 2 * (len(LETTERS) + 1)
    assert set(check_own_templates(register)) == set(paths)


def test_letters_to_many_people_need_no_request(register, tmp_path):
    found_company(register)
    for kind in (LetterKind.STILL_INTERESTED, LetterKind.POLICY_CHANGE):
        made = write(register, tmp_path / "out", kind)

        assert made.pdf.name == f"letter_{kind}.pdf"
        assert made.letter.language == "fr"


def test_the_letter_of_article_14_says_what_the_record_says_of_the_list(register, tmp_path):
    found_company(register)
    bring_list(register, tmp_path)

    draft = draft_letter(register, LetterOrder(LetterKind.ART14, source_id=1, language="en"), TODAY)

    assert "notice" in draft.free
    with pytest.raises(InvalidInputError):
        draft_letter(register, LetterOrder(LetterKind.ART14), TODAY)


def test_what_was_read_again_and_is_clean_is_said_to_be_erased(register, tmp_path):
    ref = ready_for(register, tmp_path, LetterKind.ERASURE, "en")
    bare = LetterOrder(LetterKind.ERASURE, ref)
    assert "measures" in draft_letter(register, bare, TODAY).letter.gaps

    (tmp_path / "crm.csv").write_text("Nom;E-mail;Ville\nPaul;p@q.example;Nantes\n")
    rescan(register, ref)

    draft = draft_letter(register, bare, TODAY)
    assert draft.letter.gaps == ("backups_until",)
    assert "- crm.csv: 1 record, erasure checked on" in draft.letter.body


def test_a_file_that_is_kept_is_told_with_its_reason_and_day(register, tmp_path):
    ref = ready_for(register, tmp_path, LetterKind.ERASURE_PARTIAL, "en")
    decide_dataset(
        register, ref, 1, Choice.KEEP, TODAY, reason_code="A17_3_b", until=date(2036, 12, 31)
    )

    letter = draft_letter(register, LetterOrder(LetterKind.ERASURE_PARTIAL, ref), TODAY).letter

    assert "- crm.csv: Art.\u00a017(3)(b): legal obligation, until 31 December 2036" in letter.body
    assert "kept until 31 December 2036, set apart" in letter.body


def test_the_text_of_a_letter_is_found_by_a_search(register, tmp_path):
    ref = ready_for(register, tmp_path, LetterKind.ACKNOWLEDGEMENT)
    noted = order(LetterKind.ACKNOWLEDGEMENT, ref, written={"remark": "Merci à Ludivine Quesnel."})
    write_letter(register, noted, tmp_path / "out", TODAY)

    found = search(register, Criteria(name=("Ludivine Quesnel",)))

    assert [one.kind for one in found.own_records] == [RecordKind.REQUEST]


def test_the_letters_of_a_request_show_what_is_due_and_what_was_written(register, tmp_path):
    ref = ready_for(register, tmp_path, LetterKind.ACKNOWLEDGEMENT)
    write(register, tmp_path / "out", LetterKind.ACKNOWLEDGEMENT, ref)

    found = letters_of_request(register, ref, TODAY)

    states = {one.kind: one.state for one in found.standings}
    assert states[LetterKind.ACKNOWLEDGEMENT] is LetterState.DUE
    assert [(one.kind, one.sent_on) for one in found.kept] == [(LetterKind.ACKNOWLEDGEMENT, None)]


@pytest.mark.parametrize("has_texts", [True, False])
def test_the_dossier_of_the_request_tells_each_letter(has_texts, register, tmp_path):
    ref = ready_for(register, tmp_path, LetterKind.ACKNOWLEDGEMENT)
    write(register, tmp_path / "out", LetterKind.ACKNOWLEDGEMENT, ref)

    table = request_dossier_table(
        speak("en"), gather_request(register, ref, TODAY, has_texts=has_texts)
    )

    (section,) = [one for one in table.sections if one.title == "Letters"]
    ((made_on, name, sent_on, text),) = section.rows
    assert (made_on, name, sent_on) == (
        "16 November 2026",
        "Acknowledgement of receipt",
        "not sent",
    )
    assert ("Madame, Monsieur," in text) is has_texts


def test_r_port_5_the_letter_says_what_the_register_knows_of_the_transmission(register, tmp_path):
    ref = ready_for(register, tmp_path, LetterKind.TRANSFER)

    letter = draft_letter(register, LetterOrder(LetterKind.TRANSFER, ref), TODAY).letter

    assert letter.subject.endswith("transmission à Autre SARL")
    assert "- Archive remise au DPO d’Autre SARL." in letter.body
    assert "La transmission a eu lieu le 16 novembre 2026." in letter.body
    with pytest.raises(InvalidInputError):
        draft_letter(
            register, LetterOrder(LetterKind.TRANSFER, ref, {"receiver": "Somebody"}), TODAY
        )


def test_r_port_5_no_transmission_is_told_before_it_took_place(register, tmp_path):
    ref = ready_for(register, tmp_path, LetterKind.PORTABILITY)

    with pytest.raises(NotAllowedError) as caught:
        draft_letter(register, LetterOrder(LetterKind.TRANSFER, ref), TODAY)

    assert "Record first that the data went" in caught.value.sentence


def test_r_port_5_the_answer_says_why_a_wished_transmission_was_not_feasible(register, tmp_path):
    ref = ready_for(register, tmp_path, LetterKind.PORTABILITY, "en")
    wish = ask_transfer(register, ref, AUTRE, TODAY, TODAY).transfer
    judge_transfer(register, ref, wish.id, Feasibility.NOT_FEASIBLE, "They have no way in.")

    text = draft_letter(register, order(LetterKind.PORTABILITY, ref), TODAY).letter.body

    assert "Transmission to Autre SARL: not technically feasible" in text
    assert "They have no way in." in text
    assert "Nothing was withheld" not in text


def backed_up_to(register, place):
    place.mkdir()
    set_backup_plan(register, BackupPlan((place,), keep=14))


def test_the_day_on_which_the_last_known_backup_is_overwritten_is_proposed(register, tmp_path):
    ref = ready_for(register, tmp_path, LetterKind.ERASURE)
    backed_up_to(register, tmp_path / "disk")

    proposed = draft_letter(register, LetterOrder(LetterKind.ERASURE, ref), TODAY).free

    assert proposed["backups_until"] == "30 novembre 2026"


def test_no_day_is_proposed_while_a_backup_stays_until_somebody_removes_it(register, tmp_path):
    ref = ready_for(register, tmp_path, LetterKind.ERASURE)
    backed_up_to(register, tmp_path / "disk")
    kept = back_up(register, tmp_path / "by-hand.dsr", datetime(2026, 11, 16, 9, tzinfo=UTC))

    def proposed():
        return draft_letter(register, LetterOrder(LetterKind.ERASURE, ref), TODAY).free

    assert proposed()["backups_until"] == ""
    kept.path.unlink()
    assert proposed()["backups_until"] == "30 novembre 2026"


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (LetterOrder(LetterKind.ACKNOWLEDGEMENT), "is about a request"),
        (LetterOrder(LetterKind.STILL_INTERESTED, "DSR-2026-0001"), "is about no request"),
    ],
)
def test_a_reference_is_given_where_the_letter_is_about_a_request(wanted, words, register):
    with pytest.raises(InvalidInputError) as caught:
        draft_letter(register, wanted, TODAY)

    assert words in caught.value.sentence
