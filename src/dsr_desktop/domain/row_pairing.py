"""Pairs rows of two versions that are one person's, though their text is not the same any more."""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass, field

from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.row_identity import (
    CounterWatch,
    Identities,
    RowIdentity,
    identifier_in,
    identity_of,
)
from dsr_desktop.domain.versions import SheetVersion, VersionRow

_Tokens = Callable[[RowIdentity], Iterable[int]]
_Fits = Callable[[RowIdentity, RowIdentity], bool]
_MOST_LOOKED_AT = 8


@dataclass(frozen=True)
class RowPairs:
    """Ids of rows that are one: the nth of `earlier` goes on as the nth of `newer`."""

    earlier: "array[int]" = field(default_factory=lambda: array("q"))
    newer: "array[int]" = field(default_factory=lambda: array("q"))

    def __len__(self) -> int:
        return len(self.earlier)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return zip(self.earlier, self.newer, strict=True)

    def add(self, earlier: int, newer: int) -> None:
        """Keep one more pair."""
        self.earlier.append(earlier)
        self.newer.append(newer)


class UnpairedRows:
    """Rows of one version that have no equal in the other."""

    def __init__(self, sheet: SheetVersion) -> None:
        self.ids = array("q")
        self.who = Identities()
        self._sheet = sheet
        self._numbers = array("q")
        self._paired = bytearray()
        self._watch = CounterWatch()
        self._has_identifiers = Field.IDENTIFIER in sheet.fields

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def has_counter(self) -> bool:
        """Tell whether what looks like an identifier only counts the rows."""
        return self._watch.is_counter

    def see(self, row: VersionRow, *, is_settled: bool) -> None:
        """Look at the next row of the version; keep it unless it is settled."""
        if self._has_identifiers:
            self._watch.see(identifier_in(self._sheet.seen(row)))
        if not is_settled:
            self.ids.append(row.id)
            self._numbers.append(row.n)
            self._paired.append(0)
            self.who.add(identity_of(self._sheet.seen(row), row.keys))

    def settle(self, index: int) -> None:
        """Say that a row has found its pair."""
        self._paired[index] = 1

    def is_open(self, index: int) -> bool:
        """Tell whether a row has no pair yet."""
        return not self._paired[index]

    def open(self) -> Iterator[tuple[int, RowIdentity]]:
        """Yield the rows that have no pair yet, in their order."""
        return ((i, self.who[i]) for i in range(len(self)) if not self._paired[i])

    def numbers_left(self) -> Iterator[int]:
        """Yield the row numbers of those that have no pair."""
        return (n for n, paired in zip(self._numbers, self._paired, strict=True) if not paired)


