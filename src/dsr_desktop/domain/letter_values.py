"""The placeholders of letters: which the register fills for good, which the DPO may write."""

from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.written import may_be_written

_LONGEST = 4_000


class Placeholder(str):
    """The name of a placeholder where it is told to somebody, who sees what stands for it."""

    __slots__ = ()


class Origin(StrEnum):
    """Who fills a placeholder: the register alone, or the DPO, whom it may propose something to."""

    REGISTER = "register"
    DPO = "dpo"


_OF_REGISTER = (
    "company", "company_contact", "dpo", "dpo_contact", "today", "ref", "received_on", "channel",
    "rights", "due_on", "first_due", "extended_due", "durations", "blocked_on", "asked_on",
    "authority", "rows", "files", "receiver", "transferred_on",
)  # fmt: skip
_OF_DPO = (
    "person", "addressee", "outcome", "delivery", "passphrase_by", "package", "purposes",
    "categories", "recipients", "retention", "origin", "automated", "transfers", "sources",
    "measures", "correction", "backups_until", "withheld", "kept_until", "doubt", "proof",
    "extension_reasons", "reason", "fee", "answer_by", "identifier", "consent", "restricted", "restricted_since", "lifted_on", "recipient", "identifiers",
    "notice", "changes", "effective_on", "remark",
)  # fmt: skip

PLACEHOLDERS: Mapping[str, Origin] = {
    **dict.fromkeys(_OF_REGISTER, Origin.REGISTER),
    **dict.fromkeys(_OF_DPO, Origin.DPO),
}
"""All placeholders; others in a template are refused."""

SEVERAL_LINES = frozenset(
    {
        "outcome", "purposes", "categories", "recipients", "retention", "origin", "automated",
        "transfers", "sources", "measures", "correction", "withheld", "extension_reasons", "notice",
        "changes", "remark", "identifiers", "addressee", "doubt", "proof", "reason", "identifier",
        "restricted",
    }
)  # fmt: skip
"""Placeholders that usually take more than a few words: each line becomes a paragraph of its own."""


def is_of_register(name: str) -> bool:
    """Tell whether the register alone fills a placeholder."""
    return PLACEHOLDERS.get(name) is Origin.REGISTER


def free_names(names: Iterable[str]) -> tuple[str, ...]:
    """Return those placeholders among `names` that the DPO may write, each once."""
    return tuple(dict.fromkeys(one for one in names if PLACEHOLDERS.get(one) is Origin.DPO))


def check_set(values: Mapping[str, str], free: Collection[str]) -> dict[str, str]:
    """Return what the DPO writes, tidied; `free` are the placeholders of the letter that are hers.

    Raises InvalidInputError for another name, or an endless text.
    """
    for name in values:
        if name not in free:
            raise InvalidInputError(
                mark("This letter has no text {name} to be written. It has: {names}."),
                name=name[:40], names=", ".join(free),
            )  # fmt: skip
    return {name: may_be_written(name, text, _LONGEST) for name, text in values.items()}


def parse_set(pairs: Iterable[str]) -> dict[str, str]:
    r"""Read texts typed as NAME=TEXT, with \n for a new line; InvalidInputError for one without "="."""
    found = {}
    for pair in pairs:
        name, equals, text = pair.partition("=")
        if not equals:
            raise InvalidInputError(mark("Write each text as NAME=TEXT."))
        found[name.strip()] = text.replace("\\n", "\n")
    return found
