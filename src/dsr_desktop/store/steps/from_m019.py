"""What the schema of the register got for the request file: who asks, what is noted, links."""

from dsr_desktop.store.sqlcipher import Tables


def m019_request_files(db: Tables) -> None:
    """Add requester, mandate, names and addresses, conditions, steps, links, notes, answered rows.

    Of a request of an earlier version the person is named by its criteria; the answer was sent by
    rules that did not ask what it said of complaint and court.
    """
    for column, kind in _OF_REQUEST.items():
        db.table("request").add_column(column, kind)
    for column in ("scope", "duplicate_of", "abuse"):
        db.table("request_item").add_column(column, str)
    for name, columns in _PARTS.items():
        sql = db.create_table_sql(
            name,
            {"id": int, "request_id": int, **columns},
            pk="id",
            not_null={"request_id"},
            foreign_keys=[("request_id", "request", "id")],
            strict=True,
        )
        db.execute(sql)
        db.table(name).create_index(["request_id"])
    db.table("request_link").create_index(["other_id"])
    for criterion, whose in (("name", _NAME_OF_SUBJECT), ("email", _ADDRESS), ("phone", _ADDRESS)):
        db.execute(whose, {"criterion": criterion})


_OF_REQUEST: dict[str, type] = {
    "relation": str,
    "requester_name": str,
    "handled_by": str,
    "copy_sent_on": str,
    "remedies_told": int,
    "authority": str,
    "authority_file": str,
    "authority_answer_by": str,
}
_PARTS: dict[str, dict[str, type]] = {
    "request_name": {"name": str},
    "request_address": {"whose": str, "kind": str, "value": str},
    "mandate": {
        "asked_on": str,
        "received_on": str,
        "checked_on": str,
        "checked_by": str,
        "covers": str,
    },
    "request_condition": {"kind": str, "seen_on": str, "seen_by": str},
    "request_step": {
        "code": str,
        "done_on": str,
        "done_by": str,
        "note": str,
        "not_applicable": str,
    },
    "request_link": {"other_id": int, "kind": str, "linked_on": str, "linked_by": str},
    "request_note": {"at": str, "author": str, "text": str},
    "answered_row": {"row_id": int, "file": str, "sheet": str, "row": int},
}
_NAME_OF_SUBJECT = (
    "INSERT INTO request_name(request_id, name) SELECT request_id, value FROM request_criterion "
    "WHERE criterion = :criterion ORDER BY id"
)
_ADDRESS = (
    "INSERT INTO request_address(request_id, whose, kind, value) "
    "SELECT request_id, 'data_subject', :criterion, value FROM request_criterion "
    "WHERE criterion = :criterion ORDER BY id"
)
