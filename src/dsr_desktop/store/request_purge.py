"""Takes the file of a closed request out of the register: down to its evidence, then that as well.

Each table that hangs on a request is named here, with what of it is evidence; a test finds those
that are not. The event log is never touched: it names no person (R-LOG-2).
"""

import json
from collections.abc import Sequence
from datetime import date

from dsr_desktop.domain.request import Request
from dsr_desktop.store.database import Database
from dsr_desktop.store.sqlcipher import Connection

REMOVED_WITH_THE_FILE = (
    "request_criterion", "request_name", "request_address", "request_note", "answered_row",
    "search_run", "hit", "hit_before", "rescan_result", "call_sheet", "cleaned_copy", "replacement",
    "review_decision", "review_approval", "access_package", "rectified_cell",
)  # fmt: skip
"""Tables of which nothing is evidence: what was asked, searched and found."""

BLANKED = {
    "request_item": ("reason_text", "scope", "abuse"),
    "pause": ("text",),
    "extension": ("text",),
    "identity_check": ("doubt_reason", "proportionality"),
    "request_step": ("note",),
    "request_fee": ("facts",),
    "dataset_decision": ("note",),
    "checklist_line": ("evidence",),
    "transfer": ("explanation",),
    "automated_decision": ("decision", "reviewer", "view", "result"),
}
"""Tables that stay as evidence, without the columns in which somebody wrote about the person."""

EVIDENCE = (
    "mandate", "request_condition", "request_link", "unasked_id_copy", "source_task",
    "communication", "kept_dataset", "letter",
)  # fmt: skip
"""Tables that stay as evidence; what hangs on them is named below."""

SET_FREE = ("breach",)
"""Tables with a life of their own: a note of a breach outlasts the request (GDPR art. 33(5))."""

_OF_TASKS = "source_task_id IN (SELECT id FROM source_task WHERE request_id = :id)"
_OF_MESSAGES = "communication_id IN (SELECT id FROM communication WHERE request_id = :id)"
_REDUCED = (
    "UPDATE request SET requester_name = NULL WHERE id = :id",
    f"UPDATE source_task_step SET text = '' WHERE {_OF_TASKS}",  # noqa: S608 - our own words
    "UPDATE communication SET note = '' WHERE request_id = :id",
    "DELETE FROM letter WHERE request_id = :id AND sent_on IS NULL",
    "UPDATE letter SET written = '{}' WHERE request_id = :id",
    f"DELETE FROM incoming_message WHERE {_OF_MESSAGES}",  # noqa: S608 - our own words
    f"DELETE FROM communication_attachment WHERE {_OF_MESSAGES}",  # noqa: S608 - our own words
)
_REMOVED = (
    f"DELETE FROM source_task_step WHERE {_OF_TASKS}",  # noqa: S608 - our own words
    f"DELETE FROM incoming_message WHERE {_OF_MESSAGES}",  # noqa: S608 - our own words
    f"DELETE FROM communication_attachment WHERE {_OF_MESSAGES}",  # noqa: S608 - our own words
    "UPDATE breach SET request_id = NULL WHERE request_id = :id",
    "DELETE FROM request_link WHERE other_id = :id",
)


def reduced_refs(database: Database) -> frozenset[str]:
    """Return the references of the requests whose file is down to its evidence."""
    rows = database.connection.execute("SELECT ref FROM reduced_request")
    return frozenset(ref for (ref,) in rows)


def reduce_file(database: Database, request: Request, on: date, digests: Sequence[str]) -> None:
    """Remove all but the evidence; `digests` are the keyed hashes of the person's e-mails."""
    with database.transaction() as connection:
        _remove(connection, REMOVED_WITH_THE_FILE, request)
        for table, columns in BLANKED.items():
            sets = ", ".join(f"{column} = NULL" for column in columns)
            connection.execute(f"UPDATE {table} SET {sets} WHERE request_id = ?", (request.id,))  # noqa: S608
        for statement in _REDUCED:
            connection.execute(statement, {"id": request.id})
        connection.execute(
            "INSERT OR REPLACE INTO reduced_request VALUES (?, ?, ?)",
            (request.ref, on.isoformat(), json.dumps(list(digests))),
        )


def remove_file(database: Database, request: Request) -> None:
    """Remove everything of a request; only its events stay."""
    with database.transaction() as connection:
        for statement in _REMOVED:
            connection.execute(statement, {"id": request.id})
        _remove(connection, (*REMOVED_WITH_THE_FILE, *BLANKED, *EVIDENCE), request)
        for table in ("reduced_request", "former_reference", "request"):
            connection.execute(f"DELETE FROM {table} WHERE ref = ?", (request.ref,))  # noqa: S608


def _remove(connection: Connection, tables: Sequence[str], request: Request) -> None:
    for table in tables:
        connection.execute(f"DELETE FROM {table} WHERE request_id = ?", (request.id,))  # noqa: S608
