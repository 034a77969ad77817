"""A list in the register, and newer versions that take its place."""

import pytest

from dsr_desktop.services.replacing import replace
from dsr_desktop.services.sourcing import list_sources
from tests.integration.services.replacing.lists import ASKED, CAMILLE, LEA, OPTIONS, PAUL, TITLES
from tests.integration.services.requests_made import confirmed_request


@pytest.fixture
def crm(tmp_path):
    return tmp_path / "crm.csv"


@pytest.fixture
def rewrite(crm, write_csv):
    """Return a function that writes the file anew."""

    def write(*rows, titles=TITLES):
        return write_csv(crm, [titles, *rows])

    return write


@pytest.fixture
def first(register, rewrite, bring_in):
    bring_in(register, rewrite(CAMILLE, PAUL, LEA))
    return list_sources(register)[0]


@pytest.fixture
def replaced(register, first, crm, rewrite, today):
    """Return a function that puts a newer version in the place of the file."""

    def put(*rows, titles=TITLES, on=today):
        rewrite(*rows, titles=titles)
        return replace(register, list_sources(register)[-1].id, crm, OPTIONS, on)

    return put


@pytest.fixture
def ref(register, first, today):
    """An open erasure request whose one hit is confirmed."""
    return confirmed_request(register, ASKED, today)
