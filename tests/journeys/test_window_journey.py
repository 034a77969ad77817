"""The main job in the real window, by keyboard and mouse: from the first run to the closed request."""

import json

import openpyxl
import pytest
import pyzipper
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from dsr_desktop.domain.sample_people import CAMILLE
from dsr_desktop.services.sourcing import list_sources
from dsr_desktop.services.verifying import verify
from dsr_desktop.wording.language import speak
from dsr_desktop.writers.sample_lists import erase_from_lists
from tests.journeys.catalogue import FrenchCatalogue, everything_said_in
from tests.journeys.user import CTRL

KEY = Qt.Key
PASSPHRASE = "sept mots que personne ne devine ici"
REF = "DSR-2026-0001"
MANY_ROWS = 60_000
NAMES_OF_LANGUAGES = {"English"}


def test_from_the_first_run_to_the_closed_request(sit_down, stand_up, lists, tmp_path, decrypted):
    user = sit_down()
    make_a_register(user)
    import_the_folder(user, lists)
    record_a_request(user)
    review_the_hits(user)
    write_the_checklist(user, tmp_path / "documents")
    secret = build_the_bundle(user, tmp_path / "documents")
    see_what_is_left_on_disk(user, lists)
    decide_on_both_rights(user)
    answer_and_close(user)
    stand_up(user)
    assert secret.encode() not in decrypted(tmp_path / "register.dsr", PASSPHRASE)

    again = sit_down()
    come_back(again)


def make_a_register(user):
    assert user.sees("Make your register")
    type_the_first_run(user)
    assert user.sees("Two steps to start")
    assert user.sees("Bring in your contact lists")
    assert user.sees("0 of 2 done")


def import_the_folder(user, folder):
    """Drop it, say what it is for, and be told about the file that cannot be read."""
    user.drops(folder)
    user.waits()
    assert user.sees("Import nothing is written yet · 3 files to look at")
    assert user.sees("Cannot be read salon-lyon")
    assert user.sees("2 files go through without a question")
    user.clicks("Register list")
    user.types("\t")
    user.presses(KEY.Key_Down, KEY.Key_Down, KEY.Key_Down)
    user.types("\tHugo Perrin\t2026-03-14\tweb_form")
    user.clicks("Import 5 files")
    assert user.sees("Importing 6 files", user.desktop.window.status)
    user.waits()
    assert user.sees("5 files imported, 1,234 rows Not read: salon-lyon-2024.xlsx.")
    assert user.sees("salon-lyon-2024.xlsx was not read The file is damaged or cut off.")
    activities = {source.activity for source in list_sources(user.desktop.register)}
    assert activities == {"PA3"}


def record_a_request(user):
    """Erasure and portability, received a fortnight ago, on 2 November."""
    user.presses(KEY.Key_N, modifier=CTRL)
    user.blinks()
    fill_in_the_request(user)
    assert user.sees(f"{REF} · received Monday 2 November 2026")
    assert user.sees("Erasure · art. 17 Portability · art. 20")
    assert user.sees("16 days left 2 December 2026 Internal target 25 November 2026")
    assert user.sees("One month later, a working day, art. 12(3)")


def review_the_hits(user):
    """Yes to the strong ones, no to a namesake; what was not searched stands above them."""
    user.types("\n")
    user.waits()
    page = user.page
    assert user.sees("3 hits 3 open")
    assert user.sees("3 weak hits hidden")
    assert user.sees("salon-lyon-2024.xlsx was not searched", page.coverage)
    assert top_of(page.coverage.banner, page) < top_of(page.hits, page)
    for _hit in range(3):
        user.types("y")
        user.waits()
    user.presses(KEY.Key_Down)
    user.types("\n")
    assert user.sees("crm.csv · row 404")
    user.types("n")
    user.waits()
    assert user.sees("4 hits 3 the person · 1 someone else")
    user.clicks("Finish review")
    user.waits()
    assert user.sees("3 rows are the person 1 row is someone else 2 weak hits, folded away")


