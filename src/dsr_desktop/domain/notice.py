"""A sentence kept for later: it is worded in the reader's language when it is shown."""

import json
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Notice:
    """A sentence kept in the register: English with placeholders, worded when shown."""

    sentence: str
    details: dict[str, object] = field(default_factory=dict)

    @property
    def foreign_kind(self) -> str | None:
        """The kind of a file that was not read because of its kind: JPEG, Access."""
        kind = self.details.get("kind")
        return str(kind) if kind and "cause" not in self.details else None

    def to_json(self) -> str:
        """Write the notice for the register."""
        return json.dumps([self.sentence, self.details], ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str | None) -> "Notice | None":
        """Read a notice back; None stays None."""
        return cls(*json.loads(text)) if text else None
