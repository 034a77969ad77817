"""How the command line shows a request: one line, then the steps of its clock."""

from dsr_desktop.cli.session import DONE, Session
from dsr_desktop.cli.shapes import request_document
from dsr_desktop.domain.iso_days import iso
from dsr_desktop.domain.request_view import RequestSummary, RequestView
from dsr_desktop.wording.deadlines import explain_step, status_label
from dsr_desktop.wording.request_hints import hint_sentence
from dsr_desktop.wording.requests import rights_line, stage_label
from dsr_desktop.wording.systems import progress_line


def show_request(session: Session, view: RequestView) -> int:
    """Print one request."""
    tr = session.tr
    steps = [
        "  " + tr.pair(tr.date(step.day), explain_step(tr, step)) for step in view.deadline.steps
    ]
    hints = (hint_sentence(tr, one) for one in view.hints)
    told = filter(None, [progress_line(tr, view.sources), *hints])
    session.show(
        shown_document(session, view), lambda: [request_line(session, view), *told, *steps]
    )
    return DONE


def shown_document(session: Session, view: RequestView) -> dict[str, object]:
    """Return the shape of one request, with what is to be told of it today."""
    told = [
        {"kind": one.kind, "on": iso(one.day), "what": hint_sentence(session.tr, one)}
        for one in view.hints
    ]
    return {**request_document(session.tr, view), "hints": told}


def request_line(session: Session, view: RequestSummary) -> str:
    """Say in one line what is asked, how far it has come, and until when."""
    tr, request = session.tr, view.request
    rights = rights_line(tr, request)
    day = tr.date(view.deadline.current_due)
    due = (
        tr("due on {day}, provisional", day=day)
        if view.deadline.provisional
        else tr("due on {day}", day=day)
    )
    state = status_label(tr, view.status, view.days_left)
    return f"{request.ref}  {rights}  {stage_label(tr, request.stage)}  {due}  {state}"
