"""One desk for each card that asks something: each opens its forms and has them recorded."""

from collections.abc import Callable

from dsr_desktop.gui.pages.requests.access_desk import AccessDesk
from dsr_desktop.gui.pages.requests.automated_desk import AutomatedDesk
from dsr_desktop.gui.pages.requests.decision_desk import DecisionDesk
from dsr_desktop.gui.pages.requests.desk import Desk
from dsr_desktop.gui.pages.requests.erasing.desk import ErasingDesk
from dsr_desktop.gui.pages.requests.history_desk import HistoryDesk
from dsr_desktop.gui.pages.requests.identity_desk import IdentityDesk
from dsr_desktop.gui.pages.requests.letters_desk import LettersDesk
from dsr_desktop.gui.pages.requests.notes_desk import NotesDesk
from dsr_desktop.gui.pages.requests.people_desk import PeopleDesk
from dsr_desktop.gui.pages.requests.presenter import RequestsPresenter
from dsr_desktop.gui.pages.requests.questions import Questions
from dsr_desktop.gui.pages.requests.related_desk import RelatedDesk
from dsr_desktop.gui.pages.requests.request_pane import RequestPane
from dsr_desktop.gui.pages.requests.restriction_desk import RestrictionDesk
from dsr_desktop.gui.pages.requests.source_desk import SourceDesk
from dsr_desktop.gui.pages.requests.state import RequestState
from dsr_desktop.gui.pages.requests.transfer_desk import TransferDesk
from dsr_desktop.gui.workspace import Workspace


def serve_cards(
    pane: RequestPane,
    workspace: Workspace,
    presenter: RequestsPresenter,
    questions: Questions,
    state: Callable[[], RequestState | None],
) -> tuple[Desk, ...]:
    """Put a desk behind each card; the caller keeps them."""
    args = (workspace, presenter, questions, state)
    sources, identity, people = SourceDesk(*args), IdentityDesk(*args), PeopleDesk(*args)
    related, notes, past = RelatedDesk(*args), NotesDesk(*args), HistoryDesk(*args)
    decisions, access = DecisionDesk(*args), AccessDesk(*args)
    access.serve(pane.documents)
    erasing = ErasingDesk(*args)
    erasing.serve(pane.erasing)
    transfer = TransferDesk(*args)
    transfer.serve(pane.transfer)
    automated = AutomatedDesk(*args)
    automated.serve(pane.automated)
    letters = LettersDesk(*args)
    letters.serve(pane.letters)
    restriction = RestrictionDesk(*args)
    restriction.serve(pane.restriction)
    decisions.serve(pane.decisions)
    sources.serve(pane.sources)
    identity.serve(pane.identity)
    people.serve(pane.people)
    related.serve(pane.related)
    notes.serve(pane.notes)
    past.serve(pane.history)
    return (
        access, letters, decisions, sources, identity, people, related, notes, past, restriction,
        erasing, transfer, automated,
    )  # fmt: skip
