"""The least window that PySide6 can show: python -m benchmarks.bare_window."""

import sys

from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from benchmarks.first_paint import leave_when_painted


def main() -> None:
    """Open it."""
    app = QApplication(sys.argv)
    window = QMainWindow()
    window.resize(1280, 800)
    window.setCentralWidget(QLabel("DSR Desktop"))
    window.show()
    leave_when_painted(app, window)


if __name__ == "__main__":
    main()
