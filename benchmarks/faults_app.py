"""Kills imports and looks at what is left: each round must leave all or nothing, and no trace.

Linux only: it looks for stray processes in /proc.
"""

import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.empty_register import PASSPHRASE, new_register
from benchmarks.faults_victim import COMMITTING, DAY, READY
from benchmarks.killing import Kill, Round
from benchmarks.lists import people, write_csv, write_xlsx
from benchmarks.measure import ROOT, descendants
from dsr_desktop.domain.reading import Problem
from dsr_desktop.services.importing import ImportOptions, import_paths
from dsr_desktop.services.register import Register, keys_path, open_register
from dsr_desktop.services.verifying import verify
from dsr_desktop.wording.reading import problem_sentence

SEED = 20261116
POINTS = ("time", "open", "batch", "commit", "committing", "committed")
_READER_POINTS = ("time", "batch")
_LONGEST_COMMIT = 0.02
_PATIENCE = 20.0
_KILLED = {problem_sentence(one) for one in (Problem.TOO_MUCH_MEMORY, Problem.READER_DIED)}


@dataclass(frozen=True)
class Undisturbed:
    """An import that nobody disturbs: what it takes, passes and leaves."""

    seconds: float
    passed: Mapping[str, int]
    files: Mapping[str, list[str]]
    rows: str
    before: str


