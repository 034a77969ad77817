"""Writes a message as a mail file (RFC 5322): the header lines, the text and the documents kept.

Python's own package for mails imports sockets, which this program never does.
"""

import base64
import re
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import quote

_BOUNDARY = "=_message_and_its_documents"
_WORD_SIGNS = 10


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
    """Write a header line; runs of words beyond ASCII are encoded together (RFC 2047)."""
    name, _colon, value = line.partition(":")
    return f"{name.strip()}: {_BEYOND_ASCII.sub(_encoded, ' '.join(value.split()))}"


def _encoded(run: re.Match[str]) -> str:
    words = (run[0][start : start + _WORD_SIGNS] for start in range(0, len(run[0]), _WORD_SIGNS))
    packed = (base64.b64encode(one.encode("utf-8", "replace")).decode("ascii") for one in words)
    return " ".join(f"=?utf-8?B?{one}?=" for one in packed)


_BEYOND_ASCII = re.compile(r"[^\s]*[^\x00-\x7f\s][^\s]*(?: [^\s]*[^\x00-\x7f\s][^\s]*)*")
