"""Opens the gallery, or writes its pictures: `python -m dsr_desktop.gui.gallery [FOLDER]`."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from dsr_desktop.gui.gallery.window import SHEETS, Gallery
from dsr_desktop.gui.theme.theme import Theme, ThemeMode


def main() -> int:
    """Show the window, or write one picture for each sheet and scheme to a folder."""
    app = QApplication(sys.argv[:1])
    theme = Theme()
    theme.apply(app)
    gallery = Gallery(theme)
    gallery.show()
    if len(sys.argv) == 1:
        return app.exec()
    write_pictures(app, theme, gallery, Path(sys.argv[1]))
    return 0


def write_pictures(app: QApplication, theme: Theme, gallery: Gallery, folder: Path) -> None:
    """Write the pictures of all sheets, light and dark, to `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for mode in (ThemeMode.LIGHT, ThemeMode.DARK):
        theme.set_mode(mode)
        for name in SHEETS:
            gallery.show_sheet(name)
            app.processEvents()
            gallery.save_picture(folder / f"{name}-{mode.value}.png")


if __name__ == "__main__":
    sys.exit(main())
