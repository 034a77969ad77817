"""A reading that is stopped has nothing open any more, even while somebody looks at the error."""

from pathlib import Path

import pytest

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.messages import UnreadableError
from dsr_desktop.readers.reading import read_document

OPEN_FILES = Path("/proc/self/fd")
pytestmark = pytest.mark.skipif(not OPEN_FILES.exists(), reason="this system does not tell")


def is_open(path):
    return any(one.is_symlink() and one.readlink() == path for one in OPEN_FILES.iterdir())


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "liste.csv"
    path.write_text("Nom,Note\nDupont," + "x" * 50 + "\n" + "Roux,y\n" * 50_000)
    return path


def test_a_refused_file_is_closed(path):
    with pytest.raises(UnreadableError) as refused:
        list(read_document(Document.on_disk(path), Limits(cell_characters=40)))

    assert refused.value.problem is Problem.CELL_TOO_LONG
    assert not is_open(path)


def test_a_file_whose_reading_is_given_up_is_closed(path):
    messages = read_document(Document.on_disk(path), Limits())
    while type(next(messages)).__name__ != "Rows":
        pass
    assert is_open(path)

    messages.close()

    assert not is_open(path)
