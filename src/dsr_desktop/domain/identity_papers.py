"""Keeps copies of identity documents out: what is named or typed like one is refused or asked about.

No place of the app takes one (R-ID-6). Every door through which a file enters asks here first.
"""

import re
import unicodedata
from enum import Enum
from pathlib import PurePath

from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.marking import mark

_NAMED = re.compile(
    r"(?<![a-z])(?:cnis?|passeports?|passports?|ausweis|personalausweis|reisepass|"
    r"id cards?|identity (?:cards?|documents?|papers?)|"
    r"cartes? (?:nationale )?(?:d )?identite|pieces? (?:d )?identite|"
    r"justificatifs? (?:d )?identite|titres? (?:de )?sejour|cartes? (?:de )?sejour|"
    r"residence permits?|permis (?:de )?conduire|driving licen[cs]es?|drivers? licen[cs]es?|"
    r"cartes? vitale|livret (?:de )?famille|recto|verso)(?![a-z])"
)
_MAY_SHOW_ONE = frozenset(
    {
        ".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".heic", ".heif", ".avif", ".tif", ".tiff",
        ".bmp", ".gif", ".webp", ".pdf", ".eml", ".msg", ".mbox", ".mht", ".zip", ".7z", ".rar",
        ".doc", ".docx", ".odt", ".rtf", ".ppt", ".pptx",
    }
)  # fmt: skip
_BEGINNINGS = (
    b"\xff\xd8\xff", b"\x89PNG\r\n", b"II*\x00", b"MM\x00*", b"BM", b"GIF8", b"%PDF",
    b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"7z\xbc\xaf", b"Rar!",
)  # fmt: skip
_BOXED = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif", b"ftyphevc")


class Suspicion(Enum):
    """How much a file looks like the copy of an identity document."""

    NONE = "none"
    ASK = "ask"
    REFUSE = "refuse"


def suspicion_of(name: str, beginning: bytes = b"") -> Suspicion:
    """Say whether a file may enter, from its name and its first bytes (32 suffice).

    One named like an identity document is refused. A picture is asked about, and so is what may hold
    one: a PDF, a mail, an archive, a text document. Nobody can tell from outside what it shows.
    """
    words = " ".join(re.split(r"[\W_]+", _plain(PurePath(name).stem)))
    if _NAMED.search(words):
        return Suspicion.REFUSE
    may_show_one = PurePath(name).suffix.lower() in _MAY_SHOW_ONE or _begins_as_such(beginning)
    return Suspicion.ASK if may_show_one else Suspicion.NONE


def check_no_identity_document(
    name: str, beginning: bytes = b"", *, confirmed_none: bool = False
) -> None:
    """Refuse a file that is, or may be, the copy of an identity document.

    `confirmed_none`: the DPO looked and says that it shows none; that is not asked of a file whose
    name says it. Raises NotAllowedError for the latter, InvalidInputError where to look first.
    """
    suspicion = suspicion_of(name, beginning)
    if suspicion is Suspicion.REFUSE:
        raise NotAllowedError(
            mark(
                "This file is named like an identity document, and none is ever kept here. Delete "
                "it, and record only that it was seen; if it is none, give it another name."
            )
        )
    if suspicion is Suspicion.ASK and not confirmed_none:
        raise InvalidInputError(
            mark(
                "This file may be, or hold, a picture of an identity document. Look at it, and "
                "confirm that it shows none."
            )
        )


def _begins_as_such(beginning: bytes) -> bool:
    riff = beginning.startswith(b"RIFF") and beginning[8:12] == b"WEBP"
    return beginning.startswith(_BEGINNINGS) or beginning[4:12] in _BOXED or riff


def _plain(text: str) -> str:
    parts = unicodedata.normalize("NFKD", re.sub(r"(?<=[a-zà-ÿ])(?=[A-Z0-9])", " ", text))
    return "".join(part for part in parts if not unicodedata.combining(part)).casefold()
