"""Which place on the disk a path means."""

import os

import pytest

from dsr_desktop.services.file_places import is_known_place, plain_path, writable_path


@pytest.fixture
def crm(tmp_path):
    path = tmp_path / "crm.csv"
    path.write_text("Nom\n")
    return path


def test_a_place_is_known_by_its_path(crm):
    assert is_known_place(crm, ["/elsewhere/x.csv", str(crm)])
    assert not is_known_place(crm, ["/elsewhere/crm.csv"])
    assert not is_known_place(crm, [])


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_links_are_followed_on_both_sides_and_may_lead_nowhere(crm, tmp_path):
    link, circle = tmp_path / "link.csv", tmp_path / "circle.csv"
    link.symlink_to(crm)
    circle.symlink_to(circle)

    assert is_known_place(link, [str(crm)])
    assert is_known_place(crm, [str(link)])
    assert not is_known_place(crm, [str(circle)])


@pytest.mark.skipif(os.name != "posix", reason="a disk that tells the case of letters apart")
def test_the_case_of_letters_makes_a_place_only_where_the_disk_tells_it_apart(crm, tmp_path):
    """A link of the disk stands in for a disk on which both names are one file."""
    upper = tmp_path / "CRM.csv"
    if upper.exists():
        assert is_known_place(upper, [str(crm)])
        return
    upper.write_text("Nom\n")
    assert not is_known_place(upper, [str(crm)])

    upper.unlink()
    os.link(crm, upper)
    assert is_known_place(upper, [str(crm)])


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_two_links_of_the_disk_are_two_places(crm, tmp_path):
    os.link(crm, tmp_path / "other.csv")

    assert not is_known_place(tmp_path / "other.csv", [str(crm)])


def test_a_known_place_whose_file_is_gone_is_compared_by_its_path(crm):
    path = str(crm)
    crm.unlink()

    assert is_known_place(crm, [path])
    assert not is_known_place(crm, [path.replace("crm", "CRM")])


def test_bytes_that_are_no_text_are_replaced(tmp_path):
    odd = tmp_path / "liste\udce9.csv"

    assert writable_path(odd).name == "liste?.csv"
    assert is_known_place(odd, [str(tmp_path / "liste?.csv")])


def test_a_plain_path_is_absolute_and_goes_nowhere_twice(tmp_path, monkeypatch):
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path / "sub")

    assert plain_path(tmp_path / "sub" / ".." / "crm.csv") == tmp_path / "crm.csv"
    assert plain_path(type(tmp_path)("../crm.csv")) == tmp_path / "crm.csv"
    assert plain_path(type(tmp_path)("crm.csv")) == tmp_path / "sub" / "crm.csv"


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_a_plain_path_keeps_links_but_never_leads_to_another_file(crm, tmp_path):
    (tmp_path / "far" / "deep").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "far" / "deep")
    (tmp_path / "sub").mkdir()

    assert plain_path(tmp_path / "sub/../link/crm.csv") == tmp_path / "link" / "crm.csv"
    assert plain_path(tmp_path / "link/../crm.csv") == tmp_path / "far" / "crm.csv"
