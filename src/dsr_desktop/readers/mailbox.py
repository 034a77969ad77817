"""Finds the mails of a mailbox file (mbox, RFC 4155), one at a time however large it is."""

import re
from collections.abc import Iterator
from functools import partial
from itertools import chain, pairwise
from typing import IO

from dsr_desktop.readers.document import Document

_PIECE = 64 * 1024
_DATED = re.compile(rb"From .*\d{1,2}:\d\d.*\d{4}")
_FIELD = re.compile(rb"[!-9;-~]+:|>From ")
_USUAL_FIELD = re.compile(
    rb"(?:from|to|date|subject|received|return-path|message-id|reply-to|delivered-to|mime-version"
    rb"|content-type|status|x-[\w\-]+):",
    re.IGNORECASE,
)
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)


def mails_of_mailbox(document: Document) -> Iterator[bytes]:
    """Yield the mails in order, each with the separator line it begins with.

    A line "From …" separates if a header follows it; quoted ones (">From") lose a sign.
    """
    with document.open() as scanned, document.open() as file:
        for start, end in pairwise(chain(_starts(scanned), [document.size()])):
            file.seek(start)
            content = file.read(end - start)
            yield _QUOTED.sub(rb"\1", content) if b">From " in content else content


def _starts(file: IO[bytes]) -> Iterator[int]:
    """Yield where mails begin; a separator has a date, or a blank line before and a usual header."""
    place, candidate = 0, None
    after_blank = at_line_start = is_first = True
    sign: re.Pattern[bytes] = _FIELD
    for line in iter(partial(file.readline, _PIECE), b""):
        if candidate is not None and (is_first or sign.match(line)):
            yield candidate
            is_first = False
        candidate = None
        if at_line_start and line.startswith(b"From "):
            is_dated = _DATED.match(line) is not None
            candidate = place if is_dated or after_blank else None
            sign = _FIELD if is_dated else _USUAL_FIELD
        after_blank = line in {b"\n", b"\r\n"}
        at_line_start = line.endswith(b"\n")
        place += len(line)
