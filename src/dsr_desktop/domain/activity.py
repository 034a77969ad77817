"""The processing activities of the company's record (GDPR article 30)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Activity:
    """A processing activity: legal basis as GDPR article ("6(1)(b)"), confirmed by the DPO or not."""

    code: str
    name: str
    legal_basis: str
    confirmed: bool
