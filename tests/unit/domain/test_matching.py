"""Whether a row is the person's, or somebody else's that merely mentions the person."""

import pytest

from dsr_desktop.domain.matching import How, Level, Reason, is_only_mentioned


def reasons(*pairs):
    return [Reason(criterion, 1, "x", how) for criterion, how in pairs]


@pytest.mark.parametrize(
    "pairs",
    [
        [("email", How.INSIDE_TEXT)],
        [("phone", How.INSIDE_TEXT), ("name", How.INSIDE_TEXT)],
        [("email", How.IN_OTHER_COLUMN)],
        [("name", How.IN_OTHER_COLUMN), ("company", How.SAME)],
        [("name", How.INSIDE_TEXT), ("city", How.OTHER_WRITING)],
        [("name", How.INSIDE_TEXT), ("text", How.INSIDE_VALUE)],
        [("email", How.IN_OTHER_COLUMN), ("name", How.OTHER_GIVEN_NAME)],
        [("name", How.SIMILAR_INSIDE_TEXT)],
        [("name", How.INSIDE_TEXT), ("name", How.NAME_PERHAPS_ANOTHER)],
    ],
    ids=str,
)
def test_who_stands_only_inside_a_text_or_in_anothers_column_is_only_mentioned(pairs):
    assert is_only_mentioned(reasons(*pairs))


@pytest.mark.parametrize(
    "own",
    [
        ("email", How.SAME_EMAIL),
        ("email", How.EMAIL_AMONG_OTHERS),
        ("phone", How.PHONE_OTHER_WRITING),
        ("identifier", How.SAME_IDENTIFIER),
        ("identifier", How.SAME),
        ("name", How.NAME_SWAPPED),
        ("name", How.NAME_IN_PART),
        ("name", How.NAME_SCATTERED),
        ("name", How.NAME_ONE_TYPO),
        ("name", How.NAME_INITIALS),
        ("email", How.SAME_MAILBOX),
        ("birth_date", How.OTHER_WRITING),
    ],
    ids=str,
)
def test_anything_of_ones_own_makes_the_row_ones_own(own):
    assert not is_only_mentioned(reasons(("email", How.INSIDE_TEXT), own))


@pytest.mark.parametrize("pair", [("company", How.SAME), ("text", How.INSIDE_VALUE)], ids=str)
def test_a_row_without_a_mention_mentions_nobody(pair):
    assert not is_only_mentioned(reasons(pair))


def test_levels_are_ranked_best_first():
    assert [one.rank for one in (Level.STRONG, Level.PROBABLE, Level.WEAK)] == [0, 1, 2]
