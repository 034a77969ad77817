"""Which keys that are asked for stand on the suppression list, of which only digests are kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from dsr_desktop.domain.asked import Asked
from dsr_desktop.domain.matching import Grade, How, Level, Reason
from dsr_desktop.domain.suppression import (
    SuppressionEntry,
    SuppressionKey,
    SuppressionKind,
    person_form,
)
from dsr_desktop.domain.suppression_list import KeyedHash, SuppressionList

_SCORES = {Level.STRONG: 90.0, Level.PROBABLE: 63.0}
_HOWS = {
    SuppressionKind.EMAIL: ("email", How.SAME_EMAIL),
    SuppressionKind.PHONE: ("phone", How.SAME_PHONE),
}


@dataclass(frozen=True)
class ListedKey:
    """An entry of the list that a key asked for is on, and how surely it is the person's.

    The cell of its reasons is the text that was asked: the list itself holds none.
    """

    entry: SuppressionEntry
    grade: Grade


def listed_keys(asked: Asked, listed: SuppressionList) -> Iterator[ListedKey]:
    """Yield each entry that an e-mail, a phone or a name with its postcode is on, once.

    An equal e-mail or phone is a strong key; a name with a postcode is probable (R-MAT-1).
    """
    seen: set[int] = set()
    for kind, forms in _forms(asked):
        for form, entries in listed.listed(kind, forms).items():
            for entry in entries:
                if entry.id not in seen:
                    seen.add(entry.id)
                    yield ListedKey(entry, _grade(kind, forms[form]))


def asked_digests(asked: Asked, secret: bytes) -> dict[str, Grade]:
    """Return the keyed hash of each e-mail and phone asked for, with the grade of who has it."""
    hashed = KeyedHash(secret)
    return {
        hashed.of_key(SuppressionKey(kind, form)): _grade(kind, texts)
        for kind, forms in _forms(asked)
        if kind in _HOWS
        for form, texts in forms.items()
    }


def has_key_to_list(asked: Asked) -> bool:
    """Tell whether anything is asked for that the list could have: it knows nobody by name alone."""
    return any(forms for _kind, forms in _forms(asked))


def _forms(asked: Asked) -> Iterator[tuple[SuppressionKind, dict[str, tuple[str, ...]]]]:
    """Yield the canonical keys of each kind, with the texts asked for."""
    for kind, keys in (
        (SuppressionKind.EMAIL, asked.emails), (SuppressionKind.PHONE, asked.phones),
    ):  # fmt: skip
        yield kind, {form: (text,) for form, text in keys.items()}
    yield SuppressionKind.PERSON, dict(_persons(asked))


def _persons(asked: Asked) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name, postcode in product(asked.names, asked.criteria.postcode):
        form = person_form(name.text, postcode)
        if form is not None:
            yield form, (name.text, postcode)


def _grade(kind: SuppressionKind, texts: tuple[str, ...]) -> Grade:
    if kind in _HOWS:
        criterion, how = _HOWS[kind]
        reason = Reason(criterion, 1, texts[0], how)
        return Grade(Level.STRONG, _SCORES[Level.STRONG], (reason,))
    name, postcode = texts
    reasons = (
        Reason("name", 1, name, How.SAME_NAME), Reason("postcode", 1, postcode, How.SAME),
    )  # fmt: skip
    return Grade(Level.PROBABLE, _SCORES[Level.PROBABLE], reasons)
