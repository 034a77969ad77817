"""Addresses of one line beside those of three cells, and streets with a first name as its initial."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.row import Row
from dsr_desktop.domain.value_forms import Words, canonical_postcode

_POSTCODE = re.compile(r"(?<!\d)\d{4,5}(?!\d)")


def streets_at(addresses: Iterable[str], row: Row) -> Iterator[str]:
    """Yield what stands before the postcode in an address asked for, if the row has that postcode.

    "8 place du Marché, 24000 Périgueux" is in most lists a street, a postcode and a town.
    """
    cells = (text for _column, text in row.of_field(Field.POSTCODE))
    there = {canonical_postcode(text).lstrip("0") for text in cells} - {""}
    for address in addresses if there else ():
        for written in _POSTCODE.finditer(address):
            street = address[: written.start()].rstrip(" ,;-\n")
            if street and written[0].lstrip("0") in there:
                yield street


def with_equal_initials(one: Words, other: Words) -> tuple[Words, Words]:
    """Write out the initials of two addresses by each other: "rue v hugo" beside "rue victor hugo".

    The word after it must be the same: the letter of a building is none of a street.
    """
    return _written_out(one, other), _written_out(other, one)


def _written_out(short: Words, whole: Words) -> Words:
    after = {(word[0], following): word for word, following in pairwise(whole) if word.isalpha()}
    pairs = pairwise((*short, ""))
    return tuple(
        after.get((word, following), word) if len(word) == 1 else word for word, following in pairs
    )
