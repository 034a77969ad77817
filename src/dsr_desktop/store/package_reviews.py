"""How the review of an access package is kept: a decision a piece, the last approval, what was made."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime

from dsr_desktop.domain.request import Request
from dsr_desktop.domain.review import Approval, Choice, ItemDecision
from dsr_desktop.store.database import Database


@dataclass(frozen=True)
class KeptPackage:
    """A package as it left: its form, the digest of the file and the manifest of what is in it."""

    id: int
    form: str
    sha256: str
    manifest: str
    made_by: str
    made_at: str


def write_decision(database: Database, request: Request, decision: ItemDecision, by: str) -> None:
    """Keep a decision in the place of the earlier one on the same piece."""
    with database.transaction() as connection:
        connection.execute(
            "INSERT OR REPLACE INTO review_decision VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (request.id, decision.key, decision.choice, decision.digest, json.dumps(decision.spans),
             decision.reason_code, decision.note, by, _now()),
        )  # fmt: skip


def read_decisions(database: Database, request: Request) -> dict[str, ItemDecision]:
    """Return the decisions on the package of a request by the key of their piece."""
    rows = database.connection.execute(
        "SELECT item, choice, digest, spans, reason_code, note, decided_by, decided_at "
        "FROM review_decision WHERE request_id = ?",
        (request.id,),
    )
    return {
        item: ItemDecision(
            item, Choice(choice), digest, tuple((int(a), int(b)) for a, b in json.loads(spans)),
            reason, note, by, at,
        )
        for item, choice, digest, spans, reason, note, by, at in rows
    }  # fmt: skip


def write_approval(database: Database, request: Request, digest: str, by: str) -> None:
    """Keep who approved what; an earlier approval of the request goes."""
    with database.transaction() as connection:
        connection.execute(
            "INSERT OR REPLACE INTO review_approval VALUES (?, ?, ?, ?)",
            (request.id, digest, by, _now()),
        )


def read_approval(database: Database, request: Request) -> Approval | None:
    """Return the last approval of a request's package, None without one."""
    row = database.connection.execute(
        "SELECT digest, approved_by, approved_at FROM review_approval WHERE request_id = ?",
        (request.id,),
    ).fetchone()
    return Approval(*row) if row else None


def keep_package(
    database: Database, request: Request, *, form: str, sha256: str, manifest: str, by: str,
    content: bytes,
) -> None:  # fmt: skip
    """Keep what is handed over as it is: `content` holds its files, readable in the register alone."""
    with database.transaction() as connection:
        connection.execute(
            "INSERT INTO access_package(request_id, form, sha256, manifest, made_by, made_at, "
            "content) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (request.id, form, sha256, manifest, by, _now(), content),
        )


def read_packages(database: Database, request: Request) -> tuple[KeptPackage, ...]:
    """Return the packages made for a request, oldest first, without their content."""
    rows = database.connection.execute(
        "SELECT id, form, sha256, manifest, made_by, made_at FROM access_package "
        "WHERE request_id = ? ORDER BY id",
        (request.id,),
    )
    return tuple(KeptPackage(*row) for row in rows)


def refs_with_package(database: Database) -> frozenset[str]:
    """Return the references of the requests of which the files of a package are still kept."""
    rows = database.connection.execute(
        "SELECT DISTINCT ref FROM access_package JOIN request ON request.id = request_id "
        "WHERE length(content) > 0"
    )
    return frozenset(ref for (ref,) in rows)


def read_content(database: Database, package: KeptPackage) -> bytes:
    """Return the files of a package as a ZIP, b"" once their time is over."""
    row = database.connection.execute(
        "SELECT content FROM access_package WHERE id = ?", (package.id,)
    ).fetchone()
    return bytes(row[0]) if row else b""


def drop_contents(database: Database, request: Request) -> None:
    """Remove the files of a request's packages; digests and manifests stay."""
    with database.transaction() as connection:
        connection.execute(
            "UPDATE access_package SET content = x'' WHERE request_id = ?", (request.id,)
        )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
