"""The dossier for the authority: everything about a request or the company, whole or not at all."""

import hashlib
import json
from datetime import date

import pytest

from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.errors import CancelledError, NotFoundError, OutputFileError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.services.dossiers import write_company_dossier, write_dossier
from dsr_desktop.services.handling import new_request
from dsr_desktop.services.verifying import check_log, verify
from dsr_desktop.store.events import events, short_fingerprint
from dsr_desktop.store.unfinished_documents import read_notes
from dsr_desktop.wording.language import speak
from tests.integration.services.documents_made import REF, TODAY
from tests.integration.services.dossiers.file_of_camille import (
    ANSWER,
    ENGLISH,
    FACTS,
    NOTE,
    OTHERS,
    keep_whole_file,
    page,
    unpack,
)
from tests.integration.writers.pdf_reading import Pdf

ALWAYS = {
    "events.jsonl", "index.html", "index.pdf", "manifest-sha256.txt", "verify_dossier.py",
}  # fmt: skip


@pytest.fixture
def out(tmp_path):
    return tmp_path / "authority"


@pytest.fixture
def filled(register, tmp_path):
    keep_whole_file(register, tmp_path)
    return register


@pytest.fixture
def dossier(filled, out):
    return write_dossier(filled, REF, out, TODAY, ENGLISH)


def test_it_is_one_archive_named_after_the_request_alone(dossier, out):
    assert [one.name for one in out.iterdir()] == [f"{REF}_dossier.zip"]
    assert dossier.path == out / f"{REF}_dossier.zip"
    assert dossier.sha256 == hashlib.sha256(dossier.path.read_bytes()).hexdigest()


def test_it_holds_index_log_script_manifest_report_and_what_was_kept(dossier):
    files = unpack(dossier.path)

    assert set(files) == ALWAYS | {
        "messages/message_1_1.txt", "search-report.json", "search-report.pdf",
    }  # fmt: skip
    assert files["messages/message_1_1.txt"] == b"Bonjour"
    assert dossier.files == len(files)


def test_no_name_in_it_tells_of_a_person(dossier):
    assert not [path for path in unpack(dossier.path) if "camille" in path.lower()]


def test_r_com_10_the_index_tells_each_decision_with_its_day_and_reason(dossier):
    text = page(dossier.path)

    assert "Erasure" in text
    assert "a claim is pending" in text
    assert "16 November 2026" in text


@pytest.mark.parametrize(
    "told",
    [
        "Dossier of the request DSR-2026-0001",
        "One month later",
        "Identity asked on 4 November 2026, answered on 6 November 2026: 2 days added",
        "Code sent to a known channel",
        "a new address",
        "Copy of a document, not asked for",
        "Customer file",
        ANSWER,
        NOTE,
        FACTS,
        "wrong recipient, breach note 1",
        "messages/message_1_1.txt",
        "Erasure checklist: 1 row (PDF)",
        "PA5",
        "Service delivery",
        "Request recorded:",
    ],
)
def test_the_index_tells_everything_about_the_request(dossier, told):
    assert told in page(dossier.path)


def test_the_timeline_has_every_event_of_the_request_with_number_and_hash(filled, dossier):
    text = page(dossier.path)
    told = [one for one in events(filled.database, REF) if one.kind != EventKind.DOSSIER_MADE]

    assert len(told) > 10
    assert [one.seq for one in told if f"<td>{one.hash[:16]}</td>" not in text] == []


def test_the_page_needs_no_other_file_and_runs_nothing(dossier):
    text = page(dossier.path)

    assert "<script" not in text
    assert "http" not in text.replace("http-equiv", "")
    assert text.count("<h1>") == 1


def test_what_somebody_wrote_cannot_become_markup(register, tmp_path, out):
    keep_whole_file(register, tmp_path)
    path = tmp_path / "a.txt"
    path.write_text("x")
    with register.database.transaction() as connection:
        connection.execute("UPDATE source_task_step SET text = '<script>alert(1)</script>'")

    text = page(write_dossier(register, REF, out, TODAY, ENGLISH).path)

    assert "<script" not in text
    assert "&lt;script&gt;" in text


