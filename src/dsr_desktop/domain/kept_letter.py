"""A letter as the register keeps it: what it said, who made it, and when it was sent (domain.md 4.3)."""

import json
from dataclasses import dataclass
from datetime import date

from dsr_desktop.domain.letters import LetterKind


@dataclass(frozen=True)
class KeptLetter:
    """A letter that was written for a request; `sent_on` is None until somebody said so.

    `written` are the DPO's own texts as JSON, by placeholder. `names_remedies`: it told of complaint
    and court. The digests are those of the two files.
    """

    request_id: int
    kind: LetterKind
    language: str
    subject: str
    body: str
    made_on: date
    made_by: str
    pdf_sha256: str
    docx_sha256: str
    names_remedies: bool = False
    written: str = "{}"
    sent_on: date | None = None
    id: int = 0

    @property
    def own_texts(self) -> dict[str, str]:
        """The DPO's own texts by placeholder."""
        return {str(name): str(text) for name, text in json.loads(self.written or "{}").items()}
