#!/usr/bin/env python3
"""Checks a dossier: its files against the manifest, its event log against itself and a fingerprint.

It needs Python 3.9 or later and nothing else, and runs beside the files or on the ZIP:

    python3 verify_dossier.py [--fingerprint 0123456789abcdef] [--lang fr|en] [FOLDER or ZIP]

The fingerprint stands at the foot of every letter, report and checklist of the same register.
Exit code: 0 if nothing is wrong, 1 if something is, 2 for a wrong use.

How the log is made: each line of events.jsonl is one event as JSON. `hash` is the SHA-256, in
hexadecimal, of `prev_hash` followed by the rest of the event ("seq", "at", "actor", "kind", "ref",
"payload") as JSON in UTF-8, keys sorted, no blanks, no escapes beyond those that JSON demands.
`prev_hash` is the `hash` of the line before; that of the first event is 64 zeros.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

MANIFEST = "manifest-sha256.txt"
EVENTS = "events.jsonl"
GENESIS = "0" * 64
HASHED = ("seq", "at", "actor", "kind", "ref", "payload")
SHORTEST = 16
LEFT_BY_DESKTOPS = {".DS_Store", "Thumbs.db", "desktop.ini"}

WORDS = {
    "en": {
        "unreadable": "{path} is no dossier: no folder and no ZIP that can be read.",
        "no_manifest": "{name} is missing: the files cannot be checked.",
        "manifest_line": "{name}, line {n}: not a checksum and a path.",
        "missing": "{path} is missing.",
        "added": "{path} was added: the manifest does not name it.",
        "changed": "{path} was changed: its checksum is another one.",
        "files": "Files: {n} checked against the manifest.",
        "no_events": "{name} is missing: the event log cannot be checked.",
        "empty_events": "{name} is empty: the event log was cut off.",
        "line": "{name}, line {n}: not an event.",
        "order": "Event log, line {n}: event {seq} stands where event {n} belongs. "
        "A row was removed, added or moved.",
        "link": "Event log, event {n}: it does not follow the event before it.",
        "content": "Event log, event {n}: its content was changed.",
        "events": "Event log: {n} events, each follows the one before.",
        "head": "Fingerprint of the last event: {head}",
        "ask": "Fingerprint on a letter or report (Enter to skip): ",
        "same": "The fingerprint is that of the last event: nothing was cut off.",
        "earlier": "The fingerprint is that of event {n}; {more} more followed it. "
        "Up to there nothing was cut off.",
        "unknown": "No event has the fingerprint {typed}. The end of the log was cut off, or the "
        "fingerprint was mistyped or belongs to another register.",
        "wrong": "A fingerprint has 16 to 64 signs, 0-9 and a-f.",
        "not_compared": "Not compared with a fingerprint from outside: a log that was cut at its "
        "end, or made anew, would not be noticed.",
        "sound": "RESULT: nothing is wrong.",
        "broken": "RESULT: the dossier is NOT as it was made.",
    },
    "fr": {
        "unreadable": "{path} n’est pas un dossier : ni répertoire ni ZIP lisible.",
        "no_manifest": "{name} manque : les fichiers ne peuvent pas être vérifiés.",
        "manifest_line": "{name}, ligne {n} : ce n’est pas une empreinte suivie d’un chemin.",
        "missing": "{path} manque.",
        "added": "{path} a été ajouté : le manifeste ne le nomme pas.",
        "changed": "{path} a été modifié : son empreinte est différente.",
        "files": "Fichiers : {n} vérifiés d’après le manifeste.",
        "no_events": "{name} manque : le journal ne peut pas être vérifié.",
        "empty_events": "{name} est vide : le journal a été coupé.",
        "line": "{name}, ligne {n} : ce n’est pas un événement.",
        "order": "Journal, ligne {n} : l’événement {seq} est à la place de l’événement {n}. "
        "Une ligne a été retirée, ajoutée ou déplacée.",
        "link": "Journal, événement {n} : il ne suit pas l’événement précédent.",
        "content": "Journal, événement {n} : son contenu a été modifié.",
        "events": "Journal : {n} événements, chacun suit le précédent.",
        "head": "Empreinte du dernier événement : {head}",
        "ask": "Empreinte lue sur une lettre ou un rapport (Entrée pour passer) : ",
        "same": "L’empreinte est celle du dernier événement : rien n’a été coupé.",
        "earlier": "L’empreinte est celle de l’événement {n} ; {more} autres l’ont suivi. "
        "Jusque-là, rien n’a été coupé.",
        "unknown": "Aucun événement n’a l’empreinte {typed}. La fin du journal a été coupée, ou "
        "l’empreinte est mal saisie ou vient d’un autre registre.",
        "wrong": "Une empreinte a de 16 à 64 signes, 0-9 et a-f.",
        "not_compared": "Pas de comparaison avec une empreinte extérieure : un journal coupé à sa "
        "fin, ou refait, ne se verrait pas.",
        "sound": "RÉSULTAT : rien d’anormal.",
        "broken": "RÉSULTAT : le dossier n’est PAS tel qu’il a été fait.",
    },
}


class NoDossier(Exception):
    """What was named cannot be read as a dossier."""


def read_folder(folder: Path) -> dict[str, bytes]:
    """Return the content of every file below a folder, by its path with slashes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in LEFT_BY_DESKTOPS
    }


