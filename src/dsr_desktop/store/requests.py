"""Reads request files with all that hangs on them: a query a table, however many requests."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dsr_desktop.domain.abuse import Abuse
from dsr_desktop.domain.clock import Extension, ExtensionReason, Pause, PauseReason
from dsr_desktop.domain.conditions import AuthorityLetter, Condition, ConditionKind
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.errors import NotFoundError
from dsr_desktop.domain.iso_days import day_of
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.request import Channel, Decision, Item, Request, Right, Stage
from dsr_desktop.domain.request_steps import StepCode, StepMark
from dsr_desktop.domain.requester import (
    Address,
    AddressKind,
    DataSubject,
    Mandate,
    Relation,
    Requester,
)
from dsr_desktop.store.database import Database
from dsr_desktop.store.fees import FEE_COLUMNS, fee_of
from dsr_desktop.store.identity_checks import CHECK_COLUMNS, logged_check
from dsr_desktop.store.request_selection import ALL_REQUESTS, RequestSelection

REQUESTER, DATA_SUBJECT = "requester", "data_subject"
_REQUEST = (
    "SELECT id, ref, received_on, recorded_on, channel, language, status, answered_on, closed_on, "
    "relation, requester_name, handled_by, copy_sent_on, answer_channel, remedies_told, authority, "
    "authority_file, authority_answer_by FROM request"
)
_PARTS = {
    "items": "right, decision, reason_code, reason_text, decided_on, scope, duplicate_of, abuse "
    "FROM request_item",
    "criteria": "criterion, value FROM request_criterion",
    "pauses": "reason, asked_on, answered_on, text FROM pause",
    "extension": "reasons, text, sent_on, withdrawn FROM extension",
    "identity": f"{', '.join(CHECK_COLUMNS)} FROM identity_check",
    "names": "name FROM request_name",
    "addresses": "whose, kind, value FROM request_address",
    "mandate": "asked_on, received_on, checked_on, checked_by, covers FROM mandate",
    "conditions": "kind, seen_on, seen_by FROM request_condition",
    "fee": f"{', '.join(FEE_COLUMNS)} FROM request_fee",
    "steps": "code, done_on, done_by, note, not_applicable FROM request_step",
}
_Row = Sequence[Any]


def read_requests(
    database: Database, which: RequestSelection = ALL_REQUESTS
) -> tuple[Request, ...]:
    """Return requests, oldest receipt first."""
    rows = database.connection.execute(
        f"{_REQUEST}{which.condition} ORDER BY received_on, ref", which.given
    ).fetchall()
    parts = _Parts.of(database, *which.within("request_id"))
    return tuple(_request(row, parts) for row in rows)


def count_requests(database: Database, which: RequestSelection = ALL_REQUESTS) -> int:
    """Return how many requests there are."""
    counted = "SELECT count(*) FROM request"
    rows = database.connection.execute(f"{counted}{which.condition}", which.given)
    (number,) = rows.fetchone()
    return int(number)


def read_request(database: Database, ref: str) -> Request:
    """Return the request with this reference; NotFoundError if there is none."""
    wanted = ref.strip().upper()
    row = database.connection.execute(f"{_REQUEST} WHERE ref = ?", (wanted,)).fetchone()
    if row is None:
        raise NotFoundError(
            mark("There is no request {ref}. Take one from the list of requests."), ref=ref[:40]
        )
    return _request(row, _Parts.of(database, "request_id = ?", (row[0],)))


@dataclass(frozen=True)
class _Parts:
    """The rows that hang on requests, by table and by the request's id."""

    rows: dict[str, dict[int, list[_Row]]]

    @classmethod
    def of(cls, database: Database, only: str, given: tuple[object, ...]) -> "_Parts":
        rows: dict[str, dict[int, list[_Row]]] = {}
        for part, columns in _PARTS.items():
            grouped: dict[int, list[_Row]] = defaultdict(list)
            query = f"SELECT request_id, {columns} WHERE {only} ORDER BY request_id, id"
            for id_, *row in database.connection.execute(query, given):
                grouped[id_].append(row)
            rows[part] = grouped
        return cls(rows)

    def get(self, part: str, request_id: int) -> list[_Row]:
        """Return the rows of a table that hang on a request, in the order of recording."""
        return self.rows[part].get(request_id, [])


