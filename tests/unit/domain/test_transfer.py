"""A transfer to another organisation: asked, judged with its reason, handed over once (R-PORT-5)."""

from dataclasses import replace
from datetime import date

import pytest

from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.transfer import (
    Feasibility,
    Transfer,
    TransferState,
    check_asked_on,
    handed_over,
    judged,
)

ASKED, TODAY = date(2026, 11, 2), date(2026, 11, 16)
WISH = Transfer(request_id=1, recipient_id=7, asked_on=ASKED)
FEASIBLE = judged(WISH, Feasibility.FEASIBLE, " Dépôt sur leur portail ")


def test_a_wish_is_open_until_somebody_looked_whether_it_is_feasible():
    check_asked_on(TODAY, TODAY)

    assert WISH.state is TransferState.ASKED
    assert FEASIBLE.state is TransferState.FEASIBLE
    assert FEASIBLE.explanation == "Dépôt sur leur portail"
    assert judged(WISH, Feasibility.NOT_FEASIBLE, "x").state is TransferState.NOT_FEASIBLE


def test_a_wish_of_a_day_to_come_is_none():
    with pytest.raises(InvalidInputError, match="after today"):
        check_asked_on(date(2026, 11, 17), TODAY)


@pytest.mark.parametrize("feasibility", [Feasibility.FEASIBLE, Feasibility.NOT_FEASIBLE])
def test_how_or_why_not_has_to_be_said(feasibility):
    with pytest.raises(InvalidInputError):
        judged(WISH, feasibility, "  ")


def test_what_was_judged_may_change_until_the_data_went():
    changed = judged(FEASIBLE, Feasibility.NOT_FEASIBLE, "Portail fermé")
    sent = handed_over(FEASIBLE, TODAY, TODAY)

    assert changed.state is TransferState.NOT_FEASIBLE
    with pytest.raises(NotAllowedError, match="went already"):
        judged(sent, Feasibility.NOT_FEASIBLE, "Portail fermé")


def test_the_data_go_on_a_day_between_the_wish_and_today():
    assert handed_over(FEASIBLE, ASKED, TODAY).state is TransferState.HANDED_OVER
    for wrong in (date(2026, 11, 1), date(2026, 11, 17)):
        with pytest.raises(InvalidInputError):
            handed_over(FEASIBLE, wrong, TODAY)


@pytest.mark.parametrize(
    "transfer",
    [WISH, judged(WISH, Feasibility.NOT_FEASIBLE, "x"), replace(FEASIBLE, sent_on=TODAY)],
    ids=["not looked at", "not feasible", "went already"],
)
def test_the_data_go_only_where_it_is_feasible_and_only_once(transfer):
    with pytest.raises(NotAllowedError, match="only after it was found feasible"):
        handed_over(transfer, TODAY, TODAY)
