"""Cleans OpenDocument spreadsheets, zipped (ods) and flat (fods); rows and styles stay.

OpenDocument 1.3 part 3: 9 (tables), 14.1 (annotations), 5.5 (tracked changes).
"""

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from dsr_desktop.cleaners.markup import decoded, edited, elements
from dsr_desktop.cleaners.needles import Needles, needles_of, scrubbed
from dsr_desktop.cleaners.obstacles import CannotCleanError
from dsr_desktop.cleaners.open_document_rows import empty_tables
from dsr_desktop.cleaners.zipped import Parts, open_parts
from dsr_desktop.domain.cleaning import Obstacle, Orders

_CONTENT, _MANIFEST = "content.xml", "meta-inf/manifest.xml"
_SIGNATURES = "meta-inf/documentsignatures.xml"
_THUMBNAILS, _PICTURES_OF_OBJECTS = "thumbnails/", "objectreplacements/"


def clean_zipped(path: Path, out: BinaryIO, orders: Orders, on_part: Callable[[], None]) -> Needles:
    """Write the ods file at `path` to `out` with the cells that `orders` names emptied.

    Returns the texts that no cell holds any more. CannotCleanError for a file that is locked, signed
    or damaged, and for cells that cannot be changed alone.
    """
    with open_parts(path) as parts:
        _refuse(parts)
        markup = decoded(parts.read(_CONTENT))
        text, needles = _cleaned(markup.text, orders)
        parts.change(_CONTENT, markup.encoded(text))
        changed = _scrub(parts, needles, on_part)
        _drop_pictures(parts, changed)
        parts.write(out, on_part)
    return needles


def clean_flat(path: Path, out: BinaryIO, orders: Orders) -> Needles:
    """Do the same with a flat document (fods)."""
    markup = decoded(path.read_bytes())
    text, needles = _cleaned(markup.text, orders)
    out.write(markup.encoded(text))
    return needles


def _refuse(parts: Parts) -> None:
    if _SIGNATURES in parts:
        raise CannotCleanError(Obstacle.SIGNED)
    if _CONTENT not in parts:
        raise CannotCleanError(Obstacle.DAMAGED)
    if _MANIFEST in parts and b"encryption-data" in parts.read(_MANIFEST):
        raise CannotCleanError(Obstacle.LOCKED)


def _cleaned(text: str, orders: Orders) -> tuple[str, Needles]:
    done = empty_tables(text, orders)
    needles = needles_of(done.texts)
    needles = needles.without(done.staying(needles))
    left = scrubbed(done.text, needles, done.cells())
    return _without_changes(left, done.text), needles


def _without_changes(text: str, before: str) -> str:
    """Accept the tracked changes if one of them keeps what a cell held: half of one would be none."""
    kept = [text[one.start : one.end] for one in elements(text, "tracked-changes")]
    if kept == [before[one.start : one.end] for one in elements(before, "tracked-changes")]:
        return text
    return edited(text, [(one.start, one.end, "") for one in elements(text, "tracked-changes")])


def _scrub(parts: Parts, needles: Needles, on_part: Callable[[], None]) -> set[str]:
    changed = set()
    for name in parts.names:
        if not name.endswith((".xml", ".rdf")) or name in {_CONTENT, _MANIFEST}:
            continue
        on_part()
        try:
            markup = decoded(parts.read(name))
        except CannotCleanError:
            continue  # what it holds is looked for at the end, byte by byte
        left = scrubbed(markup.text, needles, numbers=True)
        if left != markup.text:
            parts.change(name, markup.encoded(left))
            changed.add(name)
    return changed


def _drop_pictures(parts: Parts, changed: set[str]) -> None:
    """Leave out pictures that are made anew: of the first page, and of charts that changed."""
    objects = {name.partition("/")[0] for name in changed if "/" in name}
    gone = [
        name
        for name in parts.names
        if name.startswith(_THUMBNAILS)
        or (name.startswith(_PICTURES_OF_OBJECTS) and name.rpartition("/")[2] in objects)
    ]
    for name in gone:
        parts.drop(name)
    if gone and _MANIFEST in parts:
        markup = decoded(parts.read(_MANIFEST))
        listed = [
            (one.start, one.end, "")
            for one in elements(markup.text, "file-entry")
            if one.attributes.get("full-path", "").lower() in gone
        ]
        parts.change(_MANIFEST, markup.encoded(edited(markup.text, listed)))
