"""Locks a PDF with AES-256 (ISO 32000-2, revision 6), and opens it again to check it (R-HND-1)."""

from io import BytesIO
from typing import BinaryIO

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import NameObject, TextStringObject

from dsr_desktop.domain.errors import OutputFileError
from dsr_desktop.domain.marking import mark

_ALGORITHM = "AES-256"


def lock_pdf(stream: BinaryIO, plain: bytes, passphrase: str) -> None:
    """Write a PDF that opens with nothing but its passphrase; text, outline and title stay.

    `stream` is empty and can be read back: the file is opened again and checked. Raises
    OutputFileError if it does not hold the pages that it should.
    """
    source = PdfReader(BytesIO(plain))
    writer = PdfWriter(clone_from=source)
    writer.add_metadata({NameObject("/Producer"): TextStringObject("DSR Desktop")})
    writer.encrypt(passphrase, algorithm=_ALGORITHM)
    whole = BytesIO()
    writer.write(whole)
    stream.write(whole.getbuffer())
    _check(whole, passphrase, len(source.pages))


def _check(whole: BytesIO, passphrase: str, pages: int) -> None:
    try:
        locked = PdfReader(whole)
        opens = locked.is_encrypted and bool(locked.decrypt(passphrase))
        is_whole = opens and len(locked.pages) == pages
    except PyPdfError as error:
        raise OutputFileError(_NOT_AS_MEANT) from error
    if not is_whole:
        raise OutputFileError(_NOT_AS_MEANT)


_NOT_AS_MEANT = mark("The package did not pass its own check and was not kept. Build it again.")
