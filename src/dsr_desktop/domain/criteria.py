"""What is known about the person to be found."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark

LONGEST_VALUE = 1_000
MOST_VALUES = 100


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

    Raises InvalidInputError for an unknown criterion, nothing to search, or values that are too
    long or too many to be meant.
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
    kept = tuple(dict.fromkeys(" ".join(_printable(value).split()) for value in several))
    kept = tuple(value for value in kept if value)
    if len(kept) > MOST_VALUES or any(len(value) > LONGEST_VALUE for value in kept):
        raise InvalidInputError(
            mark("The criterion {name} is too long: {most} values of {length} characters at most."),
            name=criterion,
            most=MOST_VALUES,
            length=LONGEST_VALUE,
        )
    return kept


def _listed(given: object) -> list[str] | None:
    """Several values as a list; None for what is neither text nor a list, as a batch may hold."""
    if given is None:
        return []
    return list(given) if isinstance(given, Iterable) and not isinstance(given, Mapping) else None


def _printable(value: str) -> str:
    return "".join(character if character.isprintable() else " " for character in value)
