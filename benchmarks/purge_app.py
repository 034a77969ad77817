"""What purge measures of the app: an erasure in a register of many rows, and its floor."""

import shutil
import time
from contextlib import closing
from datetime import date
from pathlib import Path
from statistics import median

from benchmarks.empty_register import PASSPHRASE, new_register
from benchmarks.measure import Result
from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.reading import Limits
from dsr_desktop.domain.request import Channel, Decision, Right
from dsr_desktop.services.erasing import erase
from dsr_desktop.services.gone_places import say_gone
from dsr_desktop.services.handling import decide, new_request
from dsr_desktop.services.importing import ImportOptions, import_paths
from dsr_desktop.services.register import Register, keys_path, open_register
from dsr_desktop.services.rescanning import rescan
from dsr_desktop.services.reviewing import find_person, judge_hits
from dsr_desktop.services.verifying import verify

DAY = date(2026, 11, 16)
_NEVER = 36_000.0
_SOMEBODY = "SELECT key FROM ident WHERE kind = 1 GROUP BY key HAVING count(*) = 1 LIMIT 1"


def erase_one(folder: str, path: str, rounds: int) -> Result:
    """Erase somebody `rounds` times, each time in a fresh copy; medians of the stages in seconds."""
    template = Path(folder, "template.dsr")
    listed = Path(folder, "list.csv")
    shutil.copy(path, listed)
    with closing(new_register(template)) as register:
        limits = Limits(seconds=_NEVER)
        import_paths(register, [listed], ImportOptions(), DAY, limits=limits)
        _ask(register, listed)
    played = [_one(template, Path(folder, f"{number}.dsr")) for number in range(rounds)]
    medians = {name: median(one[name] for one in played) for name in played[0]}
    return {"seconds": medians.pop("all"), "stages": medians}


def _ask(register: Register, listed: Path) -> None:
    (email,) = register.database.connection.execute(_SOMEBODY).fetchone()
    criteria = make_criteria({"email": email})
    view = new_request(register, [Right.ERASURE], criteria, DAY, Channel.WEB_FORM, DAY)
    ref = view.request.ref
    find_person(register, ref, DAY)
    judge_hits(register, ref, confirm_strong=True, today=DAY)
    decide(register, ref, Right.ERASURE, Decision.GRANTED, DAY)
    listed.unlink()
    say_gone(register, listed, "measured", DAY)
    rescan(register, ref)


def _one(template: Path, path: Path) -> dict[str, float]:
    shutil.copy(template, path)
    shutil.copy(keys_path(template), keys_path(path))
    moments: dict[str, float] = {}
    with closing(open_register(path, PASSPHRASE)) as register:
        (ref,) = register.database.connection.execute("SELECT ref FROM request").fetchone()
        copy = path.with_suffix(".copy")
        begun = time.perf_counter()
        register.database.connection.execute("VACUUM INTO ?", (str(copy),))
        floor = time.perf_counter() - begun
        begun = time.perf_counter()
        erase(
            register, ref, DAY,
            progress=lambda done, _total, _what: moments.__setitem__(
                f"until stage {done}", time.perf_counter() - begun
            ),
        )  # fmt: skip
        moments |= {"all": time.perf_counter() - begun, "floor: a copy of the file": floor}
        if not verify(register).sound:
            raise RuntimeError("the register is not sound")
    for one in (path, keys_path(path), copy):
        one.unlink()
    return moments
