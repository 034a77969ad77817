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
_PEOPLE_OF_REQUESTS = (
    "SELECT ref, part, field, text FROM ("
    "SELECT request_id, 'data_subject' AS part, 'name' AS field, name AS text FROM request_name "
    "UNION ALL SELECT id, 'requester', 'name', requester_name FROM request "
    "UNION ALL SELECT request_id, whose, kind, value FROM request_address"
    ") JOIN request ON request.id = request_id WHERE coalesce(text, '') <> ''"
)
_FIELDS = {"name": Field.NAME, "email": Field.EMAIL, "phone": Field.PHONE, "post": Field.ADDRESS}
_WORDS_OF_REQUESTS = (
    "SELECT ref, part, text FROM ("
    "SELECT request_id, 'decision_reason' AS part, reason_text AS text FROM request_item "
    "UNION ALL SELECT request_id, 'pause_note', text FROM pause "
    "UNION ALL SELECT request_id, 'extension_note', text FROM extension "
    "UNION ALL SELECT request_id, 'identity_doubt', doubt_reason FROM identity_check "
    "UNION ALL SELECT request_id, 'identity_note', proportionality FROM identity_check "
    "UNION ALL SELECT request_id, 'system_answer', text FROM source_task_step "
    "JOIN source_task ON source_task.id = source_task_id "
    "UNION ALL SELECT request_id, 'message_note', note FROM communication "
    "UNION ALL SELECT request_id, 'document_name', name FROM communication_attachment "
    "JOIN communication ON communication.id = communication_id "
    "UNION ALL SELECT request_id, 'message_text', "
    "sender || char(10) || subject || char(10) || headers || char(10) || text "
    "FROM incoming_message JOIN communication ON communication.id = communication_id "
    "UNION ALL SELECT request_id, 'call_sheet', caller || char(10) || call_back || char(10) "
    "|| read_back || char(10) || notes FROM call_sheet WHERE request_id IS NOT NULL "
    "UNION ALL SELECT request_id, 'letter', subject || char(10) || body || char(10) || written "
    "FROM letter "
    "UNION ALL SELECT request_id, 'request_note', text FROM request_note "
    "UNION ALL SELECT request_id, 'request_note', note FROM request_step "
    "UNION ALL SELECT request_id, 'request_note', not_applicable FROM request_step "
    "UNION ALL SELECT request_id, 'decision_reason', abuse FROM request_item "
    "UNION ALL SELECT request_id, 'decision_reason', facts FROM request_fee "
    "UNION ALL SELECT request_id, 'review_note', note FROM review_decision "
    "UNION ALL SELECT request_id, 'decision_reason', note FROM dataset_decision "
    "UNION ALL SELECT request_id, 'decision_reason', evidence FROM checklist_line "
    "UNION ALL SELECT request_id, 'decision_reason', coalesce(decision, '') || char(10) "
    "|| coalesce(view, '') || char(10) || coalesce(result, '') FROM automated_decision "
    "UNION ALL SELECT request_id, 'request_note', coalesce(before, '') || char(10) "
    "|| coalesce(after, '') || char(10) || coalesce(evidence, '') FROM rectified_cell "
    "UNION ALL SELECT request_id, 'request_note', explanation FROM transfer "
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
    "JOIN source ON source.path = gone_place.path "
    "UNION ALL SELECT 'consent', id, 'written', "
    "purpose || char(10) || channel || char(10) || wording || char(10) || proof FROM consent "
    "UNION ALL SELECT 'disclosure', id, 'written', purpose || char(10) || basis FROM disclosure "
    "UNION ALL SELECT 'authority_request', id, 'written', authority || char(10) || requisition "
    "|| char(10) || basis || char(10) || left FROM authority_request "
    "UNION ALL SELECT 'import', source_id, 'written', reason FROM art14_notice WHERE reason <> '' "
    "UNION ALL SELECT 'system', id, 'system_text', "
    "name || ', ' || owner || ', ' || contact || ', ' || how_to_export FROM system "
    "UNION ALL SELECT 'breach', id, 'breach_note', facts || ' ' || effects || ' ' || measures "
    "FROM breach UNION ALL SELECT 'breach', breach_id, 'breach_note', reason FROM breach_step "
    "WHERE reason <> '' "
    "UNION ALL SELECT 'retention_hold', id, 'written', reason || char(10) || release_reason "
    "FROM retention_hold "
    "UNION ALL SELECT 'restriction', id, 'written', note FROM restriction WHERE note <> '' "
    "UNION ALL SELECT 'restriction', restriction_id, 'written', value FROM restricted_key "
    "UNION ALL SELECT 'call_sheet', id, 'call_sheet', caller || char(10) || call_back "
    "|| char(10) || read_back || char(10) || notes FROM call_sheet WHERE request_id IS NULL"
)
_PEOPLE_AS_DIGESTS = (
    "SELECT 'consent', id, digests FROM consent WHERE digests <> '[]' "
    "UNION ALL SELECT 'disclosure', id, digests FROM disclosure WHERE digests <> '[]' "
    "UNION ALL SELECT 'authority_request', id, digests FROM authority_request "
    "WHERE digests <> '[]' "
    "UNION ALL SELECT 'request', ref, digests FROM reduced_request WHERE digests <> '[]'"
)
_FILES = "SELECT id, path FROM source UNION ALL SELECT source_id, path FROM source_copy ORDER BY 1"
_SUPPLIERS = (
    "SELECT supplied_by, max(id), count(*) FROM delivery "
    "WHERE coalesce(supplied_by, '') <> '' GROUP BY supplied_by ORDER BY 2"
)
_STAFF = (
    "SELECT name, count(*) FROM (SELECT imported_by AS name FROM source "
    "UNION ALL SELECT actor FROM search_run UNION ALL SELECT decided_by FROM held_row "
    "UNION ALL SELECT said_by FROM gone_place UNION ALL SELECT by_whom FROM source_task_step "
    "UNION ALL SELECT recorded_by FROM source_task_step "
    "UNION ALL SELECT recorded_by FROM communication UNION ALL SELECT made_by FROM letter "
    "UNION ALL SELECT set_by FROM restriction UNION ALL SELECT lifted_by FROM restriction "
    "UNION ALL SELECT decided_by FROM dataset_decision UNION ALL SELECT done_by FROM checklist_line "
    "UNION ALL SELECT reviewer FROM automated_decision "
    "UNION ALL SELECT recorded_by FROM automated_decision "
    "UNION ALL SELECT decided_by FROM rectified_cell UNION ALL SELECT done_by FROM rectified_cell "
    "UNION ALL SELECT recorded_by FROM call_sheet UNION ALL SELECT opened_by FROM breach "
    "UNION ALL SELECT performed_by FROM identity_check) WHERE coalesce(name, '') NOT IN ('', 'dpo') "
    "GROUP BY name ORDER BY name"
)
_OF_COMPANY = (
    ("company", RecordPart.COMPANY_NAME, Field.COMPANY),
    ("dpo_name", RecordPart.DPO_NAME, Field.NAME),
    ("dpo_contact", RecordPart.DPO_CONTACT, None),
    ("controller_contact", RecordPart.WRITTEN, None),
    ("joint_controller", RecordPart.WRITTEN, None),
    ("representative", RecordPart.WRITTEN, None),
)
_Texts = dict[str, list[RecordText]]


