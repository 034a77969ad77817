"""Journeys through the real window: its own threads, its own dialogs, no screen."""

import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QGuiApplication

from dsr_desktop.gui.desktop import Desktop
from dsr_desktop.gui.settings import WindowSettings, keep_qt_settings_in
from dsr_desktop.services.register import Company
from dsr_desktop.writers.sample_lists import write_sample_lists
from tests.journeys.command_line import CommandLine
from tests.journeys.user import User

CHEAP = 2**10
EXEMPLE = Company("Exemple SAS", dpo_name="Nora Vidal", dpo_contact="dpo@exemple.example")


@pytest.fixture(autouse=True, scope="session")
def own_qt_settings(tmp_path_factory):
    """Keep what Qt's file dialogs write away from the developer's own settings."""
    keep_qt_settings_in(tmp_path_factory.mktemp("qt"))


@pytest.fixture
def sit_down(qapp, qtbot, tmp_path, today, nothing_left_running):
    """Return a function that starts the app and gives the user in front of it."""
    users, bugs = [], []

    def start(language="en"):
        desktop = Desktop(
            qapp, WindowSettings(tmp_path), language=language, today=lambda: today, cost=CHEAP
        )
        desktop.jobs.crashed.connect(bugs.append)
        users.append(User(qtbot, desktop))
        desktop.start(None, tmp_path / "register.dsr")
        return users[-1]

    yield start
    for user in users:
        leave(user)
    assert bugs == []


@pytest.fixture
def stand_up():
    """Return a function that closes the window and ends the app."""
    return leave


@pytest.fixture
def terminal(make_register, capsys, monkeypatch, tmp_path, passphrase):
    """A terminal at an empty register of Exemple SAS, in a home of its own; sound at the end."""
    go_home(monkeypatch, tmp_path / "home")
    folder = tmp_path / "register"
    folder.mkdir()
    register = folder / "register.dsr"
    make_register(register, company=EXEMPLE).close()
    secret = tmp_path / "passphrase.txt"
    secret.write_text(passphrase, encoding="utf-8")
    terminal = CommandLine(capsys, register, secret)
    yield terminal
    assert terminal.does("verify")["sound"]


@pytest.fixture
def move_to(monkeypatch):
    """Return a function that goes on in another home, as on another machine."""
    return lambda home: go_home(monkeypatch, home)


@pytest.fixture
def lists(tmp_path):
    """The folder of generated lists: five can be read, one is cut off."""
    folder = tmp_path / "lists"
    write_sample_lists(folder)
    return folder


def go_home(monkeypatch, home):
    """Let the program find its own files below a folder; texts are in English."""
    for variable in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(variable, str(home))
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("LANGUAGE", "")


def leave(user):
    desktop = user.desktop
    desktop.jobs.cancel()  # after a failure one may be under way, and the window would ask
    user.waits()
    if desktop.window is not None:
        desktop.window.close()
        desktop.window.deleteLater()
        desktop.window = None
    desktop.opening.close()
    desktop.shut_down()
    QGuiApplication.clipboard().clear()
    user.blinks()
