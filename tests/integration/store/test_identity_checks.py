"""The identity log gives back the facts it was given, and those of earlier versions of the app."""

from dataclasses import replace
from datetime import date

import pytest

from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.identity import (
    CopyOutcome,
    DocumentSeen,
    IdentityCheck,
    IdentityMethod,
    IdentityResult,
    LoggedCheck,
    PaperChecked,
    UnaskedCopy,
)
from dsr_desktop.store.identity_checks import (
    add_unasked_copy,
    read_unasked_copies,
)
from dsr_desktop.store.request_saving import save_request
from dsr_desktop.store.requests import read_request
from tests.integration.store.requests_made import RECEIVED, a_request

FULL = IdentityCheck(
    IdentityMethod.ID_DOCUMENT_SEEN_REMOTE, IdentityResult.CONFIRMED, "adresse inconnue", "note",
    (Field.NAME, Field.EMAIL), RECEIVED, date(2026, 11, 4), DocumentSeen.PASSPORT,
    date(2026, 11, 5), frozenset(PaperChecked),
)  # fmt: skip


@pytest.fixture
def database(register):
    return register.database


def test_a_check_comes_back_with_every_fact(database):
    request = a_request(database)
    checks = tuple(LoggedCheck(check, RECEIVED, "Nora Vidal") for check in (FULL, IdentityCheck()))
    save_request(database, replace(request, identity=checks))

    assert read_request(database, request.ref).identity == checks


def test_a_check_of_an_earlier_version_has_fewer_facts(database):
    request = a_request(database)
    with database.transaction() as connection:
        connection.execute(
            "INSERT INTO identity_check(request_id, performed_on, doubt, doubt_reason, method, "
            "result) VALUES (?, '2026-11-02', 1, 'inconnue', 'shared_facts', 'pending')",
            (request.id,),
        )

    (logged,) = read_request(database, request.ref).identity
    doubted = IdentityCheck(IdentityMethod.SHARED_FACTS, IdentityResult.PENDING, "inconnue")
    assert logged == LoggedCheck(doubted, RECEIVED, "")


def test_an_unasked_copy_is_a_tick(database):
    request = a_request(database)
    copy = UnaskedCopy(RECEIVED, CopyOutcome.RETURNED, date(2026, 11, 4))
    add_unasked_copy(database, request, copy, date(2026, 11, 5), "Nora Vidal")

    assert read_unasked_copies(database, request) == (copy,)


def test_no_table_of_the_identity_log_can_hold_a_document(database):
    for table in ("identity_check", "unasked_id_copy"):
        columns = database.connection.execute(f"PRAGMA table_info({table})").fetchall()
        assert "BLOB" not in {kind for _n, _name, kind, *_more in columns}
