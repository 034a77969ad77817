"""Who the values of a column come from is asked before a bundle is built, and said afterwards."""

from datetime import date

import pytest

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.errors import InvalidInputError, NotFoundError
from dsr_desktop.domain.fields import Origin
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.domain.unsettled import UnsettledOriginError
from dsr_desktop.services.handling import new_request
from dsr_desktop.services.origins import (
    ColumnPlace,
    column_place,
    origins_to_say,
    say_origins,
    set_origins,
)
from dsr_desktop.services.packaging import build_portability
from dsr_desktop.services.request_state import read_state
from dsr_desktop.services.reviewing import find_person, judge_hits
from dsr_desktop.services.verifying import verify
from dsr_desktop.store.events import events
from dsr_desktop.wording.events import word_event
from dsr_desktop.wording.language import speak

TODAY = date(2026, 11, 16)
EMAIL = "camille.dupont@acme.example"
ROWS = [["Nom", "E-mail", "Pointure", "Remise"], ["Camille Dupont", EMAIL, "38", "5 %"]]


@pytest.fixture
def ref(register, bring_in, write_csv, tmp_path):
    """A request for portability; two columns of the list have no known origin."""
    bring_in(register, write_csv(tmp_path / "crm.csv", ROWS), activity="PA3")
    return asked(register, Right.PORTABILITY)


def asked(register, right):
    view = new_request(register, [right], Criteria(email=(EMAIL,)), TODAY, Channel.WEB_FORM, TODAY)
    find_person(register, view.request.ref, TODAY)
    judge_hits(register, view.request.ref, confirm_strong=True, today=TODAY)
    return view.request.ref


def build(register, ref, folder):
    return build_portability(register, ref, folder, TODAY, speak("en"))


def test_r_port_1_no_bundle_is_built_while_nobody_said_who_values_come_from(
    register, ref, tmp_path
):
    with pytest.raises(UnsettledOriginError) as refused:
        build(register, ref, tmp_path / "out")

    left = origins_to_say(register, ref, TODAY)
    assert [(one.file, one.column, one.header) for one in left] == [
        ("crm.csv", 3, "Pointure"), ("crm.csv", 4, "Remise"),
    ]  # fmt: skip
    assert refused.value.columns == left
    assert not (tmp_path / "out").exists()


def test_once_said_the_bundle_holds_what_the_person_gave_and_lists_the_rest(
    register, ref, tmp_path
):
    size, discount = origins_to_say(register, ref, TODAY)
    say_origins(register, {size: Origin.PROVIDED, discount: Origin.INTERNAL})

    bundle = build(register, ref, tmp_path / "out")

    assert origins_to_say(register, ref, TODAY) == ()
    assert [(one.header, one.reason) for one in bundle.excluded] == [("Remise", "A20_1_inferred")]
    assert verify(register).sound


def test_what_was_said_is_logged_by_place_and_told_in_the_log(register, ref):
    size, _discount = origins_to_say(register, ref, TODAY)
    say_origins(register, {size: Origin.OBSERVED})

    event = next(one for one in events(register.database) if one.kind == "origin_set")
    assert event.payload == {
        "source": size.source_id, "sheet": size.sheet_id, "column": 3, "origin": "observed",
    }  # fmt: skip
    told = word_event(speak("en"), event.kind, event.payload)
    assert told == "Said who the values of a column come from: Observed"


def test_the_page_of_a_request_asks_only_where_a_bundle_is_asked_for(register, ref):
    assert len(read_state(register, ref, TODAY).unknown_origins) == 2

    other = asked(register, Right.ERASURE)

    assert read_state(register, other, TODAY).unknown_origins == ()
    with pytest.raises(InvalidInputError):
        origins_to_say(register, other, TODAY)


@pytest.mark.usefixtures("ref")
def test_a_column_that_no_list_has_changes_nothing(register):
    there = column_place(register, 1, 3)
    for wrong in (ColumnPlace(1, 99, 1), ColumnPlace(1, there.sheet_id, 9)):
        with pytest.raises(NotFoundError):
            set_origins(register, {there: Origin.PROVIDED, wrong: Origin.PROVIDED})

    assert not [one for one in events(register.database) if one.kind == "origin_set"]


def test_a_cell_beyond_the_titles_is_a_column_too(register, bring_in, write_csv, tmp_path):
    rows = [["Nom", "E-mail"], ["Camille Dupont", EMAIL, "38"]]
    bring_in(register, write_csv(tmp_path / "crm.csv", rows), activity="PA3")
    ref = asked(register, Right.PORTABILITY)
    (size,) = origins_to_say(register, ref, TODAY)

    say_origins(register, {size: Origin.PROVIDED})

    assert (size.column, size.header) == (3, "")
    assert origins_to_say(register, ref, TODAY) == ()


def test_the_sheet_is_named_where_a_file_has_several(register, bring_in, write_xlsx, tmp_path):
    book = write_xlsx(tmp_path / "crm.xlsx", {"Clients": ROWS, "Salon": ROWS})
    bring_in(register, book, activity="PA3")

    assert column_place(register, 1, 3, "Salon") != column_place(register, 1, 3, "Clients")
    with pytest.raises(InvalidInputError, match=r"Name one: Clients, Salon"):
        column_place(register, 1, 3)
    with pytest.raises(NotFoundError, match=r"It has: Clients, Salon"):
        column_place(register, 1, 3, "Autre")
