"""Mappings of columns: read from a file, remembered in the register, written to a file."""

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from dsr_desktop.domain.errors import InvalidInputError, NotFoundError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.mapping import Mappings, SheetLayout, SheetMapping, as_followed
from dsr_desktop.domain.mapping_file import mappings_from_text, mappings_to_document
from dsr_desktop.domain.marking import mark
from dsr_desktop.services.folders import is_among
from dsr_desktop.services.given_files import read_file_text
from dsr_desktop.services.register import Register, register_files
from dsr_desktop.store.mappings import (
    RememberedMapping,
    delete_mapping,
    read_mappings,
    write_mapping,
)
from dsr_desktop.writers.atomic import whole_file

__all__ = [
    "RememberedMapping", "export_mappings", "forget_mapping", "list_mappings",
    "log_skipped_columns", "mappings_for", "read_mapping_file", "remember_followed", "save_mappings",
    "unfollowed",
]  # fmt: skip
_MOST_BYTES = 10_000_000


def read_mapping_file(path: Path, register: Register | None = None) -> tuple[SheetMapping, ...]:
    """Read the mappings of a file that `mapping export` made, or somebody by hand.

    Files of the `register` that is open are not touched: to open and close one would give up its
    locks. Raises InvalidInputError that names the file, and the entry that is wrong.
    """
    if register is not None and is_among(path, register_files(register.path)):
        raise InvalidInputError(
            mark("{name} belongs to the open register. Choose another file."), name=path.name
        )
    try:
        text = read_file_text(path, _MOST_BYTES)
    except (OSError, ValueError) as error:
        raise InvalidInputError(
            mark("{name} cannot be read as UTF-8 text. Check the path."), name=path.name
        ) from error
    return mappings_from_text(text, path.name)


def list_mappings(register: Register) -> tuple[RememberedMapping, ...]:
    """Return every mapping that the register remembers, oldest first."""
    return read_mappings(register.database)


def export_mappings(register: Register, path: Path) -> int:
    """Write all remembered mappings to a file, whole or not at all; returns how many.

    Raises what `save_mappings` raises.
    """
    known = [one.mapping for one in read_mappings(register.database)]
    save_mappings(register, known, path)
    return len(known)


def save_mappings(register: Register, mappings: Sequence[SheetMapping], path: Path) -> None:
    """Write mappings to a file, whole or not at all.

    An earlier file of mappings gives way, any other stays: raises InvalidInputError then, and
    OutputFileError if the file cannot be written.
    """
    _check_replaceable(register, path)
    text = json.dumps(mappings_to_document(mappings), ensure_ascii=False, indent=1)
    with whole_file(path) as file:
        file.write(text.encode() + b"\n")


def forget_mapping(register: Register, mapping_id: int) -> None:
    """Forget a mapping: the next sheet of its kind is recognised anew. NotFoundError without it."""
    with register.database.transaction():
        if not delete_mapping(register.database, mapping_id):
            raise NotFoundError(
                mark("There is no mapping {id}. Take one from the list of mappings."),
                id=str(mapping_id),
            )
        register.log(EventKind.MAPPING_FORGOTTEN, mapping=mapping_id)


def mappings_for(register: Register, chosen: Sequence[SheetMapping]) -> Mappings:
    """Return the mappings that an import follows: those chosen for it, then those remembered."""
    remembered = (one.mapping for one in read_mappings(register.database))
    return Mappings(
        {one.fingerprint: one for one in chosen}, {one.fingerprint: one for one in remembered}
    )


def remember_followed(register: Register, layouts: Iterable[SheetLayout]) -> None:
    """Remember what was chosen for the sheets just stored, for the next of their kind."""
    followed = {one.fingerprint: one for one in layouts if one.is_chosen}
    at = datetime.now(UTC).isoformat(timespec="seconds")
    for layout in followed.values():
        write_mapping(register.database, as_followed(layout), at, register.actor)
    if followed:
        register.log(EventKind.MAPPINGS_REMEMBERED, fingerprints=sorted(followed))


def unfollowed(mappings: Mappings, layouts: Iterable[SheetLayout]) -> tuple[str, ...]:
    """Return the fingerprints of mappings chosen that no sheet followed."""
    followed = {one.fingerprint for one in layouts if one.is_chosen}
    return tuple(one for one in mappings.chosen if one not in followed)


def log_skipped_columns(register: Register, source_id: int, layouts: Sequence[SheetLayout]) -> None:
    """Log each column whose cells were not stored, by its place and by what it holds."""
    for n, layout in enumerate(layouts, 1):
        for column in layout.columns:
            if column.is_skipped:
                register.log(
                    EventKind.COLUMN_SKIPPED, source=source_id, sheet=n, column=column.number,
                    holds=column.undeclared, remembered=layout.is_remembered,
                )  # fmt: skip


def _check_replaceable(register: Register, path: Path) -> None:
    """Keep somebody's list from being overwritten by what its columns mean."""
    try:
        if not path.is_file() or not path.stat().st_size:
            return
        read_mapping_file(path, register)
    except (InvalidInputError, OSError) as error:
        raise InvalidInputError(
            mark("{name} is there already and is no mapping file. Choose another name."),
            name=path.name,
        ) from error
