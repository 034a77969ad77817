"""What the pictures of the search page show: a register made for them, and its scenes."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.domain.suppression import SuppressionReason, SuppressionScope
from dsr_desktop.domain.system import HowAsked, System, SystemKind
from dsr_desktop.domain.workdays import add_months
from dsr_desktop.gui.main_window import MainWindow
from dsr_desktop.gui.pages.search.page import SearchPage
from dsr_desktop.services.handling import new_request
from dsr_desktop.services.importing import ImportOptions, import_paths
from dsr_desktop.services.register import Company, Register, make_register
from dsr_desktop.services.reviewing import find_person, judge_hits, review
from dsr_desktop.services.suppressing import TypedKeys, add_to_list
from dsr_desktop.services.systems import add_system

Scene = Callable[[MainWindow], None]

_NAME = "search.dsr"
_NO_SECRET = "nothing is kept in here"  # noqa: S105 - of a register that is thrown away
_WEAK_COST = 2**10
_SHARED, _DESK = "famille@dupont.example", "accueil@acme.example"
_MONTHS_AGO = 29
_VISITORS, _NAMESAKES = 1_200, 14
_FAMILY = (
    ("Prénom", "Nom", "E-mail", "Mobile", "Né(e) le", "Ville", "Code client"),
    ("Camille", "Dupont", _SHARED, "06 12 34 56 78", "12/03/1980", "Lyon", "C-00123"),
    ("Marie", "Dupont", _SHARED, "06.12.34.56.78", "01/07/1954", "Lyon", "C-00124"),
    ("C.", "Dupont", _SHARED, "", "", "Lyon", ""),
)
_HELD = (("Nom", "E-mail"), ("Hugo Perrin", "hugo@perrin.example"))


def register_to_search(folder: Path, company: Company, today: date) -> tuple[Register, str]:
    """Make a register with a family, namesakes, an old list and a thousand visitors.

    Returns it with the reference of a request, two of whose confirmed rows contradict; another one is
    of a name one letter off.
    """
    register = make_register(folder / _NAME, _NO_SECRET, company, cost=_WEAK_COST)
    add_to_list(register, TypedKeys(("hugo@perrin.example",)), SuppressionScope.ALL,
                SuppressionReason.ERASURE, today)  # fmt: skip
    visitors = [("Nom complet", "E-mail", "Visite"),
                *(("Léa Marchand", _DESK, f"n° {n}") for n in range(_VISITORS))]  # fmt: skip
    namesakes = [("Nom complet", "Ville"),
                 *(("Camille Dupont", f"Ville {n}") for n in range(_NAMESAKES))]  # fmt: skip
    (folder / "salon-lyon.xlsx").write_bytes(b"PK\x03\x04 cut off")
    files = (("famille-2026.csv", _FAMILY), ("visiteurs.csv", visitors), ("salon.csv", _HELD))
    paths = [_write(folder / name, rows) for name, rows in files]
    import_paths(register, [*paths, folder / "salon-lyon.xlsx"], ImportOptions(), today)
    old = ImportOptions(collected_on=add_months(today, -_MONTHS_AGO))
    import_paths(register, [_write(folder / "lettre-info.csv", namesakes)], old, today)
    add_system(register, System("Archives", SystemKind.PAPER, HowAsked.BY_DPO, today), today)
    ref = _reviewed_request(register, today)
    misspelt = Criteria(name=("Camille Dupond",))
    new_request(register, [Right.ACCESS], misspelt, today, Channel.POST, today)
    return register, ref


def search_scenes(ref: str) -> list[tuple[str, Scene]]:
    """Return the scenes of the search page in a register of `register_to_search`."""
    nobody = Criteria(name=("Zoé Lambert",), email=("zoe@lambert.example",))
    dupont = Criteria(name=("Camille Dupont",), email=(_SHARED,))
    return [
        ("search-nothing", partial(_search, criteria=nobody)),
        ("search-weak-folded", partial(_search, criteria=dupont)),
        ("search-weak-open", partial(_search, criteria=dupont, weak=True)),
        ("search-many", partial(_search, criteria=Criteria(email=(_DESK,)))),
        ("search-typing", _type),
        ("search-number", partial(_type, text="C-00123")),
        ("review-namesakes", partial(_review, ref=ref)),
        ("request-namesakes", lambda window: window.workspace.show_request(ref)),
    ]


def _reviewed_request(register: Register, today: date) -> str:
    criteria = Criteria(email=(_SHARED,), phone=("06 12 34 56 78",))
    rights = [Right.ACCESS, Right.ERASURE]
    ref = new_request(register, rights, criteria, today, Channel.POST, today).request.ref
    find_person(register, ref, today)
    two = [hit.id for hit in review(register, ref, today).view.hits if hit.row in {2, 3}]
    judge_hits(register, ref, confirm=two, today=today)
    return ref


def _write(path: Path, rows: Sequence[Sequence[str]]) -> Path:
    path.write_text("\n".join(";".join(row) for row in rows) + "\n", encoding="utf-8")
    return path


def _search(window: MainWindow, criteria: Criteria, *, weak: bool = False) -> None:
    window.workspace.show_search(criteria)
    _page(window).hits.fold_weak(is_open=weak)


def _type(window: MainWindow, text: str = "léa march") -> None:
    window.workspace.show_search(None)
    page = _page(window)
    page.search_field.setText(text)
    page.search_now()


def _review(window: MainWindow, ref: str) -> None:
    _page(window).search_field.clear()
    window.workspace.show_search(None, ref)
    page = _page(window)
    page.hits.choose(page.hits.model.hits()[1].key)


def _page(window: MainWindow) -> SearchPage:
    page = window.page
    assert isinstance(page, SearchPage)  # noqa: S101 - just shown
    return page
