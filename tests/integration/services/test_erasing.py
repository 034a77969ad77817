"""Erasing a person from the register: what goes, what stays, and when it is refused."""

import pytest

from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.erasure import KeptDataset
from dsr_desktop.domain.errors import CancelledError, InvalidInputError, NotAllowedError
from dsr_desktop.domain.request import Decision, Right
from dsr_desktop.services.erasing import erase, plan_erasure
from dsr_desktop.services.handling import decide, view_request
from dsr_desktop.services.importing import ImportOptions, import_paths
from dsr_desktop.services.purging import purge_at_opening
from dsr_desktop.services.register import open_register
from dsr_desktop.services.replacing import replace
from dsr_desktop.services.request_facts import list_steps, record_copy_sent
from dsr_desktop.services.rescanning import rescan
from dsr_desktop.services.reviewing import find_person, judge_hits
from dsr_desktop.services.searching import search
from dsr_desktop.services.sourcing import list_sources
from dsr_desktop.services.suppressing import (
    choose_to_list_erased,
    list_entries,
)
from dsr_desktop.services.verifying import verify
from dsr_desktop.store.erasure_ledger import read_ledger
from dsr_desktop.store.events import events
from tests.integration.services.erasures_made import (
    ASKED,
    CAMILLE,
    PAUL,
    REF,
    TODAY,
    WORDS,
    ZOE,
    ask,
    bring_list,
    clean,
    grant,
    place_is_gone,
    ready,
    write_list,
)

UNTIL = TODAY.replace(year=2035)


def kinds(register):
    return [one.kind for one in events(register.database)]


def test_counts_are_told_before_anything_is_done(register, lists):
    ready(register, lists)
    before = len(kinds(register))

    plan = plan_erasure(register, REF, TODAY)

    assert (plan.whole, plan.in_part, plan.kept_rows, plan.others, plan.keys) == (1, 0, 0, 0, 2)
    assert len(kinds(register)) == before
    assert len(search(register, ASKED).hits) == 1


def test_the_row_goes_and_the_others_stay(register, lists):
    ready(register, lists)

    done = erase(register, REF, TODAY)

    assert (done.plan.whole, done.listed, done.wiped, done.unreached) == (1, 2, True, ())
    assert search(register, ASKED).hits == ()
    assert len(search(register, make_criteria({"name": "Paul Quintal"})).hits) == 1
    (source,) = list_sources(register)
    assert source.row_count == 2
    assert verify(register).sound


def test_r_sec_5_no_page_of_the_file_holds_the_text(register, lists, decrypted):
    ready(register, lists)
    register.database.empty_log()
    before = decrypted(register.path).lower()
    assert all(word in before for word in WORDS)

    erase(register, REF, TODAY)

    clear = decrypted(register.path).lower()
    log = register.path.with_name(register.path.name + "-wal")

    assert [word for word in WORDS if word in clear] == []
    assert b"nantes" in clear
    assert not log.exists() or log.stat().st_size == 0


def test_neither_index_nor_vocabulary_has_a_word_left(register, lists):
    ready(register, lists)
    erase(register, REF, TODAY)

    connection = register.database.connection
    connection.execute("CREATE VIRTUAL TABLE temp.w USING fts5vocab(main, token, row)")
    words = {word for (word,) in connection.execute("SELECT term FROM temp.w")}
    keys = {key for (key,) in connection.execute("SELECT key FROM ident")}

    assert "nantes" in words
    assert not words & {"xanthopolis", "camille", "dupont"}
    assert not keys & {"camille.dupont@acme.example", "12345678"}


def test_the_whole_table_of_a_register_says_nothing_of_the_row(register, lists):
    ready(register, lists)
    erase(register, REF, TODAY)

    connection = register.database.connection
    names = [
        name
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    ]
    said = [
        name
        for name in names
        if not name.startswith("token")
        for row in connection.execute(f'SELECT * FROM "{name}"')
        if "xanthopolis" in repr(row).lower()
    ]

    assert said == []


def test_e05_the_suppression_entry_comes_before_the_deletion(register, lists):
    ready(register, lists)

    erase(register, REF, TODAY)

    assert [one.reason for one in list_entries(register)] == ["erasure", "erasure"]
    order = kinds(register)
    assert order.index("erasure_planned") < order.index("suppression_added") < order.index("erased")


def test_the_erased_person_is_held_when_an_old_list_comes_in(register, lists):
    ready(register, lists)
    erase(register, REF, TODAY)

    old = write_list(lists / "salon.csv", ZOE, CAMILLE)
    report = import_paths(register, [old], ImportOptions(), TODAY)

    assert report.files[0].held == 1
    assert search(register, ASKED).hits == ()


