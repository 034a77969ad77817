"""Encodings are named as people write them, or refused with the list of those that there are."""

import pytest

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.readers.encodings import CHOICES
from dsr_desktop.services.importing import ImportOptions
from dsr_desktop.services.text_encodings import encoding_named


@pytest.mark.parametrize("name", CHOICES)
def test_every_choice_is_known_by_its_own_name(name):
    assert encoding_named(name) == name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("UTF8", "utf-8"), ("utf-8-sig", "utf-8"), ("UTF-16", "utf-16-le"), ("latin1", "cp1252"),
        ("ISO-8859-1", "cp1252"), (" windows-1252 ", "cp1252"), ("ISO-8859-15", "iso8859_15"),
        ("latin9", "iso8859_15"), ("macintosh", "mac_roman"), ("KOI8-R", "koi8_r"), ("850", "cp850"),
    ],
)  # fmt: skip
def test_other_writings_are_known(written, name):
    assert encoding_named(written) == name


@pytest.mark.parametrize("name", ["", "klingon", "rot13", "base64", "utf-7", "a\0b", "é" * 500])
def test_anything_else_is_refused_with_the_choices(name):
    with pytest.raises(InvalidInputError, match=r"Name one of: utf-8, .*cp1252"):
        encoding_named(name)


def test_a_file_has_its_own_encoding_before_that_of_all(tmp_path):
    options = ImportOptions(encoding="latin1", encodings={tmp_path / "a.csv": "cp850"})

    assert options.encoding_of(tmp_path / "a.csv") == "cp850"
    assert options.encoding_of(tmp_path / "b.csv") == "cp1252"
    assert ImportOptions().encoding_of(tmp_path / "b.csv") is None
