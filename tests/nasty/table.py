"""All nasty files, and the script that writes them: python -m tests.nasty.table FOLDER."""

import sys
from collections import Counter
from pathlib import Path

from tests.nasty.archives import ARCHIVES
from tests.nasty.entities import ENTITIES
from tests.nasty.others import OTHERS
from tests.nasty.spreadsheets import WORKBOOKS
from tests.nasty.texts import TEXTS

NASTY_FILES = (*WORKBOOKS, *TEXTS, *ARCHIVES, *OTHERS, *ENTITIES)
assert max(Counter(one.name for one in NASTY_FILES).values()) == 1


def write_nasty_files(folder):
    """Write all of them into a folder."""
    for nasty in NASTY_FILES:
        (folder / nasty.name).write_bytes(nasty.make())


if __name__ == "__main__":
    write_nasty_files(Path(sys.argv[1]))
    for nasty in NASTY_FILES:
        sys.stdout.write(f"{nasty.name}\t{nasty.status}\t{nasty.problem or nasty.rows}\n")
