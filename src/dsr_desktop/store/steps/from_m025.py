"""What the schema of the register got for fees: told, and what became of them (R-ABU-2)."""

from dsr_desktop.store.sqlcipher import Tables


def m025_fees(db: Tables) -> None:
    """Add the fee that was told for a request, with the facts that prove it."""
    sql = db.create_table_sql(
        "request_fee",
        {
            "id": int,
            "request_id": int,
            "cents": int,
            "ground": str,
            "facts": str,
            "author": str,
            "told_on": str,
            "earlier": str,
            "reply": str,
            "replied_on": str,
        },
        pk="id",
        not_null={"request_id"},
        foreign_keys=[("request_id", "request", "id")],
        strict=True,
    )
    db.execute(sql)
    db.table("request_fee").create_index(["request_id"])