def test_the_pdf_says_what_the_page_says(dossier):
    pdf = Pdf(unpack(dossier.path)["index.pdf"])

    for words in ("Why this date", "Identity log", "Timeline", "Files of this dossier"):
        assert words in pdf.text


def test_a_text_too_long_for_the_pdf_stands_whole_in_the_page(register, tmp_path, out):
    keep_whole_file(register, tmp_path)
    long = " ".join(f"word{n}" for n in range(900))
    with register.database.transaction() as connection:
        connection.execute("UPDATE source_task_step SET text = ?", (long,))

    files = unpack(write_dossier(register, REF, out, TODAY, ENGLISH).path)

    assert "word899" in files["index.html"].decode()
    assert "is cut; index.html has all of it." in Pdf(files["index.pdf"]).text


def test_the_log_in_it_is_that_of_the_register_up_to_the_dossier(filled, dossier):
    lines = unpack(dossier.path)["events.jsonl"].decode().splitlines()
    chain = list(events(filled.database))

    assert [json.loads(line)["hash"] for line in lines] == [one.hash for one in chain[:-1]]
    assert dossier.fingerprint == chain[-2].hash[:16]
    assert chain[-1].kind == EventKind.DOSSIER_MADE


def test_r_log_2_the_log_in_it_names_nobody(dossier):
    log = unpack(dossier.path)["events.jsonl"].decode().lower()

    assert [
        word for word in ("camille", "dupont", "acme", "lenormand", "morel") if word in log
    ] == []


def test_the_fingerprint_stands_at_the_front_and_at_the_foot(dossier):
    text = page(dossier.path)

    assert text.count(dossier.fingerprint) >= 3
    assert dossier.fingerprint in Pdf(unpack(dossier.path)["index.pdf"]).text


def test_the_manifest_names_every_other_file_with_its_checksum(dossier):
    files = unpack(dossier.path)
    listed = dict(
        reversed(line.split("  "))
        for line in files.pop("manifest-sha256.txt").decode().splitlines()
    )

    assert listed == {path: hashlib.sha256(text).hexdigest() for path, text in files.items()}


def test_texts_that_may_tell_of_others_can_be_left_out(filled, out):
    made = write_dossier(filled, REF, out, TODAY, ENGLISH, has_texts=False)
    files = unpack(made.path)

    assert set(files) == ALWAYS
    assert [path for path, text in files.items() if OTHERS.encode() in text] == []
    assert OTHERS not in Pdf(files["index.pdf"]).text
    assert "was left out" in files["index.html"].decode()
    assert "a claim is pending" in files["index.html"].decode()


def test_it_speaks_french_too(filled, out):
    made = write_dossier(filled, REF, out, TODAY, speak("fr"))

    assert '<html lang="fr">' in page(made.path)
    assert "Pourquoi cette date" in page(made.path)


def test_the_same_file_on_the_same_day_gives_the_same_page_and_log(filled, out):
    one = unpack(write_dossier(filled, REF, out, TODAY, ENGLISH, has_texts=False).path)
    filled.database.connection.execute("DROP TRIGGER event_no_delete")
    filled.database.connection.execute("DELETE FROM event WHERE kind = 'dossier_made'")
    other = unpack(write_dossier(filled, REF, out, TODAY, ENGLISH, has_texts=False).path)

    assert one == other


def test_the_event_has_digest_and_fingerprint_and_appears_with_the_file(filled, dossier):
    *_before, last = events(filled.database, REF)

    assert last.kind == EventKind.DOSSIER_MADE
    assert last.payload == {
        "files": dossier.files, "sha256": dossier.sha256, "log": dossier.fingerprint,
    }  # fmt: skip
    assert verify(filled).sound
    assert read_notes(filled.database) == ()


def test_a_second_dossier_leaves_the_first_alone(filled, dossier, out):
    again = write_dossier(filled, REF, out, TODAY, ENGLISH)

    assert again.path.name == f"{REF}_dossier-2.zip"
    assert dossier.path.exists()


