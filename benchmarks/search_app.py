"""What search_speed measures of the app: its own search, in an encrypted register."""

import time
from contextlib import closing
from datetime import date
from pathlib import Path

from benchmarks.asking import HITS, ask
from benchmarks.empty_register import PASSPHRASE, new_register
from benchmarks.measure import Result
from benchmarks.queries import Query
from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.reading import Limits
from dsr_desktop.services.importing import ImportOptions, import_paths
from dsr_desktop.services.register import open_register
from dsr_desktop.services.searching import search

_REGISTER = "register.dsr"
_NEVER = 36_000.0


def prepare(folder: str, path: str) -> Result:
    """Import the list into a register in `folder`, however long it takes."""
    started = time.perf_counter()
    with closing(new_register(Path(folder, _REGISTER))) as register:
        limits = Limits(seconds=_NEVER)
        import_paths(register, [Path(path)], ImportOptions(), date(2026, 11, 2), limits=limits)
    return {"seconds": time.perf_counter() - started}


def ask_all(folder: str, passes: int) -> Result:
    """Search the register, the best hits as the search page shows them."""
    with closing(open_register(Path(folder, _REGISTER), PASSPHRASE)) as register:

        def answer(query: Query) -> list[int]:
            result = search(register, make_criteria({query.criterion: query.text}), limit=HITS)
            return [hit.place.row.n for hit in result.hits]

        return ask(folder, answer, passes)
