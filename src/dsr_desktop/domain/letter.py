"""A letter as it is written: who writes to whom, its paragraphs, and what is not filled in yet."""

from collections.abc import Collection
from dataclasses import dataclass

from dsr_desktop.domain.errors import NotAllowedError
from dsr_desktop.domain.letter_template import LetterPart, PartStyle
from dsr_desktop.domain.letter_values import Placeholder, is_of_register
from dsr_desktop.domain.letters import LETTERS, Block, LetterKind
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
    def is_ready(self) -> bool:
        """Tell whether nothing is missing (R-LET-1, R-LET-2)."""
        return not self.gaps and not self.empty

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
