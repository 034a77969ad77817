"""Composition root: the one place that knows the command line and the window."""

import logging
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn


@dataclass(frozen=True)
class WindowArguments:
    """What was given on the command line for the window: a register, a language."""

    register: Path | None = None
    language: str = ""


def main(arguments: Sequence[str]) -> int:
    """Open the window, or run the command given; returns the exit code."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(message)s")
    wanted = window_arguments(arguments)
    return _run_command(arguments) if wanted is None else open_window(wanted)


def leave(code: int) -> NoReturn:
    """End a command at once: to take the interpreter down piece by piece takes half a second.

    All files are closed by then; what is still to be printed is.
    """
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):  # closed, or nobody reads it
            stream.flush()
    os._exit(code)


def window_arguments(arguments: Sequence[str]) -> WindowArguments | None:
    """Return what the window is asked for, None if a command or another option is given."""
    given = {"--register": "", "--lang": ""}
    rest = [part for argument in arguments for part in _split(argument)]
    while len(rest) >= 2 and rest[0] in given:
        given[rest[0]] = rest[1]
        del rest[:2]
    if rest or given["--lang"] not in {"", "fr", "en"}:
        return None
    register = given["--register"]
    return WindowArguments(Path(register).absolute() if register else None, given["--lang"])


def open_window(wanted: WindowArguments) -> int:
    """Run the window until it is closed; nothing but Qt is loaded before the first dialog."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - the command line does without it

    from dsr_desktop.gui.desktop import Desktop  # noqa: PLC0415 - after Qt
    from dsr_desktop.gui.settings import WindowSettings, keep_qt_settings_in  # noqa: PLC0415
    from dsr_desktop.services.places import data_folder, default_register  # noqa: PLC0415

    keep_qt_settings_in(data_folder())
    app = QApplication(sys.argv[:1])
    desktop = Desktop(app, WindowSettings(data_folder()), language=wanted.language)
    desktop.reporter.install()
    desktop.start(wanted.register, default_register())
    code = app.exec()
    desktop.shut_down()
    return code


def _run_command(arguments: Sequence[str]) -> int:
    from dsr_desktop.cli.demo_command import demo_command  # noqa: PLC0415 - the window does without
    from dsr_desktop.cli.program import run, tell_faults  # noqa: PLC0415
    from dsr_desktop.cli.shots_command import shots_command  # noqa: PLC0415

    tell_faults(arguments)
    return run(arguments, more=[demo_command(_take_pictures), shots_command(_take_pictures)])


def _take_pictures(path: Path, passphrase: str, folder: Path, language: str) -> list[Path]:
    """Draw the pages without a screen, from a copy: looking at a search would log one."""
    import shutil  # noqa: PLC0415 - slow to load, and the window does without it
    from tempfile import TemporaryDirectory  # noqa: PLC0415

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from dsr_desktop.gui.desktop import today_here  # noqa: PLC0415 - only now Qt is needed
    from dsr_desktop.gui.shots import take_pictures  # noqa: PLC0415
    from dsr_desktop.services.register import keys_path, open_register  # noqa: PLC0415

    with TemporaryDirectory() as passing:
        for file in (path, keys_path(path)):
            shutil.copy(file, passing)
        register = open_register(Path(passing) / path.name, passphrase)
        try:
            return take_pictures(register, folder, today_here(), language)
        finally:
            register.close()


def _split(argument: str) -> list[str]:
    """Split "--register=FILE" into option and value."""
    name, equals, value = argument.partition("=")
    return [name, value] if equals and name in {"--register", "--lang"} else [argument]