def test_where_erased_people_are_not_listed_nothing_is(register, lists):
    ready(register, lists)
    choose_to_list_erased(register, "a choice", on=False)

    done = erase(register, REF, TODAY)

    assert (done.plan.lists_keys, done.plan.keys, done.listed) == (False, 0, 0)
    assert list_entries(register) == ()


def test_the_ledger_names_file_sheet_and_row_and_no_value(register, lists):
    ready(register, lists)
    (source,) = list_sources(register)
    done = erase(register, REF, TODAY)

    (entry,) = read_ledger(register.database)

    assert (entry.uid, entry.ref, entry.done_at is not None) == (done.uid, REF, True)
    assert [(row.sha256, row.row, row.columns) for row in entry.rows] == [(source.sha256, 3, ())]
    assert len(entry.keys) == 2
    assert "camille" not in repr(entry).lower()


def test_the_steps_of_the_checklist_are_marked(register, lists):
    ready(register, lists)
    erase(register, REF, TODAY)

    settled = {step.code for step in list_steps(register, REF) if step.is_settled}

    assert {"E05", "E07"} <= settled


def test_what_was_found_keeps_its_place_and_loses_its_cells(register, lists):
    ready(register, lists)
    erase(register, REF, TODAY)

    (hit,) = view_request(register, REF, TODAY).hits

    assert (hit.row, hit.verdict, hit.reasons) == (3, "confirmed", ())


def test_nothing_is_erased_before_it_is_decided(register, lists):
    path = bring_list(register, lists / "crm.csv", PAUL, CAMILLE)
    ask(register)
    clean(register, path, PAUL)

    with pytest.raises(NotAllowedError, match="before an erasure is granted"):
        erase(register, REF, TODAY)


def test_r_typ_2_nothing_is_erased_from_the_register_before_the_copy_is_sent(register, lists):
    path = bring_list(register, lists / "crm.csv", PAUL, CAMILLE)
    ask(register, [Right.ACCESS, Right.ERASURE])
    grant(register)
    decide(register, REF, Right.ACCESS, Decision.GRANTED, TODAY)
    clean(register, path, PAUL)

    with pytest.raises(NotAllowedError, match="before the copy is sent"):
        erase(register, REF, TODAY)

    record_copy_sent(register, REF, TODAY, TODAY)
    assert erase(register, REF, TODAY).plan.whole == 1


def test_nothing_is_erased_while_a_file_still_holds_the_person(register, lists):
    bring_list(register, lists / "crm.csv", PAUL, CAMILLE)
    ask(register)
    grant(register)

    with pytest.raises(NotAllowedError, match=r"not seen clean yet are crm\.csv"):
        erase(register, REF, TODAY)

    assert not rescan(register, REF).clean
    with pytest.raises(NotAllowedError, match=r"not seen clean yet are crm\.csv"):
        erase(register, REF, TODAY)


def test_a_file_that_is_gone_for_good_counts_as_clean(register, lists):
    path = bring_list(register, lists / "crm.csv", PAUL, CAMILLE)
    ask(register)
    grant(register)
    place_is_gone(register, path)
    rescan(register, REF)

    assert erase(register, REF, TODAY).plan.whole == 1


def test_nothing_is_erased_while_a_hit_waits_for_a_verdict(register, lists):
    path = bring_list(register, lists / "crm.csv", PAUL, CAMILLE, CAMILLE.replace("Xantho", "Neo"))
    ask(register)
    grant(register)
    clean(register, path, PAUL)
    hits = [hit.id for hit in view_request(register, REF, TODAY).hits]
    judge_hits(register, REF, reopen=hits[:1], today=TODAY)

    with pytest.raises(NotAllowedError, match="hits without a verdict"):
        erase(register, REF, TODAY)


def test_rows_that_another_open_request_needs_stay(register, lists):
    ready(register, lists)
    ask(register, [Right.ACCESS])

    with pytest.raises(NotAllowedError, match="needed by DSR-2026-0002"):
        erase(register, REF, TODAY)


