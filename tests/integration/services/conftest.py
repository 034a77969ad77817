"""What several tests of the services need."""

import pytest


@pytest.fixture
def lay_copy(tmp_path):
    """Return a function that lays a copy of a file at another place; nothing keeps it the same."""

    def lay(file, name):
        (tmp_path / "archive").mkdir()
        path = tmp_path / "archive" / name
        path.write_bytes(file.read_bytes())
        return path

    return lay