def write_the_checklist(user, folder):
    folder.mkdir()
    user.will_choose(folder)
    user.clicks("Write the checklist…")
    user.waits()
    assert user.sees("Checklist written: 3 rows to erase")
    written = {path.suffix: path.stat().st_size for path in folder.iterdir()}
    assert set(written) == {".pdf", ".xlsx"}
    assert min(written.values()) > 1_000


def build_the_bundle(user, folder):
    """Build it, note the passphrase that is shown once, and look into the archive with it."""
    user.clicks("Build the bundle…")
    user.blinks()
    user.will_choose(folder)
    user.types("\n")
    user.waits()
    assert user.sees("The bundle is built: 3 rows")
    user.clicks("Copy the passphrase")
    secret = QApplication.clipboard().text()
    assert user.sees(secret)
    user.presses(KEY.Key_Escape)
    user.waits()
    assert not user.sees(secret)
    [archive] = folder.glob("*.zip")
    contacts = read_archive(archive, secret)
    assert CAMILLE.email in json.dumps(contacts).lower()
    with pytest.raises(RuntimeError, match="password"):
        read_archive(archive, secret[:-1])
    return secret


def see_what_is_left_on_disk(user, lists):
    """Read again before anything was erased, after the text lists were, and after the last one."""
    read_sources_again(user)
    assert user.sees("0 of 2 files are clean")
    erase_from_lists(lists, CAMILLE.email)
    read_sources_again(user)
    assert user.sees("1 of 2 files are clean")
    rows = [user.page.request.documents.model.index(n).data() for n in range(2)]
    assert rows[0].startswith("newsletter.xlsx, Still there")
    assert rows[1] == "crm.csv, Clean"
    erase_from_newsletter(lists / "newsletter.xlsx")
    read_sources_again(user)
    assert user.sees("2 of 2 files are clean")


def decide_on_both_rights(user):
    for right in ("Erasure", "Portability"):
        user.goes_to(f"Decision: {right}")
        user.presses(KEY.Key_Down)
        user.clicks(f"Record: {right}")
        user.waits()
    assert user.sees("all decided")


def answer_and_close(user):
    user.clicks("Record sending…", within=user.page.header)
    user.blinks()
    user.types("\n")
    user.waits()
    user.clicks("Close the request…", within=user.page.header)
    user.blinks()
    assert user.sees(f"Close {REF}?")
    user.types("\n")
    user.waits()
    assert user.sees("Closed 16 Nov")
    user.presses(KEY.Key_1, modifier=CTRL)
    user.waits()
    assert user.sees("0 Open requests")
    assert not user.sees(REF)
    assert verify(user.desktop.register).sound


def come_back(user):
    """A wrong passphrase is refused with its reason; with the right one all is as it was left."""
    assert user.sees("Open the register")
    user.types("sept mots que tout le monde devine\n")
    user.waits()
    assert user.sees("The passphrase is wrong. Check capitals and keyboard layout, then try again.")
    user.waits_until(lambda: not user.front.is_waiting)
    user.types(f"{PASSPHRASE}\n")
    user.waits()
    user.presses(KEY.Key_2, modifier=CTRL)
    user.waits()
    user.goes_to("Which requests")
    user.presses(KEY.Key_End)
    user.waits()
    assert user.sees(REF)
    assert user.sees("Camille Dupont Erasure, Portability Closed")


def type_the_first_run(user):
    user.types(f"Exemple SAS\t\tNora Vidal\tdpo@exemple.example\t{PASSPHRASE}\t{PASSPHRASE}\n")
    user.waits()
    user.desktop.window.resize(1280, 720)
    user.waits()


def fill_in_the_request(user):
    user.presses(KEY.Key_Down, KEY.Key_Down, KEY.Key_Space)
    user.presses(KEY.Key_Down, KEY.Key_Down, KEY.Key_Down, KEY.Key_Space)
    user.types("\t")
    user.presses(*[KEY.Key_Down] * 14)
    user.types(f"\t\t\tCamille Dupont\t{CAMILLE.email}\t06 12 34 56 78\n")
    user.waits()


def read_sources_again(user, verb="Read sources again"):
    user.clicks(verb, within=user.page.request)
    user.waits()


