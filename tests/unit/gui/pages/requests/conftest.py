"""A register with lists, and requests of several ages."""

from datetime import timedelta

import pytest

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.request import Channel, Decision, Right
from dsr_desktop.gui.pages.requests.page import RequestsPage
from dsr_desktop.services.closing import close_request
from dsr_desktop.services.handling import decide, mark_sent, new_request
from dsr_desktop.services.reviewing import find_person, judge_hits

EMAIL = "camille.dupont@acme.example"
ROWS = [["Prénom", "Nom", "Courriel", "Mobile"], ["Camille", "Dupont", EMAIL, "06 12 34 56 78"]]


@pytest.fixture
def page(workspace, open_page):
    return open_page(RequestsPage(workspace))


@pytest.fixture
def reported(workspace):
    """Errors that a page reported."""
    errors = []
    workspace.error_met.connect(errors.append)
    return errors


@pytest.fixture
def ask(register, today):
    """Return a function that records a request received some days ago and gives its reference."""

    def ask(*rights, name="Camille Dupont", days_ago=3, email=EMAIL):
        received = today - timedelta(days=days_ago)
        criteria = Criteria(name=(name,), email=(email,) if email else ())
        view = new_request(
            register, rights or [Right.ERASURE], criteria, received, Channel.EMAIL_DPO, today,
            language="en",
        )  # fmt: skip
        return view.request.ref

    return ask


@pytest.fixture
def contacts(register, bring_in, write_csv, tmp_path):
    """A list that holds the person, and one that cannot be read."""
    (tmp_path / "broken.csv").write_bytes(b"")
    path = write_csv(tmp_path / "crm.csv", ROWS)
    bring_in(register, path, tmp_path / "broken.csv", activity="PA3", channel="web_form")
    return path


@pytest.fixture
def find(register, today):
    """Return a function that finds the person of a request and confirms the strong hits."""

    def find(ref, *, confirm=True):
        find_person(register, ref, today)
        judge_hits(register, ref, confirm_strong=confirm, today=today)

    return find


@pytest.fixture
def finish(register, today, find):
    """Return a function that decides a request, records its answer and closes it."""

    def finish(ref, *rights, close=True):
        find(ref)
        for right in rights or (Right.ERASURE,):
            decide(register, ref, right, Decision.NO_DATA, today)
        mark_sent(register, ref, today, Channel.EMAIL_DPO, today)
        if close:
            close_request(register, ref, today)

    return finish


@pytest.fixture
def open_request(page, settle):
    """Return a function that shows the file of a request."""

    def open_request(ref):
        page.open_request(ref)
        settle()
        return page

    return open_request
