"""What is said of confirmed rows that can hardly be one person."""

from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.namesakes import Namesakes, Said
from dsr_desktop.wording.language import speak
from dsr_desktop.wording.namesakes import namesakes_told, rows_of_namesakes
from dsr_desktop.wording.other_names import WhereRow

EN = speak("en")
ROWS = {n: WhereRow("/lists/crm.csv", "crm", n + 1) for n in range(1, 9)}
DATES = Namesakes(Field.BIRTH_DATE, (Said("12/03/1980", (1, 3, 4)), Said("1954-07-01", (2,))))


def names(*texts):
    return Namesakes(Field.GIVEN_NAME, tuple(Said(text, (n,)) for n, text in enumerate(texts, 1)))


def told(*found):
    return list(namesakes_told(EN, found))


def test_each_kind_says_its_values():
    assert told(DATES, names("Anne", "Bea")) == [
        "Birth dates: 12/03/1980, 1954-07-01.",
        "Given names: Anne, Bea.",
    ]


def test_many_values_are_counted():
    assert told(names("Anne", "Bea", "Cleo", "Dora", "Emma", "Fay")) == [
        "Given names: Anne, Bea, Cleo, Dora and 2 more."
    ]


def test_a_long_value_is_cut():
    assert told(names("A" * 99, "Bea")) == [f"Given names: {'A' * 39}…, Bea."]


def test_rows_are_named_without_what_they_say():
    (dates, given) = rows_of_namesakes(EN, [DATES, names("Anne", "Bea")], ROWS.get)

    assert dates == "They have 2 birth dates: crm.csv, row 2; crm.csv, row 3."
    assert given == "They have 2 given names: crm.csv, row 2; crm.csv, row 3."


def test_a_row_that_left_the_register_is_not_named():
    (line,) = rows_of_namesakes(EN, [names("Anne", "Bea")], {2: ROWS[2]}.get)

    assert line == "They have 2 given names: crm.csv, row 3."
