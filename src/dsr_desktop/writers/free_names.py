"""Finds names that no file has yet, so that nothing made before is ever overwritten."""

import os
from itertools import count
from pathlib import Path


def free_paths(folder: Path, *names: str) -> tuple[Path, ...]:
    """Return a free path in `folder` for each name; those taken get the same number, from 2 on.

    "a.pdf" and "a.xlsx" become "a-2.pdf" and "a-2.xlsx" when one of them is there.
    """
    wanted = tuple(folder / name for name in names)
    numbers = count(2)
    paths = wanted
    while any(os.path.lexists(path) for path in paths):
        n = next(numbers)
        paths = tuple(path.with_stem(f"{path.stem}-{n}") for path in wanted)
    return paths
