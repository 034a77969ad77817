"""The DPO's review of an access package: what goes in, what is masked, what stays out, and why.

Pure. Writers get what `release` returns and nothing else: the text below a mask is not in it.
"""

import hashlib
import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError, NotFoundError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.review_item import ItemToReview, ReviewItem, Suggestion
from dsr_desktop.domain.written import may_be_written

Span = tuple[int, int]
REASONS = ("A15_4", "A23_national", "not_about_person")
"""Why something is masked or stays out: others' rights, national law, not data about the person."""

_WHOLE_WORDS_BELOW = 6


class Choice(StrEnum):
    """What becomes of a piece; the values are used on the command line."""

    INCLUDE = "include"
    MASK = "mask"
    EXCLUDE = "exclude"


@dataclass(frozen=True)
class ItemDecision:
    """The DPO's choice on one piece; `spans` are what a mask covers, `digest` the text looked at.

    `note` weighs both sides in her words (domain.md 7.2), and stays in the register.
    """

    key: str
    choice: Choice
    digest: str
    spans: tuple[Span, ...] = ()
    reason_code: str = ""
    note: str = ""
    by: str = ""
    at: str = ""


@dataclass(frozen=True)
class Approval:
    """Who found the package fit to leave, when, and the digest of all that was decided on."""

    digest: str
    by: str
    at: str


