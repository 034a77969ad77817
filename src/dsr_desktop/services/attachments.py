"""The door through which documents of messages enter and leave: no identity document passes."""

import hashlib
import stat
from collections.abc import Iterable
from pathlib import Path, PurePath
from typing import NamedTuple

from dsr_desktop.domain.communication import MOST_BYTES, Attachment
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.identity_papers import check_no_identity_document
from dsr_desktop.domain.marking import mark

_LONGEST_SUFFIX = 10


class ReadAttachment(NamedTuple):
    """A document with its content, about to be kept."""

    attachment: Attachment
    content: bytes


def read_attachments(
    paths: Iterable[Path], *, show_no_identity: bool
) -> tuple[ReadAttachment, ...]:
    """Read the files of a message; the source files stay as they are.

    `show_no_identity`: the DPO looked at pictures and PDFs and says that none shows an identity
    document. Raises NotAllowedError and InvalidInputError as `check_no_identity_document` does, and
    InvalidInputError for what is no file, is too large or cannot be read.
    """
    return tuple(_read(path, show_no_identity=show_no_identity) for path in paths)


def admit(name: str, content: bytes, *, show_no_identity: bool) -> ReadAttachment:
    """Return a document that came with a message, about to be kept; raises as `read_attachments`."""
    check_no_identity_document(name, content[:32], confirmed_none=show_no_identity)
    _check_size(len(content))
    digest = hashlib.sha256(content).hexdigest()
    return ReadAttachment(Attachment(name, len(content), digest), content)


def check_given_file(path: Path) -> None:
    """Refuse what `read_attachments` refuses unread: no file, an empty one, one that is too large."""
    try:
        found = path.stat()
    except OSError as error:
        raise _unreadable() from error
    if not stat.S_ISREG(found.st_mode):
        raise _unreadable()
    _check_size(found.st_size)


def safe_suffix(name: str) -> str:
    """Return the ending of a name ("" for an odd one): all of it that a file of ours may take over."""
    suffix = PurePath(name).suffix.lower()
    is_plain = suffix[1:].isascii() and suffix[1:].isalnum() and len(suffix) <= _LONGEST_SUFFIX
    return suffix if is_plain else ""


def _read(path: Path, *, show_no_identity: bool) -> ReadAttachment:
    check_no_identity_document(path.name, confirmed_none=True)
    return admit(path.name, _content(path), show_no_identity=show_no_identity)


def _content(path: Path) -> bytes:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise _unreadable()
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise _unreadable() from error
    _check_size(len(content))
    return content


def _check_size(size: int) -> None:
    if not 0 < size <= MOST_BYTES:
        raise InvalidInputError(
            mark("The document is empty or larger than {n} MB. Attach a smaller one."),
            n=MOST_BYTES // 1_000_000,
        )


def _unreadable() -> InvalidInputError:
    return InvalidInputError(
        mark("The document to attach is not there, is no file, or cannot be read. Check the path.")
    )