def test_a_kept_dataset_stays_archived_with_its_reason(register, lists):
    path = bring_list(register, lists / "crm.csv", PAUL, CAMILLE)
    invoices = bring_list(register, lists / "factures.csv", CAMILLE, ZOE)
    ask(register)
    grant(register)
    write_list(path, PAUL)
    rescan(register, REF)
    kept = KeptDataset(list_sources(register)[1].id, "A17_3_b", UNTIL)

    done = erase(register, REF, TODAY, [kept])

    assert (done.plan.whole, done.plan.kept_rows) == (1, 1)
    assert [hit.place.source.name for hit in search(register, ASKED).hits] == [invoices.name]
    assert list(events(register.database))[-3].payload["kept"] == [[2, "A17_3_b", "2035-11-16"]]


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        (KeptDataset(9, "A17_3_b", UNTIL), "stands in file 9"),
        (KeptDataset(1, "because", UNTIL), "no reason to keep"),
        (KeptDataset(1, "A17_3_b", TODAY), "not until 2026-11-16"),
    ],
    ids=["another file", "no reason", "a day gone by"],
)
def test_what_cannot_be_kept_is_refused(register, lists, kept, said):
    ready(register, lists)

    with pytest.raises(InvalidInputError, match=said):
        plan_erasure(register, REF, TODAY, [kept])


def test_the_earlier_version_of_a_file_loses_the_row_too(register, lists, decrypted):
    path = bring_list(register, lists / "crm.csv", PAUL, CAMILLE, ZOE)
    write_list(path, PAUL, CAMILLE.replace("06 12 34 56 78", ""), ZOE)
    replace(register, list_sources(register)[0].id, path, ImportOptions(), TODAY)
    ask(register)
    grant(register)
    clean(register, path, PAUL, ZOE)

    erase(register, REF, TODAY)

    assert [word for word in WORDS if word in decrypted(register.path).lower()] == []
    assert verify(register).sound


def test_a_row_of_somebody_else_loses_the_cell_that_names_the_person(register, lists):
    path = lists / "crm.csv"
    path.write_text(
        "Nom;E-mail;Note\nPaul Quintal;paul.quintal@acme.example;"
        "parrain de camille.dupont@acme.example\n", encoding="utf-8",
    )  # fmt: skip
    import_paths(register, [path], ImportOptions(), TODAY)
    find = ask(register)
    hits = [hit.id for hit in view_request(register, find, TODAY).hits]
    judge_hits(register, find, confirm=hits, today=TODAY)
    grant(register)
    path.write_text("Nom;E-mail;Note\nPaul Quintal;paul.quintal@acme.example;\n", encoding="utf-8")
    assert rescan(register, REF).clean

    done = erase(register, REF, TODAY)

    assert (done.plan.whole, done.plan.in_part) == (0, 1)
    (hit,) = search(register, make_criteria({"name": "Paul Quintal"})).hits
    assert hit.place.row.cells == ("Paul Quintal", "paul.quintal@acme.example")
    assert search(register, ASKED).hits == ()
    assert verify(register).sound


def test_stopped_on_its_way_it_leaves_the_register_as_it_was(register, lists):
    ready(register, lists)

    def stop(done, _total, _what):
        if done == 2:
            raise CancelledError("stopped")

    with pytest.raises(CancelledError):
        erase(register, REF, TODAY, progress=stop)

    assert len(search(register, ASKED).hits) == 1
    assert list_entries(register) == ()
    assert read_ledger(register.database) == ()
    assert kinds(register)[-1] == "erasure_given_up"
    assert verify(register).sound
    assert erase(register, REF, TODAY).plan.whole == 1


def test_a_second_erasure_finds_nothing_to_erase(register, lists):
    ready(register, lists)
    erase(register, REF, TODAY)

    with pytest.raises(NotAllowedError, match="no confirmed row"):
        erase(register, REF, TODAY)


def test_files_are_not_called_clean_once_nobody_knows_what_to_look_for(register, lists):
    path = ready(register, lists)
    erase(register, REF, TODAY)
    write_list(path, CAMILLE)

    with pytest.raises(NotAllowedError, match="cannot tell any more what to look for"):
        rescan(register, REF)


def test_the_control_search_finds_nothing_more(register, lists):
    ready(register, lists)
    erase(register, REF, TODAY)

    assert find_person(register, REF, TODAY).hits == ()


def test_the_file_is_written_anew_at_the_next_opening_if_that_was_cut_off(
    register, lists, passphrase, decrypted
):
    ready(register, lists)
    other = open_register(register.path, passphrase)
    with other.database.snapshot() as reading:
        reading.execute("SELECT count(*) FROM row").fetchone()
        done = erase(register, REF, TODAY)
    other.close()

    assert not done.wiped
    assert register.traces_left
    register.close()
    again = open_register(register.path, passphrase)
    purge_at_opening(again, TODAY)
    again.close()
    assert [word for word in WORDS if word in decrypted(register.path).lower()] == []
