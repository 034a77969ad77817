"""Hands a secret to the person who passes it on by another channel (R-HND-2)."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark
from dsr_desktop.services.register import Register, register_files
from dsr_desktop.store.sources import read_sources

_PACKAGES = (".zip", ".pdf")


def check_passphrase_file(register: Register, file: Path) -> None:
    """Refuse a file for a passphrase that is something to keep, by whatever way it is named.

    Raises InvalidInputError for an archive or PDF (the package itself, or an earlier one), for the
    register and its key file, for an imported list (they are never changed), and for any file that
    is there already: it may hold the passphrase of an earlier package.
    """
    target = Path(os.path.realpath(file))
    names = (file.name, target.name)
    is_package = any(name.rstrip(". ").casefold().endswith(_PACKAGES) for name in names)
    if is_package or any(_is_same_file(target, kept) for kept in _files_to_keep(register)):
        raise InvalidInputError(
            mark(
                "The passphrase cannot be written to {name}: that is a package, the register or "
                "an imported list. Name another file, such as passphrase.txt."
            ),
            name=file.name,
        )
    if os.path.lexists(file):
        raise InvalidInputError(
            mark("{name} exists already and is not overwritten. Name another file."), name=file.name
        )


def write_passphrase(stream: BinaryIO, passphrase: str) -> None:
    """Write the passphrase alone, on a line of its own."""
    stream.write(passphrase.encode() + b"\n")


def _files_to_keep(register: Register) -> Iterator[Path]:
    yield from register_files(register.path)
    for source in read_sources(register.database):
        yield from map(Path, source.paths)


def _is_same_file(target: Path, kept: Path) -> bool:
    try:
        return target.samefile(kept)
    except OSError:  # one of them is not there: nothing can be lost
        return False
