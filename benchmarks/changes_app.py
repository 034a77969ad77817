"""Kills changes of a register and looks at what is left: all or nothing, and no trace. Linux only."""

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

from benchmarks.changes_victim import BACKUP, CHANGES, COPY, LIST, NEWER, OUT
from benchmarks.empty_register import PASSPHRASE, new_register
from benchmarks.faults_app import SEED, stored_rows
from benchmarks.faults_victim import DAY, READY
from benchmarks.killing import Kill, Round
from benchmarks.lists import people, write_csv
from benchmarks.measure import ROOT
from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.services.backing_up import look_into_backup
from dsr_desktop.services.handling import new_request
from dsr_desktop.services.importing import ImportOptions, import_paths
from dsr_desktop.services.register import Register, keys_path, open_register
from dsr_desktop.services.reviewing import find_person, judge_hits
from dsr_desktop.services.settling import settle_at_opening
from dsr_desktop.services.verifying import verify
from dsr_desktop.store.events import events

POINTS = ("time", "commit", "open", "rename")
_SEEDS = {LIST: 1, NEWER: 1, COPY: 5}


@dataclass(frozen=True)
class State:
    """What a register holds: its rows, and the kinds of its events."""

    rows: str
    events: tuple[str, ...]


@dataclass(frozen=True)
class Undisturbed:
    """A change that nobody disturbs: what it takes, passes and leaves."""

    seconds: float
    passed: Mapping[str, int]
    after: State
    files: Mapping[str, bytes]


def planned(rounds: int, seed: int = SEED) -> Iterator[Kill]:
    """Yield the kills of each round: all changes in turn, all points alike."""
    dice = random.Random(seed)
    changes = tuple(CHANGES)
    for number in range(rounds):
        point = POINTS[number // len(changes) % len(POINTS)]
        yield Kill(changes[number % len(changes)], point, dice.random())


class Scene:
    """A folder with lists, and a register to be copied for each round."""

    def __init__(self, folder: Path, rows: int) -> None:
        self.temp = folder / "temp"
        self._lists, self._place = folder / "lists", folder / "place"
        self._template = folder / "template.dsr"
        for made in (self.temp, self._lists):
            made.mkdir(parents=True)
        for name, seed in _SEEDS.items():
            write_csv(self._lists / name, people(rows + (name == NEWER), seed), rows)
        self._rows = rows
        self._fresh_place()
        self.before = self._make_template()
        self.undisturbed = {change: self._run_undisturbed(change) for change in CHANGES}

    def play(self, kill: Kill) -> Round:
        """Kill a change, look at all that is left, and make the change if it was not made."""
        played = Round(kill)
        self._run(kill)
        with closing(open_register(self._register, PASSPHRASE)) as register:
            settle_at_opening(register)
            self._check(played, register)
        beside = sorted(one.name for one in self._register.parent.iterdir())
        names = [self._register.name, keys_path(self._register).name]
        played.must(beside == names, f"left beside: {beside}")
        played.must(not list(self.temp.iterdir()), "something was left in temp")
        return played

    @property
    def _register(self) -> Path:
        return self._place / "register" / "register.dsr"

    @property
    def _out(self) -> Path:
        return self._place / "lists" / OUT

    def _check(self, played: Round, register: Register) -> None:
        change = played.kill.target
        expected = self.undisturbed[change]
        played.must(verify(register).sound, "the register is not sound")
        state = _state(register, expected.after.events)
        is_before, is_after = state == self.before, state == expected.after
        played.must(is_before or is_after, "the register is neither as before nor as after")
        played.outcome = f"{change} died {'before' if is_before else 'after'} the commit"
        if is_before:
            left = sorted(_files(self._out))
            played.must(not left, f"written were {left}")
            self._repeat(played, register)
        else:
            self._check_written(played)

    def _repeat(self, played: Round, register: Register) -> None:
        change = played.kill.target
        CHANGES[change](register, self._place / "lists")
        after = self.undisturbed[change].after
        played.must(_state(register, after.events) == after, "not as undisturbed when repeated")
        played.must(verify(register).sound, "the register is not sound after the repetition")
        self._check_written(played)

    def _is_backed_up(self) -> bool:
        """Tell whether there is a whole backup: what is found of it is then looked into."""
        backup = self._out / BACKUP
        return backup.is_file() and look_into_backup(backup, PASSPHRASE).sound

    def _check_written(self, played: Round) -> None:
        """Copies are as they are undisturbed; a backup holds its own moment, and is sound."""
        found, expected = _files(self._out), self.undisturbed[played.kill.target].files
        if played.kill.target == "backup":
            played.must(found.keys() == expected.keys(), f"written were {sorted(found)}")
            played.must(self._is_backed_up(), "the backup is not sound")
        else:
            played.must(found == expected, f"written were {sorted(found)}")

    def _run_undisturbed(self, change: str) -> Undisturbed:
        told = self._run(Kill(change, "nobody", 0.0))
        with closing(open_register(self._register, PASSPHRASE)) as register:
            after = _state(register)
        return Undisturbed(told["seconds"], told["passed"], after, _files(self._out))

    def _fresh_place(self) -> None:
        shutil.rmtree(self._place, ignore_errors=True)
        shutil.copytree(self._lists, self._place / "lists")
        self._register.parent.mkdir()

    def _make_template(self) -> State:
        lists = self._place / "lists"
        with closing(new_register(self._template)) as register:
            import_paths(register, [lists / LIST], ImportOptions(), DAY)
            import_paths(register, [lists / COPY], ImportOptions(kind="copy"), DAY)
            email = next(one.email for one in people(self._rows, _SEEDS[LIST]) if one.email)
            view = new_request(register, [Right.ERASURE], make_criteria({"email": email}), DAY,
                               Channel.POST, DAY)  # fmt: skip
            find_person(register, view.request.ref, DAY)
            judge_hits(register, view.request.ref, confirm_strong=True, today=DAY)
            return _state(register)

    def _run(self, kill: Kill) -> dict[str, Any]:
        self._fresh_place()
        shutil.copy(self._template, self._register)
        shutil.copy(keys_path(self._template), keys_path(self._register))
        turn = 0
        if kill.point not in {"time", "nobody"}:
            turn = 1 + int(kill.share * self.undisturbed[kill.target].passed.get(kill.point, 0))
        words = [
            kill.target,
            str(self._register),
            str(self._place / "lists"),
            kill.point,
            str(turn),
        ]
        with subprocess.Popen(
            [sys.executable, "-m", "benchmarks.changes_victim", *words], cwd=ROOT,
            env={**os.environ, "TMPDIR": str(self.temp)}, stdout=subprocess.PIPE, encoding="utf-8",
        ) as process:  # fmt: skip
            said = self._watch(process, kill)
        return json.loads(said) if process.returncode == 0 else {}

    def _watch(self, process: "subprocess.Popen[str]", kill: Kill) -> str:
        """Kill at a time; return the last line that was said."""
        assert process.stdout is not None
        said = ""
        for line in process.stdout:
            said = line.strip()
            if said == READY and kill.point == "time":
                time.sleep(kill.share * self.undisturbed[kill.target].seconds)
                os.kill(process.pid, signal.SIGKILL)
        return said


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


def _state(register: Register, known: tuple[str, ...] | None = None) -> State:
    """Return what a register holds; events of other kinds than `known` tell what was cleared away."""
    kinds = [str(one.kind) for one in events(register.database)]
    told = (kind for kind in kinds if known is None or kind in known)
    return State(stored_rows(register), tuple(told))


def _files(folder: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in folder.iterdir()} if folder.is_dir() else {}
