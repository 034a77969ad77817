"""An erased person comes back with a list: held back, told, decided on, and then found."""

import pytest
from PySide6.QtCore import Qt

from dsr_desktop.services.held_rows import list_held_rows
from dsr_desktop.services.sourcing import list_sources
from dsr_desktop.services.verifying import verify
from tests.journeys.user import CTRL

KEY = Qt.Key
PASSPHRASE = "sept mots que personne ne devine ici"
MAIL = "famille@roux.example"
FAIR = [
    ["Nom", "Prénom", "E-mail"],
    ["Roux", "Paul", MAIL],
    ["Petit", "Zoé", "zoe@bar.example"],
    ["Roux", "Anne", MAIL],
]


@pytest.fixture
def fair(tmp_path, write_csv):
    folder = tmp_path / "lists"
    folder.mkdir()
    return write_csv(folder / "fair.csv", FAIR)


def test_an_erased_person_who_comes_back_is_held_until_the_dpo_has_decided(sit_down, fair):
    user = sit_down()
    user.types(f"Exemple SAS\t\tNora Vidal\tdpo@exemple.example\t{PASSPHRASE}\t{PASSPHRASE}\n")
    user.waits()
    user.desktop.window.resize(1280, 720)
    user.waits()

    put_the_family_mailbox_on_the_list(user)
    import_the_fair(user, fair)
    go_from_the_task_to_its_file(user)
    leave_the_same_person_out(user)
    search_and_be_told_what_is_held_back(user)
    store_the_other_person(user)
    find_her(user)

    assert verify(user.desktop.register).sound


def put_the_family_mailbox_on_the_list(user):
    """By keyboard: the reason Erasure alone decides that rows are held back."""
    user.presses(KEY.Key_8, modifier=CTRL)
    user.waits()
    assert user.sees("The suppression list is empty.")
    user.clicks("Add…")
    user.blinks()
    user.types(f"{MAIL}\t\t\t\t")
    user.presses(KEY.Key_Down)
    user.types("\t\n")
    user.waits()
    assert user.sees("1 entry added to the list E-mail: 0 rows of the register hold it")
    assert user.sees("E-mail · not to be stored")
    assert not user.sees(MAIL)


def import_the_fair(user, fair):
    user.drops(fair)
    user.waits()
    user.presses(KEY.Key_Return, modifier=CTRL)
    user.waits()
    assert user.sees("1 file imported, 1 row")
    assert user.sees("2 rows are held back by the suppression list. Decide on each.")


def go_from_the_task_to_its_file(user):
    user.presses(KEY.Key_1, modifier=CTRL)
    user.waits()
    assert "Erased person found again in fair.csv, row 2" in task(user)
    user.presses(KEY.Key_1, modifier=CTRL)
    user.types("\n")
    user.waits()
    assert user.sees("2 rows held back")
    assert user.sees("fair · row 2")
    assert user.sees("fair · row 4")


def leave_the_same_person_out(user):
    """By keyboard: Enter goes from the row to the first decision."""
    user.types("\n\n")
    user.blinks()
    assert user.sees("Leave row 2 out?")
    user.types("given name Paul, our file of 2024\n")
    user.waits()
    assert user.sees("Row 2 of fair.csv stays out")
    assert user.sees("Tell the owner of the file that the person is in it again.")
    assert user.sees("1 row left out: the same person")


def search_and_be_told_what_is_held_back(user):
    search(user)
    assert user.sees("Nothing found")
    assert user.sees("1 row held back")


def store_the_other_person(user):
    user.presses(KEY.Key_5, modifier=CTRL)
    user.waits()
    user.clicks("Another person: store…")
    user.blinks()
    user.types("given name Anne, his wife\n")
    user.waits()
    assert user.sees("Row 4 of fair.csv is stored")
    assert [row.is_open for row in list_held_rows(user.desktop.register)] == [False, False]
    assert list_sources(user.desktop.register)[0].row_count == 2


def find_her(user):
    search(user)
    assert user.sees("1 hit")
    assert user.sees("Anne Roux")
    assert not user.sees("held back")
    user.presses(KEY.Key_1, modifier=CTRL)
    user.waits()
    assert not user.sees("found again")


def search(user):
    user.presses(KEY.Key_K, modifier=CTRL)
    user.types(f"{MAIL}\n")
    user.waits()


def task(user):
    model = user.page.steps.model()
    return model.data(model.index(0, 0))
