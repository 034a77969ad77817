"""Writes a stored formula as people read it: its tokens stand in reverse Polish order.

A formula that cannot be rebuilt still gives all its texts: what no operator takes is listed.
"""

import struct
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from dsr_desktop.readers.display import show_error, show_truth
from dsr_desktop.readers.formulas import constants, references
from dsr_desktop.readers.formulas.functions import function_of, is_user_defined
from dsr_desktop.readers.formulas.layout import Layout, Version
from dsr_desktop.readers.formulas.parsed import ParsedFormula
from dsr_desktop.readers.formulas.reading import BrokenFormulaError, Reading
from dsr_desktop.readers.formulas.references import UNKNOWN, KnownNames, Place
from dsr_desktop.readers.formulas.tokens import SUM, Extended, Ptg, Token, tokens_of

_CUT_OFF = "…"
_BETWEEN = {
    0x03: "+", 0x04: "-", 0x05: "*", 0x06: "/", 0x07: "^", 0x08: "&", 0x09: "<", 0x0A: "<=",
    0x0B: "=", 0x0C: ">=", 0x0D: ">", 0x0E: "<>", 0x0F: " ", 0x10: ",", 0x11: ":",
}  # fmt: skip
_AROUND = {0x12: ("+", ""), 0x13: ("-", ""), 0x14: ("", "%"), 0x15: ("(", ")")}
_TELLING = frozenset({Ptg.TEXT, Ptg.ARRAY, Ptg.CELL_ABROAD, Ptg.AREA_ABROAD})
_SILENT = frozenset(
    {Ptg.TABLE, Ptg.SHEET, Ptg.SHEET_END, Ptg.MEMORY_ERROR, Ptg.MEMORY_NONE, Ptg.MEMORY_FUNCTION,
     Ptg.NEAR_MEMORY, Ptg.NEAR_NO_MEMORY}
)  # fmt: skip
_LABELS_BEFORE_AREA = frozenset(
    {Extended.RADICAL, Extended.RADICAL_OF_LABELS, Extended.RADICAL_OF_LABEL}
)
_SEVERAL_LABELS = frozenset(
    {Extended.RADICAL_OF_LABELS, Extended.COLUMN_OF_LABELS, Extended.COLUMN_VALUE_OF_LABELS}
)
_ELSEWHERE = 0x2000

Piece = str | tuple["Piece", ...]


@dataclass(frozen=True)
class Spelled:
    """The text of a formula, empty if it holds no words of its own; whether all of it was read."""

    text: str
    is_whole: bool


def spelled(formula: ParsedFormula, layout: Layout, names: KnownNames, cell: Place) -> Spelled:
    """Return the formula as it reads in this cell, as far as it can be read."""
    tokens: list[Token] = []
    is_whole = True
    try:
        for token in tokens_of(formula.rgce, layout):
            tokens.append(token)
    except BrokenFormulaError:
        is_whole = False
    if is_whole and _TELLING.isdisjoint(token.kind for token in tokens):
        return Spelled("", is_whole=True)
    return _Speller(formula.rgcb, layout, names, cell).spell(tokens, is_whole=is_whole)


