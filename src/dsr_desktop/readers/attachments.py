"""Reads the files attached to mails, as far as they are of a kind that is read."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.inside import INSIDE, WarningsByReason, not_read, parts_of
from dsr_desktop.readers.messages import UnreadableError
from dsr_desktop.readers.parts import Part

_SHARE_OF_TIME = 0.5


@dataclass(frozen=True)
class Attachment:
    """A file attached to the mail with this number; `content` unpacks it when it is its turn."""

    mail: int
    name: str
    content: Callable[[], bytes]

    @property
    def label(self) -> str:
        """Name of its sheet: "mail 3 › liste.csv"."""
        return f"mail {self.mail}{INSIDE}{self.name}"


def attached_parts(
    attachments: Iterable[Attachment], document: Document, limits: Limits, began: float
) -> Iterator[Part]:
    """Yield the sheets of attached files, then a warning for each reason why others were not read.

    Half of the time allowed for the document, counted from `began` (time.monotonic), is for them:
    mails that were read are not given up for a file too many.
    """
    latest = began + _SHARE_OF_TIME * limits.seconds_for(document.size())
    warnings = WarningsByReason()
    for attachment in attachments:
        if time.monotonic() > latest:
            warnings.add(not_read(UnreadableError(Problem.TOO_LONG), attachment.label))
            continue
        try:
            inner = document.inside(attachment.name, attachment.content())
            yield from warnings.sift(parts_of(inner, limits, attachment.label))
        except UnreadableError as error:
            warnings.add(not_read(error, attachment.label))
    yield from warnings.warnings()
