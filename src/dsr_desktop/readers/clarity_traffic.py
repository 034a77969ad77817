"""Gets the uploads of Microsoft Clarity out of a recording of a browser's traffic (HAR 1.2).

Rules R-CLR-2 and R-CLR-3. The format has no encoding for the bodies of requests, so each browser
writes compressed bytes in a way of its own. Specification:
w3c.github.io/web-performance/specs/HAR/Overview.html.
"""

import base64
import binascii
import json
import zlib
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from dsr_desktop.domain.clarity_payload import is_payload

LARGEST_BODY = 20_000_000
DEEPEST = 64
_GZIP = b"\x1f\x8b"
_WITH_GZIP_HEADER = 31
_HOST, _PATH = ".clarity.ms", "/collect"
_NAMES = frozenset({"_clck", "_clsk", "_cltk", "CLID", "ANONCHK", "MR", "MUID", "SM"})

Entry = Mapping[str, Any]


class LostBodyError(Exception):
    """What a request carried cannot be got back: it was damaged when it was written as text."""


class TrafficCookie(NamedTuple):
    """A cookie that the privacy policy names, and the host on which it was seen."""

    name: str
    value: str
    host: str


def entries_of(recording: object) -> Iterator[Entry]:
    """Yield the requests of a recording with their answers; what has another form is passed over."""
    log = _object(_object(recording).get("log"))
    yield from (entry for entry in _objects(log.get("entries")) if _object(entry.get("request")))


def upload_of(entry: Entry) -> Mapping[str, Any] | None:
    """Return the upload that a request carried; None if it is no request of Clarity.

    One to another host counts if it carries an upload: sites may pass it through a server of their
    own. LostBodyError for one that went to Clarity and cannot be got back.
    """
    request = _object(entry.get("request"))
    body = _object(request.get("postData"))
    if request.get("method") != "POST" or not isinstance(body.get("text"), str):
        return None
    try:
        return payload_of(_bytes_of(body))
    except LostBodyError:
        if _goes_to_clarity(str(request.get("url", ""))):
            raise
        return None


def payload_of(content: bytes | str) -> Mapping[str, Any]:
    """Read one upload of at most `DEEPEST` levels; LostBodyError if it is none."""
    try:
        value = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise LostBodyError from error
    if not is_payload(value) or is_too_deep(value):
        raise LostBodyError
    found: Mapping[str, Any] = value
    return found


def is_too_deep(value: object) -> bool:
    """Tell whether lists and objects lie in each other more than `DEEPEST` deep."""
    level = [value]
    for _ in range(DEEPEST + 1):
        level = [
            inner
            for one in level
            for inner in (
                one.values() if isinstance(one, dict) else one if isinstance(one, list) else ()
            )
            if isinstance(inner, dict | list)
        ]
        if not level:
            return False
    return True


def cookies_of(entry: Entry) -> Iterator[TrafficCookie]:
    """Yield the cookies of a request and of its answer that the policy names, and no others."""
    host = _host(str(_object(entry.get("request")).get("url", "")))
    for side in (_object(entry.get("request")), _object(entry.get("response"))):
        pairs = [(one.get("name"), one.get("value")) for one in _objects(side.get("cookies"))]
        for header in _objects(side.get("headers")):
            pairs.extend(_in_header(str(header.get("name", "")), str(header.get("value", ""))))
        for name, value in pairs:
            if name in _NAMES and isinstance(value, str) and value:
                yield TrafficCookie(str(name), value, host)


def _in_header(name: str, value: str) -> Iterator[tuple[str, str]]:
    if name.lower() not in {"cookie", "set-cookie"}:
        return
    for line in value.splitlines():
        parts = line.split(";") if name.lower() == "cookie" else [line.partition(";")[0]]
        for part in parts:
            cookie, _, text = part.strip().partition("=")
            yield cookie, text


def _bytes_of(body: Mapping[str, Any]) -> bytes:
    """Return what a body held, in the order of R-CLR-2: JSON, base64, Latin-1 of gzip, base64 again."""
    text: str = body["text"]
    if text.lstrip().startswith("{"):
        return text.encode("utf-8", "replace")
    if "base64" in {body.get("encoding"), body.get("_encoding")}:
        return _unpacked(_from_base64(text))
    if text.startswith("\x1f\x8b"):
        try:
            return _unpacked(text.encode("latin-1"))
        except UnicodeEncodeError as error:
            raise LostBodyError from error
    return _unpacked(_from_base64(text))


def _from_base64(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise LostBodyError from error


def _unpacked(content: bytes) -> bytes:
    if not content.startswith(_GZIP):
        return content
    unpacker = zlib.decompressobj(_WITH_GZIP_HEADER)
    try:
        plain = unpacker.decompress(content, LARGEST_BODY)
    except zlib.error as error:
        raise LostBodyError from error
    if not unpacker.eof:
        raise LostBodyError
    return plain


def _goes_to_clarity(url: str) -> bool:
    try:
        return _host(url).endswith(_HOST) and urlsplit(url).path == _PATH
    except ValueError:
        return False


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _object(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _objects(value: object) -> Iterator[Mapping[str, Any]]:
    return (one for one in (value if isinstance(value, list) else ()) if isinstance(one, dict))
