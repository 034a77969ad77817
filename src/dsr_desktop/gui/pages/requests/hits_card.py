"""What was found of the person: counts by verdict, coverage, unread files, and the way there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.hit import SearchRun
from dsr_desktop.gui.pages.requests.guards import Guards
from dsr_desktop.gui.pages.requests.state import RequestState
from dsr_desktop.gui.pages.requests.words import local_day, rows_of_hits, rows_of_others
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink, TextStyle, Tone
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.gui.widgets.button import Button, ButtonSize
from dsr_desktop.gui.widgets.card import Card
from dsr_desktop.gui.widgets.fact_row import FactRow
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.gui.widgets.layouts import clear
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.matching import criterion_label
from dsr_desktop.wording.namesakes import look_again, may_be_two_people, rows_of_namesakes
from dsr_desktop.wording.other_names import rows_name_another, rows_to_check
from dsr_desktop.wording.sources import unread_reasons, unread_title


class HitsCard(Card):
    """Asks for the search page by `search_requested`."""

    search_requested = Signal()

    def __init__(self, theme: Theme, tr: Tr, parent: QWidget | None = None) -> None:
        self.search = Button(theme, "", icon=Icon.SEARCH, size=ButtonSize.SMALL)
        super().__init__(theme, tr("The person in the files"), aside=self.search, parent=parent)
        self._theme = theme
        self._tr = tr
        self.search.clicked.connect(self.search_requested)
        self.known = Label(theme, "", ink=Ink.MUTED, wraps=True)
        self._facts = QVBoxLayout()
        self._facts.setSpacing(5)
        self.coverage = Label(theme, "", TextStyle.CAPTION, Ink.MUTED, wraps=True)
        self._banners = QVBoxLayout()
        self.add(self.known)
        self.body.addLayout(self._facts)
        self.add(self.coverage)
        self.body.addLayout(self._banners)

    @property
    def banner(self) -> Banner | None:
        """The first banner: rows of somebody else or of two people, files not read; None without any."""
        item = self._banners.itemAt(0)
        widget = item.widget() if item is not None else None
        return widget if isinstance(widget, Banner) else None

    def show_state(self, state: RequestState, guards: Guards) -> None:
        """Show what was found for a request."""
        tr = self._tr
        self.known.setText(known_line(tr, state.request.criteria))
        clear(self._facts)
        for icon, ink, text in _facts(tr, state):
            self._facts.addWidget(FactRow(self._theme, icon, ink, text))
        self.coverage.setText(coverage_line(tr, state.run))
        self._show_banners(state)
        self.search.setText(search_verb(tr, state))
        if guards.search and state.run is None:
            self.search.disable(guards.search)
        else:
            self.search.enable()

    def _show_banners(self, state: RequestState) -> None:
        clear(self._banners)
        if named := rows_of_others(state):
            title = rows_name_another(self._tr, len(named))
            where = rows_to_check(self._tr, named)
            self._banners.addWidget(Banner(self._theme, Tone.LATE, title, where))
        if state.namesakes:
            tr, rows = self._tr, rows_of_hits(state)
            lines = (*rows_of_namesakes(tr, state.namesakes, rows.get), look_again(tr))
            title = may_be_two_people(tr)
            self._banners.addWidget(
                Banner(self._theme, Tone.LATE, title, "\n".join(lines), icon=Icon.USER_X)
            )
        if state.unread or state.partly:
            title = unread_title(self._tr, state.unread, state.partly)
            reasons = unread_reasons(self._tr, state.unread, state.partly)
            self._banners.addWidget(Banner(self._theme, Tone.SOON, title, reasons))


def search_verb(tr: Tr, state: RequestState) -> str:
    """Name the way to the search page: find, review what is open, or look at the hits."""
    if state.run is None:
        return tr("Find the person…")
    if not state.request.is_open:
        return tr("Show the hits")
    if left := len(state.open_hits):
        return tr.count("Review {n} hit…", "Review {n} hits…", left)
    return tr("Review the hits…")


def known_line(tr: Tr, criteria: Criteria) -> str:
    """Say what is known about the person."""
    known = (
        f"{criterion_label(tr, kind)} {value}"
        for kind, values in criteria.given().items()
        for value in values
    )
    return " · ".join(known)


def coverage_line(tr: Tr, run: SearchRun | None) -> str:
    """Say how much the last search looked at, and when."""
    if run is None:
        return tr("Nobody has been looked for yet.")
    rows = tr.count("{n} row", "{n} rows", run.rows)
    files = tr.count("{n} file", "{n} files", run.files)
    day = tr.date(local_day(run.at))
    return tr("Searched {files}, {rows} on {day}", files=files, rows=rows, day=day)


def _facts(tr: Tr, state: RequestState) -> tuple[tuple[Icon, Ink, str], ...]:
    if state.run is None:
        return ()
    confirmed, rejected = len(state.confirmed), len(state.rejected)
    left, weak = len(state.open_hits), len(state.weak)
    counted = (
        (confirmed, Icon.CIRCLE_CHECK, Ink.OK,
         tr.count("{n} row is the person", "{n} rows are the person", confirmed)),
        (rejected, Icon.CIRCLE_X, Ink.MUTED,
         tr.count("{n} row is someone else", "{n} rows are someone else", rejected)),
        (left, Icon.CIRCLE_DASHED, Ink.SOON,
         tr.count("{n} hit is open", "{n} hits are open", left)),
        (weak, Icon.CHEVRON_RIGHT, Ink.MUTED,
         tr.count("{n} weak hit, folded away", "{n} weak hits, folded away", weak)),
    )  # fmt: skip
    shown = tuple((icon, ink, text) for count, icon, ink, text in counted if count)
    nothing = (Icon.SEARCH, Ink.MUTED, tr("Nothing was found."))
    return shown or (nothing,)
