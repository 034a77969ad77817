"""Takes a formula out of the record that holds it."""

from typing import NamedTuple

_NO_TOKEN = b"\0"


class ParsedFormula(NamedTuple):
    """A formula as it is stored: its tokens (rgce), and what some of them need besides (rgcb)."""

    rgce: bytes
    rgcb: bytes


def formula_at(record: bytes, at: int, size: int) -> ParsedFormula:
    """Return the formula whose length stands at `at` in `size` bytes; broken if it does not."""
    if len(record) < at + size:
        return ParsedFormula(_NO_TOKEN, b"")
    return formula_of(record[at + size :], int.from_bytes(record[at : at + size], "little"))


def formula_of(content: bytes, length: int) -> ParsedFormula:
    """Return the formula whose tokens take the first `length` bytes.

    One that is cut off ends in a byte that is no token, so that it counts as broken.
    """
    rgce = content[:length]
    return ParsedFormula(rgce if len(rgce) == length else rgce + _NO_TOKEN, content[length:])
