"""Writes a message as a mail file (RFC 5322): the header lines, the text and the documents kept.

Python's own package for mails imports sockets, which this program never does.
"""

import base64
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import quote

_BOUNDARY = "=_message_and_its_documents"
_WORD_BYTES = 42


def mail_file(headers: Iterable[str], text: str, documents: Sequence[tuple[str, bytes]]) -> bytes:
    """Return the mail; `headers` are lines "Name: value", `documents` names with their content.

    All content is base64, so that no line of a document can end its part.
    """
    lines = [*map(_header, headers), "MIME-Version: 1.0"]
    body = _part("text/plain; charset=utf-8", text.encode("utf-8", "replace"))
    if not documents:
        return "\r\n".join([*lines, *body]).encode()
    lines += [f'Content-Type: multipart/mixed; boundary="{_BOUNDARY}"', "", f"--{_BOUNDARY}"]
    lines += body
    for name, content in documents:
        named = f"attachment; filename*=utf-8''{quote(name, safe='')}"
        lines.append(f"--{_BOUNDARY}")
        lines += _part("application/octet-stream", content, named)
    return "\r\n".join([*lines, f"--{_BOUNDARY}--", ""]).encode()


def _part(kind: str, content: bytes, disposition: str = "") -> Iterator[str]:
    yield f"Content-Type: {kind}"
    if disposition:
        yield f"Content-Disposition: {disposition}"
    yield "Content-Transfer-Encoding: base64"
    yield ""
    yield base64.encodebytes(content).decode("ascii").rstrip("\n").replace("\n", "\r\n")


def _header(line: str) -> str:
    """Write a header line; what is beyond ASCII as encoded words (RFC 2047), an address as it is."""
    name, _colon, value = line.partition(":")
    return f"{name.strip()}: {' '.join(map(_word, value.split()))}"


def _word(word: str) -> str:
    if word.isascii():
        return word
    raw = word.encode("utf-8", "replace")
    if len(raw) > _WORD_BYTES:
        half = len(word) // 2
        return f"{_word(word[:half])} {_word(word[half:])}"
    return f"=?utf-8?B?{base64.b64encode(raw).decode('ascii')}?="
