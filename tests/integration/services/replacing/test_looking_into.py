"""What a search says it looks into is what it looks into: the latest version of each list."""

from dsr_desktop.services.coverage import coverage
from tests.integration.services.replacing.lists import CAMILLE, LEA


def test_a_version_that_was_replaced_is_not_looked_into(register, first, replaced):
    assert [one.source.id for one in coverage(register).sources] == [first.id]

    replaced(CAMILLE, LEA)

    (newer,) = coverage(register).sources
    assert newer.source.id != first.id
    assert newer.source.row_count == 2
