"""Hits that the suppression list keeps from marketing say so in their details."""

import pytest

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.suppression import SuppressionReason, SuppressionScope
from dsr_desktop.gui.widgets.chip import Chip
from dsr_desktop.services.reviewing import find_person
from dsr_desktop.services.suppressing import TypedKeys, add_to_list

CAMILLE = Criteria(name=("Camille Dupont",), email=("camille.dupont@acme.example",))


@pytest.mark.parametrize("is_review", [False, True])
def test_a_row_that_is_not_for_marketing_says_so(
    page, lists, register, ref, settle, today, is_review
):
    typed = TypedKeys(("cd@lenoir.example",))
    add_to_list(register, typed, SuppressionScope.MARKETING, SuppressionReason.OBJECTION, today)
    find_person(register, ref, today)
    page.open_search(None if is_review else CAMILLE, ref if is_review else "")
    page.hits.fold_weak(is_open=True)
    settle()
    shown = {}
    for row in page.hits.model.hits():
        page.hits.choose(row.key)
        settle()
        shown[row.file, row.n] = "no marketing" in chips(page.detail)

    assert shown.pop(("crm.csv", 5)) is True
    assert shown
    assert not any(shown.values())


def chips(widget):
    return [chip.accessibleName() for chip in widget.findChildren(Chip) if chip.isVisible()]