def erase_from_newsletter(path):
    """Do what the owner of the workbook does with the checklist."""
    book = openpyxl.load_workbook(path)
    book["Abonnés"].delete_rows(2)
    book["Archive 2023"].delete_rows(62)
    book.save(path)


def read_archive(path, passphrase):
    with pyzipper.AESZipFile(path) as archive:
        archive.setpassword(passphrase.encode())
        [name] = [name for name in archive.namelist() if name.endswith("contacts.json")]
        return json.loads(archive.read(name))


def top_of(widget, page):
    return widget.mapTo(page, QPoint(0, 0)).y()


def test_in_french_no_english_is_left(sit_down, lists):
    user, catalogue, left = sit_down("fr"), FrenchCatalogue(), {}

    for place in tour_of_the_window(user, lists, speak("fr")):
        user.waits()
        english = catalogue.english_in([*user.reads(), *everything_said_in(user.front)])
        left[place] = set(english) - NAMES_OF_LANGUAGES

    assert {place: english for place, english in left.items() if english} == {}


def test_english_is_told_from_french():
    lines = ["Aujourd’hui", "Import 6 files", "Today", "DSR Desktop", "Nora Vidal · DPO", "Close"]

    assert FrenchCatalogue().english_in(lines) == ["Import 6 files", "Today"]


def tour_of_the_window(user, lists, french):
    """Go through all pages and most dialogs; yields the name of each place reached."""
    yield "first run"
    type_the_first_run(user)
    yield "today, empty"
    user.drops(lists)
    yield "import"
    user.waits()
    yield "preview"
    user.types("\t")
    user.presses(KEY.Key_Down, KEY.Key_Down, KEY.Key_Down)
    user.clicks(french.count("Import {n} file", "Import {n} files", 5))
    yield "files"
    user.presses(KEY.Key_N, modifier=CTRL)
    yield "new request"
    fill_in_the_request(user)
    yield "request"
    user.clicks(french("Identity"), within=user.page.request.identity)
    yield from dialogs(user, french, "Record a check…", "Extend…", "Pause…")
    user.clicks(french("Find the person…"), within=user.page.header)
    yield "review"
    yield from dialogs(user, french, "Add criterion")
    user.clicks(french.count("Confirm {n} strong", "Confirm {n} strong", 3))
    yield "reviewed"
    user.clicks(french("Finish review"))
    yield "request with hits"
    yield from dialogs(user, french, "Build the bundle…")
    read_sources_again(user, french("Read sources again"))
    yield "request, read again"
    for number in range(1, 9):
        user.presses(KEY(KEY.Key_0 + number), modifier=CTRL)
        yield f"section {number}"
    user.presses(KEY.Key_6, modifier=CTRL)
    yield from dialogs(user, french, "Confirm…", "Write details…", "Who answers for it…")
    for kind in user.page.panes:
        user.page.show_kind(kind)
        yield f"records: {kind}"
    user.presses(KEY.Key_8, modifier=CTRL)
    yield from dialogs(user, french, "Add…", "Look up…")


def dialogs(user, french, *verbs):
    for verb in verbs:
        user.clicks(french(verb))
        yield verb
        user.presses(KEY.Key_Escape)
        user.waits()


def test_a_cancelled_import_keeps_nothing(sit_down, tmp_path):
    user = sit_down()
    make_a_register(user)
    register = user.desktop.register
    user.will_choose(write_many_rows(tmp_path / "many.csv"))
    user.presses(KEY.Key_I, modifier=CTRL)
    user.waits()
    user.clicks("Import 1 file")
    status = user.desktop.window.status
    user.waits_until(lambda: user.sees("Importing 1 file · many.csv", status))

    user.clicks("Cancel", within=user.desktop.window.status)
    user.waits()

    assert user.sees("The import was stopped Nothing of it was kept.")
    assert user.sees("nothing imported yet")
    assert list_sources(register) == ()
    assert verify(register).sound


def write_many_rows(path):
    rows = (f"Person {n};person{n}@many.example;06{n:08d}\n" for n in range(MANY_ROWS))
    path.write_text("".join(["Nom;Courriel;Mobile\n", *rows]), encoding="utf-8")
    return path
