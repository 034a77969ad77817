"""Lists with one person in them: surely, perhaps, by name only, and under a new address."""

import pytest

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.gui.pages.search.page import SearchPage
from dsr_desktop.services.handling import new_request

CRM = [
    ["Prénom", "Nom", "Société", "Courriel", "Mobile", "Code postal", "Note", "Fax"],
    ["Camille", "Dupont", "ACME", "camille.dupont@acme.example", "06 12 34 56 78", "69003", "", ""],
    ["Hugo", "Perrin", "Ateliers Brun", "hugo@brun.example", "", "69003", "appelé", ""],
    ["Marie", "Dupont", "ACME", "camille.dupont@acme.example", "", "69003", "", ""],
    ["Camille", "Dupont", "Maison Lenoir", "cd@lenoir.example", "", "33000", "", ""],
]
FAIR = [
    ["Name", "E-mail", "Phone"],
    ["DUPONT Camille", "c.dupont@perso.example", "06.12.34.56.78"],
]
CRITERIA = Criteria(
    name=("Camille Dupont",), email=("camille.dupont@acme.example",), phone=("06 12 34 56 78",)
)


@pytest.fixture
def lists(register, bring_in, write_csv, tmp_path):
    """Two lists that can be read, and one of no bytes at all."""
    files = [write_csv(tmp_path / "crm.csv", CRM), write_csv(tmp_path / "fair.csv", FAIR)]
    (tmp_path / "broken.csv").write_bytes(b"")
    bring_in(register, *files, tmp_path / "broken.csv")


@pytest.fixture
def ref(register, today, lists):
    """A request of the person, not searched yet."""
    rights = [Right.ACCESS, Right.ERASURE]
    view = new_request(register, rights, CRITERIA, today, Channel.EMAIL_DPO, today, language="en")
    return view.request.ref


@pytest.fixture
def page(workspace, open_page):
    return open_page(SearchPage(workspace))


@pytest.fixture
def review(page, ref, settle):
    """The page with the hits of the request."""
    page.open_search(None, ref)
    settle()
    return page


@pytest.fixture
def criteria():
    return CRITERIA
