"""The event log: a chain that shows every change (R-LOG-1)."""

import dataclasses
import hashlib
import json
import re
from datetime import UTC, datetime, timedelta

import pytest

from dsr_desktop.domain.errors import CancelledError
from dsr_desktop.store.events import (
    GENESIS,
    append_event,
    count_events,
    event_line,
    events,
    first_broken,
    last_event,
    read_event_line,
)


@pytest.fixture
def database(register):
    """The register's database with five more events, its guard against changes taken off."""
    database = register.database
    for n in range(5):
        append_event(database, "dpo", "hits_judged", f"DSR-2026-000{n % 2 + 1}", confirmed=[n])
    for verb in ("update", "delete"):
        database.connection.execute(f"DROP TRIGGER event_no_{verb}")
    return database


def chain(database):
    return list(events(database))


def test_the_chain_of_a_register_is_whole(database):
    assert first_broken(events(database)) is None
    assert [event.seq for event in events(database)] == [1, 2, 3, 4, 5, 6]


def test_an_empty_chain_is_whole():
    assert first_broken([]) is None


def test_each_event_names_the_one_before(database):
    hashes = [event.hash for event in events(database)]

    assert [event.prev_hash for event in events(database)] == [GENESIS, *hashes[:-1]]
    assert all(re.fullmatch("[0-9a-f]{64}", one) for one in hashes)


def test_an_event_comes_back_as_it_was_appended(register):
    made = append_event(
        register.database, "Nora Vidal", "decided", "DSR-2026-0001", right="é", n=[1]
    )

    assert chain(register.database)[-1] == made
    assert made.payload == {"right": "é", "n": [1]}
    age = datetime.now(UTC) - datetime.fromisoformat(made.at)
    assert timedelta(0) <= age < timedelta(minutes=1)


def test_the_events_of_one_request_are_told_apart(database):
    assert [event.seq for event in events(database, "DSR-2026-0002")] == [3, 5]
    assert list(events(database, "DSR-2026-0009")) == []


@pytest.mark.parametrize(
    "change",
    ["at = '2020-01-01T00:00:00+00:00'", "actor = 'somebody'", "kind = 'closed'", "ref = NULL",
     "ref = 'DSR-2026-0009'", """payload = '{"confirmed":[7]}'""", "payload = '{}'",
     "payload = 'x'", "payload = '[]'", "payload = ''", "prev_hash = hash", "hash = prev_hash"],
)  # fmt: skip
@pytest.mark.parametrize("seq", [2, 3, 6])
def test_a_changed_event_is_found_at_its_number(database, change, seq):
    database.connection.execute(f"UPDATE event SET {change} WHERE seq = ?", (seq,))

    assert first_broken(events(database)) == seq


def test_a_removed_event_is_found_at_its_number(database):
    database.connection.execute("DELETE FROM event WHERE seq = 3")

    assert first_broken(events(database)) == 3


def test_a_removed_beginning_is_found(database):
    database.connection.execute("DELETE FROM event WHERE seq <= 2")

    assert first_broken(events(database)) == 1


def test_a_removed_event_is_found_even_when_the_others_are_numbered_anew(database):
    database.connection.execute("DELETE FROM event WHERE seq = 3")
    database.connection.execute("UPDATE event SET seq = seq - 1 WHERE seq > 3")

    assert first_broken(events(database)) == 3


def test_swapped_events_are_found_at_the_first_of_them(database):
    for old, new in ((3, 99), (4, 3), (99, 4)):
        database.connection.execute("UPDATE event SET seq = ? WHERE seq = ?", (new, old))

    assert first_broken(events(database)) == 3


def test_an_event_slipped_in_is_found(database):
    last = chain(database)[-1]
    database.connection.execute(
        "INSERT INTO event VALUES (7, ?, 'dpo', 'closed', NULL, '{}', ?, ?)",
        (last.at, last.hash, "0" * 64),
    )

    assert first_broken(events(database)) == 7


def test_an_event_of_a_failed_transaction_is_not_in_the_chain(register):
    before = chain(register.database)

    def log_and_fail():
        with register.database.transaction():
            append_event(register.database, "dpo", "closed")
            raise CancelledError("stopped")

    with pytest.raises(CancelledError, match="stopped"):
        log_and_fail()
    assert chain(register.database) == before


def test_the_payload_is_kept_in_one_form_whatever_the_order_of_its_keys(register):
    append_event(register.database, "dpo", "x", b=1, a="é")

    query = "SELECT payload FROM event ORDER BY seq DESC LIMIT 1"
    (text,) = register.database.connection.execute(query).fetchone()
    assert text == '{"a":"é","b":1}'
    assert json.loads(text) == {"a": "é", "b": 1}


def digest(event, prev_hash):
    """The formula of the specification, written down a second time."""
    content = {
        name: getattr(event, name) for name in ("seq", "at", "actor", "kind", "ref", "payload")
    }
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256((prev_hash + text).encode()).hexdigest()


def test_the_hash_is_that_of_the_specification(database):
    for event in events(database):
        assert event.hash == digest(event, event.prev_hash)


def test_an_event_rewritten_with_a_fitting_hash_is_found_at_the_next_one(database):
    third = dataclasses.replace(chain(database)[2], payload={})
    database.connection.execute(
        "UPDATE event SET payload = '{}', hash = ? WHERE seq = 3", (digest(third, third.prev_hash),)
    )

    assert first_broken(events(database)) == 4


def test_a_chain_calculated_anew_after_a_removal_still_shows_the_gap(database):
    database.connection.execute("DELETE FROM event WHERE seq = 3")
    last = chain(database)[1].hash
    for event in chain(database)[2:]:
        new = digest(event, last)
        database.connection.execute(
            "UPDATE event SET prev_hash = ?, hash = ? WHERE seq = ?", (last, new, event.seq)
        )
        last = new

    assert first_broken(events(database)) == 3


def test_the_latest_event_of_a_kind_about_a_request_is_found(database):
    found = last_event(database, "hits_judged", "DSR-2026-0001")

    assert (found.seq, found.payload) == (6, {"confirmed": [4]})
    assert found == chain(database)[-1]
    assert last_event(database, "hits_judged", "DSR-2026-0009") is None
    assert last_event(database, "searched", "DSR-2026-0001") is None


def test_events_written_as_lines_come_back_as_the_same_chain(database):
    append_event(database, "Élodie \u2028 Roux", "decided", "DSR-2026-0001", right="é\n")
    lines = [event_line(one) for one in chain(database)]

    assert not [line for line in lines if "\n" in line]
    assert [read_event_line(line) for line in lines] == chain(database)
    assert count_events(database) == len(lines)
