"""The lists of a system are those that were ticked, no others."""

from dsr_desktop.domain.system import HowAsked, System, SystemKind
from dsr_desktop.services.sourcing import list_sources
from dsr_desktop.services.systems import add_system, set_lists


def test_lists_are_put_and_taken_until_they_are_those_wanted(
    register, bring_in, write_csv, lists, today
):
    for name in ("a.csv", "b.csv"):
        bring_in(register, write_csv(lists / name, [["Mail"], [f"x@{name}.example"]]))
    first, second = (one.id for one in list_sources(register))
    crm = add_system(register, System("CRM", SystemKind.CRM, HowAsked.BY_DPO, today), today).system

    assert [one.id for one in set_lists(register, crm.id, [first]).lists] == [first]
    assert [one.id for one in set_lists(register, crm.id, [second]).lists] == [second]
    assert set_lists(register, crm.id, []).lists == ()
