"""Registers handed over and brought in, the yearly report and the calendar on the command line."""

import pytest

pytestmark = pytest.mark.usefixtures("with_register")
TITLES = ["Reference", "Received on", "Right", "Name", "Answer sent on", "Closed on", "Decision"]
CLOSED = ["2019-01", "2019-02-04", "access", "Zoé Perrin", "2019-02-20", "2019-02-21", "granted"]


@pytest.fixture
def book(tmp_path, write_xlsx):
    def write(*rows):
        return write_xlsx(tmp_path / "old.xlsx", {"Requests": [TITLES, *rows]})

    return write


@pytest.mark.parametrize("kind", ["activities", "requests"])
def test_a_register_is_written_as_three_files(dsr, tmp_path, kind):
    files = dsr("registers", "export", kind, "--out", tmp_path / "out", "--json").json

    assert sorted(path.suffix for path in (tmp_path / "out").iterdir()) == [".csv", ".pdf", ".xlsx"]
    assert files["rows"] == (5 if kind == "activities" else 0)
    assert files["pdf"].endswith(".pdf")


def test_the_report_of_a_year_is_written(dsr, refused, tmp_path):
    files = dsr("report", "2025", "--out", tmp_path / "out", "--json").json

    assert files["xlsx"] is None
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "requests-2025.csv", "requests-2025.pdf",
    ]  # fmt: skip
    assert "2017" in refused("report", "2017", "--out", tmp_path / "other")


def test_a_register_is_previewed_then_brought_in(dsr, book):
    file = book(CLOSED)
    seen = dsr("registers", "preview", "requests", file, "--json")

    assert seen.code == 0
    assert seen.json["columns"][1] == {"title": "Received on", "column": "received_on"}
    assert seen.json["requests"] == [
        {"row": 2, "former": "2019-01", "received_on": "2019-02-04", "rights": ["access"],
         "stage": "closed"},
    ]  # fmt: skip
    assert dsr("request", "list", "--json").json["requests"] == []

    assert dsr("registers", "import", "requests", file).code == 0
    (listed,) = dsr("request", "list", "--json").json["requests"]
    assert listed["ref"] == "DSR-2019-0001"


def test_problems_are_named_and_nothing_is_brought_in(dsr, refused, book):
    file = book(CLOSED, ["2019-02", "31/06/2019", *CLOSED[2:]])

    seen = dsr("registers", "preview", "requests", file, "--json")

    assert seen.code == 3
    assert seen.json["problems"] == [
        "Row 3: column received_on holds no day. Write it as 2026-11-02."
    ]
    assert "Nothing was brought in" in refused("registers", "import", "requests", file)


def test_columns_are_chosen_by_their_titles(dsr, refused, book):
    file = book(CLOSED)

    seen = dsr("registers", "preview", "requests", file, "--column", "Decision=", "--json").json

    assert seen["columns"][-1] == {"title": "Decision", "column": None}
    assert refused("registers", "preview", "requests", file, "--column", "Decision")
    assert refused("registers", "preview", "requests", file, "--column", "Nothing=right")
    assert refused("registers", "preview", "requests", file, "--sheet", "Gone")


def test_the_file_of_an_old_request_is_due_and_purged(dsr, book):
    dsr("registers", "import", "requests", book(CLOSED))

    (due,) = dsr("retention", "requests", "--json").json["due"]
    purged = dsr("retention", "requests", "--purge", "DSR-2019-0001", "--json").json["purged"]

    assert due == {"ref": "DSR-2019-0001", "step": "remove", "due_on": "2024-02-21"}
    assert purged == [due]
    assert dsr("request", "list", "--json").json["requests"] == []
    assert dsr("verify").code == 0


def test_open_deadlines_are_written_as_a_calendar(dsr, new, tmp_path):
    ref = new()["ref"]
    file = tmp_path / "deadlines.ics"

    assert dsr("due", "--ics", file, "--json").json == {"ics": str(file), "entries": 2}
    content = file.read_text(encoding="utf-8")
    assert f"SUMMARY:{ref}: answer due" in content
    assert "Dupont" not in content
    assert dsr("due", "--ics", file).code == 1


def test_a_date_or_a_calendar_is_asked_for_and_not_both(misused, tmp_path):
    assert misused("due")
    assert misused("due", "2026-11-02", "--ics", tmp_path / "x.ics")


def test_only_the_kinds_of_files_asked_for_are_written(dsr, tmp_path):
    files = dsr("registers", "export", "activities", "--out", tmp_path / "out", "--format", "xlsx",
                "--json").json  # fmt: skip

    assert [path.suffix for path in (tmp_path / "out").iterdir()] == [".xlsx"]
    assert (files["pdf"], files["csv"]) == (None, None)


def test_the_whole_register_is_written_plain_once_somebody_said_yes(dsr, refused, tmp_path):
    out = tmp_path / "plain.sqlite"
    assert "Nobody was asked" in refused("registers", "export-plain", out)
    assert not out.exists()

    made = dsr("registers", "export-plain", out, "--yes", "--json").json

    assert set(made) == {"path", "tables", "size", "sha256"}
    assert out.read_bytes().startswith(b"SQLite format 3")
