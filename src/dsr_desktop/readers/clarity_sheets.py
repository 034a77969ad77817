"""Makes sheets of what Microsoft Clarity recorded, under the names that the privacy policy uses."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from dsr_desktop.domain.clarity_dom import is_masked, read_nodes
from dsr_desktop.domain.clarity_events import DOM_EVENTS, EventGroup, event_name, group_of, tell
from dsr_desktop.domain.clarity_payload import Envelope, Payload
from dsr_desktop.domain.reading import Limits
from dsr_desktop.readers.clarity_traffic import TrafficCookie
from dsr_desktop.readers.parts import ReadRow, ReadSheet

_WHO = ("Clarity user ID", "Clarity session ID", "ProjectID", "PageNumber", "Url")
_UPLOADS = (
    *_WHO, "Version", "Content Sequence", "Start Time", "Duration", "UploadType", "IsLastContent",
    "Platform", "Opened at (UTC)", *(f"Events: {group}" for group in EventGroup),
    "Events of unknown type",
)  # fmt: skip
_EVENTS = (
    *_WHO,
    "Time (UTC)",
    "Milliseconds",
    "Event",
    "Group",
    "Text",
    "Link",
    "Details",
    "Masked",
)
_TEXTS = (*_WHO, "Time (UTC)", "Milliseconds", "Node", "Text", "Masked")
_COOKIES = ("Cookie", "Value", "Host")

Page = tuple[str, str, str, int]
_Row = Sequence[str]


@dataclass(frozen=True)
class Visits:
    """All uploads of one file, and when the pages were opened, as far as their first uploads tell."""

    payloads: Sequence[Payload]
    opened: dict[Page, datetime]

    @classmethod
    def of(cls, payloads: Sequence[Payload]) -> "Visits":
        """Gather the moments that the first upload of each page tells."""
        opened = {
            _page(payload.envelope): moment for payload in payloads if (moment := payload.opened_at)
        }
        return cls(payloads, opened)

    def moment(self, envelope: Envelope, milliseconds: int) -> str:
        """Return the moment of an event in UTC (RFC 3339), "" if nothing tells when the page opened."""
        opened = self.opened.get(_page(envelope))
        if opened is None:
            return ""
        try:
            moment = opened + timedelta(milliseconds=milliseconds)
        except OverflowError:
            return ""
        return f"{moment:%Y-%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03d}Z"


def sheets_of(
    visits: Visits, cookies: Iterable[TrafficCookie], limits: Limits
) -> Iterator[ReadSheet]:
    """Yield the sheets that have anything in them: uploads, events, texts of pages, cookies.

    Events that say nothing that one can read are counted in the sheet of uploads, by group.
    """
    longest = limits.cell_characters
    for name, titles, rows in (
        ("Clarity uploads", _UPLOADS, _uploads(visits)),
        ("Clarity events", _EVENTS, _events(visits)),
        ("Clarity texts", _TEXTS, _texts(visits)),
        ("Clarity cookies", _COOKIES, map(list, dict.fromkeys(cookies))),
    ):
        first = next(rows, None)
        if first is not None:
            yield ReadSheet(name, _sheet(titles, first, rows, longest))


def _sheet(titles: _Row, first: _Row, rows: Iterable[_Row], longest: int) -> Iterator[ReadRow]:
    yield ReadRow(1, titles)
    yield ReadRow(2, _fitting(first, longest))
    for n, row in enumerate(rows, 3):
        yield ReadRow(n, _fitting(row, longest))


def _fitting(row: _Row, longest: int) -> _Row:
    return [text.replace("\0", "")[:longest] for text in row]


def _uploads(visits: Visits) -> Iterator[_Row]:
    for payload in visits.payloads:
        about = payload.envelope
        groups = Counter(group_of(event.number) for event in payload.events)
        yield [
            *_who(about), about.version, str(about.sequence), str(about.start), str(about.duration),
            "Beacon" if about.upload_type else "Async", "1" if about.is_last else "0",
            "" if about.platform is None else str(about.platform), visits.moment(about, 0),
            *(str(groups[group]) for group in EventGroup), str(sum(payload.unknown.values())),
        ]  # fmt: skip


def _events(visits: Visits) -> Iterator[_Row]:
    for payload in visits.payloads:
        about = payload.envelope
        for event in payload.events:
            told = tell(event.number, event.tokens)
            if told.text or told.link or told.about:
                yield [
                    *_who(about), visits.moment(about, event.time), str(event.time),
                    event_name(event.number), group_of(event.number), told.text, told.link,
                    told.about, _masked(told.text),
                ]  # fmt: skip


def _texts(visits: Visits) -> Iterator[_Row]:
    """Yield each text of each page once: a page is sent again whenever it changes."""
    seen: set[tuple[Page, str, str]] = set()
    for payload in visits.payloads:
        about = payload.envelope
        for event in payload.events:
            if event.number not in DOM_EVENTS:
                continue
            for node in read_nodes([event.time, event.number, *event.tokens]):
                for text in node.texts():
                    if (key := (_page(about), node.tag, text)) not in seen:
                        seen.add(key)
                        yield [
                            *_who(about), visits.moment(about, event.time), str(event.time),
                            node.tag, text, _masked(text),
                        ]  # fmt: skip


def _who(about: Envelope) -> _Row:
    return [about.user_id, about.session_id, about.project_id, str(about.page_number), about.url]


def _page(about: Envelope) -> Page:
    return about.project_id, about.user_id, about.session_id, about.page_number


def _masked(text: str) -> str:
    return ("yes" if is_masked(text) else "no") if text else ""
