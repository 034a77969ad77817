"""What the schema got for systems, their tasks, communications, breaches and the identity log."""

from dsr_desktop.store.sqlcipher import Tables


def m021_systems_and_tasks(db: Tables) -> None:
    """Add systems with a task for each request, messages, breach notes, and facts of identity."""
    for name, columns, filled, parent in _TABLES:
        sql = db.create_table_sql(
            name,
            {"id": int, **columns},
            pk="id",
            not_null=filled,
            foreign_keys=[(f"{one}_id", one, "id") for one in parent],
            strict=True,
        )
        # An id that was shown is never given to another row.
        db.execute(sql.replace("PRIMARY KEY", "PRIMARY KEY AUTOINCREMENT"))
        for one in parent:
            db.table(name).create_index([f"{one}_id"])
    db.table("source_task").create_index(["request_id", "system_id"], unique=True)
    # Lists of requests count from this index alone: ten thousand with ten tasks each.
    db.table("source_task").create_index(["request_id", "answer", "due_on"])
    db.table("dismissed_proposal").create(
        {"code": str, "dismissed_on": str, "dismissed_by": str}, pk="code", strict=True,
        not_null={"dismissed_on", "dismissed_by"},
    )  # fmt: skip
    for statement in _LISTS_OF_SYSTEMS:
        db.execute(statement)
    for column in _FACTS_OF_IDENTITY:
        db.table("identity_check").add_column(column, str)


_SYSTEM = {
    "name": str, "kind": str, "how_asked": str, "owner": str, "contact": str,
    "how_to_export": str, "activities": str, "proposal": str, "active_from": str,
    "active_to": str,
}  # fmt: skip
_TASK = {"request_id": int, "system_id": int, "made_on": str, "due_on": str, "answer": str}
_TASK_STEP = {
    "source_task_id": int, "kind": str, "day": str, "by_whom": str, "text": str,
    "recorded_on": str, "recorded_by": str,
}  # fmt: skip
_BREACH = {
    "request_id": int, "aware_at": str, "facts": str, "effects": str, "measures": str,
    "opened_at": str, "opened_by": str,
}  # fmt: skip
_BREACH_STEP = {
    "breach_id": int, "kind": str, "at": str, "reason": str, "recorded_at": str,
    "recorded_by": str,
}  # fmt: skip
_COMMUNICATION = {
    "request_id": int, "breach_id": int, "direction": str, "kind": str, "channel": str,
    "day": str, "address": str, "note": str, "recorded_on": str, "recorded_by": str,
}  # fmt: skip
_ATTACHMENT = {
    "communication_id": int, "name": str, "size": int, "sha256": str, "content": bytes,
}  # fmt: skip
_UNASKED_COPY = {
    "request_id": int, "received_on": str, "outcome": str, "day": str, "recorded_on": str,
    "recorded_by": str,
}  # fmt: skip
_MAY_BE_EMPTY = {"proposal", "active_to", "address", "answer"}
_TABLES = tuple(
    (name, columns, {*columns} - _MAY_BE_EMPTY - may_be_without, parents)
    for name, columns, may_be_without, parents in (
        ("system", _SYSTEM, set[str](), ()),
        ("source_task", _TASK, set[str](), ("request", "system")),
        ("source_task_step", _TASK_STEP, set[str](), ("source_task",)),
        ("breach", _BREACH, {"request_id"}, ("request",)),
        ("breach_step", _BREACH_STEP, set[str](), ("breach",)),
        ("communication", _COMMUNICATION, {"breach_id"}, ("request", "breach")),
        ("communication_attachment", _ATTACHMENT, set[str](), ("communication",)),
        ("unasked_id_copy", _UNASKED_COPY, set[str](), ("request",)),
    )
)
_LISTS_OF_SYSTEMS = (
    "CREATE TABLE system_source ("
    "system_id INTEGER NOT NULL REFERENCES system(id), "
    "source_id INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE, "
    "PRIMARY KEY (system_id, source_id)) STRICT, WITHOUT ROWID",
    "CREATE INDEX idx_system_source_source_id ON system_source(source_id)",
    # The newer version of a list belongs where the earlier one did, also when that is purged.
    "CREATE TRIGGER system_source_goes_on BEFORE DELETE ON source "
    "WHEN OLD.superseded_by IS NOT NULL BEGIN "
    "INSERT OR IGNORE INTO system_source SELECT system_id, OLD.superseded_by FROM system_source "
    "WHERE source_id = OLD.id AND EXISTS (SELECT 1 FROM source WHERE id = OLD.superseded_by); END",
)
_FACTS_OF_IDENTITY = (
    "performed_by", "proportionality", "fields_compared", "asked_on", "answered_on",
    "document_seen", "document_deleted_on", "papers",
)  # fmt: skip
