"""Pictures of the pages, drawn off the screen in both colours."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, time
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEvent, QLocale, QPoint
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from dsr_desktop.domain.errors import OutputFileError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.request import Request
from dsr_desktop.gui.erasing_scenes import erasing_scenes, register_to_erase_in
from dsr_desktop.gui.first_run import FirstRunDialog
from dsr_desktop.gui.held_scenes import register_with_held_rows
from dsr_desktop.gui.jobs import AtOnce, Jobs
from dsr_desktop.gui.main_window import SIZE, MainWindow
from dsr_desktop.gui.pages.files.import_pane import ImportPane
from dsr_desktop.gui.pages.files.page import FilesPage
from dsr_desktop.gui.registers_scenes import register_of_records, registers_scenes
from dsr_desktop.gui.request_scenes import register_with_files, request_scenes
from dsr_desktop.gui.search_scenes import register_to_search, search_scenes
from dsr_desktop.gui.theme.theme import Theme, ThemeMode
from dsr_desktop.gui.unlock import UnlockDialog
from dsr_desktop.gui.workspace import Workspace
from dsr_desktop.services.places import REGISTER_NAME
from dsr_desktop.services.register import Register, make_register
from dsr_desktop.services.request_lists import list_open_requests
from dsr_desktop.services.sourcing import list_sources
from dsr_desktop.wording.language import Tr, speak

MODES = (ThemeMode.LIGHT, ThemeMode.DARK)
_ROUNDS_OF_LAYOUT = 6
_WEAK_COST = 2**10
_TIME = time(14, 2)
_SHADE = QColor(0, 0, 0, 70)
_NO_SECRET = "nothing is kept in here"  # noqa: S105 - of a register that is thrown away

_DOUBTFUL_LIST = "clients-2019.csv"

Scene = Callable[[MainWindow], None]


def take_pictures(
    register: Register,
    folder: Path,
    today: date,
    language: str,
    *,
    modes: Sequence[ThemeMode] = MODES,
) -> list[Path]:
    """Draw every page and main state of an open register into `folder`, as PNG of 1280 × 800.

    `language` is the window's ("fr"); what the register holds is shown as it is written there.

    The names say what is shown, such as "today-light-fr.png". A fault in a page is raised.
    """
    app = _application()
    folder.mkdir(parents=True, exist_ok=True)
    pictures = []
    with TemporaryDirectory() as passing:
        empty = make_register(
            Path(passing) / REGISTER_NAME, _NO_SECRET, register.company, cost=_WEAK_COST
        )
        lists = [*_files_of(register), _doubtful_list(Path(passing))]
        held = register_with_held_rows(Path(passing), register.company, today)
        searched, ref = register_to_search(Path(passing), register.company, today)
        recorded = register_of_records(Path(passing), register.company, today)
        filed, file_ref = register_with_files(Path(passing), register.company, today)
        erased, erased_ref = register_to_erase_in(Path(passing), register.company, today)
        QLocale.setDefault(QLocale(language))
        for mode in modes:
            studio = _Studio(app, speak(language), mode, folder, today)
            pictures += studio.draw_register(register)
            pictures += studio.draw_empty(empty, lists)
            pictures += studio.draw_held(held)
            pictures += studio.draw_scenes(searched, search_scenes(ref))
            pictures += studio.draw_scenes(filed, request_scenes(file_ref))
            pictures += studio.draw_scenes(erased, erasing_scenes(Path(passing), erased_ref))
            pictures += studio.draw_scenes(recorded, registers_scenes(recorded.path.parent))
            pictures += studio.draw_dialogs()
        empty.close()
        held.close()
        searched.close()
        recorded.close()
        filed.close()
        erased.close()
    return pictures


class _Studio:
    """Draws in one language and one colour scheme."""

    def __init__(
        self,
        app: QApplication,
        tr: Tr,
        mode: ThemeMode,
        folder: Path,
        today: date,
    ) -> None:
        self._tr = tr
        self._mode = mode
        self._folder = folder
        self._today = today
        self._theme = Theme(mode)
        self._theme.apply(app)

    def draw_register(self, register: Register) -> list[Path]:
        """Draw all pages of a register."""
        window = self._window(register)
        pictures = [
            self._draw(name, window, scene) for name, scene in _scenes(register, self._today)
        ]
        _throw_away(window)
        return pictures

    def draw_empty(self, register: Register, lists: Sequence[Path]) -> list[Path]:
        """Draw the first steps of an empty register, and the preview of its first import."""
        window = self._window(register)
        scenes: list[tuple[str, Scene]] = [
            ("today-empty", partial(_show, section="today")),
            ("files-empty", partial(_show, section="files")),
            ("import", lambda shown: shown.workspace.show_import(lists)),
            ("import-more", _unfold_more),
            ("import-encoding", partial(_look_at, file=lists[-1])),
        ]
        pictures = [self._draw(name, window, scene) for name, scene in scenes]
        _throw_away(window)
        return pictures

    def draw_held(self, register: Register) -> list[Path]:
        """Draw what the suppression list held back, and the list itself."""
        window = self._window(register)
        [source] = list_sources(register)
        scenes: list[tuple[str, Scene]] = [
            ("files-held", lambda shown: shown.workspace.show_file(source.id or 0)),
            ("settings-suppression", partial(_show, section="settings")),
        ]
        pictures = [self._draw(name, window, scene) for name, scene in scenes]
        _throw_away(window)
        return pictures

    def draw_scenes(self, register: Register, scenes: Iterable[tuple[str, Scene]]) -> list[Path]:
        """Draw scenes of a register that was made for them."""
        window = self._window(register)
        pictures = [self._draw(name, window, scene) for name, scene in scenes]
        _throw_away(window)
        return pictures

    def draw_dialogs(self) -> list[Path]:
        """Draw the dialogs before a register is open."""
        place = Path("/") / REGISTER_NAME
        unlock = UnlockDialog(self._theme, self._tr, place)
        first_run = FirstRunDialog(self._theme, self._tr, place)
        pictures = []
        for name, dialog in (("unlock", unlock), ("first-run", first_run)):
            dialog.show()
            pictures.append(self._save(name, dialog))
            _throw_away(dialog)
        return pictures

    def _window(self, register: Register) -> MainWindow:
        jobs = Jobs({"work": AtOnce(), "read": AtOnce()})
        jobs.crashed.connect(_raise)
        workspace = Workspace(register, self._tr, self._theme, jobs, lambda: self._today)
        saved_at = datetime.combine(self._today, _TIME)
        window = MainWindow(workspace, now=lambda: saved_at)
        window.resize(*SIZE)
        window.show()
        return window

    def _draw(self, name: str, window: MainWindow, scene: Scene) -> Path:
        scene(window)
        _settle()
        if (focused := window.focusWidget()) is not None:
            focused.clearFocus()
        dialog = QApplication.activeModalWidget()
        path = self._save(name, window, dialog)
        if dialog is not None:
            _throw_away(dialog)
        return path

    def _save(self, name: str, widget: QWidget, dialog: QWidget | None = None) -> Path:
        """Save what `widget` shows, with a dialog in its middle if there is one."""
        _settle()
        picture = widget.grab()
        if dialog is not None:
            painter = QPainter(picture)
            painter.fillRect(widget.rect(), _SHADE)
            painter.drawPixmap(_middle_of(widget, dialog), dialog.grab())
            painter.end()
        path = self._folder / f"{name}-{self._mode.value}-{self._tr.language}.png"
        if not picture.save(str(path)):
            raise OutputFileError(
                mark("{name} could not be written to {folder}. Check the folder and the free space."),
                name=path.name, folder=str(self._folder),
            )  # fmt: skip
        return path


def _application() -> QApplication:
    running = QApplication.instance()
    return running if isinstance(running, QApplication) else QApplication([])


def _files_of(register: Register) -> list[Path]:
    """Return the files that were imported and are still there."""
    files = (Path(source.path) for source in list_sources(register))
    return [file for file in files if file.exists()]


def _doubtful_list(folder: Path) -> Path:
    """Write a list whose accented letters can be read in several ways."""
    path = folder / _DOUBTFUL_LIST
    rows = "Nom;E-mail\r\nBréhat Éloïse;eloise@roux.example\r\nNuñez José;jose@oliva.example\r\n"
    path.write_bytes(rows.encode("cp1252"))
    return path


def _look_at(window: MainWindow, file: Path) -> None:
    pane = _import_pane(window)
    pane.about.more.set_open(False)
    pane.list.look_at(file)


def _unfold_more(window: MainWindow) -> None:
    _import_pane(window).about.more.set_open(True)


def _import_pane(window: MainWindow) -> ImportPane:
    page = window.page
    assert isinstance(page, FilesPage)  # noqa: S101 - an import is being prepared
    return page.import_pane


def _scenes(register: Register, today: date) -> list[tuple[str, Scene]]:
    scenes: list[tuple[str, Scene]] = [
        (section, partial(_show, section=section))
        for section in (
            "today",
            "requests",
            "search",
            "contacts",
            "files",
            "registers",
            "retention",
            "settings",
        )
    ]
    if requests := list_open_requests(register, today):
        scenes += _scenes_of_request(requests[0].request)
    return scenes


def _scenes_of_request(request: Request) -> list[tuple[str, Scene]]:
    return [
        ("request", lambda window: window.workspace.show_request(request.ref)),
        ("new-request", lambda window: window.workspace.new_request_wanted.emit()),
        ("review", lambda window: window.workspace.show_search(None, request.ref)),
        ("search-free", lambda window: window.workspace.show_search(request.criteria)),
    ]


def _middle_of(window: QWidget, dialog: QWidget) -> QPoint:
    area = dialog.rect()
    area.moveCenter(window.rect().center())
    return area.topLeft()


def _show(window: MainWindow, section: str) -> None:
    window.show_section(section)


def _settle() -> None:
    """Let Qt lay out, paint and delete what is due."""
    for _round in range(_ROUNDS_OF_LAYOUT):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()


def _throw_away(widget: QWidget) -> None:
    widget.close()
    widget.deleteLater()
    _settle()


def _raise(error: Exception) -> None:
    raise error
