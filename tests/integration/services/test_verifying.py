"""Checking that a register is whole (R-LOG-1), and that its log tells nothing of people (R-LOG-2)."""

from datetime import date

import pytest

from dsr_desktop.domain.clock import Extension, ExtensionReason, Pause, PauseReason
from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.errors import RegisterFileError
from dsr_desktop.domain.identity import IdentityMethod, IdentityResult
from dsr_desktop.domain.request import Channel, Decision, Right
from dsr_desktop.services.activities import confirm_activity
from dsr_desktop.services.clocking import extend, pause_clock, record_identity, resume_clock
from dsr_desktop.services.closing import close_request
from dsr_desktop.services.handling import decide, mark_sent, new_request, view_request
from dsr_desktop.services.rescanning import rescan
from dsr_desktop.services.reviewing import change_criteria, find_person, judge_hits
from dsr_desktop.services.sourcing import list_sources, remove, set_activity
from dsr_desktop.services.verifying import verify
from dsr_desktop.store.events import events


@pytest.fixture
def filled(register, tmp_path, write_csv, bring_in):
    rows = [["Nom", "E-mail"], *[[f"Personne {n}", f"p{n}@acme.example"] for n in range(300)]]
    bring_in(register, write_csv(tmp_path / "crm.csv", rows))
    return register


def problems(register):
    return [(problem.sentence, problem.details) for problem in verify(register).problems]


def test_a_register_in_use_is_sound(filled):
    result = verify(filled)

    assert result.sound
    assert result.problems == ()
    chain = list(events(filled.database))
    assert (result.events, result.fingerprint) == (len(chain), chain[-1].hash)


def test_verifying_changes_nothing(filled):
    before = filled.database.connection.total_changes

    verify(filled)

    assert filled.database.connection.total_changes == before


def test_a_changed_event_is_named_by_its_number(filled):
    connection = filled.database.connection
    connection.execute("DROP TRIGGER event_no_update")
    connection.execute("UPDATE event SET payload = '{}' WHERE seq = 2")

    assert problems(filled) == [
        ("The event log was changed: it no longer holds from event {n} on.", {"n": 2})
    ]
    assert not verify(filled).sound


def test_a_payload_that_is_no_payload_any_more_is_named_too(filled):
    connection = filled.database.connection
    connection.execute("DROP TRIGGER event_no_update")
    connection.execute("UPDATE event SET payload = 'garbage' WHERE seq = 1")

    assert [details for _sentence, details in problems(filled)] == [{"n": 1}]


def test_rows_that_the_index_lacks_are_counted(filled):
    filled.database.connection.execute("DELETE FROM token WHERE rowid <= 3")

    assert problems(filled) == [("{n} rows are missing from the search index.", {"n": 3})]


def test_rows_that_are_gone_are_noticed(filled):
    connection = filled.database.connection
    connection.execute("DELETE FROM row WHERE id = 7")
    connection.execute("DELETE FROM ident WHERE row = 7")
    connection.execute("DELETE FROM token WHERE rowid = 7")

    assert problems(filled) == [("{n} file has another number of rows than recorded.", {"n": 1})]


def test_entries_that_point_nowhere_are_named_by_their_table(filled):
    connection = filled.database.connection
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("UPDATE source SET delivery_id = 99")

    assert problems(filled) == [
        ("The table {table} points to entries that are gone.", {"table": "source"})
    ]


def damage(register, page):
    register.database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    content = bytearray(register.path.read_bytes())
    content[4096 * (page - 1) + 100] ^= 1
    register.path.write_bytes(content)


@pytest.mark.parametrize("page", [2, 5, 11, 20])
def test_damage_to_the_file_is_told_in_one_sentence_wherever_it_is(filled, page):
    damage(filled, page)

    result = verify(filled)

    assert not result.sound
    assert [problem.sentence for problem in result.problems] == [
        "The file has damaged pages. Restore a backup."
    ]
    assert any(f"page {page}" in line for line in result.details)
    assert not any("\n" in line for line in result.details)


def test_a_broken_tree_is_told_in_one_sentence_and_its_complaints_line_by_line(filled):
    connection = filled.database.connection
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute(
        "UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master WHERE name = 'row') "
        "WHERE name = 'delivery'"
    )
    connection.execute("PRAGMA writable_schema = RESET")

    result = verify(filled)

    assert len(result.problems) == 1
    assert len(result.details) > 1
    assert not any("\n" in line for line in result.details)


def test_damage_that_any_other_step_meets_is_told_as_damage(filled):
    filled.database.connection.execute("PRAGMA cache_size = 0")
    for page in range(2, 30):
        damage(filled, page)

    def read_on():
        with filled.damage_told():
            list(events(filled.database))

    with pytest.raises(RegisterFileError, match=r"register\.dsr is damaged"):
        read_on()


# --- no personal data in the log


SENTINEL = "Zéphyrine Quintanilha"


def test_the_log_names_nobody_whatever_was_typed_in(register, tmp_path, write_csv, bring_in, today):
    known = make_criteria(
        {"name": SENTINEL, "email": "zephyrine@quintanilha.example", "text": SENTINEL}
    )
    path = write_csv(tmp_path / f"{SENTINEL}.csv", [["Nom", "E-mail"], [SENTINEL, known.email[0]]])
    (tmp_path / f"{SENTINEL} 2.csv").write_bytes(b"")
    bring_in(register, path, tmp_path / f"{SENTINEL} 2.csv", supplied_by=SENTINEL, channel=SENTINEL,
             retention=SENTINEL, policy_version=SENTINEL, activity="PA1")  # fmt: skip
    ref = new_request(
        register, [Right.ACCESS], known, date(2026, 11, 2), Channel.POST, today
    ).request.ref
    find_person(register, ref, today)
    change_criteria(register, ref, known, today)
    hits = [hit.id for hit in view_request(register, ref, today).hits]
    judge_hits(register, ref, confirm=hits, reason=SENTINEL, today=today)
    record_identity(register, ref, today, doubt=SENTINEL, method=IdentityMethod.SHARED_FACTS,
                    result=IdentityResult.PENDING)  # fmt: skip
    pause_clock(register, ref, Pause(PauseReason.IDENTITY, today, None, SENTINEL), today)
    resume_clock(register, ref, today, today)
    extend(
        register, ref, Extension(frozenset({ExtensionReason.COMPLEXITY}), today, SENTINEL), today
    )
    rescan(register, ref)
    set_activity(register, 1, "PA3")
    confirm_activity(register, "PA1", None, SENTINEL, today)
    decide(register, ref, Right.ACCESS, Decision.REFUSED, today,
           reason_code=f"A23_national:{SENTINEL}", reason_text=SENTINEL)  # fmt: skip
    mark_sent(register, ref, today, Channel.POST, today)
    close_request(register, ref, today)
    for source in list_sources(register):
        remove(register, source.id)

    query = "SELECT kind || coalesce(ref, '') || payload FROM event"
    log = "\n".join(text for (text,) in register.database.connection.execute(query))
    assert {event.kind for event in events(register.database)} == {
        "register_made", "imported", "request_recorded", "searched", "criteria_changed", "hits_judged",
        "identity_checked", "clock_paused", "clock_resumed", "extended", "sources_read_again",
        "activity_set", "activity_confirmed", "decided", "answer_sent", "closed", "source_removed",
    }  # fmt: skip
    for trace in ("phyrine", "uintanilha", "csv"):
        assert trace not in log
    assert verify(register).sound
