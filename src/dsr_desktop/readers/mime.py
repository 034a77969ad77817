"""Takes a mail apart into its parts (RFC 2045, 2046); nothing is copied, parts are stretches."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from dsr_desktop.readers.charsets import decode, from_base64, from_quoted_printable
from dsr_desktop.readers.mail_headers import (
    Fields,
    fields_of,
    parameters_of,
    raw_values,
    unfolded,
    words_of,
)

DEEPEST = 30
LONGEST_HEADER = 1_000_000
_MOST_PARTS = 10_000
_BLANK_LINE = re.compile(rb"^(?:\r?\n|[ \t]++\r?\n(?![ \t\r\n]|[!-9;-~]++[ \t]*:))", re.MULTILINE)
_FIELD_LINE = re.compile(rb"[!-9;-~]+[ \t]*:|From |>From ")
_PART_FIELD_LINE = re.compile(rb"(?:content-[a-z\-]+|mime-version|x-[^\s:]+)[ \t]*:", re.IGNORECASE)
_UNSAFE = re.compile(r"[\0-\x1f\x7f/\\]+")
_LONGEST_NAME = 120
_TEXTS = frozenset({
    "text/plain", "text/html", "text/enriched", "text/richtext", "text/calendar",
    "text/rfc822-headers", "message/delivery-status", "message/disposition-notification",
    "message/global-delivery-status", "message/feedback-report",
})  # fmt: skip
_SIGNATURES = frozenset({
    "application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature",
})  # fmt: skip
_SEALED = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})


@dataclass(frozen=True)
class Entity:
    """A mail or a part of one: header fields, and the stretch of `content` that is its body."""

    fields: Fields
    content: bytes = field(repr=False)
    start: int
    end: int

    @cached_property
    def content_type(self) -> str:
        """Type in lower case, "text/plain" where none is named."""
        kind = self._first("content-type").partition(";")[0].strip().lower()
        return kind if "/" in kind else "text/plain"

    @cached_property
    def type_parameters(self) -> dict[str, str]:
        """Parameters of the content type."""
        return parameters_of(self._first("content-type"))

    @cached_property
    def disposition(self) -> str:
        """How the part is to be shown: "attachment", "inline" or nothing."""
        return self._first("content-disposition").partition(";")[0].strip().lower()

    @cached_property
    def name(self) -> str:
        """Name of the file that the part holds, without folders; empty for none."""
        named = parameters_of(self._first("content-disposition")).get("filename", "")
        named = words_of(named or self.type_parameters.get("name", ""))
        return _UNSAFE.sub("_", named).strip()[-_LONGEST_NAME:]

    def body(self) -> bytes:
        """Body without its transfer encoding; as it stands where that is wrongly named."""
        raw = self.content[self.start : self.end]
        encoding = self._first("content-transfer-encoding").strip(' "').lower()
        if encoding == "base64":
            unpacked = from_base64(raw)
            return raw if unpacked is None else unpacked
        return from_quoted_printable(raw) if encoding == "quoted-printable" else raw

    def text(self) -> str:
        """Body decoded from its charset."""
        return decode(self.body(), self.type_parameters.get("charset", ""))

    def inner_mail(self) -> "Entity":
        """Return the mail that a part of type message/rfc822 holds, also where it is encoded."""
        if self._first("content-transfer-encoding").lower() in {"base64", "quoted-printable"}:
            return entity_of(self.body())
        return entity_of(self.content, self.start, self.end)

    def _first(self, name: str) -> str:
        return unfolded(next(raw_values(self.fields, name), b""))


@dataclass
class Contents:
    """What a mail holds: texts (each in the forms it comes in), files, mails, what is sealed.

    `unended` counts what is made of parts and lacks the boundary that closes them.
    """

    texts: list[list[Entity]] = field(default_factory=list)
    files: list[Entity] = field(default_factory=list)
    mails: list[Entity] = field(default_factory=list)
    sealed: int = 0
    unended: int = 0


def entity_of(
    content: bytes, start: int = 0, end: int | None = None, first: re.Pattern[bytes] = _FIELD_LINE
) -> Entity:
    """Read the header of a stretch; where its `first` line is none, all of it is body.

    What is beyond the longest header counts as body, so that it is read nevertheless.
    """
    end = len(content) if end is None else end
    if not first.match(content, start, end):
        blank = _BLANK_LINE.match(content, start, end)
        return Entity((), content, blank.end() if blank else start, end)
    limit = min(end, start + LONGEST_HEADER)
    blank = _BLANK_LINE.search(content, start, limit)
    header_end = blank.start() if blank else limit
    return Entity(
        fields_of(content[start:header_end]), content, blank.end() if blank else limit, end
    )


def contents_of(mail: Entity) -> Contents:
    """Gather what a mail holds, whatever is nested in it; too deep a part counts as a file."""
    if _is_text(mail):
        return Contents(texts=[[mail]])
    contents = Contents()
    _gather(mail, contents, DEEPEST)
    return contents


def _gather(entity: Entity, contents: Contents, depth: int) -> None:
    kind = entity.content_type
    if kind == "multipart/encrypted" or _is_sealed(entity):
        contents.sealed += 1
    elif kind.startswith("multipart/"):
        _gather_parts(entity, contents, depth)
    elif kind in {"message/rfc822", "message/global"}:
        contents.mails.append(entity)
    elif entity.disposition != "attachment" and not entity.name and _is_text(entity):
        contents.texts.append([entity])
    elif kind not in _SIGNATURES:
        contents.files.append(entity)


def _gather_parts(entity: Entity, contents: Contents, depth: int) -> None:
    found = Contents()
    parts = list(_parts(entity))
    contents.unended += not _is_ended(entity)
    if not parts:
        contents.texts.append([Entity((), entity.content, entity.start, entity.end)])
    elif depth == 0 or len(parts) > _MOST_PARTS:
        contents.files.append(entity)
    else:
        for part in parts:
            _gather(part, found, depth - 1)
    if entity.content_type == "multipart/alternative":
        found.texts = [[form for forms in found.texts for form in forms]] if found.texts else []
    contents.texts += found.texts
    contents.files += found.files
    contents.mails += found.mails
    contents.sealed += found.sealed
    contents.unended += found.unended


def _is_ended(entity: Entity) -> bool:
    """Tell whether the boundary that closes the last part is there (RFC 2046, 5.1.1)."""
    boundary = entity.type_parameters.get("boundary", "").encode("utf-8", "replace")
    closing = b"--" + boundary + b"--"
    return bool(boundary) and entity.content.find(closing, entity.start, entity.end) >= 0


def _parts(entity: Entity) -> Iterator[Entity]:
    """Yield the parts between the boundaries; the last one may lack its end.

    What follows the last boundary comes as a part of its own: mailing lists sign there.
    """
    boundary = entity.type_parameters.get("boundary", "").encode("utf-8", "replace")
    if not boundary.strip():
        return
    line = re.compile(rb"^--" + re.escape(boundary) + rb"(--)?[ \t]*\r?(?:\n|\Z)", re.MULTILINE)
    is_digest = entity.content_type == "multipart/digest"
    begin = None
    for count, mark in enumerate(line.finditer(entity.content, entity.start, entity.end)):
        if begin is not None and mark.start() > begin:
            yield _part(entity.content, begin, mark.start(), is_digest=is_digest)
        begin = mark.end()
        if count > _MOST_PARTS:
            break
    if begin is not None and entity.content[begin : entity.end].strip():
        yield _part(entity.content, begin, entity.end, is_digest=is_digest)


def _part(content: bytes, start: int, end: int, *, is_digest: bool) -> Entity:
    part = entity_of(content, start, end, _PART_FIELD_LINE)
    if is_digest and not any(name == "content-type" for name, _ in part.fields):
        return Entity([("content-type", b"message/rfc822")], content, part.start, end)
    return part


def _is_text(entity: Entity) -> bool:
    return entity.content_type in _TEXTS or entity.content_type.startswith("text/x-")


def _is_sealed(entity: Entity) -> bool:
    return entity.content_type in _SEALED
