"""The warning says which rows, and never whose they are."""

from dsr_desktop.wording.language import speak
from dsr_desktop.wording.other_names import (
    WhereRow,
    confirmed_row_names_another,
    rows_name_another,
    rows_to_check,
)

ENGLISH = speak("en")
CRM = WhereRow("/lists/crm.csv", "crm", 14)
FAIR = WhereRow("/lists/fair.xlsx", "Badges", 2)


def test_a_row_is_named_by_file_sheet_and_number():
    assert rows_to_check(ENGLISH, [CRM, FAIR]) == (
        "Reject what is not about the person who asks: crm.csv, row 14; fair.xlsx, sheet Badges, row 2."
    )
    assert confirmed_row_names_another(ENGLISH, FAIR).startswith(
        "fair.xlsx, sheet Badges, row 2 is"
    )


def test_of_many_rows_the_first_are_told_and_the_others_counted():
    rows = [WhereRow("crm.csv", "crm", n) for n in range(1, 9)]

    assert rows_to_check(ENGLISH, rows).endswith("crm.csv, row 5 and 3 more.")


def test_they_are_counted_in_one_sentence():
    assert rows_name_another(ENGLISH, 1).startswith("1 confirmed row names another person")
    assert rows_name_another(ENGLISH, 2).startswith("2 confirmed rows name another person")
