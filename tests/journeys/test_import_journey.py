"""An import in the real window: look, say what a column means, import, find by it, undo."""

import hashlib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer

from dsr_desktop.domain.criteria import CRITERIA
from dsr_desktop.services.source_views import view_sources
from dsr_desktop.services.sourcing import list_sources
from dsr_desktop.services.verifying import verify
from tests.journeys.user import CTRL

KEY = Qt.Key
IDENTIFIER = CRITERIA.index("identifier") - CRITERIA.index("name")
PASSPHRASE = "sept mots que personne ne devine ici"
MEMBERS = [
    ["Nom", "E-mail", "Stand"],
    ["Ana Lang", "ana@nord.example", "K-4711"],
    ["Tom Reyl", "tom@cobalt.example", "K-4712"],
]
UNSURE = [["Nom", "Colour"], ["Zoé Roux", "blue"], ["Paul Petit", "red"]]


@pytest.fixture
def delivery(tmp_path, write_csv):
    folder = tmp_path / "delivery"
    folder.mkdir()
    write_csv(folder / "members.csv", MEMBERS)
    write_csv(folder / "unsure.csv", UNSURE)
    return folder


def test_a_column_that_was_named_is_found_and_the_import_undone(sit_down, delivery):
    user = sit_down()
    user.types(f"Exemple SAS\t\tNora Vidal\tdpo@exemple.example\t{PASSPHRASE}\t{PASSPHRASE}\n")
    user.waits()
    user.desktop.window.resize(1280, 720)
    user.waits()
    before = written(user)

    user.drops(delivery)
    user.waits()
    look_at_both_files(user)
    name_the_third_column(user)
    assert written(user) == before

    user.presses(KEY.Key_Return, modifier=CTRL)
    user.waits()
    assert user.sees("2 files imported, 4 rows")
    assert user.sees("Undo this import…")

    find_by_it(user)
    undo(user)


def look_at_both_files(user):
    """One is asked about and says it is right; the other goes through, folded away."""
    assert user.sees("Needs a look unsure.csv 3 rows")
    assert user.sees("1 file goes through without a question")
    assert not user.sees("members.csv")
    assert user.sees("It is not sure which row holds the titles. Choose the row.")
    user.clicks("Right as shown")
    assert user.sees("Answered unsure.csv 2 rows")


def name_the_third_column(user):
    """By keyboard alone: open the fold, go to the file, to its third column, and choose."""
    user.goes_to("Files to import")
    user.presses(KEY.Key_Down, KEY.Key_Space, KEY.Key_Down)
    assert user.sees("Ready members.csv 2 rows")
    user.goes_to("Meaning of Column A, Nom")
    user.presses(KEY.Key_Right, KEY.Key_Right)
    user.blinks()
    assert user.sees("Column C, Stand Not recognised")
    user.types("Ide")
    user.blinks()
    assert user.sees("Column C, Stand Sure Chosen")


def find_by_it(user):
    """An identifier is searched in columns that are identifiers."""
    user.presses(KEY.Key_3, modifier=CTRL)
    user.waits()
    user.clicks("Add criterion…")
    user.blinks()
    user.presses(*[KEY.Key_Down] * IDENTIFIER)
    user.types("\tK-4711\n")
    user.waits()
    assert user.sees("members.csv")
    assert user.sees("row 2")


def undo(user):
    """All files of the import leave at once, also when its summary is gone."""
    user.presses(KEY.Key_5, modifier=CTRL)
    user.waits()
    assert not user.sees("2 files imported")
    asked = []

    def answer():
        asked.extend(user.reads())
        user.clicks("Remove 4 rows")

    QTimer.singleShot(0, answer)
    user.clicks("Undo the import…")
    user.waits()
    assert "Undo this import: 2 files, 4 rows?" in asked
    assert user.sees("2 files removed, 4 rows")
    assert list_sources(user.desktop.register) == ()
    assert verify(user.desktop.register).sound


def test_twelve_files_of_a_colleague_are_one_delivery_and_two_are_asked_about(sit_down, twelve):
    user = sit_down()
    user.types(f"Exemple SAS\t\tNora Vidal\tdpo@exemple.example\t{PASSPHRASE}\t{PASSPHRASE}\n")
    user.waits()
    user.desktop.window.resize(1280, 720)
    user.waits()

    user.drops(twelve)
    user.waits()
    assert user.sees("Needs a look unsure.csv 3 rows")
    assert user.sees("Needs a look bank.csv 2 rows")
    assert user.sees("10 files go through without a question")
    assert not any(user.sees(f"list {n:02}") for n in range(1, 11))
    user.goes_to("Supplied by")
    user.types("Hugo Perrin")
    user.presses(KEY.Key_Return, modifier=CTRL)
    user.waits()

    assert user.sees("12 files imported")
    sources = list_sources(user.desktop.register)
    assert len(sources) == 12
    assert len({one.delivery_id for one in sources}) == 1
    assert {one.supplied_by for one in view_sources(user.desktop.register)} == {"Hugo Perrin"}


@pytest.fixture
def twelve(tmp_path, write_csv, write_xlsx):
    """Ten lists whose columns are known, one without sure titles, one with bank accounts."""
    folder = tmp_path / "from Hugo"
    folder.mkdir()
    for n in range(1, 11):
        rows = [["Nom", "E-mail"], [f"Ana Lang {n}", f"ana{n}@nord.example"]]
        if n % 2:
            write_csv(folder / f"list {n:02}.csv", rows)
        else:
            write_xlsx(folder / f"list {n:02}.xlsx", {"Liste": rows})
    write_csv(folder / "unsure.csv", UNSURE)
    write_csv(folder / "bank.csv", [
        ["Nom", "E-mail", "IBAN"],
        ["Tom Reyl", "tom@cobalt.example", "FR7630006000011234567890189"],
        ["Zoé Roux", "zoe@roux.example", "FR7630006000011234567890189"],
    ])  # fmt: skip
    return folder


def written(user):
    register = user.desktop.register
    files = (Path(f"{register.path}{suffix}") for suffix in ("", "-wal"))
    return [hashlib.sha256(one.read_bytes()).hexdigest() for one in files if one.exists()]
