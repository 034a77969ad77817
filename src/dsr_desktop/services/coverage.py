"""What searches of the register see, source by source: the proof behind "nothing found"."""

from collections import Counter
from datetime import date

from dsr_desktop.domain.coverage import Coverage, SourceCoverage, ordered
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.register import Register
from dsr_desktop.services.searching import columns_left_out
from dsr_desktop.services.system_answers import system_answers
from dsr_desktop.store.held_rows import count_open_held_rows, read_held_rows
from dsr_desktop.store.sources import read_sources


@at_one_moment
def coverage(register: Register, *, ref: str | None = None, today: date | None = None) -> Coverage:
    """Return every source with the age of its list and what searches do not see of it (R-SRC-1).

    With `today`, also each system and what it answered for the request `ref`; NotFoundError for an
    unknown one.
    """
    sources = read_sources(register.database)
    skipped = columns_left_out(register)
    number = count_open_held_rows(register.database)
    held = Counter(
        row.source_id
        for row in (read_held_rows(register.database) if number else ())
        if row.is_open
    )
    current = (source for source in sources if source.is_current)
    return Coverage(
        ordered(
            SourceCoverage(
                source,
                tuple(one for one in skipped if one.source.id == source.id),
                held[source.id or 0],
            )
            for source in current
        ),
        tuple(source for source in sources if not source.is_current),
        number,
        system_answers(register, ref, today) if today else (),
    )