def planned(rounds: int, seed: int = SEED) -> Iterator[Kill]:
    """Yield the kills of each round: app and reader in turn, all points alike."""
    dice = random.Random(seed)
    for number in range(rounds):
        points, target = (POINTS, "app") if number % 2 == 0 else (_READER_POINTS, "reader")
        yield Kill(target, points[number // 2 % len(points)], dice.random())


class Scene:
    """A folder with lists, a register to be copied for each round, and room for temporary files."""

    def __init__(self, folder: Path, rows: int) -> None:
        self.folder = folder
        self.lists, self.temp = folder / "lists", folder / "temp"
        self._template, self._place = folder / "template.dsr", folder / "register"
        for made in (self.lists, self.temp):
            made.mkdir(parents=True)
        _write_lists(self.lists, rows)
        _make_template(self._template, folder)
        self.undisturbed = self._run_undisturbed()

    def play(self, kill: Kill) -> Round:
        """Kill an import, then look at all that is left and import again."""
        played = Round(kill)
        register = self._fresh_register()
        told = self._run(register, kill)
        played.must(not self._strays(), "a process was left running")
        if kill.target == "reader":
            self._check_report(played, told)
        self._check_register(played, register)
        self._check_leftovers(played, register)
        return played

    def _run_undisturbed(self) -> Undisturbed:
        path = self._fresh_register()
        with closing(open_register(path, PASSPHRASE)) as register:
            before = contents(register)
        told = self._run(path, Kill("app", "nobody", 0.0))
        with closing(open_register(path, PASSPHRASE)) as register:
            rows = stored_rows(register)
        return Undisturbed(told["seconds"], told["passed"], told["files"], rows, before)

    def _fresh_register(self) -> Path:
        shutil.rmtree(self._place, ignore_errors=True)
        self._place.mkdir()
        path = self._place / "register.dsr"
        shutil.copy(self._template, path)
        shutil.copy(keys_path(self._template), keys_path(path))
        return path

    def _run(self, register: Path, kill: Kill) -> dict[str, Any]:
        turn = 0
        if kill.point in {"open", "batch", "commit", "committed"}:
            turn = 1 + int(kill.share * self.undisturbed.passed[kill.point])
        words = [str(register), str(self.lists), kill.target, kill.point, str(turn)]
        with subprocess.Popen(
            [sys.executable, "-m", "benchmarks.faults_victim", *words], cwd=ROOT,
            env={**os.environ, "TMPDIR": str(self.temp)}, stdout=subprocess.PIPE, encoding="utf-8",
        ) as process:  # fmt: skip
            said = self._watch(process, kill)
        self._await_strays()
        return json.loads(said) if process.returncode == 0 else {"code": process.returncode}

    def _watch(self, process: "subprocess.Popen[str]", kill: Kill) -> str:
        """Kill at a time or during the commit; return the last line that was said."""
        assert process.stdout is not None
        said = ""
        for line in process.stdout:
            said = line.strip()
            if said == READY and kill.point == "time":
                time.sleep(kill.share * self.undisturbed.seconds)
                _kill(process, kill.target)
            elif said == COMMITTING and kill.point == "committing":
                time.sleep(kill.share * _LONGEST_COMMIT)
                _kill(process, kill.target)
        return said

    def _strays(self) -> list[int]:
        """Ids of processes of this scene: they inherit its place for temporary files."""
        mark = f"TMPDIR={self.temp}".encode()
        return [int(one.name) for one in Path("/proc").glob("[0-9]*") if mark in _environment(one)]

    def _await_strays(self) -> None:
        end = time.monotonic() + _PATIENCE
        while self._strays() and time.monotonic() < end:
            time.sleep(0.01)

    def _check_report(self, played: Round, told: Mapping[str, Any]) -> None:
        """A reader that is killed costs one file at most, which is named with a reason."""
        files = told.get("files")
        if files is None:
            played.wrong.append(f"the app ended with {told.get('code')}")
            return
        others = {
            name: found for name, found in files.items() if found != self.undisturbed.files[name]
        }
        named = all(found[0] == "unreadable" and found[1] in _KILLED for found in others.values())
        played.must(len(others) <= 1 and named, f"files ended as {others}")
        played.outcome = "reader killed, file named" if others else "reader killed, nothing lost"

    def _check_register(self, played: Round, path: Path) -> None:
        expected = self.undisturbed
        with closing(open_register(path, PASSPHRASE)) as register:
            played.must(verify(register).sound, "the register is not sound")
            if played.kill.target == "app":
                is_before = contents(register) == expected.before
                is_after = stored_rows(register) == expected.rows
                played.must(is_before or is_after, "the register is neither as before nor as after")
                played.outcome = "died before the commit" if is_before else "died after the commit"
            import_paths(register, [self.lists], ImportOptions(), DAY)
            played.must(stored_rows(register) == expected.rows, "other rows than undisturbed")
            played.must(verify(register).sound, "the register is not sound after the second import")

    def _check_leftovers(self, played: Round, register: Path) -> None:
        left = sorted(one.name for one in self.temp.iterdir())
        played.must(not left, f"left in temp: {left}")
        beside = sorted(one.name for one in register.parent.iterdir())
        played.must(beside == [register.name, keys_path(register).name], f"left beside: {beside}")
        found = sorted(one.name for one in self.lists.iterdir())
        played.must(found == sorted(self.undisturbed.files), f"among the lists: {found}")


def kill_again_and_again(folder: str, rows: int, rounds: int, seed: int = SEED) -> dict[str, Any]:
    """Play `rounds` in a new scene; seconds, outcomes by kind, and what went wrong."""
    started = time.perf_counter()
    scene = Scene(Path(folder), rows)
    played = [scene.play(kill) for kill in planned(rounds, seed)]
    return {
        "seconds": time.perf_counter() - started,
        "outcomes": Counter(one.outcome for one in played),
        "failures": [f"{one.kill}: {', '.join(one.wrong)}" for one in played if one.wrong],
    }


def contents(register: Register) -> str:
    """Digest of everything in the register, table by table; the index of words is `verify`'s."""
    query = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
    connection = register.database.connection
    names = sorted(name for (name,) in connection.execute(query))
    return _digest(row for name in names for row in connection.execute(f'SELECT * FROM "{name}"'))


_STORED = (
    "SELECT source.name, sha256, status, source.row_count, sheet.name, sheet.hidden, columns, n, "
    "row.hidden, cells, typed, notes, (SELECT group_concat(kind || key || col) FROM ident "
    "WHERE ident.row = row.id) FROM source LEFT JOIN sheet ON source_id = source.id "
    "LEFT JOIN row ON sheet_id = sheet.id ORDER BY source.name, sheet.id, n"
)


def stored_rows(register: Register) -> str:
    """Digest of all files and rows with their keys, whatever their ids are."""
    return _digest(register.database.connection.execute(_STORED))


def _digest(rows: Iterator[object]) -> str:
    digest = hashlib.sha256()
    for row in rows:
        digest.update(repr(row).encode())
    return digest.hexdigest()


def _kill(process: "subprocess.Popen[str]", target: str) -> None:
    victims = [process.pid] if target == "app" else descendants(process.pid)
    for victim in victims:
        try:
            os.kill(victim, signal.SIGKILL)
        except ProcessLookupError:  # it came to its end just now
            continue


def _environment(process: Path) -> bytes:
    """What a living process inherited; nothing of one that only waits to be counted as dead."""
    try:
        return process.joinpath("environ").read_bytes()
    except OSError:
        return b""


def _write_lists(folder: Path, rows: int) -> None:
    write_csv(folder / "crm.csv", people(rows), rows)
    write_xlsx(folder / "clients.xlsx", people(rows // 2, 7), rows // 2)
    cards = (f"BEGIN:VCARD\r\nFN:{one.given} {one.family}\r\nEND:VCARD\r\n" for one in people(50))
    (folder / "friends.vcf").write_text("".join(cards), encoding="utf-8")
    (folder / "cut off.xlsx").write_bytes(b"PK\x03\x04")


def _make_template(path: Path, folder: Path) -> None:
    """Make a register that holds a list already."""
    earlier = folder / "earlier.csv"
    write_csv(earlier, people(100, 3), 100)
    with closing(new_register(path)) as register:
        import_paths(register, [earlier], ImportOptions(), DAY)