def read_own_records(database: Database) -> tuple[OwnRecord, ...]:
    """Return everything in the register's own tables that may name a person, digests left out.

    Events are not among them: they name things, never people (R-LOG-2), but for who acted.
    """
    return (
        *_requests(database), *_entries(database), *_suppliers(database), *_staff(database),
        *_company(database), *_recipients(database),
    )  # fmt: skip


def read_records_of_digests(
    database: Database,
) -> tuple[tuple[RecordKind, str, frozenset[str]], ...]:
    """Return the records that keep people as keyed hashes: kind, ref and the hashes."""
    rows = database.connection.execute(_PEOPLE_AS_DIGESTS)
    return tuple(
        (RecordKind(kind), str(ref), frozenset(json.loads(kept))) for kind, ref, kept in rows
    )


def _requests(database: Database) -> Iterator[OwnRecord]:
    texts: _Texts = defaultdict(list)
    for ref, criterion, value in database.connection.execute(_CRITERIA):
        texts[ref].append(_criterion(RecordPart.CRITERION, criterion, value))
    for ref, criteria in database.connection.execute(_SEARCHED_BEFORE):
        known = {(one.field, one.text) for one in texts[ref]}
        earlier = [_criterion(RecordPart.EARLIER_CRITERION, *one) for one in _pairs(criteria)]
        texts[ref] += [one for one in earlier if (one.field, one.text) not in known]
    for ref, part, kind, text in database.connection.execute(_PEOPLE_OF_REQUESTS):
        field = _FIELDS.get(kind, Field.NOTE)
        if (field, text) not in {(one.field, one.text) for one in texts[ref]}:
            texts[ref].append(RecordText(RecordPart(part), text, field))
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
    days = database.connection.execute("SELECT reason FROM holiday_override ORDER BY day")
    reasons = tuple(RecordText(RecordPart.WRITTEN, reason) for (reason,) in days)
    yield OwnRecord(RecordKind.COMPANY, "", (*said, *reasons))


def _recipients(database: Database) -> Iterator[OwnRecord]:
    rows = database.connection.execute("SELECT id, name, contact, note FROM recipient ORDER BY id")
    for id_, *texts in rows:
        meanings = zip(texts, (Field.COMPANY, None, Field.NOTE), strict=True)
        said = [RecordText(RecordPart.WRITTEN, text, field) for text, field in meanings if text]
        yield OwnRecord(RecordKind.RECIPIENT, str(id_), tuple(said))


def _criterion(part: RecordPart, criterion: str, value: str) -> RecordText:
    return RecordText(part, value, Field(criterion) if criterion != "text" else Field.NOTE)


def _pairs(criteria: str) -> Iterable[tuple[str, str]]:
    given = json.loads(criteria)
    return ((name, value) for name in CRITERIA for value in given.get(name, ()))
