"""The first window of a cold start, which asks for the passphrase of a register.

python -m benchmarks.first_window REGISTER
"""

from dsr_desktop.offline import stay_offline

stay_offline()  # as in the app: before anything else is loaded

import sys  # noqa: E402
from pathlib import Path  # noqa: E402

from PySide6.QtWidgets import QApplication  # noqa: E402

from benchmarks.first_paint import leave_when_painted  # noqa: E402
from dsr_desktop.gui.jobs import Jobs  # noqa: E402
from dsr_desktop.gui.opening import Opening  # noqa: E402
from dsr_desktop.gui.theme.theme import Theme  # noqa: E402
from dsr_desktop.wording.language import speak  # noqa: E402


def main(register: str) -> None:
    """Open it as the app does."""
    app = QApplication(sys.argv)
    theme = Theme()
    theme.apply(app)
    opening = Opening(theme, speak("en"), Jobs())
    opening.start(Path(register))
    assert opening.dialog is not None
    leave_when_painted(app, opening.dialog)


if __name__ == "__main__":
    main(sys.argv[1])
