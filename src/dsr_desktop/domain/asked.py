"""What is asked about one person, in the forms that rows are compared with."""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cached_property

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.dates import birthdays_meant
from dsr_desktop.domain.empty_words import says_too_little
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.name_cells import without_degrees
from dsr_desktop.domain.notice import Notice
from dsr_desktop.domain.person import (
    canonical_email,
    canonical_identifier,
    canonical_phone,
    mailbox_of,
    phone_tail,
    words,
)
from dsr_desktop.domain.spellings import Words, spellings, without_umlaut, writings_to_look_up

NAME_CRITERIA = frozenset({"name", "given_name", "family_name"})
MOST_RESPELT = 50
MOST_ALIKE = 6


@dataclass(frozen=True)
class AskedName:
    """A name as typed, its folded words, and the words of its other spellings.

    An index of folded words has the row of any spelling under one group of `looked_up`. A name that
    is not `respelt`, one of very many, is compared as it is.
    """

    criterion: str
    text: str
    words: Words
    other_spellings: tuple[Words, ...]
    looked_up: tuple[Words, ...]
    respelt: bool = True

    @property
    def spelt(self) -> tuple[Words, ...]:
        """The words of the name in each of its spellings, and as an index folds them."""
        return (self.words, *self.other_spellings, *without_umlaut(self.words))

    @cached_property
    def _spellings(self) -> tuple[tuple[frozenset[str], Words], ...]:
        several = (self.words, *self.other_spellings)
        return tuple((frozenset(spelling), spelling) for spelling in several)

    def spelt_within(self, there: Set[str]) -> Iterator[Words]:
        """Yield the spellings of which every word is `there`, as it is typed first."""
        return (spelling for known, spelling in self._spellings if known <= there)


@dataclass(frozen=True)
class Asked:
    """Criteria made ready, once for a search; `country` (ISO 3166) completes local numbers.

    E-mails and phones are canonical forms with the text as typed. What is no complete e-mail or
    number is unclear and looked for as one of the `texts`, which are found by their folded words.
    Names and texts that any list is full of ("de la") are not among the `names` and `texts`.
    """

    criteria: Criteria
    country: str
    emails: Mapping[str, str]
    phones: Mapping[str, str]
    identifiers: frozenset[str]
    names: tuple[AskedName, ...]
    texts: Mapping[Words, str]
    unclear_emails: tuple[str, ...]
    unclear_phones: tuple[str, ...]

    @property
    def keys(self) -> frozenset[str]:
        """Every e-mail and phone number asked for, in canonical form."""
        return frozenset((*self.emails, *self.phones))

    @cached_property
    def mailboxes(self) -> frozenset[str]:
        """Mailboxes of the e-mails asked for: without tags, at Gmail without dots."""
        return frozenset(map(mailbox_of, self.emails))

    @cached_property
    def identifiers_without_zeros(self) -> frozenset[str]:
        """Identifiers of figures as a spreadsheet keeps them that takes them for numbers."""
        return frozenset(one.lstrip("0") for one in self.identifiers if one.isdigit()) - {""}

    @cached_property
    def phone_tails(self) -> frozenset[str]:
        """Last figures of every number asked for, of those without a known country too."""
        numbers = (*self.phones, *self.unclear_phones)
        return frozenset(tail for tail in map(phone_tail, numbers) if tail)

    @cached_property
    def parts_of_name(self) -> tuple[AskedName, ...]:
        """Every name, given name and family name by itself."""
        criteria = self.criteria
        parts = criteria.name + criteria.given_name + criteria.family_name
        return _make_names(("name", part) for part in parts)

    @cached_property
    def is_names_alone(self) -> bool:
        """Tell whether nothing but names is asked for."""
        return NAME_CRITERIA.issuperset(self.criteria.given())

    @cached_property
    def words_of_names(self) -> frozenset[str]:
        """Every word that may stand in a row for a name asked for, however it is spelt."""
        return frozenset(word for name in self.names for group in name.spelt for word in group)

    @cached_property
    def telling_words(self) -> tuple[str, ...]:
        """Return the words of the names asked for that are found misspelt or in a short form too."""
        respelt = (name for name in self.names if name.respelt)
        groups = (group for name in respelt for group in name.spelt[: 1 + MOST_ALIKE])
        told = (word for group in groups for word in group if len(word) > 1)
        return tuple(dict.fromkeys(told))


