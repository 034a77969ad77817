"""Decrypts password-protected Office documents in memory: nothing decrypted touches the disk."""

import io
from collections.abc import Iterator
from typing import Any

from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.messages import UnreadableError

EXCEL_DEFAULT_PASSWORD = "VelvetSweatshop"  # noqa: S105 - what Excel uses to protect without asking
_DECRYPTED = frozenset({"ooxml", "xls97"})
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def unlocked(document: Document) -> Document:
    """Return the document in clear; one that is not protected, or is no Office file, as it is.

    Tries Excel's default password ([MS-OFFCRYPTO] 2.4.2.3), then those of the document. Raises
    UnreadableError: PASSWORD when none fits, DAMAGED when it cannot be decrypted.
    """
    if document.head(len(_OLE)) != _OLE:
        return document
    with document.open() as file:
        office = _protected_file(file)
        return document if office is None else document.in_clear(_decrypted(office, document))


class _Memory:
    """Stands in for `tempfile` in the decryption of xls, which would write to the disk."""

    TemporaryFile = io.BytesIO


def _protected_file(file: object) -> Any | None:  # noqa: ANN401 - the library has no types
    """Return what decrypts the file; None for one in clear or of another kind."""
    import msoffcrypto  # noqa: PLC0415 - few files need it
    from msoffcrypto.format import xls97  # noqa: PLC0415 - as above

    xls97.tempfile = _Memory
    try:
        office = msoffcrypto.OfficeFile(file)
        return office if office.format in _DECRYPTED and office.is_encrypted() else None
    except Exception:  # noqa: BLE001 - it takes no part in reading what it does not know
        return None


def _decrypted(office: Any, document: Document) -> bytes:  # noqa: ANN401 - the library has no types
    if not any(_opens(office, password) for password in _passwords(document)):
        raise UnreadableError(Problem.PASSWORD)
    content = io.BytesIO()
    try:
        office.decrypt(content)
    except MemoryError:
        raise
    except Exception as error:
        raise UnreadableError(Problem.DAMAGED) from error
    return content.getvalue()


def _opens(office: Any, password: str) -> bool:  # noqa: ANN401 - the library has no types
    try:
        if office.format == "ooxml":
            office.load_key(password=password, verify_password=True)
        else:
            office.load_key(password=password)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - a wrong password, or one unfit for this kind of protection
        return False
    return True


def _passwords(document: Document) -> Iterator[str]:
    yield EXCEL_DEFAULT_PASSWORD
    yield from document.passwords