@dataclass(frozen=True)
class ReviewedItem:
    """A piece with what is to be looked at in it, and the decision that holds for its text."""

    item: ReviewItem
    suggestions: tuple[Suggestion, ...] = ()
    decision: ItemDecision | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether something was pointed out and nobody decided."""
        return bool(self.suggestions) and self.decision is None

    @property
    def choice(self) -> Choice:
        """What becomes of it: it goes in unless somebody decided otherwise."""
        return self.decision.choice if self.decision else Choice.INCLUDE


@dataclass(frozen=True)
class PackageReview:
    """Every piece of a request's package; `approval` is None unless one holds as things are now.

    `is_outdated`: there was an approval, and something changed after it.
    """

    ref: str
    items: tuple[ReviewedItem, ...]
    approval: Approval | None = None
    is_outdated: bool = False

    @property
    def open_items(self) -> tuple[ReviewedItem, ...]:
        """The pieces in which something was pointed out and not decided on."""
        return tuple(one for one in self.items if one.is_open)

    def item(self, key: str) -> ReviewedItem:
        """Return a piece by its key; NotFoundError for an unknown one."""
        for one in self.items:
            if one.item.key == key:
                return one
        raise NotFoundError(
            mark("There is no piece {key} to review. Take one from the list."), key=key[:80]
        )


@dataclass(frozen=True)
class Withheld:
    """A piece that is masked in part (`masked` stretches) or stays out whole; its text is gone."""

    item: ReviewItem
    reason_code: str
    masked: int = 0


@dataclass(frozen=True)
class Released:
    """What leaves the register: pieces with masks in their texts, and what was held back, and why."""

    items: tuple[ReviewItem, ...]
    withheld: tuple[Withheld, ...]
    masked_values: frozenset[str] = frozenset()

    def hide(self, text: str, words: str) -> str:
        """Return a text of the lists or the register with every masked value replaced by `words`."""
        return hide(text, self.masked_values, words)


def with_decisions(
    found: Iterable[ItemToReview], decisions: Mapping[str, ItemDecision]
) -> tuple[ReviewedItem, ...]:
    """Put each piece with its decision; one on another text than is there now does not hold."""
    return tuple(
        ReviewedItem(one.item, one.suggestions, _holding(one.item, decisions.get(one.item.key)))
        for one in found
    )


def _holding(item: ReviewItem, decision: ItemDecision | None) -> ItemDecision | None:
    return decision if decision is not None and decision.digest == item.digest else None


def make_decision(
    one: ReviewedItem, choice: Choice, *, spans: Sequence[Span] = (), words: Sequence[str] = (),
    reason_code: str = "", note: str = "",
) -> ItemDecision:  # fmt: skip
    """Return the decision on a piece; a mask without `spans` or `words` covers what was pointed out.

    Raises InvalidInputError for a mask that covers nothing, for words that are not in the text or a
    reason that is none.
    """
    item = one.item
    if choice is Choice.INCLUDE:
        return ItemDecision(item.key, choice, item.digest, note=may_be_written("note", note))
    code = reason_code or REASONS[0]
    if code not in REASONS:
        raise InvalidInputError(
            mark("{code} is no reason to withhold something. There are: {codes}."),
            code=code[:40], codes=", ".join(REASONS),
        )  # fmt: skip
    covered = _covered(one, spans, words) if choice is Choice.MASK else ()
    return ItemDecision(item.key, choice, item.digest, covered, code, may_be_written("note", note))


def _covered(one: ReviewedItem, spans: Sequence[Span], words: Sequence[str]) -> tuple[Span, ...]:
    text = one.item.text
    wanted = [*spans, *(span for word in words for span in _places_of(word, text))]
    if not (spans or words):
        wanted = [(told.start, told.end) for told in one.suggestions]
    inside = [(start, end) for start, end in wanted if 0 <= start < end <= len(text)]
    if not inside or len(inside) < len(wanted):
        raise InvalidInputError(mark("Say what of the text is masked: words that stand in it."))
    return _joined(inside)


def _places_of(word: str, text: str) -> list[Span]:
    found = [place.span() for place in re.finditer(re.escape(word), text)] if word.strip() else []
    if not found:
        raise InvalidInputError(mark("These words do not stand in the text. Copy them from it."))
    return found


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def digest_of(items: Iterable[ReviewedItem]) -> str:
    """Return the SHA-256 of every piece with its decision: it changes with any of them."""
    listed = [_told(one) for one in items]
    text = json.dumps(listed, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _told(one: ReviewedItem) -> list[object]:
    item, decision = one.item, one.decision
    place = [item.key, item.name, item.sheet, item.row, item.header, item.digest]
    if decision is None:
        return [*place, Choice.INCLUDE]
    return [*place, decision.choice, decision.spans, decision.reason_code]


def check_may_approve(review: PackageReview) -> None:
    """Raise NotAllowedError while something that was pointed out waits for a decision."""
    if review.open_items:
        raise NotAllowedError(
            mark(
                "{number} pieces of {ref} may tell of other people and wait for your decision: "
                "include, mask or exclude each."
            ),
            number=str(len(review.open_items)), ref=review.ref,
        )  # fmt: skip


def check_is_approved(review: PackageReview) -> None:
    """Raise NotAllowedError unless the package as it is now was approved."""
    if review.is_outdated:
        raise NotAllowedError(
            mark(
                "Data or decisions of {ref} changed after you approved the package. Look at it "
                "again and approve it."
            ),
            ref=review.ref,
        )
    if review.approval is None:
        raise NotAllowedError(
            mark("The package of {ref} was not approved yet. Review it and approve it first."),
            ref=review.ref,
        )


def release(items: Sequence[ReviewedItem], words: str) -> Released:
    """Return what leaves: masks are replaced by `words`, and what they cover stands nowhere else.

    A masked value is hidden wherever else it stands too, also in titles and names of files.
    """
    values = frozenset(_masked_values(items))
    kept = [one for one in items if one.choice is not Choice.EXCLUDE]
    return Released(
        tuple(_hidden(_with_masks(one, words), values, words) for one in kept),
        tuple(
            Withheld(
                _hidden(replace(one.item, text=""), values, words), decision.reason_code,
                len(decision.spans),
            )
            for one in items
            if (decision := one.decision) is not None and decision.choice is not Choice.INCLUDE
        ),
        values,
    )  # fmt: skip


def hide(text: str, values: Collection[str], words: str) -> str:
    """Replace values in a text by `words`, the longest first, in capitals or not."""
    return _pattern(frozenset(values)).sub(lambda _found: words, text) if values else text


@lru_cache(maxsize=8)
def _pattern(values: frozenset[str]) -> re.Pattern[str]:
    ordered = sorted(values, key=lambda one: (-len(one), one))
    return re.compile("|".join(map(_written, ordered)), re.IGNORECASE)


def _written(value: str) -> str:
    """Find a value; a short one only as a word of its own, since it stands within many others."""
    pieces = r"\s+".join(re.escape(piece) for piece in value.split())
    return rf"(?<!\w){pieces}(?!\w)" if len(value) < _WHOLE_WORDS_BELOW else pieces


def _masked_values(items: Iterable[ReviewedItem]) -> Iterator[str]:
    for one in items:
        for start, end in one.decision.spans if one.decision else ():
            value = one.item.text[start:end].strip()
            if len(value) > 1:
                yield value


def _with_masks(one: ReviewedItem, words: str) -> ReviewItem:
    text, spans = one.item.text, one.decision.spans if one.decision else ()
    for start, end in reversed(spans):
        text = text[:start] + words + text[end:]
    return replace(one.item, text=text)


def _hidden(item: ReviewItem, values: frozenset[str], words: str) -> ReviewItem:
    if not values:
        return item
    return replace(
        item, text=hide(item.text, values, words), name=hide(item.name, values, words),
        sheet=hide(item.sheet, values, words), header=hide(item.header, values, words),
        channel=hide(item.channel, values, words),
    )  # fmt: skip