def make_ready(criteria: Criteria, country: str) -> Asked:
    """Bring criteria into the forms that rows are compared with."""
    emails = {one: canonical_email(one) for one in criteria.email}
    phones = {one: canonical_phone(one, country) for one in criteria.phone}
    unclear_emails = tuple(one for one, form in emails.items() if form is None)
    unclear_phones = tuple(one for one, form in phones.items() if form is None)
    return Asked(
        criteria=criteria,
        country=country,
        emails={form: one for one, form in emails.items() if form is not None},
        phones={form: one for one, form in phones.items() if form is not None},
        identifiers=frozenset(map(canonical_identifier, criteria.identifier)) - {""},
        names=_make_names(
            (criterion, name)
            for criterion, name in _names(criteria)
            if not says_too_little(words(name))
        ),
        texts=_by_words([*criteria.text, *unclear_emails, *unclear_phones]),
        unclear_emails=unclear_emails,
        unclear_phones=unclear_phones,
    )


def make_name(criterion: str, text: str, *, respell: bool = True) -> AskedName:
    """Bring one name, without degrees, into the forms that names of a row are compared with."""
    text = without_degrees(text)
    folded = words(text)
    if not respell:
        return AskedName(criterion, text, folded, (), (folded,), respelt=False)
    return AskedName(criterion, text, folded, spellings(text)[1:], writings_to_look_up(text))


def unclear_notices(asked: Asked) -> Iterator[Notice]:
    """Tell which criteria could not be understood as meant."""
    if asked.unclear_emails:
        yield Notice(mark("An e-mail criterion is no complete address; it was searched as text."))
    if asked.unclear_phones:
        yield Notice(mark("A phone criterion is no complete number; it was searched as text."))
    if not all(map(words, _values_of_words(asked.criteria))):
        yield Notice(
            mark(
                "A criterion has no letter and no figure; nothing was compared with it. Write it "
                "in letters or figures."
            )
        )
    if any(there and says_too_little(there) for there in map(words, _values_looked_for(asked))):
        yield Notice(
            mark(
                "A criterion is one letter, or only words that every list is full of, such as “de” or "
                "“Mrs”; nothing was compared with it. Write more of it."
            )
        )
    if not all(map(birthdays_meant, asked.criteria.birth_date)):
        yield Notice(
            mark("A birth date criterion is no day; it was not compared. Write it as 1980-03-12.")
        )


def _values_of_words(criteria: Criteria) -> Iterator[str]:
    by_criterion = criteria.given().items()
    return (one for name, values in by_criterion if name != "birth_date" for one in values)


def _values_looked_for(asked: Asked) -> Iterator[str]:
    """Yield the names as they are compared, and what is looked for as text."""
    yield from (name for _criterion, name in _names(asked.criteria))
    yield from (*asked.criteria.text, *asked.unclear_emails, *asked.unclear_phones)


def _by_words(texts: Iterable[str]) -> dict[Words, str]:
    by_words = {words(text): text for text in texts}
    return {folded: text for folded, text in by_words.items() if not says_too_little(folded)}


def _make_names(names: Iterable[tuple[str, str]]) -> tuple[AskedName, ...]:
    """Make names ready; of those after the first MOST_RESPELT no other spelling is tried."""
    return tuple(
        make_name(criterion, text, respell=n < MOST_RESPELT)
        for n, (criterion, text) in enumerate(names)
    )


def _names(criteria: Criteria) -> Iterator[tuple[str, str]]:
    yield from (("name", name) for name in criteria.name)
    if criteria.given_name and criteria.family_name:
        yield from (
            ("name", f"{given} {family}")
            for given in criteria.given_name
            for family in criteria.family_name
        )
    else:
        yield from (("given_name", name) for name in criteria.given_name)
        yield from (("family_name", name) for name in criteria.family_name)
