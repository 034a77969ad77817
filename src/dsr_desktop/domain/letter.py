"""A letter as it is written: who writes to whom, its paragraphs, and what is not filled in yet."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from dsr_desktop.domain.errors import NotAllowedError
from dsr_desktop.domain.letter_template import LetterPart, PartStyle, Template, names_in
from dsr_desktop.domain.letter_values import (
    Placeholder,
    check_set,
    free_names,
    is_of_register,
)
from dsr_desktop.domain.letters import LETTERS, Block, LetterFacts, LetterKind, blocks_due
from dsr_desktop.domain.marking import mark


@dataclass(frozen=True)
class Letter:
    """A letter in one language; `ref` is "" for one that is about no request.

    `empty` are the blocks that must not be without words and are. `own_words`: the company wrote the
    template. `to` is an e-mail address, "" if none is known.
    """

    kind: LetterKind
    ref: str
    language: str
    sender: tuple[str, ...]
    addressee: tuple[str, ...]
    dated: str
    about: str
    subject: str
    parts: tuple[LetterPart, ...]
    gaps: tuple[str, ...]
    empty: tuple[Block, ...]
    footer: str
    to: str = ""
    own_words: bool = False

    @property
    def names_remedies(self) -> bool:
        """Tell whether it names the right to complain and to go to court (R-COM-3)."""
        return any(part.block is Block.REMEDIES for part in self.parts)

    @property
    def body(self) -> str:
        """The letter as plain text from the greeting on."""
        lines: list[str] = []
        before: PartStyle | None = None
        for part in self.parts:
            if lines and not (part.style is PartStyle.BULLET and before is not PartStyle.TEXT):
                lines.append("")
            lines.append(_sign(part) + part.text)
            before = part.style
        return "\n".join(lines) + "\n"


@dataclass(frozen=True)
class LetterSheet:
    """A letter before the DPO writes in it: template, what the register says, what decides on blocks.

    `contacts` are the recipients of the record by name; `to` is the e-mail address of who asks.
    """

    kind: LetterKind
    language: str
    template: Template
    facts: LetterFacts
    values: Mapping[str, str]
    dpo_name: str
    footer: str
    to: str = ""
    own_words: bool = False
    contacts: Mapping[str, str] = field(default_factory=dict)

    @property
    def free(self) -> dict[str, str]:
        """The texts that the DPO may write, with what the register proposes for each."""
        names = names_in(self.template, blocks_due(self.kind, self.facts))
        return {name: self.values.get(name, "") for name in free_names((*names, "addressee"))}

    def with_blocks(self, included: frozenset[Block]) -> "LetterSheet":
        """Return the same letter with other blocks added."""
        return replace(self, facts=replace(self.facts, included=included))

    def said(self, written: Mapping[str, str]) -> dict[str, str]:
        """Return the values with what the DPO writes; a notice goes to the recipient that she names.

        Raises InvalidInputError for a text that is none of the letter's.
        """
        typed = check_set(written, self.free)
        if self.kind is not LetterKind.RECIPIENT_NOTICE:
            return {**self.values, **typed}
        name = typed.get("recipient", "")
        addressee = "\n".join(filter(None, (name, self.contacts.get(name, ""))))
        return {**self.values, "addressee": addressee, **typed}

    def address_of(self, written: Mapping[str, str]) -> str:
        """Return the e-mail address that the letter goes to, "" if none is known."""
        if self.kind is not LetterKind.RECIPIENT_NOTICE:
            return self.to
        contact = self.contacts.get(written.get("recipient", "").strip(), "")
        return contact if contact.count("@") == 1 and " " not in contact else ""


def _sign(part: LetterPart) -> str:
    if part.style is not PartStyle.BULLET:
        return ""
    return "[ ] " if part.block is Block.SLIP else "- "


def check_ready(letter: Letter) -> None:
    """Refuse a letter that lacks something.

    Raises NotAllowedError: no placeholder stays unfilled (R-LET-1), and what is refused and the
    remedies are never empty (R-LET-2).
    """
    unsaid = tuple(map(Placeholder, (one for one in letter.gaps if is_of_register(one))))
    if unsaid:
        raise NotAllowedError(
            mark("The register does not say what the letter needs: {gaps}. Record it first."),
            gaps=unsaid,
        )
    if letter.gaps:
        raise NotAllowedError(
            mark("The letter is not complete. Fill in: {gaps}."),
            gaps=tuple(map(Placeholder, letter.gaps)),
        )
    if letter.empty:
        raise NotAllowedError(
            mark("The letter says nothing in: {blocks}. Correct its template."), blocks=letter.empty
        )


def empty_blocks(
    kind: LetterKind, parts: Collection[LetterPart], owed: Collection[Block]
) -> tuple[Block, ...]:
    """Return the blocks among `owed` in which nothing but headings stands."""
    said = {one.block for one in parts if one.style is not PartStyle.HEADING and one.text.strip()}
    return tuple(one for one in LETTERS[kind].blocks if one in owed and one not in said)
