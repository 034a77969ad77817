"""Names that no file has yet."""

from dsr_desktop.writers.free_names import free_paths


def names(folder, *wanted):
    return [path.name for path in free_paths(folder, *wanted)]


def test_a_name_that_is_free_is_taken_as_it_is(tmp_path):
    assert free_paths(tmp_path / "not there", "a.zip") == (tmp_path / "not there" / "a.zip",)


def test_a_name_that_is_taken_gets_the_first_free_number(tmp_path):
    for taken in ("a.zip", "a-2.zip", "a-4.zip"):
        (tmp_path / taken).touch()

    assert names(tmp_path, "a.zip") == ["a-3.zip"]


def test_names_that_belong_together_get_the_same_number(tmp_path):
    for taken in ("a.pdf", "a-2.xlsx"):
        (tmp_path / taken).touch()

    assert names(tmp_path, "a.pdf", "a.xlsx") == ["a-3.pdf", "a-3.xlsx"]


def test_a_link_that_leads_nowhere_has_its_name_as_well(tmp_path):
    (tmp_path / "a.zip").symlink_to("nowhere")

    assert names(tmp_path, "a.zip") == ["a-2.zip"]
