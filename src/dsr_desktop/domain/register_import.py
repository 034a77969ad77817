"""A register brought from elsewhere: what each row would become, and what is wrong with it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dsr_desktop.domain.activity import LONGEST_NAME
from dsr_desktop.domain.criteria import Criteria, make_criteria
from dsr_desktop.domain.decisions import REASON_CODES
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.lifecycle import EARLIEST_RECEIPT
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.notice import Notice
from dsr_desktop.domain.processing import Detail
from dsr_desktop.domain.register_columns import ActivityColumn, RequestColumn
from dsr_desktop.domain.register_words import (
    read_basis,
    read_channel,
    read_day,
    read_decision,
    read_rights,
)
from dsr_desktop.domain.request import (
    Channel,
    Decision,
    Item,
    Request,
    Stage,
)
from dsr_desktop.domain.written import LONGEST_TEXT

Cells = Mapping[str, str]
_NO_DAY = mark("Row {row}: column {column} holds no day. Write it as 2026-11-02.")
_NOT_READ = mark("Row {row}: what column {column} says is not known. Correct the cell.")
_EMPTY = mark("Row {row}: column {column} is empty. Fill it in.")
_BEFORE = mark("Row {row}: the day of receipt lies before 25 May 2018 or after today. Correct it.")
_ORDER = mark("Row {row}: the days of receipt, answer and closing do not follow. Correct them.")
_UNANSWERED = mark("Row {row}: it is closed and has no day of answer. Fill it in.")
_NOBODY = mark("Row {row}: it is open and names nobody. Give a name, an e-mail or a phone number.")
_TOO_LONG = mark("Row {row}: column {column} is too long. Shorten it.")
_OTHER_DAYS = mark("Row {row}: another row has this reference and other days. Correct one.")
_SAME_RIGHT = mark("Row {row}: another row has this reference and this right. Take one out.")
_SOMEBODY_ELSE = mark(
    "Row {row}: another row has this reference and names somebody else. Correct one."
)
_KNOWN = mark("Row {row}: the register has a request with this reference. Take the row out.")
_TWICE = mark("Row {row}: another row has this name. Take one out.")


class RowError(Exception):
    """A row that cannot become an entry; `notice` says why, without a value of it."""

    def __init__(self, sentence: str, row: int, column: str = "") -> None:
        super().__init__(sentence)
        details: dict[str, object] = {"row": row, **({"column": column} if column else {})}
        self.notice = Notice(sentence, details)


@dataclass(frozen=True)
class ImportedRequest:
    """A request of another register, with the reference it has there, "" for none."""

    former: str
    request: Request
    row: int


@dataclass(frozen=True)
class ImportedActivity:
    """An activity of another record."""

    name: str
    legal_basis: str
    details: Mapping[Detail, str]
    row: int


Entry = ImportedRequest | ImportedActivity


@dataclass(frozen=True)
class Understood:
    """What the rows of a register would become; nothing is stored while a problem is left."""

    entries: tuple[Entry, ...]
    problems: tuple[Notice, ...]


def understand_requests(
    rows: Iterable[tuple[int, Cells]], known: frozenset[str], today: date
) -> Understood:
    """Read rows of requests; those with one reference are rights of one request.

    `known` are the references, earlier ones too, that the register has.
    """
    found: dict[str, ImportedRequest] = {}

    def read(row: int, cells: Cells) -> None:
        one = _request(row, cells, today)
        key = one.former.casefold() or f"\0{row}"
        if key in known:
            raise RowError(_KNOWN, row)
        found[key] = _joined(found[key], one) if key in found else one

    problems = tuple(_read_all(rows, read))
    return Understood(tuple(found.values()), problems)


def understand_activities(rows: Iterable[tuple[int, Cells]]) -> Understood:
    """Read rows of a record of processing."""
    found: dict[str, ImportedActivity] = {}

    def read(row: int, cells: Cells) -> None:
        one = _activity(row, cells)
        if one.name.casefold() in found:
            raise RowError(_TWICE, row)
        found[one.name.casefold()] = one

    problems = tuple(_read_all(rows, read))
    return Understood(tuple(found.values()), problems)


def _read_all(
    rows: Iterable[tuple[int, Cells]], read: Callable[[int, Cells], None]
) -> Iterator[Notice]:
    for row, cells in rows:
        try:
            read(row, cells)
        except RowError as error:
            yield error.notice


def _request(row: int, cells: Cells, today: date) -> ImportedRequest:
    received = _day(row, cells, RequestColumn.RECEIVED_ON)
    if received is None:
        raise RowError(_EMPTY, row, RequestColumn.RECEIVED_ON)
    if not EARLIEST_RECEIPT <= received <= today:
        raise RowError(_BEFORE, row)
    answered = _day(row, cells, RequestColumn.ANSWERED_ON)
    closed = _day(row, cells, RequestColumn.CLOSED_ON)
    days = [day for day in (received, answered, closed, today) if day is not None]
    if days != sorted(days):
        raise RowError(_ORDER, row)
    items = _items(row, cells)
    withdrawn = all(one.decision is Decision.WITHDRAWN_BY_PERSON for one in items)
    if closed is not None and answered is None and not withdrawn:
        raise RowError(_UNANSWERED, row)
    request = Request(
        "", received, today, _channel(row, cells), _stage(items, answered, closed), items,
        _criteria(row, cells), answered_on=answered, closed_on=closed,
    )  # fmt: skip
    if answered is None and closed is None and request.criteria.is_empty():
        raise RowError(_NOBODY, row)
    return ImportedRequest(cells.get(RequestColumn.REFERENCE, "").strip(), request, row)


def _joined(one: ImportedRequest, other: ImportedRequest) -> ImportedRequest:
    """Put the rights of two rows into one request; RowError unless days and person are the same."""
    first, second = one.request, other.request
    same = (first.received_on, first.answered_on, first.closed_on)
    if same != (second.received_on, second.answered_on, second.closed_on):
        raise RowError(_OTHER_DAYS, other.row)
    people = [each.criteria for each in (first, second) if not each.criteria.is_empty()]
    if any(person != people[0] for person in people):
        raise RowError(_SOMEBODY_ELSE, other.row)
    if set(first.rights) & set(second.rights):
        raise RowError(_SAME_RIGHT, other.row)
    items = (*first.items, *second.items)
    stage = _stage(items, first.answered_on, first.closed_on)
    criteria = people[0] if people else first.criteria
    return replace(one, request=replace(first, items=items, stage=stage, criteria=criteria))


def _items(row: int, cells: Cells) -> tuple[Item, ...]:
    text = cells.get(RequestColumn.RIGHT, "").strip()
    if not text:
        raise RowError(_EMPTY, row, RequestColumn.RIGHT)
    rights = read_rights(text)
    if rights is None:
        raise RowError(_NOT_READ, row, RequestColumn.RIGHT)
    said = cells.get(RequestColumn.DECISION, "").strip()
    decision = read_decision(said) if said else None
    if said and decision is None:
        raise RowError(_NOT_READ, row, RequestColumn.DECISION)
    code, words = _reason(row, cells)
    return tuple(Item(right, decision, code, words) for right in rights)


def _reason(row: int, cells: Cells) -> tuple[str | None, str | None]:
    """Return the reason as a code of the catalogue, or in words."""
    said = cells.get(RequestColumn.REASON, "").strip()
    if len(said) > LONGEST_TEXT:
        raise RowError(_TOO_LONG, row, RequestColumn.REASON)
    return (said, None) if said in REASON_CODES else (None, said or None)


def _stage(items: Sequence[Item], answered: date | None, closed: date | None) -> Stage:
    if closed is not None:
        return Stage.CLOSED
    if answered is not None:
        return Stage.ANSWERED
    return Stage.DECIDED if all(item.decision for item in items) else Stage.IN_PROGRESS


def _channel(row: int, cells: Cells) -> Channel:
    said = cells.get(RequestColumn.CHANNEL, "").strip()
    channel = read_channel(said) if said else Channel.OTHER
    if channel is None:
        raise RowError(_NOT_READ, row, RequestColumn.CHANNEL)
    return channel


def _criteria(row: int, cells: Cells) -> Criteria:
    known = (RequestColumn.NAME, RequestColumn.EMAIL, RequestColumn.PHONE)
    given = {str(one): text for one in known if (text := cells.get(one, "").strip())}
    try:
        return make_criteria(given) if given else Criteria()
    except InvalidInputError as error:
        raise RowError(_NOT_READ, row, ", ".join(given)) from error


def _day(row: int, cells: Cells, column: str) -> date | None:
    text = cells.get(column, "").strip()
    day = read_day(text) if text else None
    if text and day is None:
        raise RowError(_NO_DAY, row, column)
    return day


def _activity(row: int, cells: Cells) -> ImportedActivity:
    name = " ".join(cells.get(ActivityColumn.NAME, "").split())
    if not name:
        raise RowError(_EMPTY, row, ActivityColumn.NAME)
    said = cells.get(ActivityColumn.LEGAL_BASIS, "").strip()
    basis = read_basis(said) if said else None
    if basis is None:
        raise RowError(_NOT_READ if said else _EMPTY, row, ActivityColumn.LEGAL_BASIS)
    details = {one: text for one in Detail if (text := cells.get(one, "").strip())}
    if len(name) > LONGEST_NAME:
        raise RowError(_TOO_LONG, row, ActivityColumn.NAME)
    for detail, text in details.items():
        if len(text) > LONGEST_TEXT:
            raise RowError(_TOO_LONG, row, detail)
    return ImportedActivity(name, basis, details, row)
