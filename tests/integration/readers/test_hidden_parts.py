"""What other programs hide in a workbook is read and marked, whatever the format."""

from pathlib import Path

import pytest

from dsr_desktop.domain.reading import Problem
from tests.integration.readers.read_sheets import sheets_of, warnings_of

LISTS = Path(__file__).parents[2] / "data" / "lists"


@pytest.mark.parametrize(
    ("ending", "named"),
    [("xls", set()), ("ods", {Problem.RULES_NOT_READ}), ("fods", {Problem.RULES_NOT_READ})],
)
def test_what_libreoffice_hides_is_marked_and_its_filter_read_or_named(ending, named):
    content = (LISTS / f"hidden.{ending}").read_bytes()
    contacts, cache, background, filtered, grouped = sheets_of(content)

    assert contacts.hidden_rows == {3, 4, 7}
    assert contacts.hidden_columns == {3, 5, 6}
    assert contacts.rows[3] == ["r3c1", "r3c2", "r3c3", "r3c4", "r3c5", "r3c6", "r3c7"]
    assert (cache.name, cache.hidden, cache.rows) == ("Cache", True, {1: ["hid"]})
    assert (background.name, background.hidden, background.rows) == ("Fond", True, {1: ["very"]})
    assert filtered.hidden_rows == {3}
    assert (grouped.hidden_rows, grouped.hidden_columns) == ({2, 3, 4}, {2, 3})
    assert [one.hidden for one in (contacts, filtered, grouped)] == [False] * 3
    assert warnings_of(content) == named


@pytest.mark.parametrize("ending", ["xlsb", "xml"])
def test_what_sheetjs_hides_is_marked(ending):
    content = (LISTS / f"hidden.{ending}").read_bytes()
    clients, old, secret = sheets_of(content)

    assert clients.rows[3] == ["Petit", "Jean", "y", "jean@acme.example"]
    assert (clients.hidden, clients.hidden_rows, clients.hidden_columns) == (False, {3}, {3})
    assert (old.name, old.hidden, old.rows) == ("Anciens", True, {1: ["Ancien"]})
    assert (secret.name, secret.hidden, secret.rows) == ("Secret", True, {1: ["Secret"]})
    assert warnings_of(content) == set()
