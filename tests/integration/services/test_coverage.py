"""Coverage of the register: each source with its age, and all that no search sees (R-SRC-1)."""

from datetime import date

from dsr_desktop.domain.coverage import SourceSight
from dsr_desktop.domain.mapping import ColumnChoice
from dsr_desktop.domain.suppression import SuppressionReason, SuppressionScope
from dsr_desktop.services.coverage import coverage
from dsr_desktop.services.importing import ImportOptions
from dsr_desktop.services.previewing import preview_paths
from dsr_desktop.services.suppressing import TypedKeys, add_to_list

ROWS = [["Nom", "E-mail"], ["Camille Dupont", "camille.dupont@acme.example"]]


def test_an_empty_register_has_no_source(register):
    assert coverage(register).sources == ()
    assert coverage(register).is_whole


def test_each_source_says_how_old_its_list_is(register, bring_in, write_csv, lists, today):
    bring_in(register, write_csv(lists / "crm.csv", ROWS), collected_on=date(2026, 3, 2))
    bring_in(register, write_csv(lists / "fair.csv", [*ROWS, ["Ana Ruiz", ""]]))

    old, new = coverage(register).sources

    assert (old.source.name, old.listed_on, old.age_on(today)) == (
        "crm.csv", date(2026, 3, 2), 259,
    )  # fmt: skip
    assert (new.source.name, new.listed_on) == ("fair.csv", new.imported_on)


def test_what_was_not_read_or_in_part_comes_first(
    register, bring_in, write_csv, write_partly_readable, lists
):
    bring_in(register, write_csv(lists / "crm.csv", ROWS))
    bring_in(register, write_partly_readable(lists / "fair.xlsx"))
    (lists / "broken.csv").write_bytes(b"")
    bring_in(register, lists / "broken.csv")

    seen = coverage(register)

    assert [(one.source.name, one.sight) for one in seen.sources] == [
        ("broken.csv", SourceSight.NOT_SEARCHED), ("fair.xlsx", SourceSight.PARTLY),
        ("crm.csv", SourceSight.SEARCHED),
    ]  # fmt: skip
    assert not seen.is_whole


def test_rows_held_back_count_with_their_source(register, bring_in, write_csv, lists, today):
    keys = TypedKeys(emails=("camille.dupont@acme.example",))
    add_to_list(register, keys, SuppressionScope.ALL, SuppressionReason.ERASURE, today)
    bring_in(register, write_csv(lists / "crm.csv", ROWS))

    seen = coverage(register)

    assert (seen.held, seen.sources[0].held, seen.sources[0].is_whole) == (1, 1, False)


def test_an_earlier_version_is_told_apart(register, bring_in, write_csv, lists):
    bring_in(register, write_csv(lists / "crm.csv", ROWS))
    bring_in(register, write_csv(lists / "crm.csv", [*ROWS, ["Ana", ""]]), replaces=True)

    seen = coverage(register)

    assert [one.source.id for one in seen.sources] == [2]
    assert [one.id for one in seen.earlier] == [1]


def test_columns_left_out_are_those_of_their_source(register, bring_in, write_csv, lists):
    crm = write_csv(lists / "crm.csv", [["Nom", "IBAN"], ["Camille Dupont", "FR76 3000 6000 0112"]])
    (file,) = preview_paths(register, [crm], ImportOptions()).files
    skipping = file.sheets[0].mapping({2: ColumnChoice(skip=True, reason="not needed")})
    bring_in(register, write_csv(lists / "fair.csv", ROWS))
    bring_in(register, crm, mappings=(skipping,))

    by_name = {one.source.name: one for one in coverage(register).sources}

    assert [column.header for column in by_name["crm.csv"].skipped[0].columns] == ["IBAN"]
    assert by_name["fair.csv"].skipped == ()
    assert not coverage(register).is_whole
