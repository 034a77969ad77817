"""Reads what the register's own tables say of people, in a handful of queries: every search asks."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from dsr_desktop.domain.criteria import CRITERIA
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.hit import ROW_CHANGED
from dsr_desktop.domain.own_record import OwnRecord, RecordKind, RecordPart, RecordText
from dsr_desktop.store.database import Database
from dsr_desktop.store.settings import read_settings

_CRITERIA = (
    "SELECT ref, criterion, value FROM request_criterion "
    "JOIN request ON request.id = request_id ORDER BY request_id, request_criterion.id"
)
_SEARCHED_BEFORE = (
    "SELECT DISTINCT ref, criteria FROM search_run JOIN request ON request.id = request_id "
    "WHERE criteria IS NOT NULL"
)
_WORDS_OF_REQUESTS = (
    "SELECT ref, part, text FROM ("
    "SELECT request_id, 'decision_reason' AS part, reason_text AS text FROM request_item "
    "UNION ALL SELECT request_id, 'pause_note', text FROM pause "
    "UNION ALL SELECT request_id, 'extension_note', text FROM extension "
    "UNION ALL SELECT request_id, 'identity_doubt', doubt_reason FROM identity_check "
    "UNION ALL SELECT * FROM (SELECT DISTINCT request_id, 'verdict_reason', verdict_reason "
    "FROM hit WHERE verdict_reason IS NOT NULL)"
    ") JOIN request ON request.id = request_id WHERE coalesce(text, '') NOT IN ('', ?)"
)
_WORDS_OF_ENTRIES = (
    "SELECT 'suppression', id, 'removal_reason', removal_reason FROM suppression_entry "
    "WHERE removal_reason IS NOT NULL "
    "UNION ALL SELECT 'suppression', id, 'renewal_reason', renewal_reason FROM suppression_entry "
    "WHERE renewal_reason IS NOT NULL "
    "UNION ALL SELECT 'held_row', id, 'held_reason', reason FROM held_row WHERE reason IS NOT NULL "
    "UNION ALL SELECT 'import', source.id, 'gone_reason', gone_place.reason FROM gone_place "
    "JOIN source ON source.path = gone_place.path"
)
_FILES = "SELECT id, path FROM source UNION ALL SELECT source_id, path FROM source_copy ORDER BY 1"
_SUPPLIERS = (
    "SELECT supplied_by, max(id), count(*) FROM delivery "
    "WHERE coalesce(supplied_by, '') <> '' GROUP BY supplied_by ORDER BY 2"
)
_STAFF = (
    "SELECT name, count(*) FROM (SELECT imported_by AS name FROM source "
    "UNION ALL SELECT actor FROM search_run UNION ALL SELECT decided_by FROM held_row "
    "UNION ALL SELECT said_by FROM gone_place) WHERE coalesce(name, '') NOT IN ('', 'dpo') "
    "GROUP BY name ORDER BY name"
)
_OF_COMPANY = (
    ("company", RecordPart.COMPANY_NAME, Field.COMPANY),
    ("dpo_name", RecordPart.DPO_NAME, Field.NAME),
    ("dpo_contact", RecordPart.DPO_CONTACT, None),
)
_Texts = dict[str, list[RecordText]]


def read_own_records(database: Database) -> tuple[OwnRecord, ...]:
    """Return everything in the register's own tables that may name a person, digests left out.

    Events are not among them: they name things, never people (R-LOG-2), but for who acted.
    """
    return (
        *_requests(database), *_entries(database), *_suppliers(database), *_staff(database),
        *_company(database),
    )  # fmt: skip


def _requests(database: Database) -> Iterator[OwnRecord]:
    texts: _Texts = defaultdict(list)
    for ref, criterion, value in database.connection.execute(_CRITERIA):
        texts[ref].append(_criterion(RecordPart.CRITERION, criterion, value))
    for ref, criteria in database.connection.execute(_SEARCHED_BEFORE):
        known = {(one.field, one.text) for one in texts[ref]}
        earlier = [_criterion(RecordPart.EARLIER_CRITERION, *one) for one in _pairs(criteria)]
        texts[ref] += [one for one in earlier if (one.field, one.text) not in known]
    for ref, part, text in database.connection.execute(_WORDS_OF_REQUESTS, (ROW_CHANGED,)):
        texts[ref].append(RecordText(RecordPart(part), text))
    return _records(RecordKind.REQUEST, texts)


def _entries(database: Database) -> Iterator[OwnRecord]:
    texts: dict[RecordKind, _Texts] = defaultdict(lambda: defaultdict(list))
    for id_, path in database.connection.execute(_FILES):
        name = RecordText(RecordPart.FILE_NAME, PurePath(path).name)
        if name not in texts[RecordKind.IMPORT][str(id_)]:
            texts[RecordKind.IMPORT][str(id_)].append(name)
    for kind, id_, part, text in database.connection.execute(_WORDS_OF_ENTRIES):
        texts[RecordKind(kind)][str(id_)].append(RecordText(RecordPart(part), text))
    for kind, of_kind in texts.items():
        yield from _records(kind, of_kind)


def _records(kind: RecordKind, texts: _Texts) -> Iterator[OwnRecord]:
    return (OwnRecord(kind, ref, tuple(said)) for ref, said in texts.items())


def _suppliers(database: Database) -> Iterator[OwnRecord]:
    for name, id_, number in database.connection.execute(_SUPPLIERS):
        said = (RecordText(RecordPart.SUPPLIED_BY, name, Field.NAME),)
        yield OwnRecord(RecordKind.SUPPLIER, str(id_), said, number)


def _staff(database: Database) -> Iterator[OwnRecord]:
    for name, number in database.connection.execute(_STAFF):
        said = (RecordText(RecordPart.ACTOR, name, Field.NAME),)
        yield OwnRecord(RecordKind.STAFF, "", said, number)


def _company(database: Database) -> Iterator[OwnRecord]:
    settings = read_settings(database)
    said = tuple(
        RecordText(part, settings[key], field)
        for key, part, field in _OF_COMPANY
        if settings.get(key)
    )
    yield OwnRecord(RecordKind.COMPANY, "", said)


def _criterion(part: RecordPart, criterion: str, value: str) -> RecordText:
    return RecordText(part, value, Field(criterion) if criterion != "text" else Field.NOTE)


def _pairs(criteria: str) -> Iterable[tuple[str, str]]:
    given = json.loads(criteria)
    return ((name, value) for name in CRITERIA for value in given.get(name, ()))
