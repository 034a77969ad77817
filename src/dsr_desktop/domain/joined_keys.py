"""Several e-mails or phone numbers in one cell, and the words that stand with each of them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.person import (
    EMAIL_PATTERN,
    canonical_phone,
    emails_in,
    phone_tail,
    phones_in,
    spelt_out,
    words,
)

_BETWEEN = re.compile(r"[;,|/\n\r\t]|\s(?:et|and|und|ou|or|oder|y|e)\s|[&+]", re.IGNORECASE)
_PIECE = re.compile(r"[^;,|\n\r\t]+")
_Span = tuple[int, int]


@dataclass(frozen=True)
class JoinedKey:
    """One key of a cell: its canonical forms, as it is written, and the folded words beside it.

    `tail` are the last figures of a phone number.
    """

    kind: Field
    forms: frozenset[str]
    written: str
    beside: tuple[str, ...]
    tail: str | None = None


def keys_in(text: str, country: str) -> tuple[JoinedKey, ...]:
    """Return the e-mails and phone numbers of a cell in their order, each once."""
    found = sorted(_placed(text, country), key=lambda each: each[0])
    beside = _labels(text, [span for span, _key in found])
    kept: dict[frozenset[str], JoinedKey] = {}
    for (span, (kind, forms)), label in zip(found, beside, strict=True):
        written = text[span[0] : span[1]]
        tail = phone_tail(written) if kind is Field.PHONE else None
        kept.setdefault(forms, JoinedKey(kind, forms, written, words(label), tail))
    return tuple(kept.values())


_Key = tuple[Field, frozenset[str]]


def _placed(text: str, country: str) -> Iterator[tuple[_Span, _Key]]:
    taken: list[_Span] = []
    for span in _addresses(text):
        taken.append(span)
        yield span, (Field.EMAIL, frozenset(emails_in(text[span[0] : span[1]])))
    numbers = [(one, canonical_phone(one, country)) for one in phones_in(text)]
    # "57000 06 12 34 56 78" is given as a whole and in its parts: the shortest number there is one.
    for written, form in sorted(numbers, key=lambda each: (each[1] is None, len(each[0]))):
        for found in re.finditer(re.escape(written), text):
            if not _overlaps(found.span(), taken):
                taken.append(found.span())
                yield found.span(), (Field.PHONE, frozenset({form or written}))


def _addresses(text: str) -> Iterator[_Span]:
    """Yield where addresses stand; one written "lea [at] acme.example" is a stretch of its own."""
    if spelt_out(text) == text:
        yield from (found.span() for found in EMAIL_PATTERN.finditer(text) if emails_in(found[0]))
        return
    for piece in _PIECE.finditer(text):
        if emails_in(piece[0]):
            start = piece.start() + len(piece[0]) - len(piece[0].lstrip())
            yield start, start + len(piece[0].strip())


def _overlaps(span: _Span, taken: Iterable[_Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in taken)


def _labels(text: str, spans: Sequence[_Span]) -> list[str]:
    """Return what stands with each key: between two, the sign that separates them decides."""
    if not spans:
        return []
    labels = [""] * len(spans)
    labels[0] = text[: spans[0][0]]
    comes_first = bool(words(labels[0]))
    for n, ((_start, end), (start, _end)) in enumerate(pairwise(spans)):
        after, before = _halves(text[end:start], comes_first=comes_first)
        labels[n] += f" {after}"
        labels[n + 1] = before
    labels[-1] += f" {text[spans[-1][1] :]}"
    return labels


def _halves(gap: str, *, comes_first: bool) -> tuple[str, str]:
    if sign := _BETWEEN.search(gap):
        return gap[: sign.start()], gap[sign.end() :]
    return ("", gap) if comes_first else (gap, "")
