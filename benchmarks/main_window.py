"""The main window over an empty register: python -m benchmarks.main_window REGISTER."""

from dsr_desktop.offline import stay_offline

stay_offline()  # as in the app: before anything else is loaded

import sys  # noqa: E402
from datetime import date  # noqa: E402
from pathlib import Path  # noqa: E402

from PySide6.QtWidgets import QApplication  # noqa: E402

from benchmarks.empty_register import PASSPHRASE  # noqa: E402
from benchmarks.first_paint import leave_when_painted  # noqa: E402
from dsr_desktop.gui.jobs import Jobs  # noqa: E402
from dsr_desktop.gui.main_window import MainWindow  # noqa: E402
from dsr_desktop.gui.theme.theme import Theme  # noqa: E402
from dsr_desktop.gui.workspace import Workspace  # noqa: E402
from dsr_desktop.services.register import open_register  # noqa: E402
from dsr_desktop.wording.language import speak  # noqa: E402


def main(path: str) -> None:
    """Open the register and the window, with nobody waiting for a passphrase in between."""
    app = QApplication(sys.argv)
    theme = Theme()
    theme.apply(app)
    register = open_register(Path(path), PASSPHRASE)
    workspace = Workspace(register, speak("en"), theme, Jobs(), date.today)
    window = MainWindow(workspace)
    window.show()
    leave_when_painted(app, window)


if __name__ == "__main__":
    main(sys.argv[1])
