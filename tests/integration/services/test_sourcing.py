"""What was imported: listed, undone, and assigned to an activity."""

from datetime import date

import pytest

from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError, NotFoundError
from dsr_desktop.domain.request import Channel, Decision, Right
from dsr_desktop.services.closing import close_request
from dsr_desktop.services.handling import decide, new_request, view_request
from dsr_desktop.services.reviewing import find_person, judge_hits
from dsr_desktop.services.searching import search
from dsr_desktop.services.sourcing import list_sources, remove, set_activity, undo_import
from dsr_desktop.services.verifying import verify
from dsr_desktop.store.events import events

ZEPHYRINE = make_criteria({"email": "zephyrine@quintanilha.example"})


@pytest.fixture
def source(register, tmp_path, write_csv, bring_in):
    rows = [["Nom", "E-mail"], ["Zéphyrine", "zephyrine@quintanilha.example"]]
    bring_in(register, write_csv(tmp_path / "salon.csv", rows))
    return list_sources(register)[0]


@pytest.fixture
def ref(register, source, today):
    view = new_request(register, [Right.ACCESS], ZEPHYRINE, date(2026, 11, 2), Channel.POST, today)
    find_person(register, view.request.ref, today)
    return view.request.ref


def test_every_file_is_listed_read_or_not(register, source, tmp_path, bring_in):
    (tmp_path / "empty.csv").write_bytes(b"")
    bring_in(register, tmp_path / "empty.csv")

    assert [(one.name, one.status, one.row_count) for one in list_sources(register)] == [
        ("salon.csv", "imported", 1), ("empty.csv", "unreadable", 0),
    ]  # fmt: skip


def test_an_import_is_undone_as_if_it_had_never_been(register, source, decrypted):
    undone = remove(register, source.id)

    assert (undone.source, undone.stays, undone.rows_gone) == (source, None, 1)

    assert list_sources(register) == ()
    assert search(register, ZEPHYRINE).total == 0
    assert verify(register).sound
    clear = decrypted(register.path).lower()
    assert b"quintanilha" not in clear
    assert b"phyrine" not in clear
    assert b"salon.csv" not in clear


def test_undoing_is_an_event_that_names_the_hash_only(register, source):
    remove(register, source.id)

    last = list(events(register.database))[-1]
    assert (last.kind, last.payload) == ("source_removed", {"source": 1, "sha256": source.sha256})


def test_a_file_that_was_removed_can_be_imported_again(register, source, tmp_path, bring_in):
    remove(register, source.id)

    assert bring_in(register, tmp_path / "salon.csv").rows == 1


def test_a_file_that_could_not_be_read_can_be_taken_off_the_list(register, tmp_path, bring_in):
    (tmp_path / "empty.csv").write_bytes(b"")
    bring_in(register, tmp_path / "empty.csv")

    remove(register, 1)

    assert search(register, ZEPHYRINE).unreadable == ()


def test_a_file_stays_while_an_open_request_cites_it(register, source, ref, today):
    with pytest.raises(NotAllowedError, match=r"salon\.csv stays: an open request cites"):
        remove(register, source.id)
    assert list_sources(register) == (source,)

    decide(register, ref, Right.ACCESS, Decision.WITHDRAWN_BY_PERSON, today)
    close_request(register, ref, today)
    remove(register, source.id)
    assert list_sources(register) == ()


def test_a_file_in_which_everybody_was_somebody_else_may_go(register, source, ref, today):
    hits = [hit.id for hit in view_request(register, ref, today).hits]
    judge_hits(register, ref, reject=hits, today=today)

    remove(register, source.id)

    assert list_sources(register) == ()


def test_an_import_that_is_not_there_is_told(register, source):
    for step in (lambda: remove(register, 99), lambda: set_activity(register, 99, "PA1")):
        with pytest.raises(NotFoundError, match="no import 99"):
            step()


def test_contacts_are_put_under_an_activity(register, source):
    assert set_activity(register, source.id, "PA3").activity == "PA3"

    last = list(events(register.database))[-1]
    assert (last.kind, last.payload) == ("activity_set", {"source": 1, "activity": "PA3"})


def test_an_activity_that_is_not_there_is_told(register, source):
    with pytest.raises(InvalidInputError, match=r"no activity PA9\. The register has: PA1, PA2"):
        set_activity(register, source.id, "PA9")
    assert list_sources(register) == (source,)


@pytest.fixture
def delivery(register, tmp_path, write_csv, bring_in):
    """Two lists and a file that cannot be read, brought in together."""
    (tmp_path / "empty.csv").write_bytes(b"")
    lists = [
        write_csv(tmp_path / f"{n}.csv", [["Nom", "E-mail"], [f"Zoé {n}", f"zoe{n}@roux.example"]])
        for n in (1, 2)
    ]
    report = bring_in(register, *lists, tmp_path / "empty.csv")
    return tuple(file.source_id for file in report.files)


def test_an_import_is_undone_whole(register, source, delivery, decrypted, passphrase):
    removed = undo_import(register, delivery)

    assert [one.source.name for one in removed] == ["1.csv", "2.csv", "empty.csv"]
    assert [one.name for one in list_sources(register)] == ["salon.csv"]
    assert verify(register).sound
    assert b"zoe1@roux.example" not in decrypted(register.path, passphrase)


def test_what_was_removed_since_is_passed_over(register, delivery):
    remove(register, delivery[0])

    assert len(undo_import(register, delivery)) == 2
    assert undo_import(register, delivery) == ()


def test_an_import_that_an_open_request_cites_stays_whole(register, source, ref, delivery):
    with pytest.raises(NotAllowedError) as caught:
        undo_import(register, (*delivery, source.id))

    assert caught.value.details == {"name": "salon.csv"}
    assert len(list_sources(register)) == 4


def test_the_log_names_each_file_of_an_undone_import(register, delivery):
    undo_import(register, delivery)

    told = [one for one in events(register.database) if one.kind == "source_removed"]
    assert len(told) == 3
