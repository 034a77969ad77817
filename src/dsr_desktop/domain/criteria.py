"""What is known about the person to be found."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.person import canonical_email, emails_in, phones_in, without_invisible

LONGEST_VALUE = 1_000
MOST_VALUES = 100

_NAMES = frozenset({"name", "given_name", "family_name"})
_CIVILITIES = (
    "m|mm|mr|mrs|ms|miss|mx|messrs|mme|mmes|mlle|mlles|monsieur|messieurs|madame|mesdames|"
    "mademoiselle|mesdemoiselles|madam|sir|dr|drs|docteur|docteure|doctor|pr|prof|professeur|"
    "professeure|professor|me|ma[iî]tre"
)
_CIVILITY = re.compile(
    rf"(?:(?:(?:et|and|&)\s+)?(?:{_CIVILITIES})(?:\.?\s+|\.(?=[^\W\d_]{{2}})))+", re.IGNORECASE
)
_BRACKET = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


@dataclass(frozen=True)
class Criteria:
    """Everything asked about one person; each criterion may have several values (aliases)."""

    name: tuple[str, ...] = ()
    given_name: tuple[str, ...] = ()
    family_name: tuple[str, ...] = ()
    email: tuple[str, ...] = ()
    phone: tuple[str, ...] = ()
    company: tuple[str, ...] = ()
    address: tuple[str, ...] = ()
    postcode: tuple[str, ...] = ()
    city: tuple[str, ...] = ()
    birth_date: tuple[str, ...] = ()
    identifier: tuple[str, ...] = ()
    text: tuple[str, ...] = ()

    def given(self) -> dict[str, tuple[str, ...]]:
        """Return the criteria that have a value, in the order of the fields."""
        pairs = ((criterion, getattr(self, criterion)) for criterion in CRITERIA)
        return {criterion: values for criterion, values in pairs if values}

    def is_empty(self) -> bool:
        """Tell whether nothing at all is asked."""
        return not self.given()


CRITERIA = tuple(field.name for field in fields(Criteria))


def make_criteria(values: Mapping[str, str | Iterable[str] | None]) -> Criteria:
    """Build criteria from raw input: a string or several per criterion, blanks dropped.

    Of "Anne <anne@acme.example>" the address is kept, of "01 40 20 50 50 poste 12" the number, of
    "Mme Anne Martin (Acme)" the name. Raises InvalidInputError for an unknown criterion, nothing to
    search, or values that are too long or too many to be meant.
    """
    unknown = sorted(set(values) - set(CRITERIA))
    if unknown:
        raise InvalidInputError(
            mark("There is no criterion {name}. Known ones: {known}."),
            name=unknown[0][:40],
            known=", ".join(CRITERIA),
        )
    cleaned = {criterion: _clean(criterion, given) for criterion, given in values.items()}
    criteria = Criteria(**cleaned)
    if criteria.is_empty():
        raise InvalidInputError(
            mark("There is nothing to search for. Give a name, an e-mail or a phone number.")
        )
    return criteria


def with_value(criteria: Criteria, criterion: str, value: str) -> Criteria:
    """Return `criteria` with one value more; raises InvalidInputError as `make_criteria`."""
    given = criteria.given()
    return make_criteria({**given, criterion: (*given.get(criterion, ()), value)})


def without_value(criteria: Criteria, criterion: str, value: str) -> Criteria:
    """Return `criteria` without one value; raises InvalidInputError when nothing is left."""
    given = criteria.given()
    left = tuple(one for one in given.get(criterion, ()) if one != value)
    return make_criteria({**given, criterion: left})


def _clean(criterion: str, given: str | Iterable[str] | None) -> tuple[str, ...]:
    several = [given] if isinstance(given, str) else _listed(given)
    if several is None or any(not isinstance(value, str) for value in several):
        raise InvalidInputError(
            mark("The criterion {name} takes text or a list of texts."), name=criterion
        )
    typed = [text for value in several if (text := _one_line(value))]
    _check_size(criterion, typed)
    kept = tuple(dict.fromkeys(one for value in typed for one in _meant(criterion, value)))
    _check_size(criterion, kept)
    return kept


def _check_size(criterion: str, values: Sequence[str]) -> None:
    if len(set(values)) > MOST_VALUES or any(len(value) > LONGEST_VALUE for value in values):
        raise InvalidInputError(
            mark("“{criterion}” is too long: {most} values of {length} characters at most."),
            criterion=criterion,
            most=MOST_VALUES,
            length=LONGEST_VALUE,
        )


def _meant(criterion: str, value: str) -> tuple[str, ...]:
    """Return what a typed value stands for; the value itself when nothing is recognised."""
    if criterion == "email" and canonical_email(value) is None:
        return emails_in(value) or (value,)
    if criterion == "phone":
        numbers = phones_in(value)
        return numbers if numbers and value not in numbers else (value,)
    return (_bare_name(value),) if criterion in _NAMES else (value,)


def _bare_name(value: str) -> str:
    """Leave out brackets and civilities, as long as something is left."""
    bare, dropped = value, 1
    while dropped:
        bare, dropped = _BRACKET.subn(" ", bare)
    bare = " ".join(bare.split())
    bare = bare if _says_something(bare) else value
    name = _CIVILITY.sub("", bare, count=1) if _CIVILITY.match(bare) else bare
    return name if _says_something(name) else bare


def _one_line(value: str) -> str:
    return " ".join(_printable(without_invisible(value)).split())


def _listed(given: object) -> list[str] | None:
    """Several values as a list; None for what is neither text nor a list, as a batch may hold."""
    if given is None:
        return []
    return list(given) if isinstance(given, Iterable) and not isinstance(given, Mapping) else None


def _printable(value: str) -> str:
    return "".join(character if character.isprintable() else " " for character in value)


def _says_something(text: str) -> bool:
    return any(character.isalnum() for character in text)