def test_a_request_of_which_nothing_more_is_known_has_a_dossier_too(register, out, today):
    new_request(register, [Right.ACCESS], make_criteria({"name": "Zoé Perrin"}),
                date(2026, 11, 2), Channel.PHONE, today)  # fmt: skip

    text = page(write_dossier(register, REF, out, today, ENGLISH).path)

    assert "No message is logged." in text
    assert "There is no breach note." in text


def test_one_that_is_not_there_has_none(register, out):
    with pytest.raises(NotFoundError):
        write_dossier(register, "DSR-2026-0009", out, TODAY, ENGLISH)

    assert not out.exists()


def test_a_folder_that_cannot_be_written_leaves_neither_file_nor_event(filled, tmp_path):
    before = short_fingerprint(filled.database)
    (tmp_path / "file").write_text("")

    with pytest.raises(OutputFileError):
        write_dossier(filled, REF, tmp_path / "file" / "below", TODAY, ENGLISH)

    assert short_fingerprint(filled.database) == before
    assert read_notes(filled.database) == ()


def test_cancelling_takes_everything_back(filled, out):
    before = short_fingerprint(filled.database)

    def cancel(done, total, _what):
        if done == total - 1:
            raise CancelledError("Stopped.")

    with pytest.raises(CancelledError):
        write_dossier(filled, REF, out, TODAY, ENGLISH, progress=cancel)

    assert list(out.iterdir()) == []
    assert short_fingerprint(filled.database) == before


def test_progress_names_each_file_and_never_a_person(filled, out):
    told = []

    write_dossier(filled, REF, out, TODAY, ENGLISH, progress=lambda *said: told.append(said))

    assert [done for done, _total, _what in told] == list(range(len(told)))
    assert {total for _done, total, _what in told} == {len(told)}
    assert "index.pdf" in [what for *_counts, what in told]


def test_r_log_1_a_broken_event_log_is_told_at_the_front_of_a_dossier(filled, out):
    connection = filled.database.connection
    connection.execute("DROP TRIGGER event_no_update")
    connection.execute("UPDATE event SET actor = 'x' WHERE seq = 3")

    made = write_dossier(filled, REF, out, TODAY, ENGLISH)

    assert made.broken_at == 3
    assert "no longer holds from event 3 on" in page(made.path)


def test_the_company_s_dossier_has_registers_figures_and_records(filled, out):
    made = write_company_dossier(filled, out, TODAY, ENGLISH)
    files = unpack(made.path)
    names = ("record-of-processing", "register-of-requests", "requests-2026")

    assert made.path.name == "company_dossier.zip"
    assert set(files) == ALWAYS | {
        f"{name}.{ending}" for name in names for ending in ("pdf", "xlsx", "csv")
    }
    text = files["index.html"].decode()
    for told in ("Recipients", "Systems", "Customer file", "Versions of the privacy policy",
                 "Breach notes", FACTS, "Suppression list, counts only"):  # fmt: skip
        assert told in text


def test_the_company_s_dossier_belongs_to_no_request(filled, out):
    made = write_company_dossier(filled, out, TODAY, ENGLISH)
    *_before, last = events(filled.database)

    assert (last.kind, last.ref) == (EventKind.DOSSIER_MADE, None)
    assert check_log(filled, made.fingerprint).found_at == last.seq - 1


def test_the_company_s_dossier_names_nobody_who_asked(filled, out):
    text = unpack(write_company_dossier(filled, out, TODAY, ENGLISH).path)

    assert b"Camille" not in text["index.html"] + text["register-of-requests.csv"]


def test_a_dossier_that_does_not_stand_as_the_register_is_not_kept(filled, out):
    """The self-check compares with the register: here the log changes while the dossier is made."""

    def tamper(_done, _total, what):
        if what == "events.jsonl":
            connection = filled.database.connection
            connection.execute("DROP TRIGGER event_no_update")
            connection.execute("UPDATE event SET actor = 'x' WHERE seq = 3")

    with pytest.raises(OutputFileError, match="own check"):
        write_dossier(filled, REF, out, TODAY, ENGLISH, progress=tamper)

    assert list(out.iterdir()) == []
