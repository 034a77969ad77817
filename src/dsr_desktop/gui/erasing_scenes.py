"""Pictures of an erasure: the card of its acts, and the dialogs that it opens."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.erasure_decisions import LineMark, Outcome
from dsr_desktop.domain.request import Channel, Decision, Right
from dsr_desktop.gui.main_window import MainWindow
from dsr_desktop.gui.pages.requests.erasing.lines_dialog import LinesDialog
from dsr_desktop.gui.pages.requests.erasing.mark_form import MarkForm
from dsr_desktop.gui.pages.requests.page import RequestsPage
from dsr_desktop.services.checklists import write_checklist
from dsr_desktop.services.erasure_decisions import mark_lines, marked_lines
from dsr_desktop.services.handling import decide, new_request
from dsr_desktop.services.importing import ImportOptions, import_paths
from dsr_desktop.services.register import Company, Register, make_register
from dsr_desktop.services.rescanning import rescan
from dsr_desktop.services.reviewing import find_person, judge_hits

Scene = Callable[[MainWindow], None]

_NAME, _LISTS, _OUT = "erasing.dsr", "lists", "cleaned"
_NO_SECRET = "nothing is kept in here"  # noqa: S105 - of a register that is thrown away
_WEAK_COST = 2**10
_PERSON = Criteria(name=("Camille Dupont",), email=("camille.dupont@acme.example",))
_TITLES = "Nom;Prénom;E-mail;Ville\n"
_ROW = "Dupont;Camille;camille.dupont@acme.example;Lyon\n"
_OTHERS = "Petit;Paul;paul@acme.example;Nantes\nMarchand;Léa;lea@marchand.example;Lille\n"


def register_to_erase_in(folder: Path, company: Company, today: date) -> tuple[Register, str]:
    """Make a register with a granted erasure, hits in three lists; returns its reference too."""
    register = make_register(folder / _NAME, _NO_SECRET, company, cost=_WEAK_COST)
    lists = folder / _LISTS
    lists.mkdir()
    for name, text in (
        ("crm.csv", _TITLES + _OTHERS + _ROW), ("salon-2026.csv", _TITLES + _ROW + _OTHERS),
        ("newsletter.csv", _TITLES + _OTHERS + _OTHERS + _ROW),
    ):  # fmt: skip
        (lists / name).write_text(text, encoding="utf-8")
    import_paths(register, sorted(lists.iterdir()), ImportOptions(), today)
    (lists / "newsletter.csv").write_text(_TITLES + _ROW, encoding="utf-8")
    received = today - timedelta(days=6)
    ref = new_request(
        register, [Right.ERASURE], _PERSON, received, Channel.EMAIL_DPO, today
    ).request.ref
    find_person(register, ref, today)
    judge_hits(register, ref, confirm_strong=True, today=today)
    decide(register, ref, Right.ERASURE, Decision.GRANTED, today)
    return register, ref


def erasing_scenes(folder: Path, ref: str) -> list[tuple[str, Scene]]:
    """Return the scenes in a register of `register_to_erase_in`; copies go into `folder`."""
    out = folder / _OUT
    return [
        ("erasing-copies", partial(_copies, ref=ref, out=out)),
        ("erasing", partial(_card, ref=ref)),
        ("erasing-lines", partial(_show_lines, ref=ref)),
        ("erasing-mark", partial(_mark_line, ref=ref)),
        ("erasing-ticked", partial(_ask_ticked, ref=ref, folder=folder)),
        ("erasing-replace", partial(_ask_replacing, ref=ref)),
        ("erasing-register", partial(_ask_erasing, ref=ref, lists=folder / _LISTS)),
    ]


def _page(window: MainWindow, ref: str) -> RequestsPage:
    window.workspace.show_request(ref)
    page = window.page
    assert isinstance(page, RequestsPage)  # noqa: S101 - a request is on show
    return page


def _copies(window: MainWindow, ref: str, out: Path) -> None:
    out.mkdir(exist_ok=True)
    page = _page(window, ref)
    page.questions.ask_folder = lambda _title: [out]
    page.request.erasing.copies.button.click()


def _card(window: MainWindow, ref: str) -> None:
    request = _page(window, ref).request
    request.show_part(request.erasing)


def _lines_of(window: MainWindow, ref: str) -> tuple[RequestsPage, LinesDialog]:
    page = _page(window, ref)
    page.request.erasing.lines.button.click()
    dialog = page.questions.dialog
    assert isinstance(dialog, LinesDialog)  # noqa: S101 - the card opens it
    return page, dialog


def _show_lines(window: MainWindow, ref: str) -> None:
    workspace = window.workspace
    shown = marked_lines(workspace.register, ref, workspace.today(), workspace.tr)
    marks = [LineMark(one.id, Outcome.ERASED, workspace.today(), "ZR") for one in shown.lines[:2]]
    mark_lines(workspace.register, ref, marks, workspace.today(), workspace.tr)
    _lines_of(window, ref)


def _mark_line(window: MainWindow, ref: str) -> None:
    page, lines = _lines_of(window, ref)
    lines.verb_button.click()
    form = page.questions.dialog
    assert isinstance(form, MarkForm)  # noqa: S101 - the lines open it
    form.outcome.setCurrentIndex(form.outcome.count() - 1)


def _ask_ticked(window: MainWindow, ref: str, folder: Path) -> None:
    workspace = window.workspace
    made = write_checklist(workspace.register, ref, folder, workspace.today(), workspace.tr)
    page = _page(window, ref)
    page.questions.ask_file = lambda _title: made.xlsx
    page.request.erasing.ticked.button.click()


def _ask_replacing(window: MainWindow, ref: str) -> None:
    _card(window, ref)
    _page(window, ref).request.erasing.replace.button.click()


def _ask_erasing(window: MainWindow, ref: str, lists: Path) -> None:
    before = {one: one.read_bytes() for one in lists.iterdir()}
    for one in before:
        one.write_text(_TITLES, encoding="utf-8")
    rescan(window.workspace.register, ref)
    _card(window, ref)
    _page(window, ref).request.erasing.register.button.click()
    for one, content in before.items():
        one.write_bytes(content)
