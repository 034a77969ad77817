"""The requests page: the table of all requests, or the file of one."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QGuiApplication, QHideEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from dsr_desktop.domain.next_step import NextStep
from dsr_desktop.domain.short_path import ShortPlan
from dsr_desktop.gui.pages.page import Page
from dsr_desktop.gui.pages.requests.desks import serve_cards
from dsr_desktop.gui.pages.requests.fee_dialogs import Known
from dsr_desktop.gui.pages.requests.guards import guards_of, settle_verb
from dsr_desktop.gui.pages.requests.list_pane import ListPane
from dsr_desktop.gui.pages.requests.made import LockedSources, Written
from dsr_desktop.gui.pages.requests.messages_desk import MessagesDesk
from dsr_desktop.gui.pages.requests.next_action import NextAction, next_action
from dsr_desktop.gui.pages.requests.presenter import RequestsPresenter
from dsr_desktop.gui.pages.requests.questions import Questions
from dsr_desktop.gui.pages.requests.request_pane import RequestPane
from dsr_desktop.gui.pages.requests.state import RequestState
from dsr_desktop.gui.pages.requests.table import RequestRow
from dsr_desktop.gui.pages.requests.words import list_line, received_line
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.tokens import Tone
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.gui.widgets.button import Button, ButtonKind, IconButton
from dsr_desktop.gui.widgets.chip import ChipLook
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.gui.workspace import Workspace
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.requests import right_with_article

_MOST_CHIPS = 2


class RequestsPage(Page):
    """Shows all requests; `open_request` shows one, `new_request` opens the form."""

    section = "requests"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, workspace.tr("Requests"), parent)
        theme, tr = workspace.theme, workspace.tr
        self._ref = ""
        self._rows: tuple[RequestRow, ...] = ()
        self._state: RequestState | None = None
        self._presenter = RequestsPresenter(workspace)
        self.questions = Questions(workspace, self._presenter, self)
        self.list = ListPane(theme, tr, workspace.today)
        self.request = RequestPane(theme, tr)
        self.messages = MessagesDesk(workspace, self.request.messages, lambda: self._state, self)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.request)
        self.column.addWidget(self._stack, 1)
        self.back = IconButton(theme, Icon.CHEVRON_LEFT, tr("Back to all requests (Esc)"))
        self.new = Button(theme, tr("New request…"), ButtonKind.PRIMARY, icon=Icon.PLUS)
        self.next = Button(theme, "", ButtonKind.PRIMARY, icon=Icon.ARROW_RIGHT)
        for button in (self.back, self.new, self.next):
            self.header.add_button(button)
        self._connect()
        self._connect_request()
        self.request.related.opened.connect(self.open_request)
        self._desks = serve_cards(
            self.request, workspace, self._presenter, self.questions, lambda: self._state
        )
        self._show_list()

    def open_request(self, ref: str) -> None:
        """Show the file of one request."""
        if ref != self._ref:
            self._show_list()
        self._ref = ref
        self._presenter.load_request(ref)

    def new_request(self) -> None:
        """Open the form for a new request."""
        self.questions.ask_new_request()

    def load(self) -> None:
        """Read again what is shown."""
        if self._ref:
            self._presenter.load_request(self._ref)
        else:
            self._presenter.load_list()

    def take_focus(self) -> None:
        """Begin in the table, or with what the request needs next."""
        (self.next if self._ref else self.list.table).setFocus()

    def close_pane(self) -> bool:
        """Go back from a request to the table."""
        if not self._ref:
            return False
        self._go_back()
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the news of what was made away: it stays until the page is left."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.notices.take_away("done")

    @property
    def state(self) -> RequestState | None:
        """The request shown, None in the table."""
        return self._state

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.listed.connect(self._show_rows)
        presenter.shown.connect(self._show_request)
        presenter.missing.connect(self._go_back)
        presenter.recorded.connect(self.open_request)
        presenter.written.connect(self._show_written)
        self.messages.presenter.saved.connect(self._show_written)
        presenter.packed.connect(self.questions.show_passphrase)
        presenter.reading.connect(self._show_reading)
        presenter.locked.connect(self._ask_password)
        presenter.short_planned.connect(self._ask_short_path)
        presenter.fee_known.connect(self._ask_fee)
        self.list.opened.connect(self.open_request)
        self.list.new_requested.connect(self.workspace.new_request_wanted)
        self.new.clicked.connect(self.workspace.new_request_wanted)
        self.back.clicked.connect(self._go_back)
        self.next.clicked.connect(self._do_next)

    def _connect_request(self) -> None:
        request, documents, ask = self.request, self.request.documents, self.questions
        request.search_requested.connect(self._find)
        request.decisions.recorded.connect(
            lambda decided: self._presenter.decide(self._ref, decided)
        )
        documents.file_requested.connect(self.workspace.show_file)
        documents.rescan_requested.connect(lambda: self._presenter.read_again(self._ref))
        for signal, question in (
            (request.clock.extend_requested, ask.ask_extension),
            (request.clock.pause_requested, ask.ask_pause),
            (request.clock.withdraw_requested, ask.ask_withdrawal),
            (documents.checklist_requested, ask.ask_checklist),
            (documents.bundle_requested, self._pack),
            (documents.send_requested, ask.ask_sending),
            (documents.steps_requested, ask.ask_steps),
            (documents.fee_requested, self._charge),
            (documents.close_requested, ask.ask_closing),
            (documents.dossier_requested, ask.ask_dossier),
            (documents.certificate_requested, ask.ask_certificate),
        ):
            signal.connect(partial(self._ask, question))

    def _ask(self, question: Callable[[RequestState], None]) -> None:
        if self._state is not None:
            question(self._state)

    def _show_list(self) -> None:
        self._ref, self._state = "", None
        self._stack.setCurrentWidget(self.list)
        self.header.set_title(self.workspace.tr("Requests"))
        self.header.set_state(list_line(self.workspace.tr, self._rows))
        self.header.set_chips(())
        self.notices.take_away("done")
        self._show_buttons(self.new)

    def _show_rows(self, rows: tuple[RequestRow, ...]) -> None:
        self._rows = rows
        self.list.show_rows(rows)
        if not self._ref:
            self.header.set_state(list_line(self.workspace.tr, rows))

    def _show_request(self, state: RequestState) -> None:
        if state.request.ref != self._ref.upper():
            return
        tr, is_new = self.workspace.tr, self._state is None
        self._ref, self._state = state.request.ref, state
        guards = guards_of(tr, state)
        self.request.show_state(state, guards)
        self._stack.setCurrentWidget(self.request)
        self.header.set_title(state.request.person)
        self.header.set_state(received_line(tr, state.request))
        self.header.set_chips(_right_chips(tr, state))
        following = next_action(tr, state, guards)
        self._show_buttons(self.next if following else None)
        if following is not None:
            self.next.show_verb(following.text, following.icon)
            _guard(self.next, following.reason)
        if is_new:
            self.request.scroll_to_top()
            self.next.setFocus()

    def _show_buttons(self, primary: Button | None) -> None:
        self.back.setVisible(self._state is not None)
        for button in (self.new, self.next):
            button.setVisible(button is primary)
        self.primary = primary

    def _go_back(self) -> None:
        self._show_list()
        self._presenter.load_list()
        self.list.table.setFocus()

    def _do_next(self) -> None:
        following = self._following()
        step = following.step if following else None
        if step in {NextStep.SEARCH, NextStep.REVIEW}:
            self._find()
        elif step is NextStep.SHORT:
            self._presenter.plan_short_path(self._ref)
        elif step is NextStep.ACCESS:
            self.request.documents.access_requested.emit()
        elif step is NextStep.RESCAN:
            self._presenter.read_again(self._ref)
        elif step is not None and (question := self._question_of(step)):
            self._ask(question)

    def _question_of(self, step: NextStep) -> Callable[[RequestState], None] | None:
        ask = self.questions
        return {
            NextStep.WAIT: ask.ask_pause,
            NextStep.BUNDLE: self._pack,
            NextStep.CHECKLIST: ask.ask_checklist,
            NextStep.SEND: ask.ask_sending,
            NextStep.CLOSE: ask.ask_closing,
        }.get(step)

    def _pack(self, state: RequestState) -> None:
        """Ask for the bundle, or for what has to be settled before."""
        if not settle_verb(self.workspace.tr, state):
            self.questions.ask_bundle(state)
        elif state.unsettled is None:
            self.questions.ask_origins(state)
        elif state.unsettled is not None and state.unsettled.activities:
            self.workspace.show_activity(state.unsettled.activities[0])
        else:
            self.workspace.show_page("files")

    def _following(self) -> NextAction | None:
        tr, state = self.workspace.tr, self._state
        return next_action(tr, state, guards_of(tr, state)) if state else None

    def _find(self) -> None:
        if self._state is not None:
            self.workspace.show_search(self._state.request.criteria, self._ref)

    def _show_reading(self, text: str) -> None:
        self.request.documents.show_reading(text)
        following = self._following()
        if following is not None and following.step is NextStep.RESCAN:
            self.next.set_busy(text)

    def _ask_password(self, locked: LockedSources) -> None:
        if self.isVisible() and locked.ref == self._ref.upper():
            self.questions.ask_password(locked)

    def _charge(self, state: RequestState) -> None:
        if state.request.fee is not None:
            self.questions.ask_fee_reply(state)
        else:
            self._presenter.read_repetition(state.request)

    def _ask_fee(self, known: Known) -> None:
        if self.isVisible() and known.request.ref == self._ref.upper():
            self.questions.ask_fee(known)

    def _ask_short_path(self, plan: ShortPlan) -> None:
        if self.isVisible() and plan.request.ref == self._ref.upper():
            self.questions.ask_short_path(plan)

    def _show_written(self, written: Written) -> None:
        tone = Tone.SOON if written.warning else Tone.OK
        banner = Banner(self.workspace.theme, tone, written.what, written.where)
        if written.warning:
            banner.add(Label(self.workspace.theme, written.warning, wraps=True))
        if written.copy:
            copy = banner.add_button(self.workspace.tr("Copy the text"))
            copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(written.copy))
        close = banner.add_button(self.workspace.tr("Close"))
        close.clicked.connect(lambda: self.notices.take_away("done"))
        self.notices.show_notice("done", banner)


def _guard(button: Button, reason: str) -> None:
    if reason:
        button.disable(reason)
    else:
        button.enable()


def _right_chips(tr: Tr, state: RequestState) -> tuple[ChipLook, ...]:
    rights = [item.right for item in state.request.items]
    shown = [ChipLook(right_with_article(tr, one), Tone.INFO) for one in rights]
    if len(shown) > _MOST_CHIPS:
        more = len(shown) - _MOST_CHIPS + 1
        shown[_MOST_CHIPS - 1 :] = [ChipLook(tr("{n} more rights", n=more), Tone.INFO)]
    return tuple(shown)