def read_zip(path: Path) -> dict[str, bytes]:
    """Return the content of every file of a ZIP, by its path below the one folder in it."""
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if not name.endswith("/")]
        tops = {name.split("/", 1)[0] for name in names if "/" in name}
        top = tops.pop() + "/" if len(tops) == 1 and all("/" in name for name in names) else ""
        if len(set(names)) != len(names):
            raise NoDossier
        return {name[len(top) :]: archive.read(name) for name in names}


def read_dossier(path: Path) -> dict[str, bytes]:
    """Return the files of a dossier; NoDossier if there is none."""
    try:
        if path.is_dir():
            return read_folder(path)
        return read_zip(path)
    except (OSError, ValueError, NotImplementedError, RuntimeError, zipfile.BadZipFile) as error:
        raise NoDossier from error


def check_manifest(files: dict[str, bytes], say: Callable[..., None]) -> bool:
    """Compare every file with the manifest; returns whether all agree."""
    if MANIFEST not in files:
        say("no_manifest", name=MANIFEST)
        return False
    listed, sound = {}, True
    for n, line in enumerate(files[MANIFEST].decode("utf-8", "replace").splitlines(), 1):
        found = re.fullmatch(r"([0-9a-f]{64})  (.+)", line)
        if found and found[2] not in listed:
            listed[found[2]] = found[1]
        else:
            say("manifest_line", name=MANIFEST, n=n)
            sound = False
    for path in sorted(set(listed) | (set(files) - {MANIFEST})):
        problem = _problem_of(path, listed, files)
        if problem:
            say(problem, path=path)
            sound = False
    if sound:
        say("files", n=len(listed))
    return sound


def _problem_of(path: str, listed: dict[str, str], files: dict[str, bytes]) -> str:
    if path not in files:
        return "missing"
    if path not in listed:
        return "added"
    return "" if hashlib.sha256(files[path]).hexdigest() == listed[path] else "changed"


def canonical(content: dict[str, Any]) -> str:
    """Write JSON in the one form that is hashed."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def read_event(line: str) -> dict[str, Any] | None:
    """Return an event from its line, None for a line that is none."""
    try:
        event = json.loads(line)
    except ValueError:
        return None
    is_event = isinstance(event, dict) and set(event) == {*HASHED, "prev_hash", "hash"}
    return event if is_event else None


def problem_of_event(event: dict[str, Any] | None, n: int, prev_hash: str) -> str:
    """Return what is wrong with the event in line `n`, "" if nothing is."""
    if event is None:
        return "line"
    if event["seq"] != n:
        return "order"
    if event["prev_hash"] != prev_hash:
        return "link"
    text = prev_hash + canonical({key: event[key] for key in HASHED})
    digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    return "" if event["hash"] == digest else "content"


def check_events(files: dict[str, bytes], say: Callable[..., None]) -> list[str] | None:
    """Follow the chain; returns the hashes of its events, None if it is broken."""
    if EVENTS not in files:
        say("no_events", name=EVENTS)
        return None
    hashes: list[str] = []
    lines = files[EVENTS].decode("utf-8", "replace").split("\n")
    for n, line in enumerate(lines[:-1] if lines[-1] == "" else lines, 1):
        event = read_event(line)
        problem = problem_of_event(event, n, hashes[-1] if hashes else GENESIS)
        if event is None or problem:
            say(problem, name=EVENTS, n=n, seq=event["seq"] if event else "")
            return None
        hashes.append(event["hash"])
    if not hashes:
        say("empty_events", name=EVENTS)
        return None
    say("events", n=len(hashes))
    say("head", head=hashes[-1][:SHORTEST])
    return hashes


def check_fingerprint(hashes: list[str], typed: str, say: Callable[..., None]) -> bool:
    """Look for the event with a fingerprint that was kept elsewhere; returns whether it is there."""
    wanted = "".join(typed.split()).lower()
    if not re.fullmatch(r"[0-9a-f]{16,64}", wanted):
        say("wrong")
        return False
    for n, one in enumerate(hashes, 1):
        if one.startswith(wanted):
            more = len(hashes) - n
            say("earlier" if more else "same", n=n, more=more)
            return True
    say("unknown", typed=wanted)
    return False


def check(path: Path, typed: str, say: Callable[..., None], ask: Callable[[], str]) -> bool:
    """Check a dossier; returns whether nothing is wrong with it."""
    try:
        files = read_dossier(path)
    except NoDossier:
        say("unreadable", path=path)
        return False
    sound = check_manifest(files, say)
    hashes = check_events(files, say)
    if hashes is None:
        return False
    typed = typed or ask()
    if not typed:
        say("not_compared")
        return sound
    return check_fingerprint(hashes, typed, say) and sound


def language_of(environment: Mapping[str, str]) -> str:
    """Return "fr" or "en", as the variables of the system say."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return "fr" if environment[name].lower().startswith("fr") else "en"
    return "en"


def main(arguments: Sequence[str]) -> int:
    """Check the dossier that the arguments name; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("dossier", nargs="?", type=Path, default=Path(__file__).resolve().parent)
    parser.add_argument("--fingerprint", default="")
    parser.add_argument("--lang", choices=sorted(WORDS), default=language_of(os.environ))
    given = parser.parse_args(arguments)
    words = WORDS[given.lang]

    def say(what: str, **named: object) -> None:
        sys.stdout.write(words[what].format(**named) + "\n")

    def ask() -> str:
        try:
            return input(words["ask"]).strip() if sys.stdin and sys.stdin.isatty() else ""
        except EOFError:
            return ""

    sound = check(given.dossier, given.fingerprint, say, ask)
    say("sound" if sound else "broken")
    return 0 if sound else 1


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(main(sys.argv[1:]))
