"""The files that letters are written from: read, checked, filled (R-LET-1).

A file is plain text. `; …` is a remark, `[block]` begins a block, `= …` is a heading, `- …` a line of a
list; other lines are one paragraph up to the next blank line. `{name}` stands for what the register
says or the DPO writes; a paragraph with `{name?}` is left out while that says nothing. A paragraph
that is one placeholder alone, or a line of a list that is, becomes as many as that has lines.
A block without text takes it from the file common.txt.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.letter_values import PLACEHOLDERS
from dsr_desktop.domain.letters import LETTERS, Block, LetterKind
from dsr_desktop.domain.marking import mark

_PLACE = re.compile(r"\{([^{}]*)\}")
_HEADING = re.compile(r"\[([^\[\]]*)\]\s*")
_COURT = re.compile(
    r"\b(tribuna(l|ux)|juridiction\w*|judiciaires?|juges?|courts?|judicial)\b", re.IGNORECASE
)
_BRACE = re.compile(r"[{}]")


class PartStyle(StrEnum):
    """How a paragraph is set."""

    TEXT = "text"
    HEADING = "heading"
    BULLET = "bullet"


@dataclass(frozen=True)
class TemplatePart:
    """A paragraph with its placeholders, and the line of the file where it begins."""

    style: PartStyle
    text: str
    line: int


@dataclass(frozen=True)
class LetterPart:
    """A paragraph as it is written; `gaps` are the placeholders in it that nothing fills."""

    block: Block
    style: PartStyle
    text: str
    gaps: tuple[str, ...] = ()


Template = Mapping[Block, tuple[TemplatePart, ...]]


def parse_template(text: str, file: str) -> dict[Block, tuple[TemplatePart, ...]]:
    """Read the text of a template file.

    Raises InvalidInputError that names the line for an unknown block or placeholder, a block that
    stands there twice, a stray brace, and words before the first block.
    """
    reader = _Reader(file)
    for number, line in enumerate(text.splitlines(), 1):
        reader.take(number, line.rstrip())
    reader.end_paragraph()
    return {block: tuple(parts) for block, parts in reader.blocks.items()}


def complete_template(own: Template, common: Template, kind: LetterKind, file: str) -> Template:
    """Return the blocks of a letter, those without text from `common`.

    Raises InvalidInputError for a block that the kind needs and neither has, and for remedies that
    name no authority or no court (art. 12(4)).
    """
    wanted = LETTERS[kind].blocks
    whole = {block: own.get(block) or common.get(block, ()) for block in Block}
    for block in wanted:
        if block not in own or not whole[block]:
            raise InvalidInputError(
                mark("{file}, last line: the block [{block}] is missing. This letter needs it."),
                file=file, block=block,
            )  # fmt: skip
    if Block.REMEDIES in wanted:
        _check_remedies(whole, file)
    return whole


def _check_remedies(whole: Template, file: str) -> None:
    """Refuse remedies without the authority or without the court; a heading tells neither (R-LET-2)."""
    said = {
        Block.REMEDIES: tuple(
            one for one in whole[Block.REMEDIES] if one.style is not PartStyle.HEADING
        )
    }
    if "authority" not in names_in(said, (Block.REMEDIES,)):
        raise InvalidInputError(
            mark(
                "{file}: the block [{block}] names no authority. Put {name} there, and the way to a "
                "court (GDPR, art. 12(4))."
            ),
            file=file, block=Block.REMEDIES, name="{authority}",
        )  # fmt: skip
    if not any(_COURT.search(one.text) for one in said[Block.REMEDIES]):
        raise InvalidInputError(
            mark(
                "{file}: the block [{block}] does not say that the person may go to court. Say it "
                "there (GDPR, art. 12(4))."
            ),
            file=file, block=Block.REMEDIES,
        )  # fmt: skip


def fill_template(
    template: Template, due: Collection[Block], values: Mapping[str, str]
) -> tuple[LetterPart, ...]:
    """Return the paragraphs of the blocks `due`, in this order; what nothing fills stands as {name}."""
    return tuple(
        filled
        for block in due
        for part in template.get(block, ())
        for filled in _filled(block, part, values)
    )


def names_in(template: Template, blocks: Collection[Block]) -> tuple[str, ...]:
    """Return the placeholders of some blocks in the order in which they stand there."""
    found = (
        name.removesuffix("?")
        for block in blocks
        for part in template.get(block, ())
        for name in _PLACE.findall(part.text)
    )
    return tuple(dict.fromkeys(found))


class _Reader:
    def __init__(self, file: str) -> None:
        self._file = file
        self._block: Block | None = None
        self._lines: list[str] = []
        self._begin = 0
        self.blocks: dict[Block, list[TemplatePart]] = {}

    def take(self, number: int, line: str) -> None:
        heading = _HEADING.fullmatch(line)
        if heading or not line or line.startswith(";"):
            self.end_paragraph()
        if heading:
            self._begin_block(number, heading[1])
        elif line and not line.startswith(";"):
            self._check_words(number, line)
            self._take_words(number, line)

    def end_paragraph(self) -> None:
        if self._lines and self._block is not None:
            self._add(PartStyle.TEXT, " ".join(self._lines), self._begin)
        self._lines = []

    def _begin_block(self, number: int, name: str) -> None:
        if name not in list(Block):
            raise InvalidInputError(
                mark("{file}, line {line}: there is no block [{name}]. There are: {names}."),
                file=self._file, line=number, name=name[:40], names=", ".join(Block),
            )  # fmt: skip
        self._block = Block(name)
        if self._block in self.blocks:
            raise InvalidInputError(
                mark("{file}, line {line}: the block [{name}] stands there twice. Keep one."),
                file=self._file, line=number, name=name,
            )  # fmt: skip
        self.blocks[self._block] = []

    def _check_words(self, number: int, line: str) -> None:
        if self._block is None:
            raise InvalidInputError(
                mark("{file}, line {line}: words stand before the first block. Write [subject]."),
                file=self._file, line=number,
            )  # fmt: skip
        if _BRACE.search(_PLACE.sub("", line)):
            raise InvalidInputError(
                mark("{file}, line {line}: a brace is open or closed alone. Write {example}."),
                file=self._file, line=number, example="{name}",
            )  # fmt: skip
        for name in _PLACE.findall(line):
            if name.removesuffix("?") not in PLACEHOLDERS:
                raise InvalidInputError(
                    mark("{file}, line {line}: there is no placeholder {name}. Correct its name."),
                    file=self._file, line=number, name=f"{{{name[:40]}}}",
                )  # fmt: skip

    def _take_words(self, number: int, line: str) -> None:
        for sign, style in (("= ", PartStyle.HEADING), ("- ", PartStyle.BULLET)):
            if line.startswith(sign):
                self.end_paragraph()
                self._add(style, line.removeprefix(sign).strip(), number)
                return
        if not self._lines:
            self._begin = number
        self._lines.append(line.strip())

    def _add(self, style: PartStyle, text: str, number: int) -> None:
        if self._block is not None:
            self.blocks[self._block].append(TemplatePart(style, text, number))


def _filled(block: Block, part: TemplatePart, values: Mapping[str, str]) -> list[LetterPart]:
    names = _PLACE.findall(part.text)
    said = {name: values.get(name.removesuffix("?"), "").strip() for name in names}
    if any(name.endswith("?") and not said[name] for name in names):
        return []
    gaps = tuple(dict.fromkeys(name for name in names if not said[name]))
    alone = _PLACE.fullmatch(part.text)
    if alone and not gaps:
        lines = filter(None, (line.strip() for line in said[alone[1]].splitlines()))
        return [LetterPart(block, part.style, line) for line in lines]
    text = _PLACE.sub(lambda found: " ".join(said[found[1]].split()) or found[0], part.text)
    return [LetterPart(block, part.style, text, gaps)]
