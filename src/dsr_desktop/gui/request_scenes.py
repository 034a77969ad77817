"""Pictures of the file of a request: systems asked, an agent, an earlier request, notes, forms."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from dsr_desktop.domain.call_sheet import CallTexts
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.identity import IdentityCheck, IdentityMethod, IdentityResult
from dsr_desktop.domain.letters import LetterKind
from dsr_desktop.domain.request import Channel, Decision, Right
from dsr_desktop.domain.requester import (
    Address,
    AddressKind,
    DataSubject,
    Mandate,
    Relation,
    Requester,
)
from dsr_desktop.domain.source_task import StepKind
from dsr_desktop.domain.system import HowAsked, System, SystemKind
from dsr_desktop.gui.main_window import MainWindow
from dsr_desktop.gui.pages.requests.history_card import HistoryCard
from dsr_desktop.gui.pages.requests.letter_dialog import LetterDialog
from dsr_desktop.gui.pages.requests.page import RequestsPage
from dsr_desktop.gui.pages.requests.review_dialog import ReviewDialog
from dsr_desktop.services import source_tasks
from dsr_desktop.services.calls import list_calls, note_call
from dsr_desktop.services.handling import decide, mark_sent, new_request
from dsr_desktop.services.identity_log import log_identity_check
from dsr_desktop.services.letter_writing import LetterOrder, write_letter
from dsr_desktop.services.linking import record_reminder
from dsr_desktop.services.package_reviews import approve_package, mask_what_is_pointed_out
from dsr_desktop.services.processing import read_controller, set_controller
from dsr_desktop.services.register import Company, Register, make_register
from dsr_desktop.services.request_edits import hand_to, write_note
from dsr_desktop.services.request_facts import record_requester, record_subject
from dsr_desktop.services.reviewing import find_person
from dsr_desktop.services.systems import add_system

Scene = Callable[[MainWindow], None]

_NAME = "file.dsr"
_NO_SECRET = "nothing is kept in here"  # noqa: S105 - of a register that is thrown away
_WEAK_COST = 2**10
_PERSON = Criteria(name=("Camille Dupont",), email=("camille.dupont@acme.example",))


def register_with_files(folder: Path, company: Company, today: date) -> tuple[Register, str]:
    """Make a register with two requests of one person; returns the reference of the later one."""
    register = make_register(folder / _NAME, _NO_SECRET, company, cost=_WEAK_COST)
    started = today - timedelta(days=60)
    for name, kind, owner in (
        ("CRM", SystemKind.CRM, "Ana Roux"), ("Archives", SystemKind.PAPER, "Luc Petit"),
        ("Support", SystemKind.MAILBOX, "Ana Roux"),
    ):  # fmt: skip
        add_system(register, System(name, kind, HowAsked.SLIP, started, owner=owner), today)
    _earlier_request(register, today)
    received = today - timedelta(days=12)
    rights = [Right.ACCESS, Right.ERASURE]
    view = new_request(register, rights, _PERSON, received, Channel.POST, today)
    _fill(register, view.request.ref, today)
    return register, view.request.ref


def request_scenes(ref: str) -> list[tuple[str, Scene]]:
    """Return the scenes of the requests pages in a register of `register_with_files`."""
    return [
        ("requests-some", _list),
        ("requests-call", _call),
        ("request-file", lambda window: window.workspace.show_request(ref)),
        ("request-file-below", partial(_scroll, ref=ref)),
        ("request-task", partial(_ask, ref=ref, card="sources")),
        ("request-identity", partial(_ask, ref=ref, card="identity")),
        ("request-requester", partial(_ask, ref=ref, card="people")),
        ("request-correct", partial(_ask, ref=ref, card="history")),
        ("request-decide", partial(_ask, ref=ref, card="decisions")),
        ("request-contents", partial(_review, ref=ref)),
        ("request-hand-over", partial(_hand_over, ref=ref)),
        ("request-letters", partial(_letters, ref=ref)),
        ("request-letter", partial(_letter, ref=ref)),
        ("request-letter-sent", partial(_letter_sent, ref=ref)),
    ]


def _earlier_request(register: Register, today: date) -> None:
    received = today - timedelta(days=40)
    rights = [Right.ACCESS]
    ref = new_request(register, rights, _PERSON, received, Channel.EMAIL_DPO, today).request.ref
    find_person(register, ref, today)
    _answer_all(register, ref, today)
    decide(register, ref, Right.ACCESS, Decision.NO_DATA, today)
    mark_sent(register, ref, today, Channel.EMAIL_DPO, today)


def _answer_all(register: Register, ref: str, today: date) -> None:
    for task in source_tasks.list_tasks(register, ref):
        source_tasks.record_answer(
            register, ref, task.id, StepKind.NOTHING_FOUND, today, today, by=task.system.owner
        )


def _fill(register: Register, ref: str, today: date) -> None:
    crm, archives, _support = source_tasks.list_tasks(register, ref)
    asked = today - timedelta(days=9)
    source_tasks.record_asked(register, ref, crm.id, asked, today)
    source_tasks.record_answer(
        register,
        ref,
        crm.id,
        StepKind.FOUND,
        today,
        today,
        by="Ana Roux",
        text="Fiche 123, vu avec M. Paul Martin, 06 98 76 54 32",
    )
    source_tasks.record_asked(register, ref, archives.id, asked, today)
    addresses = (Address(AddressKind.EMAIL, "camille.dupont@acme.example"),)
    record_subject(
        register, ref, DataSubject(("Camille Dupont", "Camille Martin"), addresses), today
    )
    mandate = Mandate(received_on=asked, checked_on=today, checked_by="Nora Vidal",
                      covers=frozenset({Right.ACCESS}))  # fmt: skip
    record_requester(
        register, ref, Requester(Relation.LAWYER, "Cabinet Roy", mandate=mandate), today
    )
    doubted = IdentityCheck(
        IdentityMethod.SHARED_FACTS, IdentityResult.PENDING, "Adresse inconnue", asked_on=asked
    )
    log_identity_check(register, ref, doubted, today, on=asked)
    write_note(register, ref, "Le cabinet rappelle mardi.", today)
    hand_to(register, ref, "Nora Vidal", today)
    record_reminder(register, ref, today - timedelta(days=2), today)


def _list(window: MainWindow) -> None:
    window.show_section("requests")


def _call(window: MainWindow) -> None:
    register, today = window.workspace.register, window.workspace.today()
    if not list_calls(register):
        said = CallTexts("Ottilie Brancard", "06 12 34 56 78", "une copie de ses données", "calme")
        note_call(register, today - timedelta(days=3), said, today, called_at=time(14, 5))
    window.show_section("requests")
    page = window.page
    assert isinstance(page, RequestsPage)  # noqa: S101 - its section is on show
    page.load()
    page.list.calls.list.row_opened.emit(page.list.calls.model.index(0, 0))


def _page(window: MainWindow, ref: str) -> RequestsPage:
    window.workspace.show_request(ref)
    page = window.page
    assert isinstance(page, RequestsPage)  # noqa: S101 - a request is on show
    return page


def _scroll(window: MainWindow, ref: str) -> None:
    _page(window, ref).request.scroll_to_end()


def _review(window: MainWindow, ref: str) -> None:
    workspace = window.workspace
    find_person(workspace.register, ref, workspace.today())
    _page(window, ref).request.documents.access.button.click()


def _hand_over(window: MainWindow, ref: str) -> None:
    workspace = window.workspace
    mask_what_is_pointed_out(workspace.register, ref, workspace.today())
    approve_package(workspace.register, ref, workspace.today())
    page = _page(window, ref)
    page.request.documents.access.button.click()
    dialog = page.questions.dialog
    assert isinstance(dialog, ReviewDialog)  # noqa: S101 - the card opens it
    dialog.verb_button.click()


def _letters(window: MainWindow, ref: str) -> None:
    request = _page(window, ref).request
    request.letters.fold.set_open(True)
    request.show_part(request.letters)


def _letter(window: MainWindow, ref: str) -> None:
    """Show the question about the identity: what the person is asked for is not filled in."""
    page = _page(window, ref)
    page.request.letters.write.click()
    dialog = page.questions.dialog
    assert isinstance(dialog, LetterDialog)  # noqa: S101 - the card opens it
    dialog.choose_kind(LetterKind.IDENTITY_REQUEST)


def _letter_sent(window: MainWindow, ref: str) -> None:
    workspace = window.workspace
    register, today = workspace.register, workspace.today()
    set_controller(register, replace(read_controller(register), dpo_contact="dpo@exemple.example"))
    with TemporaryDirectory() as folder:
        order = LetterOrder(LetterKind.ACKNOWLEDGEMENT, ref)
        write_letter(register, order, Path(folder), today)
    _page(window, ref).request.letters.sent.click()


def _correct_first(history: HistoryCard) -> None:
    next(iter(history.corrections.values())).click()


def _ask(window: MainWindow, ref: str, card: str) -> None:
    request = _page(window, ref).request
    request.decisions.row(Right.ACCESS).decision.setCurrentIndex(1)
    steps: dict[str, Sequence[Callable[[], None]]] = {
        "sources": [row.button.click for row in list(request.sources.rows.values())[1:2]],
        "identity": [request.identity.check.click],
        "people": [request.people.requester.click],
        "history": [request.history.more.click, lambda: _correct_first(request.history)],
        "decisions": [request.decisions.row(Right.ACCESS).more.click],
    }
    for step in steps[card]:
        step()
