"""Opens the forms of a card of the request page, and has written what they hand in."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from dsr_desktop.gui.pages.record_form import RecordForm
from dsr_desktop.gui.pages.requests.presenter import RequestsPresenter
from dsr_desktop.gui.pages.requests.questions import Questions
from dsr_desktop.gui.pages.requests.state import RequestState
from dsr_desktop.gui.workspace import Workspace
from dsr_desktop.services.register import Register

Result = TypeVar("Result")


class Desk:
    """`state` returns the request on show, None in the table: then nothing is asked."""

    def __init__(
        self,
        workspace: Workspace,
        presenter: RequestsPresenter,
        questions: Questions,
        state: Callable[[], RequestState | None],
    ) -> None:
        self.workspace = workspace
        self.presenter = presenter
        self.questions = questions
        self.state = state
        self.theme, self.tr = workspace.theme, workspace.tr

    @property
    def shown(self) -> RequestState:
        """The request on show; RuntimeError without one, where no card can be pressed."""
        state = self.state()
        if state is None:
            raise RuntimeError
        return state

    def ask(
        self,
        form: RecordForm,
        work: Callable[[Register, str, Any, date], Result],
        then: Callable[[Result], None] = lambda _result: None,
    ) -> None:
        """Open a form; `work` records its answer in the register, for the request, as of today."""
        ref = self.shown.request.ref
        form.submitted.connect(
            lambda answer: self.presenter.write(
                form, lambda register, today: work(register, ref, answer, today), then
            )
        )
        self.questions.open(form)
