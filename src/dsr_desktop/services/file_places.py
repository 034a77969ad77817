"""Which place on the disk a path means, however it is written."""

import os
from collections.abc import Iterable
from pathlib import Path


def is_known_place(path: Path, known: Iterable[str]) -> bool:
    """Tell whether `path` leads to one of the `known` places: over a link, or in another case.

    Two hard links are two places: saving one of them from a spreadsheet leaves the other as it was.
    """
    wanted = _real_path(path)
    return any(_is_same(wanted, _real_path(Path(each))) for each in known)


def writable_path(path: Path) -> Path:
    """Return the path without bytes that are no text: other systems' archives leave such names."""
    return Path(str(path).encode("utf-8", "replace").decode())


def plain_path(path: Path) -> Path:
    """Return the absolute path without ".."; links stay as they are named.

    Only where leaving out "link/.." would lead elsewhere, the links before the name are followed.
    """
    whole = path.absolute()
    if ".." not in whole.parts:
        return whole
    plain = Path(os.path.normpath(whole))
    if os.path.realpath(plain) == os.path.realpath(whole):
        return plain
    return Path(os.path.realpath(whole.parent)) / whole.name


def _real_path(path: Path) -> Path:
    # Unlike Path.resolve, this does not fail for links that lead round in a circle.
    return writable_path(Path(os.path.realpath(path)))


def _is_same(one: Path, other: Path) -> bool:
    if one == other:
        return True
    return str(one).casefold() == str(other).casefold() and _is_same_file(one, other)


def _is_same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:  # one of them is not there
        return False
