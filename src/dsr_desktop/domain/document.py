"""Documents: of which kind, in which files, and what a crash left of them."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class DocumentKind(StrEnum):
    """What a document is for."""

    CHECKLIST = "checklist"
    BUNDLE = "bundle"
    ACCESS_PACKAGE = "access_package"
    SEARCH_REPORT = "search_report"
    REGISTER = "register"
    CALENDAR = "calendar"
    SOURCE_SLIP = "source_slip"
    ATTACHMENT = "attachment"
    ART14_NOTICE = "art14_notice"
    DOSSIER = "dossier"
    CLEANED_COPY = "cleaned_copy"
    RETENTION_RUN = "retention_run"
    CERTIFICATE = "certificate"
    CONTACTS = "contacts"
    LIST_CHECK = "list_check"
    LETTER = "letter"
    LETTER_TEMPLATES = "letter_templates"
    CIRCULAR = "circular"


@dataclass(frozen=True)
class DocumentFile:
    """One file of a document: `part` is its name in the same folder while it is written.

    `sha256` is known once it is written to its end. `is_ours` tells whether the app chose its name,
    which then names the request only; a name typed by somebody may hold anything. `volume` is the
    root of the disk that its folder lies on, "" where that was not noted: it tells a folder that was
    deleted from one on a stick that is not plugged in.
    """

    path: Path
    part: str
    sha256: str | None = None
    is_ours: bool = True
    volume: str = ""


@dataclass(frozen=True)
class UnfinishedDocument:
    """The note of a document that is being made, or was when the program ended.

    `ref` is that of its request, "" for the report of a search that belongs to none; `kind` may be one
    that only a later version of the app makes.
    """

    id: int
    ref: str
    kind: str
    files: tuple[DocumentFile, ...]


@dataclass(frozen=True)
class CutOffDocument:
    """A document whose making was cut off, after what was left of it was removed.

    `kept` are files under its names that are not, or no longer, what the app wrote; `lost` are those
    whose folder is gone, so that nothing could be removed there. Both are among `names`.
    """

    ref: str
    names: tuple[str, ...]
    kept: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
