"""How it stands with the cleaned copies of the files of a request; loads none of the cleaners."""

import os

from dsr_desktop.domain.original import CleanedPlace
from dsr_desktop.services.register import Register
from dsr_desktop.store.cleaned_copies import read_cleaned
from dsr_desktop.store.originals import read_entries
from dsr_desktop.store.requests import read_request


def cleaned_places(register: Register, ref: str) -> tuple[CleanedPlace, ...]:
    """Return the copy made last of each file of a request, and whether it stands in its place.

    Raises NotFoundError for an unknown reference.
    """
    request = read_request(register.database, ref)
    replaced = {one.path for one in read_entries(register.database, request)}
    return tuple(
        CleanedPlace(
            one.source_id, one.path, one.status, sum(map(len, one.orders.values())),
            os.path.realpath(one.path) in replaced,
        )
        for one in read_cleaned(register.database, request)
    )  # fmt: skip
