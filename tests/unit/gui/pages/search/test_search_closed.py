"""A closed request looked at again: its hits with the hints and the coverage of its last search."""

import pytest

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.held_row import HeldDecision
from dsr_desktop.domain.request import Channel, Decision, Right
from dsr_desktop.domain.suppression import SuppressionReason, SuppressionScope
from dsr_desktop.services.closing import close_request
from dsr_desktop.services.handling import decide, mark_sent, new_request
from dsr_desktop.services.held_rows import decide_held_row
from dsr_desktop.services.reviewing import find_person
from dsr_desktop.services.suppressing import TypedKeys, add_to_list

INCOMPLETE = Criteria(name=("Camille Dupont",), phone=("12",))


@pytest.fixture
def close(register, today):
    """Return a function that searches for a request, answers and closes it."""

    def close(criteria=INCOMPLETE):
        channel = Channel.EMAIL_DPO
        view = new_request(register, [Right.ACCESS], criteria, today, channel, today)
        ref = view.request.ref
        find_person(register, ref, today)
        decide(register, ref, Right.ACCESS, Decision.GRANTED, today)
        mark_sent(register, ref, today, channel, today)
        close_request(register, ref, today)
        return ref

    return close


@pytest.fixture
def look_at(page, settle):
    def look_at(ref):
        page.open_search(None, ref)
        settle()
        return page

    return look_at


@pytest.fixture
def import_later(bring_in, register, write_csv, tmp_path, forget_seconds):
    """Bring a list and a broken file in after the search."""
    later = tmp_path / "later"
    later.mkdir()

    def import_later():
        forget_seconds()
        (later / "cut.xlsx").write_bytes(b"PK\x03\x04 cut off")
        bring_in(register, write_csv(later / "more.csv", [["Nom"], ["Ana"]]), later / "cut.xlsx")

    return import_later


@pytest.fixture
def forget_seconds(register):
    """Return a function that puts every search a minute back: times have seconds only."""

    def forget():
        with register.database.transaction() as connection:
            connection.execute(
                "UPDATE search_run SET at = strftime('%Y-%m-%dT%H:%M:%S+00:00', at, '-60 seconds')"
            )
            connection.execute(
                "UPDATE source SET imported_at = "
                "strftime('%Y-%m-%dT%H:%M:%S+00:00', imported_at, '-120 seconds')"
            )

    return forget


def test_it_shows_the_hints_of_its_search(lists, close, look_at):
    page = look_at(close())

    assert page.coverage._hints.isVisible()
    assert "A phone criterion is no complete number" in page.coverage._hints.text()


def test_it_shows_the_coverage_of_then(lists, close, look_at, import_later):
    ref = close()
    import_later()

    page = look_at(ref)

    assert page.coverage.line.text() == "Searched 2 files, 5 rows · 1 file could not be read"
    assert "broken.csv" in page.coverage.banner.accessibleName()


def test_an_open_one_shows_what_is_not_read_by_now(review, import_later, settle):
    import_later()

    review.load()
    settle()

    assert "2 files could not be read" in review.coverage.line.text()


def test_of_nothing_found_only_the_lists_of_then_are_shown(lists, close, look_at, import_later):
    ref = close(Criteria(name=("Zénobie Quillivic",)))
    import_later()

    page = look_at(ref)

    model = page.nothing.table.model()
    names = {model.index(row, 0).data().split()[0] for row in range(model.rowCount())}
    assert names == {"crm.csv", "fair.csv", "broken.csv"}


def test_rows_held_back_since_are_none_of_that_search(
    lists, close, look_at, register, bring_in, write_csv, tmp_path, today
):
    ref = close()
    keys = TypedKeys(emails=("zoe@roux.example",))
    add_to_list(register, keys, SuppressionScope.ALL, SuppressionReason.ERASURE, today)
    bring_in(register, write_csv(tmp_path / "held.csv", [["E-mail"], ["zoe@roux.example"]]))

    assert "held back" not in look_at(ref).coverage.line.text()


def test_rows_held_back_then_are_told(
    lists, close, look_at, register, bring_in, write_csv, tmp_path, today
):
    keys = TypedKeys(emails=("zoe@roux.example",))
    add_to_list(register, keys, SuppressionScope.ALL, SuppressionReason.ERASURE, today)
    bring_in(register, write_csv(tmp_path / "held.csv", [["E-mail"], ["zoe@roux.example"]]))
    ref = close()
    decide_held_row(register, 1, HeldDecision.ANOTHER_PERSON, "a namesake", today)

    assert "1 row held back" in look_at(ref).coverage.line.text()
