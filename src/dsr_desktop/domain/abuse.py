"""What the company has to show before it calls a request unfounded or excessive (R-ABU-1)."""

from dataclasses import dataclass

from dsr_desktop.domain.errors import NotAllowedError
from dsr_desktop.domain.marking import mark

ABUSE_CODES = frozenset(
    {"A12_5_unfounded", "A12_5_excessive_repetitive", "A12_5_excessive_abusive"}
)
_REPEATED = "A12_5_excessive_repetitive"


@dataclass(frozen=True)
class Abuse:
    """The proof that GDPR art. 12(5) asks of the controller.

    `earlier` are the references of earlier requests of the person, `author` is who decided.
    """

    facts: str
    why_no_fee: str
    author: str
    earlier: tuple[str, ...] = ()


def check_abuse(reason_code: str | None, abuse: Abuse | None) -> None:
    """Raise NotAllowedError unless a reason of art. 12(5) comes with its proof (R-ABU-1)."""
    if reason_code not in ABUSE_CODES:
        return
    if abuse is None or not all(
        said.strip() for said in (abuse.facts, abuse.why_no_fee, abuse.author)
    ):
        raise NotAllowedError(
            mark(
                "The company has to prove that a request is unfounded or excessive (art. 12(5)): "
                "write down the facts, why a fee is not enough, and who decided."
            )
        )
    if reason_code == _REPEATED and not abuse.earlier:
        raise NotAllowedError(
            mark("A request is repeated only after earlier ones: name their references.")
        )