class _Speller:
    """Puts the operands of one formula together; each is a tree of pieces until the end."""

    def __init__(self, rgcb: bytes, layout: Layout, names: KnownNames, cell: Place) -> None:
        self._extra = Reading(rgcb)
        self._layout = layout
        self._names = names
        self._cell = cell
        self._stack: list[Piece] = []
        self._is_sound = True

    def spell(self, tokens: Iterable[Token], *, is_whole: bool) -> Spelled:
        """Put all tokens together; one that cannot be read does not keep later texts back."""
        for token in tokens:
            try:
                self._take(token)
            except BrokenFormulaError:
                self._is_sound = False
        is_sound = is_whole and self._is_sound and len(self._stack) == 1
        operands = self._stack if is_whole else [*self._stack, _CUT_OFF]
        return Spelled("=" + _joined(_listed(operands)), is_sound)

    def _take(self, token: Token) -> None:
        kind = token.kind
        if kind in _BETWEEN:
            left, right = self._pop(2)
            self._stack.append((left, _BETWEEN[kind], right))
        elif kind in _AROUND:
            before, after = _AROUND[kind]
            self._stack.append((before, *self._pop(1), after))
        elif kind in _HANDLERS:
            _HANDLERS[kind](self, token)
        elif kind not in _SILENT:
            raise BrokenFormulaError

    def _pop(self, count: int) -> list[Piece]:
        """Take operands off the stack; those that are missing are empty."""
        taken = self._stack[max(0, len(self._stack) - count) :]
        del self._stack[len(self._stack) - len(taken) :]
        missing = count - len(taken)
        self._is_sound &= missing <= 0
        return [""] * missing + taken

    def text(self, token: Token) -> None:
        self._stack.append(constants.quoted(token.text))

    def missing(self, _token: Token) -> None:
        self._stack.append("")

    def error(self, token: Token) -> None:
        self._stack.append(show_error(token.content[0]))

    def truth(self, token: Token) -> None:
        self._stack.append(show_truth(bool(token.content[0])))

    def whole(self, token: Token) -> None:
        self._stack.append(str(int.from_bytes(token.content, "little")))

    def real(self, token: Token) -> None:
        self._stack.append(constants.written(struct.unpack("<d", token.content)[0]))

    def array(self, _token: Token) -> None:
        texts: list[str] = []
        try:
            for text in constants.array_of(self._extra, self._layout):
                texts.append(text)
        except BrokenFormulaError:
            texts.append(_CUT_OFF)
            self._lose_extra()
        self._stack.append("{" + "".join(texts) + "}")

    def _lose_extra(self) -> None:
        """Stop reading behind the tokens: nobody knows where the next of it begins."""
        self._is_sound = False
        self._extra = Reading(b"")

    def areas(self, _token: Token) -> None:
        constants.pass_areas(self._extra, self._layout)

    def cell(self, token: Token) -> None:
        self._stack.append(references.cell_in(token.content, self._layout))

    def area(self, token: Token) -> None:
        self._stack.append(references.area_in(token.content, self._layout))

    def near_cell(self, token: Token) -> None:
        self._stack.append(references.cell_in(token.content, self._layout, self._cell))

    def near_area(self, token: Token) -> None:
        self._stack.append(references.area_in(token.content, self._layout, self._cell))

    def cell_abroad(self, token: Token) -> None:
        sheet, content = self._abroad(token)
        self._stack.append((sheet, references.cell_in(content, self._layout)))

    def area_abroad(self, token: Token) -> None:
        sheet, content = self._abroad(token)
        self._stack.append((sheet, references.area_in(content, self._layout)))

    def _abroad(self, token: Token) -> tuple[str, bytes]:
        sheet = references.sheet_of(token.content, self._layout, self._names)
        return sheet, token.content[self._layout.abroad or 0 :]

    def lost(self, _token: Token) -> None:
        self._stack.append("#REF!")

    def name(self, token: Token) -> None:
        self._stack.append(self._names.name(int.from_bytes(token.content[:2], "little")))

    def foreign_name(self, token: Token) -> None:
        at = 2 if self._layout.version >= Version.BIFF8 else 10
        reference = int.from_bytes(token.content[:2], "little")
        number = int.from_bytes(token.content[at : at + 2], "little")
        self._stack.append(self._names.foreign_name(reference, number))

    def function(self, token: Token) -> None:
        number = int.from_bytes(token.content, "little")
        function = function_of(number)
        count = function.arguments if function else None
        self._call(_name_of(number), len(self._stack) if count is None else count)

    def call(self, token: Token) -> None:
        count = token.content[0] & 0x7F
        number = int.from_bytes(token.content[1:], "little") & 0x7FFF
        if not is_user_defined(number):
            self._call(_name_of(number), count)
        elif count:
            name, *arguments = self._pop(count)
            self._stack.append((name, "(", _listed(arguments), ")"))

    def command(self, token: Token) -> None:
        self._call(UNKNOWN, token.content[0] & 0x7F)

    def _call(self, name: str, count: int) -> None:
        self._stack.append((name, "(", _listed(self._pop(count)), ")"))

    def attribute(self, token: Token) -> None:
        if token.content[0] == SUM:
            self._call("SUM", 1)

    def extended(self, token: Token) -> None:
        what = token.content[0]
        if what not in _LABELS_BEFORE_AREA:
            self._stack.append(UNKNOWN)
        if what in _SEVERAL_LABELS:
            constants.pass_labels(self._extra)
        elif what == Extended.TABLE and int.from_bytes(token.content[3:5], "little") & _ELSEWHERE:
            self._extra = Reading(b"")  # begins with names of no known length


def _name_of(number: int) -> str:
    function = function_of(number)
    return function.name if function else f"{UNKNOWN}{number}"


def _listed(operands: Sequence[Piece]) -> Piece:
    pieces: list[Piece] = []
    for operand in operands:
        pieces += [",", operand]
    return tuple(pieces[1:])


def _joined(piece: Piece) -> str:
    """Join a tree of pieces, which may be too deep for recursion."""
    texts: list[str] = []
    waiting = [piece]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            texts.append(one)
        else:
            waiting.extend(reversed(one))
    return "".join(texts)


_HANDLERS: dict[int, Callable[[_Speller, Token], None]] = {
    Ptg.MISSING: _Speller.missing, Ptg.TEXT: _Speller.text, Ptg.ERROR: _Speller.error,
    Ptg.TRUTH: _Speller.truth, Ptg.WHOLE: _Speller.whole, Ptg.REAL: _Speller.real,
    Ptg.ARRAY: _Speller.array, Ptg.MEMORY_AREA: _Speller.areas,
    Ptg.FUNCTION: _Speller.function, Ptg.CALL: _Speller.call, Ptg.COMMAND: _Speller.command,
    Ptg.ATTRIBUTE: _Speller.attribute, Ptg.EXTENDED: _Speller.extended,
    Ptg.NAME: _Speller.name, Ptg.FOREIGN_NAME: _Speller.foreign_name,
    Ptg.CELL: _Speller.cell, Ptg.AREA: _Speller.area,
    Ptg.NEAR_CELL: _Speller.near_cell, Ptg.NEAR_AREA: _Speller.near_area,
    Ptg.CELL_ABROAD: _Speller.cell_abroad, Ptg.AREA_ABROAD: _Speller.area_abroad,
    Ptg.LOST_CELL: _Speller.lost, Ptg.LOST_AREA: _Speller.lost,
    Ptg.LOST_CELL_ABROAD: _Speller.lost, Ptg.LOST_AREA_ABROAD: _Speller.lost,
}  # fmt: skip