def _request(row: _Row, parts: _Parts) -> Request:
    id_, ref, received, recorded, channel, language, status, answered, closed, *more = row
    relation, name, handled_by, copy_sent, answer_channel, told, *authority = more
    return Request(
        id=id_,
        ref=ref,
        received_on=date.fromisoformat(received),
        recorded_on=date.fromisoformat(recorded),
        channel=Channel(channel),
        stage=Stage(status),
        language=language or "fr",
        answered_on=day_of(answered),
        closed_on=day_of(closed),
        handled_by=handled_by or "",
        copy_sent_on=day_of(copy_sent),
        answer_channel=Channel(answer_channel) if answer_channel else None,
        remedies_told=bool(told),
        authority=_authority(authority),
        requester=_requester(relation, name, parts, id_),
        data_subject=DataSubject(
            tuple(name for (name,) in parts.get("names", id_)), _addresses(parts, id_, DATA_SUBJECT)
        ),
        items=tuple(_item(one) for one in parts.get("items", id_)),
        criteria=_criteria(parts.get("criteria", id_)),
        pauses=tuple(_pause(one) for one in parts.get("pauses", id_)),
        extension=_extension(parts.get("extension", id_)),
        identity=tuple(logged_check(one) for one in parts.get("identity", id_)),
        conditions=tuple(_condition(one) for one in parts.get("conditions", id_)),
        steps=tuple(_step(one) for one in parts.get("steps", id_)),
        fee=fee_of(parts.get("fee", id_)),
    )


def _requester(relation: str | None, name: str | None, parts: _Parts, id_: int) -> Requester:
    (mandate, *_later) = [*map(_mandate, parts.get("mandate", id_)), None]
    return Requester(
        Relation(relation) if relation else Relation.SELF,
        name or "",
        _addresses(parts, id_, REQUESTER),
        mandate,
    )


def _addresses(parts: _Parts, id_: int, whose: str) -> tuple[Address, ...]:
    rows = parts.get("addresses", id_)
    return tuple(Address(AddressKind(kind), value) for of, kind, value in rows if of == whose)


def _mandate(row: _Row) -> Mandate:
    asked, received, checked, by, covers = row
    rights = frozenset(Right(right) for right in json.loads(covers or "[]"))
    return Mandate(day_of(asked), day_of(received), day_of(checked), by or "", rights)


def _authority(row: _Row) -> AuthorityLetter | None:
    name, file_number, answer_by = row
    if not name:
        return None
    return AuthorityLetter(name, file_number or "", date.fromisoformat(answer_by))


def _item(row: _Row) -> Item:
    right, decision, code, text, day, scope, duplicate_of, abuse = row
    return Item(
        Right(right), Decision(decision) if decision else None, code, text, day_of(day), scope or "",
        duplicate_of, _abuse(abuse),
    )  # fmt: skip


def _abuse(text: str | None) -> Abuse | None:
    if not text:
        return None
    facts, why_no_fee, author, earlier = json.loads(text)
    return Abuse(facts, why_no_fee, author, tuple(earlier))


def _criteria(rows: Iterable[_Row]) -> Criteria:
    values: dict[str, list[str]] = defaultdict(list)
    for criterion, value in rows:
        values[criterion].append(value)
    return Criteria(**{criterion: tuple(given) for criterion, given in values.items()})


def _pause(row: _Row) -> Pause:
    reason, asked, answered, text = row
    return Pause(PauseReason(reason), date.fromisoformat(asked), day_of(answered), text or "")


def _extension(rows: Sequence[_Row]) -> Extension | None:
    if not rows:
        return None
    reasons, text, sent_on, withdrawn = rows[-1]
    return Extension(
        frozenset(map(ExtensionReason, json.loads(reasons))), day_of(sent_on), text or "",
        withdrawn=bool(withdrawn),
    )  # fmt: skip


def _condition(row: _Row) -> Condition:
    kind, seen_on, seen_by = row
    return Condition(ConditionKind(kind), date.fromisoformat(seen_on), seen_by or "")


def _step(row: _Row) -> StepMark:
    code, done_on, done_by, note, not_applicable = row
    return StepMark(
        StepCode(code), day_of(done_on), done_by or "", note or "", not_applicable or ""
    )
