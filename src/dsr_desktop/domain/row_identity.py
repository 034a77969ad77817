"""What tells the person of one row from that of another, as integers: a million rows fit in memory."""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dsr_desktop.domain.fields import NAME_FIELDS, Field
from dsr_desktop.domain.key_columns import is_own_key
from dsr_desktop.domain.keys import KeyKind
from dsr_desktop.domain.person import canonical_identifier, words
from dsr_desktop.domain.row import Row

_FIELD_OF_KIND = {KeyKind.EMAIL: Field.EMAIL, KeyKind.PHONE: Field.PHONE}
_TELLING = NAME_FIELDS | {
    Field.IDENTIFIER, Field.BIRTH_DATE, Field.ADDRESS, Field.POSTCODE, Field.COMPANY,
}  # fmt: skip
_Texts = dict[Field | None, list[str]]
_SINGLE = 6
_MOST_DIGITS = 18


@dataclass(frozen=True)
class RowIdentity:
    """Digests of what a row says about who it is; 0 where it says nothing.

    `name` is the digest of all words of the name in any order, `given` that of the given name,
    `place` of street and postcode; `emails` and `phones` are those of the row's own person, `words`
    the words of the name.
    """

    identifier: int
    name: int
    given: int
    birth: int
    place: int
    company: int
    emails: tuple[int, ...]
    phones: tuple[int, ...]
    words: frozenset[int]

    @property
    def keys(self) -> tuple[int, ...]:
        """E-mails, then phones."""
        return (*self.emails, *self.phones)

    @property
    def has_full_name(self) -> bool:
        """Tell whether the name has two words: a family shares one, and often phone and street."""
        return len(self.words) > 1

    def contradicts(self, other: "RowIdentity") -> bool:
        """Tell whether both have a birth date and not the same: then they are two people."""
        return _differ((self.birth,), (other.birth,))

    def has_other_emails(self, other: "RowIdentity") -> bool:
        """Tell whether both have e-mails, and none in common."""
        return _differ(self.emails, other.emails)

    def has_other_keys(self, other: "RowIdentity") -> bool:
        """Tell whether both have e-mails or phones, and none in common."""
        return _differ(self.keys, other.keys)

    def has_other_identifier(self, other: "RowIdentity") -> bool:
        """Tell whether both have an identifier, and not the same."""
        return _differ((self.identifier,), (other.identifier,))

    def may_have_name_of(self, other: "RowIdentity") -> bool:
        """Tell whether no name speaks against one person: one is missing, or part of the other.

        The same given name with another family name may be one person too, who married.
        """
        if not self.words or not other.words or self.words <= other.words:
            return True
        return other.words <= self.words or (self.given != 0 and self.given == other.given)


class RowKey(NamedTuple):
    """An e-mail or phone of a row as the index has it; columns count from 1."""

    kind: int
    key: str
    column: int


def identity_of(row: Row, keys: Sequence[RowKey]) -> RowIdentity:
    """Say who a row is about; keys that it keeps for somebody else are left out."""
    texts = _texts(row)
    name = _name(texts)
    return RowIdentity(
        identifier=_digest(Field.IDENTIFIER, _identifier(texts)),
        name=_digest(Field.NAME, *name),
        given=_digest_of(texts, Field.GIVEN_NAME),
        birth=_digest_of(texts, Field.BIRTH_DATE),
        place=_place(texts),
        company=_digest_of(texts, Field.COMPANY),
        emails=tuple(_own_keys(row, keys, KeyKind.EMAIL)),
        phones=tuple(_own_keys(row, keys, KeyKind.PHONE)),
        words=frozenset(map(hash, name)),
    )


def claimed_by(row: Row, keys: Sequence[RowKey]) -> Iterator[int]:
    """Yield the digests by which nobody else is known alone any more; cheaper than an identity.

    Those of keys kept for somebody else are among them: such a key names nobody alone.
    """
    texts = _texts(row)
    yield _digest(Field.IDENTIFIER, _identifier(texts))
    yield _digest(Field.NAME, *_name(texts))
    for kind, key, _column in keys:
        yield _digest(_FIELD_OF_KIND[KeyKind(kind)], key)


