"""The page as a visitor of Clarity saw it: nodes, and which of their texts were masked.

Source: github.com/microsoft/clarity, commit 8aa987e4, packages/clarity-decode/src/layout.ts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

_TEXT_NODE = "*T"
_MASKS = frozenset("•▪▫")
_BASE = 36
_LONGEST_NUMBER = 8


@dataclass(frozen=True)
class DomNode:
    """One node; `tag` is "*T" for a text, "*D" for the document, else that of HTML.

    `text` is "" where only its length left the browser: that is `masked_length` characters then.
    """

    number: int
    tag: str
    parent: int | None = None
    previous: int | None = None
    attributes: dict[str, str] = field(default_factory=dict)
    text: str = ""
    masked_length: int | None = None

    def texts(self) -> Iterator[str]:
        """Yield what can be read of the node: its text, and the values of its attributes."""
        if self.text:
            yield self.text
        yield from (value for value in self.attributes.values() if value)


def is_masked(text: str) -> bool:
    """Tell whether a text holds nothing but signs that Clarity put in the place of others."""
    shown = [sign for sign in text if not sign.isspace()]
    return bool(shown) and all(sign in _MASKS for sign in shown)


def read_nodes(tokens: Sequence[object]) -> Iterator[DomNode]:
    """Yield the nodes of an event; `tokens` begin with its time and its type.

    A list of numbers stands for the tokens at these places of the same event. What is of no known
    form is passed over.
    """
    node: list[object] = []
    numbers = 0
    ended = False
    for token in tokens[2:]:
        if isinstance(token, int) and not isinstance(token, bool):
            if ended:
                yield from _node(node, numbers)
                node, numbers, ended = [], 0, False
            node.append(token)
            numbers += 1
        else:
            node.extend(_strings(token, tokens))
            ended = True
    yield from _node(node, numbers)


def _strings(token: object, tokens: Sequence[object]) -> Iterator[str]:
    if isinstance(token, str):
        yield token
    elif isinstance(token, list):
        for place in token:
            if isinstance(place, int) and 0 <= place < len(tokens):
                meant = tokens[place]
                if isinstance(meant, str):
                    yield meant


def _node(node: Sequence[object], numbers: int) -> Iterator[DomNode]:
    if not numbers or numbers >= len(node):
        return
    number, *places = [one for one in node[:numbers] if isinstance(one, int)]
    tag, *strings = [one for one in node[numbers:] if isinstance(one, str)]
    text, masked = _text_of(tag, strings, is_length=number < 0)
    yield DomNode(
        abs(number), tag, places[0] if places else None, places[1] if len(places) > 1 else None,
        {} if tag == _TEXT_NODE else _attributes(strings), text, masked,
    )  # fmt: skip


def _text_of(tag: str, strings: Sequence[str], *, is_length: bool) -> tuple[str, int | None]:
    if tag != _TEXT_NODE or not strings:
        return "", None
    last = strings[-1]
    if is_length and len(last) <= _LONGEST_NUMBER and last.isascii() and last.isalnum():
        return "", int(last, _BASE)
    return last, None


def _attributes(strings: Sequence[str]) -> dict[str, str]:
    pairs = (one.partition("=") for one in strings if one.find("=") > 0)
    return {name: value for name, _, value in pairs}
