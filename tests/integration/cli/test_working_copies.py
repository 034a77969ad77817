"""Working copies at the opening of the register, and traces that another program holds."""

from datetime import date, timedelta

import pytest

from dsr_desktop.services import importing
from dsr_desktop.services.importing import ImportOptions
from dsr_desktop.services.register import open_register


@pytest.fixture
def path(tmp_path):
    return tmp_path / "register.dsr"


@pytest.fixture
def register(with_register, path, passphrase):
    opened = open_register(path, passphrase)
    yield opened
    opened.close()


@pytest.fixture
def old_copies(register, own_lists):
    """Two working copies of two months ago, and a list of the register."""
    day = date.today() - timedelta(days=60)
    for name, kind in (("crm.csv", "copy"), ("newsletter.xlsx", "copy"), ("salon.csv", "list")):
        options = ImportOptions(kind=kind)
        importing.import_paths(register, [own_lists / name], options, day)
    register.close()


@pytest.mark.usefixtures("old_copies")
def test_the_first_command_after_thirty_days_purges_copies_and_says_so(dsr):
    first, second = dsr("sources", "--json"), dsr("sources", "--json")

    assert [source["kind"] for source in first.json["sources"]] == ["list"]
    assert first.sentence == (
        "2 working copies were purged, their month is over: crm.csv, newsletter.xlsx."
    )
    assert (second.json, second.err) == (first.json, "")


@pytest.mark.usefixtures("old_copies")
def test_looking_whether_the_register_is_whole_changes_nothing(dsr):
    events = [dsr("verify", "--json").json["events"] for _ in range(2)]

    assert events[0] == events[1]
    dsr("sources")
    assert dsr("verify", "--json").json["events"] == events[0] + 1


def test_it_is_told_when_another_program_keeps_traces_from_being_wiped(dsr, register, own_lists):
    dsr("import", own_lists / "crm.csv")
    register.database.connection.execute("BEGIN")
    register.database.connection.execute("SELECT count(*) FROM source").fetchone()

    kept = dsr("sources", "remove", "1")

    assert kept.code == 0
    assert "another program has it open" in kept.sentence
    register.database.connection.execute("COMMIT")
    dsr("import", own_lists / "crm.csv")
    assert dsr("sources", "remove", "1").err == ""