def identifier_in(row: Row) -> str:
    """Return the first identifier of a row as it is written; empty without one."""
    pairs = zip(row.cells, row.fields, strict=False)
    return next((text.strip() for text, field in pairs if text and field is Field.IDENTIFIER), "")


class Identities:
    """Identities of many rows, packed: about a hundred bytes each."""

    def __init__(self) -> None:
        self._numbers = array("q")
        self._starts = array("q", [0])

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __iter__(self) -> Iterator[RowIdentity]:
        return (self[index] for index in range(len(self)))

    def __getitem__(self, index: int) -> RowIdentity:
        numbers = self._numbers[self._starts[index] : self._starts[index + 1]]
        phones = _SINGLE + 2 + numbers[_SINGLE]
        named = phones + numbers[_SINGLE + 1]
        identifier, name, given, birth, place, company = numbers[:_SINGLE]
        return RowIdentity(
            identifier, name, given, birth, place, company,
            emails=tuple(numbers[_SINGLE + 2 : phones]),
            phones=tuple(numbers[phones:named]),
            words=frozenset(numbers[named:]),
        )  # fmt: skip

    def add(self, one: RowIdentity) -> None:
        """Keep one more."""
        single = (one.identifier, one.name, one.given, one.birth, one.place, one.company)
        counts = (len(one.emails), len(one.phones))
        self._numbers.extend((*single, *counts, *one.keys, *one.words))
        self._starts.append(len(self._numbers))


class CounterWatch:
    """Tells identifiers from row numbers: 1, 2, 3 down the sheet name a line, not a person."""

    def __init__(self) -> None:
        self._last: int | None = None
        self._steps = self._seen = 0

    def see(self, identifier: str) -> None:
        """Look at the identifier of the next row."""
        if not identifier:
            return
        is_number = identifier.isdecimal() and len(identifier) <= _MOST_DIGITS
        number = int(identifier) if is_number else None
        self._seen += 1
        self._steps += None not in {number, self._last} and number == (self._last or 0) + 1
        self._last = number

    @property
    def is_counter(self) -> bool:
        """Tell whether nine in ten are one more than the one before."""
        return self._seen > 1 and 10 * self._steps >= 9 * (self._seen - 1)


def _own_keys(row: Row, keys: Sequence[RowKey], wanted: KeyKind) -> Iterator[int]:
    field = _FIELD_OF_KIND[wanted]
    for key in dict.fromkeys(
        key
        for kind, key, column in keys
        if kind == wanted
        and 0 < column <= len(row.fields)
        and row.fields[column - 1] is field
        and is_own_key(row, field, column)
    ):
        yield _digest(field, key)


def _differ(some: tuple[int, ...], others: tuple[int, ...]) -> bool:
    """Tell whether both say something (0 says nothing) and nothing that they say is the same."""
    return any(some) and any(others) and set(some).isdisjoint(others)


def _texts(row: Row) -> _Texts:
    """Group what says who a row is about by its field, in one pass."""
    found: _Texts = {}
    for text, field in zip(row.cells, row.fields, strict=False):
        if text and field in _TELLING:
            found.setdefault(field, []).append(text)
    return found


def _identifier(texts: _Texts) -> str:
    return " ".join(map(canonical_identifier, texts.get(Field.IDENTIFIER, ()))).strip()


def _name(texts: _Texts) -> list[str]:
    return sorted(word for field in NAME_FIELDS for word in _words(texts, field))


def _digest_of(texts: _Texts, field: Field) -> int:
    return _digest(field, *_words(texts, field))


def _place(texts: _Texts) -> int:
    """Digest of street and postcode; one without the other is half a town's."""
    if Field.ADDRESS not in texts or Field.POSTCODE not in texts:
        return 0
    street, postcode = _words(texts, Field.ADDRESS), _words(texts, Field.POSTCODE)
    return _digest(Field.ADDRESS, *street, *postcode)


def _words(texts: _Texts, field: Field) -> list[str]:
    return [word for text in texts.get(field, ()) for word in words(text)]


def _digest(field: Field, *texts: str) -> int:
    """Return the same number for the same texts in this process, 0 for none."""
    return hash((str(field), *texts)) if any(texts) else 0