class RowPairing:
    """Pairs what has no equal, the surest sign first."""

    def __init__(
        self, old: UnpairedRows, fresh: UnpairedRows, busy: Set[int], pairs: RowPairs
    ) -> None:
        self._old, self._fresh, self._busy, self._pairs = old, fresh, busy, pairs
        self._has_counter = old.has_counter and fresh.has_counter

    def run(self) -> None:
        """Pair in the order of certainty; what is left is added and removed."""
        if not self._has_counter:
            self._pair(_identifier_and_name, _always)
            self._pair(_identifier_and_key, _always)
            self._pair_unique(_identifier, _same_identifier_fits)
        self._pair(_email_and_name, self._has_no_other_identifier)
        self._pair(_phone_and_name, self._same_phone_fits)
        self._pair_unique(_emails, self._same_email_fits)
        self._pair_unique(_phones, self._same_phone_alone_fits)
        if self._has_counter:
            self._pair(_identifier_and_name, _has_no_other_key)
        self._pair_unique(_name, self._same_name_fits)

    def _pair(self, tokens: _Tokens, fits: _Fits) -> None:
        """Pair rows that share a token so telling that all rows with it are one person."""
        waiting = self._waiting(tokens)
        for j, who in self._fresh.open():
            for token in tokens(who):
                i = self._first_fitting(waiting.get(token), who, fits)
                if i is not None:
                    self._settle(i, j)
                    break

    def _first_fitting(
        self, there: "array[int] | None", who: RowIdentity, fits: _Fits
    ) -> int | None:
        while there and not self._old.is_open(there[-1]):
            there.pop()
        for i in there[: -_MOST_LOOKED_AT - 1 : -1] if there else ():
            if self._old.is_open(i) and self._is_one(i, who, fits):
                return i
        return None

    def _pair_unique(self, tokens: _Tokens, fits: _Fits) -> None:
        """Pair rows that share a token which no other row of either version has."""
        waiting = self._waiting(tokens)
        number = Counter(token for who in self._fresh.who for token in set(tokens(who)))
        for j, who in self._fresh.open():
            for token in tokens(who):
                there = waiting.get(token)
                if there is None or len(there) > 1 or number[token] > 1 or token in self._busy:
                    continue
                if self._old.is_open(there[0]) and self._is_one(there[0], who, fits):
                    self._settle(there[0], j)
                    break

    def _is_one(self, i: int, who: RowIdentity, fits: _Fits) -> bool:
        before = self._old.who[i]
        return not before.contradicts(who) and fits(before, who)

    def _waiting(self, tokens: _Tokens) -> "dict[int, array[int]]":
        """Return the earlier rows by their tokens, the first of each last; settled ones too."""
        waiting: dict[int, array[int]] = {}
        wanted = {token for _j, who in self._fresh.open() for token in tokens(who)}
        for i in range(len(self._old) - 1, -1, -1) if wanted else ():
            for token in wanted.intersection(tokens(self._old.who[i])):
                waiting.setdefault(token, array("q")).append(i)
        return waiting

    def _has_no_other_identifier(self, one: RowIdentity, other: RowIdentity) -> bool:
        return self._has_counter or not one.has_other_identifier(other)

    def _same_phone_fits(self, one: RowIdentity, other: RowIdentity) -> bool:
        """Colleagues of one name may share a switchboard: their e-mails tell them apart."""
        return self._has_no_other_identifier(one, other) and not one.has_other_emails(other)

    def _same_email_fits(self, one: RowIdentity, other: RowIdentity) -> bool:
        """Nobody else has the e-mail: the names may differ in part."""
        return one.may_have_name_of(other) and self._has_no_other_identifier(one, other)

    def _same_phone_alone_fits(self, one: RowIdentity, other: RowIdentity) -> bool:
        """Nobody else has the phone: the e-mail may be another one, the name may not."""
        is_named = one.has_full_name and one.name == other.name
        return is_named and self._has_no_other_identifier(one, other)

    def _same_name_fits(self, one: RowIdentity, other: RowIdentity) -> bool:
        """Nobody else has the name: the birth date says who it is, or address or company.

        These two only while no e-mail or phone speaks against it.
        """
        if not self._has_no_other_identifier(one, other):
            return False
        same_place = one.place != 0 and one.place == other.place
        same_company = one.company != 0 and one.company == other.company
        is_told = (same_place or same_company) and not one.has_other_keys(other)
        return is_told or one.birth == other.birth != 0

    def _settle(self, i: int, j: int) -> None:
        self._old.settle(i)
        self._fresh.settle(j)
        self._pairs.add(self._old.ids[i], self._fresh.ids[j])


def _always(_one: RowIdentity, _other: RowIdentity) -> bool:
    return True


def _identifier_and_name(who: RowIdentity) -> Iterator[int]:
    if who.identifier and who.name:
        yield hash((who.identifier, who.name))


def _identifier_and_key(who: RowIdentity) -> Iterator[int]:
    if who.identifier:
        yield from (hash((who.identifier, key)) for key in who.keys)


def _email_and_name(who: RowIdentity) -> Iterator[int]:
    if who.has_full_name:
        yield from (hash((key, who.name)) for key in who.emails)


def _phone_and_name(who: RowIdentity) -> Iterator[int]:
    if who.has_full_name:
        yield from (hash((key, who.name)) for key in who.phones)


def _identifier(who: RowIdentity) -> Iterator[int]:
    if who.identifier:
        yield who.identifier


def _emails(who: RowIdentity) -> Iterator[int]:
    yield from who.emails


def _phones(who: RowIdentity) -> Iterator[int]:
    yield from who.phones


def _name(who: RowIdentity) -> Iterator[int]:
    if who.has_full_name:
        yield who.name


def tokens_of(who: RowIdentity) -> Iterator[int]:
    """Yield what may name a row alone: its identifier, its e-mails and phones, its name."""
    yield from _identifier(who)
    yield from who.keys
    yield from _name(who)


def _same_identifier_fits(one: RowIdentity, other: RowIdentity) -> bool:
    return one.may_have_name_of(other) and not one.has_other_keys(other)


def _has_no_other_key(one: RowIdentity, other: RowIdentity) -> bool:
    return not one.has_other_keys(other)
