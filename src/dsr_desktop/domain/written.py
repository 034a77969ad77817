"""Short texts that the DPO writes into records: without the space around, never endless."""

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark

LONGEST_TEXT = 2_000


def written(detail: str, text: str, most: int = LONGEST_TEXT) -> str:
    """Return a text that may not be empty; InvalidInputError names the `detail` that is."""
    kept = may_be_written(detail, text, most)
    if not kept:
        raise _refusal(detail, most)
    return kept


def may_be_written(detail: str, text: str, most: int = LONGEST_TEXT) -> str:
    """Return a text that may be empty; InvalidInputError for one of more than `most` characters."""
    kept = text.strip()
    if len(kept) > most:
        raise _refusal(detail, most)
    return kept


def _refusal(detail: str, most: int) -> InvalidInputError:
    return InvalidInputError(
        mark("{detail} is empty or has more than {n} characters. Write a few words."),
        detail=detail, n=most,
    )  # fmt: skip
