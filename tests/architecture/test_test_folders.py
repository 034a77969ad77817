"""Every folder of tests is a package, so that two of them may name a module alike."""

from pathlib import Path

TESTS = Path(__file__).parents[1]


def test_every_folder_of_tests_is_a_package():
    folders = {file.parent for file in TESTS.rglob("test_*.py")}
    bare = [
        folder.relative_to(TESTS) for folder in folders if not (folder / "__init__.py").exists()
    ]

    assert len(folders) > 20
    assert bare == []
