"""The processing activities of the company's record (GDPR article 30)."""

from dataclasses import dataclass

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark

LEGAL_BASES = (
    "6(1)(a)", "6(1)(b)", "6(1)(c)", "6(1)(d)", "6(1)(e)", "6(1)(f)", "9(2)(a)",
)  # fmt: skip
"""Articles on which a processing may rest: 6(1), and explicit consent for special categories."""

LONGEST_NAME = 200


@dataclass(frozen=True)
class Activity:
    """A processing activity: legal basis as GDPR article ("6(1)(b)"), confirmed by the DPO or not."""

    code: str
    name: str
    legal_basis: str
    confirmed: bool


def check_legal_basis(text: str) -> str:
    """Return the article as `LEGAL_BASES` writes it ("art. 6 (1) (B)" is "6(1)(b)").

    Raises InvalidInputError for what is no legal basis.
    """
    basis = "".join(text.lower().split()).removeprefix("art.").removeprefix("a")
    if basis not in LEGAL_BASES:
        raise InvalidInputError(
            mark("{value} is not a legal basis. Use one of {bases}."),
            value=text[:20],
            bases=", ".join(LEGAL_BASES),
        )
    return basis


def check_activity_name(text: str) -> str:
    """Return the name without the space around it; InvalidInputError for none or a long one."""
    name = " ".join(text.split())
    if not name or len(name) > LONGEST_NAME:
        raise InvalidInputError(
            mark("The name of an activity has between 1 and {n} characters. Write it again."),
            n=LONGEST_NAME,
        )
    return name
