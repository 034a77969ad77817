"""Every place on the disk at which a confirmed row of a request may stand, with what is known of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from dsr_desktop.domain.errors import NotAllowedError
from dsr_desktop.domain.hit import Hit, Verdict
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.request import Request
from dsr_desktop.domain.source import Source
from dsr_desktop.services.earlier_places import earlier_rows
from dsr_desktop.services.register import Register
from dsr_desktop.store.sources import read_sources


def confirmed_hits(request: Request, hits: Sequence[Hit]) -> list[Hit]:
    """Return the confirmed hits; NotAllowedError if there is none."""
    confirmed = [hit for hit in hits if hit.verdict is Verdict.CONFIRMED]
    if not confirmed:
        raise NotAllowedError(
            mark("{ref} has no confirmed hit to look for. Find the person and confirm hits first."),
            ref=request.ref,
        )
    return confirmed


@dataclass(frozen=True)
class PlaceToRead:
    """A place to read: the versions of the file that came from there, and what was found in them."""

    path: str
    versions: tuple[Source, ...]
    hits: tuple[Hit, ...]


def places_to_read(register: Register, request: Request, hits: Sequence[Hit]) -> list[PlaceToRead]:
    """Return every place at which a confirmed row may stand, with all that is known of it."""
    sources = [one for one in read_sources(register.database) if one.status.is_stored]
    earlier = earlier_rows(register, request, hits)
    wanted = {hit.source_id for hit in hits if hit.verdict is Verdict.CONFIRMED}
    paths = [path for source in sources if source.id in wanted for path in source.paths]
    paths += [path for row in earlier if row.hit.verdict is Verdict.CONFIRMED for path in row.paths]
    return [
        PlaceToRead(
            path,
            tuple(source for source in sources if path in source.paths),
            (*hits, *(row.hit for row in earlier if path in row.paths)),
        )
        for path in dict.fromkeys(paths)
    ]
