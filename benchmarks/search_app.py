"""What search_speed measures of the app: its own search, in an encrypted register."""

import time
from contextlib import closing
from datetime import date
from pathlib import Path

from benchmarks.asking import HITS, ask
from benchmarks.empty_register import PASSPHRASE, new_register
from benchmarks.measure import Result, percentile
from benchmarks.queries import Query
from dsr_desktop.domain.asked import make_ready
from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.lookups import lookups_for
from dsr_desktop.domain.reading import Limits
from dsr_desktop.services.candidates import exact_rows
from dsr_desktop.services.importing import ImportOptions, import_paths
from dsr_desktop.services.register import open_register
from dsr_desktop.services.searching import search

_REGISTER = "register.dsr"
_NEVER = 36_000.0
_KEYS = frozenset({"email", "phone"})


def prepare(folder: str, path: str) -> Result:
    """Import the list into a register in `folder`, however long it takes."""
    started = time.perf_counter()
    with closing(new_register(Path(folder, _REGISTER))) as register:
        limits = Limits(seconds=_NEVER)
        import_paths(register, [Path(path)], ImportOptions(), date(2026, 11, 2), limits=limits)
    return {"seconds": time.perf_counter() - started}


def look_up(folder: str, passes: int) -> Result:
    """Look the keys up in the index, and nothing more; of names nothing."""
    with closing(open_register(Path(folder, _REGISTER), PASSPHRASE)) as register:

        def answer(query: Query) -> list[int]:
            if query.criterion not in _KEYS:
                return []
            criteria = make_criteria({query.criterion: query.text})
            asked = lookups_for(make_ready(criteria, register.company.country))
            started = time.perf_counter()
            found = exact_rows(register.database, asked)
            seconds.append(time.perf_counter() - started)
            return sorted(found)

        seconds: list[float] = []
        ask(folder, answer, passes)
        return {"seconds": sum(seconds), "lane_p95": percentile(seconds[len(seconds) // 2 :], 0.95)}


def ask_all(folder: str, passes: int) -> Result:
    """Search the register, the best hits as the search page shows them."""
    with closing(open_register(Path(folder, _REGISTER), PASSPHRASE)) as register:

        def answer(query: Query) -> list[int]:
            result = search(register, make_criteria({query.criterion: query.text}), limit=HITS)
            return [hit.place.row.n for hit in result.hits]

        return ask(folder, answer, passes)
