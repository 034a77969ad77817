"""What a crash left of a file goes; what somebody else put there stays."""

from hashlib import sha256

import pytest

from dsr_desktop.writers.left_files import clear_left_file

CONTENT = b"as it was written"
DIGEST = sha256(CONTENT).hexdigest()
PART = ".list.pdf.0123abcd.part"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "list.pdf"


@pytest.mark.parametrize("digest", [DIGEST, None], ids=["written to its end", "half written"])
def test_the_part_goes(path, digest):
    path.with_name(PART).write_bytes(CONTENT)

    assert not clear_left_file(path, PART, digest)
    assert list(path.parent.iterdir()) == []


def test_where_nothing_is_left_nothing_is_done(path):
    assert not clear_left_file(path, PART, DIGEST)


def test_a_file_with_the_digest_goes(path):
    path.write_bytes(CONTENT)

    assert not clear_left_file(path, PART, DIGEST)
    assert not path.exists()


def test_a_file_with_another_content_stays(path):
    path.write_bytes(CONTENT + b".")

    assert clear_left_file(path, PART, DIGEST)
    assert path.read_bytes() == CONTENT + b"."


def test_a_link_to_such_a_content_stays_with_what_it_leads_to(path):
    path.with_name("kept.pdf").write_bytes(CONTENT)
    path.symlink_to("kept.pdf")

    assert clear_left_file(path, PART, DIGEST)
    assert path.read_bytes() == CONTENT


def test_a_part_that_is_a_link_goes_without_what_it_leads_to(path):
    path.with_name("kept.pdf").write_bytes(b"kept")
    path.with_name(PART).symlink_to("kept.pdf")

    clear_left_file(path, PART, DIGEST)

    assert [one.name for one in path.parent.iterdir()] == ["kept.pdf"]


def test_what_cannot_be_removed_is_told(path):
    path.with_name(PART).mkdir()

    with pytest.raises(OSError, match="part"):
        clear_left_file(path, PART, DIGEST)
