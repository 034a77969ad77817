"""Reads what Microsoft Clarity sent: uploads as JSON or JSON Lines, and recordings of a browser (HAR)."""

import json
from collections.abc import Iterable, Iterator, Mapping

from dsr_desktop.domain.clarity_payload import Payload, PayloadDoubt, is_payload, read_payload
from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.clarity_sheets import Visits, sheets_of
from dsr_desktop.readers.clarity_traffic import (
    LostBodyError,
    TrafficCookie,
    cookies_of,
    entries_of,
    is_too_deep,
    payload_of,
    upload_of,
)
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.json_records import json_encoding
from dsr_desktop.readers.messages import FileFound, UnreadableError, Warned
from dsr_desktop.readers.parts import Part


def read_capture(document: Document, limits: Limits) -> Iterator[Part]:
    """Yield the sheets of one upload, of a list of them, or of one a line.

    Uploads that are damaged are counted. Raises UnreadableError where there is none that can be read.
    """
    encoding = json_encoding(document)
    yield FileFound("Clarity", encoding)
    with document.open_text(encoding, "replace") as file:
        payloads = _Payloads()
        payloads.add_all(_uploads(file.read()))
    yield from payloads.parts((), limits)


def read_recording(document: Document, limits: Limits) -> Iterator[Part]:
    """Yield the sheets of what a recording of a browser's traffic holds of Clarity, and no more.

    Cookies and tokens of whoever recorded it are left out, as is all other traffic (R-CLR-10).
    Raises UnreadableError where it holds nothing of Clarity.
    """
    yield FileFound("HAR", json_encoding(document))
    payloads, cookies = _Payloads(), list[TrafficCookie]()
    for entry in entries_of(_recording(document)):
        cookies.extend(cookies_of(entry))
        try:
            if (upload := upload_of(entry)) is not None:
                payloads.add(upload)
        except LostBodyError:
            payloads.lost += 1
    yield from payloads.parts(cookies, limits)
    yield Warned(Problem.ONLY_CLARITY_READ, {})


def _recording(document: Document) -> object:
    with document.open_text(json_encoding(document), "replace") as file:
        try:
            return json.load(file)
        except RecursionError as error:
            raise UnreadableError(Problem.NESTED_DATA_TOO_DEEP) from error
        except ValueError as error:
            raise UnreadableError(Problem.DAMAGED) from error


class _Payloads:
    """Gathers uploads; `lost` counts those that could not be got back."""

    def __init__(self) -> None:
        self.lost = 0
        self._read: list[Payload] = []

    def add(self, upload: Mapping[str, object]) -> None:
        """Read one more."""
        try:
            self._read.append(read_payload(upload))
        except ValueError:
            self.lost += 1

    def add_all(self, uploads: Iterable[Mapping[str, object] | None]) -> None:
        """Read several; None stands for one that is damaged."""
        for upload in uploads:
            if upload is None:
                self.lost += 1
            else:
                self.add(upload)

    def parts(self, cookies: Iterable[TrafficCookie], limits: Limits) -> Iterator[Part]:
        """Yield sheets and warnings; UnreadableError if there is nothing to show."""
        sheets = list(sheets_of(Visits.of(self._read), cookies, limits))
        if not sheets:
            raise UnreadableError(Problem.NOTHING_OF_CLARITY, count=self.lost)
        yield from sheets
        if self.lost:
            yield Warned(Problem.UPLOADS_LOST, {"count": self.lost})
        if any(PayloadDoubt.OTHER_VERSION in payload.doubts for payload in self._read):
            yield Warned(Problem.OTHER_CLARITY, {})


def _uploads(text: str) -> Iterator[Mapping[str, object] | None]:
    try:
        value = json.loads(text)
    except RecursionError:
        yield None
        return
    except ValueError:
        yield from map(_of_line, filter(str.strip, text.splitlines()))
        return
    for one in value if isinstance(value, list) else (value,):
        yield one if is_payload(one) and not is_too_deep(one) else None


def _of_line(line: str) -> Mapping[str, object] | None:
    try:
        return payload_of(line)
    except LostBodyError:
        return None
